"""Which characters state an amount, and how much? Numbers joined to ranges, with qualifiers."""

from __future__ import annotations

import re
from math import isfinite
from typing import NamedTuple

from crosscheck.extract.quantities.lexicon import Scope, words
from crosscheck.extract.quantities.numerals import Number, read_number
from crosscheck.extract.quantities.qualifiers import qualifier_after, qualifier_before
from crosscheck.extract.quantities.ranges import lead_of, shared_value, upper_end


class Amount(NamedTuple):
    """An amount: ``start`` to ``end`` with its qualifier, ``after`` behind its unit.

    ``low`` and ``high`` are the bounds that the words state; the number itself begins at ``bare``
    and is worth ``value`` (the lower one of a range); ``kind`` is digits, words, part or vague;
    ``joint`` is what joins a range ("-" or a word), else None.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    qualifier: str
    unit: str | None
    after: int
    bare: int
    value: float
    kind: str
    joint: str | None


def read_amount(match: re.Match[str], scope: Scope) -> Amount | None:
    """Return the amount that ``match`` (of ``lexicon.scanner``) begins, or None.

    ``scope`` is the sentence, from behind the amount before. A range is one amount; a change
    ("from 5,000 to 3,000") is two.
    """
    text, floor, stop, code = scope
    number = read_number(text, match, stop, code)
    if number is None or not isfinite(number.value):
        return None
    label, start = qualifier_before(text, number.start, floor, code)
    lead = lead_of(text, floor, start, code)
    if lead.between and number.kind == "words":
        number = read_number(text, match, stop, code, joined=False) or number
    upper = upper_end(text, number, lead, stop, code)
    if upper is None:
        return _single(number, label, start, scope)
    joint, second = upper
    low = shared_value(number, second)
    return Amount(
        lead.start if lead.between else start,
        second.end,
        low,
        second.value,
        "range",
        second.unit or number.unit,
        second.after,
        number.start,
        low,
        number.kind,
        joint,
    )


def bounds(value: float, qualifier: str) -> tuple[float | None, float | None]:
    """Return the lower and the upper bound that the words state (None: they state none)."""
    if qualifier in ("at_least", "more_than"):
        return value, None
    if qualifier in ("at_most", "less_than"):
        return None, value
    return value, value


def _single(number: Number, label: str | None, start: int, scope: Scope) -> Amount:
    """Return the amount of one number, with the qualifier before it or behind it."""
    text, _, stop, code = scope
    end = number.end
    if number.kind == "vague":
        label = "more_than" if label == "more_than" else "at_least"
    elif number.after == end:
        behind, end = qualifier_after(text, end, stop, code)
        label = behind or label if label in (None, "about") else label
        if label is None and number.kind == "words":
            last = text[number.start : end].lower().split()[-1]
            label = "about" if last in words(code, "approximate") else None
    label = label or "exact"
    return Amount(
        start,
        end,
        *bounds(number.value, label),
        label,
        number.unit,
        max(end, number.after),
        number.start,
        number.value,
        number.kind,
        None,
    )
