"""What is a number the number of? Of whom, where, when, and what happened to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from crosscheck.codebook.variables import OTHER
from crosscheck.compare import claims_links as links
from crosscheck.compare.claims_dates import date_role
from crosscheck.compare.claims_features import NOTHING, Claim, Scene
from crosscheck.compare.claims_make import make_claim, name_of, place_ids, place_name
from crosscheck.compare.claims_reading import PLACES, Spot, Trigger
from crosscheck.compare.words import words_of
from crosscheck.extract.records import Quantity

_HEAD_REACH = 5
_FRONT = 6


class _Counted(NamedTuple):
    """What is counted: classes of things, whose they are, and what happens by the noun itself."""

    things: frozenset[str]
    sides: frozenset[str]
    happens: frozenset[str]


def quantity_claims(scene: Scene) -> Iterator[Claim]:
    """Yield a claim for every number of the sentence."""
    reading, cues = scene.reading, scene.known.words
    for quantity in scene.quantities:
        first, last = reading.span_of(quantity.start, quantity.end)
        if first >= len(reading.words):
            continue
        head = _head(scene, quantity, last)
        trigger = links.nearest_trigger(reading, first, head, content=True)
        counted = _counted(scene, quantity, last)
        spots = _places(scene, quantity, first, head)
        period, period_kind, as_of = _time(scene, first, head, trigger)
        yield make_claim(
            scene, "quantity", trigger, (quantity.start, quantity.end), (first, head),
            predicate=min(counted.happens) if counted.happens else name_of(trigger),
            predicates=counted.happens | (trigger.classes if trigger else NOTHING),
            counted=quantity.counted,
            things=counted.things,
            sides=counted.sides or _sides(scene, trigger, first),
            place=place_name(spots) or quantity.place,
            place_ids=place_ids(spots),
            period=period,
            period_kind=period_kind,
            low=quantity.low,
            high=quantity.high,
            qualifier=quantity.qualifier,
            as_of=quantity.as_of or as_of,
            role=links.role_before(reading, first, cues.quantity_roles, cues.skip, "none"),
            rule="quantity",
        )  # fmt: skip


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
        hits = list(scene.known.phrases.find(words, [False] * len(words)))
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
    return found or scene.leaning_sides


def _places(scene: Scene, quantity: Quantity, first: int, head: int) -> list[Spot]:
    """Return where: the place that extraction tied to the number, else the nearest one."""
    reading = scene.reading
    names = scene.known.place_names
    found = [
        Spot(first, head, some.entity_id, names.get(some.entity_id, some.text), "in", some)
        for some in scene.source.mentions_in(quantity.place or "")
        if some.label in PLACES
    ]
    if found:
        return found
    return links.nearest_spots(reading, first, head, ("in",))


def _time(
    scene: Scene, first: int, head: int, trigger: Trigger | None
) -> tuple[str | None, str, str | None]:
    """Return the period of a number, what kind of period it is, and as of when it holds."""
    reading = scene.reading
    best: tuple[float, int, str | None, str, str | None] | None = None
    for index, date in enumerate(scene.dates):
        at, end = reading.span_of(date.start, date.end)
        if date.value is None or at >= len(reading.words):
            continue
        role = date_role(scene, date, at, end)
        cost = reading.gap(first, head, at, end)
        if trigger is not None:
            cost = min(cost, reading.gap(trigger.first, trigger.last, at, end))
        # What stands at the front of a sentence holds for all of it.
        if cost > links.REACH and at > _FRONT:
            continue
        nearest = None if trigger is None else links.nearest_trigger(reading, at, end)
        cost += 0.0 if nearest is trigger else links.NEAR
        period, kind, as_of = _period(date.kind, date.value, role, trigger)
        if best is None or (cost, index) < best[:2]:
            best = (cost, index, period, kind, as_of)
    return (None, "none", None) if best is None else best[2:]


def _period(
    kind: str, value: str, role: str, trigger: Trigger | None
) -> tuple[str | None, str, str | None]:
    """Return (period, kind of period, as of) that one date gives to a number."""
    if kind == "DURATION":
        return value, "elapsed", None
    if role == "since":
        return (value if "/" in value else f"{value}/.."), "since", None
    if "/" in value:
        return value, "span", None
    if trigger is None or trigger.state or OTHER in trigger.classes or role in ("by", "until"):
        return None, "none", value
    return value, "point", None
