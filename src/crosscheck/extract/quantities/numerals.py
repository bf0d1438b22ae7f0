"""What number do these characters say? Digits with every separator, number words, vague words."""

from __future__ import annotations

import re
from functools import cache
from math import inf
from typing import NamedTuple

from crosscheck import language
from crosscheck.extract.numbers import GAP, any_of, parse_number_words
from crosscheck.extract.quantities.digits import read_digits
from crosscheck.extract.quantities.lexicon import any_word, spelt_without_and, values
from crosscheck.extract.quantities.units import money_before, unit_after

_SPLIT = re.compile(r"[\s‐‑-]+")
_MINUS = ("-", "−")
_LONGEST = 18  # digits; a longer row is an identifier


class Number(NamedTuple):
    """One number in the text: ``start`` to ``end``, money sign and multiplier included.

    ``kind`` is digits, words, part or vague; ``factor`` is the multiplier it ends in ("million"),
    1 without; ``after`` is the offset behind its unit.
    """

    start: int
    end: int
    value: float
    kind: str
    factor: float
    unit: str | None
    after: int


def read_number(
    text: str, match: re.Match[str], stop: int, code: str, *, joined: bool = True
) -> Number | None:
    """Return the number that ``match`` (of ``lexicon.scanner``) begins, or None if it says none.

    ``stop`` is the offset that nothing is read beyond, ``code`` the language. With
    ``joined=False`` "and" lies in no number ("between two hundred and three thousand").
    """
    start, end = match.span()
    if match["digits"] is not None:
        return _digits(text, start, match["digits"], stop, code)
    spelt = _SPLIT.sub(" ", match.group().lower())
    if match["vague"] is not None:
        return Number(start, end, _vague(spelt, code), "vague", 1.0, *_unit(text, end, stop, code))
    if match["part"] is not None:
        return Number(start, end, _part(spelt, code), "part", 1.0, None, end)
    apart = None if joined else spelt_without_and(code).match(text, start, stop)
    return _spelt(text, start, apart.end() if apart else end, stop, code)


def _digits(text: str, start: int, digits: str, stop: int, code: str) -> Number | None:
    decimal = str(language.section(code, "quantities")["decimal"])
    value, used, sure = read_digits(digits, decimal)
    end = start + used
    begin, sign = _sign(text, start, code)
    point = text[begin - 1 : begin] == "." and not text[max(0, begin - 2) : begin - 1].strip()
    if point and digits[:used].isdigit():
        begin, value, sure = begin - 1, float(f"0.{digits[:used]}"), True  # ".5"
    money = money_before(text, begin, code)
    before = text[begin - 1] if begin else " "
    if money is None and (before.isalnum() or before == "_" or used > _LONGEST):
        return None
    if sign < 0 and text[begin] in _MINUS and not money and not _unit(text, end, stop, code)[0]:
        return None
    factor, end = _multiplied(text, end, stop, code, money=money is not None)
    unit, after = (money[0], end) if money else _unit(text, end, stop, code)
    following = text[end : end + 1]
    if after == end and factor == 1 and (following.isalpha() or following == "_"):
        return None  # "13H00", "5G", "3D"
    if not sure and (unit or factor > 1):
        value = float(digits[:used].replace(",", "."))
    begin = money[1] if money else begin
    return Number(begin, end, sign * value * factor, "digits", factor, unit, after)


def _sign(text: str, start: int, code: str) -> tuple[int, float]:
    """Return where the sign of the digits at ``start`` begins, and 1 or -1."""
    near = text[max(0, start - 12) : start]
    if near[-1:] not in _MINUS and near.rstrip(" -")[-1:].lower() not in _minus_ends(code):
        return start, 1.0
    minus = _minus_pattern(code).search(text, max(0, start - 12), start)
    return (minus.start(), -1.0) if minus else (start, 1.0)


def _multiplied(text: str, end: int, stop: int, code: str, *, money: bool) -> tuple[float, int]:
    """Return the multiplier at ``end`` ("million", "bn") and the offset behind it; 1 without."""
    factor = 1.0
    while True:
        found = _multiplier_pattern(code).match(text, end, stop)
        if found is None and money and factor == 1:
            found = _money_suffix_pattern(code).match(text, end, stop)
        if found is None:
            return factor, end
        word = found.group(found.lastindex or 0).lower()
        factor *= _multipliers(code)[_SPLIT.sub(" ", word)]
        end = found.end()


def _spelt(text: str, start: int, end: int, stop: int, code: str) -> Number | None:
    """Return the longest row of words from ``start`` that is a number; "two-three" is "two"."""
    gaps = [gap.start() for gap in _SPLIT.finditer(text, start, end)]
    for last in (end, *reversed(gaps)):
        value = parse_number_words(text[start:last], code)
        if value is not None:
            tail = _SPLIT.split(text[start:last].lower())[-1]
            factor = _multipliers(code).get(tail, 1.0)
            return Number(start, last, value, "words", factor, *_unit(text, last, stop, code))
    return None


def _unit(text: str, end: int, stop: int, code: str) -> tuple[str | None, int]:
    return unit_after(text, end, stop, code) or (None, end)


def _vague(spelt: str, code: str) -> float:
    """Return the low of "thousands", "several hundred", "many tens of thousands"."""
    known = values(code, "vague")
    words = spelt.split()
    for first in range(len(words)):
        value = known.get(" ".join(words[first:]))
        if value is not None:
            return value
    return values(code, "vague_multipliers")[words[-1]]


@cache
def _parts(code: str) -> dict[str, float]:
    return {**values(code, "parts"), **values(code, "parts_plural")}


def _part(spelt: str, code: str) -> float:
    if spelt[0].isdigit():
        above, below = (float(part) for part in re.split("[/⁄]", spelt))
        return above / below if below else inf
    halves = values(code, "halves")
    if spelt in halves:
        return halves[spelt]
    many, _, part = spelt.rpartition(" ")
    return (parse_number_words(many, code) or 1.0) * _parts(code)[part]


@cache
def _multipliers(code: str) -> dict[str, float]:
    numbers = language.section(code, "numbers")
    tables = (numbers["multipliers"], numbers["collectives"])
    tables += tuple(
        language.section(code, "quantities")[name]
        for name in ("multiplier_plurals", "suffixes", "money_suffixes")
    )
    return {str(word).lower(): float(value) for table in tables for word, value in table.items()}


@cache
def _multiplier_pattern(code: str) -> re.Pattern[str]:
    data, numbers = language.section(code, "quantities"), language.section(code, "numbers")
    spelt = any_of([*numbers["multipliers"], *numbers["collectives"], *data["multiplier_plurals"]])
    apart = any_of(suffix for suffix in data["suffixes"] if len(suffix) > 1)
    attached = any_of(data["suffixes"])
    return re.compile(rf"{GAP}?((?i:{spelt}))(?!\w)|[ -]({apart})(?!\w)|({attached})(?!\w)")


@cache
def _minus_ends(code: str) -> frozenset[str]:
    return frozenset(str(word)[-1] for word in language.section(code, "quantities")["minus"])


@cache
def _minus_pattern(code: str) -> re.Pattern[str]:
    spelt = any_word(language.section(code, "quantities")["minus"])
    return re.compile(rf"(?:(?<![\w-])(?i:{spelt})[ -]|(?<![^\s($€£¥])[-−])$")


@cache
def _money_suffix_pattern(code: str) -> re.Pattern[str]:
    suffix = any_of(language.section(code, "quantities")["money_suffixes"])
    return re.compile(rf" ?({suffix})(?!\w)")
