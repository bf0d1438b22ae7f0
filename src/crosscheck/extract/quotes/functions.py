"""What is a person, by the words beside the name? Titles and appositions."""

from __future__ import annotations

import re
from typing import NamedTuple

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.clause import Clause, read_words
from crosscheck.extract.quotes.discourse import Discourse
from crosscheck.extract.quotes.words import Words
from crosscheck.extract.records import Mention

_WINDOW = 90
_CUT = re.compile(r"[.;:!?\n“”\"«»()\[\]]")
_TITLE = re.compile(r"(\w+)\.?\s+\Z")
_GROUPS = ("NORP", "GPE", "ORG")


class Functions(NamedTuple):
    """The functions that the text gives a person, the groups named with them, and their words."""

    roles: frozenset[str]
    groups: frozenset[str]
    text: str


def functions_of(discourse: Discourse, mention: Mention) -> Functions:
    """Return what the title before a name and the apposition on either side say of it."""
    words, raw = discourse.words_at(mention.start), discourse.raw
    left = _CUT.split(_whole_title(words, raw[_begin(discourse, mention) : mention.start]))[-1]
    right = _CUT.split(raw[mention.end : mention.end + _WINDOW])[0]
    pieces = left.split(",")
    roles = set(_roles(words, pieces[-1], title=True))
    groups = _groups(discourse, mention.start - len(pieces[-1]), mention.start)
    text = pieces[-1]
    if len(pieces) > 1 and words.is_title(pieces[-1]):
        roles |= set(_roles(words, pieces[-2], title=False))
        text += pieces[-2]
        begin = mention.start - len(pieces[-1]) - len(pieces[-2]) - 1
        groups |= _groups(discourse, begin, mention.start)
    if right.lstrip().startswith(","):
        apposition = right.split(",")[1]
        text += apposition
        roles |= set(_roles(words, apposition, title=False))
        groups |= _groups(discourse, mention.end, mention.end + len(apposition) + 2)
    return Functions(frozenset(roles), frozenset(groups), text.lower())


def _whole_title(words: Words, text: str) -> str:
    """Return ``text`` without the full stop of a short title at its end ("Gen.")."""
    body = text.rstrip()
    short = body[:-1].rsplit(maxsplit=1)[-1:] if body.endswith(".") else []
    known = bool(short) and short[0].lower() in words.same_role
    return body[:-1] + " " * (len(text) - len(body) + 1) if known else text


def genders_of(discourse: Discourse) -> dict[str, str]:
    """Return male or female for the entities of whom a title or given name tells it."""
    genders: dict[str, str] = {}
    for mention in discourse.mentions:
        if mention.label != "PERSON" or mention.entity_id in genders:
            continue
        known = discourse.words_at(mention.start).genders
        title = _TITLE.search(discourse.raw, max(0, mention.start - 24), mention.start)
        found = known.get(title[1].lower(), "") if title else ""
        if found not in ("male", "female"):
            found = known.get(mention.text.split()[0].lower(), "")
        if found in ("male", "female"):
            genders[mention.entity_id] = found
    return genders


def _begin(discourse: Discourse, mention: Mention) -> int:
    """Return where the words that may belong to a name begin: after the person before it."""
    start = max(0, mention.start - _WINDOW)
    others = [
        m.end
        for m in discourse.mentions_in(start, mention.start)
        # Two names without a mark between them are a title and a name.
        if m.label == "PERSON" and m.end + 1 < mention.start
    ]
    return max([start, *others])


def _roles(words: Words, text: str, *, title: bool) -> list[str]:
    """Return the functions in ``text``: of the noun phrase that ends it, or that begins it."""
    clause = Clause(text, words)
    read_words(clause, 0, len(text))
    found: list[str] = []
    governing: list[str] = []
    for flags, lower in zip(clause.flags, clause.lowers, strict=True):
        if flags & w.PREPOSITION and found:
            if not title:
                break
            governing, found = found, []
        if flags & w.ROLE:
            found.append(words.role_of(lower))
    # "Minister of Trade X", but "the brother of X"
    field = bool(clause.flags) and clause.flags[-1] & w.NAME
    return found or (governing if field else [])


def _groups(discourse: Discourse, start: int, end: int) -> set[str]:
    return {m.text.lower() for m in discourse.mentions_in(start, end) if m.label in _GROUPS}
