"""From a number to a place on the sheet: linear, or logarithmic where the numbers lie far apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

_LOGARITHMIC_FROM = 20.0
_ROOM = 1.25


@dataclass(frozen=True)
class Scale:
    """Maps ``low`` to ``high`` onto ``left`` to ``right`` (points)."""

    low: float
    high: float
    left: float
    right: float
    logarithmic: bool

    @classmethod
    def of(cls, values: Sequence[float], left: float, right: float) -> Scale:
        """Return the scale that shows all ``values`` (at least one)."""
        low, high = min(values), max(values)
        if low > 0 and high / low > _LOGARITHMIC_FROM:
            return cls(low / _ROOM, high * _ROOM, left, right, True)
        return cls(min(low, 0.0), max(high, 0.0) * _ROOM or 1.0, left, right, False)

    def __call__(self, value: float) -> float:
        """Return the x of ``value``, held within the sheet."""
        if self.logarithmic:
            share = log10(max(value, self.low) / self.low) / log10(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)

    def ticks(self) -> list[float]:
        """Return round numbers on the scale, few enough to be labelled."""
        if self.logarithmic:
            first, last = ceil(log10(self.low)), floor(log10(self.high))
            sparse = (last - first) // 5 + 1
            steps = (1, 3) if last - first < 3 else (1,)
            powers = range(first - 1, last + 1, sparse)
            round_numbers = (step * 10.0**power for power in powers for step in steps)
            return [number for number in round_numbers if self.low <= number <= self.high]
        step = 10.0 ** floor(log10(self.high - self.low))
        for share in (1, 2, 5):
            if (self.high - self.low) / (step / share) >= 3:
                step /= share
                break
        first = ceil(self.low / step)
        return [n * step for n in range(first, floor(self.high / step) + 1)]
