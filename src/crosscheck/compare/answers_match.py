"""Does a claim fulfil what a variable asks for?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from crosscheck.codebook.coding import Codebook
from crosscheck.codebook.variables import NONE, Category, Constraint, Variable
from crosscheck.compare.claims_features import Claim
from crosscheck.compare.values import date_interval, duration_interval

_ANY = ""


class Wanted(NamedTuple):
    """A constraint, with the variable (and category) that it stands for."""

    order: int
    variable: Variable
    category: Category | None
    constraint: Constraint
    rule: str


class Questions:
    """The constraints of a codebook, found by what a claim is and by what happens to it."""

    def __init__(self, codebook: Codebook):
        """Index every constraint by kind and predicate."""
        self._places = containment(codebook)
        self._found: dict[tuple[str, str], list[Wanted]] = defaultdict(list)
        for order, wanted in enumerate(_all(codebook)):
            constraint = wanted.constraint
            happens = [name for name in constraint.predicate if name != NONE]
            if not constraint.predicate or NONE in constraint.predicate:
                happens = [_ANY]
            for kind in constraint.kind or _KINDS:
                for name in happens:
                    self._found[kind, name].append(wanted._replace(order=order))

    def answered_by(self, claim: Claim) -> list[Wanted]:
        """Return the constraints that ``claim`` fulfils, in the order of the codebook."""
        near = {
            wanted.order: wanted
            for name in (_ANY, *claim.predicates)
            for wanted in self._found.get((claim.kind, name), ())
        }
        return [
            near[order] for order in sorted(near) if fulfils(claim, near[order].constraint,
                                                             self._places)
        ]  # fmt: skip

    def within(self, place: str, wanted: Collection[str]) -> str | None:
        """Return which of ``wanted`` the place lies in."""
        above = self._places.get(place, frozenset({place}))
        return next((name for name in wanted if name in above), None)


_KINDS = ("quantity", "date", "time", "duration", "place", "actor", "reason")


def _all(codebook: Codebook) -> Iterator[Wanted]:
    for variable in codebook.variables:
        for number, constraint in enumerate(variable.claims, start=1):
            yield Wanted(0, variable, None, constraint, f"{variable.name} {number}")
        for category in variable.categories:
            for number, constraint in enumerate(category.claims, start=1):
                rule = f"{variable.name} {category.value} {number}"
                yield Wanted(0, variable, category, constraint, rule)


@lru_cache(maxsize=16)
def questions(codebook: Codebook) -> Questions:
    """Return the indexed constraints of a codebook, made once."""
    return Questions(codebook)


def containment(codebook: Codebook) -> dict[str, frozenset[str]]:
    """Return for every place of the codebook the places that it lies in, itself included."""
    parents: dict[str, set[str]] = defaultdict(set)
    for name, place in codebook.predicates.places.items():
        for inner in place.contains:
            parents[inner].add(name)
    found: dict[str, frozenset[str]] = {}
    for place_id in {*parents, *codebook.predicates.places}:
        above, rest = {place_id}, [place_id]
        while rest:
            for name in parents.get(rest.pop(), ()):
                if name not in above:
                    above.add(name)
                    rest.append(name)
        found[place_id] = frozenset(above)
    return found


def fulfils(claim: Claim, wanted: Constraint, places: dict[str, frozenset[str]]) -> bool:
    """Tell whether ``claim`` has every feature that a constraint asks for.

    ``places`` maps a place to those that it lies in.
    """
    return (
        (not wanted.kind or claim.kind in wanted.kind)
        and (not wanted.predicate or _any(wanted.predicate, claim.predicates))
        and (not wanted.tense or claim.tense in wanted.tense)
        and (not wanted.role or claim.role in wanted.role)
        and (not wanted.qualifier or (claim.qualifier or NONE) in wanted.qualifier)
        and (not wanted.counted or _any(wanted.counted, claim.things))
        and (not wanted.about or _any(wanted.about, claim.about))
        and (not wanted.about_tense or claim.about_tense in wanted.about_tense)
        and (not wanted.side or _any(wanted.side, claim.sides))
        and (not wanted.to_side or _any(wanted.to_side, claim.to_sides))
        and (not wanted.period or claim.period_kind in wanted.period)
        and (not wanted.names or _any(wanted.names, claim.names))
        and (not wanted.words or _any(wanted.words, claim.words))
        and (not wanted.near or _any(wanted.near, claim.near))
        and _is_there(claim.place_ids, wanted, places)
        and _is_big_enough(claim, wanted)
        and _is_then(claim, wanted)
        and not any(fulfils(claim, one, places) for one in wanted.without)
    )


def _any(wanted: Collection[str], found: frozenset[str]) -> bool:
    """Tell whether one of ``found`` is wanted; where nothing is found, whether that is."""
    if not found:
        return NONE in wanted
    return not found.isdisjoint(wanted)


def _is_there(
    found: tuple[str, ...], wanted: Constraint, places: dict[str, frozenset[str]]
) -> bool:
    """Tell whether all places of a claim are wanted ones, or lie within one."""
    if not wanted.place and not wanted.within:
        return True
    if not found:
        return NONE in wanted.place or NONE in wanted.within
    return all(
        place in wanted.place or not places.get(place, frozenset({place})).isdisjoint(wanted.within)
        for place in found
    )


def _is_big_enough(claim: Claim, wanted: Constraint) -> bool:
    """Tell whether a number or a duration keeps to the bounds."""
    number = claim.high if claim.high is not None else claim.low
    length = duration_interval(claim.value, None) if claim.value else None
    longer, shorter = _length(wanted.longer_than), _length(wanted.shorter_than)
    return _is_between(number, wanted.at_least, wanted.at_most) and _is_between(
        length.low if length else None, longer, shorter
    )


def _is_between(value: float | None, low: float | None, high: float | None) -> bool:
    """Tell whether a value keeps to its bounds; a value that is missing keeps to none."""
    if low is None and high is None:
        return True
    return value is not None and (low is None or value >= low) and (high is None or value <= high)


def _length(duration: str | None) -> float | None:
    interval = duration_interval(duration, None) if duration else None
    return interval.low if interval else None


def _is_then(claim: Claim, wanted: Constraint) -> bool:
    """Tell whether the date of a claim, and the date that it holds at, meet the intervals.

    What nothing dates was so by the time of writing.
    """
    if wanted.when is not None and not _meet(wanted.when, claim.value):
        return False
    if wanted.as_of is None:
        return True
    holds = claim.as_of or (claim.period if claim.period_kind == "point" else None)
    if holds is None and claim.published is not None:
        holds = f"../{claim.published}"
    return holds is None or _meet(wanted.as_of, holds)


def _meet(interval: str, value: str | None) -> bool:
    limit, own = date_interval(interval), date_interval(value) if value else None
    return limit is not None and own is not None and limit.meets(own)
