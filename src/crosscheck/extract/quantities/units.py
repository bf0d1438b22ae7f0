"""In what is the amount measured? Units, percentages and money beside a number."""

from __future__ import annotations

import re
from functools import cache

from crosscheck import language
from crosscheck.extract.numbers import any_of
from crosscheck.extract.quantities.lexicon import any_word

_BLANK = r"(?:[^\S\r\n]|\r?\n(?!\s))"
# A sign of two letters or fewer is a unit only as it is written: "m" is not "M".
_SIGN = 2


@cache
def _unit_codes(code: str) -> dict[str, str]:
    table = language.section(code, "quantities")["units"]
    return {
        _plain(word) if len(word) > _SIGN else word: str(unit)
        for unit, many in table.items()
        for word in map(str, many)
    }


@cache
def _unit_pattern(code: str) -> re.Pattern[str]:
    """Return the pattern of a unit directly after a number, perhaps after a blank or a hyphen."""
    names = {str(word) for word in _unit_codes(code)}
    spelt = any_of(name for name in names if name[-1].isalnum())
    ends = (re.escape(name) for name in sorted(names) if not name[-1].isalnum())
    signs = "|".join(sorted(ends, key=len, reverse=True))
    link = any_word(language.section(code, "quantities")["of"])
    return re.compile(
        rf"(?:{_BLANK}+{link}{_BLANK}*|{_BLANK}?[-‐‑]?|{_BLANK}*)"
        rf"(?P<unit>{spelt}(?![\w'’]|\.\w)|{signs})",
        re.IGNORECASE,
    )


def is_unit(word: str, code: str) -> bool:
    """Tell whether a word, in small letters, is the name of a unit ("euros")."""
    return word in _unit_codes(code)


def unit_after(text: str, start: int, end: int, code: str) -> tuple[str, int] | None:
    """Return the unit that begins at ``start`` and the offset after it, or None.

    Units are codes of the language data: ISO 4217 for money, SI symbols, ``%``.
    """
    match = _unit_pattern(code).match(text, start, end)
    if match is None:
        return None
    word = match["unit"]
    found = _unit_codes(code).get(_plain(word) if len(word) > _SIGN else word)
    return (found, match.end()) if found else None


@cache
def _money_pattern(code: str) -> re.Pattern[str]:
    data = language.section(code, "quantities")
    signs = sorted(map(str, data["currency_signs"]), key=lambda sign: (-len(sign), sign))
    codes = "|".join(sorted(map(str, data["currency_codes"])))
    return re.compile(
        rf"(?:(?<!\w)(?:{'|'.join(map(re.escape, signs))})|\b(?:{codes})) ?$|[$€£¥₹] ?$"
    )


def money_before(text: str, start: int, code: str) -> tuple[str, int] | None:
    """Return the money whose sign or code ends at ``start``, and the offset it begins at."""
    near = text[max(0, start - 8) : start]
    if near.rstrip(" ")[-1:] not in _money_ends(code):
        return None
    match = _money_pattern(code).search(near)
    if match is None:
        return None
    sign = match.group().strip()
    signs: dict[str, str] = language.section(code, "quantities")["currency_signs"]
    return str(signs.get(sign, sign)), start - len(near) + match.start()


@cache
def _money_ends(code: str) -> frozenset[str]:
    data = language.section(code, "quantities")
    names = ("currency_signs", "currency_codes")
    return frozenset(str(sign)[-1] for name in names for sign in data[name])


def _plain(word: str) -> str:
    return " ".join(word.lower().split())
