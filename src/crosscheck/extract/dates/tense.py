"""Does the clause around a date look back or ahead? Cue words, as HeidelTime uses tense."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from crosscheck import language

_OBJECT = 4  # words of an order between its verb and what is ordered
_WORD = re.compile(r"[\w'’]+")


@dataclass(frozen=True)
class _Cues:
    """The cue words of a language; those of two words are joined by a blank."""

    future: frozenset[str]
    past: frozenset[str]
    past_endings: tuple[str, ...]
    future_endings: tuple[str, ...]
    carried: frozenset[str]
    present: frozenset[str]
    telling: frozenset[str]
    infinitive: frozenset[str]
    names: frozenset[str]
    planned: frozenset[str]
    reporting: frozenset[str]
    intent: frozenset[str]
    deadline: frozenset[str]
    open: frozenset[str]
    ahead_of_date: tuple[str, ...]
    ahead_of_weekday: tuple[str, ...]
    possessive: tuple[str, ...]


@cache
def _cues(code: str) -> _Cues:
    dates = language.section(code, "dates")
    data, names = dates["tense"], frozenset(map(str, dates["words"]["month"]))
    return _Cues(
        frozenset(data["future"]),
        frozenset(data["past"]),
        tuple(data["past_endings"]),
        tuple(data["future_endings"]),
        frozenset(data["carried"]),
        frozenset(data["present"]),
        frozenset(data["telling"]),
        frozenset(data["infinitive"]),
        names,
        frozenset(data["planned"]),
        frozenset(data["reporting"]),
        frozenset(data["intent"]),
        frozenset(data["deadline"]),
        frozenset(data["open"]),
        tuple(f" {word}" for word in data["ahead_of_date"]),
        tuple(f" {word}" for word in data["ahead_of_weekday"]),
        tuple(data["possessive"]),
    )


def looks_ahead(
    sentence: str, at: int, end: int, code: str, *, weekday: bool = False
) -> bool | None:
    """Tell whether the nearest cue says that a date at ``sentence[at:end]`` lies ahead.

    The cue before the date decides, else the one after it; None where there is none, or a verb of
    the present stands nearer. "Until" and "by" look ahead, unless the clause tells what happened.
    """
    cues = _cues(code)
    if sentence.startswith(cues.possessive, end):
        return False  # "Wednesday's ruling" has been given
    before = _WORD.findall(sentence, 0, at)
    led = f" {sentence[max(0, at - 16) : at].lower().rstrip()}"
    if weekday and led.endswith(cues.ahead_of_weekday):
        return True
    if led.endswith(cues.ahead_of_date):
        return not _has_happened(before, _WORD.findall(sentence, end), cues)
    for place in range(len(before) - 1, -1, -1):
        low = before[place].lower()
        if low in cues.present:
            return None
        if _cue(before, place, cues) is not None:
            after = _WORD.match(sentence, end + 1)
            return _nearest(before, place, after[0] if after else "", cues)
    return _first(_WORD.findall(sentence, end), cues)


def _nearest(before: Sequence[str], place: int, after: str, cues: _Cues) -> bool | None:
    """Return what the nearest cue before a date, at ``before[place]``, says of it.

    ``after`` is the word behind the date.
    """
    found, low = _cue(before, place, cues), before[place].lower()
    if found and low in cues.planned:
        return _cue([after.lower()], 0, cues) is not False  # "due on Friday was put off"
    if not found and low in cues.reporting and place < len(before) - 2:
        return None  # "said talks in October", unlike "said in October"
    return found or _carried(before, place, cues)


def _first(after: Sequence[str], cues: _Cues) -> bool | None:
    """Return what the first cue behind a date says of it."""
    found = (_cue(after, place, cues) for place in range(len(after)))
    return next((ahead for ahead in found if ahead is not None), None)


def _has_happened(before: Sequence[str], after: Sequence[str], cues: _Cues) -> bool:
    """Tell whether the words around "until Monday", "by June" say what was, not what is to come.

    Not so behind an order or a plan ("told to leave by Sunday"), a deadline ("has until Monday"),
    and where the only verb is that of who said it.
    """
    words = [word.lower() for word in before[:-1]]
    if words and (words[-1] in cues.open or not cues.deadline.isdisjoint(words[-_OBJECT:])):
        return False
    for place in range(len(words) - 1, -1, -1):
        planned = words[place] in cues.infinitive
        if planned and not cues.intent.isdisjoint(words[max(0, place - _OBJECT) : place]):
            return False
        found = None if words[place] in cues.telling else _cue(before, place, cues)
        if found is not None:
            return not found and not _carried(before, place, cues)
    told = (None if word.lower() in cues.telling else _cue(after, at, cues)
            for at, word in enumerate(after))  # fmt: skip
    return next((found is False for found in told if found is not None), False)


def _cue(words: Sequence[str], place: int, cues: _Cues) -> bool | None:
    """Return True for a cue of the future, False for one of the past, else None."""
    word = words[place]
    low = word.lower()
    if word != low and low in cues.names:
        return None  # the month
    pair = f"{words[place - 1].lower()} {low}" if place else ""
    if low in cues.future or pair in cues.future:
        return True
    if low in cues.past or pair in cues.past:
        return False
    if word != low or len(word) < 4:  # "the United States" is no past tense
        return None
    ahead = low.endswith(cues.future_endings)
    return ahead or (False if low.endswith(cues.past_endings) else None)


def _carried(words: Sequence[str], place: int, cues: _Cues) -> bool:
    """Tell whether a participle belongs to a cue of the future ("will be held")."""
    while place > 0 and f"{words[place - 1].lower()} {words[place].lower()}" not in cues.past:
        place -= 1
        if _cue(words, place, cues):
            return True
        if words[place].lower() not in cues.carried:
            return False
    return False
