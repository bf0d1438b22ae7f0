"""What was counted, if it stands before its number? "Casualties total 58", "a toll of 58"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from crosscheck import language
from crosscheck.extract.quantities.amounts import Amount
from crosscheck.extract.quantities.lexicon import (
    Scope,
    Word,
    any_word,
    endings,
    words,
    words_before,
    words_from,
)
from crosscheck.extract.quantities.nouns import Span, noun_phrase_after, noun_phrase_before
from crosscheck.extract.quantities.shapes import is_adverb, is_plural, is_verbal

_CARRIER = 4  # words before a number in which the verb stands that carries it
NEAR = 160  # characters before a number in which what it counts is looked for


def _number_of_behind(amount: Amount, before: Sequence[Word], scope: Scope) -> Span | None:
    """Read "brings to 53 the number of soldiers", "puts at 53 the soldiers killed"."""
    text, _, stop, code = scope
    match = _counter_pattern(code).match(text, amount.after, stop)
    if match is not None:
        return noun_phrase_after(text, match.end(), stop, code)
    if not before or before[-1].key not in words(code, "carried_before"):
        return None
    behind = words_from(text, amount.after, stop, code, most=1)
    carriers = endings(code, "carriers_before")
    if not behind or behind[0].key not in words(code, "determiners"):
        return None
    if not any(word.key.startswith(carriers) for word in before[-_CARRIER:]):
        return None
    span = noun_phrase_after(text, behind[0].end, stop, code)
    return span if _is_plural(text, span, code) else None


def subject(amount: Amount, before: Sequence[Word], scope: Scope) -> Span | None:
    """Read "casualties total 58", "casualties, estimated to be in the hundreds"."""
    code = scope.code
    verbs, fillers = words(code, "count_verbs"), words(code, "count_fillers")
    existential = words(code, "existential")
    seen = comma = False
    end = amount.start
    for word in reversed(before):
        gap = scope.text[word.end : end].strip()
        if gap and (gap != "," or comma or not seen):
            return None
        comma = comma or gap == ","
        if word.key in existential:
            return None
        if word.key in verbs and not (seen and _names(word.key, code)):
            seen = True
        elif comma or not (word.key in fillers or is_adverb(word.key, code)):
            return _leftmost(word.end, scope, adjuncts=not comma) if seen else None
        end = word.start
    return None


def _names(key: str, code: str) -> bool:
    """Tell whether a word that may be a verb of counting is a noun before another verb."""
    return key not in words(code, "stops") and not is_verbal(key, code)


def _number_of(amount: Amount, before: Sequence[Word], scope: Scope) -> Span | None:
    """Read "the number of soldiers killed there has risen to 53"."""
    text, floor, _, code = scope
    last = None
    for match in _counter_pattern(code).finditer(
        text, max(floor, amount.start - NEAR), amount.start
    ):
        last = match
    between = text[last.end() : amount.start] if last else ""
    if last is None or ";" in between or not between.strip():
        return None
    return noun_phrase_after(text, last.end(), amount.start, code)


def _of_number(amount: Amount, before: Sequence[Word], scope: Scope) -> Span | None:
    """Read "a death toll of 58", "a crew of five"; not "a total of 4,600"."""
    if len(before) < 2 or before[-1].key not in words(scope.code, "of"):
        return None
    last = before[-2].key
    if last in words(scope.code, "generic_totals") or is_verbal(last, scope.code):
        return None
    return noun_phrase_before(scope.text, before[-2].end, scope.floor, scope.code)


def _label(amount: Amount, before: Sequence[Word], scope: Scope) -> Span | None:
    """Read "Killed soldiers: 53" and "French soldiers (2,400)"."""
    text, floor, _, code = scope
    floor = max(floor, amount.start - NEAR)
    near = text[floor : amount.start].rstrip()
    closed = text.startswith(")", amount.after)
    if not near.endswith(":") and not (near.endswith("(") and closed):
        return None
    return noun_phrase_before(text, floor + len(near[:-1].rstrip()), floor, code)


def _carried(amount: Amount, before: Sequence[Word], scope: Scope) -> Span | None:
    """Read "brings the death toll to 58", "cut troop numbers from 5,100"."""
    code = scope.code
    if len(before) < 3 or before[-1].key not in words(code, "carried_to"):
        return None
    carriers, determiners = endings(code, "carriers"), words(code, "determiners")
    for at in range(len(before) - 2, -1, -1):
        if not before[at].key.startswith(carriers):
            continue
        start = before[at + (before[at + 1].key in determiners)].end
        behind = noun_phrase_after(scope.text, start, amount.start, code)
        if behind and before[at + 1].key in words(code, "existential"):
            return None  # "puts their number at 1,000"
        return behind or _passive(before[:at], scope)
    return None


def _passive(before: Sequence[Word], scope: Scope) -> Span | None:
    """Return the phrase that ends before auxiliaries ("troop numbers would be [cut to]")."""
    between = words(scope.code, "stops") | words(scope.code, "count_fillers")
    for word in reversed(before):
        if word.key not in between and not is_adverb(word.key, scope.code):
            return noun_phrase_before(scope.text, word.end, scope.floor, scope.code)
    return None


RULES: dict[str, Callable[[Amount, Sequence[Word], Scope], Span | None]] = {
    "number_of_behind": _number_of_behind,
    "of_number": _of_number,
    "label": _label,
    "number_of": _number_of,
    "carried": _carried,
}


def before_of(amount: Amount, scope: Scope) -> list[Word]:
    """Return the words before ``amount`` in its sentence, as far as a rule looks."""
    floor = max(scope.floor, amount.start - NEAR)
    return words_before(scope.text, floor, amount.start, scope.code)


def _leftmost(end: int, scope: Scope, *, adjuncts: bool) -> Span | None:
    """Return the phrase that ends at ``end``, or the one its place and time belong to."""
    text, floor, _, code = scope
    span = noun_phrase_before(text, end, floor, code)
    prepositions, determiners = words(code, "adjunct_prepositions"), words(code, "determiners")
    of = words(code, "of")
    while adjuncts:
        at = span[0] if span else end
        for word in reversed(words_before(text, max(floor, at - NEAR), at, code)):
            if text[word.end : at].strip():
                return span
            at = word.start
            if word.key not in determiners and not word.key.isdigit():
                break
        else:
            return span
        leads = word.key in prepositions or word.key in of
        outer = noun_phrase_before(text, at, floor, code) if leads else None
        if outer is None:
            return span
        plural = _is_plural(text, outer, code) and not _is_plural(text, span, code)
        if word.key in of and not plural:
            return span  # "the head of the gendarmes", unlike "the paramilitaries of Wagner"
        span = outer
    return span


def _is_plural(text: str, span: Span | None, code: str) -> bool:
    return span is not None and is_plural(text[slice(*span)].lower().split()[-1], code)


@cache
def _counter_pattern(code: str) -> re.Pattern[str]:
    data = language.section(code, "quantities")
    counter, of = any_word(data["counters"]), any_word(data["of"])
    return re.compile(rf"\s*\b(?:\w+['’\s]\s*){{0,3}}{counter}\s+{of}", re.IGNORECASE)
