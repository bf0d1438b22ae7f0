"""Which words carry the topic of a line? They tell one story of a page from another."""

from __future__ import annotations

import re
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS as ENGLISH
from spacy.util import get_lang_class

from crosscheck.language import known, section

_WORD = re.compile(r"[^\W\d_]{4,}")
# Inflected forms of one word mostly share this many letters.
_STEM = 6


def content_words(text: str, code: str) -> frozenset[str]:
    """Return the stems of the content words of ``text`` (lower case) in language ``code``."""
    words = set(_WORD.findall(text)) - _stop_words(code)
    return frozenset(word.removesuffix("s")[:_STEM] for word in words)


@cache
def _stop_words(code: str) -> frozenset[str]:
    """Return the words that carry no topic: function words, and those of all news."""
    data = section(known(code), "cleaning")
    try:
        own = get_lang_class(code).Defaults.stop_words
    except ImportError:
        own = ENGLISH
    return frozenset((*own, *data["common"], *data["months"], *data["weekdays"]))
