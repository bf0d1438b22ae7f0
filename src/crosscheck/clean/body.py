"""What is each line of the article itself? Its kinds are kept; nothing here drops text."""

from __future__ import annotations

import re

from crosscheck.clean.page import Page, has_letters, is_item, is_name
from crosscheck.clean.shapes import is_byline, is_caption

_POST = re.compile(r"pic\.twitter\.com|https?://t\.co/|\(@\w{2,}\)|^[—–-]\s.{1,80}@\w+")
_TAG_OR_HANDLE = re.compile(r"(?<!\w)[#@]\w{2,}")
_QUOTED = re.compile(r"[“\"«‘„].*[”\"»’][.!?…,]?$", re.DOTALL)
# A pull quote and its speaker with nothing between: "… was lostJane Doe".
GLUED = re.compile(
    r"(?:(?<=\s[a-zà-ÿ]{3})|(?<=[a-zà-ÿ]{4})|(?<=[a-zà-ÿ][.!?…])|(?<=[.!?…a-zà-ÿ][”\"»’]))"
    r"(?P<speaker>[A-ZÀ-Þ][\w'’-]*\.?"
    r"(?: (?:(?:de|du|von|van|ag|al|el|bin|ould|ben) )?[A-ZÀ-Þ][\w'’-]*){1,5})$"
)
_GLUED_READ = 80
_SPEAKER_WORDS = 18


def read_body(page: Page) -> None:  # noqa: PLR0912
    """Give every line that no rule has dropped its kind."""
    last = _last_text(page)
    for i, line in enumerate(page.lines):
        if line.kind is not None:
            continue
        if is_post(line.text):
            line.name("post", "is a post from a social network")
        elif is_pull_quote(line.text):
            line.name("quotation", "is a pull quote that ends in its speaker's name")
        elif line.prose:
            _name_paragraph(page, i)
        elif page.is_clock(i) or page.dates(i):
            line.name("dateline", "dates or places the text")
        elif is_caption(page, i):
            line.name("caption", "describes or credits a picture")
        elif _follows_quotation(page, i):
            line.name("attribution", "says whose the quotation over it is")
        elif is_item(line.text):
            line.name("list_item", "is an item of a list")
        elif is_byline(page, i):
            line.name("byline", "says who wrote or supplied the text")
        elif line.final and line.words < 15 and not line.text.endswith("?"):
            _name_paragraph(page, i)
        elif has_letters(line.text) and line.words <= 25 and i < last:
            line.name("heading", "stands over a part of the article")
        elif line.text.isdigit() and i < last:
            line.name("heading", "numbers or dates a part of the article")
        else:
            _name_paragraph(page, i)


def is_post(text: str) -> bool:
    """Tell whether a text comes from a social network: its handle, links, or tags say so."""
    head = text[:1000]
    if _POST.search(head):
        return True
    marks = _TAG_OR_HANDLE.findall(head)
    return len(marks) >= 2 and (head[0] in "#@" or len(marks) >= 3)


def is_pull_quote(text: str) -> bool:
    """Tell whether a text ends in a capitalised name without a blank before it."""
    return len(text) <= 600 and GLUED.search(text, max(0, len(text) - _GLUED_READ)) is not None


def _name_paragraph(page: Page, i: int) -> None:
    line = page.lines[i]
    following = page.lines[i + 1] if i + 1 < len(page.lines) else None
    if (
        _QUOTED.match(line.text)
        and following is not None
        and following.kind is None
        and _may_name_speaker(page, i + 1)
    ):
        line.name("quotation", "stands in quotation marks, and the next line says whose it is")
    elif is_item(line.text):
        line.name("list_item", "is an item of a list")
    else:
        line.name("paragraph", "is the article's own text")


def _may_name_speaker(page: Page, i: int) -> bool:
    """Tell whether line ``i`` may be an attribution: short, no sentence, a name or a dash first."""
    line = page.lines[i]
    if line.final or line.prose or line.words > _SPEAKER_WORDS or not has_letters(line.text):
        return False
    first = line.text.split(",")[0]
    return line.text[0] in "—–-~" or is_name(first) or "," in line.text


def _follows_quotation(page: Page, i: int) -> bool:
    """Tell whether line ``i`` says who is quoted in the line over it."""
    if i == 0:
        return False
    before, line = page.lines[i - 1], page.lines[i]
    if line.final or line.words > _SPEAKER_WORDS:
        return False
    if before.kind == "quotation":
        return not GLUED.search(before.text)
    # A second line, such as the paper or the place, begins with a small letter or a dash.
    return before.kind == "attribution" and (line.text[0].islower() or line.text[0] in "—–-,(")


def _last_text(page: Page) -> int:
    """Return the last line that no rule has dropped or named otherwise than as text."""
    kinds = (None, "heading", "paragraph")
    return max((i for i, line in enumerate(page.lines) if line.kind in kinds), default=-1)
