"""Where does a sentence end? Rules over punctuation, with each language's abbreviations."""

from __future__ import annotations

import re
from functools import cache

from crosscheck import language

# The end of a sentence: closing punctuation, closing marks, then white space or an opening mark.
_END = re.compile(
    r"""(?:(?<![.])[.](?![.\w])|[!?…]+|\.{3,})   # . ! ? … ...
        (?:\[\d+\]|[”"’'»)\]\u00a0]*)            # footnote mark, closing quotation marks
        (?=\s+(?P<next>\S)|\n|$)""",
    re.VERBOSE,
)
_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
_WORD_BEFORE = re.compile(r"[\w.]*\w$")
_OPENERS = "“\"‘'«([—–-#@*•"


def split_sentences(text: str, code: str) -> list[tuple[int, int]]:
    """Return the (start, end) of each sentence of ``text``, white space around it left out.

    ``code`` is the language whose abbreviations apply. A blank line ends a sentence too. Every
    character outside white space lies in exactly one sentence.
    """
    abbreviations = _abbreviations(code)
    cuts = {match.end() for match in _BREAK.finditer(text)}
    for match in _END.finditer(text):
        following = match["next"] or ""
        if match.group()[0] == "." and not _ends_here(
            text, match.start(), following, abbreviations
        ):
            continue
        if following and following.islower():
            continue
        cuts.add(match.end())
    spans: list[tuple[int, int]] = []
    start = 0
    for cut in (*sorted(cuts), len(text)):
        piece = text[start:cut]
        bare = piece.strip()
        if bare:
            first = start + len(piece) - len(piece.lstrip())
            spans.append((first, first + len(bare)))
        start = cut
    return spans


def _ends_here(text: str, stop: int, following: str, abbreviations: frozenset[str]) -> bool:
    """Tell whether the full stop at ``stop`` ends a sentence rather than an abbreviation."""
    if following and not (following.isupper() or following.isdigit() or following in _OPENERS):
        return not following.isalpha()
    word = _WORD_BEFORE.search(text, max(0, stop - 24), stop)
    if word is None:
        return True
    before = word.group()
    if before.lower() in abbreviations:
        return not following
    # A single capital is an initial ("J. Smith"), a dotted run an abbreviation ("U.S. troops").
    return not (len(before) == 1 and before.isupper() and before.isalpha())


@cache
def _abbreviations(code: str) -> frozenset[str]:
    words = language.section(code, "sentences")["abbreviations"]
    return frozenset(word.lower() for word in words)
