"""What is a capitalised name that no gazetteer knows?"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.extract.entities import persons
from crosscheck.extract.entities.forms import by_form
from crosscheck.extract.entities.scene import Found, Scene, groups
from crosscheck.extract.entities.words import CAPITALISED, UPPER, slug

_BLANKS = (" ", "\u00a0")


def classify(scene: Scene) -> None:
    """Add to ``scene.found`` what form and context tell; leave the rest in ``scene.open``."""
    made: list[Found] = []
    position = 0
    for group in groups(scene):
        for first, last in _parts(scene, *group):
            if first < position or first >= last:
                continue
            name = _name(scene, first, last)
            if name is None:
                scene.open.append((first, last))
                continue
            made.append(name)
            position = max(position, name.last)
    if made:
        covered = {i for name in made for i in range(name.first, name.last)}
        kept = [f for f in scene.found if f.first not in covered]
        scene.found = sorted([*kept, *made], key=lambda f: f.first)
        scene.open = [span for span in scene.open if span[0] not in covered]


def _parts(scene: Scene, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a group between the words that are never part of a name."""
    lexicon, keys = scene.lexicon, scene.words.keys
    start = first
    for i in range(first, last):
        key = keys[i]
        if i in scene.soft:
            continue
        opener = key in lexicon.openers and (
            scene.fresh(i) or i == start or scene.headline(first, last)
        )
        title = (
            key in lexicon.titles
            and i + 1 < last
            and i > start
            and keys[start] not in lexicon.given
            and scene.gap(i) in (" ", "\u00a0", ". ")
        )
        if key in lexicon.never or opener or title:
            if _belongs(scene, i, last):
                continue
            if start < i:
                yield start, i
            start = i if title else i + 1
    # A particle cannot begin or end a name unless it is capitalised.
    while start < last and not scene.words.kinds[start]:
        start += 1
    if start < last:
        yield start, last


def _belongs(scene: Scene, i: int, last: int) -> bool:
    """Tell whether an ordinary word opens an organisation's or event's name ("National Bank")."""
    lexicon, keys = scene.lexicon, scene.words.keys
    if keys[i] in lexicon.first or keys[i] in lexicon.organisation:
        return True
    if scene.words.kinds[i] == 0 or keys[i] in lexicon.never - lexicon.directions:
        return False
    following = keys[i + 1 : last]
    return bool(following) and (
        any(key in lexicon.organisation or key in lexicon.last for key in following)
        and not scene.headline(i, last)
    )


def _name(scene: Scene, first: int, last: int) -> Found | None:
    """Return the name in the words ``first`` to ``last``, or None where nothing tells."""
    words, lexicon = scene.words, scene.lexicon
    titles: tuple[str, ...] = ()
    begin = first
    while begin < last and (
        words.keys[begin] in lexicon.titles
        or (
            words.keys[begin] in lexicon.modifiers
            and any(key in lexicon.titles for key in words.keys[begin + 1 : last])
        )
    ):
        titles += (words.keys[begin],)
        begin += 1
    if not titles or words.keys[last - 1] in lexicon.organisation:
        form = by_form(scene, first, last)
        if form:
            return form
    first = begin
    if first >= last:
        return None
    soft = scene.soft.get(first)
    whole = soft is not None and soft[0] == last
    if (not titles and not whole) or (titles and begin == first):
        titles = titles or persons.titles_before(scene, first)
    surname = scene.starting_at(last)
    if surname and surname.entry and surname.entry.surname and _given(scene, first, last):
        return _person(scene, first, surname.last, titles, "person:new_given_name")
    if titles:
        return _person(scene, first, last, titles, "person:title")
    if persons.named(scene, first, last) and not (whole and last - first > 1):
        return _person(scene, first, last, (), "person:given_name")
    if whole and soft:
        return _city(scene, first, last)
    if last - first == 1:
        return _single(scene, first)
    return _several(scene, first, last)


