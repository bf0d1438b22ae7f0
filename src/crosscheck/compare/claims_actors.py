"""Who does what, and who is met by it?"""

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
from crosscheck.compare.claims_reading import Actor, Trigger

_LONGEST_WORDING = 14


def actor_claims(scene: Scene) -> Iterator[Claim]:
    """Yield who does what: a claim a verb, told by its wording.

    Where a variable asks for a name, also one for each who does it or is met by it; and one for
    every name that is the more exact one of another, whatever it does.
    """
    reading, cues = scene.reading, scene.known.words
    yield from _more_exact(scene)
    for trigger in reading.triggers:
        is_asked = not trigger.classes.isdisjoint(scene.known.actors_asked)
        if OTHER in trigger.classes or (trigger.state and not is_asked):
            continue
        doing = links.agents(reading, trigger, cues)
        met = links.patients(reading, trigger, cues)
        about, about_tense = links.about(reading, trigger, cues)
        contents = contents_of(scene, trigger)
        anchor = contents[-1] if contents else trigger
        common: dict[str, Any] = {
            "about": about,
            "about_tense": about_tense,
            "names": names_around(reading, trigger, trigger.first),
            "rule": "actor",
        }
        if (doing or met or about) and not trigger.state:
            spots = links.nearest_spots(reading, anchor.first, anchor.last, ROLES_OF_PLACES)
            yield make_claim(
                scene, "actor", trigger, _wording(scene, trigger, anchor, doing),
                (trigger.first, trigger.last),
                sides=doing or scene.leaning_sides,
                to_sides=met,
                place=place_name(spots),
                place_ids=place_ids(spots),
                role="agent",
                **common,
            )  # fmt: skip
        if is_asked:
            yield from _named(scene, trigger, anchor, common)


def _more_exact(scene: Scene) -> Iterator[Claim]:
    """Yield a claim for each organisation whose name is more exact than that of its side."""
    for actor in scene.reading.actors:
        mention = actor.mention
        if (
            mention
            and mention.label == "ORG"
            and mention.entity_id in scene.codebook.predicates.part_of
        ):
            yield make_claim(
                scene, "actor", None, (mention.start, mention.end), (actor.first, actor.last),
                sides=actor.sides,
                value=mention.entity_id,
                role="none",
                rule="name",
            )  # fmt: skip


def _named(
    scene: Scene, trigger: Trigger, anchor: Trigger, common: dict[str, Any]
) -> Iterator[Claim]:
    """Yield a claim for each name that does what a trigger says, or that is met by it."""
    reading, cues = scene.reading, scene.known.words
    doing = links.agents(reading, trigger, cues)
    met = links.patients(reading, trigger, cues)
    around = links.nearest_spots(reading, anchor.first, anchor.last, ("in",))
    close: dict[str, set[str]] = {}
    for actor in sorted((*reading.actors, *_goals(scene)), key=lambda one: one.first):
        mention, is_met = actor.mention, actor.first > trigger.last
        if mention is None or not actor.sides:
            continue
        side = min(actor.sides)
        gap = reading.gap(trigger.first, trigger.last, actor.first, actor.last)
        is_close = gap <= links.NEAR and (side in met or side in doing or _is_goal(actor, scene))
        # A second, other name of the same side may stand farther off.
        if not is_close and (gap > links.REACH or not close.get(side, set()) - {mention.entity_id}):
            continue
        close.setdefault(side, set()).add(mention.entity_id)
        yield make_claim(
            scene, "actor", trigger, (mention.start, mention.end), (actor.first, actor.last),
            sides=actor.sides,
            to_sides=(doing if is_met else met) - actor.sides,
            place=place_name(around),
            place_ids=place_ids(around),
            value=mention.entity_id,
            role="patient" if is_met else "subject",
            **common,
        )  # fmt: skip


def _is_goal(actor: Actor, scene: Scene) -> bool:
    return any(spot.first == actor.first for spot in scene.reading.spots if spot.role)


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


def _wording(
    scene: Scene, trigger: Trigger, content: Trigger, doing: frozenset[str]
) -> tuple[int, int]:
    """Return the words that say who does it: from the name to what it is about."""
    reading = scene.reading
    places = [trigger.first, trigger.last, content.first, content.last]
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
