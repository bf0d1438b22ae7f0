"""What is a capitalised name that no gazetteer knows? Rules of form and context, in order."""

from __future__ import annotations

from collections.abc import Callable

from crosscheck.extract.entities import organisation_rules as organisation
from crosscheck.extract.entities import person_rules as person
from crosscheck.extract.entities import persons
from crosscheck.extract.entities import place_rules as place
from crosscheck.extract.entities.forms import by_form
from crosscheck.extract.entities.groups import groups, parts
from crosscheck.extract.entities.scene import Found, Scene, Span


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
                    first_word = min(name.first, made.pop().first)
                    name = scene.made(first_word, name.last, name.label, name.rule)
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


_RULES: tuple[Callable[[Scene, Span], Found | None], ...] = (
    place.dateline,
    organisation.team,
    place.facility,
    person.new_given_name,
    person.titled,
    organisation.organisation_in_context,
    person.byline,
    person.with_given_name,
    place.city,
    organisation.acronym,
    place.place_in_context,
    person.person_in_context,
    organisation.of_a_city,
    person.person_by_shape,
    place.destination,
)
