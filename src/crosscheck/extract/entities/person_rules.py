"""Which names are a person's? By title, given name, speech, apposition and shape."""

from __future__ import annotations

from crosscheck.extract.entities import context, persons
from crosscheck.extract.entities.scene import BLANKS, Found, Scene, Span
from crosscheck.extract.entities.words import CAPITALISED, UPPER, slug


def titled(scene: Scene, span: Span) -> Found | None:
    """Return "Colonel X", "the spokesman X", but not "the General Staff"."""
    office = span.length == 1 and scene.words.keys[span.first] in scene.lexicon.modifiers
    return _person(scene, span, "person:title") if span.titles and not office else None


def new_given_name(scene: Scene, span: Span) -> Found | None:
    """Another given name before a known surname, or before a word that is a place or people."""
    known = scene.starting_at(span.last)
    if known is None or known.entry is None:
        return None
    if _named_like_a_people(scene, span, known):
        return _person(scene, span._replace(last=known.last), "person:new_given_name")
    if span.titles:
        # "Madame X Ann Sample": a given name before the surname of another.
        if known.entry.surname and scene.key(span.last - 1) in scene.lexicon.given:
            return _person(scene, span._replace(last=known.last), "person:new_given_name")
        return None
    given = scene.words.keys[span.first] in scene.lexicon.given
    if not given and span.length > 1 and scene.key(span.last - 1) in scene.lexicon.given:
        # "Widow Fatou X": an ordinary word at the beginning of a sentence is no name.
        span, given = span._replace(first=span.last - 1), True
    surname = known.entry.surname and (given or not scene.fresh(span.first))
    place = given and known.label == "GPE" and known.last - known.first == 1
    if surname or (place and not scene.fresh(span.first)):
        return _person(scene, span._replace(last=known.last), "person:new_given_name")
    return None


def _named_like_a_people(scene: Scene, span: Span, known: Found) -> bool:
    """Tell whether a people or place is a surname: "the activist Ann Swede said"."""
    last = known.last
    if known.label not in ("NORP", "GPE") or last - known.first > 1 or span.length > 2:
        return False
    given = scene.words.keys[span.last - 1] in scene.lexicon.given
    speaks = scene.key(last) in scene.lexicon.speech and scene.words.gaps[last - 1] in BLANKS
    told = speaks or persons.apposed(scene, span.first, last)
    return (given and bool(span.titles)) or (told and (given or bool(span.titles)))


def byline(scene: Scene, span: Span) -> Found | None:
    """Return "By X Y", "Editing by X Y;"."""
    if scene.key(span.first - 1) not in scene.lexicon.byline or not 1 < span.length < 5:
        return None
    gap = scene.words.gaps[span.last - 1]
    ends = gap[:1] in ("\n", "", ";", ",", "|", ".") or scene.key(span.last) in (
        scene.lexicon.conjunctions | scene.lexicon.at
    )
    plain = scene.key(span.last - 1) not in scene.lexicon.titles and span.first not in scene.soft
    if all(scene.words.kinds[i] == UPPER for i in range(span.first, span.last)):
        return None
    return _person(scene, span, "person:byline") if ends and plain else None


def with_given_name(scene: Scene, span: Span) -> Found | None:
    """Return "Anna Something", "J. Something"."""
    soft = scene.soft.get(span.first)
    if soft and soft[0] == span.last and span.length > 1:
        return None
    if persons.named(scene, span.first, span.last):
        return _person(scene, span, "person:given_name")
    return None


def person_in_context(scene: Scene, span: Span) -> Found | None:
    """Return "X said", "said X", "X, a lawyer,"; of one word only what is no institution."""
    titled = context.headline(scene, *span[:2]) and not persons.described(scene, *span[:2])
    if titled or len(scene.key(span.last - 1)) < 2:
        return None
    if span.length == 1:
        return _single(scene, span)
    if persons.speaks(scene, *span[:2]) or persons.apposed(scene, *span[:2]):
        if UPPER in scene.words.kinds[span.first : span.last]:
            return scene.made(span.first, span.last, "ORG", "organisation:shape")
        return _person(scene, span, "person:context")
    return None


def _single(scene: Scene, span: Span) -> Found | None:
    """Return one word by age, role or trade beside it, or by speech."""
    first, last, _ = span
    # "Franco-African" is no Franco.
    if scene.gap(last - 1) == "-" or scene.words.kinds[first] != CAPITALISED:
        return None
    if persons.introduced(scene, first, last):
        return _person(scene, span, "person:introduced")
    given = scene.key(first) in scene.lexicon.given
    # "Ibrahim, a student of 23, …" may open a sentence.
    told = given and (persons.apposed(scene, first, last) or persons.aged(scene, last))
    if not told and scene.fresh(first):
        return None
    if given or persons.follows_speech(scene, first, last):
        return _person(scene, span, "person:speech")
    return None


def person_by_shape(scene: Scene, span: Span) -> Found | None:
    """Return two to four capitalised words inside a sentence, none of them an ordinary word."""
    first, last = span.first, span.last
    if (
        not 1 < span.length < 5
        or context.headline(scene, first, last)
        or context.quoted(scene, first, last)
    ):
        return None
    words, lexicon = scene.words, scene.lexicon
    # A line of its own is more often furniture ("Related Posts"); hyphens alone make a place.
    alone = scene.opens_line(first) and scene.closes_line(last)
    hyphened = all(words.gaps[i] not in BLANKS for i in range(first, last - 1))
    beside = scene.key(first - 1) in lexicon.articles or scene.key(last - 1) in lexicon.titles
    ordinary = any(
        words.kinds[i] and (words.keys[i] in scene.small or words.kinds[i] == UPPER)
        for i in range(first, last)
    )
    letters = any(len(words.texts[i]) < 2 for i in range(first, last))
    if alone or hyphened or beside or ordinary or letters:
        return None
    return _person(scene, span, "person:shape")


def _person(scene: Scene, span: Span, rule: str) -> Found:
    words, last = scene.words, span.last
    if span.length > 1 and words.keys[span.first] in scene.lexicon.family_first:
        # "Kim Sung-han": the second part of a given name has no capital.
        more = words.gaps[last - 1] == "-" and not words.kinds[last] and words.texts[last].isalpha()
        span = span._replace(last=last + more)
    name = scene.text(span.first, span.last)
    entity_id = f"person:{slug(name)}"
    return Found(span.first, span.last, "PERSON", entity_id, name, rule, None, span.titles)
