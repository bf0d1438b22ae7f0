"""A grid of counts: rows of things in groups, a column a source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from crosscheck.chart.canvas import (
    LINE,
    MARGIN,
    RIGHT,
    SKY,
    SMALL,
    Canvas,
    fitted,
    width_of,
    wrapped,
)
from crosscheck.chart.sources import Sources

_LEFT = 130.0
_GAP = 3.0
_ROW = 15.5
_LINE = 11.5
_TALLEST = 80.0


class Line(NamedTuple):
    """A row of the grid: its name, and how often each source (doc_id) has it."""

    name: str
    counts: Mapping[str, int]


def draw_grid(
    canvas: Canvas, groups: Sequence[tuple[str, Sequence[Line]]], sources: Sources
) -> None:
    """Draw the groups under their headings, the darker the cell the higher the count."""
    width = column_width(sources, _LEFT, _GAP)
    header(canvas, sources, _LEFT, width, _GAP)
    most = max((count for _, lines in groups for line in lines for count in line.counts.values()))
    for heading, lines in groups:
        canvas.text(MARGIN, canvas.y + 8, heading, weight="bold")
        canvas.y += 18
        for line in lines:
            _row(canvas, line, sources, width, most)
        canvas.y += 8


def _row(canvas: Canvas, line: Line, sources: Sources, width: float, most: int) -> None:
    y = canvas.y + _ROW / 2
    canvas.text(MARGIN, y, fitted(line.name, _LEFT - MARGIN - 8, SMALL), size=SMALL)
    for index, doc_id in enumerate(sources.shown):
        x = _LEFT + index * (width + _GAP)
        count = line.counts.get(doc_id, 0)
        if count:
            strength = 0.25 + 0.65 * (count / most) ** 0.5
            canvas.box(x, canvas.y + 1, width, _ROW - 2, color=SKY, alpha=strength)
            canvas.text(x + width / 2, y, f"{count:,}", size=SMALL, ha="center")
        else:
            canvas.line([x + width / 2 - 3, x + width / 2 + 3], [y, y], color=LINE)
    canvas.y += _ROW


def column_width(sources: Sources, left: float, gap: float) -> float:
    """Return the width of a source's column between ``left`` and the right edge."""
    return (RIGHT - left + gap) / max(len(sources), 1) - gap


def header(canvas: Canvas, sources: Sources, left: float, width: float, gap: float) -> None:
    """Name the columns; upright where a word of a name is wider than its column."""
    labels = [sources.label(doc_id) for doc_id in sources.shown]
    if all(width_of(word, SMALL, "bold") <= width for label in labels for word in label.split()):
        names = [wrapped(label, width, SMALL, "bold", most=3) for label in labels]
        deepest = max(map(len, names))
        for index, lines in enumerate(names):
            for number, line in enumerate(lines):
                y = canvas.y + (deepest - len(lines) + number + 0.5) * _LINE
                canvas.text(left + index * (width + gap), y, line, size=SMALL, weight="bold")
        canvas.y += deepest * _LINE + 6
        return
    deepest = max(1, min(3, int(width // _LINE)))
    upright = [wrapped(label, _TALLEST, SMALL, "bold", most=deepest) for label in labels]
    canvas.y += max(width_of(line, SMALL, "bold") for name in upright for line in name) + 2
    for index, lines in enumerate(upright):
        for number, line in enumerate(lines):
            middle = left + index * (width + gap) + width / 2
            x = middle + (number - (len(lines) - 1) / 2) * _LINE
            canvas.text(x, canvas.y, line, size=SMALL, weight="bold", angle=90, va="center")
    canvas.y += 6
