"""Which two dates are the ends of one stretch? "between 2013 and 2022", "from Monday to Friday"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from crosscheck import language
from crosscheck.extract.dates.calendar import Point, point_of, weekday_near
from crosscheck.extract.dates.context import EXPLICIT
from crosscheck.extract.dates.placed import Placed
from crosscheck.extract.records import Date

_WIDEST = 16  # characters between the two ends, and of the words that lead to the first
_REACH = 60  # characters before the first end in which a verb of putting off is looked for
_POINTS = frozenset({"DATE", "TIME"})
_BLANKS = re.compile(r"\s+")
_WORD = re.compile(r"\w+")


class _Words(NamedTuple):
    """The words of a language that join two dates, and those that lead to the first."""

    between: tuple[str, ...]
    conjunctions: frozenset[str]
    leads: tuple[str, ...]
    to: frozenset[str]
    dashes: frozenset[str]
    not_after: tuple[str, ...]


@cache
def _words(code: str) -> _Words:
    data: Mapping[str, list[str]] = language.section(code, "dates")["ranges"]
    between, leads = (
        tuple(word if word[-1] in "'’" else f" {word} " for word in data[name])
        for name in ("between", "from")
    )
    return _Words(
        between, frozenset(data["and"]), leads, frozenset(data["to"]), frozenset(data["dashes"]),
        tuple(data["not_after"]),
    )  # fmt: skip


def joined(found: Iterable[tuple[Placed, Date]]) -> Iterator[Date]:
    """Yield the mentions of ``found``, two that one range expression joins as one.

    Its value is the EDTF interval, from the first end to the second; null where one is unknown.
    The words before the first end ("between", "from") are not part of it.
    """
    last: tuple[Placed, Date] | None = None
    for where, date in found:
        if last is None:
            last = where, date
            continue
        one = _one(*last, where, date)
        if one is None:
            yield last[1]
            last = where, date
        else:
            yield one
            last = None
    if last is not None:
        yield last[1]


def _one(where: Placed, first: Date, other: Placed, second: Date) -> Date | None:
    """Return the range of two neighbouring mentions, or None if they are two."""
    if second.start - first.end > _WIDEST or where.sentence != other.sentence:
        return None
    if first.kind not in _POINTS or not _is_joined(where, first, other, second):
        return None
    value = _interval(where, first, other, second)
    if value is None and first.value and second.value:
        return None
    explicit = second.basis == EXPLICIT and (first.basis == EXPLICIT or where.found.has("month"))
    basis = EXPLICIT if explicit else first.basis if first.basis != EXPLICIT else second.basis
    text = where.article.raw[first.start : second.end]
    return Date(
        first.start, second.end, text, first.kind, value, None, basis if value else None, "range"
    )


def _is_joined(where: Placed, first: Date, other: Placed, second: Date) -> bool:
    """Tell by the words between two mentions, and before the first, whether they are one range."""
    raw, words = where.article.raw, _words(where.code)
    between = " ".join(raw[first.end : second.start].lower().split())
    if first.kind == "TIME":  # "the night of Sunday to Monday"
        return where.found.value("part") == "NI" and between in words.to and second.kind == "DATE"
    if second.kind != "DATE" or "/" in f"{first.value}{second.value}":
        return False
    before = _BLANKS.sub(" ", f" {raw[max(0, first.start - _WIDEST) : first.start].lower()}")
    if between in words.conjunctions:
        return before.endswith(words.between)
    led = between in words.to and before.endswith(words.leads)
    if not led and not (between in words.dashes and _is_alike(where, other)):
        return False
    near = _WORD.findall(raw, max(0, first.start - _REACH), first.start)
    return not any(word.lower().startswith(words.not_after) for word in near[-6:])


def _is_alike(where: Placed, other: Placed) -> bool:
    """Tell whether two dates are written alike: "15 to 20 August", "June 2013 – July 2014"."""
    if where.found.rule == "day_of_list" and other.found.has("month"):
        return True
    months, years = ([one.found.has(name) for one in (where, other)] for name in ("month", "year"))
    return months[0] == months[1] and years[0] <= years[1] and (months[1] or years[0])


def _interval(where: Placed, first: Date, other: Placed, second: Date) -> str | None:
    """Return the EDTF interval from ``first`` to ``second``; None if they do not follow."""
    start, end = point_of(first.value), point_of(second.value)
    if start is None or end is None or first.value is None or second.value is None:
        return None
    one, two = first.value.partition("T")[0], second.value
    if other.found.has("weekday") and not other.found.has("month") and start.day and end.day:
        end = weekday_near(start, end.isoweekday() or 1, ahead=True, strict=True) or end
        two = end.iso()
    elif _order(start, one) > _order(end, two) and not where.found.has("year"):
        year = end.year - (1 if (start.month or 0) > (end.month or 0) else 0)
        one = f"{year:04}{one[4:]}"
        start = point_of(one)
    if start is None:
        return None
    return f"{one}/{two}" if _order(start, one) < _order(end, two) else None


def _order(day: Point, value: str) -> tuple[int, int, int, str]:
    return day.year, day.month or 0, day.day or 0, value
