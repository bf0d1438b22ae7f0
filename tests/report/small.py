"""A small workbench of our own: three texts on a flood that never was, and its tables, by hand."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from crosscheck import tables
from crosscheck.paths import Paths

REPOSITORY = Path(__file__).parents[2]

TEXTS = {
    "a": (
        "Home News Dam bursts above Orvik\n\n"
        "Dam bursts above Orvik\n\n"
        "The dam above Orvik burst on Monday 3 May 2021 at 6am, and 12 people were killed in the "
        "Lower Valley since then, the Interior Ministry said.\n\n"
        "“We were warned *twice*, and nobody moved [at all]”, said Mayor Ada Lind. About 300 to "
        "400 soldiers were sent to “help out”.\n"
    ),
    "b": (
        "Thu. Nov 21st, 2024\n\n"
        "The dam above Orvik burst on Monday 3 May 2021 at 06:00, the ministry said in a "
        "statement.\n\n"
        "Some 15 people died in the valley, and more than 2,000 fled to Norby. “We were warned "
        "twice”, Ada Lind said.\n"
    ),
    "c": (
        "Orvik: the flood victims return\n\nThe evacuated came home in August <2021>, a year on.\n"
        "Source: Norby.example\n"
    ),
}
_DROPPED = {
    "Home News Dam bursts above Orvik": "breadcrumb",
    "Thu. Nov 21st, 2024": "crawl_date",
}
_VARIABLES = """\
variables:
  - name: burst_date
    label: the day on which the dam burst
    question: On which day did the dam burst?
    definition: The day of the burst.
    coding_rule: The date that the source gives for the burst itself.
    type: date
    claims: [{kind: date}]
  - name: deaths_valley
    label: people killed in the valley
    question: How many people were killed in the valley?
    definition: The dead of the flood.
    coding_rule: The count that the source gives.
    type: number
    unit: people
    claims: [{kind: quantity}]
  - name: soldiers_sent
    label: soldiers sent
    question: How many soldiers were sent?
    definition: The soldiers sent to help.
    coding_rule: The count that the source gives.
    type: number
    unit: soldiers
    claims: [{kind: quantity}]
  - name: return_date
    label: the return of the evacuated
    question: When did the evacuated come home?
    definition: The return.
    coding_rule: The date that the source gives.
    type: date
    claims: [{kind: date}]
  - name: cost
    label: the cost of the flood
    question: What did the flood cost?
    definition: The damage in money.
    coding_rule: The amount that the source gives.
    type: number
    unit: crowns
    claims: [{kind: quantity}]
