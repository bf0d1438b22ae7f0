"""Does a capital city speak for its government here ("Paris decided")?"""

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
    if before in lexicon.at:
        return False
    if before in lexicon.metonym_objects:
        return True
    i = found.last
    # "Paris, which …", "Paris and its partners, however, want": over a short insertion.
    while i < found.last + 7 and i < len(scene.words.keys):
        if scene.words.gaps[i - 1] not in (" ", "\u00a0", ", ", "’s ", "'s "):
            return False
        key = scene.words.keys[i]
        if scene.words.gaps[i - 1] in ("’s ", "'s "):
            return key in lexicon.metonym_nouns
        if key in lexicon.metonym_verbs:
            return True
        if i == found.last and not (key in lexicon.metonym_auxiliaries or key in lexicon.openers):
            return False
        i += 1
    return False


def _relates(scene: Scene, found: Found) -> bool:
    """Tell whether it has relations: "ties between Paris and Bamako", "Bamako's request"."""
    lexicon = scene.lexicon
    for i in range(found.first - 1, max(-1, found.first - 6), -1):
        if scene.gap(i) not in BLANKS:
            return False
        if scene.words.keys[i] in lexicon.metonym_nouns:
            return any(scene.words.keys[k] in lexicon.metonym_links for k in range(i, found.first))
    return False
