"""What every kind of claim has in common: the span, what happens, the words around."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crosscheck.codebook.variables import OTHER
from crosscheck.compare import claims_links as links
from crosscheck.compare.claims_features import NOTHING, Claim, Scene
from crosscheck.compare.claims_reading import Reading, Spot, Trigger

ROLES_OF_PLACES = ("in", "from", "to")


def make_claim(
    scene: Scene,
    kind: str,
    trigger: Trigger | None,
    span: tuple[int, int],
    words: tuple[int, int],
    **features: Any,
) -> Claim:
    """Return a claim over the characters ``span`` of the source, around ``words`` of the sentence.

    ``features`` fill or replace the columns that the trigger and the sentence don't give.
    """
    source, reading = scene.source, scene.reading
    article, (start, end) = source.article, span
    given = features.setdefault
    given("predicate", name_of(trigger))
    given("predicates", trigger.classes if trigger else NOTHING)
    given("tense", trigger.tense if trigger else "asserted")
    given("sentence_id", reading.sentence.sentence_id)
    given("near", scene.near(*words, links.NEAR))
    return Claim(
        f"{article.doc_id}#{next(source.numbers)}",
        article.doc_id, start, end, article.raw[start:end], kind,
        words=scene.topics,
        speaker=scene.speaker(start, end),
        published=article.published,
        **features,
    )  # fmt: skip


def name_of(trigger: Trigger | None) -> str:
    """Return the one class that stands for a trigger in a table."""
    return min(trigger.classes) if trigger else OTHER


def place_name(spots: Sequence[Spot]) -> str | None:
    """Return the names of places as a list in prose."""
    names = list(dict.fromkeys(spot.name for spot in spots))
    if not names:
        return None
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def place_ids(spots: Sequence[Spot]) -> tuple[str, ...]:
    """Return the ids of places, each once, in order."""
    return tuple(dict.fromkeys(spot.place_id for spot in spots))


def contents_of(scene: Scene, trigger: Trigger | None) -> list[Trigger]:
    """Return the known triggers that an embedding one is about, rather none that only hold."""
    if trigger is None or not trigger.embeds:
        return []
    found = links.contents(scene.reading, trigger, scene.known.words)
    known = [other for other in found if OTHER not in other.classes]
    return [other for other in known if not other.state] or known


def names_around(reading: Reading, trigger: Trigger | None, first: int) -> frozenset[str]:
    """Return the entities named between the verb before a trigger and the verb after it.

    Where no event is, those before that too: "the operation …, which was launched".
    """
    place = trigger.first if trigger else first
    floors = [-1, *(other.last for other in reading.triggers if other.last < place)]
    ceilings = [other.first for other in reading.triggers if other.first > place]
    ceiling = ceilings[0] if ceilings else len(reading.words)
    found: set[str] = set()
    while floors:
        floor = floors.pop()
        named = [
            actor.mention
            for actor in reading.actors
            if actor.mention and floor < actor.first < ceiling
        ]
        found.update(mention.entity_id for mention in named)
        if any(mention.label == "EVENT" for mention in named):
            break
        ceiling = floor
    return frozenset(found)
