"""What does a line look like? A byline, a path through a site, a name, a credit."""

from __future__ import annotations

import re

from crosscheck.clean.cues import Cues
from crosscheck.clean.lines import GLUE, Line
from crosscheck.clean.page import Page, is_name

_AND = ("&", "and", "et")
_GAP = re.compile(r"\s{2,}|\t")
# The desk's initials under agency copy: "wd/msh (AFP, dpa)", "bur-kc/ach".
_INITIALS = re.compile(
    r"(?:[a-z]{2,5}(?:[-/][a-z]{2,5})+|[A-Z]{2,4}(?:/[A-Z]{2,4})+)\.?(?:\s*\([^()]{2,40}\))?"
)
_LED = 12  # words of a path
_LABELS = 9  # labels in a row
_PART = 3  # words of a label between commas
_CREDITS = 60  # words of credits in a row
_SAID = 4  # small words that tell a sentence from a byline
_TRADE = 10  # words of the trade after an author's name


def is_byline(page: Page, i: int) -> bool:
    """Tell whether line ``i`` begins like a byline ("By Jane Doe in Gao") and is no sentence.

    A line that credits an agency ("(AFP)", "With Reuters") is one too.
    """
    line = page.lines[i]
    if line.words > 18:
        # "Reporting by Jane Doe in Gao and John Roe in Kati; Editing by Max Moe"
        credits = line.text.split(";") if line.words <= _CREDITS and not line.final else []
        return len(credits) > 1 and all(page.cues.byline.match(c.lower()) for c in credits)
    if line.prose:
        # "By Jane Doe, an analyst of the Sahel."
        match = page.cues.byline.match(line.plain)
        return match is not None and _has_trade(line.text[match.end() :], page.cues)
    if _INITIALS.fullmatch(line.text):
        return True
    return any(_names_author(part, page.cues) for part in (line.text, *line.text.split("|")))


def _names_author(text: str, cues: Cues) -> bool:
    """Tell whether ``text`` has a cue of bylines, is an agency, or is a name with a trade."""
    # "byJane Doe", as themes of weblogs print it.
    text = GLUE.sub(" ", text, count=1) if text[:1].islower() else text
    match = cues.byline.match(text.replace("’", "'").lower())
    if match is not None:
        rest = text[match.end() :].lstrip(" :|•·–—-\t")
        said = sum(len(word) > 3 and word.islower() for word in rest.split())
        # "From Gao to Paris: students watch as their country changes allies" is no byline.
        return not rest or (rest[0].isupper() and (said < _SAID or ";" in rest))
    if cues.credit.fullmatch(text):
        return True
    return _has_trade(text, cues)


def _has_trade(text: str, cues: Cues) -> bool:
    """Tell whether ``text`` is a name, a comma, and a trade of writing."""
    name, comma, trade = text.strip().partition(",")
    words = trade.lower().replace(",", " ").split()
    return (
        bool(comma)
        and 1 < len(name.split()) < 5
        and is_name(name)
        and 0 < len(words) <= _TRADE
        and not cues.author_roles.isdisjoint(word.strip(".") for word in words[:4])
    )


def is_path(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is a path or a menu: sections and marks."""
    line, menu = page.lines[i], page.cues.menu
    parts = [part.strip() for part in page.cues.path.split(line.plain) if part.strip()]
    if len(parts) == 1 and line.unglued.split(" ", 1)[0] in page.cues.path_begins:
        steps = line.unglued.split(" ", 1)[1:]
        return bool(steps) and all(step.strip() in menu for step in steps[0].split(","))
    if len(parts) >= 2 and all(len(part.split()) <= 5 for part in parts):
        return True
    glued = [part.lower() for part in GLUE.split(line.text)] if line.words <= _LED else []
    if len(glued) > 1 and all(part in menu for part in glued):
        return True
    spaced = [part.lower() for part in _GAP.split(line.text)]
    if len(spaced) >= 2 and spaced[0] in menu and line.words <= _LED:
        return True
    return not parts or all(
        part.strip() in menu or all(word in menu for word in part.split() if word not in _AND)
        for part in line.unglued.split(",")
    )


def sections_in(line: Line, cues: Cues) -> int:
    """Return how many words of a line are sections that every paper has."""
    return len(cues.menu.intersection(line.plain.split()))


def is_labels(text: str) -> bool:
    """Tell whether ``text`` is names of sections or topics in a row: "War Empire Africa".

    Each word is capitalised, and of what stands between commas each part is short.
    """
    words = text.replace(",", " ").split()
    return (
        2 <= len(words) <= _LABELS
        and text[-1] not in ".!?:;"
        and not text.isupper()
        and all(word[0].isupper() or word in _AND for word in words)
        and all(word.replace("-", "").isalpha() or word in _AND for word in words)
        and ("," not in text or all(0 < len(part.split()) <= _PART for part in text.split(",")))
        and ("," in text or len(words) > 2)
    )


def is_caption(page: Page, i: int) -> bool:
    """Tell whether line ``i`` describes or credits a picture."""
    line = page.lines[i]
    match = page.cues.caption.search(line.plain) if line.words <= 70 else None
    if match is None:
        return False
    # "They swam in his pool: the fall of a dynasty" credits nobody.
    return not match["by"] or not line.text[-len(match["by"]) :][0].islower()


def is_source_tag(page: Page, i: int) -> bool:
    """Tell whether line ``i`` only says where the page took the text from, and not of what day."""
    line = page.lines[i]
    return (
        not line.prose
        and line.words <= 14
        and not page.dates(i)
        and page.cues.source_tag.fullmatch(line.plain) is not None
    )


def is_year(text: str) -> bool:
    """Tell whether ``text`` is nothing but a year, as it heads a part of a chronology."""
    return len(text) == 4 and text.isdigit() and text[:2] in ("19", "20")
