"""Who is quoted, saying what?"""

from __future__ import annotations

from collections import Counter, defaultdict

from crosscheck.report.evidence import Evidence, Row, anchor_name
from crosscheck.report.markdown import captioned, escape, paragraphs, span, table
from crosscheck.report.wording import capital, counted, listed, shortened

_NOBODY = "nobody named"


def quotations(evidence: Evidence) -> str:
    """Return the quotations by speaker; scare quotes apart."""
    rows = evidence.records("quotes")
    full = [row for row in rows if row["kind"] != "scare"]
    if not full:
        return paragraphs("The sources quote nobody at length.", _scare(evidence, rows))
    speakers = Counter(row["speaker"] or _NOBODY for row in full)
    named = {speaker: count for speaker, count in speakers.items() if speaker != _NOBODY}
    said = (
        f"The sources quote {counted(len(named), 'speaker')} in {counted(len(full), 'quotation')}"
    )
    said += " (@tbl-quotations)."
    if named:
        most = max(named.values())
        loudest = [escape(speaker) for speaker, count in named.items() if count == most]
        sources = {row["doc_id"] for row in full if escape(row["speaker"] or "") in loudest}
        if len(loudest) == 1:
            said += (
                f" {capital(loudest[0])} is heard most: {counted(most, 'quotation')} in "
                f"{counted(len(sources), 'source')}."
            )
    full.sort(key=lambda row: (-speakers[row["speaker"] or _NOBODY], row["speaker"] or _NOBODY))
    before = None
    lines = []
    for row in full:
        speaker = row["speaker"] or _NOBODY
        anchor = evidence.row_of(
            "quotes", row, f"quote-s{evidence.order[row['doc_id']]}-{row['start']}"
        )
        words = f"“{escape(shortened(row['text'], 24))}”"
        lines.append([
            escape(capital(speaker)) if speaker != before else "",
            evidence.label(row["doc_id"]),
            span(evidence.cite(row["doc_id"], row["start"], row["end"], words), id=anchor),
        ])  # fmt: skip
        before = speaker
    return paragraphs(
        said,
        captioned(
            "tbl-quotations",
            table(["Speaker", "Source", "Quotation"], lines, [20, 18, 62]),
            "Quotations by speaker, the most quoted first. Each leads to its place in the text.",
        ),
        _scare(evidence, rows),
    )


def _scare(evidence: Evidence, rows: list[Row]) -> str | None:
    """Return the words that sources set in quotation marks without quoting a sentence."""
    words: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row["kind"] == "scare":
            anchor = evidence.row_of(
                "quotes",
                row,
                anchor_name("scare", f"s{evidence.order[row['doc_id']]}", row["start"]),
            )
            cited = evidence.cite(
                row["doc_id"], row["start"], row["end"], f"“{escape(row['text'])}”"
            )
            words[row["doc_id"]].append(span(cited, id=anchor))
    if not words:
        return None
    by_source = [
        f"{evidence.label(doc_id)} {listed(words[doc_id])}" for doc_id in evidence.in_order(words)
    ]
    return f"Single words are held at arm’s length by quotation marks: {'; '.join(by_source)}."
