"""Which short lines belong to the furniture around them?"""

from __future__ import annotations

import re

from crosscheck.clean.page import DROPPED, Page, has_letters
from crosscheck.clean.shapes import is_year

_WORD = re.compile(r"[\w'-]+")
_SHORT = 12
_SENTENCE = 20


def read_between(page: Page) -> None:
    """Name the lines that stand between two lines of furniture and share nothing with the text."""
    article: set[str] = set()
    opening = next(page.open_prose(), len(page.lines))
    for i in page.open_prose():
        if page.lines[i].words > _SENTENCE:
            article |= page.content(i)
    for i in range(1, len(page.lines) - 1):
        line = page.lines[i]
        if line.kind is not None:
            continue
        around = (_is_furniture(page, i - 1), _is_furniture(page, i + 1))
        if not has_letters(line.text):
            if any(around) and not is_year(line.text):
                line.name("furniture", "has no words and stands beside furniture")
        elif _is_lost_label(page, i, around[1]):
            line.name("furniture", "stands over furniture and over no text")
        elif i < opening or not all(around) or len(page.content(i) & article) > 1:
            continue
        elif (i > opening or not page.cues.notice_words.isdisjoint(_WORD.findall(line.plain))) and (
            line.words <= (_SENTENCE if line.prose else _SHORT) and (line.prose or not line.final)
        ):
            line.name("furniture", "stands between lines of furniture")


def _is_lost_label(page: Page, i: int, over_furniture: bool) -> bool:
    """Tell whether a short line stands over furniture, and the next open line is no text either."""
    line = page.lines[i]
    if not over_furniture or line.prose or line.final or line.words > _SHORT:
        return False
    following = next((other for other in page.lines[i + 1 :] if other.kind is None), None)
    return (
        following is not None
        and not following.prose
        and not following.final
        and (line.text[0] not in "-–—•*(" and following.text[0] not in "-–—•*(")
    )


def _is_furniture(page: Page, i: int) -> bool:
    line = page.lines[i]
    return line.kind in DROPPED and line.kind != "other_stories" and not line.advertisement
