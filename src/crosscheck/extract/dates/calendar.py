"""Arithmetic with dates of which only part is known, and how they are written (ISO 8601, EDTF)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_QUARTERS = 33  # EDTF: 2022-33 is the first quarter of 2022
MONTHS = 12


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


def point_of(value: str | None) -> Point | None:
    """Return the point that an ISO or EDTF value begins with; None for durations and the like."""
    if not value:
        return None
    week = _WEEK.match(value)
    if week:
        try:
            return point(date.fromisocalendar(int(week[1]), int(week[2]), 1))
        except ValueError:
            return None
    found = _POINT.match(value)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or not year:
        return None
    if month is None or not 1 <= month <= MONTHS:
        return Point(year)
    return valid(year, month, day) or Point(year, month)


def point(day: date) -> Point:
    """Return a day as a point."""
    return Point(day.year, day.month, day.day)


def valid(year: int, month: int | None, day: int | None = None) -> Point | None:
    """Return the point if it exists (there is no 31 June)."""
    try:
        date(year, month or 1, day or 1)
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
    saturday = weekday_near(moved, 6, ahead=moved.date().isoweekday() != 7) if moved else None  # type: ignore[union-attr]
    sunday = add_days(saturday, 1) if saturday else None
    return f"{saturday.iso()}/{sunday.iso()}" if saturday and sunday else None


def unit_around(start: Point, unit: str, count: int) -> str | None:
    """Return the day, week, month, quarter, year … that lies ``count`` after the one of ``start``.

    ``unit`` is D, W, WE (weekend), M, Q, Y, 10Y (decade) or 100Y. None where too little is known.
    """
    if unit in {"D", "W", "WE", "2W"}:
        if unit == "D":
            moved = add_days(start, count)
            return moved.iso() if moved else None
        size = 2 if unit == "2W" else 1
        return weekend(start, count) if unit == "WE" else week(start, count * size)
    if unit in {"M", "Q"}:
        moved = add_months(start, count * (3 if unit == "Q" else 1))
        if moved is None or moved.month is None:
            return None
        if unit == "Q":
            return f"{moved.year:04}-{_QUARTERS + (moved.month - 1) // 3}"
        return moved.iso()
    years = {"Y": 1, "10Y": 10, "100Y": 100}.get(unit)
    if years is None or not 0 < start.year + count * years <= 9999:
        return None
    text = f"{start.year + count * years:04}"
    digits = len(str(years)) - 1
    return text[: 4 - digits] + "X" * digits
