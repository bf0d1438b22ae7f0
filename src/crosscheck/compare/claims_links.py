"""What belongs to what in a sentence: a number to its verb, a verb to who does it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import TypeVar

from crosscheck.codebook.variables import OTHER
from crosscheck.compare.claims_reading import Reading, Spot, Trigger
from crosscheck.compare.claims_words import ClaimWords, Cues

REACH = 34.0
"""Beyond this distance nothing in a sentence belongs together."""

NEAR = 13.0
"""Up to this distance two things stand in the same clause."""

_ABOUT_REACH = _BESIDE = 22.0
_CLAUSE = 3.5
_OPENING = 2
_RIGHT, _EMBEDS, _STATE = 1.3, 6.0, 10.0
_NOBODY: frozenset[str] = frozenset()
_CLAUSE_MARKS = ',;:.!?()—–“”«»"'
_CLAUSE_WORDS = 12


Found = TypeVar("Found")
_Asker = Callable[[Reading, Trigger, ClaimWords], Found]


def once_a_trigger(ask: _Asker[Found]) -> _Asker[Found]:
    """Remember what a function of a reading and a trigger found, in the reading."""

    @wraps(ask)
    def remembered(reading: Reading, trigger: Trigger, cues: ClaimWords) -> Found:
        key = (ask.__name__, trigger.first, trigger.last)
        if key not in reading.memo:
            reading.memo[key] = ask(reading, trigger, cues)
        found: Found = reading.memo[key]
        return found

    return remembered


def nearest_trigger(
    reading: Reading, first: int, last: int, *, content: bool = False, event: bool = False
) -> Trigger | None:
    """Return what happens to the words ``first`` to ``last``: the nearest trigger, or None.

    Of two equally near ones the earlier wins. With ``content`` a trigger that is about another one
    ("announced") has to be nearer than that other by some words; with ``event`` one that only
    holds ("based"), as a date is rather that of something that happens.
    """
    best, best_cost = None, REACH
    fronted = all(trigger.first >= first for trigger in reading.triggers)
    for trigger in reading.triggers:
        if trigger.manner:
            continue
        cost = reading.gap(first, last, trigger.first, trigger.last)
        if trigger.first > last and not fronted:
            cost *= _RIGHT
        if content and trigger.embeds:
            cost += _EMBEDS
        if event and trigger.state:
            cost += _STATE
        if cost < best_cost:
            best, best_cost = trigger, cost
    return best


def beside(reading: Reading, first: int, last: int) -> list[Trigger]:
    """Return the known triggers next to the words on either side, within the clause."""
    known = [one for one in reading.triggers if OTHER not in one.classes and not one.manner]
    before = [one for one in known if one.last < first][-1:]
    after = [one for one in known if one.first > last][:1]
    return [
        one for one in before + after if reading.gap(first, last, one.first, one.last) <= _BESIDE
    ]


def embedding(reading: Reading, trigger: Trigger) -> Trigger | None:
    """Return the trigger right before that ``trigger`` is the content of ("announced … it")."""
    for other in reversed(reading.triggers):
        if other.first < trigger.first:
            if (
                other.embeds
                and reading.gap(other.first, other.last, trigger.first, trigger.last) <= NEAR
            ):
                return other
            return None
    return None


@once_a_trigger
def contents(reading: Reading, trigger: Trigger, cues: ClaimWords) -> list[Trigger]:
    """Return what an embedding trigger is about: what follows it, or else what goes before.

    A word that opens another clause ("which", "after") ends what follows.
    """
    after: list[Trigger] = []
    for other in reading.triggers:
        if other.first <= trigger.first or other.last <= trigger.last:
            continue
        if other.reason or other.manner:
            continue
        far = reading.gap(trigger.first, trigger.last, other.first, other.last) > _ABOUT_REACH
        if far or _is_parted(reading, trigger.last, other.first, cues):
            break
        after.append(other)
        if not (other.embeds or other.state or OTHER in other.classes):
            break
    if any(not other.embeds and OTHER not in other.classes for other in after):
        return after
    return _told_before(reading, trigger) or after


def _told_before(reading: Reading, trigger: Trigger) -> list[Trigger]:
    """Return what a trigger at the end of its sentence is about.

    After a comma ("…, the ministry said") it is what the sentence says first, else what stands
    right before ("the withdrawal announced").
    """
    before = [
        other
        for other in reading.triggers
        if other.last < trigger.first and not (other.manner or other.reason)
    ]
    nearest = next((other for other in reversed(before) if not other.embeds), None)
    if nearest is None:
        return []
    text, words = reading.sentence.text, reading.words
    between = text[words[nearest.last].end : words[trigger.first].start]
    if "," in between and not trigger.noun:
        chain: list[Trigger] = []
        for other in before:
            chain.append(other)
            if not (other.embeds or other.state or OTHER in other.classes):
                break
        return chain
    near = reading.gap(trigger.first, trigger.last, nearest.first, nearest.last) <= _ABOUT_REACH
    return [nearest] if near else []


def _is_parted(reading: Reading, first: int, last: int, cues: ClaimWords) -> bool:
    """Tell whether a word that opens another clause stands between two words."""
    return any(
        cues.barriers.get(reading.words[place].folded, 0.0) > _CLAUSE
        for place in range(first + 1, last)
    )


@once_a_trigger
def about(reading: Reading, trigger: Trigger, cues: ClaimWords) -> tuple[frozenset[str], str]:
    """Return the classes that an embedding trigger is about, and whether that is still to come."""
    if not trigger.embeds:
        return _NOBODY, ""
    found = contents(reading, trigger, cues)
    classes = frozenset(name for other in found for name in other.classes) - {OTHER}
    tenses = {other.tense for other in found}
    return classes, next((some for some in ("negated", "future", "asserted") if some in tenses), "")


@once_a_trigger
def agents(reading: Reading, trigger: Trigger, cues: ClaimWords) -> frozenset[str]:
    """Return the sides that do what ``trigger`` says.

    After "by" (and after a noun, "of"), else what stands before it and after the verb before it;
    a verb without a subject of its own shares the one before.
    """
    words = reading.words
    wanted = cues.owners if trigger.noun else cues.agents
    for actor in reading.actors:
        if actor.first > trigger.last:
            steps = range(trigger.last + 1, actor.first)
            openers = [place for place in steps if words[place].folded in wanted]
            if openers and reading.gap(openers[0], openers[0], actor.first, actor.last) <= 6:
                near = reading.gap(trigger.first, trigger.last, openers[0], openers[0]) <= 8
                if near and not _is_parted(reading, trigger.last, openers[0], cues):
                    return actor.sides
            break
    floors = [other.last for other in reading.triggers if other.last < trigger.first]
    while True:
        floor = floors.pop() if floors else -1
        found = frozenset(
            side
            for actor in reading.actors
            if floor < actor.first < trigger.first
            and reading.at[trigger.first] - reading.at[actor.last] <= REACH
            for side in actor.sides
        )
        if found or floor < 0:
            return found


@once_a_trigger
def patients(reading: Reading, trigger: Trigger, _cues: ClaimWords) -> frozenset[str]:
    """Return the sides named between ``trigger`` and the verb after it."""
    later = [other.first for other in reading.triggers if other.first > trigger.last]
    ceiling = later[0] if later else len(reading.words)
    return frozenset(
        side
        for actor in reading.actors
        if trigger.last < actor.first < ceiling
        and reading.at[actor.first] - reading.at[trigger.last] <= NEAR
        for side in actor.sides
    )


def nearest_spots(
    reading: Reading, first: int, last: int, roles: Sequence[str], reach: float = NEAR
) -> list[Spot]:
    """Return the place nearest to the words, with those listed together with it.

    A place behind another verb belongs to that.
    """
    fitting = [
        spot
        for spot in reading.spots
        if spot.role in roles and not _is_behind(reading, first, last, spot)
    ]
    costs = [
        (cost * (1.0 if spot.first > last else _RIGHT), index)
        for index, spot in enumerate(fitting)
        if (cost := reading.gap(first, last, spot.first, spot.last)) <= reach
        or (spot.first <= _OPENING and cost <= REACH)
    ]
    if not costs:
        return []
    best = min(costs)[1]
    found = [fitting[best]]
    for spot in fitting[best + 1 :]:
        if spot.first - found[-1].last > 2 or spot.role != found[-1].role:
            break
        found.append(spot)
    return found


def _is_behind(reading: Reading, first: int, last: int, spot: Spot) -> bool:
    """Tell whether a verb that is no state stands between the words and a place."""
    low, high = (last, spot.first) if spot.first > last else (spot.last, first)
    return any(
        low < trigger.first and trigger.last < high
        for trigger in reading.triggers
        if not (trigger.noun or trigger.state or trigger.manner)
    )


def role_before(reading: Reading, first: int, cues: Cues, skip: Iterable[str], default: str) -> str:
    """Return the role that the words before ``first`` give it, skipping some."""
    skipped = frozenset(skip)
    place = first
    for _ in range(5):
        found = cues.before(reading.words, place)
        if found:
            return found[0]
        if place <= 0 or reading.words[place - 1].folded not in skipped:
            break
        place -= 1
    return default


def clause_around(reading: Reading, trigger: Trigger, cues: ClaimWords) -> tuple[int, int]:
    """Return the words of the clause that ``trigger`` stands in, after what ties it to another."""
    first, last = trigger.first, trigger.last
    floor = max(0, trigger.first - _CLAUSE_WORDS)
    while first > floor and not _ends_clause(reading, first - 1):
        tie = cues.because.before(reading.words, first)
        if tie and first <= trigger.first:
            break
        first -= 1
    while last + 1 < len(reading.words) and not _ends_clause(reading, last):
        last += 1
    return first, last


def _ends_clause(reading: Reading, place: int) -> bool:
    """Tell whether a mark stands after the word at ``place``."""
    text, words = reading.sentence.text, reading.words
    end = words[place + 1].start if place + 1 < len(words) else len(text)
    return any(mark in _CLAUSE_MARKS for mark in text[words[place].end : end])
