"""Which capitalised words belong together as one name, and which never belong to one?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.extract.entities import context
from crosscheck.extract.entities.openings import after_district, is_party, opens_person
from crosscheck.extract.entities.scene import BLANKS, INSIDE, Scene
from crosscheck.extract.entities.words import UPPER

# No name has more words; a text in capitals is cut so that time stays linear.
_LONGEST = 15
_ROMAN = re.compile(r"[IVX]{1,4}")


def groups(scene: Scene) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of each run of loose words that may be one name, particles inside."""
    loose = scene.loose
    if not loose:
        return
    first = previous = loose[0]
    for i in loose[1:]:
        if i - previous > 3 or i - first > _LONGEST or not _joined(scene, previous, i):
            yield _with_prefix(scene, first), previous + 1
            first = i
        previous = i
    yield _with_prefix(scene, first), previous + 1


def _joined(scene: Scene, previous: int, following: int) -> bool:
    """Tell whether only blanks, hyphens and particles stand between two loose words."""
    words, particles = scene.words, scene.lexicon.particles
    for k in range(previous, following):
        gap = words.gaps[k]
        if k > previous and words.keys[k] not in particles:
            return False
        joins = gap in INSIDE or gap in (" & ", ".-") or (gap == ". " and _abbreviated(scene, k))
        if not joins:
            return False
    return True


def _abbreviated(scene: Scene, index: int) -> bool:
    words = scene.words
    return len(words.texts[index]) == 1 or words.keys[index] in scene.lexicon.abbreviated


def _with_prefix(scene: Scene, first: int) -> int:
    """Return where the name begins with the small particles before it ("al-", "von der")."""
    lexicon = scene.lexicon
    while first > 0 and not scene.words.kinds[first - 1] and first - 1 not in scene.taken:
        gap, before = scene.gap(first - 1), scene.key(first - 1)
        hyphened = gap == "-" and before in lexicon.hyphen_prefixes
        if not hyphened and not (gap in BLANKS and before in lexicon.prefixes):
            break
        first -= 1
    return first


def parts(scene: Scene, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a group between the words that are never part of a name."""
    start = _after_office(scene, first, last)
    begin = after_district(scene, start, last)
    if begin > start:
        yield start, begin
        start = begin
    for i in range(start, last):
        if i in scene.soft or not scene.words.kinds[i]:
            continue
        if i == start and is_party(scene, i, last):
            start += 1
            continue
        title = _title_inside(scene, start, i, last)
        if not title and (
            opens_person(scene, start, i, last) or not _ordinary(scene, start, i, last)
        ):
            continue
        if start < i and start < last:
            yield start, i
        start = i if title else i + 1
    if start < last:
        yield start, last


def _after_office(scene: Scene, first: int, last: int) -> int:
    """Return where the name begins after an office: "Minister of Foreign Affairs X"."""
    before = scene.key(first - 1) in scene.lexicon.genitives
    if before and scene.key(first - 2) in scene.lexicon.titles:
        while first < last and scene.words.keys[first] in scene.lexicon.modifiers:
            first += 1
    return first


def _title_inside(scene: Scene, start: int, i: int, last: int) -> bool:
    """Tell whether a title begins a new name inside the group ("Florida Governor X")."""
    keys, lexicon = scene.words.keys, scene.lexicon
    return (
        start < i < last - 1
        and keys[i] in lexicon.titles
        and keys[start] not in lexicon.given
        and keys[start] not in lexicon.titles
        and (
            keys[start] not in lexicon.modifiers
            # "Foreign Ministry Spokeswoman X": a body's name between.
            or any(key in lexicon.organisation for key in keys[start + 1 : i])
        )
        and not all(key in lexicon.rank_words for key in keys[start:i])
    )


def _ordinary(scene: Scene, start: int, i: int, last: int) -> bool:
    """Tell whether the word is capitalised for its place or is never part of a name."""
    words, lexicon = scene.words, scene.lexicon
    key = words.keys[i]
    if key in lexicon.never:
        return not _protected(scene, start, i) and not _opens_name(scene, i, last)
    if _ROMAN.fullmatch(words.texts[i]):
        return i == start
    if key not in lexicon.openers or _protected(scene, start, i):
        return False
    capital = i == start or scene.fresh(i)
    if not capital and not (words.kinds[i] == UPPER and context.shouted(scene, i, i + 1)):
        capital = context.headline(scene, start, last)
        if not capital:
            return False
    return not _opens_name(scene, i, last)


def _protected(scene: Scene, start: int, i: int) -> bool:
    """Tell whether the words before make an ordinary word part of the name.

    A particle ("Nasr ul Islam"), a given or family name ("Theresa May", "Zhang Jun", no
    date), the article of "the West".
    """
    words, lexicon = scene.words, scene.lexicon
    if words.keys[i] in lexicon.compass and words.keys[i - 1] in lexicon.articles:
        return True
    if i > start and not words.kinds[i - 1]:
        return True
    given = i == start + 1 and words.keys[start] in lexicon.given
    given = given or (i > start and words.keys[i - 1] in lexicon.family_first)
    return given and not scene.key(i + 1).isdigit()


def _opens_name(scene: Scene, i: int, last: int) -> bool:
    """Tell whether an ordinary word opens an organisation's or event's name ("National Bank")."""
    lexicon, keys = scene.lexicon, scene.words.keys
    if keys[i] in lexicon.first or keys[i] in lexicon.organisation:
        return True
    if keys[i] in lexicon.articles:
        return False
    if keys[i] in lexicon.never and keys[i] not in lexicon.directions:
        return False
    following = keys[i + 1 : last]
    if not any(key in lexicon.organisation or key in lexicon.last for key in following):
        return i + 1 < last and keys[i] in lexicon.directions
    return not context.headline(scene, i, last)
