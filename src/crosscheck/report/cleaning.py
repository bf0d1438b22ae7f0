"""What did cleaning drop, and why?"""

from __future__ import annotations

from collections import defaultdict

from crosscheck.report.evidence import Evidence, Row
from crosscheck.report.markdown import captioned, escape, paragraphs, table
from crosscheck.report.names import KINDS
from crosscheck.report.wording import (
    capital,
    counted,
    listed,
    percent,
    plain_number,
    shortened,
)


def cleaning(evidence: Evidence) -> str:
    """Return what was dropped, kind by kind: from which sources, how much, and why."""
    blocks = evidence.records("blocks")
    if not blocks:
        return "Nothing has been cleaned yet.\n"
    dropped = _dropped(evidence)
    if not dropped:
        return "Cleaning dropped nothing: every block of the sources is taken for the article.\n"
    share = percent(_inked(dropped) / _inked(blocks))
    touched = {row["doc_id"] for row in dropped}
    untouched = [doc_id for doc_id in evidence.order if doc_id not in touched]
    said = (
        "Cleaning sorts every block of a source and rewrites none. It dropped "
        f"{counted(len(dropped), 'block')}, {share} of all characters outside white space "
        "(@tbl-cleaning); they stay legible, set apart, in @sec-appendix."
    )
    if untouched:
        said += f" From {listed([evidence.label(one) for one in untouched])} nothing was dropped."
    kinds: dict[str, list[Row]] = defaultdict(list)
    for row in dropped:
        kinds[row["kind"]].append(row)
    header = ["What", "Why", "From", "Begins with", "Characters"]
    return paragraphs(
        said,
        captioned(
            "tbl-cleaning",
            table(
                header,
                [_line(evidence, kind, rows) for kind, rows in kinds.items()],
                [15, 34, 20, 21, 10],
                "llllr",
            ),
            "What cleaning dropped, by kind; characters without white space. Each beginning "
            "leads to its place.",
        ),
    )


def _dropped(evidence: Evidence) -> list[Row]:
    return [row for row in evidence.records("blocks") if not row["kept"] and row["text"].strip()]


def _line(evidence: Evidence, kind: str, rows: list[Row]) -> list[str]:
    reasons = list(dict.fromkeys(row["reason"] for row in rows))
    first = rows[0]
    words = f"“{escape(shortened(first['text'], 3))}”"
    others = f" and {counted(len(rows) - 1, 'other')}" if len(rows) > 1 else ""
    return [
        capital(KINDS.get(kind, kind.replace("_", " "))),
        escape(capital("; ".join(reasons))),
        ", ".join(evidence.label(one) for one in evidence.in_order(row["doc_id"] for row in rows)),
        evidence.cite(first["doc_id"], first["start"], first["end"], words) + others,
        plain_number(_inked(rows)),
    ]


def _inked(blocks: list[Row]) -> int:
    return sum(len("".join(row["text"].split())) for row in blocks)
