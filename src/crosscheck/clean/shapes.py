"""What does a line look like? A byline, a path through a site, a name, a credit."""

from __future__ import annotations

import re

from crosscheck.clean.page import Page

_AND = ("&", "and", "et")
_GAP = re.compile(r"\s{2,}|\t")


def is_byline(page: Page, i: int) -> bool:
    """Tell whether line ``i`` begins like a byline ("By Jane Doe in Gao") and is no sentence.

    A line that credits an agency ("(AFP)", "With Reuters") is one too.
    """
    line = page.lines[i]
    if line.prose or line.words > 18:
        return False
    match = page.cues.byline.match(line.plain)
    if match is None:
        return page.cues.credit.fullmatch(line.text) is not None
    rest = line.text[match.end() :].lstrip(" :|\t")
    return not rest or rest[0].isupper()


def is_path(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is a path or a menu: sections and marks."""
    line, menu = page.lines[i], page.cues.menu
    parts = [part.strip() for part in page.cues.path.split(line.plain) if part.strip()]
    if len(parts) >= 2 and all(len(part.split()) <= 5 for part in parts):
        return True
    spaced = [part.lower() for part in _GAP.split(line.text)]
    if len(spaced) >= 2 and spaced[0] in menu and line.words <= 12:
        return True
    return not parts or all(
        part.strip() in menu or all(word in menu for word in part.split() if word not in _AND)
        for part in line.unglued.split(",")
    )


def is_caption(page: Page, i: int) -> bool:
    """Tell whether line ``i`` describes or credits a picture."""
    line = page.lines[i]
    return line.words <= 70 and page.cues.caption.search(line.plain) is not None


def is_source_tag(page: Page, i: int) -> bool:
    """Tell whether line ``i`` only says where the page took the text from."""
    line = page.lines[i]
    return (
        not line.prose
        and line.words <= 14
        and page.cues.source_tag.fullmatch(line.plain) is not None
    )


def is_year(text: str) -> bool:
    """Tell whether ``text`` is nothing but a year, as it heads a part of a chronology."""
    return len(text) == 4 and text.isdigit() and text[:2] in ("19", "20")
