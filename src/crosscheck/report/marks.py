"""Marking stretches of a text in place: by colour and by shape, in the report and in a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple, Protocol

from crosscheck.extract.article import Article
from crosscheck.extract.records import Date, Mention, Quantity, Quote

LAYERS = {"mentions": "entity", "dates": "date", "quantities": "number", "quotes": "quotation"}
"""Layer → the look of its spans."""

LEGEND = {
    "entity": "names", "date": "dates and durations", "number": "amounts",
    "quotation": "quotations",
}  # fmt: skip
"""Look → what it stands for."""

_STYLES = {
    "entity": "text-decoration: underline solid #1d4e79 1.5px; text-underline-offset: 3px",
    "date": "text-decoration: underline dotted #8a4b08 2.5px; text-underline-offset: 3px",
    "number": "text-decoration: underline double #0b6e4f 1.5px; text-underline-offset: 3px",
    "quotation": "background: #f3ecdc; color: #1b1d21",
}


class Mark(NamedTuple):
    """A stretch to be marked, ``text[start:end]``, and its look.

    ``back`` is the anchor of the row that lists it; ``sign`` a sign of its own behind the stretch
    that leads there, where the stretch itself may hold other marks.
    """

    start: int
    end: int
    look: str
    back: str | None = None
    sign: str | None = None


class Read(Protocol):
    """One article with the records of the four layers, as extraction returns it."""

    @property
    def article(self) -> Article: ...  # noqa: D102
    @property
    def mentions(self) -> Sequence[Mention]: ...  # noqa: D102
    @property
    def dates(self) -> Sequence[Date]: ...  # noqa: D102
    @property
    def quantities(self) -> Sequence[Quantity]: ...  # noqa: D102
    @property
    def quotes(self) -> Sequence[Quote]: ...  # noqa: D102


def cut(
    start: int, end: int, marks: Iterable[Mark], at: Iterable[int] = ()
) -> Iterator[tuple[int, int, list[Mark]]]:
    """Cut [start, end) wherever a mark begins or ends, and at the offsets ``at``.

    Yields (start, end, marks that cover it): overlapping marks need no nesting.
    """
    marks = [mark for mark in marks if mark.start < end and start < mark.end]
    edges = {start, end, *at, *(mark.start for mark in marks), *(mark.end for mark in marks)}
    for first, last in pairwise(sorted(edge for edge in edges if start <= edge <= end)):
        yield first, last, [mark for mark in marks if mark.start <= first and last <= mark.end]


class Marked:
    """A source with everything that was found in it; a notebook shows it as a page."""

    def __init__(self, html: str):
        self._html = html

    def _repr_html_(self) -> str:
        return self._html


def show(extraction: Read) -> Marked:
    """Return a source's kept text with the extractions marked, for a notebook to show."""
    marks = [
        Mark(record.start, record.end, look)
        for layer, look in LAYERS.items()
        for record in getattr(extraction, layer)
    ]
    legend = ", ".join(_styled(said, [look]) for look, said in LEGEND.items())
    passages = extraction.article.passages
    body = "".join(_paragraph(passage.text, passage.start, marks) for passage in passages)
    return Marked(f"<p>{legend}</p>\n{body}")


def _paragraph(text: str, offset: int, marks: Sequence[Mark]) -> str:
    parts = [
        _styled(text[start - offset : end - offset], sorted({mark.look for mark in covering}))
        for start, end, covering in cut(offset, offset + len(text.rstrip()), marks)
    ]
    return f"<p>{''.join(parts)}</p>\n"


def _styled(text: str, looks: Sequence[str]) -> str:
    said = escape(text, quote=False)
    for look in looks:
        said = f'<span style="{_STYLES[look]}" title="{LEGEND[look]}">{said}</span>'
    return said
