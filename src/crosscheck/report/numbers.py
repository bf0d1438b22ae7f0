"""Which amounts do the sources give, of what, where, and how firmly?"""

from __future__ import annotations

from crosscheck.report.evidence import Evidence, Row
from crosscheck.report.markdown import captioned, escape, paragraphs, span, table
from crosscheck.report.wording import amount, capital, counted, number_word, when

_MAIN = 18
"""Amounts that the main text lists; the others follow in the tables in full."""


def numbers(evidence: Evidence) -> str:
    """Return what is said of the amounts, and the table of them, grouped by what they count."""
    rows = _ordered(evidence)
    if not rows:
        return "No amounts were found in the sources.\n"
    total = len(rows)
    hedged = sum(1 for row in rows if row["qualifier"] != "exact")
    undated = sum(1 for row in rows if not row["as_of"])
    said = (
        f"The sources give {counted(total, 'amount')}{evidence.see('numbers', figure='numbers')}. "
        f"{_share(hedged, total)} hedged, by “about”, “more than”, “up to” or a range, and "
        f"{_share(undated, total).lower()} given without the day of the count. Two amounts that "
        "look alike may count different days, places or people; the comparison therefore holds "
        "scope against scope before it holds number against number."
    )
    more = " The others stand in @sec-tables." if total > _MAIN else ""
    return paragraphs(
        said,
        captioned(
            "tbl-numbers",
            _table(evidence, rows[:_MAIN]),
            "The amounts, grouped by what they count. The words lead to their place." + more,
        ),
    )


def more_numbers(evidence: Evidence) -> str | None:
    """Return the table of the amounts that the main text has no room for."""
    rows = _ordered(evidence)[_MAIN:]
    if not rows:
        return None
    return captioned("tbl-more-numbers", _table(evidence, rows), "The other amounts.")


def _share(count: int, total: int) -> str:
    """Return "All of them are", "None of them is", "Thirteen are"."""
    if count == total:
        return "All of them are"
    if count == 0:
        return "None of them is"
    return f"{capital(number_word(count))} {'is' if count == 1 else 'are'}"


def _ordered(evidence: Evidence) -> list[Row]:
    rows = evidence.records("quantities")
    first: dict[str, int] = {}
    for number, row in enumerate(rows):
        first.setdefault(_thing(row), number)
    rows.sort(key=lambda row: (first[_thing(row)], -(row["low"] or row["high"] or 0)))
    return rows


def _thing(row: Row) -> str:
    """Return what amounts are grouped by: the head of what is counted, else the unit."""
    return ((row["counted"] or row["unit"] or "").split() or [""])[-1].casefold()


def _table(evidence: Evidence, rows: list[Row]) -> str:
    header = ["What is counted", "How many", "Where", "As of", "In the words of"]
    return table(header, [_row(evidence, row) for row in rows], [22, 17, 18, 12, 31])


def _row(evidence: Evidence, row: Row) -> list[str]:
    number = evidence.order[row["doc_id"]]
    anchor = evidence.row_of("quantities", row, f"number-s{number}-{row['start']}")
    words = evidence.cite(row["doc_id"], row["start"], row["end"], f"“{escape(row['text'])}”")
    said = amount(row["low"], row["high"], row["qualifier"])
    return [
        escape(capital(row["counted"])) if row["counted"] else "—",
        span(escape(f"{said} {row['unit'] or ''}".strip()), id=anchor),
        escape(evidence.place_name(row["place"])) if row["place"] else "—",
        escape(when(row["as_of"])) if row["as_of"] else "—",
        f"{evidence.label(row['doc_id'])}: {words}",
    ]
