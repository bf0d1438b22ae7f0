"""Which week, season, quarter, decade, and which stretch between two dates?"""

from __future__ import annotations

import re
from calendar import monthrange

from crosscheck import language
from crosscheck.extract.dates.calendar import (
    MONTHS,
    QUARTERS,
    SEASONS,
    add_days,
    point_of,
    unit_around,
    valid,
    week,
)
from crosscheck.extract.dates.context import EXPLICIT, RELATIVE, Context, Value
from crosscheck.extract.dates.durations import duration
from crosscheck.extract.dates.expressions import Expression
from crosscheck.extract.dates.points import day_of, month_day, stated_year, year_of

_CENTURY = 100
_WEEK = 7
_WINTER = 24
_MIDDLE = 15  # the day that the first half of a month ends with
_UNITS_OF_YEAR = {"M": 1, "Q": 3}
_YEAR_ALONE = re.compile(r"\d{4}")


def dated(found: Expression, value: str | None, basis: str | None) -> Value:
    """Return a DATE with the qualifier that the words give it.

    The start or end of a year is a month: "the end of 2021" is its December.
    """
    month = {"start": 1, "end": MONTHS}.get(found.value("border") or "")
    if value is not None and month and _YEAR_ALONE.fullmatch(value):
        value = f"{value}-{month:02}"
    return Value("DATE", value, qualifier(found), basis if value else None)


def qualifier(found: Expression) -> str | None:
    """Return start, mid, end, about, more_than …, or None."""
    word = found.first("edge", "border", "about", "earlier", "later")
    if word is None or word.value == "exact":
        return None
    return str({-1: "start", 1: "end"}.get(word.value, word.value))


def year(found: Expression, context: Context) -> Value:
    """Return the year of "2013", "early 2014", "the end of 2021"."""
    return dated(found, f"{found.value('year'):04}", EXPLICIT)


def which(found: Expression, context: Context) -> Value:
    """Return the period of "last month", "this year", "early in the week", "the weekend"."""
    anchor = context.anchor
    unit, step = found.value("unit", "weekend"), found.value("next", "this")
    if step is not None and len(found.words) == 2 and _lasts(found, context):
        return Value("DURATION", duration(1.0, unit), None, EXPLICIT)
    start, basis = (anchor.point, anchor.basis) if anchor else (None, None)
    if step is None and context.told and (context.same or not anchor) and unit in {"M", "Y"}:
        start, basis = context.told, RELATIVE
    if unit == "D" and step == 1:  # "the next day" is never tomorrow
        start, basis = context.told_near, RELATIVE
    if start is None:
        return dated(found, None, None)
    if unit == "WE" and step is None:  # the one just past, from Monday to Thursday
        day = start.date()
        step = -1 if day and day.isoweekday() < 5 and not context.ahead() else 0
    return dated(found, unit_around(start, unit, step or 0), basis)


def _lasts(found: Expression, context: Context) -> bool:
    """Tell whether "the last year" is how long ("over the last year"), not when."""
    data = language.section(context.code, "dates")
    before = context.raw[max(0, found.start - 24) : found.start].lower().split()[-2:]
    return (
        len(before) == 2
        and before[0] in data["lasting"]
        and before[1] in data["determiners"]
        and found.value("unit") not in {None, "D", "Q"}
    )


