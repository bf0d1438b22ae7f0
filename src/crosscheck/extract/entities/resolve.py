"""What are the names that nothing beside them tells? The same names elsewhere say it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.extract.entities.place_rules import listed
from crosscheck.extract.entities.scene import BLANKS, HYPHENS, Found, Scene, Span

Key = tuple[str, ...]


def complete(scenes: Sequence[Scene]) -> None:
    """Decide the open groups by the names found elsewhere in the document, or beside them."""
    known: dict[Key, Found] = {}
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
                for short in _surnames(scene, found, key):
                    known.setdefault(short, found)
    for scene in scenes:
        added = list(_ordinary_surnames(scene, known))
        for first, last in scene.open:
            made = _known(scene, first, last, known) or listed(scene, Span(first, last))
            if made:
                added.append(made)
                scene.register(made)
        if added:
            scene.found = sorted([*scene.found, *added], key=lambda f: f.first)


def _surnames(scene: Scene, found: Found, key: Key) -> Iterator[Key]:
    """Yield the parts of a person's full name by which it may be repeated."""
    yield key[-1:]
    if key[-2] in scene.lexicon.particles:
        yield key[-2:]
    if key[0] in scene.lexicon.family_first:
        yield key[:1]
    first = found.last - 1
    while first > found.first and scene.words.gaps[first - 1] in HYPHENS:
        first -= 1
    if found.first < first < found.last - 1:
        # "Example-Sample" of "Ann Example-Sample".
        yield key[first - found.first :]


def _ordinary_surnames(scene: Scene, known: dict[Key, Found]) -> Iterator[Found]:
    """Yield "He" where it has a capital inside a sentence and speaks: "…," He told the paper."""
    words, lexicon = scene.words, scene.lexicon
    same = {
        key[0]: found
        for key, found in known.items()
        if len(key) == 1 and key[0] in lexicon.family_first and key[0] in lexicon.openers
    }
    if not same:
        return
    for i, key in enumerate(words.keys):
        if key not in same or not words.kinds[i] or i in scene.taken:
            continue
        gap = scene.gap(i - 1)
        inside = gap in BLANKS or (gap[:1] == "," and "\n" not in gap)
        if inside and words.gaps[i] in BLANKS and scene.key(i + 1) in lexicon.speech:
            yield Found(i, i + 1, "PERSON", same[key].entity_id, same[key].name, "repeated")


def _known(scene: Scene, first: int, last: int, known: dict[Key, Found]) -> Found | None:
    """Return the open group as the name that the same words are elsewhere."""
    key = tuple(scene.words.keys[first:last])
    same = known.get(key)
    if same is None or len("".join(key)) < 2:
        return None
    shorter = last - first < same.last - same.first
    entry = None if same.label == "PERSON" and shorter else same.entry
    return Found(first, last, same.label, same.entity_id, same.name, "repeated", entry)
