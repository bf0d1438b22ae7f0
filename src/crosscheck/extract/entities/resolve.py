"""Who is meant? Names seen before give type and identity to what comes later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crosscheck.extract.entities import persons
from crosscheck.extract.entities.place_rules import listed
from crosscheck.extract.entities.scene import Found, Scene, Span
from crosscheck.extract.entities.words import slug


@dataclass(frozen=True)
class _Person:
    place: tuple[int, int]
    entity_id: str
    name: str
    gender: str | None
    titles: frozenset[str]


def complete(scenes: Sequence[Scene]) -> None:
    """Decide the open groups by the names found elsewhere in the document, or beside them."""
    known: dict[tuple[str, ...], Found] = {}
    defined = {
        scene.text(f.first, f.last): f
        for scene in scenes
        for f in scene.found
        if f.rule == "acronym"
    }
    for scene in scenes:
        for found in scene.found:
            if found.rule == "organisation:acronym" and found.name in defined:
                same = defined[found.name]
                found.label, found.entity_id, found.name = same.label, same.entity_id, same.name
            key = tuple(scene.words.keys[found.first : found.last])
            known.setdefault(key, found)
            if found.label == "PERSON" and len(key) > 1:
                known.setdefault(key[-1:], found)
                if key[-2] in scene.lexicon.particles:
                    known.setdefault(key[-2:], found)
    for scene in scenes:
        added = []
        for first, last in scene.open:
            made = _known(scene, first, last, known) or listed(scene, Span(first, last))
            if made:
                added.append(made)
                scene.register(made)
        if added:
            scene.found = sorted([*scene.found, *added], key=lambda f: f.first)


def _known(
    scene: Scene, first: int, last: int, known: dict[tuple[str, ...], Found]
) -> Found | None:
    """Return the open group as the name that the same words are elsewhere."""
    key = tuple(scene.words.keys[first:last])
    same = known.get(key)
    if same is None or len("".join(key)) < 2:
        return None
    shorter = last - first < same.last - same.first
    entry = None if same.label == "PERSON" and shorter else same.entry
    return Found(first, last, same.label, same.entity_id, same.name, "repeated", entry)


def link_persons(scenes: Sequence[Scene]) -> None:
    """Give every surname the person it means.

    The nearest person named in full before it who has that surname and whose gender or title does
    not contradict; else one named later; else the codebook's; else it stands for itself.
    """
    full: dict[str, list[_Person]] = {}
    for number, scene in enumerate(scenes):
        for found in scene.found:
            if found.label != "PERSON" or found.last - found.first < 2:
                continue
            if found.entry and found.entry.surname:
                continue
            keys = scene.words.keys[found.first : found.last]
            titles = found.titles or persons.titles_before(scene, found.first)
            person = _Person(
                (number, found.first),
                found.entity_id,
                found.name,
                persons.gender(scene, found.first, found.last, titles),
                frozenset(titles),
            )
            full.setdefault(keys[-1], []).append(person)
    for number, scene in enumerate(scenes):
        for found in scene.found:
            if found.label == "PERSON":
                _link(scene, found, (number, found.first), full)


def _link(
    scene: Scene, found: Found, place: tuple[int, int], full: dict[str, list[_Person]]
) -> None:
    keys = scene.words.keys[found.first : found.last]
    surname_only = all(key in scene.lexicon.particles for key in keys[:-1])
    if not surname_only or (found.entry and not found.entry.surname):
        return
    titles = frozenset(found.titles or persons.titles_before(scene, found.first))
    gender = persons.gender(scene, found.first, found.first, tuple(titles))
    candidates = [
        person
        for person in full.get(keys[-1], ())
        if not (gender and person.gender and gender != person.gender)
    ]
    if not candidates:
        if not found.entry:
            found.name = scene.text(found.first, found.last)
            found.entity_id = f"person:{slug(found.name)}"
        return
    before = [person for person in candidates if person.place < place]
    same_title = [person for person in before if titles & person.titles]
    if found.entry and titles and not same_title and not gender:
        # "President X" is no X who was named without an office.
        return
    chosen = (same_title or before)[-1] if before else candidates[0]
    found.entity_id, found.name = chosen.entity_id, chosen.name
