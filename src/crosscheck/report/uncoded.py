"""What do the sources claim that no question of the codebook asks for?"""

from __future__ import annotations

from collections import defaultdict

from crosscheck.report.evidence import Evidence, Row
from crosscheck.report.markdown import captioned, escape, paragraphs, table
from crosscheck.report.wording import amount, capital, counted, listed, when

_TELLING = ("quantity", "date", "time", "duration", "reason")
"""Kinds of claims that a missing question would ask for; who and where is in every sentence."""
_SHOWN = 40
_EXAMPLES = 3
_OTHER = "other"

Groups = list[list[Row]]


def uncoded(evidence: Evidence) -> str:
    """Return how much of what the sources claim the codebook misses."""
    groups = _groups(evidence)
    total = len(evidence.table("claims"))
    if not total:
        return "No claims were read from the sources.\n"
    if not groups:
        return "Every number, date, duration and reason that the sources give fits a question.\n"
    claims = sum(len(group) for group in groups)
    several = sum(1 for group in groups if group[0]["sources"] > 1)
    text = (
        f"Beside the answers stand {counted(claims, 'number, date, duration or reason', _KINDS)} "
        f"that {'fits' if claims == 1 else 'fit'} no question. With their like they make "
        f"{counted(len(groups), 'group')}"
    )
    if several:
        text += f", of which {counted(several, 'is', 'are')} shared by several sources"
    return (
        f"{text} (@tbl-uncoded); a researcher will find there what the codebook has not thought "
        "of.\n"
    )


_KINDS = "numbers, dates, durations and reasons"


def uncoded_in_full(evidence: Evidence) -> str | None:
    """Return the table of uncoded claims, with their like."""
    groups = _groups(evidence)
    if not groups:
        return None
    rest = len(groups) - _SHOWN
    more = f" {capital(counted(rest, 'more group'))} stand in the table “uncoded”." * (rest > 0)
    rows = [_row(evidence, group) for group in groups[:_SHOWN]]
    return paragraphs(
        captioned(
            "tbl-uncoded",
            table(["What happens", "Of what, where", "Claims"], rows, [18, 26, 56]),
            "Claims that no question asks for, with their like; what several sources share "
            "first." + more,
        )
    )


def _groups(evidence: Evidence) -> Groups:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in evidence.records("uncoded"):
        if row["kind"] in _TELLING:
            found[row["group"]].append(row)
    return sorted(found.values(), key=lambda group: -group[0]["sources"])


def _row(evidence: Evidence, group: list[Row]) -> list[str]:
    first = group[0]
    happens = "—" if first["predicate"] == _OTHER else first["predicate"].replace("_", " ")
    things = list(dict.fromkeys(row["counted"] for row in group if row["counted"]))
    places = list(dict.fromkeys(evidence.place_name(row["place"]) for row in group if row["place"]))
    about = "; ".join(part for part in (listed(things), listed(places)) if part)
    told = [_claim(evidence, row) for row in group[:_EXAMPLES]]
    rest = len(group) - len(told)
    more = f"; {counted(rest, 'other')}" if rest else ""
    return [escape(capital(happens)), escape(capital(about)) or "—", "; ".join(told) + more]


def _claim(evidence: Evidence, row: Row) -> str:
    words = evidence.cite(row["doc_id"], row["start"], row["end"], f"“{escape(row['text'])}”")
    value = ""
    if row["low"] is not None or row["high"] is not None:
        value = amount(row["low"], row["high"], row["qualifier"])
    elif row["value"] and row["kind"] != "reason":
        value = when(row["value"])
    said = f", {escape(value)}" if value and value != row["text"] else ""
    return f"{evidence.label(row['doc_id'])} {words}{said}"
