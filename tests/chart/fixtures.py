"""The event as hand-made tables: what the stages before the charts are expected to find."""

from __future__ import annotations

from functools import cache
from typing import Any

import pandas as pd

from crosscheck import tables
from crosscheck.codebook.entities import EntityRow
from crosscheck.codebook.map import MapModel
from crosscheck.codebook.variables import Variable

LABELS = {
    "s0": "France 24 wire",
    "s1": "Sahel Courier",
    "s2": "Gulf Network",
    "s3": "Monthly Review",
    "s4": "Continent Daily",
}
VARIABLES = [
    ("announcement_date", "the announcement", "date", None, []),
    ("announced_timeline", "the time given for leaving", "duration", None, []),
    ("completion_date", "the end of the withdrawal", "date", None, []),
    ("completion_time", "the hour of the departure", "time", None, []),
    ("french_presence_since", "the beginning of the intervention", "date", None, []),
    ("barkhane_launched", "the launch of Barkhane", "date", None, []),
    ("mission_duration", "the length of the mission", "duration", None, []),
    ("troops_mali", "French soldiers in Mali before the withdrawal", "number", "people", []),
    ("troops_sahel", "French soldiers in the Sahel before the withdrawal", "number", "people", []),
    ("troops_peak", "French soldiers in the Sahel at the peak", "number", "people", []),
    ("troops_after", "French soldiers who stay in the Sahel", "number", "people", []),
    ("troops_niger", "French soldiers in Niger", "number", "people", []),
    ("troops_chad", "French soldiers in Chad", "number", "people", []),
    ("special_forces", "French special forces on Niger's borders", "number", "people", []),
    ("deaths_sahel", "French soldiers killed in the Sahel", "number", "people", []),
    ("deaths_mali", "French soldiers killed in Mali", "number", "people", []),
    ("jihadists_killed", "jihadists killed", "number", "people", []),
    ("civilians_killed", "civilians killed", "number", "people", []),
    ("coup_dates", "the coups", "date", None, []),
    ("destination", "where the soldiers went", "place", None, []),
    ("last_base", "the last base", "place", None, []),
    (
        "who_initiated",
        "who brought the departure about",
        "category",
        None,
        [("mali", "the rulers of Mali"), ("france", "France"), ("both", "both")],
    ),
    (
        "stated_reason",
        "the reason given",
        "category",
        None,
        [
            ("relations", "the breakdown of relations with the junta"),
            ("request", "the rulers of Mali asked for it"),
        ],
    ),
    ("partner", "Mali's new partner", "actor", None, []),
]
# variable, source, value or (low, high), qualifier
ANSWERS: list[tuple[str, str, Any, str | None]] = [
    ("announcement_date", "s0", "2022-02", None),
    ("announcement_date", "s1", "2022-02-17", None),
    ("announcement_date", "s2", "2022-02", None),
    ("announcement_date", "s3", "2022-02-17", None),
    ("announced_timeline", "s0", "P6M", "at_most"),
    ("completion_date", "s2", "2022-08-15", None),
    ("completion_date", "s4", "2022-08-15", None),
    ("completion_time", "s2", "2022-08-15T13:00+02:00", None),
    ("completion_time", "s4", "2022-08-15T13:00+02:00", None),
    ("french_presence_since", "s1", "2013", None),
    ("french_presence_since", "s2", "2013", None),
    ("french_presence_since", "s3", "2013-01", None),
    ("barkhane_launched", "s2", "2014", None),
    ("mission_duration", "s2", "P9Y", None),
    ("mission_duration", "s3", "P8Y", None),
    ("mission_duration", "s4", "P10Y", "about"),
    ("troops_mali", "s0", (2400, 2400), "about"),
    ("troops_mali", "s2", (2400, 2400), "about"),
    ("troops_sahel", "s0", (4600, 4600), "exact"),
    ("troops_peak", "s4", (5100, 5100), "exact"),
    ("troops_after", "s4", (2500, 2500), "about"),
    ("troops_niger", "s2", (1000, 1000), "about"),
    ("troops_niger", "s4", (1000, None), "more_than"),
    ("troops_chad", "s2", (700, 1000), "range"),
    ("special_forces", "s2", (300, 400), "range"),
    ("deaths_sahel", "s1", (53, 53), "exact"),
    ("deaths_sahel", "s3", (58, 58), "exact"),
    ("deaths_mali", "s1", (48, 48), "exact"),
    ("jihadists_killed", "s3", (2800, None), "at_least"),
    ("civilians_killed", "s3", (1000, None), "at_least"),
    ("civilians_killed", "s4", (2000, None), "more_than"),
    ("coup_dates", "s1", "2020", None),
    ("coup_dates", "s1", "2021", None),
    ("coup_dates", "s3", "2020-08", None),
    ("coup_dates", "s3", "2021-05", None),
    ("coup_dates", "s4", "2020-08", None),
    ("destination", "s0", "niger", None),
    ("destination", "s1", "niger", None),
    ("destination", "s2", "niger", None),
    ("destination", "s4", "niger", None),
    ("last_base", "s4", "gao", None),
    ("who_initiated", "s0", "mali", None),
    ("who_initiated", "s1", "france", None),
    ("who_initiated", "s2", "france", None),
    ("who_initiated", "s3", "mali", None),
    ("who_initiated", "s4", "france", None),
    ("stated_reason", "s0", "request", None),
    ("stated_reason", "s1", "relations", None),
    ("stated_reason", "s2", "relations", None),
    ("stated_reason", "s4", "relations", None),
    ("partner", "s0", "wagner-group", None),
    ("partner", "s1", "wagner-group", None),
    ("partner", "s2", "russia", None),
    ("partner", "s3", "russia", None),
]
VERDICTS = {
    "announcement_date": "compatible",
    "completion_date": "agree",
    "completion_time": "agree",
    "french_presence_since": "compatible",
    "mission_duration": "conflict",
    "troops_mali": "agree",
    "troops_niger": "compatible",
    "deaths_sahel": "conflict",
    "civilians_killed": "different_scope",
    "coup_dates": "compatible",
    "destination": "agree",
    "who_initiated": "conflict",
    "stated_reason": "conflict",
    "partner": "compatible",
}


