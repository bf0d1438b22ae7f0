"""Which single quotation marks belong together, and which are apostrophes?"""

from __future__ import annotations

import re

from crosscheck.extract.quotes.pairing import Pair, context, marks_of
from crosscheck.extract.quotes.words import Words

_DECADE = re.compile(r"\d0s\b")
_WORD = re.compile(r"\s*(\w+)")


def pair_singles(raw: str, start: int, end: int, words: Words) -> list[Pair]:
    """Return the pairs of single marks of the paragraph ``raw[start:end]``, in order.

    A mark between letters is an apostrophe; one after an "s" and before a noun may be a genitive
    ("the soldiers’ families") and closes a quotation only if no better mark follows.
    """
    pattern, closers_of, closing = marks_of(words.single)
    pairs: list[Pair] = []
    opened: tuple[int, int, frozenset[str]] | None = None
    doubtful: tuple[int, int] | None = None
    for event in pattern.finditer(raw, start, end):
        mark, (first, last) = event.group(), event.span()
        opens, closes = context(raw, first, last, start, end)
        if mark in closers_of and opens > closes and not _is_elision(raw, last, words):
            if opened is not None and doubtful is not None:
                pairs.append(Pair(*opened[:2], *doubtful))
            opened, doubtful = (first, last, closers_of[mark]), None
        elif opened is not None and mark in opened[2] and mark in closing and closes:
            if _may_be_genitive(raw, first, last, words):
                doubtful = (first, last)
            else:
                pairs.append(Pair(*opened[:2], first, last))
                opened = doubtful = None
    if opened is not None and doubtful is not None:
        pairs.append(Pair(*opened[:2], *doubtful))
    return pairs


def _is_elision(raw: str, last: int, words: Words) -> bool:
    """Tell whether the mark before ``last`` stands for dropped letters ("'em", "'90s")."""
    word = _WORD.match(raw, last)
    if word is None:
        return False
    return word[1].lower() in words.elisions or _DECADE.match(raw, last) is not None


def _may_be_genitive(raw: str, first: int, last: int, words: Words) -> bool:
    """Tell whether a closing mark may as well be an apostrophe ("the soldiers’ families")."""
    if raw[first - 1] not in "sxzSXZ" and raw[max(0, first - 2) : first] != "in":
        return False
    word = _WORD.match(raw, last)
    if word is None or not raw[last].isspace():
        return False
    return not (word[1].lower() in words.after_closing or word[1][0].isupper())
