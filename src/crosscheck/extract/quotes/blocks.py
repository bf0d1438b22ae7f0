"""Quotations without marks: posts on social media, and quotations set off as paragraphs."""

from __future__ import annotations

import re
from typing import NamedTuple

# "… text. Name of the account (@handle) March 4, 2022"
_SIGNATURE = re.compile(r"\(@\w{1,30}\)[^\n]{0,40}\s*\Z")
_NAME_BEGINS = re.compile(r"(?:[.!?…”\"»]|\s[—–|-]|(?:https?://|pic\.|t\.co/)\S+)[^\S\n]+(?=\S)|\n")
_DATED = re.compile(r"\)\W*\w+")
# A name of two words or more glued to the last word of a pull quote: "the regionFirst Last". The
# word is in small letters throughout, so that "McCain" and the like are none.
_GLUED = re.compile(
    r"(?<!\w)[a-zà-öø-ÿ]{2,}[.!?…”\"’»)]?"
    r"([^\W\d_a-zà-öø-ÿ][\w’'.-]*[a-zà-öø-ÿ](?:\s+(?:d[ue]\s|v[ao]n\s|al\s|el\s)?[^\W\d_a-zà-öø-ÿ][\w’'-]+){1,3})\s*\Z"
)
_MOST_NAME = 90


class Unmarked(NamedTuple):
    """A quotation without marks, and the span of the name under it (empty if there is none)."""

    start: int
    end: int
    name_start: int
    name_end: int
    rule: str


def post_in(raw: str, start: int, end: int, *, sure: bool) -> Unmarked | None:
    """Return the message of a post on social media and the name of its account, or None.

    The paragraph must end with the account's handle and a date, or be known for a post (``sure``);
    the message leaves out that signature.
    """
    signature = _SIGNATURE.search(raw, start, end)
    if signature is None or not (sure or _DATED.match(raw, raw.index(")", signature.start()), end)):
        return _whole(raw, start, end, "post") if sure else None
    handle = signature.start()
    name_start = max(start, handle - _MOST_NAME)
    for match in _NAME_BEGINS.finditer(raw, name_start, handle):
        name_start = match.end()
        message_end = match.start() + (1 if raw[match.start()] in '.!?…”"»' else 0)
        if raw[match.start()] not in '.!?…”"»\n' and not raw[match.start()].isspace():
            message_end = match.end()
    if name_start == max(start, handle - _MOST_NAME):
        return _whole(raw, start, handle, "post") if sure else None
    text = raw[start:message_end]
    begin = start + len(text) - len(text.lstrip())
    stop = start + len(text.rstrip())
    name = raw[name_start:handle]
    if begin >= stop:
        return None
    return Unmarked(begin, stop, name_start, name_start + len(name.rstrip()), "post")


def pull_quote_in(raw: str, start: int, end: int) -> Unmarked | None:
    """Return the words of a paragraph whose last word has the speaker's name glued to it."""
    glued = _GLUED.search(raw, max(start, end - _MOST_NAME), end)
    if glued is None:
        return None
    whole = _whole(raw, start, glued.start(1), "pull_quote")
    if whole is None or len(raw[whole.start : whole.end].split()) < 5:
        return None
    return whole._replace(name_start=glued.start(1), name_end=glued.end(1))


def _whole(raw: str, start: int, end: int, rule: str) -> Unmarked | None:
    text = raw[start:end]
    bare = text.strip()
    begin = start + len(text) - len(text.lstrip())
    return Unmarked(begin, begin + len(bare), end, end, rule) if bare else None
