"""Where does something happen, and for which reason?"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.codebook.variables import OTHER
from crosscheck.compare import claims_links as links
from crosscheck.compare.claims_features import Claim, Scene
from crosscheck.compare.claims_make import make_claim
from crosscheck.compare.claims_reading import Reading


def place_claims(scene: Scene) -> Iterator[Claim]:
    """Yield a claim for every place that something known happens in, from or to.

    Where a variable asks for a place, also if no preposition says what it is ("Niger will host").
    """
    reading, cues = scene.reading, scene.known.words
    for spot in reading.spots:
        if spot.mention is None:
            continue
        span = (spot.mention.start, spot.mention.end)
        for trigger in links.beside(reading, spot.first, spot.last):
            if trigger.classes.isdisjoint(scene.known.places_asked) and (
                trigger.state or not spot.role
            ):
                continue
            sides = links.agents(reading, trigger, cues) | links.patients(reading, trigger, cues)
            yield make_claim(
                scene, "place", trigger, span, (spot.first, spot.last),
                sides=sides or scene.leaning_sides,
                place=spot.name,
                place_ids=(spot.place_id,),
                value=spot.place_id,
                role=spot.role or "none",
                rule="place",
            )  # fmt: skip


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
        if not trigger.reason or trigger.tense == "future":
            continue
        effects = frozenset(
            name for other in reading.triggers if other is not trigger for name in other.classes
        )
        span = said.characters(*links.clause_around(said, trigger, scene.known.words))
        yield make_claim(
            scene, "reason", trigger, span, (0, len(scene.reading.words) - 1),
            about=effects - {OTHER},
            sides=links.agents(said, trigger, scene.known.words),
            sentence_id=said.sentence.sentence_id,
            rule="reason",
        )  # fmt: skip
