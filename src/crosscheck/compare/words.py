"""The words of a text, with their offsets, folded so that spellings of one word compare equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# A number keeps its separators ("2,000", "11:00"); a word is a run of letters and digits.
_WORD = re.compile(r"\d+(?:[.,:\u00a0\u202f]\d+)+(?!\w)|[^\W_]+")
_SEPARATORS = re.compile(r"[.,:\u00a0\u202f]")


class Word(NamedTuple):
    """A word: ``text[start:end]``, and the form in which it is compared."""

    folded: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """Return the words of ``text`` in order.

    Folding drops case and accents, and the separators of numbers: “2,000” is 2000, “11:00” 1100.
    """
    return [Word(fold(match.group()), *match.span()) for match in _WORD.finditer(text)]


def folded_words(text: str) -> list[str]:
    """Return only the folded forms, for texts whose offsets nobody needs."""
    return [fold(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Return ``word`` without case, accents and number separators."""
    if word.isascii():
        lower = word.lower()
    else:
        parts = unicodedata.normalize("NFKD", word.casefold())
        lower = "".join(char for char in parts if not unicodedata.combining(char)) or word
    return _SEPARATORS.sub("", lower) if lower[0].isdigit() else lower


def count_words(text: str) -> int:
    """Return how many words ``text`` has."""
    return len(_WORD.findall(text))
