"""What did cleaning drop, and why?"""

from __future__ import annotations

from crosscheck.report.evidence import Evidence, Row
from crosscheck.report.markdown import captioned, escape, paragraphs, table
from crosscheck.report.names import KINDS
from crosscheck.report.wording import counted, listed, percent, plain_number, shortened


def cleaning(evidence: Evidence) -> str:
    """Return what was dropped, kind by kind, with its length and the words it begins with."""
    blocks = evidence.records("blocks")
    dropped = [row for row in blocks if not row["kept"] and row["text"].strip()]
    if not blocks:
        return "Nothing has been cleaned yet.\n"
    if not dropped:
        return "Cleaning dropped nothing: every block of the sources is taken for the article.\n"
    total, lost = _inked(blocks), _inked(dropped)
    untouched = [
        doc_id for doc_id in evidence.order if all(row["doc_id"] != doc_id for row in dropped)
    ]
    said = (
        f"Cleaning classes every block of a source and rewrites none. It dropped "
        f"{counted(len(dropped), 'block')}, {percent(lost / total)} of all characters outside "
        "white space, as listed in @tbl-cleaning; they stay legible, set apart, in @sec-appendix."
    )
    if untouched:
        names = listed([evidence.label(doc_id) for doc_id in untouched])
        said += f" From {names} nothing was dropped."
    rows = [
        [
            evidence.source(row["doc_id"]),
            evidence.cite(row["doc_id"], row["start"], row["end"], KINDS.get(row["kind"], "other")),
            escape(row["reason"]),
            f"“{escape(shortened(row['text'], 9))}”",
            plain_number(_inked([row])),
        ]
        for row in dropped
    ]
    header = ["Source", "What", "Why", "Begins with", "Characters"]
    return paragraphs(
        said,
        captioned(
            "tbl-cleaning",
            table(header, rows, [16, 14, 28, 32, 10], "llllr"),
            "What cleaning dropped, in the order of the sources; characters without white space.",
        ),
    )


def _inked(blocks: list[Row]) -> int:
    return sum(len("".join(row["text"].split())) for row in blocks)
