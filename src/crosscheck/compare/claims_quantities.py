"""What is a number the number of? Of whom, where, when, and what happened to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crosscheck.compare import claims_links as links
from crosscheck.compare.claims_features import NOTHING, Claim, Scene
from crosscheck.compare.claims_make import make_claim, name_of, names_around, place_ids, place_name
from crosscheck.compare.claims_periods import when_of
from crosscheck.compare.claims_reading import PLACES, Spot, Trigger
from crosscheck.compare.words import words_of
from crosscheck.extract.records import Quantity

_HEAD_REACH = _CLAUSE_REACH = 5


class _Counted(NamedTuple):
    """What is counted: classes of things, whose they are, and what happens by the noun itself."""

    things: frozenset[str]
    sides: frozenset[str]
    happens: frozenset[str]


_NOTHING = _Counted(NOTHING, NOTHING, NOTHING)


def quantity_claims(scene: Scene) -> Iterator[Claim]:
    """Yield a claim for every number of the sentence."""
    reading, cues = scene.reading, scene.known.words
    before, trigger = _NOTHING, None
    for quantity, (first, last) in zip(scene.quantities, scene.numbers, strict=True):
        if first >= len(reading.words):
            continue
        head = _head(scene, quantity, last)
        whole, trigger = trigger, links.nearest_trigger(reading, first, head, content=True)
        if whole and _is_part(scene, first, last, head) and not (trigger and trigger.first > last):
            trigger = whole
        trigger = _of_relative_clause(scene, head) or trigger
        counted = _counted(scene, quantity, last)
        role = links.role_before(reading, first, cues.quantity_roles, cues.skip, "none")
        # A bare number counts what the one before it did ("from 5,000 men to 3,000").
        if not (counted.things or quantity.unit) and (role == "to" or not quantity.counted):
            counted = before
        before = counted
        spots = _places(scene, quantity, trigger, first, head)
        when = when_of(scene, first, head, trigger)
        yield make_claim(
            scene, "quantity", trigger, (quantity.start, quantity.end), (first, head),
            predicate=min(counted.happens) if counted.happens else name_of(trigger),
            predicates=counted.happens | (trigger.classes if trigger else NOTHING),
            counted=quantity.counted,
            things=counted.things,
            sides=counted.sides or _sides(scene, trigger, first),
            place=place_name(spots),
            place_ids=place_ids(spots),
            names=names_around(reading, trigger, first),
            period=when.period,
            period_kind=when.kind,
            low=quantity.low,
            high=quantity.high,
            qualifier=quantity.qualifier,
            as_of=None if role == "from" else when.as_of or _as_of(scene, quantity),
            role=role,
            near=_near(scene, quantity, first, head),
            rule="quantity",
        )  # fmt: skip


def _of_relative_clause(scene: Scene, head: int) -> Trigger | None:
    """Return what is said of those counted right behind them ("44 soldiers who have died")."""
    reading = scene.reading
    opens = head + 1 < len(reading.words)
    if not opens or reading.words[head + 1].folded not in scene.known.words.relative:
        return None
    found = [one for one in reading.triggers if head < one.first <= head + _CLAUSE_REACH]
    return found[0] if found else None


def _as_of(scene: Scene, quantity: Quantity) -> str | None:
    """Return the date that extraction gave the number from another sentence."""
    own = any(date.value == quantity.as_of for date in scene.dates)
    return None if own else quantity.as_of


def _near(scene: Scene, quantity: Quantity, first: int, head: int) -> frozenset[str]:
    """Return the word classes near a number, but for those that stand nearer to another one."""
    gap = scene.reading.gap
    numbers = zip(scene.quantities, scene.numbers, strict=True)
    others = [number for one, number in numbers if one != quantity]
    if not others:
        return scene.near(first, head, links.NEAR)
    own = {
        name
        for at, name in scene.reading.topics
        if gap(at, at, first, head) <= min(gap(at, at, *other) for other in others)
    }
    return scene.near(first, head, links.NEAR) & own


def _is_part(scene: Scene, first: int, last: int, head: int) -> bool:
    """Tell whether a number shares the verb of the one before: a part of it, or its like.

    "48 of them in Mali", "… were killed in Mali, and 53 in the region": it names no thing itself.
    """
    cues, reading = scene.known.words, scene.reading
    words = reading.words
    if cues.part_before.before(words, first) or cues.part_after.at(words, last + 1):
        return True
    return head == last and first > 0 and words[first - 1].folded in cues.joined


def _head(scene: Scene, quantity: Quantity, last: int) -> int:
    """Return the last word of what is counted, if it follows the number at once."""
    words = scene.reading.words
    counted = [word.folded for word in words_of(quantity.counted or "")]
    head = last
    for place in range(last + 1, min(last + 1 + _HEAD_REACH, len(words))):
        if words[place].folded in counted:
            head = place
        elif head > last:
            break
    return head


def _counted(scene: Scene, quantity: Quantity, last: int) -> _Counted:
    """Read the noun phrase that is counted; without one, what follows the number."""
    if quantity.counted:
        words = words_of(quantity.counted)
        hits = scene.known.phrases.find(words, [False] * len(words))
        mentions = scene.source.mentions_in(quantity.counted)
        sides = [scene.known.sides.get(some.entity_id, some.entity_id) for some in mentions]
    else:
        hits = [hit for hit in scene.reading.things if last < hit.first <= last + _HEAD_REACH]
        sides = []
    return _Counted(
        frozenset(hit.name for hit in hits if hit.section == "things"),
        frozenset((*sides, *(hit.name for hit in hits if hit.section == "sides"))),
        frozenset(hit.name for hit in hits if hit.section == "predicates" and hit.noun),
    )


def _sides(scene: Scene, trigger: Trigger | None, first: int) -> frozenset[str]:
    """Return whose they are when the noun does not say it: those who do what happens."""
    reading = scene.reading
    if trigger is not None:
        found = links.agents(reading, trigger, scene.known.words)
    else:
        before = [actor for actor in reading.actors if actor.last < first]
        close = [
            actor for actor in before if reading.at[first] - reading.at[actor.last] <= links.NEAR
        ]
        found = close[-1].sides if close else NOTHING
    return found or scene.topic_sides


def _places(
    scene: Scene, quantity: Quantity, trigger: Trigger | None, first: int, head: int
) -> list[Spot]:
    """Return where: the place that extraction tied to the number, else the nearest one."""
    reading = scene.reading
    names = scene.known.place_names
    away = {spot.place_id for spot in reading.spots if spot.role in ("from", "to")}
    found = [
        Spot(first, head, some.entity_id, names.get(some.entity_id, some.text), "in", some)
        for some in scene.source.mentions_in(quantity.place or "")
        if some.label in PLACES and some.entity_id not in away
    ]
    found = found or links.nearest_spots(reading, first, head, ("in",))
    if not _is_of_another(scene, quantity.start, quantity.end, found):
        return found
    if trigger is None or trigger.first < head or scene.number_between(head, trigger.first):
        return []
    verb = reading.characters(trigger.first, trigger.last)
    found = links.nearest_spots(reading, trigger.first, trigger.last, ("in",))
    return [] if _is_of_another(scene, *verb, found) else found


def _is_of_another(scene: Scene, start: int, end: int, found: Sequence[Spot]) -> bool:
    """Tell whether a number stands between the characters and the place after them."""
    places = {spot.place_id for spot in found}
    own = [
        spot.mention.start
        for spot in scene.reading.spots
        if spot.place_id in places and spot.mention is not None
    ]
    if not own or min(own) < start:
        return False
    return any(end <= other.start < min(own) for other in scene.quantities)
