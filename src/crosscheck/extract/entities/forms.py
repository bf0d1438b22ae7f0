"""Does the form of a name tell that it is an organisation, a place, a facility or an event?"""

from __future__ import annotations

from crosscheck.extract.entities import context
from crosscheck.extract.entities.scene import BLANKS, Found, Scene

# No name goes on for more words after its head.
_LONGEST = 15


def by_form(scene: Scene, first: int, last: int) -> Found | None:
    """Return the name that the words ``first`` to ``last`` are part of by their form, or None.

    "Kano State University", "Ministry of Defence", "Operation Something", "Lake Something". The
    result may be longer than the group: it takes in known names beside it ("Kenya Football
    Federation", "Bank of Kenya").
    """
    words, lexicon = scene.words, scene.lexicon
    keys = words.keys
    if " & " in words.gaps[first : last - 1]:
        return scene.made(first, last, "ORG", "organisation:form")
    if context.headline(scene, first, last):
        return None
    if keys[first] in lexicon.first and (
        last - first > 1 or scene.starting_at(last) or _linked(scene, last)
    ):
        return _first_head(scene, first, last)
    label = lexicon.last.get(keys[last - 1])
    start = _with_known_names(scene, first)
    if label and (last - start > 1 or start < first):
        only_nation = start < first and last - first == 1 and _is_nation(scene, start, first)
        if not (only_nation and label in ("EVENT", "GPE")):
            return scene.made(start, last, label, f"{label.lower()}:form")
    for i in range(last - 1, first - 1, -1):
        if keys[i] in lexicon.organisation:
            return _organisation(scene, first, start, i, last)
    return None


def _first_head(scene: Scene, first: int, last: int) -> Found | None:
    """Return a name whose first word tells: "Operation X", "Lake X", "Republic of X"."""
    label = scene.lexicon.first[scene.words.keys[first]]
    end = last if last - first > 1 else _extended(scene, last)
    if end - first < 2:
        return None
    return scene.made(first, end, label, f"{label.lower()}:form")


def _organisation(scene: Scene, first: int, start: int, head: int, last: int) -> Found | None:
    """Return an organisation word with what belongs to it, before and after."""
    lexicon = scene.lexicon
    end = _extended(scene, last) if head == last - 1 else last
    before = head - start
    weak = scene.words.keys[head] in lexicon.weak_organisation
    if end > last or (head < last - 1 and before == 0 and not weak):
        return scene.made(start if before else first, end, "ORG", "organisation:form")
    if before == 0:
        return None
    last = head + 1
    if start < first and head == first and (weak or context.headline(scene, start, last)):
        return None
    ordinary = all(scene.words.keys[k] in lexicon.openers for k in range(start, head))
    if first == head or not ordinary or not (weak or context.headline(scene, start, last)):
        return scene.made(start, last, "ORG", "organisation:form")
    return None


def _with_known_names(scene: Scene, first: int) -> int:
    """Return where the name begins when known places or peoples stand right before it."""
    lexicon, hit = scene.lexicon, scene.ending_at(first)
    while hit and not (hit.label == "PERSON" and scene.words.keys[first] in lexicon.titles):
        first = hit.first
        hit = scene.ending_at(first)
    return first


def _is_nation(scene: Scene, first: int, last: int) -> bool:
    hit = scene.ending_at(last)
    return bool(hit and hit.first == first and hit.label in ("NORP", "GPE"))


def _linked(scene: Scene, last: int) -> bool:
    return scene.key(last) in scene.lexicon.links and scene.gap(last - 1) in BLANKS


def _extended(scene: Scene, last: int) -> int:
    """Return the end of the name over "of", "for the", … and the capitalised words after them."""
    words, lexicon = scene.words, scene.lexicon
    end = i = last
    while i < min(len(words.keys), last + _LONGEST) and words.gaps[i - 1] in (
        " ",
        "\u00a0",
        "-",
        "'",
        "’",
        " & ",
    ):
        key = words.keys[i]
        if words.kinds[i]:
            if i == last and (key in lexicon.titles or key in lexicon.given):
                # "Foreign Ministry Spokeswoman X": a person's name begins.
                break
            i += 1
            end = i
        elif key in (lexicon.links if i == last else lexicon.inner) and i - end < 3:
            # "and" joins ordinary words of the name ("of Health and Welfare"), no second name.
            if key in lexicon.conjunctions and scene.starting_at(i + 1):
                break
            i += 1
        else:
            break
    return end
