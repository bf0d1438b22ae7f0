"""What did the comparison find? The findings ranked by how much they matter, conflicts first."""

from __future__ import annotations

from collections import Counter

from crosscheck.report.answers import by_value, label_of, question_anchor
from crosscheck.report.comparison import answers_of, conflict_anchor, parted, tally
from crosscheck.report.evidence import Evidence, Row
from crosscheck.report.markdown import bullets, escape, link, paragraphs
from crosscheck.report.wording import capital, counted, listed, number_word

_MOST = 9
"""Findings that a summary holds; the rest stand in their own sections."""


def summary(evidence: Evidence) -> str:
    """Return the summary: what was compared, how it came out, and the findings by weight."""
    if not evidence.documents:
        return "There are no sources, and so nothing to report.\n"
    verdicts = evidence.records("verdicts")
    if not verdicts:
        return paragraphs(
            f"This report reads {counted(len(evidence.documents), 'source')}. The codebook asks no "
            "question yet; what the sources name, date, count, quote and share is listed below."
        )
    answers = answers_of(evidence)
    findings = [
        *(_parted(evidence, row) for row in parted(evidence)),
        *(_copied(evidence, row, answers) for row in verdicts if _is_copied(row)),
        _speakers(evidence),
        *(_agreed(evidence, row, answers) for row in _well_supported(verdicts)),
    ]
    told = [finding for finding in findings if finding][:_MOST]
    return paragraphs(tally(evidence), bullets(told, numbered=True))


def _parted(evidence: Evidence, verdict: Row) -> str:
    name = verdict["variable"]
    label = link(capital(label_of(evidence, name)), f"#{conflict_anchor(name)}")
    return f"**{label}.** {evidence.told(verdict['explanation'])}"


def _values(evidence: Evidence, found: list[Row], between: str) -> str:
    return between.join(
        f"{words} ({listed([_place(evidence, row) for row in _firsts(rows)])})"
        for words, rows in by_value(evidence, found)
    )


def _firsts(rows: list[Row]) -> list[Row]:
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(row["doc_id"], row)
    return list(first.values())


def _place(evidence: Evidence, row: Row) -> str:
    return evidence.cite(row["doc_id"], row["start"], row["end"], evidence.label(row["doc_id"]))


def _is_copied(verdict: Row) -> bool:
    return bool(
        verdict["verdict"] in ("agree", "compatible")
        and verdict["independent"] < verdict["sources"]
    )


def _copied(evidence: Evidence, verdict: Row, answers: dict[str, list[Row]]) -> str:
    name = verdict["variable"]
    label = link(label_of(evidence, name), f"#{question_anchor(name)}")
    values = _values(evidence, answers[name], "; ")
    count = verdict["independent"]
    total = number_word(verdict["sources"])
    shared = (
        f"they share their copy: one origin, not {total}"
        if count == 1
        else f"some share their copy: {number_word(count)} independent origins, not {total}"
    )
    return f"On {label} {total} sources speak alike, {values}, but {shared}."


def _well_supported(verdicts: list[Row]) -> list[Row]:
    firm = [
        row
        for row in verdicts
        if row["verdict"] == "agree" and row["independent"] == row["sources"] > 1
    ]
    return sorted(firm, key=lambda row: -row["independent"])


def _agreed(evidence: Evidence, verdict: Row, answers: dict[str, list[Row]]) -> str:
    name = verdict["variable"]
    label = link(label_of(evidence, name), f"#{question_anchor(name)}")
    values = _values(evidence, answers[name], "; ")
    sources = capital(counted(verdict["independent"], "independent source"))
    return f"{sources} agree on {label}: {values}."


def _speakers(evidence: Evidence) -> str | None:
    full = [row for row in evidence.records("quotes") if row["kind"] != "scare"]
    counts = Counter(row["speaker"] for row in full if row["speaker"])
    if len(full) < 3 or not counts:
        return None
    (speaker, most), *others = counts.most_common(2)
    if most < 2 or (others and others[0][1] == most):
        return None
    return (
        f"{escape(capital(speaker))} is the voice that is heard most: {number_word(most)} of the "
        f"{counted(len(full), 'quotation')} (@sec-quotations)."
    )
