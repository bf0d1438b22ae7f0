"""Which value is best, and by which rule? Low, best and high, nothing averaged."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from crosscheck.codebook.variables import Variable
from crosscheck.compare.values_relate import Value, interval_of, precision
from crosscheck.compare.verdicts_given import Given, Judgement

ONLY = "the only answer"
SHARED = "what all sources say"
EXACT = "the most exact of the compatible answers"
MAJORITY = "the answer of most independent sources"
ALL = "every value that a source gives"
UNDECIDED = "no majority of independent sources"


def extremes(variable: Variable, given: Sequence[Given]) -> tuple[str | None, str | None]:
    """Return the lowest and highest value told, as written in ``answers``; null for names."""
    if variable.type in ("category", "place", "actor"):
        return None, None
    ends = [
        (interval, one.value)
        for one in given
        if (interval := interval_of(variable.type, one.value)) is not None
    ]
    if not ends:
        return None, None
    if variable.type == "number":
        numbers = [n for _, value in ends for n in (value.low, value.high) if n is not None]
        return (_number(min(numbers)), _number(max(numbers))) if numbers else (None, None)
    low = min(ends, key=lambda end: (end[0].low, end[0].high))
    high = max(ends, key=lambda end: (_finite(end[0].high), end[0].low))
    return low[1].value, high[1].value


def pick_best(
    variable: Variable,
    given: Sequence[Given],
    judgement: Judgement,
    groups: Mapping[str, str],
    part_of: Mapping[str, str],
) -> tuple[str | None, str | None]:
    """Return the best value and the name of the rule that picked it; nulls for no answer.

    Values that can all be true: the most exact one. Values that can't: the one that most
    independent sources give (``groups``: source → the group that it shares copy with).
    """
    if not given:
        return None, None
    if variable.values == "several":
        values = sorted({str(one.value.value) for one in _finest(variable, given)})
        rule = {"single_source": ONLY, "agree": SHARED}.get(judgement.verdict, ALL)
        return "; ".join(values), rule
    exact = {"single_source": ONLY, "agree": SHARED, "compatible": EXACT}.get(judgement.verdict)
    if exact:
        best = min(given, key=lambda one: precision(variable.type, one.value, part_of))
        return written(best.value), exact
    return _majority(given, groups)


def _majority(given: Sequence[Given], groups: Mapping[str, str]) -> tuple[str | None, str]:
    """Return the value that more independent sources give than any other, if there is one."""
    support: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for one in given:
        support[one.value.said].add(groups[one.doc_id])
    counts = sorted((len(some) for some in support.values()), reverse=True)
    if len(counts) > 1 and counts[0] == counts[1]:
        return None, UNDECIDED
    top = next(one for one in given if len(support[one.value.said]) == counts[0])
    return written(top.value), MAJORITY


def written(value: Value) -> str | None:
    """Return a value as a cell: a date as it is, a number in digits, a range as "300 to 400"."""
    if value.value is not None:
        return value.value
    numbers = list(dict.fromkeys(n for n in (value.low, value.high) if n is not None))
    return " to ".join(_number(n) for n in numbers) or None


def _finest(variable: Variable, given: Sequence[Given]) -> list[Given]:
    """Return the answers without those that another one says more exactly (2020 of 2020-08)."""
    values = {one.value.value: one for one in reversed(given)}
    spans = [(one, interval_of(variable.type, one.value)) for one in values.values()]
    return [
        one
        for one, interval in spans
        if interval is None
        or not any(
            other is not None
            and other.width < interval.width
            and interval.low <= other.low
            and other.high <= interval.high
            for _, other in spans
        )
    ]


def _number(value: float) -> str:
    return f"{value:.0f}" if float(value).is_integer() else f"{value:.10g}"


def _finite(value: float) -> float:
    return value if math.isfinite(value) else math.inf
