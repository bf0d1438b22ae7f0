"""A sheet to draw on, in points from its top left corner, in the one style of all charts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Patch, Polygon, Rectangle
from matplotlib.textpath import text_to_path

STYLE = Path(__file__).with_name("style.mplstyle")

WIDTH = 360.0
"""Width of every chart in points: five inches, one pixel a point on a phone."""
MARGIN = 12.0
RIGHT = WIDTH - MARGIN

INK = "#1b1d21"
SOFT = "#5a6068"
LINE = "#d5d8dc"
WASH = "#f1f3f5"
# Okabe and Ito's colours, which people with any kind of colour vision tell apart.
BLUE = "#0072B2"
SKY = "#56B4E9"
GREEN = "#009E73"
ORANGE = "#E69F00"
RED = "#D55E00"
PURPLE = "#CC79A7"
COLOURS = (BLUE, ORANGE, GREEN, PURPLE, SKY, RED)

FONT = "DejaVu Sans"
SMALL = 9.0
TEXT = 9.5
TITLE = 12.0
LEADING = 12.5

_PATCH = {"linewidth": 0.0, "zorder": 2.0, "clip_on": False}


class Canvas:
    """Draws on a sheet that grows downwards from ``y``; :meth:`figure` cuts it to its height."""

    def __init__(self, title: str, subtitle: str = ""):
        with mpl.rc_context(fname=STYLE):
            self._figure = Figure(figsize=(WIDTH / 72, 1))
            self._figure.set_label(title)
            self.axes: Axes = self._figure.add_axes((0.0, 0.0, 1.0, 1.0))
            self.axes.set_axis_off()
            self.axes.set_xlim(0, WIDTH)
        self.y = MARGIN
        self.paragraph(title, size=TITLE, weight="bold", leading=15)
        if subtitle:
            self.paragraph(subtitle, colour=SOFT)
        self.y += 6

    def text(
        self,
        x: float,
        y: float,
        said: str,
        *,
        size: float = TEXT,
        colour: str = INK,
        weight: str = "normal",
        style: str = "normal",
        ha: str = "left",
        va: str = "center_baseline",
        halo: bool = False,
        angle: float = 0.0,
        zorder: float = 5.0,
    ) -> None:
        """Write one line at (x, y); with ``halo`` it stays readable on what lies under it."""
        box = {"facecolor": "white", "edgecolor": "none", "pad": 0.8, "alpha": 0.85}
        self.axes.text(
            x, y, plain(said), fontsize=size, color=colour, fontweight=weight, fontstyle=style,
            ha=ha, va=va, rotation=angle, rotation_mode="anchor", zorder=zorder,
            fontfamily=FONT, parse_math=False, bbox=box if halo else None,
        )  # fmt: skip

    def paragraph(
        self,
        said: str,
        *,
        x: float = MARGIN,
        width: float | None = None,
        size: float = SMALL,
        colour: str = INK,
        weight: str = "normal",
        leading: float = LEADING,
    ) -> None:
        """Write ``said`` in as many lines as it takes, and move down below it."""
        for line in wrapped(said, (width or RIGHT - x), size, weight):
            self.text(x, self.y + leading / 2, line, size=size, colour=colour, weight=weight)
            self.y += leading

    def line(self, xs: Sequence[float], ys: Sequence[float], **kind: Any) -> None:
        """Draw a line through points; keywords are matplotlib's."""
        settings = {"color": INK, "linewidth": 1.0, "zorder": 3.0, "clip_on": False, **kind}
        self.axes.plot(xs, ys, scalex=False, scaley=False, **settings)

    def box(self, x: float, y: float, width: float, height: float, **kind: Any) -> None:
        """Fill a rectangle whose top left corner is (x, y)."""
        self.axes.add_patch(Rectangle((x, y), width, height, **{**_PATCH, **kind}))

    def polygon(self, points: Sequence[tuple[float, float]], **kind: Any) -> Patch:
        """Fill a polygon, and return it."""
        return self.axes.add_patch(Polygon(points, closed=True, **{**_PATCH, **kind}))

    def mark(self, x: float, y: float, shape: str = "o", size: float = 7.0, **kind: Any) -> None:
        """Draw a mark ``size`` points across."""
        settings = {"color": INK, "markeredgewidth": 0.0, "zorder": 4.0, "clip_on": False, **kind}
        self.axes.plot(
            [x], [y], marker=shape, markersize=size, linestyle="none",
            scalex=False, scaley=False, **settings,
        )  # fmt: skip

    def figure(self) -> Figure:
        """Return the figure, as high as what was drawn."""
        height = self.y + MARGIN
        self._figure.set_size_inches(WIDTH / 72, height / 72)
        self.axes.set_ylim(height, 0)
        return self._figure


def nothing(title: str, why: str) -> Figure:
    """Return a figure that says that there is nothing to show, and why."""
    canvas = Canvas(title)
    canvas.paragraph(f"Nothing to show: {why}", colour=SOFT, size=TEXT)
    return canvas.figure()


@lru_cache(maxsize=8192)
def width_of(said: str, size: float = TEXT, weight: str = "normal") -> float:
    """Return the width of a line of text in points."""
    if not said:
        return 0.0
    font = FontProperties(family=FONT, size=size, weight=weight)
    width, _, _ = text_to_path.get_text_width_height_descent(plain(said), font, ismath=False)
    return float(width)


def wrapped(
    said: str, width: float, size: float = TEXT, weight: str = "normal", most: int | None = None
) -> list[str]:
    """Return ``said`` in lines no wider than ``width``, cut off with … after ``most`` of them."""
    lines: list[str] = []
    line = ""
    for word in said.split():
        longer = f"{line} {word}".strip()
        if line and width_of(longer, size, weight) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    if most is not None and len(lines) > most:
        last = lines[most - 1]
        while " " in last and width_of(f"{last} …", size, weight) > width:
            last = last.rpartition(" ")[0]
        lines = [*lines[: most - 1], f"{last} …"]
    return [fitted(line, width, size, weight) for line in lines if line]


def fitted(said: str, width: float, size: float = TEXT, weight: str = "normal") -> str:
    """Return ``said``, cut off with … where it is wider than ``width``."""
    if width_of(said, size, weight) <= width:
        return said
    end = len(said)
    while end > 1 and width_of(f"{said[:end].rstrip(' …')}…", size, weight) > width:
        end -= 1
    return f"{said[:end].rstrip(' …')}…"


def plain(said: str) -> str:
    """Return ``said`` with a space for every character that can't be drawn or be in an SVG."""
    return said if said.isprintable() else "".join(c if c.isprintable() else " " for c in said)
