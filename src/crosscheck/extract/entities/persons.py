"""Does the context tell that a name is a person's?"""

from __future__ import annotations

import re

from crosscheck.extract.entities.scene import BLANKS, HYPHENS, Scene

_AGE = re.compile(r"\d{2}$")


def strip_titles(scene: Scene, first: int, last: int) -> tuple[int, tuple[str, ...]]:
    """Return where the name begins after the titles at its start, and their keys."""
    keys, lexicon = scene.words.keys, scene.lexicon
    begin = first
    while begin < last and (
        keys[begin] in lexicon.titles
        or (
            (keys[begin] in lexicon.modifiers or keys[begin] in lexicon.rank_words)
            and any(key in lexicon.titles for key in keys[begin + 1 : last])
        )
        or (first < begin < last - 1 and keys[begin] in lexicon.rank_words)
    ):
        begin += 1
    titles = tuple(keys[first:begin])
    end = begin
    while end < last and keys[end] in lexicon.honorifics:
        end += 1
    # "El Hadj X Y", but of "El Hadj X" all is the name.
    return (end if last - end > 1 else begin), titles


def titles_before(scene: Scene, first: int) -> tuple[str, ...]:
    """Return the keys of the titles and roles right before ``first`` ("the spokesman X")."""
    titles: list[str] = []
    i = first - 1
    while i >= 0 and scene.gap(i) in (" ", "\u00a0", ". ", "-") and i > first - 5:
        key = scene.words.keys[i]
        if key in scene.lexicon.titles or (titles and key in scene.lexicon.modifiers):
            titles.append(key)
        else:
            break
        i -= 1
    return tuple(titles)


def apposed(scene: Scene, first: int, last: int) -> bool:
    """Tell whether a role or an age is set beside the name: "X, a spokesman", "the chief, X,"."""
    lexicon = scene.lexicon
    if scene.gap(first - 1) == ", " and scene.key(first - 1) in lexicon.titles:
        return True
    if scene.gap(last - 1) != ", ":
        return False
    if scene.key(last) in lexicon.relatives or _AGE.match(scene.key(last)):
        return True
    for i in range(last, min(last + 6, len(scene.words.keys))):
        if scene.words.kinds[i] and scene.words.keys[i] not in lexicon.titles:
            continue
        if scene.words.keys[i] in lexicon.titles:
            # "X, a student union," is no person.
            body = scene.gap(i) in BLANKS and scene.key(i + 1) in lexicon.organisation_nouns
            return not body
        if "," in scene.gap(i) or "." in scene.gap(i):
            return False
    return False


def described(scene: Scene, first: int, last: int) -> bool:
    """Tell whether a role with an article, in small letters, is set beside: "X, a professor at"."""
    beside = scene.gap(last - 1) == ", " and scene.key(last) in scene.lexicon.articles
    return beside and not scene.words.kinds[last] and apposed(scene, first, last)


def introduced(scene: Scene, first: int, last: int) -> bool:
    """Tell whether an age or a bare role is set between commas after the name, or a trade before.

    "X, 34, a teacher", "X, master corporal,", "a trader called X": enough for a single word.
    """
    lexicon, keys = scene.lexicon, scene.words.keys
    if scene.gap(first - 1) in BLANKS and scene.key(first - 1) in lexicon.naming:
        before = scene.key(first - 2)
        return before in lexicon.titles or before in lexicon.persons
    if scene.gap(last - 1) != ", ":
        return False
    if _AGE.match(scene.key(last)):
        return scene.gap(last)[:1] in (",", ".") and not scene.key(last + 1).isdigit()
    i = last + (scene.key(last) in lexicon.articles)
    while (
        i < min(last + 4, len(keys))
        and scene.gap(i) in BLANKS
        and (
            keys[i] in lexicon.titles
            or keys[i] in lexicon.modifiers
            or keys[i] in lexicon.rank_words
        )
    ):
        i += 1
    return scene.key(i) in lexicon.titles and scene.gap(i)[:1] == ","


def aged(scene: Scene, last: int) -> bool:
    """Tell whether an age with an article is set beside the name: "X, a 23-year-old student"."""
    beside = scene.gap(last - 1) == ", " and scene.key(last) in scene.lexicon.articles
    return beside and _AGE.match(scene.key(last + 1)) is not None


def speaks(scene: Scene, first: int, last: int) -> bool:
    """Tell whether the name is the subject of a verb of speech or action, or follows one."""
    lexicon = scene.lexicon
    if scene.gap(last - 1) in BLANKS and (
        scene.key(last) in lexicon.speech or scene.key(last) in lexicon.relatives
    ):
        return True
    return follows_speech(scene, first, last)


def follows_speech(scene: Scene, first: int, last: int) -> bool:
    """Tell whether the name follows a verb of speech and no noun follows it ("said X.")."""
    lexicon = scene.lexicon
    if scene.gap(first - 1) not in BLANKS or scene.key(first - 1) not in lexicon.inverted:
        return False
    following = scene.key(last)
    return scene.gap(last - 1) not in BLANKS or (
        following in lexicon.openers or following in lexicon.never
    )


def named(scene: Scene, first: int, last: int) -> bool:
    """Tell whether the first word is a given name or an initial."""
    if last - first < 2:
        return False
    words = scene.words
    initial = len(words.texts[first]) == 1 and len(words.texts[last - 1]) > 1
    return words.keys[first] in scene.lexicon.given or (
        initial and words.gaps[first] not in HYPHENS
    )


def gender(scene: Scene, first: int, last: int, titles: tuple[str, ...]) -> str | None:
    """Return "m" or "f" by title or given name, or None where they do not tell."""
    lexicon = scene.lexicon
    told = list(titles)
    if last - first > 1:
        told.append(scene.words.keys[first])
    for key in told:
        if (key in lexicon.male) != (key in lexicon.female):
            return "m" if key in lexicon.male else "f"
    return None