def documents(labels: dict[str, str] | None = None) -> pd.DataFrame:
    return tables.frame(
        "documents",
        [
            {
                "doc_id": doc_id,
                "label": label,
                "published_basis": "unknown",
                "language": "en",
                "sha256": "0" * 64,
                "chars": 2400 + 300 * index,
                "kept_chars": 2000 + 250 * index,
            }
            for index, (doc_id, label) in enumerate((labels or LABELS).items())
        ],
    )


@cache
def variables() -> list[Variable]:
    return [
        Variable.model_validate(
            {
                "name": name,
                "question": f"What of {label}?",
                "definition": label,
                "coding_rule": "as the source says",
                "label": label,
                "type": kind,
                "unit": unit,
                "claims": [] if categories else [{"kind": "quantity"}],
                "categories": [{"value": value, "label": said} for value, said in categories],
            }
        )
        for name, label, kind, unit, categories in VARIABLES
    ]


@cache
def answers() -> pd.DataFrame:
    rows = []
    for position, (variable, doc_id, value, qualifier) in enumerate(ANSWERS):
        amount = isinstance(value, tuple)
        rows.append(
            {
                "variable": variable,
                "doc_id": doc_id,
                "claim_id": f"{doc_id}-{position}",
                "value": None if amount else value,
                "low": value[0] if amount else None,
                "high": value[1] if amount else None,
                "qualifier": qualifier,
                "start": 10 * position,
                "end": 10 * position + 5,
                "text": "words",
                "rule": "hand",
            }
        )
    return tables.frame("answers", rows)


@cache
def verdicts() -> pd.DataFrame:
    counts = {name: {row[1] for row in ANSWERS if row[0] == name} for name, *_ in VARIABLES}
    return tables.frame(
        "verdicts",
        [
            {
                "variable": name,
                "verdict": VERDICTS.get(name, "single_source" if found else "silent"),
                "sources": len(found),
                "independent": max(len(found) - (name.startswith("completion")), 0),
                "explanation": "by hand",
            }
            for name, found in counts.items()
        ],
    )


