"""Which numbers are no amounts? Durations, ages, years, labels, results of games, idioms."""

from __future__ import annotations

import re
from typing import NamedTuple

from crosscheck import language
from crosscheck.extract.quantities.amounts import Amount
from crosscheck.extract.quantities.lexicon import endings, words, words_from
from crosscheck.extract.quantities.nouns import Span, is_plural, is_verbal

_LAST_WORD = re.compile(r"([^\W_](?:[\w'’&-]|\.(?=[\w.\s]))*)\s*$")
_LINK = re.compile(r"(?:[@#]|://|www\.)\S*$")
_TELEPHONE = re.compile(r"\+?[0-9]{1,4}(?:[ \u00a0./-]\(?[0-9]{1,4}\)?){2,}(?![0-9,])")
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}$")
_ORDINARY = (
    "stops", "count_verbs", "count_fillers", "inclusions", "plurals", "states", "plain_verbs",
    "singular_verbs",
)  # fmt: skip
_HYPHENS = ("-", "‐", "‑", "–")
_OLDEST = 110
_NO_YEAR = 2100
_SCORE = 20  # below it "2-1" is the result of a game, above it a range
_IDENTIFIER = 5  # so many digits without a separator and without a noun are a code


class _Beside(NamedTuple):
    """What stands beside an amount: the word before it, and the characters on both sides."""

    word: str
    capital: bool
    near: str
    following: str


def refused(
    text: str, amount: Amount, noun: Span | None, floor: int, stop: int, code: str
) -> int | None:
    """Return None for an amount; for a number that is none, the offset to go on reading from.

    ``noun`` is the noun phrase behind the number, ``floor`` to ``stop`` its sentence.
    """
    around = _beside(text, amount, floor, stop)
    if amount.kind == "digits":
        if around.following[:1] in (*_HYPHENS, " ", "\u00a0", ".", "/"):
            call = _TELEPHONE.match(text, amount.bare, stop)
            if call is not None and call.end() > amount.end:
                return call.end()
        if _written_otherwise(text, amount, around):
            return amount.end
    if amount.kind == "words" and _pronoun(text, amount, noun, around, floor, stop, code):
        return amount.end
    if _time(text, amount, stop, code) or _label(text, amount, noun, around, code):
        return amount.end
    return None


def _beside(text: str, amount: Amount, floor: int, stop: int) -> _Beside:
    near = text[max(floor, amount.start - 40) : amount.start]
    last = _LAST_WORD.search(near)
    word = last[1] if last else ""
    following = text[amount.after : min(stop, amount.after + 24)]
    return _Beside(word.lower().replace("’", "'"), word != word.lower(), near, following)


def _written_otherwise(text: str, amount: Amount, around: _Beside) -> bool:
    """Tell by the characters beside digits that they are a time, a link, a code or a result."""
    near, following = around.near, around.following
    digits = text[amount.bare : amount.end]
    if near[-1:] in ("[", "#", "№", "_") or _LINK.search(near):
        return True
    if near[-1:] == "+" and amount.unit is None:
        return True
    if near[-1:] in (":", ".", "/", *_HYPHENS) and near[-2:-1].isalnum():
        return True  # "10:30", "site-28", the second number of "2-1"
    if following[1:2].isdigit() and following[:1] in (":", "/", *_HYPHENS):
        return True
    if digits[0] == "0" and digits[1:2].isdigit():
        return True
    if near[-1:] == "(" and following[:1] == ")" and amount.value <= _SCORE:
        return not near[:-1].strip()
    return not near.strip() and following[:1] in (".", ")") and following[1:2].isspace()


def _time(text: str, amount: Amount, stop: int, code: str) -> bool:
    """Tell whether a unit of time follows: a duration or an age, not a quantity."""
    if amount.unit is not None:
        return False
    start = amount.after + text.startswith(_HYPHENS, amount.after)
    passing, units = words(code, "time_passing"), words(code, "time_units")
    for word in words_from(text, start, stop, code, most=4):
        if word.key not in passing:
            return word.key in units or word.key.split("-", 1)[0] in units
    return False


