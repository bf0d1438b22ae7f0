"""What does a value leave open? Every value as an interval, so that two can be held together.

A date, a duration or a number is read as the set of values that it does not exclude: "2022-02" is
any moment of that month, "about 1,000" anything near it, "more than 2,000" anything above. Two
values can both be true when their intervals meet.
"""

from __future__ import annotations

import math
import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

ABOUT = 0.10
"""How far "about" reaches to either side, as a share of the value."""

_DAY = 1440
_MOMENT = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?"
    r"(?:T(?P<hour>\d\d)(?::?(?P<minute>\d\d))?(?::\d\d)?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?|T[A-Z]{2})?"
)
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_DECADE = re.compile(r"(\d{3})[Xx]")
_DURATION = re.compile(
    r"P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?"
    r"(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:\d+(?:\.\d+)?S)?)?"
)
_UNIT_DAYS = (365.2425, 30.436875, 7.0, 1.0, 1 / 24, 1 / 1440)
# EDTF: 21 to 24 are spring to winter (a northern winter begins in December), 33 to 36 quarters.
_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10}


class Interval(NamedTuple):
    """The values that a statement leaves open, ends included; infinite where it sets no end."""

    low: float
    high: float

    def meets(self, other: Interval) -> bool:
        """Tell whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def shifted(self, by: float) -> Interval:
        """Return the interval moved by ``by``."""
        return Interval(self.low + by, self.high + by)

    @property
    def width(self) -> float:
        """How much is left open; 0 for a single value."""
        return self.high - self.low


@lru_cache(maxsize=65536)
def date_interval(value: str) -> Interval | None:
    """Return the minutes (UTC, from year 1) that an ISO 8601 / EDTF date or time covers.

    Understands year, month, week, day, part of a day (as the day), season, quarter, decade, time
    with or without a zone (without one the clock is taken as UTC), ``a/b``, ``a/..`` and ``../b``.
    None for anything else.
    """
    if "/" in value:
        first, _, last = value.partition("/")
        low = Interval(-math.inf, -math.inf) if first in ("", "..") else date_interval(first)
        high = Interval(math.inf, math.inf) if last in ("", "..") else date_interval(last)
        if low is None or high is None:
            return None
        return Interval(low.low, high.high)
    plain = value.rstrip("?~%")
    decade = _DECADE.fullmatch(plain)
    if decade:
        year = int(decade[1]) * 10
        return _years(year, year + 9)
    week, match = _WEEK.fullmatch(plain), _MOMENT.fullmatch(plain)
    try:
        if week:
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1).toordinal()
            return Interval(monday * _DAY, (monday + 7) * _DAY - 1)
        return _moment(match) if match else None
    except ValueError:
        return None


def _years(first: int, last: int) -> Interval:
    return Interval(
        date(first, 1, 1).toordinal() * _DAY, (date(last, 12, 31).toordinal() + 1) * _DAY - 1
    )


def _moment(match: re.Match[str]) -> Interval:
    """Return the interval of one date or time; ValueError if there is no such day."""
    year = int(match["year"])
    if match["month"] is None:
        return _years(year, year)
    month = int(match["month"])
    if match["day"] is None:
        months = 1
        if month in _FIRST_MONTH:
            month, months = _FIRST_MONTH[month], 3
        after = year * 12 + month - 1 + months
        begin = date(year, month, 1)
        end = date(after // 12, after % 12 + 1, 1)
        return Interval(begin.toordinal() * _DAY, end.toordinal() * _DAY - 1)
    day = date(year, month, int(match["day"])).toordinal() * _DAY
    if match["hour"] is None:
        return Interval(day, day + _DAY - 1)
    minute = day + int(match["hour"]) * 60 + int(match["minute"] or 0) - _offset(match["zone"])
    width = 0 if match["minute"] else 59
    return Interval(minute, minute + width)


def _offset(zone: str | None) -> int:
    """Return the minutes that a clock of ``zone`` is ahead of UTC."""
    if zone is None or zone == "Z":
        return 0
    digits = zone[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    return -minutes if zone[0] == "-" else minutes


def day_of(value: str) -> str:
    """Return the date of an ISO 8601 time, on the clock that it was told by."""
    return value.partition("T")[0]


def start_of(value: str) -> str:
    """Return the first date of an EDTF interval; a plain date is its own."""
    return value.partition("/")[0] if "/" in value else value


@lru_cache(maxsize=4096)
def duration_interval(value: str, qualifier: str | None) -> Interval | None:
    """Return the days that an ISO 8601 duration (or ``a/b``) covers under its qualifier.

    A duration told in whole units has completed them: nine years are from nine up to, but not
    including, ten. None for anything that is not a duration.
    """
    first, _, last = value.partition("/")
    low, high = _days(first), _days(last or first)
    if low is None or high is None:
        return None
    return _qualified(low[0], high[0], qualifier, grain=high[1])


def _days(value: str) -> tuple[float, float] | None:
    """Return the length of a duration and of its smallest unit, in days."""
    match = _DURATION.fullmatch(value)
    if match is None or not any(match.groups()):
        return None
    parts = [
        (float(count), unit)
        for count, unit in zip(match.groups(), _UNIT_DAYS, strict=True)
        if count is not None
    ]
    return sum(count * unit for count, unit in parts), parts[-1][1]


def number_interval(low: float | None, high: float | None, qualifier: str | None) -> Interval:
    """Return the numbers that ``low`` to ``high`` leaves open under its qualifier."""
    first = high if low is None else low
    last = low if high is None else high
    if first is None or last is None:
        return Interval(-math.inf, math.inf)
    if low is not None and high is None and qualifier not in ("more_than", "at_least"):
        qualifier = "at_least"
    return _qualified(first, last, qualifier)


def _qualified(low: float, high: float, qualifier: str | None, grain: float = 0.0) -> Interval:
    """Return the interval of a value; ``grain`` is the unit in which it was counted."""
    if qualifier == "about":
        return Interval(low * (1 - ABOUT), high * (1 + ABOUT))
    if qualifier == "at_least":
        return Interval(low, math.inf)
    if qualifier == "more_than":
        return Interval(math.nextafter(low, math.inf), math.inf)
    if qualifier == "at_most":
        return Interval(0.0, high)
    if qualifier == "less_than":
        return Interval(0.0, math.nextafter(high, 0.0))
    return Interval(low, math.nextafter(high + grain, low) if grain else high)
