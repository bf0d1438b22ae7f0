"""What is a capitalised name that no gazetteer knows? Rules of form and context, in order."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from crosscheck.extract.entities import persons
from crosscheck.extract.entities.forms import by_form
from crosscheck.extract.entities.groups import groups, parts
from crosscheck.extract.entities.scene import BLANKS, Found, Scene
from crosscheck.extract.entities.words import CAPITALISED, UPPER, slug


class Span(NamedTuple):
    """The words ``first`` to ``last`` (excluded), and the titles said right before them."""

    first: int
    last: int
    titles: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        """The number of words."""
        return self.last - self.first


def classify(scene: Scene) -> None:
    """Add to ``scene.found`` what form and context tell; leave the rest in ``scene.open``."""
    made: list[Found] = []
    for group in groups(scene):
        for first, last in parts(scene, *group):
            begin = max(first, made[-1].last) if made else first
            while begin < last:
                name = _name(scene, begin, last)
                if name is None:
                    scene.open.append((begin, last))
                    break
                while made and made[-1].last > name.first:
                    name.first = min(name.first, made.pop().first)
                made.append(name)
                begin = name.last
    if made:
        covered = {i for name in made for i in range(name.first, name.last)}
        kept = [f for f in scene.found if f.first not in covered]
        scene.found = sorted([*kept, *made], key=lambda f: f.first)
        scene.open = [span for span in scene.open if span[0] not in covered]


def _name(scene: Scene, first: int, last: int) -> Found | None:
    """Return the name in the words ``first`` to ``last``, or None where nothing tells."""
    lexicon = scene.lexicon
    begin, titles = persons.strip_titles(scene, first, last)
    if not titles or scene.words.keys[last - 1] in lexicon.organisation:
        form = by_form(scene, first, last)
        if form:
            return form
    key = scene.key(last - 1)
    bare = last - begin == 1 and (key in lexicon.organisation or key in lexicon.last)
    if begin == last or bare:
        return None
    if not titles:
        titles = persons.titles_before(scene, begin)
    span = Span(begin, last, titles)
    for rule in _RULES:
        found = rule(scene, span)
        if found:
            return found
    return None


def _dateline(scene: Scene, span: Span) -> Found | None:
    """ "GAO, Mali (AP) —" at the start of a line."""
    if not scene.opens_line(span.first) or any(
        scene.words.kinds[i] != UPPER for i in range(span.first, span.last)
    ):
        return None
    gap = scene.words.gaps[span.last - 1]
    beside = gap == ", " and (span.last in scene.soft or scene.place_at(span.last))
    if beside or gap.strip() in ("(", "—", "–", "-", "--", "/", ", —", ", –"):
        return scene.made(span.first, span.last, "GPE", "place:dateline")
    return None


def _new_given_name(scene: Scene, span: Span) -> Found | None:
    """Another given name before a known surname: another person."""
    known = scene.starting_at(span.last)
    if known is None or known.entry is None or span.titles:
        return None
    given = scene.words.keys[span.first] in scene.lexicon.given
    surname = known.entry.surname and (given or not scene.fresh(span.first))
    place = given and known.label == "GPE" and known.rule != "codebook"
    if surname or (place and not scene.fresh(span.first)):
        return _person(scene, span._replace(last=known.last), "person:new_given_name")
    return None


def _titled(scene: Scene, span: Span) -> Found | None:
    """ "Colonel X", "the spokesman X"."""
    return _person(scene, span, "person:title") if span.titles else None


def _organisation_by_context(scene: Scene, span: Span) -> Found | None:
    """ "the newspaper X", "the X movement", "X chairman Y"."""
    if scene.headline(span.first, span.last) or span.first in scene.soft:
        return None
    lexicon = scene.lexicon
    before, after = scene.key(span.first - 1), scene.key(span.last)
    blank_before = scene.gap(span.first - 1) in BLANKS
    blank_after = scene.gap(span.last - 1) in BLANKS
    named = persons.named(scene, span.first, span.last)
    if (blank_before and before in lexicon.organisation_nouns and not named) or (
        blank_after
        and after in lexicon.organisation_nouns
        and scene.key(span.first - 1) in lexicon.articles
    ):
        return scene.made(span.first, span.last, "ORG", "organisation:context")
    if blank_after and after in lexicon.titles and not named and not scene.fresh(span.first):
        place = after in lexicon.place_roles
        label, rule = ("GPE", "place:role") if place else ("ORG", "organisation:role")
        return scene.made(span.first, span.last, label, rule)
    return None


def _with_given_name(scene: Scene, span: Span) -> Found | None:
    """ "Anna Something", "J. Something"."""
    soft = scene.soft.get(span.first)
    if soft and soft[0] == span.last and span.length > 1:
        return None
    if persons.named(scene, span.first, span.last):
        return _person(scene, span, "person:given_name")
    return None


def _city(scene: Scene, span: Span) -> Found | None:
    """A large city, unless the context is a person's."""
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


