"""Which amounts do the sources give, of what, where, and how firmly?"""

from __future__ import annotations

from crosscheck.report.evidence import Evidence, Row
from crosscheck.report.markdown import captioned, escape, paragraphs, span, table
from crosscheck.report.wording import amount, capital, counted, when


def numbers(evidence: Evidence) -> str:
    """Return the table of amounts, grouped by what they count."""
    rows = evidence.records("quantities")
    if not rows:
        return "No amounts were found in the sources.\n"
    hedged = sum(1 for row in rows if row["qualifier"] != "exact")
    bare = sum(1 for row in rows if not row["as_of"])
    said = (
        f"The sources give {counted(len(rows), 'amount')}. "
        f"{capital(counted(hedged, 'of them is', 'of them are'))} hedged (“about”, “more than”, "
        f"“up to”, a range), and {counted(bare, 'bears', 'bear')} no date of which the sentence "
        "speaks: what looks like a contradiction may be a count of another day or another place."
    )
    first: dict[str, int] = {}
    for number, row in enumerate(rows):
        first.setdefault(_thing(row), number)
    rows.sort(key=lambda row: (first[_thing(row)], -(row["low"] or row["high"] or 0)))
    header = ["What is counted", "How many", "Where", "As of", "Source, in its words"]
    return paragraphs(
        said,
        captioned(
            "tbl-numbers",
            table(header, [_row(evidence, row) for row in rows], [26, 17, 17, 14, 26]),
            "Amounts in the sources. The words lead to their place in the text.",
        ),
    )


def _thing(row: Row) -> str:
    return (row["counted"] or row["unit"] or "").casefold()


def _row(evidence: Evidence, row: Row) -> list[str]:
    anchor = evidence.row_of(
        "quantities", row, f"number-s{evidence.order[row['doc_id']]}-{row['start']}"
    )
    words = evidence.cite(row["doc_id"], row["start"], row["end"], f"“{escape(row['text'])}”")
    unit = f" {escape(row['unit'])}" if row["unit"] and row["counted"] else ""
    return [
        escape(row["counted"] or row["unit"] or "not said"),
        span(escape(amount(row["low"], row["high"], row["qualifier"])) + unit, id=anchor),
        escape(evidence.place_name(row["place"])) if row["place"] else "—",
        escape(when(row["as_of"])) if row["as_of"] else "—",
        f"{evidence.label(row['doc_id'])}: {words}",
    ]
