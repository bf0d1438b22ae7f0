"""Which verdict do the answers to one question deserve?

Every two distinct answers of different sources are related; the gravest relation is the verdict.
Distinct values are few even where sources are many, and where they are not, those that differ most
are enough: what meets the lowest and the highest meets all between.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from crosscheck.codebook.variables import Variable
from crosscheck.compare.values_relate import (
    Value,
    both_true,
    differing_scope,
    interval_of,
    nested,
    same_event,
    same_matter,
    same_value,
)
from crosscheck.compare.verdicts_given import Given, Judgement, by_source, distinct

_GRAVITY = ("agree", "compatible", "different_scope", "conflict")
_MANY = 40


def judge(variable: Variable, given: Sequence[Given], part_of: Mapping[str, str]) -> Judgement:
    """Return the verdict on the answers to one variable."""
    sources = by_source(given)
    if not sources:
        return Judgement("silent")
    if len(sources) == 1:
        return Judgement("single_source")
    if variable.values == "several":
        return _judge_sets(variable, sources, part_of)
    worst = Judgement("agree")
    for a, b in combinations(_extreme(variable, distinct(given)), 2):
        verdict, differs = relate(variable, a.value, b.value, part_of)
        if _GRAVITY.index(verdict) > _GRAVITY.index(worst.verdict):
            worst = Judgement(verdict, (a, b), differs)
    return worst


def relate(
    variable: Variable, a: Value, b: Value, part_of: Mapping[str, str]
) -> tuple[str, tuple[str, ...]]:
    """Return how two answers relate, and in what their scopes differ.

    The same value agrees whatever its scope; different ones are held against each other only
    within one scope. A length of time up to the day of writing is compared by when it began.
    """
    if same_value(a, b):
        return "agree", ()
    grows = variable.type == "duration" and "as_of" in variable.scope
    differs = differing_scope(a, b, [name for name in variable.scope if not grows])
    if (a.value or "").startswith("P") != (b.value or "").startswith("P"):
        differs.append("unit")
    if differs:
        return "different_scope", tuple(differs)
    if both_true(variable.type, a, b, exclusive=variable.exclusive, grows=grows, part_of=part_of):
        return "compatible", ()
    return "conflict", ()


def _extreme(variable: Variable, given: list[Given]) -> list[Given]:
    """Return all answers if they are few, else the lowest and highest of each scope."""
    if len(given) <= _MANY:
        return given
    scopes: dict[tuple[object, ...], list[Given]] = {}
    for one in given:
        scope = tuple(getattr(one.value, name) for name in variable.scope)
        scopes.setdefault(scope, []).append(one)
    found: dict[Given, None] = {}
    for some in list(scopes.values())[:_MANY]:
        ordered = sorted(some, key=lambda one: _ends(variable, one.value))
        widest = sorted(some, key=lambda one: (_ends(variable, one.value)[1], one.doc_id))
        for one in (ordered[0], ordered[-1], widest[0], widest[-1]):
            found[one] = None
    return list(found)


def _ends(variable: Variable, value: Value) -> tuple[float, float, str]:
    interval = interval_of(variable.type, value)
    if interval is None:
        return (0.0, 0.0, value.value or "")
    return (interval.low, interval.high, value.value or "")


def _judge_sets(
    variable: Variable, sources: Mapping[str, list[Given]], part_of: Mapping[str, str]
) -> Judgement:
    """Return the verdict on answers that may be several a source.

    Equal sets agree. Others are compatible, unless two dates can only be meant for the same event
    and can't both be its date, or the values exclude each other.
    """
    wholes = {tuple(sorted(str(one.value.value) for one in some)) for some in sources.values()}
    if len(wholes) == 1:
        return Judgement("agree")
    pairs = combinations(_extreme(variable, distinct([one for some in sources.values()
                                                      for one in some])), 2)  # fmt: skip
    first: tuple[Given, Given] | None = None
    for a, b in pairs:
        if a.doc_id == b.doc_id:
            continue
        if not _can_stand_together(variable, a.value, b.value, part_of):
            return Judgement("conflict", (a, b))
        if first is None and a.value.value != b.value.value:
            first = (a, b)
    return Judgement("compatible", first)


def _can_stand_together(variable: Variable, a: Value, b: Value, part_of: Mapping[str, str]) -> bool:
    if variable.type in ("date", "time"):
        return not same_event(a, b) or same_matter(variable.type, a, b, part_of)
    if a.value == b.value or not variable.exclusive:
        return True
    return nested(a.value, b.value, part_of)
