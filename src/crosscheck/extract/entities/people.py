"""Which person does a surname mean?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crosscheck.extract.entities import persons
from crosscheck.extract.entities.scene import HYPHENS, Found, Scene
from crosscheck.extract.entities.words import slug


@dataclass(frozen=True)
class _Person:
    entity_id: str
    name: str
    gender: str | None
    titles: frozenset[str]


_People = dict[str, dict[str, _Person]]
# Before the first word of a name among the surnames: "Wang" of "Wang Example".
_FIRST = "^"


def link_persons(scenes: Sequence[Scene]) -> None:
    """Give every surname in ``scenes`` (one document) the person it means.

    That is the nearest person named in full before it who has that surname and whose gender does
    not contradict, one of the same rank first; else one named later; else the codebook's; else the
    surname stands for itself.
    """
    later: _People = {}
    for scene in scenes:
        for found in scene.found:
            if _full(scene, found):
                names, person = _named(scene, found)
                for name in names:
                    later.setdefault(name, {}).setdefault(person.entity_id, person)
    before: _People = {}
    for scene in scenes:
        for found in scene.found:
            if _full(scene, found):
                names, person = _named(scene, found)
                for name in names:
                    same = before.setdefault(name, {})
                    known = same.pop(person.entity_id, person)
                    same[person.entity_id] = _Person(
                        person.entity_id,
                        person.name,
                        person.gender or known.gender,
                        person.titles | known.titles,
                    )
            elif found.label == "PERSON" or _is_surname(scene, found, before):
                _link(scene, found, before, later)


def _is_surname(scene: Scene, found: Found, before: _People) -> bool:
    """Tell whether a people or place is the surname of a person named before: "Swede said".

    Makes it a person.
    """
    if found.label not in ("NORP", "GPE") or found.last - found.first > 1:
        return False
    known = scene.words.keys[found.first] in before
    speaks = scene.key(found.last) in scene.lexicon.speech
    if not (known and speaks) or scene.key(found.first - 1) in scene.lexicon.articles:
        return False
    found.label, found.entry, found.rule = "PERSON", None, "person:surname"
    return True


def _full(scene: Scene, found: Found) -> bool:
    """Tell whether a person is named with more than the surname and its particles."""
    if found.label != "PERSON" or (found.entry and found.entry.surname):
        return False
    words = scene.words
    before = words.keys[found.first : found.last - 1]
    if all(gap in HYPHENS for gap in words.gaps[found.first : found.last - 1]):
        # "Example-Sample" may be a surname; it links to itself where nobody has it.
        return False
    return any(key not in scene.lexicon.particles for key in before)


def _named(scene: Scene, found: Found) -> tuple[list[str], _Person]:
    """Return the person, and the keys of the surname: the last word, or a family name put first."""
    titles = found.titles or persons.titles_before(scene, found.first)
    gender = persons.gender(scene, found.first, found.last, titles)
    person = _Person(found.entity_id, found.name, gender, frozenset(titles))
    keys, lexicon = scene.words.keys, scene.lexicon
    first = keys[found.first]
    names = [keys[found.last - 1]]
    if first in lexicon.family_first or (first not in lexicon.given and len(first) > 1):
        names.append(_FIRST + first)
    return names, person


def _link(scene: Scene, found: Found, before: _People, later: _People) -> None:
    """Link one surname."""
    keys = scene.words.keys[found.first : found.last]
    if found.entry and not found.entry.surname:
        return
    told = found.titles or persons.titles_before(scene, found.first)
    titles, gender = frozenset(told), persons.gender(scene, found.first, found.first, told)

    def fitting(people: _People) -> list[_Person]:
        same = (people.get(keys[-1]) or people.get(_FIRST + keys[0], {})).values()
        return [p for p in same if not (gender and p.gender and gender != p.gender)]

    nearest = fitting(before)
    ranked = [person for person in nearest if titles & person.titles]
    if found.entry and titles and not ranked and not gender:
        # "President X" is no X who was named without an office.
        return
    candidates = (ranked or nearest)[-1:] or fitting(later)[:1]
    if candidates:
        found.entity_id, found.name = candidates[0].entity_id, candidates[0].name
    elif not found.entry:
        found.name = scene.text(found.first, found.last)
        found.entity_id = f"person:{slug(found.name)}"
