"""What do the mentions around it add to a mention? A year, a month, the day of a speech."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from crosscheck import language
from crosscheck.extract.dates.calendar import point_of
from crosscheck.extract.dates.context import RELATIVE, Anchor, Context
from crosscheck.extract.dates.expressions import Expression
from crosscheck.extract.dates.placed import Placed
from crosscheck.extract.dates.resolve import resolve

_OPENING = 12  # characters: "In 2013, …" at the head of a sentence
_BACK = 3  # sentences between who spoke when and the quotation
_ROW = 12  # mentions looked at around one
_LIST = 60  # items of a list under one heading


def completed(placed: Sequence[Placed], at: int) -> Expression:
    """Return a day of a list with the month its neighbour has ("28 and 29 March 2022")."""
    found = placed[at].found
    if found.rule != "day_of_list":
        return found
    following = placed[at + 1].found if at + 1 < len(placed) else None
    if following is not None and following.start - found.end < _OPENING and following.has("month"):
        other = following
    else:
        other = placed[at - 1].found
    missing = {"month", "year", "next", "this"} - {word.name for word in found.words}
    return found.with_words(
        found.words + tuple(word for word in other.words if word.name in missing)
    )


def frame(placed: Sequence[Placed], at: int) -> int | None:
    """Return the year that the sentence gives to a month without one.

    "In 2013 they landed in January", "between March and April 2022", "January 11: …" in a list
    under the heading "2013".
    """
    where = placed[at]
    if not where.found.has("month", "season", "holiday") or where.found.has("year"):
        return None
    joined = _joined(placed, at)
    if joined is not None:
        return joined
    chained = _chained(placed, at)
    return chained if chained is not None else _headed(placed, at)


def _joined(placed: Sequence[Placed], at: int) -> int | None:
    """Return the year after a row of months: "between March and April 2022"."""
    for before, after in pairwise(range(at, min(at + _ROW, len(placed)))):
        one, other = placed[before], placed[after]
        between = one.article.raw[one.found.end : other.found.start]
        if one.sentence != other.sentence or not _joins(between, one.code):
            return None
        if other.found.has("year"):
            return int(other.found.value("year"))
    return None


def _headed(placed: Sequence[Placed], at: int) -> int | None:
    """Return the year that opens the sentence, or that stands as a heading over a list."""
    where = placed[at]
    listed = where.opening() < _OPENING
    for back in range(at - 1, max(-1, at - _LIST), -1):
        other = placed[back]
        if other.found.rule != "year" or other.opening() >= _OPENING:
            continue
        heads = other.is_whole_sentence()
        if other.sentence == where.sentence or (listed and heads):
            return int(other.found.value("year"))
        if heads:
            return None
    return None


def _chained(placed: Sequence[Placed], at: int) -> int | None:
    """Return the year of a month told on: "begun in June 2021, resumed in July"."""
    where, other = placed[at], placed[max(0, at - 1)]
    months = other.found.value("month"), where.found.value("month")
    if other.sentence != where.sentence or not other.found.has("year") or None in months:
        return None
    raw, data = where.article.raw, language.section(where.code, "dates")
    said = raw[other.found.start - other.opening() : other.found.start].lower().split()
    background = not {word.strip(",") for word in said}.isdisjoint(data["subordinate"])
    # "Barkhane, launched on 1 August 2014, ended on November 9"
    participle = any(word.endswith(tuple(data["participles"])) for word in said[-3:])
    apart = raw[other.found.end : other.found.end + 1] == "," and (
        len(said) < 4 or any(word.endswith(",") for word in said[-4:])
    )
    if background or (participle and apart) or months[0] >= months[1]:
        return None
    return int(other.found.value("year"))


def _joins(between: str, code: str) -> bool:
    gaps = language.section(code, "dates")["gaps"]
    return " ".join(between.lower().split()) in {",", "-", "–", *gaps["and"], *gaps["to"]}


def spoken_on(placed: Sequence[Placed], at: int, anchor: Anchor | None) -> Anchor | None:
    """Return the day on which someone said "today", if the text names it ("… said on Monday")."""
    where = placed[at]
    if anchor is None or not where.found.has("day") or not where.is_quoted():
        return None
    after = range(at + 1, min(at + _ROW, len(placed)))
    same = [placed[n] for n in after if placed[n].sentence == where.sentence]
    before = [placed[n] for n in range(at - 1, max(-1, at - _ROW), -1)]
    for other in (*same, *before):
        if where.sentence - other.sentence > _BACK:
            break
        if other.found.rule != "weekday" or other.is_quoted():
            continue
        context = Context(anchor, other.code, other.article.raw, ahead=lambda: False)
        value = resolve(other.found, context)
        day = point_of(value.value)
        if day is not None:
            return Anchor(day, value.basis or RELATIVE, anchor.or_later)
    return None