def week_of(found: Expression, context: Context) -> Value:
    """Return the period of "the first week of August", "the last two weeks of June"."""
    named = tuple(word for word in found.words if word.name in {"month", "year"})
    month, basis = month_day(found.with_words(named), context)
    last = found.has("next") or found.value("final") == -1
    edge = "end" if last else "start"
    if month is None or month.month is None:
        return Value("DATE", None, edge, None)
    if found.has("few", "num", "dom", "units"):
        return Value("DATE", month.iso(), edge, basis)
    unit, number = found.value("unit"), found.value("ordinal") or 1
    day = valid(month.year, month.month, 1)
    step = (number - 1) * (_WEEK if unit == "W" else 1)
    if last:
        day, step = valid(month.year + month.month // MONTHS, month.month % MONTHS + 1, 1), -1
    moved = add_days(day, step) if day else None
    if moved is None:
        return Value("DATE", None, None, None)
    return Value("DATE", week(moved) if unit == "W" else moved.iso(), None, basis)


def months_of(found: Expression, context: Context) -> Value:
    """Return the stretch of "the first six months of 2022" (2022-01/2022-06)."""
    of_year, basis = _year_named(found, context)
    months = _UNITS_OF_YEAR.get(found.value("units") or "", 0) * int(found.value("num", "dom") or 0)
    if of_year is None or not 0 < months <= MONTHS:
        return dated(found, None, None)
    late = (found.value("next", "final") or 1) < 0
    first, last = (MONTHS - months + 1, MONTHS) if late else (1, months)
    return Value("DATE", f"{of_year:04}-{first:02}/{of_year:04}-{last:02}", None, basis)


def half_of(found: Expression, context: Context) -> Value:
    """Return the stretch of "the first half of 2022", "the second half of August"."""
    late = found.value("half_of") == 2
    if not found.has("month") and found.value("unit") != "M":
        of_year, basis = _year_named(found, context)
        stretch = (7, MONTHS) if late else (1, MONTHS // 2)
        value = "/".join(f"{of_year:04}-{month:02}" for month in stretch) if of_year else None
        return Value("DATE", value, None, basis if value else None)
    if found.has("month"):
        month, basis = month_day(found, context)
    else:
        whole = which(found.with_words(found.words[1:]), context)
        month, basis = point_of(whole.value), whole.basis
    if month is None or month.month is None:
        return Value("DATE", None, None, None)
    days_of_month = monthrange(month.year, month.month)[1]
    first, last = (_MIDDLE + 1, days_of_month) if late else (1, _MIDDLE)
    days = (month._replace(day=day).iso() for day in (first, last))
    return Value("DATE", "/".join(days), None, basis)


def _year_named(found: Expression, context: Context) -> tuple[int | None, str | None]:
    """Return the year of "2022", "last year", "the year"."""
    of_year, basis = stated_year(found, context)
    if of_year is None and found.value("unit") == "Y":
        told = context.told if context.same else None
        start = told or (context.anchor.point if context.anchor else None)
        of_year, basis = (start.year if start else None), RELATIVE
    return of_year, basis if of_year else None


def week_at(found: Expression, context: Context) -> Value:
    """Return the ISO week that a day lies in: "the week of March 6"."""
    day, basis = day_of(found, context)
    return dated(found, unit_around(day, "W", 0) if day else None, basis)


def quarter(found: Expression, context: Context) -> Value:
    """Return the quarter of "the second quarter of 2022" (EDTF 2022-34)."""
    number = found.value("quarterword")
    of_year, basis = stated_year(found, context)
    if of_year is None and context.anchor:
        start, basis = context.anchor.point, context.anchor.basis
        begun = start.month is None or (number - QUARTERS) * 3 + 1 <= start.month
        of_year = start.year - (0 if begun or context.ahead() else 1)
    return dated(found, f"{of_year:04}-{number}" if of_year else None, basis)


def season(found: Expression, context: Context) -> Value:
    """Return "last autumn" as EDTF (2021-23); a winter has the year it begins in."""
    number = found.value("season")
    of_year, basis = stated_year(found, context)
    if of_year is None and context.frame is not None:
        of_year, basis = context.frame, RELATIVE
    elif of_year is None and context.anchor:
        (start, basis), step = context.anchor[:2], found.value("next", "this")
        of_year, first = start.year, (number - SEASONS) * 3
        if start.month is not None:
            if step == -1:
                of_year -= 1 if start.month < first + 3 else 0
            elif step == 1:
                of_year += 1 if start.month >= first else 0
            elif step is None and context.ahead() is False:
                of_year -= 1 if start.month < first else 0
            elif number == _WINTER and start.month < 3:
                of_year -= 1
    known = of_year is not None and valid(of_year, None)
    return dated(found, f"{of_year:04}-{number}" if known else None, basis)


def decade(found: Expression, context: Context) -> Value:
    """Return the decade of "the 1990s", "the '90s" (EDTF 199X)."""
    digits = found.value("decade")
    if len(digits) == 2:
        digits = f"{19 if digits >= '30' else 20}{digits}"
    return Value("DATE", f"{digits[:3]}X", qualifier(found), EXPLICIT)


def century(found: Expression, context: Context) -> Value:
    """Return the century of "the 14th century" (EDTF 13XX)."""
    return Value("DATE", f"{found.value('ordinal') - 1:02}XX", qualifier(found), EXPLICIT)


def yearend(found: Expression, context: Context) -> Value:
    """Return the December that "year-end", "year's end" mean."""
    anchor = context.anchor
    of_year, basis = stated_year(found, context)
    if of_year is None and anchor:
        of_year, basis = anchor.point.year, anchor.basis
    return Value("DATE", f"{of_year:04}-{MONTHS}" if of_year else None, "end", basis)


def interval(found: Expression, context: Context) -> Value:
    """Return both ends of "2013-2014", "27-31 March 2022", "March-April"."""
    years, months, days = found.all("year"), found.all("month"), found.all("dom", "ordinal")
    if not months:
        first = int(years[0].value)
        last = years[1].value if len(years) > 1 else first // _CENTURY * _CENTURY + days[0].value
        return dated(found, f"{first:04}/{last:04}" if last > first else None, EXPLICIT)
    month, day = months[-1].value, days[-1].value if days else None
    end_year, basis = year_of(month, day, None, context)
    if years:
        end_year, basis = int(years[-1].value), EXPLICIT
    if end_year is None:
        return dated(found, None, None)
    start_year = end_year - 1 if months[0].value > month else end_year
    if len(years) > 1:
        start_year = int(years[0].value)
    start = valid(start_year, months[0].value, days[0].value if days else None)
    end = valid(end_year, month, day)
    value = f"{start.iso()}/{end.iso()}" if start and end else None
    return dated(found, value, basis)
