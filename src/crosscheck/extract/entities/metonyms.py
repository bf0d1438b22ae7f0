"""Does a capital city speak for its government here ("Rome decided")?"""

from __future__ import annotations

from crosscheck.extract.entities.scene import BLANKS, Found, Scene


def flag_metonyms(scene: Scene) -> None:
    """Set ``metonym`` on the seats of government in ``scene.found`` that act or have relations."""
    for found in scene.found:
        if found.entry and found.entry.seat:
            found.metonym = _acts(scene, found) or _relates(scene, found)


def _acts(scene: Scene, found: Found) -> bool:
    """Tell whether the place is the subject of a verb of deciding or saying."""
    lexicon = scene.lexicon
    before = scene.key(found.first - 1) if scene.gap(found.first - 1) in BLANKS else ""
    if before in lexicon.at or before in lexicon.metonym_objects:
        return before in lexicon.metonym_objects
    if scene.words.gaps[found.last - 1] in ("’s ", "'s "):
        return scene.key(found.last) in lexicon.metonym_nouns
    i = found.last
    if scene.key(i) in lexicon.conjunctions and scene.key(i + 1) in lexicon.possessives:
        # "Rome and its allies"
        return scene.key(i + 2) in lexicon.metonym_nouns
    return _has_verb(scene, i)


def _has_verb(scene: Scene, index: int) -> bool:
    """Tell whether a verb follows, over a short insertion: "also", ", however, has"."""
    lexicon = scene.lexicon
    for i in range(index, min(index + 7, len(scene.words.keys))):
        if scene.words.gaps[i - 1] not in (" ", "\u00a0", ", "):
            return False
        key = scene.words.keys[i]
        if key in lexicon.metonym_verbs:
            return True
        if key not in lexicon.metonym_auxiliaries and key not in lexicon.openers:
            return False
    return False


def _relates(scene: Scene, found: Found) -> bool:
    """Tell whether it has relations: "ties between Rome and Cairo", "Cairo's request"."""
    lexicon = scene.lexicon
    before = scene.key(found.first - 1)
    if before not in lexicon.metonym_links and before not in lexicon.conjunctions:
        return False
    for i in range(found.first - 1, max(-1, found.first - 6), -1):
        if scene.gap(i) not in BLANKS:
            return False
        if scene.words.keys[i] in lexicon.metonym_nouns:
            between = scene.words.keys[i : found.first]
            return any(key in lexicon.metonym_links for key in between)
    return False
