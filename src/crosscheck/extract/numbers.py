"""What number do these words say? Number words to values, from each language's ``numbers`` data.

Used by every layer that reads numbers ("nine-year", "four hundred soldiers").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from crosscheck import language

# Between the words of one number: a hyphen, or blanks with at most one line break.
GAP = r"(?:[-‐‑]|[^\S\r\n]+(?:\r?\n[^\S\r\n]*)?|\r?\n[^\S\r\n]*)"
_SPLIT = re.compile(r"[\s‐‑-]+")


@dataclass(frozen=True)
class _Words:
    """The number words of a language, each a tuple of lower-case words."""

    cardinals: dict[tuple[str, ...], float]
    multipliers: dict[str, float]
    fractions: dict[str, float]
    articles: frozenset[str]
    connectors: frozenset[str]
    scores: frozenset[float]
    longest: int


@cache
def _words(code: str) -> _Words:
    data = language.section(code, "numbers")
    cardinals = {
        tuple(_SPLIT.split(str(key))): float(value) for key, value in data["cardinals"].items()
    }
    multipliers = {**data["multipliers"], **data["collectives"]}
    return _Words(
        cardinals,
        {str(key): float(value) for key, value in multipliers.items()},
        {str(key): float(value) for key, value in data["fractions"].items()},
        frozenset(data["articles"]),
        frozenset(data["connectors"]),
        frozenset(float(value) for value in data["scores"]),
        max(map(len, cardinals)),
    )


def parse_number_words(words: str | Sequence[str], code: str) -> float | None:
    """Return the number that ``words`` of language ``code`` say, or None if they say none.

    ``words`` is a text ("two hundred and five", "quatre-vingt-dix") or its words. Capitals do not
    matter. "a hundred", "half a million", "two and a half" are numbers; "a", "and" and an
    ungrammatical row ("three four") are not.
    """
    text = words if isinstance(words, str) else " ".join(words)
    parts = [part for part in _SPLIT.split(text.strip().lower()) if part]
    sum_ = _Sum(_words(code))
    at = 0
    while at < len(parts):
        size = sum_.take(parts, at)
        if not size:
            return None
        at += size
    return sum_.total + sum_.group if sum_.seen and not sum_.joined else None


class _Sum:
    """A number while its words are read from left to right."""

    def __init__(self, words: _Words) -> None:
        self.words = words
        self.total = 0.0  # what stands before the last thousand, million, ...
        self.group = 0.0  # what is still being built
        self.scale = float("inf")  # the last thousand, million, ...; the next must be smaller
        self.last: float | None = None  # the number just read, None where nothing may follow
        self.seen = self.joined = False  # any number yet; just after an "and"

    def take(self, parts: Sequence[str], at: int) -> int:
        """Add the number word at ``at``; return how many words it took, 0 where it does not fit."""
        part, following = parts[at], parts[at + 1] if at + 1 < len(parts) else ""
        words = self.words
        if part in words.multipliers:
            return self._multiply(words.multipliers[part])
        if part in words.fractions:
            return self._fraction(words.fractions[part], following)
        if part in words.articles and following in words.fractions:
            return int(self.joined or not self.seen)
        if part in words.articles and following in words.multipliers and not self.seen:
            self.group, self.seen = 1.0, True
            return 1
        if part in words.connectors and self.seen and not self.joined:
            self.joined = True
            return 1
        return self._add(parts, at)

    def _multiply(self, factor: float) -> int:
        if self.joined or (factor == 100 and self.group >= 100):
            return 0
        if factor == 100:
            self.group = (self.group or 1.0) * 100
        elif factor < self.scale and (self.group or not self.seen):
            self.total += (self.group or 1.0) * factor
            self.group, self.scale = 0.0, factor
        else:
            return 0
        self.seen, self.last = True, factor
        return 1

    def _fraction(self, fraction: float, following: str) -> int:
        if self.seen and not self.joined:
            return 0
        if self.seen and not self.group:  # "un million et demi"
            self.total += fraction * self.scale
        else:
            self.group += fraction
        article = not self.seen and following in self.words.articles  # "half a million"
        self.seen, self.joined, self.last = True, False, None
        return 2 if article else 1

    def _add(self, parts: Sequence[str], at: int) -> int:
        for size in range(min(self.words.longest, len(parts) - at), 0, -1):
            value = self.words.cardinals.get(tuple(parts[at : at + size]))
            if value is None:
                continue
            if self.seen and not self._may_follow(value):
                return 0
            self.group, self.last = self.group + value, value
            self.seen, self.joined = True, False
            return size
        return 0

    def _may_follow(self, value: float) -> bool:
        """Tell whether ``value`` may be added to the last number ("twenty" + "three")."""
        last = self.last
        if last is None or value == 0:
            return False
        if last >= 100:
            return value < 100
        room = 20 if last in self.words.scores else 10
        return last >= 20 and last % 10 == 0 and value < room


def any_of(words: Iterable[str]) -> str:
    """Return a regex (one group, none captured) for ``words``, shared beginnings tried once.

    A blank or hyphen inside a word stands for any gap between words.
    """
    return _branch(sorted({word for word in words if word}))


def _branch(words: Sequence[str]) -> str:
    """Return the regex of a prefix tree over the sorted ``words``, the longest match first."""
    heads: dict[str, list[str]] = {}
    for word in words:
        if word:
            heads.setdefault(word[0], []).append(word[1:])
    pieces = [
        (GAP if head in " -" else re.escape(head)) + _branch(tails) for head, tails in heads.items()
    ]
    if not pieces:
        return ""
    ends = "" in words
    if len(pieces) == 1 and not ends:
        return pieces[0]
    return f"(?:{'|'.join(pieces)}){'?' if ends else ''}"


@cache
def number_words_pattern(code: str, *, joined: bool = True) -> str:
    """Return a regex (none captured) for the number words of language ``code``.

    It begins and ends at word boundaries; compile with ``re.IGNORECASE`` for capitals. With
    ``joined=False`` "and" never lies inside a number, so that "between two hundred and three
    thousand" gives two. What it matches is for ``parse_number_words`` to accept.
    """
    data = language.section(code, "numbers")
    cardinal = any_of(data["cardinals"])
    factors = {**data["multipliers"], **data["collectives"]}
    factor, article = any_of(factors), any_of(data["articles"])
    fraction, connector = any_of(data["fractions"]), any_of(data["connectors"])
    more = [rf"{GAP}(?:{factor}|{cardinal})\b"]
    if joined:
        more.append(rf"{GAP}{connector}{GAP}(?:{article}{GAP})?{fraction}\b")
        more += [
            # "two hundred and five", but not the first half of "two hundred and three hundred"
            rf"(?<={word}){GAP}{connector}{GAP}(?>{cardinal}(?:{GAP}{cardinal})?)\b"
            rf"(?!{GAP}{any_of(key for key, size in factors.items() if size <= value)}\b)"
            for word, value in data["multipliers"].items()
        ]
    half = rf"(?:{article}{GAP})?{fraction}{GAP}(?:{article}{GAP})?{factor}\b"
    first = rf"{half}|{article}{GAP}{factor}\b|{cardinal}\b"
    return rf"\b(?:{first})(?:{'|'.join(more)})*"
