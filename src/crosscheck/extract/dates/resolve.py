"""What does an expression of time stand for? From words to ISO 8601 / EDTF values."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from crosscheck import language
from crosscheck.extract.dates.calendar import (
    MONTHS,
    Point,
    add_days,
    point_of,
    unit_around,
    valid,
    week,
    weekday_near,
)
from crosscheck.extract.dates.clock import parse_clock
from crosscheck.extract.dates.durations import duration
from crosscheck.extract.dates.reader import Expression

EXPLICIT, RELATIVE = "explicit", "relative"
_CENTURY = 100
_YEAR, _MONTH = 365.25, 30.4  # days
_UNLIKELY, _LESS_LIKELY = 3.0, 1.5


class Anchor(NamedTuple):
    """The day (or month, or year) a document speaks from.

    ``basis`` goes with every value that is worked out from it. A document that was not dated is
    written on the anchor ``or later``.
    """

    point: Point
    basis: str = RELATIVE
    or_later: bool = False


class Value(NamedTuple):
    """A normalised expression: ``value`` None where it can't be known."""

    kind: str
    value: str | None
    qualifier: str | None = None
    basis: str | None = None


@dataclass
class Context:
    """What is known around an expression: the anchor, the frame, the date told before."""

    anchor: Anchor | None
    frame: int | None = None  # a year named in the sentence for the months in it
    told: Point | None = None  # the date told last
    near: bool = False  # … in this sentence or the one before
    same: bool = False  # … in this sentence
    ahead: Callable[[], bool | None] = field(default=lambda: None)
    code: str = "en"
    raw: str = ""


def resolve(found: Expression, context: Context) -> Value:
    """Return the value of one expression in its context."""
    return _RULES[found.rule](found, context)


# ------------------------------------------------------------------ points in time


def _day(found: Expression, context: Context) -> tuple[Point | None, str | None]:
    """Return the day, month or year that the words of an expression name, with its basis."""
    anchor = context.anchor
    basis = anchor.basis if anchor else None
    iso = found.value("iso")
    if iso:
        return point_of(iso), EXPLICIT
    numeric = found.value("numeric")
    if numeric:
        return _numeric(numeric, context), EXPLICIT
    if found.first("holiday"):
        return _holiday(found, context)
    if found.first("month"):
        return _month_day(found, context)
    if found.first("day"):
        return (add_days(anchor.point, found.value("day")) if anchor else None), basis
    if found.first("weekday", "short"):
        return _weekday(found, context), basis
    if found.first("that", "following"):
        unit = found.value("unit") or "D"
        told = context.told if context.told and context.near else None
        start = told or (anchor.point if anchor and found.first("following") else None)
        step = found.value("that", "following")
        return (point_of(unit_around(start, unit, step)) if start else None), RELATIVE
    if found.first("next", "this") and anchor:
        step = found.value("next", "this")
        return point_of(unit_around(anchor.point, found.value("unit") or "D", step)), basis
    return (anchor.point if anchor else None), basis


def _numeric(text: str, context: Context) -> Point | None:
    """Return the day of ``15/08/2022``; of two readings the one nearer to the anchor."""
    first, second, year = (int(part) for part in re.split(r"[/.]", text))
    year += 0 if year >= _CENTURY else (2000 if year < 70 else 1900)
    readings = [valid(year, second, first), valid(year, first, second)]
    days = [day for day in readings if day]
    anchor = context.anchor.point.date() if context.anchor else None
    if anchor and len(days) == 2:
        days.sort(key=lambda day: abs((day.date() or anchor) - anchor))
    return days[0] if days else None


def _holiday(found: Expression, context: Context) -> tuple[Point | None, str | None]:
    value = str(found.value("holiday"))
    if len(value) > 5:
        return point_of(value), EXPLICIT
    month, day = (int(part) for part in value.split("-"))
    year, basis = _stated_year(found, context)
    if year is None:
        year, basis = _year_of(month, day, None, context)
    return (valid(year, month, day) if year else None), basis


def _month_day(found: Expression, context: Context) -> tuple[Point | None, str | None]:
    month = found.value("month")
    day = found.value("dom", "ordinal") if found.first("dom", "ordinal") else None
    year, basis = _stated_year(found, context)
    if year is None:
        step = found.value("next", "this")
        anchor = context.anchor
        if found.first("that", "following") and context.told:
            told = context.told
            step = found.value("that", "following")
            moved = step and (told.month is None or (month - told.month) * step <= 0)
            year, basis = told.year + (step if moved else 0), RELATIVE
        elif step is not None:
            year, basis = _directed_year(month, step, anchor)
        else:
            weekday = found.value("weekday", "short")
            year, basis = _year_of(month, day, weekday, context)
    if year is None:
        return None, None
    return valid(year, month, day) or valid(year, month), basis


