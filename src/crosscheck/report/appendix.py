"""Each source's text, unchanged, with everything that was extracted from it marked in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crosscheck.report.evidence import Evidence, Place, Row
from crosscheck.report.markdown import block, escape, exact, link, paragraphs, span
from crosscheck.report.names import KINDS
from crosscheck.report.sources import known_of

LAYERS = {"mentions": "entity", "dates": "date", "quantities": "number", "quotes": "quotation"}
"""Layer → the class under which its spans are marked (and so drawn, in HTML and in print)."""

LEGEND = {
    "entity": "names", "date": "dates and durations", "number": "amounts",
    "quotation": "quotations", "answer": "answers to a question of the codebook",
}  # fmt: skip


@dataclass(frozen=True)
class Mark:
    """A stretch to be marked: its class, and the row of the report that it leads back to."""

    place: Place
    look: str
    back: str | None
    sign: str | None = None


def appendix(evidence: Evidence) -> str:
    """Return the marked texts, with a legend; every place that was cited has its anchor.

    To be called after every other part, which do the citing.
    """
    if not evidence.documents:
        return "There are no sources.\n"
    legend = ", ".join(span(escape(said), look) for look, said in LEGEND.items())
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
    cited = sorted(place for place in evidence.cited if place.doc_id == doc_id)
    for row in evidence.records("blocks", doc_id=doc_id):
        if not row["text"].strip():
            continue
        inside = [mark for mark in marks if _meet(mark.place, row)]
        body = "".join(_segments(evidence, row, inside, cited))
        kind = KINDS.get(row["kind"], row["kind"].replace("_", " "))
        if not row["kept"]:
            yield block(f"{span(f'Dropped, {kind}:', 'kind')} {body}", "as-dropped")
        elif row["kind"] in ("title", "heading", "subtitle"):
            yield block(body, "as-title")
        elif row["kind"] == "paragraph":
            yield body
        else:
            yield block(f"{span(f'{kind.capitalize()}:', 'kind')} {body}", "as-set-off")


def _marks(evidence: Evidence, doc_id: str) -> Iterator[Mark]:
    for layer, look in LAYERS.items():
        for row in evidence.records(layer, doc_id=doc_id):
            place = Place(doc_id, row["start"], row["end"])
            back = evidence.rows.get((layer, place))
            yield Mark(place, look, back, "↩" if layer == "quotes" and back else None)
    for row in evidence.records("answers", doc_id=doc_id):
        place = Place(doc_id, row["start"], row["end"])
        back = evidence.rows.get((f"answers {row['variable']}", place))
        number = evidence.question_numbers.get(row["variable"])
        yield Mark(place, "answer", back, f"Q{number}" if number and back else None)


def _meet(place: Place, row: Row) -> bool:
    return bool(place.start < row["end"] and row["start"] < place.end)


def _segments(
    evidence: Evidence, row: Row, marks: Sequence[Mark], cited: Sequence[Place]
) -> Iterator[str]:
    """Cut a block wherever a mark begins or ends, so that overlapping marks need no nesting."""
    text, offset = row["text"], row["start"]
    stop = offset + len(text.rstrip())
    anchors = {place.start for place in cited} | {mark.place.start for mark in marks}
    cuts = {offset, stop, *anchors, *(mark.place.end for mark in marks)}
    edges = sorted(cut for cut in cuts if offset <= cut <= stop)
    for start, end in pairwise(edges):
        covering = [mark for mark in marks if mark.place.start <= start and end <= mark.place.end]
        lines = text[start - offset : end - offset].split("\n")
        content = "\\\n".join(exact(line) for line in lines if line.strip() or len(lines) == 1)
        # The shortest mark is the most particular: its row is where a click leads.
        leading = [mark for mark in covering if mark.back and not mark.sign]
        if leading and content.strip():
            nearest = min(leading, key=lambda mark: mark.place.end - mark.place.start)
            content = link(content, f"#{nearest.back}")
        looks = sorted({mark.look for mark in covering})
        anchor = f"s{evidence.order[row['doc_id']]}-{start}" if start in anchors else None
        yield span(content, *looks, id=anchor)
        for mark in covering:
            if mark.sign and mark.place.end == end:
                yield span(link(mark.sign, f"#{mark.back}"), "back")
