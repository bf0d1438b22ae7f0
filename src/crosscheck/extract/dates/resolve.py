"""What does an expression of time stand for? From words to ISO 8601 / EDTF values."""

from __future__ import annotations

from collections.abc import Callable

from crosscheck.extract.dates import durations, periods, shifts
from crosscheck.extract.dates.calendar import valid
from crosscheck.extract.dates.clock import parse_clock
from crosscheck.extract.dates.context import RELATIVE, Context, Value
from crosscheck.extract.dates.expressions import Expression
from crosscheck.extract.dates.periods import dated, qualifier
from crosscheck.extract.dates.points import day_of

_NOON = 12
_BEFORE_DAWN = 6
CLOCK_WORDS = frozenset({"clock", "hourword", "about", "part", "dom", "num", "oclock", "zone"})
_DAY_WORDS = ("weekday", "short", "month", "day", "iso", "numeric", "holiday")


def resolve(found: Expression, context: Context) -> Value:
    """Return the value of one expression in its context."""
    return _RULES[found.rule](found, context)


def _calendar(found: Expression, context: Context) -> Value:
    """Return the day or month of "14 December 2021", "in February", "Monday", "yesterday"."""
    day, basis = day_of(found, context)
    if day is not None and found.has("ordinal", "dom") and found.value("unit") == "M":
        day = valid(day.year, day.month, found.value("ordinal", "dom"))
    return dated(found, day.iso() if day else None, basis)


def _time(found: Expression, context: Context) -> Value:
    """Return the time of "Today at 1pm Paris time [11:00 GMT]", "noon on Sunday", "07:45"."""
    word = found.value("clock", "hourword") or f"{found.value('dom', 'num'):g}:00"
    clock = parse_clock(word, context.code)
    if clock is None:
        return Value("TIME", None, None, None)
    part, zone = found.value("part"), found.first("zone")
    late = part in {"AF", "EV"} or (part == "NI" and clock.hour >= _BEFORE_DAWN)
    if late and clock.hour < _NOON:
        clock = clock._replace(hour=clock.hour + _NOON)
    if zone is not None:  # "one in the afternoon Paris time"
        text = f"{clock.hour:02}:{clock.minute:02}{zone.value.lstrip(',')}"
        clock = parse_clock(text, context.code) or clock
    day, basis = day_of(found, context)
    told = context.told_near
    if told and told.day and all(word.name in CLOCK_WORDS for word in found.words):
        day, basis = told, RELATIVE
    if day is None or day.day is None:
        return Value("TIME", clock.iso(None), qualifier(found), None)
    return Value("TIME", day.iso() + clock.iso(day.date()), qualifier(found), basis)


def _part(found: Expression, context: Context) -> Value:
    """Return the part of a day, as in TIMEX3: "Friday morning", "last night"."""
    part = found.value("part", "tonight")
    if found.value("next") == 1 and context.told_near and not found.has(*_DAY_WORDS):
        first = found.words[0]._replace(name="following")  # "the next morning"
        found = found.with_words((first, *found.words[1:]))
    day, basis = day_of(found, context)
    if day is None or day.day is None:
        return Value("TIME", None, qualifier(found), None)
    return Value("TIME", f"{day.iso()}T{part}", qualifier(found), basis)


# The rules that the forms of the language data name.
_RULES: dict[str, Callable[[Expression, Context], Value]] = {
    "time": _time,
    "part": _part,
    **dict.fromkeys(("calendar", "day_of_list", "month", "holiday", "day", "weekday"), _calendar),
    "year": periods.year,
    "which": periods.which,
    "week_of": periods.week_of,
    "months_of": periods.months_of,
    "half_of": periods.half_of,
    "week_at": periods.week_at,
    "quarter": periods.quarter,
    "season": periods.season,
    "decade": periods.decade,
    "century": periods.century,
    "yearend": periods.yearend,
    "interval": periods.interval,
    "ago": shifts.ago,
    "shift": shifts.shift,
    "anaphor": shifts.anaphor,
    "eve": shifts.eve,
    "duration": durations.lasting,
    "compound": durations.compound,
    "lengths": durations.lengths,
    "stretch": durations.stretch,
    "bare_units": durations.stretch,
    "every": durations.every,
    "often": durations.often,
    "rate": durations.rate,
}
