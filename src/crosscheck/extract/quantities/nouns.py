"""Where does a noun phrase begin and end? Chunks by closed word classes and shape, no parser.

A phrase is a head noun with the words before it ("French special forces soldiers"), in languages
that put them there also those behind it ("soldats français"), without its article. It ends before
a function word, a verb, a participle behind the noun, or punctuation.
"""

from __future__ import annotations

import re
from functools import cache

from crosscheck import language
from crosscheck.extract.quantities.lexicon import (
    Word,
    any_word,
    is_amount,
    number_word,
    words,
    words_before,
    words_from,
)
from crosscheck.extract.quantities.shapes import (
    ends_phrase,
    is_adverb,
    is_gerund,
    is_participle,
    is_plural,
    is_verbal,
)
from crosscheck.extract.quantities.units import is_unit

Span = tuple[int, int]
_ADJECTIVES = 2  # words of one adjective ("South African")
_MODEL = 5  # characters of the longest number in a name ("Mirage 2000D")
_REACH = 320  # characters in which the last plural noun is looked for
_OPENING = "(“\"‘'«[ \u00a0"


def noun_phrase_after(
    text: str, start: int, stop: int, code: str, *, plural: bool = True
) -> Span | None:
    """Return the noun phrase that begins at ``start``, blanks and an opening mark skipped.

    ``stop`` is the end of the sentence, ``code`` the language, ``plural`` whether a plural noun is
    looked for. None where no noun phrase begins (a verb, a preposition, punctuation, ...).
    """
    while start < stop and text[start] in _OPENING:
        start += 1
    run = _until_stop(_without_lead(words_from(text, start, stop, code), code), code)
    if not run:
        return None
    head = _plural_head(run, code) if plural else None
    if head is None:
        head = _last_noun(run, code)
    if head is None:
        return None
    further = _coordinated(text, run, stop, code) if plural else None
    end = further or _with_complement(text, run[head], stop, code)
    return run[0].start, end


def noun_phrase_before(text: str, end: int, floor: int, code: str) -> Span | None:
    """Return the noun phrase that ends at ``end``, or None; nothing before ``floor`` is read."""
    run = _run_before(text, end, floor, code)
    verbs, stops = words(code, "verbs"), words(code, "stops")
    lead = _leading(code)
    first = len(run)
    while first and run[first - 1].key not in stops:
        first -= 1
    run = run[first:]
    for at in range(len(run) - 1, 0, -1):
        if run[at - 1].key in verbs or (at > 1 and is_participle(run[at - 1].key, code)):
            run = run[at:]
            break
    while run and (
        run[0].key in lead
        or run[0].key.isdigit()
        or (len(run) > 1 and (run[0].key in verbs or number_word(run[0].key, code)))
    ):
        del run[0]
    while len(run) > 1 and is_verbal(run[-1].key, code):
        run.pop()
    if not run or run[-1].key[0].isdigit():
        return None
    return _owner_start(text, run[0].start, floor, code), run[-1].end


@cache
def _leading(code: str) -> frozenset[str]:
    """Return what stands before the phrase and is not part of it ("the first mercenaries")."""
    ordinals = language.section(code, "numbers")["ordinals"]
    return words(code, "skipped") | words(code, "determiners") | frozenset(ordinals)


def _owner_start(text: str, start: int, floor: int, code: str) -> int:
    """Return where "members of the army" begins, given where "army" does."""
    left = _run_before(text, start, floor, code)
    while left and left[-1].key in words(code, "determiners"):
        left.pop()
    if len(left) < 2 or left[-1].key not in words(code, "of"):
        return start
    if left[-2].key not in words(code, "relational"):
        return start
    outer = noun_phrase_before(text, left[-2].end, floor, code)
    return outer[0] if outer else start


def last_plural(text: str, end: int, floor: int, code: str) -> Span | None:
    """Return the last noun phrase with a plural head before ``end``, or None."""
    floor = max(floor, end - _REACH)
    stops, verbs = words(code, "stops"), words(code, "verbs")
    passed, singular = words(code, "never_counted"), words(code, "singular_before")
    run = words_before(text, floor, end, code)
    for at in range(len(run) - 1, -1, -1):
        key = run[at].key
        if key in stops or key in verbs or not is_plural(key, code):
            continue
        verb = at > 0 and run[at - 1].key in singular  # "it costs"
        if not (verb or key in passed or is_unit(key, code) or is_amount(key, code)):
            return noun_phrase_before(text, run[at].end, floor, code)
    return None


def _without_lead(run: list[Word], code: str) -> list[Word]:
    """Return the words without what stands before the phrase ("more", "of the", "of its")."""
    skipped, of, determiners = (words(code, name) for name in ("skipped", "of", "determiners"))
    linked = False
    for at, word in enumerate(run):
        if not (word.key in skipped or (linked and word.key in determiners)):
            return run[at:]
        linked = linked or word.key in of
    return []


