"""The words by which a page's furniture is known, from section ``cleaning`` of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from crosscheck.language import DEFAULT, known, section

_NUMBER = r"\d[\d.,:]*(?:\s\d{3})*\s?[km]?"


class Phrases:
    """Phrases that a whole line may be.

    ``<n>`` stands for a number, ``...`` for any words, at the end also for none.
    """

    def __init__(self, phrases: Iterable[str], months: Iterable[str] = ()):
        plain, patterns = set(), []
        for phrase in phrases:
            if "..." in phrase or "<" in phrase:
                pattern = re.escape(phrase.removesuffix(" ..."))
                pattern = pattern.replace(r"\.\.\.", ".+").replace(re.escape("<n>"), _NUMBER)
                # After a comma the words go on with a sentence: "Read more, pay nothing".
                pattern += r"(?:[^\w,].*)?" if phrase.endswith(" ...") else ""
                patterns.append(pattern.replace("<month>", f"(?:{'|'.join(months)})"))
            else:
                plain.add(phrase.strip(" *"))
        self._plain = frozenset(plain)
        self._pattern = re.compile("|".join(patterns) or r"(?!)")

    def exact(self, line: str) -> bool:
        """Tell whether ``line`` is one of the phrases that have no gap."""
        return line in self._plain

    def __contains__(self, line: str) -> bool:
        return line in self._plain or (
            len(line) <= 160 and self._pattern.fullmatch(line) is not None
        )


@dataclass(frozen=True)
class Cues:
    """The cues of one language, those of the default language added (pages mix them)."""

    advertisement: Phrases
    furniture: Phrases
    counters: frozenset[str]
    headings_too: Phrases
    furniture_begins: tuple[str, ...]
    furniture_anywhere: tuple[str, ...]
    services: frozenset[str]
    services_sure: frozenset[str]
    offers: frozenset[str]
    appeals: frozenset[str]
    commands: frozenset[str]
    after_commands: frozenset[str]
    itself: tuple[str, ...]
    address: frozenset[str]
    buttons: frozenset[str]
    buttons_between: frozenset[str]
    menu: frozenset[str]
    path: re.Pattern[str]
    path_begins: frozenset[str]
    other_stories: Phrases
    stories_end: Phrases
    stories_words: tuple[str, ...]
    inline: re.Pattern[str]
    tags: Phrases
    comments: Phrases
    comment_marks: Phrases
    comment_names: Phrases
    author_box: Phrases
    author_bio: re.Pattern[str]
    author_subject: re.Pattern[str]
    author_roles: frozenset[str]
    author_acts: frozenset[str]
    publisher_notice: tuple[str, ...]
    notice_self: tuple[str, ...]
    notes_kept: tuple[str, ...]
    disclaims: tuple[str, ...]
    notice_sure: tuple[str, ...]
    outlet_words: frozenset[str]
    outlet_bio: re.Pattern[str]
    notice_begins: tuple[str, ...]
    notice_words: frozenset[str]
    source_tag: re.Pattern[str]
    byline: re.Pattern[str]
    credit: re.Pattern[str]
    caption: re.Pattern[str]
    published: re.Pattern[str]
    updated: re.Pattern[str]
    this: tuple[str, ...]
    today: frozenset[str]
    recency: tuple[str, ...]


@cache
def cues(code: str) -> Cues:
    """Return the cues of language ``code`` (of the default language, where there are none)."""
    data = merged(code)
    months = sorted((re.escape(month) for month in data["months"]), key=len, reverse=True)

    def phrases(name: str) -> Phrases:
        return Phrases(data[name], months)

    return Cues(
        advertisement=phrases("advertisement"),
        furniture=phrases("furniture"),
        counters=frozenset(data["counters"]),
        headings_too=phrases("headings_too"),
        furniture_begins=tuple(data["furniture_begins"]),
        furniture_anywhere=tuple(data["furniture_anywhere"]),
        services=frozenset(data["services"]),
        services_sure=frozenset(data["services_sure"]),
        offers=frozenset(data["services"] + data["offers"]),
        appeals=frozenset(data["appeals"]),
        commands=frozenset(data["commands"]),
        after_commands=frozenset(data["after_commands"]),
        itself=tuple(data["itself"]),
        address=frozenset(data["address"]),
        buttons=frozenset(data["buttons"]),
        buttons_between=frozenset(data["buttons_between"]),
        menu=frozenset(data["menu"]),
        path=re.compile("|".join(re.escape(mark) for mark in data["path_separators"])),
        path_begins=frozenset(data["path_begins"]),
        other_stories=phrases("other_stories"),
        stories_end=phrases("stories_end"),
        stories_words=tuple(data["stories_words"]),
        # "Read also: a title", and with the clearest cues "Read also a title".
        inline=re.compile(
            rf"\W*(?:(?:{_either(data['other_stories_inline'])})\s*[:|»>–—-]+\s*\S"
            rf"|(?:{_either(data['other_stories_bare'])})\s+\S)"
        ),
        tags=phrases("tags"),
        comments=phrases("comments"),
        comment_marks=phrases("comment_marks"),
        comment_names=phrases("comment_names"),
        author_box=phrases("author_box"),
        # "Jane Doe is a freelance reporter", "Jane Doe covers …": name, verb, perhaps a role.
        author_bio=re.compile(
            rf"(?P<name>(?:[^\W\d_][\w.'’-]*\s){{0,4}}?[^\W\d_][\w.'’-]*)"
            rf"(?:\s|,\s[^,]{{2,90}},\s)\(?(?:{_either(data['author_verbs'])})\s(?P<rest>.*)",
            re.DOTALL,
        ),
        # "The writer is a former ambassador", "(The author teaches law)".
        author_subject=re.compile(
            rf"\W*(?:{_either(data['author_subjects'])})\W+(?:{_either(data['author_verbs'])})\b"
        ),
        author_roles=frozenset(data["author_roles"]),
        author_acts=frozenset(data["author_acts"]),
        publisher_notice=tuple(data["publisher_notice"]),
        notice_self=tuple(data["notice_self"]),
        notes_kept=tuple(data["notes_kept"]),
        disclaims=tuple(data["disclaims"]),
        notice_sure=tuple(data["notice_sure"]),
        outlet_words=frozenset(data["outlet_words"]),
        # "The Mirror is an independent weekly": a name, and what it does.
        outlet_bio=re.compile(
            rf"(?P<name>(?:[^\W\d_][\w.'’-]*\s){{0,5}}?[^\W\d_][\w.'’-]*)"
            rf"\s(?:{_either(data['outlet_acts'])})\s(?P<rest>.*)",
            re.DOTALL,
        ),
        notice_begins=tuple(data["notice_begins"]),
        notice_words=frozenset(data["notice_words"] + data["services"]),
        source_tag=re.compile(
            rf"\W*(?:{_either(data['source_tag'])})(?:\s*[:|/]\s*\S.*|\s+\S*\d\S*|\s+\S+\.\S+)"
        ),
        byline=re.compile(rf"\W*(?:{_either(data['byline'])})\b\s*[:|]?\s*"),
        # "(AFP)", "With Reuters": the agency that the text is owed to.
        credit=re.compile(
            rf"\W*(?:\w+[\s/]+){{0,3}}\W*(?:{_either(data['agencies'])})(?:\W+(?:\w+\W+)?(?:{_either(data['agencies'])}))*\W*",
            re.IGNORECASE,
        ),
        caption=_caption(data),
        published=re.compile(rf"\b(?:{_either(data['published'])})\b", re.IGNORECASE),
        updated=re.compile(rf"\b(?:{_either(data['updated'])})\b", re.IGNORECASE),
        this=tuple(data["this"]),
        today=frozenset(data["today"]),
        recency=tuple(data["recency"]),
    )


def merged(code: str) -> dict[str, Any]:
    """Return section ``cleaning`` of ``code`` with the lists of the default language added."""
    own, base = section(known(code), "cleaning"), section(DEFAULT, "cleaning")
    if own is base:
        return own
    result: dict[str, Any] = {}
    for name, value in own.items():
        if isinstance(value, list):
            result[name] = [*value, *base[name]]
        elif isinstance(value, dict):
            result[name] = {**base[name], **value}
        else:
            result[name] = value
    return result


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w)))


def _caption(data: dict[str, Any]) -> re.Pattern[str]:
    """Match a label at the beginning, a credit in brackets at the end, or "photo by"."""
    words, begins = _either(data["captions"]), _either(data["caption_begins"])
    return re.compile(
        rf"^\W*(?:{begins})\s*[:,|]\s*\S"
        rf"|^\W*(?:{begins})\s+(?:by|par)\s"
        rf"|[(\[][^()\[\]]*\b(?:{words})(?!\w)[^()\[\]]*[)\]]\W*$"
        rf"|\b(?:{words})\s*(?:by|:|/)\s*(?P<by>\S+(?:\s+\S+){{0,5}})$"
        rf"|(?:©|\(c\))\s*\S+(?:\s+\S+){{0,5}}$"
        rf"|\bfile photo\W*$"
        rf"|^\[?\d/\d+\]?\s"
    )
