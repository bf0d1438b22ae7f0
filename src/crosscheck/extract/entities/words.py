"""Which words does a text have, where, and which of them look like names?"""

from __future__ import annotations

import re
import sys
import unicodedata
from itertools import accumulate
from typing import NamedTuple

LOWER, CAPITALISED, UPPER = 0, 1, 2
"""The kinds of a word: no initial capital, an initial capital, capitals only (two or more)."""


def _characters(wanted: str) -> str:
    """Return the letters of category ``wanted`` below U+2000 as ranges of a character class."""
    codes = [c for c in range(0x2000) if unicodedata.category(chr(c)) == wanted]
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{re.escape(chr(a))}-{re.escape(chr(b))}" for a, b in ranges)


_SMALL, _CAPITAL = _characters("Ll"), _characters("Lu")
# A word is a run of letters and digits. The "s" of a genitive is none, and a small word glued to
# a capitalised one ("regionAnna": a heading glued to the text before it) is two. An apostrophe
# inside a longer word ("Jama'at") belongs to it; after one letter ("d'Ivoire") it divides.
_WORD = re.compile(
    rf"((?<![\w'’])[{_SMALL}]{{3,}}(?=[{_CAPITAL}])|"
    rf"(?<!['’])[^\W_]+(?:(?<=[^\W_]{{2}})['’](?![sS]\b)[{_SMALL}]+)?|(?<=['’])(?![sS]\b)[^\W_]+)"
)
_LIMIT = 200_000


class Words(NamedTuple):
    """The words of a stretch of text: parallel lists, plus the gap after each word."""

    texts: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    keys: list[str]
    kinds: list[int]


class _Memory(dict[str, str]):
    """Word → comparison key: without accents and case; what was seen is kept."""

    def __missing__(self, word: str) -> str:
        if len(self) > _LIMIT:
            self.clear()
        plain = unicodedata.normalize("NFKD", word)
        key = "".join(c for c in plain if c.isalnum()).casefold()
        self[word] = key = sys.intern(key) if key else word
        return key


class _Kinds(dict[str, int]):
    """Word → its kind; what was seen is kept."""

    def __missing__(self, word: str) -> int:
        if len(self) > _LIMIT:
            self.clear()
        kind = LOWER
        if word[0].isupper() or word[0].istitle():
            kind = UPPER if len(word) > 1 and word.isupper() else CAPITALISED
        self[word] = kind
        return kind


_keys = _Memory()
_kinds = _Kinds()


def split_words(text: str, start: int, end: int) -> Words:
    """Return the words of ``text[start:end]``; starts and ends are offsets into ``text``.

    ``keys`` are for comparison only (no accents, no case); ``gaps[i]`` is what stands between word
    i and the next one.
    """
    parts = _WORD.split(text[start:end])
    offsets = list(accumulate(map(len, parts), initial=start))
    texts = parts[1::2]
    return Words(
        texts,
        offsets[1:-1:2],
        offsets[2::2],
        parts[2::2],
        list(map(_keys.__getitem__, texts)),
        list(map(_kinds.__getitem__, texts)),
    )


def key_of(name: str) -> tuple[str, ...]:
    """Return the comparison keys of the words of ``name``."""
    return tuple(split_words(name, 0, len(name)).keys)


def slug(name: str) -> str:
    """Return ``name`` as lower-case ASCII words joined by hyphens (or the letters, if none)."""
    key = "-".join(key_of(name))
    plain = re.sub(r"[^a-z0-9]+", "-", key).strip("-")
    return plain or key or "unnamed"
