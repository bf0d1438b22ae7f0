"""Who shares copy with whom? Sources as strips, the passages they share as bands between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd
from matplotlib.figure import Figure

from crosscheck.chart.canvas import (
    COLOURS,
    MARGIN,
    RIGHT,
    SMALL,
    SOFT,
    WASH,
    Canvas,
    nothing,
    wrapped,
)
from crosscheck.chart.sources import Sources
from crosscheck.chart.values import rows_of
from crosscheck.report.names import REUSE
from crosscheck.report.wording import capital, counted, listed, number_word

TITLE = "Copy that sources share"
_NONE = "no two sources share a sentence or a quotation."
_STRIP = 13.0
_BETWEEN = 46.0
_MOST = 6
# Of a very large corpus only so many rows of the table are put together into passages.
_ROWS = 5000
Span = tuple[int, int]


@dataclass(eq=False)
class _Passage:
    """A passage that several sources have: where (doc_id → span), and in which ways shared."""

    spans: dict[str, Span] = field(default_factory=dict)
    kinds: list[str] = field(default_factory=list)

    def meets(self, doc_id: str, span: Span) -> bool:
        here = self.spans.get(doc_id)
        return here is not None and here[0] < span[1] and span[0] < here[1]

    def add(self, doc_id: str, span: Span) -> None:
        here = self.spans.get(doc_id, span)
        self.spans[doc_id] = (min(here[0], span[0]), max(here[1], span[1]))

    def swallow(self, other: _Passage) -> None:
        for doc_id, span in other.spans.items():
            self.add(doc_id, span)
        self.kinds += other.kinds


def draw(reuse: pd.DataFrame, documents: pd.DataFrame, blocks: pd.DataFrame) -> Figure:
    """Return the chart of shared passages, from the tables of these names.

    A strip is a source from its first character to its last, a band ties a passage to the same
    passage elsewhere. The six passages that most sources share are shown, with their words.
    """
    found, sources = _shown(reuse, documents)
    if not found:
        return nothing(TITLE, _NONE)
    passages = found[:_MOST]
    lengths = dict(zip(documents["doc_id"], documents["chars"], strict=True))
    scale = (RIGHT - MARGIN) / max(lengths[doc_id] for doc_id in sources.shown)
    canvas = Canvas(TITLE, "Each strip is a source from beginning to end.")
    tops = {}
    for doc_id in sources.shown:
        canvas.text(MARGIN, canvas.y + 7, sources.label(doc_id), weight="bold", halo=True)
        tops[doc_id] = canvas.y + 17
        canvas.box(MARGIN, tops[doc_id], lengths[doc_id] * scale, _STRIP, color=WASH, zorder=2.2)
        canvas.y = tops[doc_id] + _STRIP + _BETWEEN - 17
    canvas.y -= _BETWEEN - 17 - 10
    for number, passage in enumerate(passages, start=1):
        _bands(canvas, number, passage, tops, scale)
    texts = _texts(blocks)
    for number, passage in enumerate(passages, start=1):
        _words(canvas, number, passage, sources, texts)
    rest = len(found) - len(passages)
    linked = _linked(reuse)
    alone = [row.label for row in rows_of(documents) if row.doc_id not in linked]
    if rest:
        further = capital(counted(rest, "further passage"))
        canvas.paragraph(f"{further} not shown.{_part(reuse)}", colour=SOFT)
    if alone and len(alone) <= 12:
        canvas.paragraph(f"No copy shared with any other: {listed(alone)}.", colour=SOFT)
    elif alone:
        canvas.paragraph(f"{len(alone):,} sources share no copy with any other.", colour=SOFT)
    return canvas.figure()


def alt_text(reuse: pd.DataFrame, documents: pd.DataFrame, blocks: pd.DataFrame) -> str:
    """Return what the chart shows in words: how many passages, shared by whom, and in which way."""
    found, sources = _shown(reuse, documents)
    if not found:
        return f"Nothing to show: {_NONE}"
    linked = _linked(reuse)
    total = len(found)
    first = found[0]
    names = [sources.label(doc_id) for doc_id in sources.shown if doc_id in first.spans]
    return (
        f"{capital(number_word(len(linked)))} of {counted(len(documents), 'source')} share "
        f"{counted(total, 'passage')}. "
        f"{'It' if total == 1 else 'The one that most of them have'} stands in {listed(names)}, "
        f"{REUSE[first.kinds[0]]}.{_part(reuse)}"
    )


def _passages(reuse: pd.DataFrame) -> list[_Passage]:
    """Return the passages, rows that overlap in a source put together; most shared first."""
    found: list[_Passage] = []
    by_source: dict[str, list[_Passage]] = {}
    for row in rows_of(reuse.head(_ROWS)):
        ends = ((row.doc_a, (row.a_start, row.a_end)), (row.doc_b, (row.b_start, row.b_end)))
        met = [
            p for doc_id, span in ends for p in by_source.get(doc_id, ()) if p.meets(doc_id, span)
        ]
        passage = met[0] if met else _Passage()
        if not met:
            found.append(passage)
        for other in met[1:]:
            if other is not passage and other in found:
                found.remove(other)
                passage.swallow(other)
                for doc_id in other.spans:
                    by_source[doc_id].remove(other)
                    by_source[doc_id].append(passage)
        for doc_id, span in ends:
            if doc_id not in passage.spans:
                by_source.setdefault(doc_id, []).append(passage)
            passage.add(doc_id, span)
        passage.kinds.append(row.kind)
    return sorted(found, key=lambda passage: -len(passage.spans))


def _shown(reuse: pd.DataFrame, documents: pd.DataFrame) -> tuple[list[_Passage], Sources]:
    """Return the passages, and the sources that those to show stand in."""
    found = _passages(reuse)
    shown = found[:_MOST]
    return found, Sources(documents, {doc_id for passage in shown for doc_id in passage.spans})


def _part(reuse: pd.DataFrame) -> str:
    """Say that only a part of the table was looked at, where that is so."""
    if len(reuse) <= _ROWS:
        return ""
    return f" The first {_ROWS:,} of {len(reuse):,} pairs of stretches were looked at."


def _linked(reuse: pd.DataFrame) -> set[str]:
    return {*reuse["doc_a"], *reuse["doc_b"]}


def _bands(
    canvas: Canvas, number: int, passage: _Passage, tops: Mapping[str, float], scale: float
) -> None:
    """Draw a passage on each strip it stands on, and the bands from strip to strip."""
    colour = COLOURS[(number - 1) % len(COLOURS)]
    above: tuple[float, float, float] | None = None
    for doc_id, top in tops.items():
        if doc_id not in passage.spans:
            continue
        start, end = passage.spans[doc_id]
        left, right = MARGIN + start * scale, MARGIN + end * scale
        right = max(right, left + 9)
        canvas.box(left, top, right - left, _STRIP, color="white", zorder=2.3)
        canvas.box(left, top, right - left, _STRIP, color=colour, alpha=0.55, zorder=2.4)
        middle = (left + right) / 2
        canvas.text(middle, top + _STRIP / 2, str(number), size=SMALL, weight="bold", ha="center")
        if above is not None:
            corners = [(above[0], above[2]), (above[1], above[2]), (right, top), (left, top)]
            canvas.polygon(corners, color=colour, alpha=0.3, zorder=1.0)
        above = (left, right, top + _STRIP)


def _texts(blocks: pd.DataFrame) -> dict[str, str]:
    """Return doc_id → raw text, put together from its blocks."""
    texts: dict[str, list[str]] = {}
    for doc_id, text in zip(blocks["doc_id"], blocks["text"], strict=True):
        texts.setdefault(doc_id, []).append(text)
    return {doc_id: "".join(parts) for doc_id, parts in texts.items()}


def _words(
    canvas: Canvas, number: int, passage: _Passage, sources: Sources, texts: Mapping[str, str]
) -> None:
    """Write the words of a passage, as its first source has them."""
    doc_id = next(doc_id for doc_id in sources.shown if doc_id in passage.spans)
    start, end = passage.spans[doc_id]
    said = " ".join(texts.get(doc_id, "")[start:end].split())
    colour = COLOURS[(number - 1) % len(COLOURS)]
    canvas.box(MARGIN, canvas.y + 1, 11, 11, color=colour, alpha=0.55)
    canvas.text(MARGIN + 5.5, canvas.y + 6.5, str(number), size=SMALL, weight="bold", ha="center")
    for line in wrapped(f"“{said}”", RIGHT - MARGIN - 16, SMALL, most=3):
        canvas.text(MARGIN + 16, canvas.y + 6, line, size=SMALL)
        canvas.y += 12.5
    kinds = listed([REUSE[kind] for kind in dict.fromkeys(passage.kinds)])
    about = f"{capital(kinds)}, {counted(len(said.split()), 'word')}."
    canvas.text(MARGIN + 16, canvas.y + 6, about, size=SMALL, colour=SOFT)
    canvas.y += 18
