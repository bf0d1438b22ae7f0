"""What do the words around a name tell: a place, a list, a headline, capitals that mean nothing?"""

from __future__ import annotations

from crosscheck.extract.entities.scene import BLANKS, Found, Scene
from crosscheck.extract.entities.words import CAPITALISED, UPPER

_MARKS = frozenset("\"“”‘’'«»")


def located(scene: Scene, first: int, last: int) -> bool:
    """Tell whether the words beside a name say that it is a place."""
    lexicon = scene.lexicon
    before = scene.key(first - 1)
    if scene.gap(first - 1) in BLANKS and (
        before in lexicon.at
        or (before in lexicon.genitives and scene.key(first - 2) in lexicon.place_nouns)
    ):
        return True
    if scene.gap(last - 1) in BLANKS and scene.key(last) in lexicon.place_nouns:
        return True
    beside = scene.gap(last - 1) == ", " and scene.place_at(last)
    return beside and not (scene.fresh(first) and scene.gap(first - 1)[-1:] != "(")


def listed_before(scene: Scene, index: int) -> Found | None:
    """Return the known name that a comma or conjunction joins to the word at ``index``."""
    gap = scene.gap(index - 1)
    if gap in BLANKS and scene.key(index - 1) in scene.lexicon.conjunctions:
        index -= 1
        gap = scene.gap(index - 1)
    elif gap != ", ":
        return None
    if gap not in (" ", ", "):
        return None
    return scene.ended(index)


def listed_after(scene: Scene, index: int) -> Found | None:
    """Return the known name that a comma or conjunction joins to what ends at ``index``."""
    gap = scene.gap(index - 1)
    if gap in (" ", ", ") and scene.key(index) in scene.lexicon.conjunctions:
        index += 1
        gap = scene.gap(index - 1)
    elif gap != ", ":
        return None
    return scene.begun(index) if gap in BLANKS or gap == ", " else None


def quoted(scene: Scene, first: int, last: int) -> bool:
    """Tell whether exactly these words stand in quotation marks."""
    return scene.gap(first - 1)[-1:] in _MARKS and scene.gap(last - 1)[:1] in _MARKS


def shouted(scene: Scene, first: int, last: int) -> bool:
    """Tell whether the words around are in capitals too, so that capitals mean nothing."""
    words, low, high = scene.words, first, last
    while low > 0 and first - low < 4 and "\n" not in words.gaps[low - 1]:
        low -= 1
    while high < len(words.keys) and high - last < 4 and "\n" not in words.gaps[high - 1]:
        high += 1
    around = [*range(low, first), *range(last, high)]
    loud = sum(1 for i in around if words.kinds[i] == UPPER and len(words.texts[i]) > 3)
    return loud > 1 or (loud == 1 and len(around) < 4)


def headline(scene: Scene, first: int, last: int) -> bool:
    """Tell whether the line around is in title case, so that capitals mean nothing."""
    known = scene.headlines.get((first, last))
    if known is None:
        known = scene.headlines[first, last] = _in_title_case(scene, first, last)
    return known


def _in_title_case(scene: Scene, first: int, last: int) -> bool:
    """Tell whether most long words around, known names left out, are capitalised."""
    words = scene.words
    low, high = first, last
    while low > 0 and first - low < 12 and not _ends_line(scene, low - 1):
        low -= 1
    while high < len(words.keys) and high - last < 12 and not _ends_line(scene, high - 1):
        high += 1
    taken = scene.taken
    long = [i for i in range(low, high) if len(words.texts[i]) > 3 and i not in taken]
    capitals = sum(1 for i in long if words.kinds[i] >= CAPITALISED)
    if len(long) < 3 or capitals <= 0.7 * len(long):
        return False
    speech = scene.lexicon.speech
    if any(not words.kinds[i] and words.keys[i] in speech for i in range(low, high)):
        return False
    commas = sum(1 for i in range(low, high - 1) if words.gaps[i][:1] == ",")
    ordinary = sum(1 for i in long if words.kinds[i] and _ordinary(scene, words.keys[i]))
    plain = sum(1 for i in long if not words.kinds[i] and words.keys[i] in scene.lexicon.stops)
    return ordinary > 1 or (
        len(long) > 3 and capitals + plain == len(long) and commas * 4 < len(long)
    )


def _ends_line(scene: Scene, index: int) -> bool:
    gap = scene.words.gaps[index]
    return "\n" in gap or (gap[:2] in (". ", "? ", "! ") and len(scene.words.texts[index]) > 3)


def _ordinary(scene: Scene, key: str) -> bool:
    lexicon = scene.lexicon
    return key in lexicon.stops or key in lexicon.speech or key in scene.small
