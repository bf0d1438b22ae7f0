"""Which numbers name or date a thing instead of counting it? Labels, years, ages, results."""

from __future__ import annotations

import re
from typing import NamedTuple

from crosscheck import language
from crosscheck.extract.quantities.amounts import Amount
from crosscheck.extract.quantities.lexicon import Scope, endings, words, words_from
from crosscheck.extract.quantities.nouns import Span
from crosscheck.extract.quantities.shapes import is_plural, is_verbal

HYPHENS = ("-", "‐", "‑", "–")
SCORE = 20  # below it "2-1" is the result of a game, above it a range
_LAST_WORD = re.compile(r"([^\W_](?:[\w'’&-]|\.(?=[\w.\s]))*)\s*$")
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}$")
_NO_YEAR = 2100
_OLDEST = 110
_IDENTIFIER = 5  # so many digits without a separator and without a noun are a code
_MANY = 100  # what is written "a thousand" or "1,000" is no label
_ORDINARY = (
    "stops", "count_verbs", "count_fillers", "inclusions", "plurals", "states", "plain_verbs",
    "singular_verbs",
)  # fmt: skip


class Beside(NamedTuple):
    """What stands beside an amount: the word before it, and the characters on both sides."""

    word: str
    capital: bool
    near: str
    following: str


def beside(amount: Amount, scope: Scope) -> Beside:
    """Return what stands beside ``amount`` in its sentence."""
    text, floor, stop, code = scope
    near = text[max(floor, amount.start - 40) : amount.start]
    last = _LAST_WORD.search(near)
    word = last[1].replace("’", "'") if last else ""
    elided, _, rest = word.partition("'")
    if rest and elided.lower() in words(code, "elisions"):
        word = rest  # "l'article 5"
    following = text[amount.after : min(stop, amount.after + 24)]
    return Beside(word.lower(), word != word.lower(), near, following)


def is_label(amount: Amount, noun: Span | None, around: Beside, scope: Scope) -> bool:
    """Tell whether the number is a name's or a year, an age or an idiom, given its ``noun``."""
    code = scope.code
    named = scope.text[noun[0] : noun[1]].split() if noun else []
    counts = bool(named) and is_plural(named[-1].lower(), code)
    if counts and around.capital:
        counts = named[0].lower() not in words(code, "singular_verbs")  # "flight AF 520 leaves"
    digits = amount.kind == "digits"
    exact = amount.qualifier == "exact" and amount.unit is None
    joined = around.following.startswith(HYPHENS)
    if digits and amount.unit is None:
        people = counts and named[-1].lower().endswith(endings(code, "people"))
        if _year_or_age(amount, around, scope, counts=counts, people=people):
            return True
        if amount.joint == "-" and not named:
            return (amount.high or 0) < SCORE
    if joined and _idiom(amount, scope):
        return True
    plain = amount.value < _MANY or (digits and scope.text[amount.bare : amount.end].isdigit())
    if not exact or (plain and around.word.rstrip(".") in words(code, "numbered")):
        return exact and (around.capital or not counts)
    titled = bool(named) and all(word[0].isupper() and word[1:].islower() for word in named)
    if plain and around.capital and not _may_precede(around.word, code):
        return not counts or titled  # "Boeing 737", "iPhone 11 Pro Cameras"
    return titled and not counts and not joined and digits and amount.value > 1


def _year_or_age(
    amount: Amount, around: Beside, scope: Scope, *, counts: bool, people: bool
) -> bool:
    """Tell whether digits without a unit are a year, an age or an identifier.

    ``counts``: a plural noun follows, ``people``: one of people. Four digits that may be a year
    count these ("2000 soldiers"), other things only behind a verb ("destroyed 2000 houses").
    """
    digits = scope.text[amount.bare : amount.end]
    if amount.joint is not None:
        return bool(_YEAR.match(digits[:4])) and (amount.high or 0) < _NO_YEAR and not counts
    if amount.qualifier != "exact":
        return False
    if _YEAR.match(digits):
        return not (people or (counts and is_verbal(around.word, scope.code)))
    identifier = not counts and len(digits) >= _IDENTIFIER and digits.isdigit()
    of_age = around.near.rstrip().lower().endswith(endings(scope.code, "ages"))
    return identifier or of_age or (amount.value <= _OLDEST and _set_off(around))


def _set_off(around: Beside) -> bool:
    """Tell whether the number is an age set off behind a name ("Jane Doe, 45, said")."""
    near = around.near.rstrip()
    if not near.endswith((",", "(")):
        return False
    name = _LAST_WORD.search(near[:-1])
    closed = around.following[:1] in (",", ")") or not around.following.strip(" .")
    apart = near.endswith(",") and around.following[:1] == ","  # "the minister, 61, said"
    return apart or (closed and name is not None and name[1][0].isupper())


def _idiom(amount: Amount, scope: Scope) -> bool:
    """Tell whether a word joined to the number makes it no amount ("two-faced", "fifty-third")."""
    joined = words_from(scope.text, amount.after + 1, scope.stop, scope.code, most=1)
    if not joined or joined[0].start > amount.after + 1:
        return False
    head = joined[0].key.split("-")[0]
    ordinals = language.section(scope.code, "numbers")["ordinals"]
    return head in ordinals or head in words(scope.code, "not_compound")


def _may_precede(word: str, code: str) -> bool:
    """Tell whether a capitalised word before a number is an ordinary word of the sentence."""
    if word.endswith(("'s", "'")) or is_verbal(word, code):
        return True
    return any(word in words(code, name) for name in _ORDINARY)
