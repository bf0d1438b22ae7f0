"""Which numbers are no amounts? Times, links, telephone numbers, durations, pronouns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosscheck import language
from crosscheck.extract.quantities.amounts import Amount
from crosscheck.extract.quantities.labels import HYPHENS, SCORE, Beside, beside, is_label
from crosscheck.extract.quantities.lexicon import Scope, Word, words, words_from
from crosscheck.extract.quantities.nouns import Span

_LINK = re.compile(r"(?:[@#]|://|www\.)\S*$")
_CALLS = (" ", "\u00a0", ".", "/", "-")
_TELEPHONE = re.compile(r"\+?[0-9]{1,4}(?:[ \u00a0./-]\(?[0-9]{1,4}\)?){2,}(?![0-9,])")


def refused(amount: Amount, behind: Sequence[Word], noun: Span | None, scope: Scope) -> int | None:
    """Return None for an amount; for a number that is none, the offset to go on reading from.

    ``behind`` are the words directly behind the number, ``noun`` the noun phrase there, ``scope``
    the sentence.
    """
    around = beside(amount, scope)
    if amount.kind == "digits":
        if around.following[:1] in _CALLS:
            call = _TELEPHONE.match(scope.text, amount.bare, scope.stop)
            if call is not None and call.end() > amount.end:
                return call.end()
        if _written_otherwise(scope.text[amount.bare : amount.end], amount, around):
            return amount.end
    elif amount.kind == "words" and _pronoun(amount, behind, noun, around, scope):
        return amount.end
    if _time(amount, behind, scope) or is_label(amount, noun, around, scope):
        return amount.end
    return None


def _written_otherwise(digits: str, amount: Amount, around: Beside) -> bool:
    """Tell by the characters beside digits that they are a time, a link, a code or a result."""
    near, following = around.near, around.following
    before, behind = near[-1:], following[:1]
    enumerates = not near.strip() and behind in (".", ")") and not following[1:2].strip()
    numbered = near.strip() == "(" and behind == ")" and amount.value <= SCORE
    return (
        enumerates
        or numbered
        or before in ("[", "#", "№", "_")
        or (before == "+" and amount.unit is None)
        # "10:30", "site-28", the second number of "2-1"
        or (before in (":", ".", "/", *HYPHENS) and near[-2:-1].isalnum())
        or (behind in (":", "/", *HYPHENS) and following[1:2].isdigit())
        or (digits[0] == "0" and digits[1:2].isdigit())
        or _LINK.search(near) is not None
    )


def _time(amount: Amount, behind: Sequence[Word], scope: Scope) -> bool:
    """Tell whether a unit of time follows: a duration or an age, not a quantity."""
    if amount.unit is not None:
        return False
    text, _, stop, code = scope
    if text.startswith(HYPHENS, amount.after):
        behind = words_from(text, amount.after + 1, stop, code, most=4)
    if behind and behind[0].key in language.section(code, "numbers")["articles"]:
        return False  # "a billion a year"
    passing, units = words(code, "time_passing"), words(code, "time_units")
    for word in behind[:4]:
        if word.key not in passing:
            return word.key in units or word.key.split("-", 1)[0] in units
    return False


def _pronoun(
    amount: Amount, behind: Sequence[Word], noun: Span | None, around: Beside, scope: Scope
) -> bool:
    """Tell whether a number word counts nothing ("no one", "one of the best", "the two")."""
    text, floor, _, code = scope
    bare = noun is None and amount.unit is None
    if amount.value != 1:
        return bare and around.word in words(code, "group_before")
    if text[amount.bare : amount.end].lower() in language.section(code, "numbers")["articles"]:
        return True
    key = behind[0].key if behind else ""
    if key in words(code, "of"):
        done = text[max(floor, amount.start - 60) : amount.start].lower().split()
        return not words(code, "one_of_counts").intersection(done)
    idiom = around.word in words(code, "one_before") or key in words(code, "one_after")
    return bare or (amount.qualifier == "exact" and (idiom or key.endswith(("'s", "'"))))
