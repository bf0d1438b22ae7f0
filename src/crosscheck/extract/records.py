"""The typed records that the four layers of extraction make.

Every record is a span of the raw source: ``start`` and ``end`` are 0-based, half-open character
offsets, and ``raw[start:end] == text``. ``rule`` names the rule that made it.
"""

from __future__ import annotations

from typing import NamedTuple


class Mention(NamedTuple):
    """A name of a person, organisation, place, group or operation.

    ``label`` is PERSON, ORG, GPE, LOC, FAC, NORP or EVENT; ``entity_id`` is the codebook's, or one
    made from the name itself where the codebook lacks it. ``metonym`` marks a place that speaks for
    a government ("Rome decided").
    """

    start: int
    end: int
    text: str
    label: str
    entity_id: str
    rule: str
    metonym: bool = False


class Date(NamedTuple):
    """A date, time, duration or set (TIMEX3), with its ISO 8601 / EDTF value or None."""

    start: int
    end: int
    text: str
    kind: str
    value: str | None
    qualifier: str | None
    basis: str | None
    rule: str


class Quantity(NamedTuple):
    """A cardinal amount with what is counted, where and as of when."""

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    qualifier: str
    unit: str | None
    counted: str | None
    place: str | None
    as_of: str | None
    rule: str


class Quote(NamedTuple):
    """A quotation without its marks, with who said it and the cue that says so."""

    start: int
    end: int
    text: str
    speaker: str | None
    speaker_id: str | None
    cue: str | None
    kind: str
    rule: str