def _label(text: str, amount: Amount, noun: Span | None, around: _Beside, code: str) -> bool:
    """Tell whether the number is a name's or a year, an age or an idiom, given its ``noun``."""
    named = text[noun[0] : noun[1]].split() if noun else []
    counts = bool(named) and is_plural(named[-1].lower(), code)
    exact = amount.qualifier == "exact" and amount.unit is None
    if amount.kind == "digits" and _year_or_code(text, amount, around, counts, code):
        return True
    if amount.joint == "-" and amount.kind == "digits" and not named and amount.unit is None:
        return (amount.high or 0) < _SCORE
    joined = around.following.startswith(_HYPHENS)
    if joined and _idiom(text, amount, code):
        return True
    if not exact:
        return False
    if around.word.rstrip(".") in words(code, "numbered"):
        return around.capital or not counts
    titled = bool(named) and all(word[0].isupper() and word[1:].islower() for word in named)
    if around.capital and not _may_precede(around.word, code):
        return not counts or titled  # "Boeing 737", "iPhone 11 Pro cameras"
    return titled and not counts and not joined and amount.kind == "digits" and amount.value > 1


def _year_or_code(text: str, amount: Amount, around: _Beside, counts: bool, code: str) -> bool:
    """Tell whether digits without a unit are a year, an age or an identifier."""
    digits = text[amount.bare : amount.end]
    if amount.unit is not None:
        return False
    if amount.joint is not None:
        return bool(_YEAR.match(digits[:4])) and (amount.high or 0) < _NO_YEAR and not counts
    if amount.qualifier != "exact":
        return False
    if _YEAR.match(digits):
        return not counts or around.word in words(code, "year_before")
    if not counts and len(digits) >= _IDENTIFIER and digits.isdigit():
        return True
    if around.near.rstrip().lower().endswith(endings(code, "ages")):
        return True
    return amount.value <= _OLDEST and _age(around)


def _age(around: _Beside) -> bool:
    """Tell whether the number is set off behind a name ("Jane Doe, 45, said")."""
    near = around.near.rstrip()
    if not near.endswith((",", "(")):
        return False
    name = _LAST_WORD.search(near[:-1])
    closed = around.following[:1] in (",", ")") or not around.following.strip(" .")
    return closed and name is not None and name[1][0].isupper()


def _idiom(text: str, amount: Amount, code: str) -> bool:
    """Tell whether the word joined to the number makes it no amount ("two-faced")."""
    joined = words_from(text, amount.after + 1, len(text), code, most=1)
    return bool(joined) and joined[0].key.split("-")[0] in words(code, "not_compound")


def _may_precede(word: str, code: str) -> bool:
    """Tell whether a capitalised word before a number is an ordinary word of the sentence."""
    possessive = word.endswith(("'s", "'"))
    return (
        possessive or is_verbal(word, code) or any(word in words(code, name) for name in _ORDINARY)
    )


def _pronoun(
    text: str, amount: Amount, noun: Span | None, around: _Beside, floor: int, stop: int, code: str
) -> bool:
    """Tell whether a number word counts nothing ("no one", "one of the best", "the two")."""
    if amount.value != 1:
        bare = noun is None and amount.unit is None
        return bare and around.word in words(code, "group_before")
    if text[amount.bare : amount.end].lower() in language.section(code, "numbers")["articles"]:
        return True
    following = words_from(text, amount.after, stop, code, most=1)
    key = following[0].key if following else ""
    if key in words(code, "of"):
        done = text[max(floor, amount.start - 60) : amount.start].lower().split()
        return not words(code, "one_of_counts").intersection(done)
    if noun is None and amount.unit is None:
        return True
    if key.endswith(("'s", "'")):
        return True
    return around.word in words(code, "one_before") or key in words(code, "one_after")
