"""Who shares copy with whom?"""

from __future__ import annotations

from collections import Counter, defaultdict

from crosscheck.report.differences import marked_pair
from crosscheck.report.evidence import Evidence, Row
from crosscheck.report.markdown import captioned, paragraphs, table
from crosscheck.report.names import REUSE
from crosscheck.report.wording import capital, counted, listed, number_word


def reuse(evidence: Evidence) -> str:
    """Return the shared passages, side by side, with the words that differ marked."""
    rows = evidence.records("reuse")
    if not rows:
        return (
            "No two sources share a sentence or a quotation, so each counts as independent.\n"
            if len(evidence.documents) > 1
            else "Copy is shared between sources; here there are not two of them.\n"
        )
    pairs: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        pairs[row["doc_a"], row["doc_b"]].append(row)
    said = [
        f"{evidence.source(a)} and {evidence.source(b)} share "
        f"{counted(len(found), 'passage')}, {_kinds(found)}"
        for (a, b), found in pairs.items()
    ]
    alone = set(evidence.order) - {doc_id for pair in pairs for doc_id in pair}
    rest = listed([evidence.label(doc_id) for doc_id in evidence.in_order(alone)])
    shown = evidence.see("reuse", figure="reuse")
    text = f"{capital(listed(said))}{shown}. Where such passages carry an answer, they count once."
    if rest:
        text += f" {rest} {'shares' if len(alone) == 1 else 'share'} none with any other."
    lines = [line for found in pairs.values() for line in (_line(evidence, row) for row in found)]
    return paragraphs(
        text,
        captioned(
            "tbl-reuse",
            table(["Source and its words", "Source and its words", "How"], lines, [42, 42, 16]),
            "Shared passages, side by side; the words that the other source lacks are marked.",
        ),
    )


def _kinds(found: list[Row]) -> str:
    """Return how the passages are alike: "word for word", "two word for word, one nearly"."""
    counts = Counter(row["kind"] for row in found)
    if len(counts) == 1:
        return REUSE[found[0]["kind"]]
    return listed([f"{number_word(count)} {REUSE[kind]}" for kind, count in counts.items()])


def _line(evidence: Evidence, row: Row) -> list[str]:
    a = evidence.raws[row["doc_a"]][row["a_start"] : row["a_end"]]
    b = evidence.raws[row["doc_b"]][row["b_start"] : row["b_end"]]
    shown_a, shown_b = marked_pair(" ".join(a.split()), " ".join(b.split()))
    left = evidence.cite(row["doc_a"], row["a_start"], row["a_end"], evidence.label(row["doc_a"]))
    right = evidence.cite(row["doc_b"], row["b_start"], row["b_end"], evidence.label(row["doc_b"]))
    return [f"{left}: {shown_a}", f"{right}: {shown_b}", REUSE[row["kind"]]]
