"""From a date to a place on the sheet, with room for the year that most is told of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite

from crosscheck.compare.values import Interval

_DAY = 1440
_YEAR = 366 * _DAY
# A year is drawn wide when it has this share of the dates and the rest spans this many years.
_CROWDED = 0.4
_LONG = 3
_NARROW = 0.36


@dataclass(frozen=True)
class Part:
    """A stretch of time, in minutes, drawn from ``left`` to ``right``."""

    begin: float
    end: float
    left: float
    right: float


@dataclass(frozen=True)
class Clock:
    """Maps minutes (UTC, from year 1) onto the sheet, part by part."""

    parts: tuple[Part, ...]

    @classmethod
    def of(cls, times: Sequence[Interval], left: float, right: float) -> Clock:
        """Return the clock that shows all ``times`` (at least one); infinite ends are cut off."""
        ends = [end for time in times for end in time if isfinite(end)]
        first, last = _year(min(ends)), _year(max(ends)) + 1
        years = Counter(
            _year(time.low)
            for time in times
            if isfinite(time.width) and time.width < _YEAR - 2 * _DAY
        )
        crowded, count = max(years.items(), key=lambda item: (item[1], item[0]), default=(first, 0))
        if last - first <= _LONG or count < _CROWDED * len(times):
            return cls((Part(_start(first), _start(last), left, right),))
        before, after = crowded - first, last - crowded - 1
        narrow = _NARROW * (right - left) / ((before > 0) + (after > 0))
        begin = left + (narrow if before else 0.0)
        end = right - (narrow if after else 0.0)
        parts = [Part(_start(crowded), _start(crowded + 1), begin, end)]
        if before:
            parts.insert(0, Part(_start(first), _start(crowded), left, begin))
        if after:
            parts.append(Part(_start(crowded + 1), _start(last), end, right))
        return cls(tuple(parts))

    def __call__(self, minute: float) -> float:
        """Return the x of a moment, held within the sheet."""
        for part in self.parts:
            if minute <= part.end:
                share = (max(minute, part.begin) - part.begin) / (part.end - part.begin)
                return part.left + share * (part.right - part.left)
        return self.parts[-1].right

    def wide(self) -> Part | None:
        """Return the year that is drawn wide, if there is one."""
        if len(self.parts) == 1:
            return None
        return max(self.parts, key=lambda part: (part.right - part.left) / (part.end - part.begin))

    def ticks(self, room: float) -> list[tuple[float, str]]:
        """Return (x, label) of the years, and of the months of a wide year, ``room`` apart."""
        found: list[tuple[float, str]] = []
        for part in self.parts:
            first, last = _year(part.begin), _year(part.end)
            if last - first <= 1:
                moments = [
                    (date(first, month, 1).toordinal() * _DAY, _MONTHS[month - 1])
                    for month in range(1, 13)
                ]
            else:
                moments = [(_start(year), str(year)) for year in range(first, last)]
            width = (part.right - part.left) / len(moments)
            step = next((s for s in (1, 2, 3, 5, 10, 20, 50) if s * width >= room), 100)
            found += [(self(moment + 1), label) for moment, label in moments[::step]]
        return found


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _year(minute: float) -> int:
    return date.fromordinal(max(int(minute // _DAY), 1)).year


def _start(year: int) -> int:
    after_the_last = date.max.toordinal() + 1
    return (date(year, 1, 1).toordinal() if year <= date.max.year else after_the_last) * _DAY
