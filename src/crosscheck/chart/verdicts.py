"""How is a verdict shown? A colour, a mark and a word, never the colour alone."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import pandas as pd

from crosscheck.chart.canvas import (
    BLUE,
    GREEN,
    INK,
    MARGIN,
    ORANGE,
    RED,
    RIGHT,
    SMALL,
    SOFT,
    Canvas,
    width_of,
)
from crosscheck.report.names import VERDICTS

_COLOURS = {
    "conflict": RED,
    "different_scope": ORANGE,
    "compatible": BLUE,
    "agree": GREEN,
}
_MARKS = {"conflict": "X", "different_scope": "D", "compatible": "o", "agree": "o"}


class Look(NamedTuple):
    """What a verdict looks like."""

    colour: str
    mark: str
    word: str


def look_of(verdict: str | None) -> Look:
    """Return the look of a verdict; plain for one source, none, or no verdict at all."""
    name = verdict or ""
    return Look(_COLOURS.get(name, SOFT), _MARKS.get(name, "."), VERDICTS.get(name, ""))


def verdict_of(verdicts: pd.DataFrame) -> dict[str, str]:
    """Return variable → verdict."""
    return dict(zip(verdicts["variable"], verdicts["verdict"], strict=True))


def badge(canvas: Canvas, y: float, verdict: str | None) -> float:
    """Write the verdict at the right edge; return the x at which it begins."""
    look = look_of(verdict)
    if not look.word:
        return RIGHT
    start = RIGHT - width_of(look.word, SMALL)
    told = verdict in _COLOURS
    canvas.text(start, y, look.word, size=SMALL, colour=INK if told else SOFT)
    if told:
        start -= 9
        canvas.mark(start + 2, y, look.mark, 6.5, color=look.colour)
    return start - 6


def legend(canvas: Canvas, shown: Collection[str | None]) -> None:
    """Explain, in one line, the colours of the verdicts that are shown."""
    x = MARGIN
    for verdict in VERDICTS:
        if verdict in shown:
            look = look_of(verdict)
            canvas.mark(x + 4, canvas.y + 6, "o", 7, color=look.colour)
            canvas.text(x + 11, canvas.y + 6, look.word, size=SMALL, colour=SOFT)
            x += 11 + width_of(look.word, SMALL) + 12
    if x > MARGIN:
        canvas.y += 15
