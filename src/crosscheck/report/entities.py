"""Who and what is named, by which source, and under which names?"""

from __future__ import annotations

from collections import Counter, defaultdict

from crosscheck.report.evidence import Evidence, Row, anchor_name
from crosscheck.report.markdown import captioned, escape, link, paragraphs, span, table
from crosscheck.report.names import LABELS
from crosscheck.report.wording import capital, counted, listed

_WIKIDATA = "https://www.wikidata.org/wiki/"


def entities(evidence: Evidence) -> str:
    """Return the entities that several sources name, and those that only one of them does."""
    known = evidence.records("entities")
    if not known:
        return "No names were found in the sources.\n"
    mentions: dict[str, list[Row]] = defaultdict(list)
    for row in evidence.records("mentions"):
        mentions[row["entity_id"]].append(row)
        evidence.row_of("mentions", row, _anchor(row["entity_id"]))
    known.sort(key=lambda row: (-row["documents"], -row["mentions"], row["name"]))
    shared = [row for row in known if row["documents"] > 1]
    linked = sum(1 for row in known if row["wikidata"])
    one, several = "person, place, body or operation", "persons, places, bodies and operations"
    said = (
        f"The sources name {counted(len(known), one, several)}, "
        f"{_of(len(shared))} in more than one of them. The codebook ties {_of(linked)} "
        "to Wikidata; the others stay unlinked, for nobody has checked them."
    )
    return paragraphs(said, _shared(evidence, shared, mentions), _single(evidence, known, mentions))


def _of(count: int) -> str:
    return counted(count, "of them", "of them")


def _anchor(entity_id: str) -> str:
    return anchor_name("entity", entity_id)


def _shared(evidence: Evidence, known: list[Row], mentions: dict[str, list[Row]]) -> str | None:
    if not known:
        return None
    rows = []
    for row in known:
        found = mentions[row["entity_id"]]
        wikidata = row["wikidata"]
        rows.append([
            span(escape(row["name"]), id=_anchor(row["entity_id"])),
            LABELS[row["label"]],
            _by_source(evidence, found),
            _forms(evidence, found),
            link(wikidata, _WIKIDATA + wikidata) if wikidata else "—",
        ])  # fmt: skip
    header = ["Name", "What", "Named by (how often)", "As", "Wikidata"]
    return captioned(
        "tbl-entities",
        table(header, rows, [20, 13, 32, 24, 11]),
        "What more than one source names. A source’s name leads to its first mention.",
    )


def _by_source(evidence: Evidence, found: list[Row]) -> str:
    counts = Counter(row["doc_id"] for row in found)
    first = {row["doc_id"]: row for row in reversed(found)}
    return ", ".join(
        evidence.cite(doc_id, first[doc_id]["start"], first[doc_id]["end"], evidence.label(doc_id))
        + f" ({counts[doc_id]})"
        for doc_id in evidence.in_order(counts)
    )


def _forms(evidence: Evidence, found: list[Row]) -> str:
    """Return the wordings, each once, leading to where it first stands."""
    forms: dict[str, Row] = {}
    for row in found:
        forms.setdefault(" ".join(row["text"].split()), row)
    return ", ".join(
        evidence.cite(row["doc_id"], row["start"], row["end"], escape(text))
        for text, row in forms.items()
    )


def _single(evidence: Evidence, known: list[Row], mentions: dict[str, list[Row]]) -> str | None:
    names: dict[str, list[str]] = defaultdict(list)
    for row in known:
        found = mentions[row["entity_id"]]
        if row["documents"] > 1 or not found:
            continue
        first = found[0]
        name = evidence.cite(first["doc_id"], first["start"], first["end"], escape(row["name"]))
        names[first["doc_id"]].append(span(name, id=_anchor(row["entity_id"])))
    said = [
        f"**Only {evidence.label(doc_id)}** names {listed(names[doc_id])}."
        for doc_id in evidence.in_order(names)
    ]
    return capital(" ".join(said)) if said else None
