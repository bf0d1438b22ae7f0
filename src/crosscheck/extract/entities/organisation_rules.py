"""Which names are an organisation's? By capitals, a common noun or a role beside it."""

from __future__ import annotations

from crosscheck.extract.entities import context, persons
from crosscheck.extract.entities.scene import BLANKS, Found, Scene, Span
from crosscheck.extract.entities.words import UPPER


def organisation_in_context(scene: Scene, span: Span) -> Found | None:
    """Return "the newspaper X", "the X movement", "X chairman Y"."""
    if context.headline(scene, span.first, span.last):
        return None
    lexicon = scene.lexicon
    before, after = scene.key(span.first - 1), scene.key(span.last)
    blank_before = scene.gap(span.first - 1) in BLANKS
    blank_after = scene.gap(span.last - 1) in BLANKS
    named = persons.named(scene, span.first, span.last)
    if scene.key(span.last - 1) in lexicon.modifiers:
        return None
    inside = span.length > 1 or not scene.fresh(span.first)
    soft = span.first in scene.soft
    if not named and (
        (blank_before and before in lexicon.organisation_nouns)
        or (blank_after and after in lexicon.organisation_nouns and inside and not soft)
    ):
        return scene.made(span.first, span.last, "ORG", "organisation:context")
    if (
        blank_after
        and after in lexicon.titles
        and after not in lexicon.trades
        and not named
        and not soft
        and not scene.fresh(span.first)
    ):
        place = after in lexicon.place_roles
        label, rule = ("GPE", "place:role") if place else ("ORG", "organisation:role")
        return scene.made(span.first, span.last, label, rule)
    return None


def acronym(scene: Scene, span: Span) -> Found | None:
    """One word of two to six capitals."""
    if span.length > 1 or scene.words.kinds[span.first] != UPPER:
        return None
    text = scene.words.texts[span.first]
    if (
        not 1 < len(text) < 7
        or not text.isalpha()
        or scene.key(span.first - 1)[:1].isdigit()
        or scene.key(span.first - 1) in scene.lexicon.clock
        or scene.key(span.last).isdigit()
        or scene.words.gaps[span.first] in ("-", "/")
    ):
        return None
    if context.shouted(scene, span.first, span.last) or context.headline(
        scene, span.first, span.last
    ):
        return None
    return scene.made(span.first, span.last, "ORG", "organisation:acronym")


def of_a_city(scene: Scene, span: Span) -> Found | None:
    """Return a large city with more words: a club, a company, a bourse."""
    soft = scene.soft.get(span.first)
    if soft and soft[0] < span.last and soft[1].large:
        return scene.made(span.first, span.last, "ORG", "organisation:city")
    return None


def team(scene: Scene, span: Span) -> Found | None:
    """Return a club in a line of results: "Northtown 3 Southtown 1"."""
    words, last = scene.words, span.last
    starts = scene.opens_line(span.first) or _number(scene, span.first - 1)
    if not starts or not _number(scene, last) or scene.gap(last - 1) not in BLANKS:
        return None
    end = last
    while end < min(last + 12, len(words.keys)) and not scene.closes_line(end):
        end += 1
    # A line of results has another number and, close by, no ordinary word.
    numbers = _number(scene, span.first - 1) or any(_number(scene, i) for i in range(last + 1, end))
    near = range(last + 1, min(last + 5, end))
    prose = any(not words.kinds[i] and words.keys[i].isalpha() for i in near)
    if not numbers or prose or persons.named(scene, span.first, last):
        return None
    return scene.made(span.first, last, "ORG", "organisation:team")


def _number(scene: Scene, index: int) -> bool:
    key = scene.key(index)
    return key.isdigit() and len(key) < 4
