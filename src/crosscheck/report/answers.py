"""What does a source answer to a question of the codebook, said in words and tied to its place?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from crosscheck.codebook.variables import Variable
from crosscheck.report.evidence import Evidence, Row, anchor_name
from crosscheck.report.markdown import escape, span
from crosscheck.report.wording import amount, listed, when

_TIMES = ("date", "time", "duration")
# How the verdicts write several values, and a range, in one cell.
_SEVERAL = "; "
_TO = " to "


def variable_of(evidence: Evidence, name: str) -> Variable | None:
    """Return the variable of the codebook, or None if it has none of that name."""
    return next((one for one in evidence.codebook.variables if one.name == name), None)


def label_of(evidence: Evidence, name: str) -> str:
    """Return what a question is about, as Markdown: “French soldiers killed in the Sahel”."""
    variable = variable_of(evidence, name)
    return escape(variable.label if variable else name.replace("_", " "))


def question_of(evidence: Evidence, name: str) -> str:
    """Return the question itself, as Markdown."""
    variable = variable_of(evidence, name)
    return escape(variable.question if variable else name.replace("_", " "))


def question_anchor(name: str) -> str:
    """Return the anchor of a question's row in the comparison."""
    return anchor_name("question", name)


def said(evidence: Evidence, row: Row) -> str:
    """Return the answer in words, as Markdown: "about 1,000", "17 February 2022"."""
    variable = variable_of(evidence, row["variable"])
    value = row["value"]
    if value is None:
        return escape(amount(row["low"], row["high"], row["qualifier"]))
    return escape(value_words(evidence, variable, value, row["qualifier"]))


def value_words(
    evidence: Evidence, variable: Variable | None, value: str, qualifier: str | None = None
) -> str:
    """Return a value of a variable in words: a category by its label, a place by its name."""
    if _SEVERAL in value:
        return listed([value_words(evidence, variable, one) for one in value.split(_SEVERAL)])
    if variable is None or variable.type in _TIMES:
        return when(value, qualifier)
    if variable.type == "category":
        return next((one.label for one in variable.categories if one.value == value), value)
    if variable.type == "number":
        first, _, last = value.partition(_TO)
        return amount(float(first), float(last or first), qualifier)
    return evidence.place_name(value)


def cited(evidence: Evidence, row: Row) -> str:
    """Return the answer in words, leading to its place in the source and back."""
    variable = variable_of(evidence, row["variable"])
    # One place may give two answers, of two categories.
    category = row["value"] if variable and variable.type == "category" else ""
    source = f"s{evidence.order[row['doc_id']]}"
    anchor = anchor_name("answer", row["variable"], source, row["start"], category)
    evidence.row_of(f"answers {row['variable']}", row, anchor)
    words = evidence.cite(row["doc_id"], row["start"], row["end"], said(evidence, row))
    return span(words, id=anchor)


def scope_of(evidence: Evidence, row: Row) -> str:
    """Return of what place, period and day an answer speaks, and on whose word; perhaps nothing."""
    parts = [evidence.place_name(row["place"])] if row["place"] else []
    if row["period"]:
        parts.append(when(row["period"]))
    if row["as_of"]:
        parts.append(f"as of {when(row['as_of'])}")
    if row["speaker"]:
        parts.append(f"says {evidence.place_name(row['speaker'])}")
    return escape("; ".join(parts))


def by_value(evidence: Evidence, rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """Group answers that read the same, in the order of the sources: (words, answers)."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[said(evidence, row)].append(row)
    return list(groups.items())
