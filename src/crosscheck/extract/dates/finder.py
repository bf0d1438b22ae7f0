"""Where does a text speak of time, and what value has it? The third layer of extraction."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from spacy.tokens import Doc

from crosscheck import language
from crosscheck.extract.article import Article, Passage
from crosscheck.extract.dates.anchor import anchor_of
from crosscheck.extract.dates.calendar import Point, point_of
from crosscheck.extract.dates.checks import is_time
from crosscheck.extract.dates.reader import Expression, reader
from crosscheck.extract.dates.resolve import RELATIVE, Anchor, Context, resolve
from crosscheck.extract.dates.tense import looks_ahead
from crosscheck.extract.records import Date

_OPENING = 12  # characters: "In 2013, …" at the head of a sentence
_BACK = 3  # sentences


class Placed(NamedTuple):
    """An expression with the language and the sentence it stands in."""

    found: Expression
    code: str
    sentence: int

    def looks_ahead(self, article: Article) -> bool | None:
        """Tell whether the verb beside it looks ahead (True), back (False), or neither (None)."""
        sentence = article.sentences[self.sentence]
        at, end = self.found.start - sentence.start, self.found.end - sentence.start
        return looks_ahead(sentence.text, at, end, self.code)


class DateFinder:
    """Finds dates, times, durations and sets and normalises them; built once, called with a Doc."""

    def __call__(self, doc: Doc, *, anchor: Anchor | None = None) -> list[Date]:
        """Return the mentions of time in ``doc`` (of ``make_doc``), in order, without overlaps.

        Relative ones are worked out from ``anchor``; without one from the day of publication, or
        from what the text itself implies. ``value`` is null where that does not suffice.
        """
        article: Article = doc._.article
        placed = place(article)
        return normalise(article, placed, anchor or anchor_of(article, placed))


def place(article: Article) -> list[Placed]:
    """Return the expressions of time in the kept passages of an article, not yet normalised."""
    starts = [sentence.start for sentence in article.sentences]
    main = language.known(article.language)
    placed = []
    for passage in article.passages:
        code = language.known(passage.language)
        here = list(_read(article, passage, code))
        if code != main:  # "August 15, 2022" under a French post
            here = _longest([*here, *_read(article, passage, main)])
        for found, spoken in here:
            sentence = bisect_right(starts, found.start) - 1
            placed.append(Placed(found, spoken, sentence))
    return placed


def _read(article: Article, passage: Passage, code: str) -> Iterator[tuple[Expression, str]]:
    for found in reader(code).read(article.raw, passage.start, passage.end):
        if is_time(found, article.raw, code):
            yield found, code


def _longest(read: Sequence[tuple[Expression, str]]) -> list[tuple[Expression, str]]:
    """Return what two languages read without overlaps, the longer reading first."""
    kept: list[tuple[Expression, str]] = []
    for one in sorted(read, key=lambda one: (one[0].start - one[0].end, one[0].start, one[1])):
        if all(one[0].end <= other.start or other.end <= one[0].start for other, _ in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one[0].start)


def normalise(article: Article, placed: Sequence[Placed], anchor: Anchor | None) -> list[Date]:
    """Return the mentions with the values they have if the text speaks from ``anchor``."""
    dates: list[Date] = []
    told: Point | None = None
    told_in = -2
    for at, (found, code, sentence) in enumerate(placed):
        if found.rule == "day_of_list":
            found = _completed(placed, at)
        context = Context(
            anchor=_speech_day(article, placed, at, anchor) or anchor,
            frame=_frame(article, placed, at),
            told=told,
            near=sentence - told_in <= 1,
            same=sentence == told_in,
            ahead=partial(placed[at].looks_ahead, article),
            code=code,
            raw=article.raw,
        )
        value = resolve(found, context)
        start = _with_determiner(found, article.raw, code)
        dates.append(
            Date(start, found.end, article.raw[start : found.end], value.kind, value.value,
                 value.qualifier, value.basis, found.rule)
        )  # fmt: skip
        point = point_of(value.value) if value.kind in {"DATE", "TIME"} else None
        if point is not None:
            told, told_in = point, sentence
    return dates


def _completed(placed: Sequence[Placed], at: int) -> Expression:
    """Return the first day of "28 and 29 March 2022" (or the last) with its neighbour's month."""
    found = placed[at].found
    other = placed[at + 1] if found.first("month") is None and _leads(placed, at) else placed[at - 1]
    missing = {"month", "year", "next", "this"} - {word.name for word in found.words}
    return found._replace(
        words=found.words + tuple(word for word in other.found.words if word.name in missing)
    )


def _leads(placed: Sequence[Placed], at: int) -> bool:
    """Tell whether the month stands after the list of days."""
    return at + 1 < len(placed) and placed[at + 1].found.start - placed[at].found.end < _OPENING


def _speech_day(
    article: Article, placed: Sequence[Placed], at: int, anchor: Anchor | None
) -> Anchor | None:
    """Return the day on which someone said "today", if the text names it ("… said on Monday")."""
    found, _, sentence = placed[at]
    if found.first("day") is None or not _quoted(article, found.start):
        return None
    same = [p for p in placed if p.sentence == sentence and p.found.rule == "weekday"]
    before = [p for p in placed[:at] if p.found.rule == "weekday" and sentence - p.sentence <= _BACK]
    for where in (*same, *reversed(before)):
        context = Context(anchor=anchor, ahead=lambda: False, code=where.code, raw=article.raw)
        value = resolve(where.found, context)
        day = point_of(value.value)
        if day is not None and not _quoted(article, where.found.start):
            return Anchor(day, value.basis or RELATIVE, anchor.or_later if anchor else False)
    return None


def _quoted(article: Article, at: int) -> bool:
    """Tell whether an offset lies inside quotation marks opened in its paragraph."""
    passage = next(p for p in article.passages if p.start <= at < p.end)
    before = article.raw[passage.start : at]
    if before.count('"') % 2:
        return True
    return any(before.rfind(opening) > before.rfind(closing) for opening, closing in ("“”", "«»"))


def _frame(article: Article, placed: Sequence[Placed], at: int) -> int | None:
    """Return the year that the sentence gives to a month without one.

    "In 2013 they landed in January", "between March and April 2022".
    """
    raw, starts = article.raw, article.sentences
    found, code, sentence = placed[at]
    if not found.first("month", "season", "holiday") or found.first("year"):
        return None
    for other in placed[at + 1 :]:
        between = raw[found.end : other.found.start]
        if other.sentence != sentence or not _joined(between, code):
            break
        if other.found.first("year"):
            return int(other.found.value("year"))
        found = other.found
    for other in reversed(placed[:at]):
        if other.sentence != sentence:
            break
        if other.found.rule == "year" and other.found.start - starts[sentence].start < _OPENING:
            return int(other.found.value("year"))
    return None


def _joined(between: str, code: str) -> bool:
    gaps = language.section(code, "dates")["gaps"]
    return " ".join(between.lower().split()) in {",", "-", "–", *gaps["and"], *gaps["to"]}


def _with_determiner(found: Expression, raw: str, code: str) -> int:
    """Return where a mention begins, an article before it included ("the end of the year")."""
    data = language.section(code, "dates")
    if found.words[0].name in data["determined"]:
        for word in data["determiners"]:
            before = raw[max(0, found.start - len(word) - 2) : found.start]
            if re.fullmatch(rf"(?:.*\W)?{word}\s", before, re.IGNORECASE | re.DOTALL):
                return found.start - len(word) - 1
    return found.start
