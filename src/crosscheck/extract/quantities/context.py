"""Where, and as of when, does an amount hold? From the places and dates of its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from crosscheck import language
from crosscheck.extract.quantities.lexicon import Scope, any_word, words, words_before
from crosscheck.extract.records import Date, Mention

PLACES = ("GPE", "LOC", "FAC")
_PARTED = re.compile(r"[,;:.!?\n]")
_REACH = 80  # characters before a place or a date in which its preposition is looked for


class Clause(NamedTuple):
    """The stretch around an amount that belongs to it alone: ``floor`` to ``stop``.

    The amount itself lies from ``start`` to ``end``.
    """

    floor: int
    start: int
    end: int
    stop: int


def clause_of(scope: Scope, start: int, end: int) -> Clause:
    """Return the clause around the amount at ``start`` to ``end``, inside ``scope``."""
    text, floor, stop, code = scope
    breaks = _break_pattern(code)
    for match in breaks.finditer(text, floor, start):
        floor = match.end()
    behind = breaks.search(text, end, stop)
    return Clause(floor, start, end, behind.start() if behind else stop)


@cache
def _break_pattern(code: str) -> re.Pattern[str]:
    spelt = any_word(language.section(code, "quantities")["clause_words"])
    return re.compile(rf"[;:]|\b{spelt}\b", re.IGNORECASE)


def place_of(text: str, clause: Clause, places: Sequence[Mention], code: str) -> str | None:
    """Return the place that the clause gives the amount: the first behind it, else the last before.

    ``places`` are the mentions of places in the sentence, in order. Names joined by commas and
    "and" are one place ("Mali, Niger and Burkina Faso"); a border keeps its noun.
    """
    behind = [at for at, place in enumerate(places) if clause.end <= place.start < clause.stop]
    before = [at for at, place in enumerate(places) if clause.floor <= place.start < clause.start]
    for side in (behind, before[::-1]):
        for at in side:
            start = _locative_start(text, clause, places[at], code)
            if start is not None:
                return " ".join(text[start : _list_end(text, places, at, code)].split())
        if side is behind:
            named = _place_noun_pattern(code).search(text, clause.end, clause.stop)
            if named is not None:
                return named[1]
    return None


def _locative_start(text: str, clause: Clause, place: Mention, code: str) -> int | None:
    """Return where the place begins if a preposition of place leads to it, else None."""
    inside = clause.end <= place.start
    floor = max(clause.end if inside else clause.floor, place.start - _REACH)
    border = _border_pattern(code).search(text, floor, place.start)
    if border is not None:
        return border.start(1)
    locatives, fillers = words(code, "locatives"), words(code, "place_fillers")
    of, nouns = words(code, "of"), words(code, "place_nouns")
    end, direction = place.start, False
    for word in reversed(words_before(text, floor, place.start, code)):
        gap = text[word.end : end].strip()
        if gap and (gap != "," or (not direction and word.key not in nouns)):
            break
        if word.key in locatives:
            return place.start
        if word.key in nouns:
            direction = True
        elif not (word.key in fillers or word.key in of or word.capital):
            break
        end = word.start
    return place.start if direction else None


def _list_end(text: str, places: Sequence[Mention], at: int, code: str) -> int:
    """Return the end of the list of places that begins at ``places[at]``."""
    joints = _list_pattern(code)
    while at + 1 < len(places) and joints.fullmatch(text, places[at].end, places[at + 1].start):
        at += 1
    return places[at].end


@cache
def _list_pattern(code: str) -> re.Pattern[str]:
    data = language.section(code, "quantities")
    joins, fillers = any_word(data["joins"]), any_word(data["place_fillers"])
    return re.compile(rf"(?:\s*,\s*(?:{joins}\s+)?|\s+{joins}\s+)(?:{fillers}\s+)?", re.IGNORECASE)


@cache
def _border_pattern(code: str) -> re.Pattern[str]:
    data = language.section(code, "quantities")
    locative, border = any_word(data["locatives"]), any_word(data["borderlands"])
    filler, link = any_word(data["place_fillers"]), any_word(data["border_links"])
    return re.compile(
        rf"\b{locative}\s+(?:{filler}\s+)?({border})\s+{link}\s*(?:{filler}\s+)?$", re.IGNORECASE
    )


@cache
def _place_noun_pattern(code: str) -> re.Pattern[str]:
    data = language.section(code, "quantities")
    locative, noun = any_word(data["locatives"]), any_word(data["place_nouns"])
    filler = any_word(data["place_fillers"])
    return re.compile(rf"\b{locative}\s*\b{filler}\s*\b(?:\w+\s+)?({noun})", re.IGNORECASE)


def as_of(text: str, clause: Clause, dates: Sequence[Date], code: str) -> str | None:
    """Return the value of the date that the amount is for, or None where the clause states none.

    ``dates`` are those of the sentence, in order. The date before the amount goes first ("In
    February it had 2,400"), then one behind it before the next comma. Not a period ("since 2013").
    """
    comma = text.find(",", clause.end, clause.stop)
    stop = comma if comma >= 0 else clause.stop
    before = [date for date in dates if clause.floor <= date.start and date.end <= clause.start]
    behind = [date for date in dates if clause.end <= date.start and date.end <= stop]
    for date in (*before[::-1], *behind):
        if date.kind not in ("DATE", "TIME") or date.value is None or "/" in date.value:
            continue
        if _is_for(text, date, code):
            return date.value
    return None


def _is_for(text: str, date: Date, code: str) -> bool:
    """Tell whether a date of the clause says when the amount holds.

    Not the beginning of a period ("since 2013"), another event ("the vote after the August coup"),
    or a date that is part of a name ("the 2016 campaign").
    """
    lead = _PARTED.split(text[max(0, date.start - _REACH) : date.start].lower())[-1].split()
    if lead and lead[-1] in words(code, "determiners"):
        return False
    beside = {*lead[-4:], *text[date.start : date.end].lower().split()}
    return not (words(code, "period_words").intersection(lead) or words(code, "not_as_of") & beside)
