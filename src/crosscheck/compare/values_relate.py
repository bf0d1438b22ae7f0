"""Can two answers both be true? Agree, compatible, another scope, or conflict.

Equal values agree. Of different ones the scope is compared first: what is told of another place,
period or day does not contradict. Only values of one scope are then held against each other.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import NamedTuple

from crosscheck.compare.values import (
    Interval,
    date_interval,
    duration_interval,
    number_interval,
)

_DAY = 1440.0
_SAME_EVENT = 92 * _DAY
_EXACT = ("exact", "range", None)


class Value(NamedTuple):
    """What an answer says, and the scope that it says it of.

    ``value`` is a date, time, duration, category or name; numbers are ``low`` to ``high``.
    """

    value: str | None
    low: float | None = None
    high: float | None = None
    qualifier: str | None = None
    place: tuple[str, ...] = ()
    period: str | None = None
    as_of: str | None = None

    @property
    def said(self) -> tuple[object, ...]:
        """The value without its scope."""
        return (self.value, self.low, self.high, self.qualifier)


def interval_of(kind: str, value: Value) -> Interval | None:
    """Return the interval that a value leaves open; None for categories and names.

    Dates and times are minutes, durations days, numbers themselves.
    """
    if kind == "number":
        return number_interval(value.low, value.high, value.qualifier)
    if kind not in ("date", "time", "duration") or value.value is None:
        return None
    if kind == "duration" and value.value.startswith("P"):
        return duration_interval(value.value, value.qualifier)
    return date_interval(value.value)


def same_value(a: Value, b: Value) -> bool:
    """Tell whether two answers say the same, and just as exactly."""
    if a.value is not None and a.value == b.value:
        return _rough(a) == _rough(b)
    if a.value is None and b.value is None:
        return (a.low, a.high, _rough(a)) == (b.low, b.high, _rough(b))
    one, two = date_interval(a.value or ""), date_interval(b.value or "")
    return one is not None and one == two


def _rough(value: Value) -> str:
    return "exact" if value.qualifier in _EXACT else str(value.qualifier)


def same_matter(kind: str, a: Value, b: Value, part_of: Mapping[str, str]) -> bool:
    """Tell whether two answers can be more and less exact words for the same."""
    one, two = interval_of(kind, a), interval_of(kind, b)
    if one is not None and two is not None:
        return _unit(a) == _unit(b) and one.meets(two)
    return a.value == b.value or nested(a.value, b.value, part_of)


def _unit(value: Value) -> str:
    return "length" if (value.value or "").startswith("P") else "other"


def nested(a: str | None, b: str | None, part_of: Mapping[str, str]) -> bool:
    """Tell whether one name is the more exact one of the other ("Wagner Group" of "Russia")."""
    return b in _above(a, part_of) or a in _above(b, part_of)


def _above(name: str | None, part_of: Mapping[str, str]) -> list[str]:
    found: list[str] = []
    above = part_of.get(name) if name else None
    while above is not None and above not in found:
        found.append(above)
        above = part_of.get(above)
    return found


def precision(kind: str, value: Value, part_of: Mapping[str, str]) -> tuple[float, float]:
    """Return how much a value leaves open, to order answers by: the smaller, the more exact."""
    interval = interval_of(kind, value)
    if interval is None:
        return (-float(len(_above(value.value, part_of))), 0.0)
    if not math.isfinite(interval.width):
        return (math.inf, -interval.low)
    return (interval.width, 0.0 if value.qualifier in _EXACT else 1.0)


def differing_scope(a: Value, b: Value, wanted: Collection[str]) -> list[str]:
    """Return in which of ``wanted`` (place, period, as_of) two answers are known to differ."""
    found: list[str] = []
    if "place" in wanted and a.place and b.place and set(a.place) != set(b.place):
        found.append("place")
    for name, one, two in (("period", a.period, b.period), ("as_of", a.as_of, b.as_of)):
        if name in wanted and one and two and one != two:
            first, second = _start(one, a.as_of), _start(two, b.as_of)
            if first is not None and second is not None and not first.meets(second):
                found.append(name)
    return found


def _start(period: str, as_of: str | None) -> Interval | None:
    """Return when a period began; that of a length of time ("P8Y") is counted back from a day.

    Two periods are the same if they can have begun at the same time.
    """
    if period.startswith("P"):
        length = duration_interval(period, None)
        return _begun(as_of, length) if length else None
    return date_interval(period[:-3] if period.endswith("/..") else period)


def both_true(
    kind: str,
    a: Value,
    b: Value,
    *,
    exclusive: bool = True,
    grows: bool = False,
    part_of: Mapping[str, str] = MappingProxyType({}),
) -> bool:
    """Tell whether two answers of the same scope can both be true.

    Durations that grow with time (up to the day of writing) are compared by when they began; where
    a day is unknown nothing speaks against them. Names and categories that exclude each other must
    be the same, or one the more exact of the other.
    """
    one, two = interval_of(kind, a), interval_of(kind, b)
    if one is None or two is None:
        return not exclusive or same_matter(kind, a, b, part_of)
    if _unit(a) != _unit(b):
        return True
    if grows:
        begun, begun_too = _begun(a.as_of, one), _begun(b.as_of, two)
        return begun is None or begun_too is None or begun.meets(begun_too)
    return one.meets(two)


def _begun(as_of: str | None, length: Interval) -> Interval | None:
    """Return when something began that had lasted ``length`` (in days) as of a day."""
    day = date_interval(as_of) if as_of else None
    if day is None:
        return None
    return Interval(day.low - length.high * _DAY, day.high - length.low * _DAY)


def same_event(a: Value, b: Value) -> bool:
    """Tell whether two dates lie so near that they can only be meant for the same event."""
    one, two = date_interval(a.value or ""), date_interval(b.value or "")
    if one is None or two is None:
        return False
    return one.low <= two.high + _SAME_EVENT and two.low <= one.high + _SAME_EVENT
