"""When did what happen, by which source?"""

from __future__ import annotations

from collections import defaultdict

from crosscheck.report.evidence import Evidence, Row, anchor_name
from crosscheck.report.markdown import captioned, escape, paragraphs, span, table
from crosscheck.report.wording import capital, counted, listed, shortened, when


def timeline(evidence: Evidence) -> str:
    """Return the dates in their order, each with the sources that give it and their words."""
    rows = evidence.records("dates")
    if not rows:
        return "No dates were found in the sources.\n"
    points = [row for row in rows if row["kind"] in ("DATE", "TIME") and row["value"]]
    return paragraphs(
        _overview(evidence, rows), _table(evidence, points), _durations(evidence, rows)
    )


def _overview(evidence: Evidence, rows: list[Row]) -> str:
    relative = sum(1 for row in rows if row["basis"] == "relative")
    carried = [row for row in rows if row["basis"] == "propagated"]
    unresolved = [row for row in rows if row["value"] is None]
    said = [f"The sources hold {counted(len(rows), 'expression of time', 'expressions of time')}"]
    if relative:
        said.append(
            f", {counted(relative, 'of them', 'of them')} relative to the day of publication or to "
            "another date"
        )
    said.append(".")
    if carried:
        places = listed([_cited(evidence, row) for row in carried])
        said.append(
            f" {capital(counted(len(carried), 'is dated', 'are dated'))} by text that another "
            f"source shares: {places}."
        )
    if unresolved:
        places = listed([_cited(evidence, row) for row in unresolved])
        one = len(unresolved) == 1
        said.append(f" {places} {'has' if one else 'have'} no date that the texts could prove.")
    return "".join(said)


def _cited(evidence: Evidence, row: Row) -> str:
    words = evidence.cite(row["doc_id"], row["start"], row["end"], f"“{escape(row['text'])}”")
    return f"{words} ({evidence.label(row['doc_id'])})"


def _table(evidence: Evidence, points: list[Row]) -> str | None:
    if not points:
        return None
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in points:
        groups[row["value"]].append(row)
        evidence.row_of("dates", row, anchor_name("date", row["value"]))
    rows = []
    for value in sorted(groups, key=lambda value: (value.lstrip("./"), value)):
        found = groups[value]
        rows.append([
            span(escape(capital(when(value))), id=anchor_name("date", value)),
            _wordings(evidence, found),
            _context(evidence, found[0]),
        ])  # fmt: skip
    header = ["When", "In the words of", "What the first of them says"]
    return captioned(
        "tbl-timeline",
        table(header, rows, [20, 36, 44]),
        "The dates that the sources give, as resolved. Each wording leads to its place.",
    )


def _wordings(evidence: Evidence, found: list[Row]) -> str:
    by_source: dict[str, list[str]] = defaultdict(list)
    for row in found:
        words = f"“{escape(row['text'])}”"
        by_source[row["doc_id"]].append(
            evidence.cite(row["doc_id"], row["start"], row["end"], words)
        )
    return "; ".join(
        f"{evidence.label(doc_id)}: {', '.join(by_source[doc_id])}"
        for doc_id in evidence.in_order(by_source)
    )


def _context(evidence: Evidence, row: Row) -> str:
    sentence = evidence.sentence_at(row["doc_id"], row["start"])
    return f"“{escape(shortened(sentence['text'], 22))}”" if sentence else "—"


def _durations(evidence: Evidence, rows: list[Row]) -> str | None:
    said = []
    for row in rows:
        if row["kind"] not in ("DURATION", "SET") or not row["value"]:
            continue
        anchor = evidence.row_of(
            "dates", row, f"duration-s{evidence.order[row['doc_id']]}-{row['start']}"
        )
        words = evidence.cite(row["doc_id"], row["start"], row["end"], f"“{escape(row['text'])}”")
        value = escape(when(row["value"], row["qualifier"]))
        said.append(span(f"{words} ({value}, {evidence.label(row['doc_id'])})", id=anchor))
    return f"Durations: {'; '.join(said)}." if said else None
