"""Which words of a passage say something? Those that count when shared copy is measured.

Function words, the formulas of the trade (“spoke on condition of anonymity”) and the parts of a
long name do not: two reporters who never read each other write them alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.util import get_lang_class

from crosscheck.compare.words import Word, folded_words
from crosscheck.language import known, section

_TITLE_CASE = 0.6


def content_flags(text: str, words: Sequence[Word], language: str) -> list[bool]:
    """Tell for each of the ``words`` of ``text`` whether it counts.

    A name counts once however many words it has. ``language`` is the code of the passage.
    """
    code = known(language)
    stop, connectors, formulas = _data(code)
    flags = [word.folded not in stop for word in words]
    for start in range(len(words)):
        for formula in formulas.get(words[start].folded, ()):
            end = start + len(formula)
            if tuple(word.folded for word in words[start:end]) == formula:
                flags[start:end] = [False] * len(formula)
    capital = [text[word.start].isupper() for word in words]
    if sum(capital) <= _TITLE_CASE * len(words):
        _count_names_once(words, capital, flags, connectors)
    return flags


def _count_names_once(
    words: Sequence[Word], capital: list[bool], flags: list[bool], connectors: frozenset[str]
) -> None:
    """Keep only the first flag of a run of capitalised words, with the connectors inside it."""
    inside = False
    for index, word in enumerate(words):
        if capital[index]:
            flags[index] = flags[index] and not inside
            inside = inside or flags[index]
        elif not (inside and word.folded in connectors):
            inside = False


@cache
def _data(
    code: str,
) -> tuple[frozenset[str], frozenset[str], dict[str, list[tuple[str, ...]]]]:
    """Return function words, connectors of names, and formulas by their first word."""
    words = section(code, "reuse")
    stop = {
        part for word in get_lang_class(code).Defaults.stop_words for part in folded_words(word)
    }
    formulas: dict[str, list[tuple[str, ...]]] = {}
    for formula in words["formulas"]:
        parts = tuple(folded_words(formula))
        formulas.setdefault(parts[0], []).append(parts)
    return frozenset(stop), frozenset(words["name_connectors"]), formulas
