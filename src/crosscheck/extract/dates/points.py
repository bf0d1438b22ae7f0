"""Which day, month or year do the words of an expression name?"""

from __future__ import annotations

import re

from crosscheck.extract.dates.calendar import (
    MONTHS,
    Point,
    add_days,
    point_of,
    unit_around,
    valid,
    weekday_near,
)
from crosscheck.extract.dates.context import EXPLICIT, RELATIVE, Anchor, Context
from crosscheck.extract.dates.expressions import Expression

Based = tuple[Point | None, str | None]
_CENTURY, _PIVOT = 100, 70
_WEEK = 7
_YEAR, _MONTH = 365.25, 30.4  # days
# How much nearer a date must be to be taken against the tense, or for the future without any.
_GOES_ON = 200  # days
_RARE, _LESS_LIKELY = 4.5, 1.5
# The past tense speaks against the future; less so where the day of writing is only a lower bound.
_UNLIKELY, _UNSURE = 12.0, 3.0


def day_of(found: Expression, context: Context) -> Based:
    """Return the point that an expression names, as precisely as it does, and its basis."""
    if found.has("iso"):
        return point_of(found.value("iso").replace("/", "-")), EXPLICIT
    if found.has("numeric"):
        return _numeric(found.value("numeric"), context), EXPLICIT
    if found.has("holiday"):
        return _holiday(found, context)
    if found.has("month"):
        return month_day(found, context)
    return _from_anchor(found, context)


def _from_anchor(found: Expression, context: Context) -> Based:
    """Return the day of "yesterday", "Monday", "that day", "last night"."""
    anchor, unit = context.anchor, found.value("unit") or "D"
    if found.has("that", "following") and not found.has("weekday", "short", "day"):
        start = context.told or (anchor.point if anchor and found.has("following") else None)
        step = found.value("that", "following")
        return (point_of(unit_around(start, unit, step)) if start else None), RELATIVE
    if anchor is None:
        return None, None
    day: Point | None = anchor.point
    if found.has("day"):
        day = add_days(anchor.point, found.value("day"))
    elif found.has("weekday", "short"):
        day = _weekday(found, anchor, context)
    elif found.has("next", "this"):
        day = point_of(unit_around(anchor.point, unit, found.value("next", "this")))
    return day, anchor.basis


def stated_year(found: Expression, context: Context) -> tuple[int | None, str | None]:
    """Return the year that the expression itself says: "2022", "last year", "that year"."""
    year, basis = _stated_year(found, context)
    return (year, basis) if year and valid(year, None) else (None, None)


def _stated_year(found: Expression, context: Context) -> tuple[int | None, str | None]:
    if found.has("year"):
        return int(found.value("year")), EXPLICIT
    if found.value("unit") != "Y":
        return None, None
    if context.anchor and found.has("next", "this"):
        return context.anchor.point.year + found.value("next", "this"), context.anchor.basis
    if context.told and found.has("that", "following"):
        return context.told.year + found.value("that", "following"), RELATIVE
    return None, None


def month_day(found: Expression, context: Context) -> Based:
    """Return the month, or the day of a month, that an expression names."""
    month = found.value("month")
    day = found.value("dom", "ordinal")
    year, basis = stated_year(found, context)
    if year is None:
        step = found.value("next", "this")
        if found.has("weekday") and found.words[0].name in {"next", "this"}:
            step = None  # "this Tuesday, April 19": of the weekday
        if context.told and found.has("that", "following"):
            told, step = context.told, found.value("that", "following")
            moved = step and (told.month is None or (month - told.month) * step <= 0)
            year, basis = told.year + (step if moved else 0), RELATIVE
        elif step is not None:
            year, basis = _directed_year(month, step, context.anchor)
        else:
            year, basis = year_of(month, day, found.value("weekday", "short"), context)
    if year is None:
        return None, None
    return valid(year, month, day) or valid(year, month), basis


