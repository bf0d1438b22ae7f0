"""When did what happen, by which source?"""

from __future__ import annotations

from collections import defaultdict

from crosscheck.report.context import in_context
from crosscheck.report.evidence import Evidence, Row, anchor_name
from crosscheck.report.markdown import captioned, escape, paragraphs, span, table
from crosscheck.report.wording import capital, counted, listed, when

_MAIN = 10
"""Dates that the main text lists; the others follow in the tables in full."""

Groups = list[tuple[str, list[Row]]]


def timeline(evidence: Evidence) -> str:
    """Return what is said of the dates, and the table of them in their order."""
    rows = evidence.records("dates")
    if not rows:
        return "No dates were found in the sources.\n"
    main, rest = _divided(evidence)
    more = " The others stand in @sec-tables." if rest else ""
    return paragraphs(
        _overview(evidence, rows, bool(main)),
        captioned(
            "tbl-timeline",
            _table(evidence, main),
            "The dates that the sources give, as resolved, in the words of the first source "
            "that gives them." + more,
        )
        if main
        else None,
        _durations(evidence, rows),
    )


def more_dates(evidence: Evidence) -> str | None:
    """Return the table of the dates that the main text has no room for."""
    rest = _divided(evidence)[1]
    if not rest:
        return None
    return captioned("tbl-more-dates", _table(evidence, rest), "The other dates.")


def _divided(evidence: Evidence) -> tuple[Groups, Groups]:
    """Return the dates for the main text (those of most sources) and the others, by value."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in evidence.records("dates"):
        if row["kind"] in ("DATE", "TIME") and row["value"]:
            groups[row["value"]].append(row)
            evidence.row_of("dates", row, anchor_name("date", row["value"]))
    ranked = sorted(
        groups, key=lambda value: (-len({row["doc_id"] for row in groups[value]}), value)
    )
    chosen = set(ranked[:_MAIN])
    ordered = sorted(groups, key=lambda value: (value.lstrip("./"), value))
    return (
        [(value, groups[value]) for value in ordered if value in chosen],
        [(value, groups[value]) for value in ordered if value not in chosen],
    )


def _overview(evidence: Evidence, rows: list[Row], listed_below: bool) -> str:
    relative = sum(1 for row in rows if row["basis"] == "relative")
    carried = [row for row in rows if row["basis"] == "propagated"]
    unresolved = [row for row in rows if row["value"] is None]
    said = f"The sources hold {counted(len(rows), 'expression of time', 'expressions of time')}"
    said += evidence.see(*["timeline"] * listed_below, figure="timeline")
    if relative:
        verb = "is" if relative == 1 else "are"
        said += f", of which {counted(relative, f'{verb} relative', f'{verb} relative')}"
        said += " and had to be resolved"
    said += "."
    if carried:
        verb = "is" if len(carried) == 1 else "are"
        proof = listed([_cited(evidence, row) for row in carried])
        said += (
            f" {capital(counted(len(carried), f'{verb} dated', f'{verb} dated'))} by text that "
            f"another source shares: {proof}."
        )
    if unresolved:
        verb = "has" if len(unresolved) == 1 else "have"
        places = listed([_cited(evidence, row) for row in unresolved])
        said += f" No date could be proven for {places}, which {verb} been left open."
    return said


def _cited(evidence: Evidence, row: Row) -> str:
    words = evidence.cite(row["doc_id"], row["start"], row["end"], f"“{escape(row['text'])}”")
    return f"{words} ({evidence.label(row['doc_id'])})"


def _table(evidence: Evidence, groups: Groups) -> str:
    rows = [
        [
            span(escape(capital(when(value))), id=anchor_name("date", value)),
            f"{evidence.label(found[0]['doc_id'])}: {in_context(evidence, found[0])}",
            _others(evidence, found),
        ]
        for value, found in groups
    ]
    return table(["When", "First said by", "Also"], rows, [17, 57, 26])


def _others(evidence: Evidence, found: list[Row]) -> str:
    """Return the other mentions, source by source, each leading to its place."""
    told = []
    for row in found[1:]:
        known = row["doc_id"] in {one["doc_id"] for one in found[: found.index(row)]}
        words = escape(row["text"]) if known else evidence.label(row["doc_id"])
        told.append(evidence.cite(row["doc_id"], row["start"], row["end"], words))
    return ", ".join(told) or "—"


def _durations(evidence: Evidence, rows: list[Row]) -> str | None:
    said = []
    for row in rows:
        if row["kind"] not in ("DURATION", "SET") or not row["value"]:
            continue
        number = evidence.order[row["doc_id"]]
        anchor = evidence.row_of("dates", row, f"duration-s{number}-{row['start']}")
        words = evidence.cite(row["doc_id"], row["start"], row["end"], f"“{escape(row['text'])}”")
        value = escape(when(row["value"], row["qualifier"]))
        said.append(span(f"{words} ({value}; {evidence.label(row['doc_id'])})", id=anchor))
    return f"The sources also give durations: {listed(said)}." if said else None
