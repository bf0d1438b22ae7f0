"""Which words make a number "about", "at least", "more than", ...?"""

from __future__ import annotations

import re
from functools import cache

from crosscheck import language
from crosscheck.extract.quantities.lexicon import phrases

_REACH = 56  # characters before a number that can hold its qualifiers
_MOST = 5  # words in the longest qualifier
_DASHES = re.compile("[—–…]")
_OPENING = "(“\"‘'«[¿¡*"
_APOSTROPHES = ("'", "’")  # "plus d’un millier"
_CLOSING = ',;:!?)]”"»'


def qualifier_before(text: str, start: int, floor: int, code: str) -> tuple[str | None, int]:
    """Return the qualifier in the words directly before ``start`` and where it begins.

    Several may stand together ("up to about"): the first that says more than "about" counts.
    Nothing is read before ``floor``. Without a qualifier: (None, ``start``).
    """
    base = max(floor, start - _REACH)
    near = text[base:start]
    bare = near.rstrip()
    signs: dict[str, str] = language.section(code, "quantities")["qualifier_signs"]
    if bare[-1:] in signs and len(near) - len(bare) < 2:
        return str(signs[bare[-1]]), base + len(bare) - 1
    joined = len(bare) == len(near) and bare[-1:] not in _APOSTROPHES
    tokens = [] if joined else _adjacent(near, code)
    known = phrases(code, "qualifiers")
    label: str | None = None
    first = start
    while tokens:
        for size in range(min(_MOST, len(tokens)), 0, -1):
            found = known.get(tuple(key for key, _ in tokens[-size:]))
            if found is not None and not _ordinary(tokens, size, code):
                break
        else:
            break
        label = found if label in (None, "about") else label
        first = base + tokens[-size][1]
        del tokens[-size:]
    return label, first


def _adjacent(near: str, code: str) -> list[tuple[str, int]]:
    """Return the last words of ``near`` (key, offset) that no punctuation parts from its end.

    None where the very last cannot end a qualifier.
    """
    tokens: list[tuple[str, int]] = []
    end = len(near)
    for word in reversed(_DASHES.sub(" ", near).split()[-_MOST - 3 :]):
        start = near.rindex(word, 0, end)
        bare = word.lstrip(_OPENING)
        key = bare.lower().replace("’", "'")
        apart = word[-1] in _CLOSING or near[start + len(word) : end].strip(" \t\r\n\u00a0\u202f")
        if apart or (not tokens and key not in _last_words(code)):
            break
        tokens.append((key, start + len(word) - len(bare)))
        if len(bare) < len(word):
            break
        end = start
    return tokens[::-1]


@cache
def _last_words(code: str) -> frozenset[str]:
    return frozenset(phrase[-1] for phrase in phrases(code, "qualifiers"))


def _ordinary(tokens: list[tuple[str, int]], size: int, code: str) -> bool:
    """Tell whether a one-word qualifier is an ordinary preposition here ("control over three")."""
    if size > 1 or len(tokens) < 2:
        return False
    return tokens[-2][0] in _not_after(code).get(tokens[-1][0], frozenset())


@cache
def _not_after(code: str) -> dict[str, frozenset[str]]:
    table = language.section(code, "quantities")["not_qualifier_after"]
    return {str(word): frozenset(map(str, many)) for word, many in table.items()}


def qualifier_after(text: str, end: int, stop: int, code: str) -> tuple[str | None, int]:
    """Return the qualifier in the words directly after ``end`` and where it ends ("or more")."""
    match = _after_pattern(code).match(text, end, stop)
    if match is None:
        return None, end
    if match[1] is None:
        return "at_least", match.end()
    key = tuple(match[1].lower().replace("’", "'").split())
    return phrases(code, "qualifiers_after")[key], match.end()


@cache
def _after_pattern(code: str) -> re.Pattern[str]:
    table = language.section(code, "quantities")["qualifiers_after"]
    spelt = "|".join(
        re.escape(phrase).replace("\\ ", r"\s+")
        for phrase in sorted((str(p) for many in table.values() for p in many), key=len)[::-1]
    )
    return re.compile(rf"\+(?!\w)|(?:\s+(?=\w)|(?=-))({spelt})(?!\w)", re.IGNORECASE)
