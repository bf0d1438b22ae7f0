"""Where does a label find room on a map? Beside its place, clear of what is already there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.chart.canvas import INK, SMALL, SOFT, Canvas, width_of
from crosscheck.chart.outlines import Frame

_LINE = 11.5
_GAP = 3.0
_ASIDE = 8.0
Box = tuple[float, float, float, float]


class Labels:
    """Writes labels in a frame, each where it hides nothing that was there before."""

    def __init__(self, canvas: Canvas, frame: Frame):
        self._canvas = canvas
        self._frame = frame
        self._taken: list[Box] = []

    def keep_clear(self, x: float, y: float, radius: float) -> None:
        """Let no label cover the disc around (x, y)."""
        self._taken.append((x - radius, y - radius, x + radius, y + radius))

    def write(
        self,
        x: float,
        y: float,
        radius: float,
        lines: Sequence[str],
        *,
        bold: bool = True,
        above: bool = False,
    ) -> None:
        """Write ``lines`` beside the disc around (x, y), as near as there is room.

        Where there is room nowhere, the place with the least overlap is taken. The first line is
        bold unless said otherwise; ``above`` prefers the room above the disc.
        """
        weights = ["bold" if bold and not number else "normal" for number in range(len(lines))]
        width = max(width_of(s, SMALL, w) for s, w in zip(lines, weights, strict=True))
        height = _LINE * len(lines)
        boxes = [self._inside(box) for box in _around(x, y, radius, width, height)]
        if above:
            boxes.sort(key=lambda box: box[3] > y)
        best = min(boxes, key=self._hidden)
        self._taken.append(best)
        for number, (said, weight) in enumerate(zip(lines, weights, strict=True)):
            middle = ((best[0] + best[2]) / 2, best[1] + (number + 0.5) * _LINE)
            self._canvas.text(
                *middle, said, size=SMALL, weight=weight, colour=INK, ha="center", halo=True
            )

    def write_if_free(self, x: float, y: float, said: str) -> None:
        """Write ``said`` around (x, y) if that hides nothing."""
        half = width_of(said, SMALL) / 2
        box = (x - half, y - _LINE / 2, x + half, y + _LINE / 2)
        if self._inside(box) == box and not self._hidden(box):
            self._taken.append(box)
            self._canvas.text(x, y, said, size=SMALL, colour=SOFT, style="italic", ha="center")

    def _inside(self, box: Box) -> Box:
        """Return the box moved into the frame."""
        frame = self._frame
        right = min(0.0, frame.left + frame.width - _GAP - box[2])
        left = max(0.0, frame.left + _GAP - box[0])
        up = min(0.0, frame.top + frame.height - _GAP - box[3])
        down = max(0.0, frame.top + _GAP - box[1])
        return (
            box[0] + right + left,
            box[1] + up + down,
            box[2] + right + left,
            box[3] + up + down,
        )

    def _hidden(self, box: Box) -> float:
        """Return the area that a label in ``box`` would hide."""
        return sum(
            max(0.0, min(box[2], taken[2]) - max(box[0], taken[0]) + _ASIDE)
            * max(0.0, min(box[3], taken[3]) - max(box[1], taken[1]))
            for taken in self._taken
        )


def _around(x: float, y: float, radius: float, width: float, height: float) -> Iterator[Box]:
    """Yield the boxes beside the disc around (x, y), near ones first: below, above, right, left."""
    for far in (radius + _GAP, radius + 9, radius + 16):
        for share in (0.5, 0.25, 0.75, 0.0, 1.0):
            left = x - share * width
            yield (left, y + far, left + width, y + far + height)
            yield (left, y - far - height, left + width, y - far)
        for share in (0.5, 0.0, 1.0):
            top = y - share * height
            yield (x + far, top, x + far + width, top + height)
            yield (x - far - width, top, x - far, top + height)