def year_of(
    month: int, day: int | None, weekday: int | None, context: Context
) -> tuple[int | None, str | None]:
    """Return the year of a date without one: of its sentence, else the nearest to the anchor.

    The tense of the verb weighs; a weekday decides.
    """
    if context.frame is not None:
        return context.frame, RELATIVE
    anchor = context.anchor
    if anchor is None:
        return _year_told(month, day, context)
    start = anchor.point
    years = [start.year, start.year - 1, start.year + 1]
    if start.month is not None:
        here = start.month * _MONTH + (start.day or day or 1)
        there = month * _MONTH + (day or start.day or 1)
        ahead = context.ahead()
        back = _RARE if ahead else 1.0
        past = _UNSURE if anchor.or_later else _UNLIKELY
        forth = 1.0 if ahead else past if ahead is False else _LESS_LIKELY
        apart = {year: (year - start.year) * _YEAR + there - here for year in years}
        years.sort(key=lambda year: apart[year] * forth if apart[year] > 0 else -apart[year] * back)
    if weekday is not None and day is not None:
        for year in years:
            known = valid(year, month, day)
            if known and known.isoweekday() == weekday:
                return year, anchor.basis
    return years[0], anchor.basis


def _year_told(month: int, day: int | None, context: Context) -> tuple[int | None, str | None]:
    """Return the year of a date that goes on from the one told just before, in an undated text."""
    told = context.told_near
    if told is None or told.month is None:
        return None, None
    apart = (month - told.month) * _MONTH + (day or told.day or 1) - (told.day or day or 1)
    year = told.year + (1 if apart < 0 else 0)
    near = apart % _YEAR <= _GOES_ON
    return (year, RELATIVE) if near else (None, None)


def _numeric(text: str, context: Context) -> Point | None:
    """Return the day of ``15/08/2022``; of two readings the one nearer to the anchor."""
    first, second, year = (int(part) for part in re.split(r"[/.]", text))
    if year < _CENTURY:
        year += 2000 if year < _PIVOT else 1900
    days = [day for day in (valid(year, second, first), valid(year, first, second)) if day]
    anchor = context.anchor.point.date() if context.anchor else None
    if anchor:
        days.sort(key=lambda day: abs((day.date() or anchor) - anchor))
    return days[0] if days else None


def _holiday(found: Expression, context: Context) -> Based:
    """Return the day of a holiday: a date, a day of each year, or "11-4-4", a fourth Thursday."""
    value = str(found.value("holiday"))
    if value[:4].isdecimal():
        return point_of(value), EXPLICIT
    month, day, *weekday = (int(part) for part in value.split("-"))
    if weekday:
        day = 7 * day - 6
    year, basis = stated_year(found, context)
    if year is None:
        year, basis = year_of(month, day, None, context)
    known = valid(year, month, day) if year else None
    if known and weekday:
        known = weekday_near(known, weekday[0], ahead=True)
    return known, basis


def _directed_year(month: int, step: int, anchor: Anchor | None) -> tuple[int | None, str | None]:
    """Return the year of "last March" (-1), "this March" (0) or "next March" (1)."""
    if anchor is None:
        return None, None
    start = anchor.point
    if anchor.or_later and step == 0 and start.month is not None and month < start.month:
        return start.year + (0 if start.day else 1), anchor.basis
    if start.month is None or step == 0:
        return start.year + step, anchor.basis
    passed = month >= start.month if step < 0 else month <= start.month
    return start.year + (step if passed else 0), anchor.basis


def _weekday(found: Expression, anchor: Anchor, context: Context) -> Point | None:
    """Return the day a weekday names: in news the last one, the next one where the verb says so."""
    weekday, day = found.value("weekday", "short"), found.value("ordinal", "dom")
    start = anchor.point
    if day is not None:
        return _weekday_and_day(start, weekday, day)
    if found.has("unit"):  # "Monday last week"
        monday = point_of(unit_around(start, "W", found.value("next", "this") or 0))
        return weekday_near(monday, weekday, ahead=True) if monday else None
    step = found.value("that", "following", "next", "past")
    if step is not None:
        told = context.told if found.has("that", "following") else None
        return weekday_near(told or start, weekday, ahead=step >= 0, strict=step != 0)
    ahead = context.ahead()
    if found.has("this"):
        ahead = ahead is not False
    day_ahead, day_back = (weekday_near(start, weekday, ahead=way) for way in (True, False))
    if anchor.or_later and not ahead and day_ahead and day_back:
        near = add_days(start, _WEEK // 2)
        return day_ahead if near and day_ahead <= near else day_back
    return day_ahead if ahead else day_back


def _weekday_and_day(start: Point, weekday: int, day: int) -> Point | None:
    """Return "Monday 15": the nearest month, past ones first, in which they go together."""
    if start.month is None:
        return None
    for step in (0, -1, 1, -2, 2):
        months = start.year * MONTHS + start.month - 1 + step
        found = valid(months // MONTHS, months % MONTHS + 1, day)
        if found and found.isoweekday() == weekday:
            return found
    return None