# name, label, mentions by source s0 … s4
NAMED = [
    ("Emmanuel Macron", "PERSON", (0, 3, 0, 0, 1)),
    ("Pascal Ianni", "PERSON", (3, 0, 0, 1, 0)),
    ("Assimi Goïta", "PERSON", (0, 0, 0, 2, 0)),
    ("Ibrahim Boubacar Keïta", "PERSON", (0, 0, 0, 1, 0)),
    ("Mohamed Bazoum", "PERSON", (1, 0, 0, 0, 0)),
    ("Choguel Kokalla Maïga", "PERSON", (0, 0, 0, 1, 0)),
    ("Abdoulaye Diop", "PERSON", (0, 0, 0, 1, 0)),
    ("Pierre Schill", "PERSON", (0, 0, 0, 1, 0)),
    ("al-Qaeda", "ORG", (2, 1, 2, 2, 0)),
    ("Islamic State group", "ORG", (1, 1, 1, 2, 0)),
    ("Wagner Group", "ORG", (1, 1, 0, 0, 0)),
    ("Takuba Task Force", "ORG", (1, 1, 1, 1, 0)),
    ("Malian Armed Forces", "ORG", (4, 0, 0, 1, 1)),
    ("French Armed Forces", "ORG", (2, 0, 2, 1, 3)),
    ("G5 Sahel", "ORG", (0, 0, 0, 1, 0)),
    ("Mali", "GPE", (8, 9, 11, 8, 9)),
    ("France", "GPE", (4, 8, 5, 9, 3)),
    ("Niger", "GPE", (2, 1, 7, 1, 3)),
    ("Sahel", "LOC", (1, 3, 4, 2, 3)),
    ("Russia", "GPE", (0, 0, 1, 1, 0)),
    ("Burkina Faso", "GPE", (0, 0, 3, 1, 1)),
    ("Gao", "GPE", (1, 0, 0, 0, 1)),
    ("Operation Barkhane", "EVENT", (7, 4, 1, 2, 3)),
    ("Operation Serval", "EVENT", (0, 0, 1, 1, 0)),
]


@cache
def entities() -> pd.DataFrame:
    return tables.frame(
        "entities",
        [
            {
                "entity_id": name.lower().replace(" ", "-"),
                "name": name,
                "label": label,
                "mentions": sum(counts),
                "documents": sum(count > 0 for count in counts),
            }
            for name, label, counts in NAMED
        ],
    )


@cache
def mentions() -> pd.DataFrame:
    rows = []
    for name, label, counts in NAMED:
        for doc_id, count in zip(LABELS, counts, strict=True):
            for _ in range(count):
                rows.append(
                    {
                        "doc_id": doc_id,
                        "start": 10 * len(rows),
                        "end": 10 * len(rows) + 4,
                        "text": name,
                        "label": label,
                        "entity_id": name.lower().replace(" ", "-"),
                        "metonym": False,
                        "rule": "hand",
                    }
                )
    return tables.frame("mentions", rows)


COPY = (
    "Today at 1pm Paris time [11:00 GMT] the final contingent of the force still on Malian "
    "territory crossed the border between Mali and Niger"
)
SHARED = "More than 2,000 civilians have been killed since the start of the year in the region"


@cache
def blocks() -> pd.DataFrame:
    filler = "Other words. " * 300
    texts = {
        "s0": filler[:2400],
        "s1": filler[:600] + SHARED + filler[: 2100 - len(SHARED)],
        "s2": filler[:700] + COPY + filler[: 2300 - len(COPY)],
        "s3": filler[:1500] + SHARED + filler[: 1800 - len(SHARED)],
        "s4": filler[:500] + COPY + filler[:900] + SHARED + filler[:1800],
    }
    return tables.frame(
        "blocks",
        [
            {
                "doc_id": doc_id,
                "block_id": 0,
                "start": 0,
                "end": len(text),
                "text": text,
                "kind": "paragraph",
                "kept": True,
                "reason": "hand",
                "language": "en",
            }
            for doc_id, text in texts.items()
        ],
    )


