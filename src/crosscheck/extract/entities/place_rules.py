"""Which names are a place's? By dateline, size, direction and the words beside it."""

from __future__ import annotations

from crosscheck.extract.entities import persons
from crosscheck.extract.entities.scene import BLANKS, Found, Scene, Span
from crosscheck.extract.entities.words import UPPER


def dateline(scene: Scene, span: Span) -> Found | None:
    """Return "CAIRO, Egypt (AP) —" at the start of a line."""
    if not scene.opens_line(span.first) or any(
        scene.words.kinds[i] != UPPER for i in range(span.first, span.last)
    ):
        return None
    gap = scene.words.gaps[span.last - 1]
    beside = gap == ", " and (
        span.last in scene.soft
        or scene.place_at(span.last)
        or scene.key(span.last) in scene.lexicon.never
    )
    if beside or gap.strip() in ("(", "—", "–", "--", ", —", ", –", ". –", ". —"):
        return scene.made(span.first, span.last, "GPE", "place:dateline")
    return None


def city(scene: Scene, span: Span) -> Found | None:
    """Return a large city, unless the context is a person's."""
    soft = scene.soft.get(span.first)
    if soft is None or soft[0] != span.last:
        return None
    entry = soft[1]
    if not scene.located(span.first, span.last):
        given = span.length == 1 and scene.key(span.first) in scene.lexicon.given
        speaks = persons.speaks(scene, span.first, span.last) and not entry.seat
        if given or speaks:
            return None
    return Found(span.first, span.last, entry.label, entry.entity_id, entry.name, entry.rule, entry)


def place_in_context(scene: Scene, span: Span) -> Found | None:
    """Return "in X", "the town of X", "the X region", "Northern X"."""
    if span.length == 1 and scene.fresh(span.first) and scene.key(span.first) in scene.small:
        return None
    compass = span.length == 1 and scene.key(span.first) in scene.lexicon.compass
    if compass or (span.length > 1 and scene.key(span.first) in scene.lexicon.directions):
        return scene.made(span.first, span.last, "LOC", "place:direction")
    if span.length > 3 or scene.headline(span.first, span.last):
        return None
    if span.length == 1 and scene.key(span.first) in scene.lexicon.languages:
        return None
    if scene.located(span.first, span.last) and len(scene.text(span.first, span.last)) > 1:
        return scene.made(span.first, span.last, "GPE", "place:context")
    return None


def listed(scene: Scene, span: Span) -> Found | None:
    """Return a word in a list with known names: "between Rome and X"."""
    if span.length > 2 or (scene.fresh(span.first) and scene.gap(span.first - 1) != ", "):
        return None
    if scene.headline(span.first, span.last):
        return None
    for found in (scene.listed_before(span.first), scene.listed_after(span.last)):
        if found and found.label in ("GPE", "PERSON"):
            return scene.made(span.first, span.last, found.label, "list")
    return None


def destination(scene: Scene, span: Span) -> Found | None:
    """Return "from X", "towards X", "fled X"."""
    before = scene.key(span.first - 1)
    if span.length > 1 or before not in scene.lexicon.towards or scene.fresh(span.first):
        return None
    if scene.headline(span.first, span.last) or scene.words.kinds[span.first] == UPPER:
        return None
    return scene.made(span.first, span.last, "GPE", "place:destination")


def facility(scene: Scene, span: Span) -> Found | None:
    """Return "the Anna Something hospital": a name of several words before a building's noun."""
    if span.length < 2 or span.titles or span.first in scene.soft:
        return None
    if scene.gap(span.last - 1) in BLANKS and scene.key(span.last) in scene.lexicon.facility_nouns:
        return scene.made(span.first, span.last, "FAC", "facility:context")
    return None
