"""Which words does each source choose for the same thing?"""

from __future__ import annotations

from collections import defaultdict

from crosscheck.report.evidence import Evidence, Row
from crosscheck.report.markdown import captioned, escape, paragraphs, table
from crosscheck.report.wording import capital, counted


def framing(evidence: Evidence) -> str:
    """Return who uses which term, what the intervals let one say, and the terms in context."""
    rows = evidence.records("framing")
    if not rows:
        return (
            "The codebook names no groups of terms, or no source uses any of them; there is "
            "nothing to compare.\n"
        )
    return paragraphs(_findings(evidence, rows), _counts(evidence, rows), _concordance(evidence))


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


def _counts(evidence: Evidence, rows: list[Row]) -> str:
    groups: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row["count"]:
            groups[row["group"]][row["doc_id"]].append(
                f"{escape(row['term'])} ({row['count']})"
                + (" in quotation" if row["quoted"] == row["count"] else "")
            )
    lines = [
        [
            escape(capital(_label(evidence, group))) if first else "",
            evidence.label(doc_id),
            ", ".join(by_source[doc_id]),
        ]
        for group, by_source in groups.items()
        for first, doc_id in _marked(evidence.in_order(set(by_source)))
    ]
    return captioned(
        "tbl-framing",
        table(["What is named", "Source", "Terms (how often)"], lines, [24, 22, 54]),
        "The terms each source uses for the same thing.",
    )


def _marked(items: list[str]) -> list[tuple[bool, str]]:
    return [(number == 0, item) for number, item in enumerate(items)]


def _concordance(evidence: Evidence) -> str | None:
    rows = evidence.records("concordance")
    if not rows:
        return None
    lines = []
    for row in rows:
        word = evidence.cite(row["doc_id"], row["start"], row["end"], f"**{escape(row['text'])}**")
        left = escape(row["left"] or "")
        right = escape(row["right"] or "")
        lines.append([evidence.label(row["doc_id"]), left, word, right])
    return captioned(
        "tbl-concordance",
        table(["Source", "Before", "Term", "After"], lines, [18, 34, 14, 34], "lrll"),
        "The terms in context. Each leads to its place.",
    )
