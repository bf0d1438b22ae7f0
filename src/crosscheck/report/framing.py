"""Which words does each source choose for the same thing?"""

from __future__ import annotations

from collections import defaultdict

from crosscheck.report.evidence import Evidence, Row
from crosscheck.report.markdown import bullets, captioned, escape, in_lines, paragraphs, table
from crosscheck.report.wording import capital, counted, listed

_NAMED = 6
"""Sources that a sentence names; of more it gives the count."""


def framing(evidence: Evidence) -> str:
    """Return who says what for the same thing, and what the intervals let one say of it."""
    rows = evidence.records("framing")
    if not rows:
        return (
            "The codebook names no groups of terms, or no source uses any of them; there is "
            "nothing to compare.\n"
        )
    used: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row["count"]:
            used[row["group"]][row["term"]].append(row["doc_id"])
    return paragraphs(
        "The same thing goes by different names, and the choice is seldom innocent"
        f"{evidence.see('framing', figure='framing')}:",
        bullets(_choice(evidence, group, by_term) for group, by_term in used.items()),
        _findings(evidence, rows),
    )


def _choice(evidence: Evidence, group: str, used: dict[str, list[str]]) -> str:
    """Return one sentence on a group: which sources use which term, the most shared first."""
    by_sources: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for term, doc_ids in used.items():
        by_sources[tuple(evidence.in_order(doc_ids))].append(f"“{escape(term)}”")
    order = sorted(by_sources, key=lambda found: (-len(found), found))
    told = [f"{listed(by_sources[found])} {_where(evidence, found)}" for found in order]
    return f"**{escape(capital(_label(evidence, group)))}**: {'; '.join(told)}."


def _where(evidence: Evidence, doc_ids: tuple[str, ...]) -> str:
    total = len(evidence.documents)
    if len(doc_ids) == total > 1:
        return "in all"
    if len(doc_ids) > _NAMED:
        return f"in {len(doc_ids)} of {total} sources"
    only = "only " if len(doc_ids) == 1 and total > 1 else ""
    return f"{only}in {listed([evidence.label(doc_id) for doc_id in doc_ids])}"


def _label(evidence: Evidence, name: str) -> str:
    group = evidence.framing.group(name)
    return group.label if group else name.replace("_", " ")


def _findings(evidence: Evidence, rows: list[Row]) -> str:
    """Say which preferences the intervals prove, and where there is too little text to say."""
    stable = {
        (row["doc_id"], row["group"], row["term"]): row["stable"]
        for row in evidence.records("stability")
    }
    said = []
    for row in rows:
        if row["finding"] not in ("more", "less"):
            continue
        holds = stable.get((row["doc_id"], row["group"], row["term"]), True)
        said.append(
            f"{evidence.label(row['doc_id'])} says “{escape(row['term'])}” "
            f"{'more' if row['finding'] == 'more' else 'less'} often than the others do "
            f"({counted(row['count'], 'use')} in {row['words']:,} words), beyond what chance "
            f"explains{'' if holds else ', but not once another source is left out'}."
        )
    little = sum(1 for row in rows if row["finding"] == "too_little")
    if little:
        share = "in every case" if little == len(rows) else f"in {little} of {len(rows)} cases"
        said.append(
            f"Whether a source prefers a term cannot be told {share}, a case being one source and "
            "one term: there is too little text. There the counts say who used which word, not "
            "who is given to it."
        )
    return " ".join(said) or "No source prefers a term beyond what chance explains."


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
            in_lines(
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
