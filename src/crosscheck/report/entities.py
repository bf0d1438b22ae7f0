"""Who and what is named, by which source, and under which names?"""

from __future__ import annotations

from collections import defaultdict

from crosscheck.report.evidence import Evidence, Row, anchor_name
from crosscheck.report.markdown import captioned, escape, link, paragraphs, span, table
from crosscheck.report.names import LABELS
from crosscheck.report.wording import capital, counted, number_word

_WIKIDATA = "https://www.wikidata.org/wiki/"
_MAIN = 7
"""Entities that the main text lists; the others follow in the tables in full."""

Mentions = dict[str, list[Row]]


def entities(evidence: Evidence) -> str:
    """Return what is said of the names, and the table of those that most sources share."""
    known, mentions = _ranked(evidence)
    if not known:
        return "No names were found in the sources.\n"
    total = len(known)
    shared = sum(1 for row in known if row["documents"] > 1)
    everywhere = sum(1 for row in known if row["documents"] == len(evidence.documents))
    linked = sum(1 for row in known if row["wikidata"])
    said = (
        f"The sources name {counted(total, 'person, place, body or operation', _SEVERAL)}; "
        f"{number_word(shared)} of them {'stands' if shared == 1 else 'stand'} in more than one "
        "source"
    )
    if len(evidence.documents) > 1 and everywhere:
        said += f", {number_word(everywhere)} in all of them"
    said += evidence.see("entities", figure="entities") + (
        ". One thing may go by many names; the codebook ties them together, and "
        f"{number_word(linked) if linked else 'none'} of them to Wikidata. What no person has "
        "checked stays unlinked."
    )
    rest = " The others are listed in @sec-tables." if total > _MAIN else ""
    return paragraphs(
        said,
        captioned(
            "tbl-entities",
            _table(evidence, known[:_MAIN], mentions),
            "What most sources name, and under which names; each leads to where it first stands. "
            "How often: all names taken together, and in how many sources." + rest,
        ),
    )


def more_entities(evidence: Evidence) -> str | None:
    """Return the table of the entities that the main text has no room for."""
    known, mentions = _ranked(evidence)
    if len(known) <= _MAIN:
        return None
    return captioned(
        "tbl-more-entities",
        _table(evidence, known[_MAIN:], mentions),
        "The other names, those of several sources first.",
    )


_SEVERAL = "persons, places, bodies and operations"


def _ranked(evidence: Evidence) -> tuple[list[Row], Mentions]:
    mentions: Mentions = defaultdict(list)
    for row in evidence.records("mentions"):
        mentions[row["entity_id"]].append(row)
        evidence.row_of("mentions", row, anchor_name("entity", row["entity_id"]))
    known = [row for row in evidence.records("entities") if mentions[row["entity_id"]]]
    known.sort(key=lambda row: (-row["documents"], -row["mentions"], row["name"]))
    return known, mentions


def _table(evidence: Evidence, known: list[Row], mentions: Mentions) -> str:
    rows = []
    for row in known:
        found = mentions[row["entity_id"]]
        wikidata = row["wikidata"]
        rows.append([
            span(escape(row["name"]), id=anchor_name("entity", row["entity_id"])),
            LABELS[row["label"]],
            _forms(evidence, found),
            _spread(evidence, row),
            link(wikidata, _WIKIDATA + wikidata) if wikidata else "—",
        ])  # fmt: skip
    header = ["Name", "What", "Called", "How often", "Wikidata"]
    return table(header, rows, [21, 17, 36, 16, 10])


def _spread(evidence: Evidence, row: Row) -> str:
    sources = len(evidence.documents)
    if row["documents"] == sources > 1:
        return f"{row['mentions']}, in all"
    return f"{row['mentions']}, in {row['documents']} of {sources}"


def _forms(evidence: Evidence, found: list[Row]) -> str:
    """Return the wordings, each once, leading to where it first stands."""
    forms: dict[str, Row] = {}
    for row in found:
        forms.setdefault(" ".join(row["text"].split()), row)
    return capital(
        ", ".join(
            evidence.cite(row["doc_id"], row["start"], row["end"], escape(text))
            for text, row in forms.items()
        )
    )
