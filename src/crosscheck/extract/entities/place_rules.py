"""Which names are a place's? By dateline, size, direction and the words beside it."""

from __future__ import annotations

from crosscheck.extract.entities import context, persons
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
    body = scene.starting_after_bracket(span.last)
    if beside or body or gap.strip() in ("—", "–", "--", ", —", ", –", ". –", ". —"):
        return scene.made(span.first, span.last, "GPE", "place:dateline")
    return None


def city(scene: Scene, span: Span) -> Found | None:
    """Return a large city, unless the context is a person's."""
    soft = scene.soft.get(span.first)
    if soft is None or soft[0] != span.last:
        return None
    entry = soft[1]
    if not context.located(scene, span.first, span.last):
        given = span.length == 1 and scene.key(span.first) in scene.lexicon.given
        speaks = persons.speaks(scene, span.first, span.last) and not entry.seat
        if given or speaks:
            return None
    return Found(span.first, span.last, entry.label, entry.entity_id, entry.name, entry.rule, entry)


def place_in_context(scene: Scene, span: Span) -> Found | None:
    """Return "in X", "the town of X", "the X region", "Northern X"."""
    first, last = span.first, span.last
    key, lexicon = scene.key(first), scene.lexicon
    if span.length == 1 and scene.fresh(first) and key in scene.small:
        return None
    compass = span.length == 1 and key in lexicon.compass
    if compass or (span.length > 1 and key in lexicon.directions):
        return scene.made(first, last, "LOC", "place:direction")
    # "in Bambara", "IN SPITE OF", "in A": no places.
    unlikely = (
        span.length > 3
        or (span.length == 1 and (key in lexicon.languages or len(key) < 2))
        or all(scene.words.kinds[i] == UPPER for i in range(first, last))
    )
    if unlikely or context.headline(scene, first, last) or not context.located(scene, first, last):
        return None
    return scene.made(first, last, "GPE", "place:context")


def listed(scene: Scene, span: Span) -> Found | None:
    """Return a word in a list with known names: "between Rome and X"."""
    if span.length > 2 or (scene.fresh(span.first) and scene.gap(span.first - 1) != ", "):
        return None
    titled = scene.key(span.first) in scene.lexicon.titles
    if titled or context.headline(scene, span.first, span.last):
        return None
    for found in (context.listed_before(scene, span.first), context.listed_after(scene, span.last)):
        if found and found.label in ("GPE", "PERSON"):
            return scene.made(span.first, span.last, found.label, "list")
    return None


def destination(scene: Scene, span: Span) -> Found | None:
    """Return "from X", "towards X", "fled X"."""
    before = scene.key(span.first - 1)
    if span.length > 1 or before not in scene.lexicon.towards or scene.fresh(span.first):
        return None
    if context.headline(scene, span.first, span.last) or scene.words.kinds[span.first] == UPPER:
        return None
    return scene.made(span.first, span.last, "GPE", "place:destination")


def facility(scene: Scene, span: Span) -> Found | None:
    """Return "the Anna Something hospital": a name of several words before a building's noun."""
    if span.length < 2 or span.titles or span.first in scene.soft:
        return None
    if scene.gap(span.last - 1) in BLANKS and scene.key(span.last) in scene.lexicon.facility_nouns:
        return scene.made(span.first, span.last, "FAC", "facility:context")
    return None