def _given(scene: Scene, first: int, last: int) -> bool:
    """Tell whether the words before a known surname are another person's given names."""
    return scene.words.keys[first] in scene.lexicon.given or not scene.fresh(first)


def _city(scene: Scene, first: int, last: int) -> Found | None:
    end, entry = scene.soft[first]
    key = scene.key(first)
    if last - first == 1 and key in scene.lexicon.given and not _located(scene, first, last):
        return None
    if persons.speaks(scene, first, last) and not entry.seat and not _located(scene, first, last):
        return None
    return Found(first, end, entry.label, entry.entity_id, entry.name, entry.rule, entry)


def _located(scene: Scene, first: int, last: int) -> bool:
    """Tell whether the words beside a name say that it is a place."""
    lexicon = scene.lexicon
    before, gap = scene.key(first - 1), scene.gap(first - 1)
    if gap in _BLANKS and before in lexicon.at:
        return True
    if (
        gap in _BLANKS
        and before in lexicon.genitives
        and scene.key(first - 2) in lexicon.place_nouns
    ):
        return True
    if scene.gap(last - 1) in _BLANKS and scene.key(last) in lexicon.place_nouns:
        return True
    after = scene.words.gaps[last - 1] == ", " and scene.key(last)
    if after:
        hit = next((f for f in scene.found if f.first == last), None)
        return bool(hit and hit.label in ("GPE", "LOC"))
    return False


def _single(scene: Scene, first: int) -> Found | None:
    """One capitalised word."""
    words, last = scene.words, first + 1
    text = words.texts[first]
    if words.kinds[first] == UPPER and 1 < len(text) <= 6 and not text.isdigit():
        if scene.shouted(first, last) or scene.headline(first, last):
            return None
        return Found(first, last, "ORG", f"org:{slug(text)}", text, "organisation:acronym")
    if scene.fresh(first) and scene.key(first) in scene.small:
        return None
    if _located(scene, first, last):
        return Found(first, last, "GPE", f"gpe:{slug(text)}", text, "place:context")
    if persons.apposed(scene, first, last) or _single_speaks(scene, first):
        return _person(scene, first, last, (), "person:speech")
    return None


def _single_speaks(scene: Scene, first: int) -> bool:
    """Tell whether a lone word inside a sentence follows a verb of speech: a person."""
    return scene.words.kinds[first] == CAPITALISED and (
        scene.gap(first - 1) in _BLANKS
        and scene.key(first - 1) in scene.lexicon.inverted
        and not scene.headline(first, first + 1)
    )


def _several(scene: Scene, first: int, last: int) -> Found | None:
    """Return what a run of capitalised words without a form is, by its context."""
    words = scene.words
    if scene.key(first) in scene.lexicon.directions:
        name = scene.text(first, last)
        return Found(first, last, "LOC", f"loc:{slug(name)}", name, "place:direction")
    if scene.headline(first, last):
        return None
    if persons.speaks(scene, first, last) or persons.apposed(scene, first, last):
        return _person(scene, first, last, (), "person:context")
    if _located(scene, first, last):
        name = scene.text(first, last)
        return Found(first, last, "GPE", f"gpe:{slug(name)}", name, "place:context")
    if first in scene.soft:
        name = scene.text(first, last)
        return Found(first, last, "ORG", f"org:{slug(name)}", name, "organisation:city")
    ordinary = any(words.keys[i] in scene.small for i in range(first, last))
    if ordinary or last - first > 4 or scene.key(first - 1) in scene.lexicon.articles:
        return None
    if any(words.kinds[i] == UPPER for i in range(first, last)):
        return None
    return _person(scene, first, last, (), "person:shape")


def _person(scene: Scene, first: int, last: int, titles: tuple[str, ...], rule: str) -> Found:
    name = scene.text(first, last)
    return Found(first, last, "PERSON", f"person:{slug(name)}", name, rule, None, titles)
