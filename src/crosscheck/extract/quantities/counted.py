"""What is counted? The noun behind the number, or the one said before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crosscheck.extract.quantities.amounts import Amount
from crosscheck.extract.quantities.lexicon import Scope, Word, endings, words, words_from
from crosscheck.extract.quantities.nouns import Span, last_plural, noun_phrase_after
from crosscheck.extract.quantities.said_before import NEAR, RULES, before_of, subject

_HYPHENS = ("-", "‐", "‑")
_CUE = 24  # characters in which the word before an amount lies
_LEAD = 4  # words between "there" and an amount
_MOST = 12  # amounts that are searched for what was counted before
_RECENT = 2  # sentences after which an amount is no longer "said just before"
_ANOTHER = 4  # the same behind "another", "a further"


class Found(NamedTuple):
    """An amount in its sentence, with the words and the noun directly behind it."""

    amount: Amount
    behind: Sequence[Word]
    noun: Span | None
    sentence: int
    scope: Scope


class Counted(NamedTuple):
    """What an amount counts (None: not said) and the rule that found it."""

    span: Span | None
    rule: str


def noun_of(amount: Amount, behind: Sequence[Word], scope: Scope) -> Span | None:
    """Return the noun phrase directly behind ``amount``, or None; ``behind`` are the words there.

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
    of = words(code, "of")
    linked = bool(behind) and behind[0].key in of
    if _refers_back(behind, code) or (behind and behind[0].key in words(code, "strong")):
        return None
    if amount.kind == "vague" and text.startswith(", ", at):
        after_comma = words_from(text, at + 1, stop, code, most=1)  # "dozens, even hundreds, of"
        at += bool(after_comma) and after_comma[0].key in of
    if amount.unit is not None and (not linked or amount.unit in words(code, "lengths")):
        return None
    if amount.kind == "part" and behind and behind[0].key in words(code, "determiners"):
        at = behind[0].end  # "half the troops"
    plural = amount.joint is not None or amount.value != 1
    return noun_phrase_after(text, at, stop, code, plural=plural)


def counted(at: int, found: Sequence[Found], earlier: Sequence[Counted]) -> Counted:
    """Return what ``found[at]`` counts, given what the amounts ``earlier`` than it count."""
    item = found[at]
    unit = item.amount.unit
    if item.noun is not None or unit not in (None, "%"):
        return Counted(item.noun, "noun" if item.noun else "unit")
    code = item.scope.code
    back = _refers_back(item.behind, code)
    cue = _cue(item)
    state = _state(item)
    rules = {} if back or state else RULES
    before = before_of(item.amount, item.scope) if rules else []
    if rules and cue not in words(code, "inclusions"):
        rules = {**RULES, "subject": subject}
    if unit is None and not back and at + 1 < len(found) and _shares(item, found[at + 1]):
        return Counted(found[at + 1].noun, "shared")
    for rule, read in rules.items():
        span = read(item.amount, before, item.scope)
        if span is not None:
            return Counted(span, rule)
    if unit is not None and not back:
        return Counted(None, "unit")
    needed = back or cue in words(code, "anaphors") or _is_existential(item)
    return _antecedent(at, found, earlier, state, needed=needed)


def _cue(item: Found) -> str:
    """Return the word directly before the amount, without marks around it."""
    text, floor, _, _ = item.scope
    before = text[max(floor, item.amount.start - _CUE) : item.amount.start].split()
    return before[-1].replace("’", "'").lower().strip("(“\"‘'«,") if before else ""


def _is_existential(item: Found) -> bool:
    """Tell whether "there are" or "they number" leads to the amount."""
    text, floor, _, code = item.scope
    near = text[max(floor, item.amount.start - 2 * _CUE) : item.amount.start].lower().split()
    return not words(code, "existential").isdisjoint(near[-_LEAD:])


def _state(item: Found) -> Span | None:
    """Return the word behind the number if it is a state of people ("17 dead")."""
    if item.behind and item.behind[0].key in words(item.scope.code, "states"):
        return item.behind[0].start, item.behind[0].end
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
    for back in range(at - 1, max(-1, at - 1 - _MOST), -1):
        if item.sentence - found[back].sentence > (_ANOTHER if needed else _RECENT):
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


def _refers_back(behind: Sequence[Word], code: str) -> bool:
    """Tell whether "of them" or the like follows."""
    if len(behind) < 2 or behind[0].key not in words(code, "of"):
        return False
    return behind[1].key in words(code, "back_references")


def _shares(item: Found, following: Found) -> bool:
    """Tell whether only "or", "and", "to", "of" stand between two numbers ("12 or 15 soldiers")."""
    if item.sentence != following.sentence or following.noun is None:
        return False
    between = item.scope.text[item.amount.after : following.amount.start].lower().split()
    if between == [","]:
        return item.amount.kind == following.amount.kind == "vague"
    joins = words(item.scope.code, "number_joins")
    return 0 < len(between) <= 3 and all(word in joins for word in between)
