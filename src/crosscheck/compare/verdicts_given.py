"""The answers of sources to one question, as verdicts are made from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from crosscheck.compare.values_relate import Value


class Given(NamedTuple):
    """An answer of a source: where it stands, and what it says."""

    doc_id: str
    start: int
    end: int
    text: str
    value: Value


class Judgement(NamedTuple):
    """A verdict with what it rests on.

    ``pairs`` are answers that make the verdict, at most one pair a kind; ``differs`` is in what
    their scopes are known to differ (place, period, as_of, unit).
    """

    verdict: str
    pair: tuple[Given, Given] | None = None
    differs: tuple[str, ...] = ()


def by_source(given: Iterable[Given]) -> dict[str, list[Given]]:
    """Return the answers of each source, in their order."""
    found: dict[str, list[Given]] = {}
    for one in given:
        found.setdefault(one.doc_id, []).append(one)
    return found


def distinct(given: Sequence[Given]) -> list[Given]:
    """Return the first answer of each value and scope."""
    found: dict[Value, Given] = {}
    for one in given:
        found.setdefault(one.value, one)
    return list(found.values())
