"""What are the names that nothing beside them tells? The same names elsewhere say it."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.extract.entities.place_rules import listed
from crosscheck.extract.entities.scene import Found, Scene, Span


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
