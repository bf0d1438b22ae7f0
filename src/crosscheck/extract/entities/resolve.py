"""Who is meant? Names seen before give type and identity to what comes later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crosscheck.extract.entities import persons
from crosscheck.extract.entities.scene import Found, Scene
from crosscheck.extract.entities.words import slug


@dataclass(frozen=True)
class _Person:
    place: tuple[int, int]
    entity_id: str
    name: str
    gender: str | None
    titles: frozenset[str]


def complete(scenes: Sequence[Scene]) -> None:
    """Decide the open groups by the names found elsewhere in the document."""
    known: dict[tuple[str, ...], Found] = {}
    for scene in scenes:
        for found in scene.found:
            key = tuple(scene.words.keys[found.first : found.last])
            known.setdefault(key, found)
            if found.label == "PERSON" and len(key) > 1:
                known.setdefault(key[-1:], found)
                if key[-2] in scene.lexicon.particles:
                    known.setdefault(key[-2:], found)
    for scene in scenes:
        added = []
        for first, last in scene.open:
            key = tuple(scene.words.keys[first:last])
            same = known.get(key)
            if same is None or len("".join(key)) < 2:
                continue
            shorter = last - first < same.last - same.first
            entry = None if same.label == "PERSON" and shorter else same.entry
            added.append(
                Found(first, last, same.label, same.entity_id, same.name, "repeated", entry)
            )
        if added:
            scene.found = sorted([*scene.found, *added], key=lambda f: f.first)


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
    surname_only = len(keys) == 1 or (len(keys) == 2 and keys[0] in scene.lexicon.particles)
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
    chosen = (same_title or before)[-1] if before else candidates[0]
    found.entity_id, found.name = chosen.entity_id, chosen.name
