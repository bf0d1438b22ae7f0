"""Where do known names stand in a text, and which capitalised words are left over?"""

from __future__ import annotations

from crosscheck.extract.entities import context
from crosscheck.extract.entities.gazetteer import Entry, NameTree
from crosscheck.extract.entities.lexicon import Lexicon
from crosscheck.extract.entities.scene import BLANKS, Found, Scene
from crosscheck.extract.entities.words import Words

_STOPS = frozenset((".", ",", ";", ")", "!", "?", "", "\n"))


def scan(words: Words, lexicon: Lexicon, tree: NameTree) -> Scene:
    """Return the scene of ``words``: known names, and the other capitalised words in ``loose``."""
    scene = Scene(words, lexicon)
    keys, kinds, root, small = words.keys, words.kinds, tree.root, tree.small
    found, loose = scene.found, scene.loose
    position = 0
    for i in [i for i, key in enumerate(keys) if kinds[i] or key in small]:
        if i < position:
            continue
        hits = tree.starting_at(words, i) if keys[i] in root else []
        while hits and not _fits(scene, i, *hits[-1]):
            hits.pop()
        if hits:
            end, entry = hits[-1]
            if entry.soft:
                scene.soft[i] = hits[-1]
                loose.extend(range(i, end))
            else:
                found.append(
                    Found(i, end, entry.label, entry.entity_id, entry.name, entry.rule, entry)
                )
            position = end
        elif kinds[i]:
            loose.append(i)
    return scene


def _means_people(scene: Scene, first: int, last: int) -> bool:
    """Tell whether the name of a people means the people here, not its language or a person."""
    words, lexicon = scene.words, scene.lexicon
    if _begins_person(scene, last):
        return False
    if words.gaps[last - 1] in "-" and scene.key(last) in lexicon.language_nouns:
        return False
    if scene.key(first - 1) in lexicon.language_prepositions:
        goes_on = scene.key(last) not in lexicon.conjunctions
        goes_on = goes_on or words.keys[first] not in lexicon.languages
        return words.gaps[last - 1][:1] not in _STOPS and goes_on
    return True


def _begins_person(scene: Scene, following: int) -> bool:
    """Tell whether a surname follows a word that is a people and a given name ("Christian X")."""
    words, key = scene.words, scene.key(following)
    if words.keys[following - 1] not in scene.lexicon.given:
        return False
    if words.gaps[following - 1] not in BLANKS or not words.kinds[following : following + 1]:
        return False
    lexicon = scene.lexicon
    ordinary = key in lexicon.organisation or key in scene.small or key.endswith("s")
    told = scene.key(following - 2) in lexicon.titles or "," in (
        scene.gap(following - 2)[:1],
        scene.gap(following)[:1],
    )
    return told and bool(words.kinds[following]) and not ordinary


def _fits(scene: Scene, first: int, last: int, entry: Entry) -> bool:
    """Tell whether a known name stands here in a form and place that mean it."""
    words = scene.words
    if entry.exact and not (
        all(text.isupper() for text in words.texts[first:last])
        and not (words.keys[first] in scene.lexicon.openers and context.shouted(scene, first, last))
    ):
        return False
    if entry.label == "PERSON" and not entry.surname and words.gaps[last - 1] == "-":
        # "Ann Example-Sample" is not Ann Example.
        return not words.kinds[last]
    if entry.noun and words.gaps[last - 1] in BLANKS:
        following = scene.key(last)
        if words.kinds[last] or following not in scene.lexicon.speech:
            return False
    if entry.label == "ORG" and words.gaps[last - 1] in BLANKS and last - first > 1:
        # "Italian Armed Forces Minister": the office of a person, not the forces.
        return scene.key(last) not in scene.lexicon.offices
    return entry.label != "NORP" or _means_people(scene, first, last)
