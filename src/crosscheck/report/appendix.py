"""Each source's text, unchanged, with everything that was extracted from it marked in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.report.evidence import Evidence, Place, Row
from crosscheck.report.markdown import block, escape, exact, link, paragraphs, span
from crosscheck.report.marks import LAYERS, LEGEND, Mark, cut, show
from crosscheck.report.names import KINDS
from crosscheck.report.sources import known_of

__all__ = ["appendix", "show"]

_TITLES = ("title", "subtitle", "heading")


def appendix(evidence: Evidence) -> str:
    """Return the marked texts, with a legend; every place that was cited has its anchor.

    To be called after every other part, which do the citing.
    """
    if not evidence.documents:
        return "There are no sources.\n"
    legends = {**LEGEND, "answer": "answers to the questions"}
    legend = ", ".join(span(escape(said), look) for look, said in legends.items())
    parts = [
        f"The marks: {legend}; {span('passages that cleaning dropped', 'dropped')}. A marked "
        "passage leads back to where the report lists it; the arrow after a quotation and the "
        "number after an answer do so too."
    ]
    for row in evidence.documents:
        anchor = evidence.source_anchor(row["doc_id"])
        parts.append(f"## {evidence.label(row['doc_id'])} {{#{anchor} .unnumbered}}")
        parts.append(span(known_of(evidence, row), "muted"))
        parts += _blocks(evidence, row["doc_id"])
    return paragraphs(*parts)


def _blocks(evidence: Evidence, doc_id: str) -> Iterator[str]:
    marks = list(_marks(evidence, doc_id))
    cited = {place.start for place in evidence.cited if place.doc_id == doc_id}
    for row in evidence.records("blocks", doc_id=doc_id):
        if not row["text"].strip():
            continue
        body = "".join(_segments(evidence, row, marks, cited))
        kind = KINDS.get(row["kind"], row["kind"].replace("_", " "))
        if not row["kept"]:
            yield block(f"{span(f'Dropped, {kind}:', 'kind')} {body}", "as-dropped")
        elif row["kind"] in _TITLES:
            yield block(body, "as-title")
        elif row["kind"] == "paragraph":
            yield body
        else:
            yield block(f"{span(f'{kind.capitalize()}:', 'kind')} {body}", "as-set-off")


def _marks(evidence: Evidence, doc_id: str) -> Iterator[Mark]:
    for layer, look in LAYERS.items():
        for row in evidence.records(layer, doc_id=doc_id):
            back = evidence.rows.get((layer, Place(doc_id, row["start"], row["end"])))
            sign = "↩" if layer == "quotes" and back else None
            yield Mark(row["start"], row["end"], look, back, sign)
    for row in evidence.records("answers", doc_id=doc_id):
        layer = f"answers {row['variable']}"
        back = evidence.rows.get((layer, Place(doc_id, row["start"], row["end"])))
        sign = f"Q{evidence.question_numbers[row['variable']]}" if back else None
        yield Mark(row["start"], row["end"], "answer", back, sign)


def _segments(
    evidence: Evidence, row: Row, marks: Sequence[Mark], cited: set[int]
) -> Iterator[str]:
    """Yield the pieces of a block, each with its looks, its anchor and its way back."""
    text, offset = row["text"], row["start"]
    begin = offset + len(text) - len(text.lstrip())
    anchors = cited | {mark.start for mark in marks}
    for start, end, covering in cut(begin, offset + len(text.rstrip()), marks, anchors):
        lines = text[start - offset : end - offset].split("\n")
        content = "\\\n".join(exact(line) for line in lines if line.strip() or len(lines) == 1)
        # The shortest mark is the most particular: its row is where a click leads.
        leading = [mark for mark in covering if mark.back and not mark.sign]
        if leading and content.strip():
            nearest = min(leading, key=lambda mark: mark.end - mark.start)
            content = link(content, f"#{nearest.back}")
        looks = sorted({mark.look for mark in covering})
        anchor = f"s{evidence.order[row['doc_id']]}-{start}" if start in anchors else None
        yield span(content, *looks, id=anchor)
        for mark in covering:
            if mark.sign and mark.end == end:
                yield span(link(mark.sign, f"#{mark.back}"), "back")
