"""Which words does each source choose for the same thing?"""

from __future__ import annotations

from collections import defaultdict

from crosscheck.report.evidence import Evidence, Row
from crosscheck.report.markdown import captioned, escape, lines, paragraphs, table
from crosscheck.report.wording import capital, counted


def framing(evidence: Evidence) -> str:
    """Return what the intervals let one say, and who uses which term."""
    rows = evidence.records("framing")
    if not rows:
        return (
            "The codebook names no groups of terms, or no source uses any of them; there is "
            "nothing to compare.\n"
        )
    return paragraphs(_findings(evidence, rows))


def _label(evidence: Evidence, name: str) -> str:
    group = evidence.framing.group(name)
    return group.label if group else name.replace("_", " ")


def _findings(evidence: Evidence, rows: list[Row]) -> str:
    """Say which preferences the intervals prove, and where there is too little text to say."""
    stable = {
        (row["doc_id"], row["group"], row["term"]): row["stable"]
        for row in evidence.records("stability")
    }
    proven = []
    for row in rows:
        if row["finding"] not in ("more", "less"):
            continue
        more = "more" if row["finding"] == "more" else "less"
        shaky = stable.get((row["doc_id"], row["group"], row["term"])) is False
        proven.append(
            f"{evidence.label(row['doc_id'])} says “{escape(row['term'])}” {more} often than the "
            f"others ({counted(row['count'], 'use')} in {row['words']:,} words)"
            + (", though not once another source is left out" * shaky)
        )
    little = sum(1 for row in rows if row["finding"] == "too_little")
    said = []
    if proven:
        said.append(f"{capital('; '.join(proven))}.")
    if little:
        share = "every case" if little == len(rows) else f"{little} of {len(rows)} cases"
        said.append(
            f"In {share} (a source and a term) there is too little text to say whether a source "
            "prefers a term: the counts below are what they are, and not a style."
        )
    return " ".join(said) or "No source prefers a term beyond what chance allows."


def terms(evidence: Evidence) -> str | None:
    """Return which terms each source uses for the same thing, and how often."""
    groups: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in evidence.records("framing"):
        if row["count"]:
            groups[row["group"]][row["doc_id"]].append(
                f"{escape(row['term'])} ({row['count']}"
                + (", in quotation)" if row["quoted"] == row["count"] else ")")
            )
    if not groups:
        return None
    rows = [
        [
            escape(capital(_label(evidence, group))),
            lines(
                f"{evidence.label(doc_id)}: {', '.join(by_source[doc_id])}"
                for doc_id in evidence.in_order(by_source)
            ),
        ]
        for group, by_source in groups.items()
    ]
    return captioned(
        "tbl-framing",
        table(["What is named", "By which source, and how (how often)"], rows, [24, 76]),
        "The terms that each source uses for the same thing.",
    )


def in_context(evidence: Evidence) -> str | None:
    """Return every use of a term with the words around it, group by group, term by term."""
    found = evidence.records("concordance")
    if not found:
        return None
    found.sort(key=lambda row: (row["group"], row["term"]))
    rows = []
    for row in found:
        word = evidence.cite(row["doc_id"], row["start"], row["end"], f"**{escape(row['text'])}**")
        left, right = escape(row["left"] or ""), escape(row["right"] or "")
        rows.append([left, word, right, evidence.label(row["doc_id"])])
    return captioned(
        "tbl-concordance",
        table(["Before", "Term", "After", "Source"], rows, [37, 14, 37, 12], "rlll"),
        "The terms in context, group by group; each leads to its place.",
    )