def _stated_year(found: Expression, context: Context) -> tuple[int | None, str | None]:
    """Return the year that the expression itself says: "2022", "last year"."""
    if found.first("year"):
        return int(found.value("year")), EXPLICIT
    if found.value("unit") == "Y" and found.first("next", "this") and context.anchor:
        return context.anchor.point.year + found.value("next", "this"), context.anchor.basis
    return None, None


def _directed_year(month: int, step: int, anchor: Anchor | None) -> tuple[int | None, str | None]:
    """Return the year of "last March" (-1), "this March" (0) or "next March" (1)."""
    if anchor is None:
        return None, None
    start = anchor.point
    if anchor.or_later and step == 0 and start.month is not None and month < start.month:
        return start.year + 1, anchor.basis  # the first such month after the last date reported
    if start.month is None or step == 0:
        return start.year + step, anchor.basis
    passed = month >= start.month if step < 0 else month <= start.month
    return start.year + (step if passed else 0), anchor.basis


def _year_of(
    month: int, day: int | None, weekday: int | None, context: Context
) -> tuple[int | None, str | None]:
    """Return the year of a date without one: of the sentence, else nearest to the anchor."""
    if context.frame is not None:
        return context.frame, RELATIVE
    anchor = context.anchor
    if anchor is None:
        return None, None
    start = anchor.point
    years = [start.year, start.year - 1, start.year + 1]
    if start.month is not None:
        here = start.month * _MONTH + (start.day or day or 1)
        there = month * _MONTH + (day or start.day or 1)
        if day is None and month == start.month:
            there = here
        # Near is likely; against the tense of the verb it has to be much nearer.
        ahead = context.ahead()
        back = _UNLIKELY if ahead else 1.0
        forth = 1.0 if ahead else _UNLIKELY if ahead is False else _LESS_LIKELY
        apart = {year: (year - start.year) * _YEAR + there - here for year in years}
        years.sort(key=lambda year: apart[year] * forth if apart[year] > 0 else -apart[year] * back)
    if weekday is not None and day is not None:
        for year in years:
            known = valid(year, month, day)
            if known and known.date().isoweekday() == weekday:  # type: ignore[union-attr]
                return year, anchor.basis
    return years[0], anchor.basis


def _weekday(found: Expression, context: Context) -> Point | None:
    """Return the day a weekday names: in news the last one, the next one where the verb says so."""
    weekday = found.value("weekday", "short")
    day = found.value("ordinal", "dom")
    anchor = context.anchor
    if anchor is None:
        return None
    start = anchor.point
    if day is not None:
        return _weekday_and_day(start, weekday, day)
    if found.first("unit"):
        moved = point_of(unit_around(start, "W", found.value("next", "this") or 0))
        return weekday_near(moved, weekday, ahead=True) if moved else None
    if found.first("that", "following") and context.told:
        step = found.value("that", "following")
        return weekday_near(context.told, weekday, ahead=step >= 0, strict=step != 0)
    step = found.value("next", "past")
    if step is not None:
        return weekday_near(start, weekday, ahead=step > 0, strict=True)
    ahead = context.ahead()
    if found.first("this"):
        ahead = ahead is not False
    return weekday_near(start, weekday, ahead=bool(ahead) or anchor.or_later)


