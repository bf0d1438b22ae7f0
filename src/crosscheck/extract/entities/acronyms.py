"""Which short form stands for which name? Definitions in brackets, in both orders.

After Schwartz and Hearst (2003), A simple algorithm for identifying abbreviation definitions in
biomedical text: the letters of the short form are matched from the right in the long form, the
first letter at the start of a word.
"""

from __future__ import annotations

from crosscheck.extract.entities.scene import Found, Scene
from crosscheck.extract.entities.words import LOWER, slug

_BODIES = ("ORG", "EVENT", "FAC")


def define_acronyms(scene: Scene) -> None:
    """Join the two sides of "Long Form (LF)" and "LF (Long Form)" in ``scene.found``.

    A side that the gazetteer knows gives its identity to the other; a short form that is unknown
    and fits no letters still belongs to the organisation right before it ("(EIGS)").
    """
    words = scene.words
    by_end = {f.last: f for f in scene.found}
    by_start = {f.first: f for f in scene.found}
    for i, gap in enumerate(words.gaps[:-1]):
        if gap not in (" (", "("):
            continue
        _pair(scene, by_end, by_start, i + 1)


def _pair(scene: Scene, by_end: dict[int, Found], by_start: dict[int, Found], opened: int) -> None:
    inside, before = by_start.get(opened), by_end.get(opened)
    words = scene.words
    if inside is None and _acronym(scene, opened):
        first = None if before else _long_form(scene, words.texts[opened], opened)
        if first is not None:
            before = _add(scene, first, opened, by_end, by_start)
        if before is None or before.label not in _BODIES:
            return
        inside = _add(scene, opened, opened + 1, by_end, by_start)
    if inside is None:
        return
    short, long_ = (inside, before) if _acronym(scene, inside.first) else (before, inside)
    if long_ is None and short is inside:
        first = _long_form(scene, words.texts[opened], opened)
        if first is not None:
            long_ = _add(scene, first, opened, by_end, by_start)
    if short is None or long_ is None or short is long_ or not _acronym(scene, short.first):
        return
    if long_.label not in _BODIES or long_.last - long_.first < 2:
        return
    known = [f for f in (long_, short) if f.entry]
    if len(known) == 2 or (short.entry and not _resembles(scene, short, long_)):
        return
    source = known[0] if known else long_
    for found in (short, long_):
        if found is not source:
            found.entity_id, found.name, found.label = source.entity_id, source.name, source.label
            found.rule = "acronym"


def _resembles(scene: Scene, short: Found, long_: Found) -> bool:
    """Tell whether half of the letters of a known short form begin words of the long one.

    So that a name in another language is joined ("(JNIM)") and an agency's credit is not ("(AP)").
    """
    initials = {key[0] for key in scene.words.keys[long_.first : long_.last]}
    letters = [c for c in scene.words.texts[short.first].casefold() if c.isalpha()]
    return 2 * sum(1 for c in letters if c in initials) >= len(letters)


def _acronym(scene: Scene, index: int) -> bool:
    """Tell whether the word is a short form: two to ten letters, mostly capitals."""
    text = scene.words.texts[index]
    capitals = sum(1 for c in text if c.isupper())
    return 2 <= len(text) <= 10 and capitals >= max(2, len(text) // 2 + 1)


def _long_form(scene: Scene, short: str, opened: int) -> int | None:
    """Return the first word of the long form that ends before the bracket, or None."""
    words = scene.words
    limit = max(0, opened - min(len(short) + 5, 2 * len(short)))
    letters = [c for c in short.casefold() if c.isalnum()]
    i, position = opened - 1, len(words.texts[opened - 1]) - 1
    for at, letter in reversed(list(enumerate(letters))):
        while True:
            if i < limit or words.gaps[i] not in (" ", "-", "\u00a0", " (", ", ", "’s ", "'s "):
                return None
            text = words.texts[i].casefold()
            while position >= 0 and (
                position >= len(text) or text[position] != letter or (at == 0 and position)
            ):
                position -= 1
            if position >= 0:
                position -= 1
                break
            i -= 1
            position = len(words.texts[i]) - 1 if i >= 0 else -1
        if at and position < 0:
            i -= 1
            position = len(words.texts[i]) - 1 if i >= 0 else -1
    return i if words.kinds[i] != LOWER and opened - i > 1 else None


def _add(
    scene: Scene,
    first: int,
    last: int,
    by_end: dict[int, Found],
    by_start: dict[int, Found],
) -> Found:
    """Add a name made of the words, in place of what was found inside them."""
    name = scene.text(first, last)
    made = Found(first, last, "ORG", f"org:{slug(name)}", name, "acronym")
    scene.found = [f for f in scene.found if f.last <= first or f.first >= last]
    scene.found = sorted([*scene.found, made], key=lambda f: f.first)
    scene.open = [span for span in scene.open if span[1] <= first or span[0] >= last]
    by_end[last] = by_start[first] = made
    return made
