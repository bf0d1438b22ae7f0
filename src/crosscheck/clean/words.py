"""Which words carry the topic of a line? They tell one story of a page from another."""

from __future__ import annotations

import re
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS as ENGLISH
from spacy.util import get_lang_class

from crosscheck.language import known, section

_WORD = re.compile(r"[^\W\d_]{4,}")
# A capitalised word after a small letter or a comma; so no word that begins a sentence.
_CAPITAL = re.compile(r"(?<=[a-zà-ÿ,;’'] )[A-ZÀ-Þ][^\W\d_]{2,}")
# Inflected forms of one word mostly share this many letters.
_STEM = 6


def content_words(text: str, code: str) -> frozenset[str]:
    """Return the stems of the content words of ``text`` (lower case) in language ``code``."""
    words = set(_WORD.findall(text)) - _stop_words(code)
    return frozenset(word.removesuffix("s")[:_STEM] for word in words)


def names_in(text: str, code: str) -> frozenset[str]:
    """Return the capitalised words of ``text`` that no sentence begins with; days are no names."""
    found = (name.lower().removesuffix("s") for name in _CAPITAL.findall(text))
    return frozenset(name for name in found if name not in _days(code))


def is_common(word: str, code: str) -> bool:
    """Tell whether ``word`` (in small letters) carries no topic in language ``code``."""
    return word in _stop_words(code)


@cache
def _days(code: str) -> frozenset[str]:
    """Return the names of months and weekdays."""
    data = section(known(code), "cleaning")
    return frozenset(day.removesuffix("s") for day in (*data["months"], *data["weekdays"]))


@cache
def _stop_words(code: str) -> frozenset[str]:
    """Return the words that carry no topic: function words, and those of all news."""
    data = section(known(code), "cleaning")
    try:
        own = get_lang_class(code).Defaults.stop_words
    except ImportError:
        own = ENGLISH
    return frozenset((*own, *data["common"], *data["months"], *data["weekdays"]))
