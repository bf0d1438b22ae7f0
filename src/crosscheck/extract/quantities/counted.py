"""What is counted? The noun behind the number, or the one said before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crosscheck.extract.quantities.amounts import Amount
from crosscheck.extract.quantities.lexicon import Scope, endings, words, words_from
from crosscheck.extract.quantities.nouns import Span, last_plural, noun_phrase_after
from crosscheck.extract.quantities.said_before import NEAR, RULES, subject

_HYPHENS = ("-", "‐", "‑")
_RECENT = 2  # sentences after which an amount is no longer "said just before"


class Found(NamedTuple):
    """An amount in its sentence, with the noun directly behind it."""

    amount: Amount
    noun: Span | None
    sentence: int
    scope: Scope


class Counted(NamedTuple):
    """What an amount counts (None: not said) and the rule that found it."""

    span: Span | None
    rule: str


def noun_of(amount: Amount, scope: Scope) -> Span | None:
    """Return the noun phrase directly behind ``amount``, or None.

    "2,400 French soldiers", "thousands of soldiers", "a 13,000-strong UN mission", "a 15-nation
    bloc"; behind a unit only what an "of" joins to it ("60% of the troops", "20 tonnes of aid").
    """
    text, _, stop, code = scope
    at = amount.after
    if text.startswith(_HYPHENS, at) and text[at + 1 : at + 2].isalpha():
        joined = words_from(text, at + 1, stop, code, most=1)[0]
        if joined.key in words(code, "strong"):
            return noun_phrase_after(text, joined.end, stop, code, plural=False)
        return joined.start, joined.start + len(joined.key.split("-")[0])
    if _refers_back(amount, scope):
        return None
    if amount.unit is not None:
        following = words_from(text, at, stop, code, most=1)
        linked = bool(following) and following[0].key in words(code, "of")
        if not linked or amount.unit in words(code, "lengths"):
            return None
    return noun_phrase_after(
        text, at, stop, code, plural=amount.joint is not None or amount.value != 1
    )


def counted(at: int, found: Sequence[Found], earlier: Sequence[Counted]) -> Counted:
    """Return what ``found[at]`` counts, given what the amounts ``earlier`` than it count."""
    item = found[at]
    if item.noun is not None or item.amount.unit is not None:
        return Counted(item.noun, "noun" if item.noun else "unit")
    back = _refers_back(item.amount, item.scope)
    cue = _cue(item)
    code = item.scope.code
    rules = {} if back else RULES
    if not back and cue not in words(code, "inclusions"):
        rules = {**RULES, "subject": subject}
    for rule, read in rules.items():
        span = read(item.amount, item.scope)
        if span is not None:
            return Counted(span, rule)
    if not back and at + 1 < len(found) and _shares(item, found[at + 1]):
        return Counted(found[at + 1].noun, "shared")
    needed = back or cue in words(code, "anaphors")
    return _antecedent(at, found, earlier, _state(item), needed=needed)


def _cue(item: Found) -> str:
    """Return the word directly before the amount, without marks around it."""
    text, floor, _, _ = item.scope
    before = text[max(floor, item.amount.start - NEAR) : item.amount.start].split()
    return before[-1].replace("’", "'").lower().strip("(“\"‘'«,") if before else ""


def _state(item: Found) -> Span | None:
    """Return the word behind the number if it is a state of people ("17 dead")."""
    text, _, stop, code = item.scope
    following = words_from(text, item.amount.after, stop, code, most=1)
    if following and following[0].key in words(code, "states"):
        return following[0].start, following[0].end
    return None


def _antecedent(
    at: int,
    found: Sequence[Found],
    earlier: Sequence[Counted],
    state: Span | None,
    *,
    needed: bool,
) -> Counted:
    """Return what was counted just before, else the last plural noun of the sentence.

    A ``state`` ("17 dead") counts people or, where none were counted, itself. ``needed``: the
    words say that something was named before ("of them", "another"), so that the sentence before
    is searched too.
    """
    item = found[at]
    text, floor, _, code = item.scope
    recent = []
    for back in range(at - 1, -1, -1):
        if item.sentence - found[back].sentence > _RECENT:
            break
        span = earlier[back].span
        if span is None or found[back].amount.unit is not None:
            continue
        if state is None or text[slice(*span)].lower().endswith(endings(code, "people")):
            # what was only counted in passing ("in five states") comes last
            recent.append(
                (_cue(found[back]) in words(code, "adjunct_prepositions"), at - back, span)
            )
    if recent:
        return Counted(min(recent)[2], "antecedent")
    if state is not None:
        return Counted(state, "state")
    span = last_plural(text, item.amount.start, floor, code)
    if span is None and needed:
        span = last_plural(text, floor, max(0, floor - 2 * NEAR), code)
    return Counted(span, "antecedent" if span else "not_said")


def _refers_back(amount: Amount, scope: Scope) -> bool:
    """Tell whether "of them" or the like follows."""
    text, _, stop, code = scope
    following = words_from(text, amount.after, stop, code, most=2)
    if len(following) < 2 or following[0].key not in words(code, "of"):
        return False
    return following[1].key in words(code, "back_references")


def _shares(item: Found, following: Found) -> bool:
    """Tell whether only "or", "and", "to", "of" stand between two numbers ("12 or 15 soldiers")."""
    if item.sentence != following.sentence or following.noun is None:
        return False
    between = item.scope.text[item.amount.after : following.amount.start].lower().split()
    joins = words(item.scope.code, "number_joins")
    return 0 < len(between) <= 3 and all(word in joins for word in between)
