"""How long, how often? ISO 8601 durations: P9Y, PT2H30M, and PXW where the number is not said."""

from __future__ import annotations

import re

from crosscheck.extract.dates.context import EXPLICIT, Context, Value
from crosscheck.extract.dates.expressions import Expression

_HALVES = {"Y": "6M", "H": "30M", "D": "T12H", "MIN": "30S"}
_UNIT = re.compile(r"(\d*)([A-Z]+)")
_LONGEST = 1e6
_UNKNOWN = "X"
_AMOUNTS = frozenset({"num", "dom", "year", "few", "article", "half"})


def duration(amount: float | str, unit: str) -> str | None:
    """Return ``amount`` (a number, or X for "several") of ``unit`` as an ISO duration.

    Units are those of the language data: S, MIN, H, D, W, M, Q (three months), Y, with a factor
    before them ("10Y" is a decade). An unknown number is written X, as TIMEX3 does; of decades XX.
    """
    found = _UNIT.fullmatch(unit)
    if found is None:
        return None
    factor, name = int(found[1] or 1), found[2]
    if name == "Q":
        factor, name = factor * 3, "M"
    time = "T" if name in {"S", "MIN", "H"} else ""
    letter = "M" if name == "MIN" else name
    if isinstance(amount, str):
        return f"P{time}{_UNKNOWN * len(str(factor))}{letter}"
    whole, rest = divmod(amount * factor, 1)
    if rest == 0.5 and name in _HALVES:
        count = f"{int(whole)}{letter}" if whole else ""
        return f"P{time}{count}{_HALVES[name]}"
    return f"P{time}{amount * factor:g}{letter}" if amount < _LONGEST else None


def amount_of(found: Expression) -> float | str:
    """Return how many units an expression says: a number, or X where it says none."""
    word = next((word for word in found.words if word.name in _AMOUNTS), None)
    if word is None:
        return 1.0 if found.has("unit") else _UNKNOWN  # "year-ago", "years"
    if word.name == "article" and found.has("half"):
        return 1.5  # "a year and a half"
    return _UNKNOWN if word.value == _UNKNOWN else float(word.value)


def lasting(found: Expression, context: Context) -> Value:
    """Return how long: "nine-year", "nearly a decade", "two to three weeks" (P2W/P3W)."""
    about, unit = found.value("about"), found.value("unit", "units")
    value = duration(amount_of(found), unit)
    numbers = found.all("num", "dom")
    if len(numbers) > 1 and numbers[-1].value > numbers[0].value:
        value = f"{value}/{duration(numbers[-1].value, unit)}"
        about = about or "range"
    basis = EXPLICIT if value else None  # a million months are no length
    return Value("DURATION", value, None if about == "exact" else about, basis)


def lengths(found: Expression, context: Context) -> Value:
    """Return how long: "six months to a year" (P6M/P1Y)."""
    first, second = (lasting(half, context) for half in halves(found))
    if first.value is None or second.value is None:
        return first
    about = first.qualifier or "range"
    return first._replace(value=f"{first.value}/{second.value}", qualifier=about)


def halves(found: Expression) -> tuple[Expression, Expression]:
    """Return the two lengths of an expression that names two."""
    cut = next(at for at, word in enumerate(found.words) if word.name in {"unit", "units"}) + 1
    return found.with_words(found.words[:cut]), found.with_words(found.words[cut:])


def compound(found: Expression, context: Context) -> Value:
    """Return how long: "two hours and 30 minutes" (PT2H30M), "nine years and six months"."""
    first, second = (lasting(half, context) for half in halves(found))
    if first.value is None or second.value is None:
        return first
    time = "T" in first.value and "T" in second.value
    joined = first.value + second.value.removeprefix("PT" if time else "P")
    return first._replace(value=joined)


def stretch(found: Expression, context: Context) -> Value:
    """Return how long: "recent weeks" (PXW), "the past year" (P1Y), "for years" (PXY)."""
    amount = 1.0 if found.has("unit") and not found.has("every") else _UNKNOWN
    return Value("DURATION", duration(amount, found.value("unit", "units")), None, EXPLICIT)


def every(found: Expression, context: Context) -> Value:
    """Return how often: "every day" (P1D), "every Monday" (XXXX-WXX-1)."""
    weekday = found.value("weekday", "weekdays")
    if weekday is not None:
        part = f"T{found.value('part')}" if found.has("part") else ""
        return Value("SET", f"XXXX-WXX-{weekday}{part}", None, EXPLICIT)
    if found.has("month"):
        return Value("SET", f"XXXX-{found.value('month'):02}", None, EXPLICIT)
    if found.has("weekend"):
        return Value("SET", "XXXX-WXX-6/XXXX-WXX-7", None, EXPLICIT)
    counted = found.has("num", "dom", "few")
    amount = amount_of(found) if counted else float(found.value("every"))
    return Value("SET", duration(amount, found.value("unit", "units")), None, EXPLICIT)


def often(found: Expression, context: Context) -> Value:
    """Return how often: "daily" (P1D), "annually" (P1Y)."""
    return Value("SET", found.value("often"), None, EXPLICIT)


def rate(found: Expression, context: Context) -> Value:
    """Return how often: "twice a week" (P1W)."""
    return Value("SET", duration(1.0, found.value("unit", "units")), None, EXPLICIT)
