"""What is counted? The noun behind the number, or the one said before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from crosscheck import language
from crosscheck.extract.quantities.amounts import Amount
from crosscheck.extract.quantities.lexicon import Word, any_word, words, words_before, words_from
from crosscheck.extract.quantities.nouns import (
    Span,
    is_adverb,
    last_plural,
    noun_phrase_after,
    noun_phrase_before,
)

_HYPHENS = "-‐‑"
_SUBJECT = 160  # characters before a number in which its subject is looked for
_RECENT = 2  # sentences after which an amount is no longer "said just before"


class Found(NamedTuple):
    """An amount in its sentence (``floor`` to ``stop``), with the noun directly behind it."""

    amount: Amount
    noun: Span | None
    sentence: int
    floor: int
    stop: int
    code: str


class Counted(NamedTuple):
    """What an amount counts (None: not said) and the rule that found it."""

    span: Span | None
    rule: str


def noun_of(text: str, amount: Amount, stop: int, code: str) -> Span | None:
    """Return the noun phrase directly behind ``amount``, or None.

    "2,400 French soldiers", "thousands of soldiers", "a 13,000-strong UN mission", "a 15-nation
    bloc"; behind a unit only what an "of" joins to it ("60% of the troops", "20 tonnes of aid").
    """
    at = amount.after
    if text[at : at + 1] in _HYPHENS and text[at + 1 : at + 2].isalpha():
        joined = words_from(text, at + 1, stop, code, most=1)[0]
        if joined.key in words(code, "strong"):
            return noun_phrase_after(text, joined.end, stop, code, plural=False)
        return joined.start, joined.start + len(joined.key.split("-")[0])
    following = words_from(text, at, stop, code, most=2)
    if not following:
        return noun_phrase_after(text, at, stop, code, plural=amount.value != 1)
    linked = following[0].key in words(code, "of")
    if amount.unit is not None and not linked:
        return None
    if linked and amount.unit in language.section(code, "quantities")["lengths"]:
        return None
    if linked and len(following) > 1 and following[1].key in words(code, "back_references"):
        return None
    return noun_phrase_after(text, at, stop, code, plural=amount.value != 1)


def counted(text: str, at: int, found: Sequence[Found], earlier: Sequence[Counted]) -> Counted:
    """Return what ``found[at]`` counts, given what the amounts ``earlier`` than it count."""
    item = found[at]
    if item.noun is not None:
        return Counted(item.noun, "noun")
    if item.amount.unit is not None:
        return Counted(None, "unit")
    span = _number_of_behind(text, item)
    if span is not None:
        return Counted(span, "number_of")
    before = words_before(
        text, max(item.floor, item.amount.start - _SUBJECT), item.amount.start, item.code
    )
    back = _refers_back(text, item)
    if not back:
        for rule, read in (
            ("of_number", _of_number),
            ("label", _label),
            ("number_of", _number_of_before),
        ):
            span = read(text, item, before)
            if span is not None:
                return Counted(span, rule)
        following = found[at + 1] if at + 1 < len(found) else None
        if following is not None and following.noun and _shares(text, item, following):
            return Counted(following.noun, "shared")
    cue = before[-1].key if before else ""
    if not back and cue not in words(item.code, "inclusions"):
        span = _subject(text, item, before)
        if span is not None:
            return Counted(span, "subject")
    return _antecedent(text, at, found, earlier, needed=back or cue in words(item.code, "anaphors"))


def _antecedent(
    text: str, at: int, found: Sequence[Found], earlier: Sequence[Counted], *, needed: bool
) -> Counted:
    """Return what was counted just before, else the last plural noun of the sentence.

    ``needed``: the words say that something was named before ("of them", "another"), so that the
    sentence before is searched too.
    """
    item = found[at]
    for back in range(at - 1, -1, -1):
        if item.sentence - found[back].sentence > _RECENT:
            break
        span = earlier[back].span
        if span is not None and found[back].amount.unit is None:
            return Counted(span, "antecedent")
    span = last_plural(text, item.amount.start, item.floor, item.code)
    if span is None and needed:
        span = last_plural(text, item.floor, max(0, item.floor - 2 * _SUBJECT), item.code)
    return Counted(span, "antecedent" if span else "not_said")


def _refers_back(text: str, item: Found) -> bool:
    """Tell whether "of them" or the like follows, or "of whom" stands before."""
    following = words_from(text, item.amount.after, item.stop, item.code, most=2)
    of = words(item.code, "of")
    return (
        len(following) > 1
        and following[0].key in of
        and following[1].key in words(item.code, "back_references")
    )


def _number_of_behind(text: str, item: Found) -> Span | None:
    """Read "brings to 53 the number of soldiers"."""
    match = _counter_pattern(item.code).match(text, item.amount.after, item.stop)
    return noun_phrase_after(text, match.end(), item.stop, item.code) if match else None


def _number_of_before(text: str, item: Found, before: Sequence[Word]) -> Span | None:
    """Read "the number of soldiers killed there has risen to 53"."""
    floor = max(item.floor, item.amount.start - _SUBJECT)
    last = None
    for match in _counter_pattern(item.code).finditer(text, floor, item.amount.start):
        last = match
    if last is None or ";" in text[last.end() : item.amount.start]:
        return None
    if not any(word.start > last.end() for word in before):
        return None
    return noun_phrase_after(text, last.end(), item.amount.start, item.code)


@cache
def _counter_pattern(code: str) -> re.Pattern[str]:
    data = language.section(code, "quantities")
    counter, of = any_word(data["counters"]), any_word(data["of"])
    return re.compile(rf"\s*\b(?:\w+['’\s]\s*){{0,3}}{counter}\s+{of}", re.IGNORECASE)


def _of_number(text: str, item: Found, before: Sequence[Word]) -> Span | None:
    """Read "a death toll of 58", "a crew of five"; not "a total of 4,600"."""
    if len(before) < 2 or before[-1].key not in words(item.code, "of"):
        return None
    if before[-2].key in words(item.code, "generic_totals"):
        return None
    return noun_phrase_before(text, before[-2].end, item.floor, item.code)


def _label(text: str, item: Found, before: Sequence[Word]) -> Span | None:
    """Read "Killed soldiers: 53" and "French soldiers (2,400)"."""
    mark = text[item.floor : item.amount.start].rstrip()[-1:]
    if not before or mark not in (":", "("):
        return None
    if mark == "(" and text[item.amount.after : item.amount.after + 1] != ")":
        return None
    return noun_phrase_before(text, before[-1].end, item.floor, item.code)


def _shares(text: str, item: Found, following: Found) -> bool:
    """Tell whether only "or", "and", "to", "of" stand between two numbers ("12 or 15 soldiers")."""
    if item.sentence != following.sentence:
        return False
    between = text[item.amount.after : following.amount.start].lower().split()
    joins = words(item.code, "number_joins")
    return 0 < len(between) <= 3 and all(word in joins for word in between)


def _subject(text: str, item: Found, before: Sequence[Word]) -> Span | None:
    """Read "casualties total 58", "casualties, estimated to be in the hundreds"."""
    code = item.code
    verbs, fillers = words(code, "count_verbs"), words(code, "count_fillers")
    seen = comma = False
    end = item.amount.start
    for word in reversed(before):
        gap = text[word.end : end].strip()
        if gap and (gap != "," or comma or not seen):
            return None
        comma = comma or gap == ","
        if word.key in verbs:
            seen = True
        elif comma or not (word.key in fillers or is_adverb(word.key, code)):
            break
        end = word.start
    else:
        return None
    if not seen:
        return None
    return _leftmost(text, word.end, item, adjuncts=not comma)


def _leftmost(text: str, end: int, item: Found, *, adjuncts: bool) -> Span | None:
    """Return the phrase that ends at ``end``, or the one its place and time belong to."""
    span = noun_phrase_before(text, end, item.floor, item.code)
    prepositions = words(item.code, "adjunct_prepositions")
    while adjuncts:
        floor = max(item.floor, end - _SUBJECT)
        left = words_before(text, floor, span[0] if span else end, item.code)
        while left and (left[-1].key in words(item.code, "determiners") or left[-1].key.isdigit()):
            left.pop()
        if len(left) < 2 or left[-1].key not in prepositions:
            break
        outer = noun_phrase_before(text, left[-1].start, item.floor, item.code)
        if outer is None:
            break
        span, end = outer, outer[0]
    return span