def _acronym(scene: Scene, span: Span) -> Found | None:
    """One word of two to six capitals."""
    if span.length > 1 or scene.words.kinds[span.first] != UPPER:
        return None
    text = scene.words.texts[span.first]
    if len(text) > 6 or not text.isalpha() or scene.words.gaps[span.first] in ("-", "/"):
        return None
    if scene.shouted(span.first, span.last) or scene.headline(span.first, span.last):
        return None
    return scene.made(span.first, span.last, "ORG", "organisation:acronym")


def _place_by_context(scene: Scene, span: Span) -> Found | None:
    """ "in X", "the town of X", "the X region", "Northern X"."""
    if span.length == 1 and scene.fresh(span.first) and scene.key(span.first) in scene.small:
        return None
    compass = span.length == 1 and scene.key(span.first) in scene.lexicon.compass
    if compass or (span.length > 1 and scene.key(span.first) in scene.lexicon.directions):
        return scene.made(span.first, span.last, "LOC", "place:direction")
    if span.length > 3 or scene.headline(span.first, span.last):
        return None
    if scene.located(span.first, span.last):
        return scene.made(span.first, span.last, "GPE", "place:context")
    return None


def _person_by_context(scene: Scene, span: Span) -> Found | None:
    """ "X said", "said X", "X, a lawyer,"; for one word only what cannot be an institution."""
    if scene.headline(span.first, span.last):
        return None
    capitals = [i for i in range(span.first, span.last) if scene.words.kinds[i] == UPPER]
    if span.length == 1:
        lone = scene.words.kinds[span.first] == CAPITALISED and not scene.fresh(span.first)
        key = scene.key(span.first)
        if lone and (key in scene.lexicon.given or persons.follows_speech(scene, *span[:2])):
            return _person(scene, span, "person:speech")
        return None
    if persons.speaks(scene, *span[:2]) or persons.apposed(scene, *span[:2]):
        if capitals:
            return scene.made(span.first, span.last, "ORG", "organisation:shape")
        return _person(scene, span, "person:context")
    return None


def _of_a_city(scene: Scene, span: Span) -> Found | None:
    """A large city with more words: a club, a company, a bourse."""
    soft = scene.soft.get(span.first)
    if soft and soft[0] < span.last and soft[1].large:
        return scene.made(span.first, span.last, "ORG", "organisation:city")
    return None


def _person_by_shape(scene: Scene, span: Span) -> Found | None:
    """Two to four capitalised words inside a sentence, none of them an ordinary word."""
    words = scene.words
    if not 1 < span.length < 5 or scene.headline(span.first, span.last):
        return None
    inside = range(span.first, span.last)
    if scene.key(span.first - 1) in scene.lexicon.articles or scene.quoted(span.first, span.last):
        return None
    if any(words.keys[i] in scene.small or words.kinds[i] == UPPER for i in inside):
        return None
    return _person(scene, span, "person:shape")


def _person(scene: Scene, span: Span, rule: str) -> Found:
    name = scene.text(span.first, span.last)
    entity_id = f"person:{slug(name)}"
    return Found(span.first, span.last, "PERSON", entity_id, name, rule, None, span.titles)


_RULES: tuple[Callable[[Scene, Span], Found | None], ...] = (
    _dateline,
    _new_given_name,
    _titled,
    _organisation_by_context,
    _with_given_name,
    _city,
    _acronym,
    _place_by_context,
    _person_by_context,
    _of_a_city,
    _person_by_shape,
)