@cache
def reuse() -> pd.DataFrame:
    texts = dict(zip(blocks()["doc_id"], blocks()["text"], strict=True))
    rows = []
    for a, b, said, kind in (
        ("s1", "s3", SHARED, "verbatim"),
        ("s1", "s4", SHARED, "near"),
        ("s2", "s4", COPY, "quotation"),
    ):
        at = (texts[a].index(said), texts[b].index(said))
        rows.append(
            {
                "doc_a": a,
                "a_start": at[0],
                "a_end": at[0] + len(said),
                "doc_b": b,
                "b_start": at[1],
                "b_end": at[1] + len(said),
                "score": 0.97,
                "kind": kind,
            }
        )
    return tables.frame("reuse", rows)


# group, term, uses by source s0 … s4
WORDS = [
    ("departure", "withdrawal", (2, 3, 3, 1, 1)),
    ("departure", "pull-out", (0, 0, 1, 1, 1)),
    ("departure", "forced out", (0, 0, 0, 2, 0)),
    ("departure", "quit", (0, 0, 0, 0, 1)),
    ("departure", "leave", (1, 0, 1, 0, 1)),
    ("rulers", "junta", (1, 3, 0, 0, 2)),
    ("rulers", "regime", (0, 0, 0, 1, 0)),
    ("rulers", "authorities", (0, 1, 0, 0, 0)),
    ("enemy", "jihadists", (5, 2, 0, 1, 3)),
    ("enemy", "armed groups", (0, 0, 3, 1, 0)),
    ("enemy", "terrorists", (3, 0, 0, 0, 0)),
    ("killing", "killed", (0, 1, 0, 1, 1)),
    ("killing", "neutralised", (3, 0, 0, 0, 0)),
    ("killing", "casualties", (0, 0, 0, 3, 0)),
]


@cache
def framing(times: int = 1) -> pd.DataFrame:
    from crosscheck.compare.framing import framing_table

    lengths = dict(zip(LABELS, (442, 428, 414, 388, 363), strict=True))
    sentences = tables.frame(
        "sentences",
        [
            {
                "doc_id": doc_id,
                "sentence_id": 0,
                "block_id": 0,
                "start": 0,
                "end": 2 * count * times,
                "text": "x " * count * times,
            }
            for doc_id, count in lengths.items()
        ],
    )
    uses = []
    for group, term, counts in WORDS:
        for doc_id, count in zip(LABELS, counts, strict=True):
            uses += [
                {
                    "doc_id": doc_id,
                    "start": 0,
                    "end": 4,
                    "text": term,
                    "group": group,
                    "term": term,
                    "quoted": False,
                }
            ] * (count * times)
    return framing_table(sentences, tables.frame("concordance", uses))


PLACES = [
    ("mali", "Mali", 17.6, -4.0),
    ("niger", "Niger", 17.6, 8.1),
    ("chad", "Chad", 15.5, 18.7),
    ("gao", "Gao", 16.27, -0.04),
    ("wagner-group", "Wagner Group", None, None),
    ("russia", "Russia", 61.5, 90.0),
]


@cache
def places() -> dict[str, EntityRow]:
    return {
        entity_id: EntityRow.model_validate(
            {
                "id": entity_id,
                "name": name,
                "label": "ORG" if lat is None else "GPE",
                "lat": lat,
                "lon": lon,
            }
        )
        for entity_id, name, lat, lon in PLACES
    }


@cache
def plan() -> MapModel:
    return MapModel.model_validate(
        {
            "title": "Where the troops were, and where they went",
            "before": "before the withdrawal",
            "after": "after it",
            "amounts": [
                {"variable": "troops_mali", "place": "mali", "when": "before", "note": "soldiers"},
                {"variable": "troops_niger", "place": "niger", "note": "soldiers"},
                {"variable": "troops_chad", "place": "chad", "note": "soldiers"},
            ],
            "moves": [{"variable": "destination", "origin": "mali"}],
            "spots": [{"variable": "last_base", "note": "last base"}],
        }
    )
