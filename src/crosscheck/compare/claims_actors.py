"""Who does what, to where, and for which reason?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from crosscheck.codebook.variables import OTHER
from crosscheck.compare import claims_links as links
from crosscheck.compare.claims_features import Claim, Scene
from crosscheck.compare.claims_make import (
    ROLES_OF_PLACES,
    contents_of,
    make_claim,
    names_around,
    place_ids,
    place_name,
)
from crosscheck.compare.claims_reading import Actor, Reading, Trigger

_LONGEST_WORDING = 14


def place_claims(scene: Scene) -> Iterator[Claim]:
    """Yield a claim for every place to which something known happens: in, from or to it."""
    reading, cues = scene.reading, scene.known.words
    for spot in reading.spots:
        if spot.mention is None:
            continue
        span = (spot.mention.start, spot.mention.end)
        for trigger in links.beside(reading, spot.first, spot.last):
            sides = links.agents(reading, trigger, cues) | links.patients(reading, trigger)
            yield make_claim(
                scene, "place", trigger, span, (spot.first, spot.last),
                sides=sides or scene.leaning_sides,
                place=spot.name,
                place_ids=(spot.place_id,),
                value=spot.place_id,
                role=spot.role or "none",
                rule="place",
            )  # fmt: skip


def actor_claims(scene: Scene) -> Iterator[Claim]:
    """Yield who does what: a claim a verb for those who do it, and one for each who is met."""
    reading, cues = scene.reading, scene.known.words
    for trigger in reading.triggers:
        if OTHER in trigger.classes:
            continue
        doing = links.agents(reading, trigger, cues)
        met = links.patients(reading, trigger)
        about, about_tense = links.about(reading, trigger, cues)
        contents = contents_of(scene, trigger)
        content = contents[-1] if contents else None
        anchor = content or trigger
        spots = links.nearest_spots(reading, anchor.first, anchor.last, ROLES_OF_PLACES)
        common: dict[str, Any] = {
            "about": about,
            "about_tense": about_tense,
            "names": names_around(reading, trigger, trigger.first),
            "rule": "actor",
        }
        if (doing or met or about) and not trigger.state:
            yield make_claim(
                scene, "actor", trigger, _wording(scene, trigger, content, doing),
                (trigger.first, trigger.last),
                sides=doing or scene.leaning_sides,
                to_sides=met,
                place=place_name(spots),
                place_ids=place_ids(spots),
                role="agent",
                **common,
            )  # fmt: skip
        around = links.nearest_spots(reading, anchor.first, anchor.last, ("in",))
        close: dict[str, set[str]] = {}
        for actor in sorted((*reading.actors, *_goals(scene)), key=lambda one: one.first):
            is_met = actor.first > trigger.last
            wanted = met | doing if actor in reading.actors else actor.sides
            if actor.mention is None or not (actor.sides & wanted):
                continue
            gap = reading.gap(trigger.first, trigger.last, actor.first, actor.last)
            known = close.setdefault(min(actor.sides), set())
            # A second, other name of the same side may stand farther off.
            if gap > (links.REACH if known - {actor.mention.entity_id} else links.NEAR):
                continue
            known.add(actor.mention.entity_id)
            yield make_claim(
                scene, "actor", trigger, (actor.mention.start, actor.mention.end),
                (actor.first, actor.last),
                sides=actor.sides,
                to_sides=(doing if is_met else met) - actor.sides,
                place=place_name(around),
                place_ids=place_ids(around),
                value=actor.mention.entity_id,
                role="patient" if is_met else "subject",
                **common,
            )  # fmt: skip


def _goals(scene: Scene) -> list[Actor]:
    """Return places as those whom something meets ("turned to …", "hired men from …")."""
    sides = scene.known.sides
    return [
        Actor(
            spot.first,
            spot.last,
            frozenset({sides.get(spot.place_id, spot.place_id)}),
            spot.mention,
        )
        for spot in scene.reading.spots
        if spot.role in ("to", "from")
    ]


def reason_claims(scene: Scene) -> Iterator[Claim]:
    """Yield what is given as a reason, with all that it may be the reason of.

    A sentence that begins with "Because" gives the reason of what the one before it says, and one
    that begins with "As a result" makes a reason of that.
    """
    reading, cues = scene.reading, scene.known.words
    before = scene.previous
    yield from _reasons(scene, reading, reading)
    if before is None or not reading.words:
        return
    if cues.because.at(reading.words, 0):
        yield from _reasons(scene, reading, before)
    if cues.result.at(reading.words, 0):
        yield from _reasons(scene, before, reading)


def _reasons(scene: Scene, said: Reading, reading: Reading) -> Iterator[Claim]:
    """Yield the reasons told in ``said`` for what happens in ``reading``."""
    for trigger in said.triggers:
        if trigger.classes.isdisjoint(scene.known.reasons) or trigger.tense == "future":
            continue
        effects = frozenset(
            name for other in reading.triggers if other is not trigger for name in other.classes
        )
        span = said.characters(*links.clause_around(said, trigger, scene.known.words))
        yield make_claim(
            scene, "reason", trigger, span, (0, len(reading.words) - 1),
            about=effects - {OTHER},
            sides=links.agents(said, trigger, scene.known.words),
            sentence_id=said.sentence.sentence_id,
            rule="reason",
        )  # fmt: skip


def _wording(
    scene: Scene, trigger: Trigger, content: Trigger | None, doing: frozenset[str]
) -> tuple[int, int]:
    """Return the words that say who does it: from the name to what it is about."""
    reading = scene.reading
    places = [trigger.first, trigger.last]
    if content is not None:
        places += [content.first, content.last]
    named = [
        (reading.gap(trigger.first, trigger.last, actor.first, actor.last), actor)
        for actor in reading.actors
        if actor.sides & doing
    ]
    if named:
        _, actor = min(named, key=lambda entry: (entry[0], entry[1].first))
        places += [actor.first, actor.last]
    if max(places) - min(places) > _LONGEST_WORDING:
        places = [trigger.first, trigger.last]
    return reading.characters(min(places), max(places))
