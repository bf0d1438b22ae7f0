"""What does a language know of amounts? The ``quantities`` data, compiled once per language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from crosscheck import language
from crosscheck.extract.numbers import GAP, any_of, number_words_pattern

# Blanks that group thousands: plain, no-break, narrow no-break, thin, figure.
BLANKS = " \u00a0\u202f\u2009\u2007"
_DIGITS = rf"[0-9]+(?:[.,'’][0-9]+|[{BLANKS}][0-9]{{3}}(?![0-9])){{0,8}}"
# "2½", "10 1/2" and "½" alone.
_FRACTION = r"[½¼¾⅓⅔⅛]|[^\S\r\n][1-9][/⁄][1-9][0-9]?(?![\w/⁄])"
_DOTTED = r"(?:[^\W\d_]\.){2,}"
_PLAIN = r"[^\W_]+(?:[-‐‑'’&/][^\W_]+)*['’]?"


class Scope(NamedTuple):
    """The stretch of a text that is read, ``floor`` to ``stop``, and its language."""

    text: str
    floor: int
    stop: int
    code: str


class Word(NamedTuple):
    """A word of the text; ``key`` is lower case with plain apostrophes, for looking it up."""

    start: int
    end: int
    key: str
    capital: bool


@cache
def words(code: str, name: str) -> frozenset[str]:
    """Return list ``name`` of the quantities data of language ``code``, in lower case."""
    return frozenset(_key(item) for item in language.section(code, "quantities")[name])


@cache
def number_word(key: str, code: str) -> bool:
    """Tell whether the word is a number ("five"), multiplies one ("hundred") or is vague."""
    numbers = language.section(code, "numbers")
    return any(
        key in table
        for table in (numbers["cardinals"], numbers["multipliers"], values(code, "vague"))
    )


@cache
def is_amount(key: str, code: str) -> bool:
    """Tell whether the word is itself an amount ("thousands", "two-thirds")."""
    return number_word(key, code) or key.rpartition("-")[2] in values(code, "parts_plural")


@cache
def values(code: str, name: str) -> dict[str, float]:
    """Return table ``name`` (word to number) of the quantities data, its words as written."""
    table = language.section(code, "quantities")[name]
    return {str(word): float(value) for word, value in table.items()}


@cache
def phrases(code: str, name: str) -> dict[tuple[str, ...], str]:
    """Return table ``name`` (label to phrases) turned round: phrase, as words, to label."""
    table = language.section(code, "quantities")[name]
    return {
        tuple(_key(phrase).split()): str(label) for label, many in table.items() for phrase in many
    }


@cache
def endings(code: str, name: str) -> tuple[str, ...]:
    """Return list ``name`` as ``str.endswith`` and ``str.startswith`` take it."""
    return tuple(sorted(words(code, name)))


def any_word(items: Iterable[object]) -> str:
    """Return the regex of any of ``items`` up to the end of a word, with either apostrophe."""
    spelt = any_of(map(str, items)).replace("'", "['’]")
    return rf"(?:{spelt}(?:(?<=['’])|(?!\w)))" if spelt else r"(?!)"


@cache
def scanner(code: str) -> re.Pattern[str]:
    """Return the pattern of everything that may be an amount in language ``code``.

    Its groups: ``digits``, ``part`` (of a whole), ``vague`` and ``words``.
    """
    data = language.section(code, "quantities")
    numbers = language.section(code, "numbers")
    # "a third of", "two-thirds"; not "twenty-third"
    ones = [word for word, value in numbers["cardinals"].items() if float(value) == 1]
    single = any_of([*ones, *numbers["articles"]])
    several = any_of(word for word in numbers["cardinals"] if word not in ones)
    of = any_word(data["of"])
    part = "|".join(
        rf"{many}(?:-{names}(?!\w)|{GAP}{names}(?={GAP}{of}))"
        for many, names in (
            (single, any_of(data["parts"])),
            (several, any_of(data["parts_plural"])),
        )
    )
    part += (
        rf"|[0-9]+[/⁄][0-9]+(?=\s+{of})"
        rf"|{any_of(data['halves'])}(?={GAP}{any_word(data['half_before'])})"
    )
    plain = [word for word in data["vague"] if word not in data["vague_with_of"]]
    some = any_of(data["vague_determiners"])
    vague = (
        rf"(?:{some}{GAP})?(?:{any_word(plain)}|{any_of(data['vague_with_of'])}(?={GAP}{of}))"
        rf"|{some}{GAP}{any_word(data['vague_multipliers'])}"
    )
    spelt = number_words_pattern(code)
    if data["bare_after"]:  # "some hundred and fifty"
        led = "|".join(rf"(?<=\b{re.escape(word)}\s)" for word in data["bare_after"])
        factor, cardinal = any_of(numbers["multipliers"]), any_of(numbers["cardinals"])
        rest = rf"{GAP}{any_of(numbers['connectors'])}{GAP}{cardinal}(?:{GAP}{cardinal})?"
        spelt += rf"|(?={factor}\b)(?:{led}){factor}\b(?:{rest}\b)?(?:{GAP}{factor}\b)?"
    names = ("cardinals", "articles", "fractions")
    firsts = [word for name in names for word in numbers[name]]
    firsts += [word for name in ("halves", "vague", "vague_determiners") for word in data[name]]
    return re.compile(
        # Most characters fail at once, at the first line.
        rf"(?-i:(?=[0-9½¼¾⅓⅔⅛]|(?<!\w)(?:{_beginnings(firsts)})))"
        rf"(?:\b(?P<part>{part})"
        rf"|(?P<digits>{_DIGITS}(?:{_FRACTION})?|[½¼¾⅓⅔⅛])|\b(?:(?P<vague>{vague})|(?P<words>{spelt})))",
        re.IGNORECASE,
    )


def _beginnings(words: Iterable[object], depth: int = 3) -> str:
    """Return the regex of the first letters of ``words``, small and capital."""
    rests: dict[str, list[str]] = {}
    for word in map(str, words):
        rests.setdefault(word[:1].lower(), []).append(word[1:])
    found = []
    for letter, after in sorted(rests.items()):
        one = rf"[{letter}{letter.upper()}]" if letter.isalpha() else r"(?!\w)"
        deeper = letter.isalpha() and depth > 1
        found.append(rf"{one}(?:{_beginnings(after, depth - 1)})" if deeper else one)
    return "|".join(found)


@cache
def spelt_without_and(code: str) -> re.Pattern[str]:
    """Return the pattern of number words in which "and" joins nothing."""
    return re.compile(number_words_pattern(code, joined=False), re.IGNORECASE)


@cache
def _word_pattern(code: str) -> re.Pattern[str]:
    elided = any_of(map(str, language.section(code, "quantities")["elisions"]))
    begin = rf"\b{elided}['’](?=\w)|" if elided else ""
    return re.compile(rf"{begin}{_DOTTED}|{_PLAIN}", re.IGNORECASE)


def words_from(text: str, start: int, end: int, code: str, *, most: int = 8) -> list[Word]:
    """Return the words from ``start``, up to ``most``, that only blanks part from each other."""
    found: list[Word] = []
    at = start
    for match in _word_pattern(code).finditer(text, start, end):
        first, last = match.span()
        if first > at and not text[at:first].isspace():
            break
        word = match.group()
        found.append(Word(first, last, _key(word), word[0].isupper()))
        if len(found) == most:
            break
        at = last
    return found


def words_before(text: str, start: int, end: int, code: str) -> list[Word]:
    """Return all words of ``text[start:end]``, whatever stands between them."""
    found = []
    for match in _word_pattern(code).finditer(text, start, end):
        word = match.group()
        found.append(Word(match.start(), match.end(), _key(word), word[0].isupper()))
    return found


def _key(word: str) -> str:
    return str(word).lower().replace("’", "'")
