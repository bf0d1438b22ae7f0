"""Who is named where? The persons, organisations, places and operations, by source."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from crosscheck.chart.canvas import SOFT, Canvas, nothing
from crosscheck.chart.grid import Line, draw_grid
from crosscheck.chart.sources import Sources
from crosscheck.chart.values import rows_of
from crosscheck.report.wording import counted, listed

TITLE = "Who and what each source names"
_NONE = "no source names anybody or anything."
_GROUPS = {
    "Persons": ("PERSON",),
    "Organisations": ("ORG",),
    "Places": ("GPE", "LOC", "FAC"),
    "Peoples and groups": ("NORP",),
    "Operations": ("EVENT",),
}
_MOST = 6


def draw(mentions: pd.DataFrame, entities: pd.DataFrame, documents: pd.DataFrame) -> Figure:
    """Return the chart of how often each source names whom, from the tables of these names.

    Of each group the six are shown that most sources name.
    """
    if not len(mentions):
        return nothing(TITLE, _NONE)
    sources = Sources(documents)
    counts = _counts(mentions)
    groups = []
    left_out = 0
    for heading, labels in _GROUPS.items():
        rows = _ranked(entities, labels, counts)
        left_out += len(rows[_MOST:])
        lines = [Line(row.name, counts[row.entity_id]) for row in rows[:_MOST]]
        if lines:
            groups.append((heading, lines))
    canvas = Canvas(TITLE, sources.note)
    draw_grid(canvas, groups, sources)
    said = "A number is how often the source names it."
    if left_out:
        said += f" Left out: {counted(left_out, 'name')} found in fewer sources."
    canvas.paragraph(said, colour=SOFT)
    return canvas.figure()


def alt_text(mentions: pd.DataFrame, entities: pd.DataFrame, documents: pd.DataFrame) -> str:
    """Return what the chart shows in words: who is named by all sources, and by one only."""
    if not len(mentions):
        return f"Nothing to show: {_NONE}"
    named = entities[(entities["documents"] > 0) & (entities["label"] != "NORP")]
    several = int((named["documents"] > 1).sum())
    said = (
        f"{counted(len(documents), 'source').capitalize()} name "
        f"{counted(len(named), 'person or thing', 'persons and things')}, {several:,} of them in "
        "more than one source."
    )
    everywhere = named[named["documents"] == len(documents)].sort_values(
        ["mentions", "name"], ascending=[False, True]
    )
    if len(everywhere) and len(documents) > 1:
        said += f" All sources name {listed(list(everywhere['name'])[:_MOST])}."
    persons = _ranked(named, ("PERSON",), _counts(mentions))
    if persons:
        first = persons[0]
        where = counted(int(first.documents), "source")
        said += f" The person whom most sources name is {first.name}, in {where}."
    return said


def _counts(mentions: pd.DataFrame) -> dict[str, Counter[str]]:
    """Return entity id → doc_id → mentions."""
    found: dict[str, Counter[str]] = {}
    for entity_id, doc_id in zip(mentions["entity_id"], mentions["doc_id"], strict=True):
        found.setdefault(entity_id, Counter())[doc_id] += 1
    return found


def _ranked(
    entities: pd.DataFrame, labels: tuple[str, ...], counts: dict[str, Counter[str]]
) -> list[Any]:
    """Return the entities with these labels, those that most sources name first."""
    rows = [
        row for row in rows_of(entities[entities["label"].isin(labels)]) if row.entity_id in counts
    ]
    return sorted(rows, key=lambda row: (-row.documents, -row.mentions, row.name))
