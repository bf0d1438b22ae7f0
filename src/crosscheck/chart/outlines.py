"""The outlines of countries (see ``data/README.md``), and a frame to put a part of the world in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import cos, radians
from pathlib import Path

_DATA = Path(__file__).parent / "data" / "outlines.json"
_ROOM = 1.2
Point = tuple[float, float]
Ring = list[Point]


@cache
def outlines() -> dict[str, list[Ring]]:
    """Return the rings (lon, lat) of every country by its English name."""
    steps = json.loads(_DATA.read_text(encoding="utf-8"))
    return {name: [_ring(flat) for flat in rings] for name, rings in steps.items()}


def _ring(flat: Sequence[int]) -> Ring:
    return [
        (x / 100, y / 100)
        for x, y in zip(accumulate(flat[::2]), accumulate(flat[1::2]), strict=True)
    ]


def mainland(name: str) -> Ring:
    """Return the largest ring of a country, by the box around it; empty if it is unknown."""
    return max(outlines().get(name, [[]]), key=_size)


def _size(ring: Ring) -> float:
    if not ring:
        return 0.0
    lons, lats = zip(*ring, strict=True)
    return float((max(lons) - min(lons)) * (max(lats) - min(lats)))


@dataclass(frozen=True)
class Frame:
    """A part of the world on the sheet: an equirectangular map, true to scale in its middle."""

    west: float
    north: float
    scale: float
    squeeze: float
    left: float
    top: float
    width: float
    height: float

    @classmethod
    def around(
        cls, points: Sequence[Point], *, left: float, top: float, width: float, tallest: float
    ) -> Frame:
        """Return the frame that shows all ``points`` (lon, lat; at least one) with some room."""
        lons, lats = zip(*points, strict=True)
        west, east = min(lons) - _ROOM, max(lons) + _ROOM
        south, north = min(lats) - _ROOM, max(lats) + _ROOM
        squeeze = cos(radians((south + north) / 2))
        shape = (north - south) / ((east - west) * squeeze)
        height = min(max(shape * width, width / 2.2), tallest)
        scale = min(width / ((east - west) * squeeze), height / (north - south))
        west -= (width / scale / squeeze - (east - west)) / 2
        north += (height / scale - (north - south)) / 2
        return cls(west, north, scale, squeeze, left, top, width, height)

    def __call__(self, lon: float, lat: float) -> Point:
        """Return the place of a point on the sheet."""
        return (
            self.left + (lon - self.west) * self.squeeze * self.scale,
            self.top + (self.north - lat) * self.scale,
        )

    def holds(self, x: float, y: float, margin: float = 0.0) -> bool:
        """Tell whether a place on the sheet lies in the frame, ``margin`` from its edge."""
        return (
            self.left + margin <= x <= self.left + self.width - margin
            and self.top + margin <= y <= self.top + self.height - margin
        )

    def rings(self) -> list[tuple[str, list[Point]]]:
        """Return (country, ring on the sheet) for every ring that touches the frame."""
        found = []
        for name, rings in outlines().items():
            for ring in rings:
                points = [self(lon, lat) for lon, lat in ring]
                xs, ys = zip(*points, strict=True)
                if (
                    max(xs) >= self.left
                    and min(xs) <= self.left + self.width
                    and max(ys) >= self.top
                    and min(ys) <= self.top + self.height
                ):
                    found.append((name, points))
        return found
