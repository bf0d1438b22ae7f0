"""Where does a person's name begin in a run of capitalised words?"""

from __future__ import annotations

from crosscheck.extract.entities import persons
from crosscheck.extract.entities.scene import BLANKS, Scene
from crosscheck.extract.entities.words import CAPITALISED


def after_district(scene: Scene, first: int, last: int) -> int:
    """Return where a person's name begins after a place: "the senator of Somewhere Ann Example".

    That is ``first`` where there is no such name.
    """
    words, lexicon = scene.words, scene.lexicon
    keys = words.keys
    if last - first < 3 or keys[first] in lexicon.given:
        return first
    link = first - 1 - (scene.key(first - 1) in lexicon.articles)
    joined = scene.key(link) in lexicon.links or scene.key(link) in lexicon.genitives
    if not joined or scene.key(link - 1) not in lexicon.titles:
        return first
    for i in range(first + 1, last - 1):
        if keys[i] in lexicon.given and words.gaps[i - 1] in BLANKS and words.kinds[i - 1]:
            return i
    return first


def is_party(scene: Scene, first: int, last: int) -> bool:
    """Tell whether a letter is a party before a state: "Sen. Ann Example, R-Texas"."""
    words = scene.words
    alone = len(words.texts[first]) == 1 and words.gaps[first] == "-"
    return alone and first + 1 < last and len(words.texts[first + 1]) > 1


def opens_person(scene: Scene, start: int, i: int, last: int) -> bool:
    """Tell whether an ordinary word begins a rank or a name: "Private First Class X", "He X"."""
    words, lexicon = scene.words, scene.lexicon
    if i != start or i + 1 >= last:
        return False
    key, following = words.keys[i], words.keys[i + 1]
    if key in lexicon.titles and following in lexicon.rank_words:
        return i + 2 < last
    if key not in lexicon.family_first or words.gaps[i] not in BLANKS:
        return False
    if words.kinds[i + 1] != CAPITALISED or following in lexicon.openers | lexicon.never:
        return False
    told = persons.apposed(scene, i, i + 2) or persons.speaks(scene, i, i + 2)
    return told and following not in lexicon.titles
