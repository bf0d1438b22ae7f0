"""How far from another date? "two years ago", "the following month", "a day later"."""

from __future__ import annotations

import re

from crosscheck.extract.dates.calendar import MONTHS, Point, add_days, unit_around
from crosscheck.extract.dates.context import RELATIVE, Context, Value
from crosscheck.extract.dates.durations import amount_of, lasting
from crosscheck.extract.dates.expressions import Expression
from crosscheck.extract.dates.periods import dated

_FACTOR = re.compile(r"(\d*)(\w+)")


def ago(found: Expression, context: Context) -> Value:
    """Return the point of "nine years ago", "ten days ago", as precise as the unit.

    Of "weeks ago" only how long is known.
    """
    anchor, unit, amount = context.anchor, found.value("unit", "units"), amount_of(found)
    if isinstance(amount, str):
        return lasting(found, context)
    if anchor is None:
        return dated(found, None, None)
    return dated(found, _shifted(found, anchor.point, unit, amount, -1), anchor.basis)


def shift(found: Expression, context: Context) -> Value:
    """Return the point of "two days later" after the date told before; else only how long."""
    unit, amount = found.value("unit", "units"), amount_of(found)
    step = found.value("later", "earlier")
    about = found.value("about")
    about = None if about == "exact" else about
    start = context.told_near
    if start is None and step < 0 and context.anchor:
        start = context.anchor.point
    value = (
        _shifted(found, start, unit, amount, step) if start and isinstance(amount, float) else None
    )
    if value is None and (len(found.words) > 2 or found.has("units")):
        return lasting(found, context)
    if value is None:  # "the day before" what?
        return Value("DATE", None, about, None)
    return Value("DATE", value, about, RELATIVE)


def anaphor(found: Expression, context: Context) -> Value:
    """Return the period of "that year", "the following month", "the same day"."""
    start = context.told_near or (context.told if found.value("unit") == "D" else None)
    if start is None and found.has("following") and context.anchor:
        start = context.anchor.point
    unit, step = found.value("unit", "weekend"), found.value("that", "following")
    return dated(found, unit_around(start, unit, step) if start else None, RELATIVE)


def eve(found: Expression, context: Context) -> Value:
    """Return the day before or after the one told: "la veille", "le lendemain"."""
    day = add_days(context.told_near, found.value("eve")) if context.told_near else None
    return dated(found, day.iso() if day else None, RELATIVE)


def _shifted(found: Expression, start: Point, unit: str, amount: float, step: int) -> str | None:
    """Return the point so many units away; "two or three years ago" is an interval."""
    value = _moved(start, unit, amount * step)
    numbers = found.all("num", "dom")
    if value is None or len(numbers) < 2 or numbers[1].value <= amount:
        return value
    ends = [value, _moved(start, unit, numbers[1].value * step) or value][::step]
    return "/".join(ends)


def _moved(start: Point, unit: str, amount: float) -> str | None:
    """Return the year, month, week or day that lies so many units away."""
    match = _FACTOR.fullmatch(unit)
    if match is None:
        return None
    factor, name = int(match[1] or 1), match[2]
    amount *= factor
    if amount % 1 and name == "Y":
        amount, name = amount * MONTHS, "M"
    return None if amount % 1 else unit_around(start, name, int(amount))