"""


def at(doc_id: str, text: str, nth: int = 1, **fields: Any) -> dict[str, Any]:
    """Return a span of a text, found by what it says."""
    start = -1
    for _ in range(nth):
        start = TEXTS[doc_id].index(text, start + 1)
    return {"doc_id": doc_id, "start": start, "end": start + len(text), "text": text, **fields}


def _blocks() -> list[dict[str, Any]]:
    rows = []
    for doc_id, raw in TEXTS.items():
        start = 0
        for number, part in enumerate(raw.split("\n\n")):
            end = min(start + len(part) + 2, len(raw))
            kind = _DROPPED.get(part) or ("paragraph" if len(part) > 60 else "title")
            kept = part not in _DROPPED
            rows.append({
                "doc_id": doc_id, "block_id": number, "start": start, "end": end,
                "text": raw[start:end], "kind": kind, "kept": kept,
                "reason": "by hand", "language": "en",
            })  # fmt: skip
            start = end
    return rows


def _sentences() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for block in _blocks():
        if not block["kept"]:
            continue
        start = block["start"]
        for part in block["text"].rstrip().split(". "):
            text = part if part.endswith(".") or block["kind"] == "title" else part + "."
            rows.append({
                "doc_id": block["doc_id"], "sentence_id": len(rows), "block_id": block["block_id"],
                "start": start, "end": start + len(text), "text": text,
            })  # fmt: skip
            start += len(text) + 1
    return rows


def rows() -> dict[str, list[dict[str, Any]]]:
    """Return the rows of every table."""
    dam, statement = "burst on Monday 3 May 2021", "We were warned"
    first, second = at("a", "The dam above Orvik " + dam), at("b", "The dam above Orvik " + dam)
    said_a, said_b = at("a", statement), at("b", statement + " twice")
    exact = {"qualifier": "exact", "rule": "number"}
    return {
        "documents": [
            {"doc_id": "a", "label": "Valley Post", "title": "Dam bursts above Orvik",
             "outlet": "Valley Post", "published": "2021-05-04", "published_basis": "inferred",
             "language": "en", "sha256": "a" * 64, "chars": len(TEXTS["a"]), "kept_chars": 300},
            {"doc_id": "b", "label": "Orvik Wire", "title": None, "outlet": None,
             "published": None, "published_basis": "unknown", "language": "en",
             "sha256": "b" * 64, "chars": len(TEXTS["b"]), "kept_chars": 220},
            {"doc_id": "c", "label": "The Norby Review", "title": "Orvik: the flood victims return",
             "outlet": "The Norby Review", "published": "2022-08", "published_basis": "stated",
             "language": "en", "sha256": "c" * 64, "chars": len(TEXTS["c"]), "kept_chars": 90},
        ],
        "blocks": _blocks(),
        "sentences": _sentences(),
        "mentions": [
            at("a", "Orvik", 2, label="GPE", entity_id="orvik", rule="gazetteer"),
            at("a", "Orvik", 3, label="GPE", entity_id="orvik", rule="gazetteer"),
            at("a", "Interior Ministry", label="ORG", entity_id="interior-ministry", rule="form"),
            at("a", "Ada Lind", label="PERSON", entity_id="ada-lind", rule="title"),
            at("b", "Orvik", label="GPE", entity_id="orvik", rule="gazetteer"),
            at("b", "Norby", label="GPE", entity_id="norby", rule="gazetteer"),
            at("b", "Ada Lind", label="PERSON", entity_id="ada-lind", rule="speech"),
            at("c", "Orvik", label="GPE", entity_id="orvik", rule="gazetteer"),
            at("c", "Norby", label="GPE", entity_id="norby", rule="gazetteer"),
        ],
        "entities": [
            {"entity_id": "orvik", "name": "Orvik", "label": "GPE", "wikidata": "Q1",
             "mentions": 4, "documents": 3},
            {"entity_id": "ada-lind", "name": "Ada Lind", "label": "PERSON", "wikidata": None,
             "mentions": 2, "documents": 2},
            {"entity_id": "interior-ministry", "name": "Interior Ministry", "label": "ORG",
             "wikidata": None, "mentions": 1, "documents": 1},
            {"entity_id": "norby", "name": "Norby", "label": "GPE", "wikidata": None,
             "mentions": 1, "documents": 1},
        ],
        "dates": [
            at("a", "Monday 3 May 2021 at 6am", kind="TIME", value="2021-05-03T06:00",
               basis="explicit", rule="date"),
            at("b", "Monday 3 May 2021 at 06:00", kind="TIME", value="2021-05-03T06:00",
               basis="explicit", rule="date"),
            at("c", "August <2021>", kind="DATE", value="2021-08", basis="explicit", rule="date"),
            at("c", "a year on", kind="DURATION", value="P1Y", basis="explicit", rule="duration"),
        ],
        "quantities": [
            at("a", "12", low=12, high=12, counted="people", place="Lower Valley",
               as_of="2021-05-04", **exact),
            at("a", "About 300 to 400", low=300, high=400, qualifier="about", counted="soldiers",
               rule="range"),
            at("b", "Some 15", low=15, high=15, qualifier="about", counted="people",
               place="Lower Valley", rule="number"),
            at("b", "more than 2,000", low=2000, high=None, qualifier="more_than",
               counted="people", place="Norby", rule="number"),
        ],
        "quotes": [
            at("a", "We were warned *twice*, and nobody moved [at all]", speaker="Ada Lind",
               speaker_id="ada-lind", cue="say", kind="direct", rule="before"),
            at("a", "help out", kind="scare", rule="short"),
            at("b", "We were warned twice", speaker="Ada Lind", speaker_id="ada-lind", cue="say",
               kind="direct", rule="before"),
        ],
        "claims": [
            at("a", "Monday 3 May 2021 at 6am", claim_id="a-1", kind="date", tense="asserted",
               predicate="burst", value="2021-05-03T06:00", rule="date"),
            at("a", "12", claim_id="a-2", kind="quantity", tense="asserted", predicate="killed",
               counted="people", low=12, high=12, qualifier="exact", rule="count"),
            at("b", "Some 15", claim_id="b-1", kind="quantity", tense="asserted",
               predicate="killed", counted="people", low=15, high=15, qualifier="about",
               rule="count"),
        ],
        "answers": [
            at("a", "Monday 3 May 2021 at 6am", variable="burst_date", claim_id="a-1",
               value="2021-05-03", rule="claims"),
            at("b", "Monday 3 May 2021 at 06:00", variable="burst_date", claim_id=None,
               value="2021-05-03", rule="claims"),
            at("a", "12", variable="deaths_valley", claim_id="a-2", low=12, high=12,
               qualifier="exact", rule="claims", place="Lower Valley", period="2021-05-03/..",
               speaker="Interior Ministry"),
            at("b", "Some 15", variable="deaths_valley", claim_id="b-1", low=15, high=15,
               qualifier="about", rule="claims"),
            at("a", "About 300 to 400", variable="soldiers_sent", low=300, high=400,
               qualifier="about", rule="claims"),
            at("c", "August <2021>", variable="return_date", value="2021-08", rule="claims"),
        ],
        "verdicts": [
            {"variable": "burst_date", "verdict": "agree", "sources": 2, "independent": 1,
             "low": "2021-05-03", "best": "2021-05-03", "high": "2021-05-03",
             "explanation": "Both sources give 3 May 2021, in words that they share."},
            {"variable": "deaths_valley", "verdict": "conflict", "sources": 2, "independent": 2,
             "low": "12", "best": None, "high": "15",
             "explanation": "12 (source 1) and about 15 (source 2) can't both be the toll."},
            {"variable": "soldiers_sent", "verdict": "single_source", "sources": 1,
             "independent": 1, "low": "300", "best": "350", "high": "400",
             "explanation": "Only source 1 answers."},
            {"variable": "return_date", "verdict": "single_source", "sources": 1,
             "independent": 1, "low": "2021-08", "best": "2021-08", "high": "2021-08",
             "explanation": "Only source 3 answers."},
            {"variable": "cost", "verdict": "silent", "sources": 0, "independent": 0,
             "explanation": "No source answers."},
        ],
        "reuse": [
            {"doc_a": "a", "a_start": first["start"], "a_end": first["end"], "doc_b": "b",
             "b_start": second["start"], "b_end": second["end"], "score": 1.0, "kind": "verbatim"},
            {"doc_a": "a", "a_start": said_a["start"], "a_end": said_a["end"], "doc_b": "b",
             "b_start": said_b["start"], "b_end": said_b["end"], "score": 0.9,
             "kind": "quotation"},
        ],
        "uncoded": [
            at("b", "more than 2,000", group=1, sources=1, kind="quantity", predicate="fled",
               counted="people", place="Norby", low=2000, qualifier="more_than", claim_id="b-2"),
            at("b", "Orvik", group=2, sources=1, kind="place", predicate="other", claim_id="b-3"),
        ],
        "agreement": [
            {"type": kind, "units": 6, "percent": 0.9, "percent_low": 0.7, "percent_high": 1.0,
             "alpha": 0.88, "alpha_low": 0.6, "alpha_high": 1.0}
            for kind in ("all", "date")
        ],
        "scores": [
            {"layer": layer, "aspect": aspect, "corpus": corpus, "gold": 40, "found": 41,
             "matched": 39, "precision": 39 / 41, "recall": 39 / 40, "f1": 78 / 81, "low": 0.93,
             "high": 0.99}
            for layer, aspect in (("mentions", "linking"), ("dates", "value"))
            for corpus in ("sources", "own")
        ],
        "framing": [
            {"doc_id": doc_id, "group": "deluge", "term": term, "count": count, "rate": count * 3.0,
             "log_odds": odds, "low": odds - 1, "high": odds + 1, "quoted": 0, "words": 90,
             "finding": "more" if odds > 1 else "too_little"}
            for doc_id, term, count, odds in (
                ("a", "flood", 0, -0.5), ("c", "flood", 1, 1.5), ("b", "flood", 0, -0.5),
            )
        ],
        "stability": [
            {"doc_id": "c", "group": "deluge", "term": "flood", "log_odds": 1.5, "low": 1.0,
             "high": 2.0, "stable": False, "without": "a"},
        ],
        "concordance": [
            at("c", "flood", left="Orvik: the", right="victims return", group="deluge",
               term="flood", quoted=False),
        ],
    }  # fmt: skip


@cache
def _frames() -> dict[str, pd.DataFrame]:
    return {name: tables.frame(name, content) for name, content in rows().items()}


def workbench(folder: Path, *, without: tuple[str, ...] = ()) -> Paths:
    """Write the workbench into ``folder``, some tables left out, and return its paths."""
    shutil.copy(REPOSITORY / "_quarto.yml", folder / "_quarto.yml")
    report = (REPOSITORY / "report.qmd").read_text(encoding="utf-8")
    lede = "abstract: |\n  A flood, as told by {{< var sources.counted >}}.\n"
    report = re.sub(r"abstract: \|\n(?:  .*\n)+", lede, report)
    (folder / "report.qmd").write_text(report, encoding="utf-8")
    (folder / "notebooks").mkdir(parents=True)
    paths = Paths.of(root=folder)
    paths.tables.mkdir(parents=True)
    for name, table in _frames().items():
        if name not in without:
            table.to_parquet(paths.tables / f"{name}.parquet", index=False)
    paths.codebook.mkdir()
    (paths.codebook / "variables.yml").write_text(_VARIABLES, encoding="utf-8")
    paths.figures.mkdir()
    for name in ("timeline", "numbers"):
        (paths.figures / f"{name}.svg").write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 120" width="400" '
            f'height="120"><title>{name}</title><desc>A {name} with “one” bar &amp; 2 ends.</desc>'
            '<rect x="10" y="20" width="300" height="40" fill="#1d4e79"/></svg>',
            encoding="utf-8",
        )
    return paths
