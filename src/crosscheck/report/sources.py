"""What is known of each source, and on what ground?"""

from __future__ import annotations

import csv
from pathlib import Path

from crosscheck.report.evidence import Evidence, Row
from crosscheck.report.markdown import bullets, captioned, escape, paragraphs, table
from crosscheck.report.names import BASES, LANGUAGES
from crosscheck.report.wording import counted, listed, plain_number, sentence, when


def sources(evidence: Evidence) -> str:
    """Return the table of sources with what is known of each, and what is not."""
    rows = []
    for row in evidence.documents:
        rows.append([
            evidence.source(row["doc_id"]),
            escape(row["title"]) if row["title"] else "—",
            escape(row["outlet"]) if row["outlet"] else "not known",
            _published(row),
            f"{plain_number(row['kept_chars'])} of {plain_number(row['chars'])}",
        ])  # fmt: skip
    if not rows:
        return "There are no sources.\n"
    header = ["Source", "Title", "Outlet", "Published", "Characters kept"]
    return paragraphs(
        _unknown(evidence),
        captioned(
            "tbl-sources",
            table(header, rows, [17, 39, 11, 22, 11], "llllr"),
            "The sources, with what their own texts support. A source’s name leads to its text.",
        ),
        _notes(evidence),
    )


def _notes(evidence: Evidence) -> str | None:
    """Return what the record of the sources remarks on each: note, address, rights."""
    if not evidence.paths.sources.exists():
        return None
    with evidence.paths.sources.open(encoding="utf-8-sig", newline="") as file:
        records = {Path(row.get("file") or "").stem: row for row in csv.DictReader(file)}
    told = []
    for doc_id in evidence.order:
        record = records.get(doc_id, {})
        remarks = [
            f"{name}{sentence(escape(said))}"
            for column, name in (("note", ""), ("url", "Address: "), ("rights", "Rights: "))
            if (said := (record.get(column) or "").strip())
        ]
        if remarks:
            told.append(f"**{evidence.label(doc_id)}.** {' '.join(remarks)}")
    return bullets(told) if told else None


def known_of(evidence: Evidence, row: Row) -> str:
    """Return one line on a source: title, outlet, date, language."""
    parts = [f"“{escape(row['title'])}”" if row["title"] else "untitled"]
    if row["outlet"] and row["outlet"] != row["label"]:
        parts.append(escape(row["outlet"]))
    parts.append(f"published {_published(row)}" if row["published"] else "date not known")
    parts.append(escape(LANGUAGES.get(row["language"], row["language"])))
    return sentence("; ".join(parts))


def _published(row: Row) -> str:
    if not row["published"]:
        return BASES["unknown"]
    return f"{escape(when(row['published']))}, {BASES[row['published_basis']]}"


def _unknown(evidence: Evidence) -> str:
    undated = [row["doc_id"] for row in evidence.documents if not row["published"]]
    inferred = [row for row in evidence.documents if row["published_basis"] == "inferred"]
    said = ["@tbl-sources says on what ground each date rests."]
    if undated:
        names = listed([evidence.label(doc_id) for doc_id in undated])
        said.append(
            f"{names} {'bears' if len(undated) == 1 else 'bear'} no date of publication; dates "
            "relative to it are resolved only where the text, or text shared with another source, "
            "allows it."
        )
    if inferred:
        said.append(
            f"For {counted(len(inferred), 'source')} the date of publication is worked out from "
            "what the text says, and is only as good as that."
        )
    return " ".join(said)
