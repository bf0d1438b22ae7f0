"""How well do found spans match hand-coded ones? Precision, recall, F1, with intervals.

A found span and a gold span match when they lie in the same document, overlap by at least
``overlap`` (intersection over union of their characters), and agree in every compared field. Each
span is matched at most once, the largest overlap first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import isnan
from typing import Any

import numpy as np

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Score:
    """Counts of one layer; ``misses`` and ``spurious`` are the rows behind the errors."""

    found: int
    gold: int
    matched: int
    misses: Sequence[Row] = field(default=(), repr=False)
    spurious: Sequence[Row] = field(default=(), repr=False)
    by_document: Mapping[str, tuple[int, int, int]] = field(default_factory=dict, repr=False)

    @property
    def precision(self) -> float:
        """Share of found spans that are right (1 where nothing was found)."""
        return self.matched / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of gold spans that were found (1 where there is no gold)."""
        return self.matched / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.found + self.gold
        return 2 * self.matched / total if total else 1.0

    def interval(self, *, draws: int = 1000, level: float = 0.95) -> tuple[float, float]:
        """Return the bootstrap interval of F1, drawing documents with a fixed seed."""
        counts = np.array(list(self.by_document.values()), dtype=float).reshape(-1, 3)
        if not len(counts):
            return (self.f1, self.f1)
        drawn = np.random.default_rng(2022).integers(0, len(counts), (draws, len(counts)))
        found, gold, matched = np.moveaxis(counts[drawn].sum(axis=1), 1, 0)
        total = found + gold
        f1 = np.where(total > 0, 2 * matched / np.maximum(total, 1), 1.0)
        low, high = np.quantile(f1, [(1 - level) / 2, (1 + level) / 2])
        return (float(low), float(high))


def overlap_of(a: Row, b: Row) -> float:
    """Return intersection over union of two spans, in characters."""
    shared = min(a["end"], b["end"]) - max(a["start"], b["start"])
    if shared <= 0:
        return 0.0
    return float(shared / (max(a["end"], b["end"]) - min(a["start"], b["start"])))


def score(
    found: Sequence[Row],
    gold: Sequence[Row],
    *,
    fields: Sequence[str] = (),
    overlap: float = 1e-9,
    same: Callable[[str, Any, Any], bool] | None = None,
) -> Score:
    """Match ``found`` with ``gold`` rows (keys doc_id, start, end, and ``fields``).

    ``same(field, found_value, gold_value)`` compares a field; the default is equality, null equal
    to null. Returns the counts with the rows that did not match.
    """
    same = same or (lambda _field, a, b: _plain(a) == _plain(b))
    groups: dict[str, tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for side, rows in enumerate((found, gold)):
        for row in rows:
            groups[row["doc_id"]][side].append(row)
    misses: list[Row] = []
    spurious: list[Row] = []
    by_document: dict[str, tuple[int, int, int]] = {}
    for document, (ours, theirs) in sorted(groups.items()):
        pairs = sorted(
            (-share, i, j)
            for i, a in enumerate(ours)
            for j, b in enumerate(theirs)
            if (share := overlap_of(a, b)) >= overlap
            and all(same(name, a.get(name), b.get(name)) for name in fields)
        )
        left, right = set(range(len(ours))), set(range(len(theirs)))
        for _, i, j in pairs:
            if i in left and j in right:
                left.remove(i)
                right.remove(j)
        spurious += [ours[i] for i in sorted(left)]
        misses += [theirs[j] for j in sorted(right)]
        by_document[document] = (len(ours), len(theirs), len(ours) - len(left))
    matched = sum(counts[2] for counts in by_document.values())
    return Score(len(found), len(gold), matched, misses, spurious, by_document)


def _plain(value: Any) -> Any:
    """Return None for every kind of missing value."""
    missing = value is None or value == "" or (isinstance(value, float) and isnan(value))
    return None if missing else value
