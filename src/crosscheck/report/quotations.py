"""Who is quoted, saying what?"""

from __future__ import annotations

from collections import Counter, defaultdict

from crosscheck.report.evidence import Evidence, Row
from crosscheck.report.markdown import captioned, escape, in_lines, paragraphs, span, table
from crosscheck.report.wording import capital, counted, listed, number_word, shortened

_NOBODY = "Nobody named"
_MAIN = 30
"""Quotations that the main text lists; the others follow in the tables in full."""


def quotations(evidence: Evidence) -> str:
    """Return the quotations by speaker; scare quotes apart."""
    rows = _ranked(evidence)
    if not rows:
        return paragraphs("The sources quote nobody at length.", _scare(evidence))
    more = " The others stand in @sec-tables." if len(rows) > _MAIN else ""
    return paragraphs(
        _overview(rows),
        captioned(
            "tbl-quotations",
            _table(evidence, rows[:_MAIN]),
            "Quotations by speaker, the most quoted first; each leads to its place." + more,
        ),
        _scare(evidence),
    )


def more_quotations(evidence: Evidence) -> str | None:
    """Return the table of the quotations that the main text has no room for."""
    rows = _ranked(evidence)[_MAIN:]
    if not rows:
        return None
    return captioned("tbl-more-quotations", _table(evidence, rows), "The other quotations.")


def _overview(rows: list[Row]) -> str:
    named = Counter(_speaker(row) for row in rows if row["speaker"])
    unnamed = len(rows) - named.total()
    said = (
        f"The sources quote {counted(len(named), 'speaker')} in "
        f"{counted(len(rows), 'quotation')} (@tbl-quotations)."
    )
    if unnamed:
        verb = "is" if unnamed == 1 else "are"
        said += f" {capital(number_word(unnamed))} {verb} tied to nobody by name."
    leading = named.most_common(2)
    if leading and leading[0][1] > 1 and (len(leading) == 1 or leading[0][1] > leading[1][1]):
        speaker, most = leading[0]
        sources = {row["doc_id"] for row in rows if row["speaker"] and _speaker(row) == speaker}
        said += (
            f" {escape(speaker)} is heard most, {number_word(most)} times in "
            f"{counted(len(sources), 'source')}."
        )
    return said


def _ranked(evidence: Evidence) -> list[Row]:
    rows = [row for row in evidence.records("quotes") if row["kind"] != "scare"]
    often = Counter(_speaker(row) for row in rows)
    rows.sort(key=lambda row: (row["speaker"] is None, -often[_speaker(row)], _speaker(row)))
    return rows


def _speaker(row: Row) -> str:
    return capital(row["speaker"] or _NOBODY)


def _table(evidence: Evidence, rows: list[Row]) -> str:
    said: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        number = evidence.order[row["doc_id"]]
        anchor = evidence.row_of("quotes", row, f"quote-s{number}-{row['start']}")
        words = f"“{escape(shortened(row['text'], 13))}”"
        cited = evidence.cite(row["doc_id"], row["start"], row["end"], words)
        said[_speaker(row)].append(span(f"{evidence.label(row['doc_id'])}: {cited}", id=anchor))
    told = [[escape(speaker), in_lines(quotes)] for speaker, quotes in said.items()]
    return table(["Speaker", "Source and words"], told, [22, 78])


def _scare(evidence: Evidence) -> str | None:
    """Return the words that sources set in quotation marks without quoting a sentence."""
    words: dict[str, list[str]] = defaultdict(list)
    for row in evidence.records("quotes", kind="scare"):
        number = evidence.order[row["doc_id"]]
        anchor = evidence.row_of("quotes", row, f"scare-s{number}-{row['start']}")
        cited = evidence.cite(row["doc_id"], row["start"], row["end"], f"“{escape(row['text'])}”")
        words[row["doc_id"]].append(span(cited, id=anchor))
    if not words:
        return None
    by_source = [
        f"{evidence.label(doc_id)} {listed(words[doc_id])}" for doc_id in evidence.in_order(words)
    ]
    return f"Quotation marks hold single words at arm’s length: {'; '.join(by_source)}."