def _until_stop(run: list[Word], code: str) -> list[Word]:
    """Return the words before the first function word or number; none for a bare state."""
    stops, states = words(code, "stops"), words(code, "states")
    for at, word in enumerate(run):
        model = at > 0 and run[at - 1].capital and word.key[0].isdigit()  # "Mirage 2000"
        if model and len(word.key) <= _MODEL and not is_plural(run[at - 1].key, code):
            continue
        if word.key in stops or word.key[0].isdigit() or number_word(word.key, code):
            run = run[:at]
            break
    if not run or (run[0].key in states and len(run) == 1):
        return []
    return run


def _coordinated(text: str, run: list[Word], stop: int, code: str) -> int | None:
    """Return the end of the phrase if ``run`` is only its first adjective ("French and ...")."""
    if len(run) > _ADJECTIVES or not all(word.capital for word in run):
        return None
    if any(is_plural(word.key, code) for word in run):
        return None
    joint = _joint_pattern(code).match(text, run[-1].end, stop)
    if joint is None:
        return None
    following = words_from(text, joint.end(), stop, code, most=1)
    if not following or not following[0].capital:
        return None
    rest = noun_phrase_after(text, joint.end(), stop, code)
    plural = rest and is_plural(text[slice(*rest)].lower().split()[-1], code)
    return rest[1] if rest and plural else None


@cache
def _joint_pattern(code: str) -> re.Pattern[str]:
    joins = any_word(language.section(code, "quantities")["joins"])
    return re.compile(rf"\s*,\s+(?:{joins}\s+)?|\s+{joins}\s+", re.IGNORECASE)


def _plural_head(run: list[Word], code: str) -> int | None:
    """Return the place of the plural noun that the phrase ends with, or None."""
    verbs = words(code, "verbs")
    for at, word in enumerate(run):
        if word.key in verbs:
            return None
        if is_plural(word.key, code):
            head = at
            while head + 1 < len(run) and _goes_on(run[head], run[head + 1], code):
                head += 1
            return head
    return None


def _goes_on(word: Word, following: Word, code: str) -> bool:
    """Tell whether a phrase goes on behind its plural noun ("rights groups", "United Nations")."""
    if any(following.key in words(code, name) for name in ("states", "singular_verbs")):
        return False
    if is_verbal(following.key, code) or number_word(following.key, code):
        return False
    if word.key.endswith(("'", "'s")):
        return False  # "the two soldiers' bodies"
    return is_plural(following.key, code) or (word.capital and following.capital)


def _last_noun(run: list[Word], code: str) -> int | None:
    """Return the place of the last word before a verb, a participle or an adverb."""
    states, singular = words(code, "states"), words(code, "singular_verbs")
    if run[0].key in words(code, "plain_verbs") or run[0].key in words(code, "verbs"):
        return None
    for at, word in enumerate(run):
        ends = is_verbal(word.key, code) or is_adverb(word.key, code) or word.key in singular
        last = at + 1 == len(run)
        third = last and at > 0 and not word.capital and is_plural(word.key, code)
        if ends or third or (last and is_gerund(word.key, code)):
            if at == 0:
                if len(run) > 1 and run[1].key not in states and is_participle(word.key, code):
                    continue
                return None
            return at - 1
    return len(run) - 1


def _with_complement(text: str, head: Word, stop: int, code: str) -> int:
    """Return the end of the phrase, with what its head needs ("members of the army")."""
    end = head.end
    following = words_from(text, end, stop, code, most=3)
    if len(following) < 2:
        return _without_mark(text, head)
    if following[0].key in words(code, "of") and head.key in words(code, "relational"):
        inner = following[1].end if following[1].key in words(code, "stops") else following[0].end
        span = noun_phrase_after(text, inner, stop, code)
        return span[1] if span else end
    if following[0].key in words(code, "joins") and is_plural(head.key, code):
        for word in following[1:]:
            if number_word(word.key, code):
                break
            if is_plural(word.key, code):
                span = noun_phrase_after(text, following[1].start, stop, code)
                return span[1] if span else end
            if ends_phrase(word.key, code):
                break
    return _without_mark(text, head)


def _without_mark(text: str, head: Word) -> int:
    """Return the end of the head without the mark of a possessor or a quotation."""
    if text[head.end - 1] in "'’":
        return head.end - 1
    return head.end - 2 if head.key.endswith("'s") else head.end


def _run_before(text: str, end: int, floor: int, code: str) -> list[Word]:
    """Return the words before ``end`` that only blanks part from it."""
    run: list[Word] = []
    at = end
    for word in reversed(words_before(text, max(floor, end - 90), end, code)):
        if word.end < at and not text[word.end : at].isspace():
            break
        run.append(word)
        at = word.start
    return run[::-1]
