"""Where does a text speak of time, and what value has it? The date layer of extraction."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial

from spacy.tokens import Doc

from crosscheck import language
from crosscheck.extract.article import Article, Passage
from crosscheck.extract.dates.anchor import anchor_of
from crosscheck.extract.dates.calendar import Point, point_of
from crosscheck.extract.dates.checks import accept
from crosscheck.extract.dates.clock import zone_after
from crosscheck.extract.dates.context import Anchor, Context
from crosscheck.extract.dates.expressions import Expression, Word
from crosscheck.extract.dates.neighbours import completed, frame, spoken_on
from crosscheck.extract.dates.placed import Placed
from crosscheck.extract.dates.ranges import joined
from crosscheck.extract.dates.reader import reader
from crosscheck.extract.dates.resolve import CLOCK_WORDS, resolve
from crosscheck.extract.records import Date

_TIMED_BY_WORDS = frozenset({"part", "hourword", "oclock"})


class DateFinder:
    """Finds dates, times, durations and sets and normalises them; built once, called with a Doc."""

    def __call__(self, doc: Doc, *, anchor: Anchor | None = None) -> list[Date]:
        """Return the mentions of time in ``doc`` (of ``make_doc``), in order, without overlaps.

        Relative ones are worked out from ``anchor``; without one from the day of publication, or
        from what the text itself implies. ``value`` is null where that does not suffice.
        """
        article: Article = doc._.article
        placed = place(article)
        if anchor is None:
            anchor = anchor_of(article, placed)
        return list(normalise(article, placed, anchor))


def place(article: Article) -> list[Placed]:
    """Return the expressions of time in the kept passages of an article, not yet normalised."""
    main = language.known(article.language)
    starts = [sentence.start for sentence in article.sentences]
    placed: list[Placed] = []
    for passage in article.passages:
        code = language.known(passage.language)
        here = list(_read(article, passage, code))
        if code != main:  # "August 15, 2022" under a French post
            here = _longest([*here, *_read(article, passage, main)])
        for found, spoken in here:
            sentence = max(0, bisect_right(starts, found.start) - 1)
            placed.append(Placed(found, spoken, sentence, passage, article))
    return placed


def _read(article: Article, passage: Passage, code: str) -> Iterator[tuple[Expression, str]]:
    read_to = 0
    for form in reader(code).read(article.raw, passage.start, passage.end):
        found = accept(form, article.raw, code)
        if found is None or found.start < read_to:
            continue
        if found.kind == "TIME" and found.words[-1].name in _TIMED_BY_WORDS:
            end = zone_after(article.raw, found.end, code)
            if end > found.end:
                said = Word("zone", found.end, end, article.raw[found.end : end])
                found = found.with_words((*found.words, said))
        read_to = found.end
        yield found, code


def _longest(read: Sequence[tuple[Expression, str]]) -> list[tuple[Expression, str]]:
    """Return what two languages read without overlaps, the longer reading first."""
    kept: list[tuple[Expression, str]] = []
    for one in sorted(read, key=lambda one: (one[0].start - one[0].end, one[0].start, one[1])):
        if all(one[0].end <= other.start or other.end <= one[0].start for other, _ in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one[0].start)


def normalise(article: Article, placed: Sequence[Placed], anchor: Anchor | None) -> Iterator[Date]:
    """Yield the mentions with the values they have if the text speaks from ``anchor``."""
    return joined(_normalise(article, placed, anchor))


def _normalise(
    article: Article, placed: Sequence[Placed], anchor: Anchor | None
) -> Iterator[tuple[Placed, Date]]:
    """Yield each expression with its mention."""
    told: Point | None = None
    told_in = -2
    for at, where in enumerate(placed):
        found = completed(placed, at)
        day = told if where.sentence == told_in else _day_behind(article, placed, at, anchor)
        if day is not None:
            told, told_in = day, where.sentence
        context = Context(
            anchor=spoken_on(placed, at, anchor) or anchor,
            code=where.code,
            raw=article.raw,
            frame=frame(placed, at),
            told=told,
            near=where.sentence - told_in <= 1,
            same=where.sentence == told_in,
            ahead=partial(where.looks_ahead),
        )
        value = resolve(found, context)
        start, end = _with_determiner(where), where.found.end
        yield where, Date(start, end, article.raw[start:end], *value, rule=found.rule)
        point = point_of(value.value) if value.kind in {"DATE", "TIME"} else None
        if point is not None:
            told, told_in = point, where.sentence


def _day_behind(
    article: Article, placed: Sequence[Placed], at: int, anchor: Anchor | None
) -> Point | None:
    """Return the day that follows a bare time in its sentence ("at 1 p.m. … on August 15")."""
    where = placed[at]
    if where.found.kind != "TIME" or not {w.name for w in where.found.words} <= CLOCK_WORDS:
        return None
    for number, other in enumerate(placed[at + 1 : at + 3], start=at + 1):
        if other.sentence != where.sentence or other.found.kind == "TIME":
            break
        if other.found.kind == "DATE":
            context = Context(anchor, other.code, article.raw, frame(placed, number),
                              ahead=partial(other.looks_ahead))  # fmt: skip
            point = point_of(resolve(completed(placed, number), context).value)
            return point if point and point.day else None
    return None


def _with_determiner(where: Placed) -> int:
    """Return where a mention begins, an article before it included ("the end of the year")."""
    data = language.section(where.code, "dates")
    start = where.found.start
    if where.found.words[0].name in data["determined"]:
        before = f" {where.article.raw[max(0, start - 8) : start]}".lower()
        for word in data["determiners"]:
            if before[:-1].endswith(word) and before[-1].isspace():
                first = start - len(word) - 1
                if not before[-len(word) - 2].isalnum():
                    return first
    return start
