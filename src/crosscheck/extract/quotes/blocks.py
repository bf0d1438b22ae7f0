"""Where are the quotations without marks? Posts, pull quotes, paragraphs set off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crosscheck.extract.quotes.marks import marked_spans
from crosscheck.extract.quotes.paragraphs import Paragraph
from crosscheck.extract.quotes.words import words_of

# "… text. Name of the account (@handle) March 4, 2022"
_SIGNATURE = re.compile(r"\(@\w{1,30}\)[^\n]{0,40}\s*\Z")
_DATED = re.compile(r"\)\W*\w+")
# Where the name of the account may begin: after a sentence, a link or a dash; a hyphen comes last.
_NAME_BEGINS = (
    re.compile(
        r"(?:[.!?…”\"»]|(?:https?://|pic\.|t\.co/)\S+)[^\S\n]+(?=\S)|\n|\s[—–][^\S\n]+(?=\S)"
    ),
    re.compile(r"\s[|-][^\S\n]+(?=\S)"),
)
# A name of two words or more glued to the last word of a pull quote: "the regionFirst Last". The
# word is in small letters throughout, so that "McCain" and the like are none.
_GLUED = re.compile(
    r"(?<!\w)[a-zà-öø-ÿ]{2,}[.!?…”\"’»)]?"
    r"([^\W\d_a-zà-öø-ÿ][\w’'.-]*[a-zà-öø-ÿ]"
    r"(?:\s+(?:d[ue]\s|v[ao]n\s|al\s|el\s)?[^\W\d_a-zà-öø-ÿ][\w’'-]+){1,3})\s*\Z"
)
_MOST_NAME = 90
_FEWEST_WORDS = 5


class Unmarked(NamedTuple):
    """A quotation without marks, and the span of the name with it (empty if there is none).

    ``paragraph`` is the number of its paragraph; ``rule`` is post, pull_quote or set_off.
    """

    start: int
    end: int
    name_start: int
    name_end: int
    paragraph: int
    rule: str


def unmarked_quotations(raw: str, paragraphs: Sequence[Paragraph]) -> Iterator[Unmarked]:
    """Yield the posts on social media, the pull quotes and the paragraphs known for quotations.

    A post is told by its kind, or by the account's handle and a date at the end of a paragraph;
    its span leaves out that signature. A pull quote has its speaker's name glued to the last word.
    """
    for number, paragraph in enumerate(paragraphs):
        start, end, kind = paragraph.start, paragraph.end, paragraph.kind
        found = None
        if kind == "post" or "(@" in raw[max(start, end - 120) : end]:
            found = _post(raw, start, end, sure=kind == "post")
        elif kind in ("paragraph", "quotation"):
            found = _pull_quote(raw, start, end)
            if found is None and kind == "quotation":
                marked = marked_spans(raw, [paragraph], words_of(paragraph.language))
                found = None if marked else _whole(raw, start, end, "set_off")
        if found is not None:
            yield found._replace(paragraph=number)


def _post(raw: str, start: int, end: int, *, sure: bool) -> Unmarked | None:
    """Return the message of a post and the name of its account, or None."""
    signature = _SIGNATURE.search(raw, start, end)
    bare = _whole(raw, start, end, "post") if sure else None
    if signature is None:
        return bare
    handle = signature.start()
    dated = _DATED.match(raw, raw.index(")", handle), end)
    earliest = max(start, handle - _MOST_NAME)
    begins = next(
        (all_of for p in _NAME_BEGINS if (all_of := list(p.finditer(raw, earliest, handle)))), []
    )
    if not begins or not (sure or dated):
        return bare
    before, name_start = begins[-1].span()
    # A full stop or a link belongs to the message, a dash does not.
    if not raw[before].isspace():
        before += len(begins[-1].group().rstrip())
    message = _whole(raw, start, before, "post")
    name = raw[name_start:handle].rstrip()
    if message is None:
        return bare
    return message._replace(name_start=name_start, name_end=name_start + len(name))


def _pull_quote(raw: str, start: int, end: int) -> Unmarked | None:
    """Return the words of a paragraph whose last word has the speaker's name glued to it."""
    glued = _GLUED.search(raw, max(start, end - _MOST_NAME), end)
    whole = _whole(raw, start, glued.start(1), "pull_quote") if glued is not None else None
    if glued is None or whole is None:
        return None
    if len(raw[whole.start : whole.end].split()) < _FEWEST_WORDS:
        return None
    return whole._replace(name_start=glued.start(1), name_end=glued.end(1))


def _whole(raw: str, start: int, end: int, rule: str) -> Unmarked | None:
    """Return ``raw[start:end]`` without the white space around it."""
    text = raw[start:end]
    begin = start + len(text) - len(text.lstrip())
    stop = start + len(text.rstrip())
    return Unmarked(begin, stop, end, end, 0, rule) if begin < stop else None
