"""Does the clause around a date look back or ahead? Cue words, as HeidelTime uses tense."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from crosscheck import language

_WORD = re.compile(r"[\w'’]+")


@dataclass(frozen=True)
class _Cues:
    """The cue words of a language; those of two words are joined by a blank."""

    future: frozenset[str]
    past: frozenset[str]
    past_endings: tuple[str, ...]
    future_endings: tuple[str, ...]
    carried: frozenset[str]
    ahead_of_date: tuple[str, ...]
    ahead_of_weekday: tuple[str, ...]
    possessive: tuple[str, ...]


@cache
def _cues(code: str) -> _Cues:
    data = language.section(code, "dates")["tense"]
    return _Cues(
        frozenset(data["future"]),
        frozenset(data["past"]),
        tuple(data["past_endings"]),
        tuple(data["future_endings"]),
        frozenset(data["carried"]),
        tuple(f" {word}" for word in data["ahead_of_date"]),
        tuple(f" {word}" for word in (*data["ahead_of_date"], *data["ahead_of_weekday"])),
        tuple(data["possessive"]),
    )


def looks_ahead(
    sentence: str, at: int, end: int, code: str, *, weekday: bool = False
) -> bool | None:
    """Tell whether the nearest cue says that a date at ``sentence[at:end]`` lies ahead.

    The cue before the date decides, else the one after it; None where there is none.
    """
    cues = _cues(code)
    if sentence.startswith(cues.possessive, end):
        return False  # "Wednesday's ruling" has been given
    leading = cues.ahead_of_weekday if weekday else cues.ahead_of_date
    if f" {sentence[max(0, at - 16) : at].lower().rstrip()}".endswith(leading):
        return True
    before = _WORD.findall(sentence, 0, at)
    for place in range(len(before) - 1, -1, -1):
        found = _cue(before, place, cues)
        if found is False and _carried(before, place, cues):
            return True
        if found is not None:
            return found
    after = _WORD.findall(sentence, end)
    return next(
        (found for place in range(len(after)) if (found := _cue(after, place, cues)) is not None),
        None,
    )


def _cue(words: Sequence[str], place: int, cues: _Cues) -> bool | None:
    """Return True for a cue of the future, False for one of the past, else None."""
    word = words[place]
    low = word.lower()
    if low in cues.future or (place and f"{words[place - 1].lower()} {low}" in cues.future):
        return True
    if low in cues.past:
        return False
    if word != low or len(word) < 4:  # "the United States" is no past tense
        return None
    if low.endswith(cues.future_endings):
        return True
    return False if low.endswith(cues.past_endings) else None


def _carried(words: Sequence[str], place: int, cues: _Cues) -> bool:
    """Tell whether a participle belongs to a cue of the future ("will be held")."""
    place -= 1
    while place >= 0 and words[place].lower() in cues.carried:
        if _cue(words, place, cues):
            return True
        place -= 1
    return place >= 0 and _cue(words, place, cues) is True
