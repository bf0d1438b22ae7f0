"""Which claims does no variable of the codebook ask for?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import pandas as pd

from crosscheck.codebook.variables import OTHER
from crosscheck.compare.words import folded_words
from crosscheck.tables import frame

_ORDER = ("quantity", "date", "time", "duration", "reason", "actor", "place")
_KEPT = ("doc_id", "claim_id", "start", "end", "text", "kind", "predicate", "counted", "place",
         "value", "low", "high", "qualifier")  # fmt: skip


def uncoded_claims(claims: pd.DataFrame, answers: pd.DataFrame) -> pd.DataFrame:
    """Return table ``uncoded``: the claims whose span answers nothing, with their like.

    ``claims`` and ``answers`` are the tables of these names. A span that is claimed in several ways
    is listed once. Claims are alike when they are of one kind and the same happens to the same
    thing; ``group`` numbers the groups, ``sources`` says in how many sources each is found. Numbers
    come first, then dates and the rest; within a kind what most sources share, as that is what the
    codebook misses.
    """
    coded = set(zip(answers["doc_id"], answers["start"], answers["end"], strict=True))
    table = claims[list(_KEPT)]
    table = table.astype(object).where(table.notna(), None)
    groups: dict[tuple[Any, ...], list[dict[str, Any]]] = defaultdict(list)
    seen: set[tuple[Any, ...]] = set()
    for row in table.to_dict("records"):
        span = (row["doc_id"], row["start"], row["end"])
        if span in coded or span in seen:
            continue
        seen.add(span)
        groups[_likeness(row)].append({str(key): value for key, value in row.items()})
    counted = [(len({row["doc_id"] for row in some}), some) for some in groups.values()]
    counted.sort(key=lambda group: (_ORDER.index(group[1][0]["kind"]), -group[0]))
    return frame(
        "uncoded",
        [
            {"group": number, "sources": sources, **row}
            for number, (sources, some) in enumerate(counted, start=1)
            for row in some
        ],
    )


def _likeness(row: Mapping[Any, Any]) -> tuple[Any, ...]:
    """Return what two claims must share to be alike."""
    kind, predicate = row["kind"], row["predicate"]
    if kind == "quantity":
        counted = folded_words(row["counted"] or "")
        return (kind, predicate, counted[-1] if counted else row["text"])
    if kind in ("place", "actor"):
        return (kind, predicate, row["value"] or row["text"])
    return (kind, predicate, row["value"] if predicate == OTHER else None)