def _weekday_and_day(start: Point, weekday: int, day: int) -> Point | None:
    """Return "Monday 15": the nearest month, past ones first, in which they go together."""
    if start.month is None:
        return None
    for step in (0, -1, 1, -2, 2):
        months = start.year * MONTHS + start.month - 1 + step
        found = valid(months // MONTHS, months % MONTHS + 1, day)
        if found and found.date().isoweekday() == weekday:  # type: ignore[union-attr]
            return found
    return None


# ------------------------------------------------------------------ rules: dates


def _edge(found: Expression) -> str | None:
    """Return the qualifier: start, mid, end, about, more_than …"""
    word = found.first("edge", "border", "about", "earlier", "later")
    if word is None or word.value == "exact":
        return None
    return {-1: "start", 1: "end"}.get(word.value, word.value)


def _border(found: Expression, value: str | None) -> str | None:
    """Return the month in which a year begins or ends: "the end of 2021" is its December."""
    month = {"start": 1, "end": MONTHS}.get(found.value("border") or "")
    plain = value is not None and re.fullmatch(r"\d{4}", value)
    return f"{value}-{month:02}" if plain and month else value


def _date(found: Expression, value: str | None, basis: str | None) -> Value:
    bordered = _border(found, value)
    return Value("DATE", bordered, _edge(found), basis if bordered else None)


def _calendar(found: Expression, context: Context) -> Value:
    if found.first("unit") and not found.first("month") and context.anchor:  # "15th of this month"
        month = point_of(unit_around(context.anchor.point, "M", found.value("next", "this")))
        day = valid(month.year, month.month, found.value("ordinal")) if month else None
        return _date(found, day.iso() if day else None, context.anchor.basis)
    day, basis = _day(found, context)
    return _date(found, day.iso() if day else None, basis)


def _which(found: Expression, context: Context) -> Value:
    """"last month", "this year", "early in the week", "next weekend"."""
    anchor = context.anchor
    unit = found.value("unit", "weekend")
    step = found.value("next", "this")
    start, basis = (anchor.point, anchor.basis) if anchor else (None, None)
    stretch = step is not None and unit not in {"D", "WE", "Q"} and len(found.words) == 2
    if stretch and _lasting(found, context):
        return Value("DURATION", duration(1.0, unit), None, EXPLICIT)
    if step is None and context.told and (context.same or not anchor) and unit in {"M", "Y"}:
        start, basis = context.told, RELATIVE
    if unit == "WE" and step is None and anchor:
        day = anchor.point.date()
        step = -1 if day and day.isoweekday() < 5 and not context.ahead() else 0
    if start is None:
        return _date(found, None, None)
    return _date(found, unit_around(start, unit, step or 0), basis)


def _lasting(found: Expression, context: Context) -> bool:
    """Tell whether "the last year" is how long ("over the last year"), not when."""
    data = language.section(context.code, "dates")
    before = context.raw[max(0, found.start - 24) : found.start].lower().split()
    return before[-1:] != [] and before[-1] in data["determiners"] and (
        before[-2:-1] != [] and before[-2] in data["lasting"]
    )


def _anaphor(found: Expression, context: Context) -> Value:
    """"that year", "the following month", "the same day"."""
    unit = found.value("unit", "weekend")
    told = context.told if context.near else None
    if told is None and found.first("following") and context.anchor:
        told = context.anchor.point
    step = found.value("that", "following")
    value = unit_around(told, unit, step) if told else None
    return _date(found, value, RELATIVE)


def _shift(found: Expression, context: Context) -> Value:
    """"two days later", "a year earlier": from the date told before; else only how long."""
    unit, amount = found.value("unit", "units"), _amount(found)
    step = found.value("later", "earlier")
    edge = found.value("about")
    told = context.told if context.near else None
    if told is None and step < 0 and context.anchor:
        told = context.anchor.point
    known = isinstance(amount, float) and amount % 1 == 0
    value = unit_around(told, unit, int(amount) * step) if told and known else None
    if value is None:
        return Value("DURATION", duration(amount, unit), edge, EXPLICIT)
    return Value("DATE", value, edge, RELATIVE)


def _ago(found: Expression, context: Context) -> Value:
    unit, amount = found.value("unit", "units"), _amount(found)
    anchor = context.anchor
    if anchor is None or isinstance(amount, str):
        return _date(found, None, None)
    if amount % 1 and unit == "Y":
        amount, unit = amount * MONTHS, "M"
    factor, name = re.fullmatch(r"(\d*)(\w+)", unit).groups()  # type: ignore[union-attr]
    if name == "Y":
        amount, unit = amount * int(factor or 1), "Y"
    if amount % 1:
        return _date(found, None, None)
    return _date(found, unit_around(anchor.point, unit, -int(amount)), anchor.basis)


def _interval(found: Expression, context: Context) -> Value:
    """"2013-2014", "27-31 March 2022", "March-April"."""
    years, months = found.all("year"), found.all("month")
    days = found.all("dom", "ordinal")
    if not months:
        first = int(years[0].value)
        last = int(years[1].value) if len(years) > 1 else first // _CENTURY * _CENTURY + days[0].value
        return _date(found, f"{first:04}/{last:04}" if last > first else None, EXPLICIT)
    month = months[-1].value
    day = days[-1].value if days else None
    year, basis = (int(years[-1].value), EXPLICIT) if years else _year_of(month, day, None, context)
    if year is None:
        return _date(found, None, None)
    start_year = year - 1 if len(years) < 2 and months[0].value > month else year
    if len(years) > 1:
        start_year = int(years[0].value)
    start = valid(start_year, months[0].value, days[0].value if days else None)
    end = valid(year, month, day)
    return _date(found, f"{start.iso()}/{end.iso()}" if start and end else None, basis)


def _eve(found: Expression, context: Context) -> Value:
    """"la veille", "le lendemain"."""
    told = context.told if context.near else None
    day = add_days(told, found.value("eve")) if told else None
    return _date(found, day.iso() if day else None, RELATIVE)


def _week_of(found: Expression, context: Context) -> Value:
    """"the first week of August", "the last day of May", "the last two weeks of June"."""
    month, basis = _month_day(found._replace(words=tuple(
        word for word in found.words if word.name in {"month", "year"}
    )), context)
    last, unit = found.first("next") is not None, found.value("unit", "units")
    qualifier = "end" if last else "start"
    if month is None or month.month is None:
        return Value("DATE", None, qualifier, None)
    following = valid(month.year + month.month // MONTHS, month.month % MONTHS + 1, 1)
    number = found.value("ordinal") or 1
    if found.first("few", "num", "dom") or found.first("units") or following is None:
        return Value("DATE", month.iso(), qualifier, basis)
    day = add_days(following, -1) if last else valid(month.year, month.month, 1)
    step = 0 if last else (number - 1) * (7 if unit == "W" else 1)
    moved = add_days(day, step) if day else None
    if moved is None:
        return Value("DATE", None, None, None)
    return Value("DATE", week(moved) if unit == "W" else moved.iso(), None, basis)


def _quarter(found: Expression, context: Context) -> Value:
    year, basis = _stated_year(found, context)
    quarter = found.value("quarterword")
    if year is None and context.anchor:
        start, basis = context.anchor.point, context.anchor.basis
        year = start.year
        if start.month is not None and (quarter - 33) * 3 + 1 > start.month and not context.ahead():
            year -= 1
    return _date(found, f"{year:04}-{quarter}" if year else None, basis)


def _season(found: Expression, context: Context) -> Value:
    """"the summer of 2022", "last autumn"; EDTF 2022-22. A winter carries the year it begins in."""
    season = found.value("season")
    year, basis = _stated_year(found, context)
    anchor = context.anchor
    if year is None and context.frame is not None:
        year, basis = context.frame, RELATIVE
    elif year is None and anchor:
        year, basis = anchor.point.year, anchor.basis
        step = found.value("next", "this")
        month = anchor.point.month
        first = (season - 20) * 3
        if month is not None:
            if step == -1 or (step is None and context.ahead() is False):
                year -= 1 if month < first + (3 if step == -1 else 0) else 0
            elif step == 1:
                year += 1 if month >= first else 0
            elif season == 24 and month < 3:
                year -= 1
    return _date(found, f"{year:04}-{season}" if year else None, basis)


def _decade(found: Expression, context: Context) -> Value:
    digits = found.value("decade")
    if len(digits) == 2:
        digits = f"19{digits}" if digits >= "30" else f"20{digits}"
    return Value("DATE", f"{digits[:3]}X", _edge(found), EXPLICIT)


def _century(found: Expression, context: Context) -> Value:
    number = found.value("ordinal") - 1
    return Value("DATE", f"{number:02}XX", _edge(found), EXPLICIT)


def _yearend(found: Expression, context: Context) -> Value:
    anchor = context.anchor
    year = found.value("year") or (anchor.point.year if anchor else None)
    basis = EXPLICIT if found.first("year") else anchor.basis if anchor else None
    return Value("DATE", f"{year:04}-12" if year else None, "end", basis)


def _year(found: Expression, context: Context) -> Value:
    return _date(found, f"{found.value('year'):04}", EXPLICIT)


# ------------------------------------------------------------------ rules: times


def _time(found: Expression, context: Context) -> Value:
    """"Today at 1pm Paris time [11:00 GMT]", "noon on Sunday", "07:45"."""
    word = found.value("clock")
    clock = parse_clock(word or found.value("hourword"), context.code)
    if clock is None:
        return Value("TIME", None, None, None)
    part = found.value("part")
    if part in {"AF", "EV", "NI"} and clock.hour < 12 and not (part == "NI" and clock.hour < 6):
        clock = clock._replace(hour=clock.hour + 12)
    dated = len(found.words) > sum(w.name in {"clock", "hourword", "about", "part"} for w in found.words)
    day, basis = _day(found, context)
    if not dated and context.told and context.near and context.told.day:
        day, basis = context.told, RELATIVE
    if day is None or day.day is None:
        return Value("TIME", clock.iso(None), _edge(found), None)
    return Value("TIME", day.iso() + clock.iso(day.date()), _edge(found), basis)


def _part(found: Expression, context: Context) -> Value:
    """"Friday morning", "last night", "the evening of 15 August"; parts of the day as in TIMEX3."""
    part = found.value("part", "tonight")
    names = {"weekday", "short", "month", "day", "iso", "numeric", "holiday"}
    step = found.value("that", "following")
    if not any(word.name in names for word in found.words) and found.first("next"):
        told = context.told if context.near else None
        if found.value("next") > 0 and told:
            found = found._replace(words=(found.words[0]._replace(name="following"), *found.words[1:]))
    del step
    day, basis = _day(found, context)
    known = day is not None and day.day is not None
    return Value("TIME", f"{day.iso()}T{part}" if known and day else None, _edge(found), basis if known else None)


# ------------------------------------------------------------------ rules: durations and sets


def _amount(found: Expression) -> float | str:
    """Return how many units: a number, or X where it is not said."""
    word = found.first("num", "dom", "year", "few", "article", "half")
    if word is None:
        return 1.0 if found.first("unit") else "X"  # "a year" and "year-ago", "years"
    amount: float | str = word.value if word.value == "X" else float(word.value)
    if found.first("anda") or (found.first("half") and word.name == "article"):
        amount = 1.5
    return amount


def _duration(found: Expression, context: Context) -> Value:
    qualifier = found.value("about")
    numbers = found.all("num", "dom")
    if len(numbers) > 1 and "and" not in context.raw[numbers[0].end : numbers[1].start]:
        qualifier = qualifier or "at_least"
    value = duration(_amount(found), found.value("unit", "units"))
    return Value("DURATION", value, None if qualifier == "exact" else qualifier, EXPLICIT)


def _stretch(found: Expression, context: Context) -> Value:
    """"recent weeks" (PXW), "the past year" (P1Y)."""
    single = found.first("unit") is not None
    value = duration(1.0 if single else "X", found.value("unit", "units"))
    return Value("DURATION", value, None, EXPLICIT)


def _every(found: Expression, context: Context) -> Value:
    weekday = found.value("weekday", "weekdays")
    if found.first("month"):
        return Value("SET", f"XXXX-{found.value('month'):02}", None, EXPLICIT)
    if weekday is not None:
        part = f"T{found.value('part')}" if found.first("part") else ""
        return Value("SET", f"XXXX-WXX-{weekday}{part}", None, EXPLICIT)
    if found.first("weekend"):
        return Value("SET", "XXXX-WXX-6/XXXX-WXX-7", None, EXPLICIT)
    amount = _amount(found) if found.first("num", "dom", "few") else float(found.value("every"))
    return Value("SET", duration(amount, found.value("unit", "units")), None, EXPLICIT)


def _often(found: Expression, context: Context) -> Value:
    return Value("SET", found.value("often"), None, EXPLICIT)


def _rate(found: Expression, context: Context) -> Value:
    return Value("SET", duration(1.0, found.value("unit", "units")), None, EXPLICIT)


_RULES: dict[str, Callable[[Expression, Context], Value]] = {
    "time": _time,
    "part": _part,
    "calendar": _calendar,
    "day_of_list": _calendar,
    "interval": _interval,
    "month": _calendar,
    "week_of": _week_of,
    "quarter": _quarter,
    "season": _season,
    "decade": _decade,
    "century": _century,
    "holiday": _calendar,
    "eve": _eve,
    "ago": _ago,
    "shift": _shift,
    "duration": _duration,
    "stretch": _stretch,
    "bare_units": _stretch,
    "every": _every,
    "often": _often,
    "rate": _rate,
    "anaphor": _anaphor,
    "which": _which,
    "yearend": _yearend,
    "day": _calendar,
    "weekday": _calendar,
    "year": _year,
}

__all__ = ["EXPLICIT", "RELATIVE", "Anchor", "Context", "Sequence", "Value", "resolve"]
