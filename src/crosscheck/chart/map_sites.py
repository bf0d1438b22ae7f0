"""What do the answers put on the map? Places with what was there, and moves between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from crosscheck.chart.outlines import outlines
from crosscheck.chart.values import rows_of, short_amount, spoken_amount
from crosscheck.codebook.entities import EntityRow
from crosscheck.codebook.map import MapModel

EntityRows = Mapping[str, EntityRow]


@dataclass
class Site:
    """A place on the map with what the sources say of it."""

    row: EntityRow
    amounts: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    discs: list[tuple[float, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Arrow:
    """A move, and how many sources tell of it."""

    origin: EntityRow
    end: EntityRow
    sources: int


def told(
    answers: pd.DataFrame, entities: EntityRows, plan: MapModel
) -> tuple[dict[str, Site], list[Arrow]]:
    """Return what the answers put on the map: the places with what is there, and the moves."""
    named = {name.casefold(): row for row in entities.values() for name in row.names}
    sites: dict[str, Site] = {}

    def place(value: Any) -> EntityRow | None:
        row = entities.get(str(value)) or named.get(str(value).casefold())
        return row if row is not None and row.lat is not None else None

    def site(row: EntityRow) -> Site:
        return sites.setdefault(row.id, Site(row))

    for amount in plan.amounts:
        rows = [row for row in rows_of(answers) if row.variable == amount.variable]
        here = place(amount.place)
        if rows and here is not None:
            time = plan.before if amount.when == "before" else plan.after
            values = dict.fromkeys(short_amount(r.low, r.high, r.qualifier) for r in rows)
            note = f" {amount.note}" if amount.note else ""
            site(here).amounts += [value + note for value in values]
            said = dict.fromkeys(spoken_amount(r.low, r.high, r.qualifier) for r in rows)
            site(here).told.append(f"{' or '.join(said)}{note} in {here.name} {time}")
            ends = [end for r in rows for end in (r.low, r.high) if not pd.isna(end)]
            if ends:
                site(here).discs.append((max(ends), amount.when))
    arrows = []
    for move in plan.moves:
        rows = [row for row in rows_of(answers) if row.variable == move.variable]
        origin = place(move.origin)
        for value in dict.fromkeys(row.value for row in rows):
            end = place(value)
            if origin is not None and end is not None and end is not origin:
                site(origin), site(end)
                tellers = {row.doc_id for row in rows if row.value == value}
                arrows.append(Arrow(origin, end, len(tellers)))
    for spot in plan.spots:
        rows = [row for row in rows_of(answers) if row.variable == spot.variable]
        for value in dict.fromkeys(row.value for row in rows):
            here = place(value)
            if here is not None and spot.note not in site(here).notes:
                site(here).notes.append(spot.note)
    return sites, arrows


def country(row: EntityRow) -> str:
    """Return the name that the outlines have for a country; the place's own where it is none."""
    if row.label != "GPE":
        return row.name
    return next((name for name in row.names if name in outlines()), row.name)
