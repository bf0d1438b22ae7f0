"""Whose words does a heading quote? Those of the speaker whom the text below quotes with them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosscheck.extract.quotes.marks import Marked
from crosscheck.extract.quotes.paragraphs import Paragraph
from crosscheck.extract.records import Quote

_HEADINGS = ("title", "subtitle", "heading")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_MOST_WORDS = 14
# What a page sets around a heading ("- ‘…’ -").
_RULES = "-–—*#_ "
# What share of a heading's words a quotation that it shortens has.
_SHARE = 0.75
# How many quotations below a heading may be the one that it takes its words from.
_NEXT = 1


def is_heading(raw: str, paragraphs: Sequence[Paragraph], number: int, quotation: Marked) -> bool:
    """Tell whether paragraph ``number`` is a heading that ``quotation`` stands in.

    Cleaning tells some by their kind. Else it is the first paragraph of a text, or one that holds
    nothing but the quotation, is short and ends without a full stop.
    """
    paragraph = paragraphs[number]
    if paragraph.kind in _HEADINGS:
        return True
    text = raw[paragraph.start : paragraph.end].strip()
    if paragraph.kind != "paragraph" or number + 1 >= len(paragraphs):
        return False
    words = len(_WORD.findall(text))
    inside = raw[quotation.start : quotation.end]
    if text[-1:] in ".:;," or not quotation.closed or quotation.resumes:
        return False
    if number == 0:
        return words <= 2 * _MOST_WORDS
    alone = len(text.strip(_RULES)) == quotation.last - quotation.first
    return alone and words <= _MOST_WORDS and inside[-1] not in ".,;:…"


def quoted_below(
    rows: Sequence[Quote], number: int, paragraph: Paragraph, raw: str, *, same_words: bool
) -> Quote | None:
    """Return the quotation whose speaker the heading's quotation ``rows[number]`` has, or None.

    The one with the same words, shortened or not, wherever it stands; else the next one below, if
    the heading begins with its quotation and not only ``same_words`` count.
    """
    own = _words(rows[number].text)
    known = [row for row in rows if row.speaker is not None and row is not rows[number]]
    for row in known:
        if _holds(_words(row.text), own):
            return row
    loose = [(_share(_words(row.text), own), -at) for at, row in enumerate(known)]
    best = max(loose, default=(0.0, 0))
    if best[0] >= _SHARE:
        return known[-best[1]]
    opens = not same_words and not raw[paragraph.start : rows[number].start].strip(
        " \n\t“”\"'‘’«»„"
    )
    below = rows[number + 1 : number + 1 + _NEXT]
    return next((row for row in below if opens and row.speaker is not None), None)


def quoted_again(rows: Sequence[Quote], number: int) -> Quote | None:
    """Return the quotation below that has all the words of ``rows[number]`` and a speaker."""
    own = _words(rows[number].text)
    longest = max(own, key=len, default="")
    for row in rows[number + 1 :]:
        near = row.speaker is not None and longest in row.text.casefold()
        if near and _holds(_words(row.text), own):
            return row
    return None


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _holds(words: list[str], part: list[str]) -> bool:
    """Tell whether ``part`` stands in ``words`` without a gap."""
    return f" {' '.join(part)} " in f" {' '.join(words)} "


def _share(words: list[str], part: list[str]) -> float:
    """Return the share of ``part`` that stands in ``words``."""
    inside = set(words)
    return sum(word in inside for word in part) / len(part) if part else 0.0
