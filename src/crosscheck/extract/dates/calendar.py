"""Arithmetic with dates of which only part is known, and how they are written (ISO 8601, EDTF)."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
MONTHS = 12
SEASONS = 20  # EDTF: 2022-21 is the spring of 2022
QUARTERS = 33  # EDTF: 2022-33 is its first quarter
_SATURDAY, _SUNDAY = 6, 7
_YEARS = {"Y": 1, "10Y": 10, "100Y": 100}


class Point(NamedTuple):
    """A year, a month or a day, as far as known."""

    year: int
    month: int | None = None
    day: int | None = None

    def iso(self) -> str:
        """Return ``2022``, ``2022-02`` or ``2022-02-17``."""
        text = f"{self.year:04}"
        if self.month is not None:
            text += f"-{self.month:02}"
            if self.day is not None:
                text += f"-{self.day:02}"
        return text

    def date(self) -> date | None:
        """Return the day, if it is known."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def isoweekday(self) -> int | None:
        """Return 1 (Monday) to 7 of a day."""
        day = self.date()
        return day.isoweekday() if day else None


def point_of(value: str | None) -> Point | None:
    """Return the point that an ISO or EDTF value begins with; None for durations and the like."""
    in_week = _WEEK.match(value or "")
    if in_week:
        return _monday(int(in_week[1]), int(in_week[2]))
    found = _POINT.match(value or "")
    if found is None or not int(found[1]):
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if QUARTERS <= month < QUARTERS + 4:  # its first month
        return Point(year, (month - QUARTERS) * 3 + 1)
    if not 1 <= month <= MONTHS:  # a season
        return Point(year)
    return valid(year, month, day or None) or Point(year, month)


def _monday(year: int, number: int) -> Point | None:
    try:
        return point(date.fromisocalendar(year, number, 1))
    except ValueError:
        return None


def point(day: date) -> Point:
    """Return a day as a point."""
    return Point(day.year, day.month, day.day)


def valid(year: int, month: int | None, day: int | None = None) -> Point | None:
    """Return the point if it exists (there is no 31 June)."""
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return Point(year, month, day)


def add_days(start: Point, days: int) -> Point | None:
    """Return the day ``days`` later, or None where the day is not known."""
    day = start.date()
    try:
        return None if day is None else point(day + timedelta(days=days))
    except OverflowError:
        return None


def add_months(start: Point, months: int) -> Point | None:
    """Return the month ``months`` later, or None where the month is not known."""
    if start.month is None:
        return None
    count = start.year * MONTHS + start.month - 1 + months
    return valid(count // MONTHS, count % MONTHS + 1)


def weekday_near(start: Point, weekday: int, *, ahead: bool, strict: bool = False) -> Point | None:
    """Return the nearest ``weekday`` (1 is Monday) before or after a day.

    The day itself counts unless ``strict``.
    """
    day = start.date()
    if day is None:
        return None
    apart = (weekday - day.isoweekday()) % 7 if ahead else -((day.isoweekday() - weekday) % 7)
    if strict and apart == 0:
        apart = 7 if ahead else -7
    return add_days(start, apart)


def week(start: Point, weeks: int = 0) -> str | None:
    """Return the ISO week ``weeks`` after the one that a day lies in: ``2022-W33``."""
    moved = add_days(start, 7 * weeks)
    day = moved.date() if moved else None
    if day is None:
        return None
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}"


def weekend(start: Point, weeks: int = 0) -> str | None:
    """Return Saturday and Sunday of the week ``weeks`` after a day's."""
    moved = add_days(start, 7 * weeks)
    if moved is None:
        return None
    saturday = weekday_near(moved, _SATURDAY, ahead=moved.isoweekday() != _SUNDAY)
    sunday = add_days(saturday, 1) if saturday else None
    return f"{saturday.iso()}/{sunday.iso()}" if saturday and sunday else None


def unit_around(start: Point, unit: str, count: int) -> str | None:
    """Return the day, week, month, quarter, year … that lies ``count`` after the one of ``start``.

    ``unit`` is D, W, WE (weekend), M, Q, Y, 10Y (decade) or 100Y. None where too little is known.
    """
    if unit == "D":
        day = add_days(start, count)
        return day.iso() if day else None
    if unit in {"W", "2W"}:
        return week(start, count * (2 if unit == "2W" else 1))
    if unit == "WE":
        return weekend(start, count)
    if unit in {"M", "Q"}:
        return _month_around(start, unit, count)
    return _years_around(start, _YEARS.get(unit, 0), count)


def _month_around(start: Point, unit: str, count: int) -> str | None:
    moved = add_months(start, count * (3 if unit == "Q" else 1))
    if moved is None or moved.month is None:
        return None
    return f"{moved.year:04}-{QUARTERS + (moved.month - 1) // 3}" if unit == "Q" else moved.iso()


def _years_around(start: Point, years: int, count: int) -> str | None:
    year = start.year + count * years
    if not years or not MINYEAR <= year <= MAXYEAR:
        return None
    unknown = len(str(years)) - 1
    return f"{year:04}"[: 4 - unknown] + "X" * unknown
