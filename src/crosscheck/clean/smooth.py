"""Which short lines belong to the furniture around them?"""

from __future__ import annotations

import re

from crosscheck.clean.page import DROPPED, Page, has_letters
from crosscheck.clean.shapes import is_year

_WORD = re.compile(r"[\w'-]+")
_SHORT = 12
_SENTENCE = 20
_APPEAL = 60
_FOREIGN = 0.2  # share of topic words that an appeal may have from the article
_LOOKED = 200  # lines in which the next open one is looked for


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
        elif i >= opening and all(around) and _is_furniture_too(page, i, article):
            line.name("furniture", "stands between lines of furniture")


def _is_furniture_too(page: Page, i: int, article: set[str]) -> bool:
    """Tell whether a line between furniture shares nothing with the article and is no text.

    A sentence must have a word of the page's services, a longer one must also speak to the reader.
    """
    line = page.lines[i]
    own = page.content(i)
    words = set(_WORD.findall(line.spoken))
    known = not page.cues.notice_words.isdisjoint(words)
    addressed = not page.cues.address.isdisjoint(words)
    if known and addressed and line.words <= _APPEAL:
        return len(own & article) <= _FOREIGN * len(own)
    if len(own & article) > 1 or (line.final and not line.prose):
        return False
    return line.words <= _SENTENCE and (known or addressed) if line.prose else line.words <= _SHORT


def _is_lost_label(page: Page, i: int, over_furniture: bool) -> bool:
    """Tell whether a short line stands over furniture, and the next open line is no text either."""
    line = page.lines[i]
    if not over_furniture or line.prose or line.final or line.words > _SHORT:
        return False
    below = range(i + 1, min(i + 1 + _LOOKED, len(page.lines)))
    following = next((page.lines[j] for j in below if page.lines[j].kind is None), None)
    return (
        following is not None
        and not following.prose
        and not following.final
        and (line.text[0] not in "-–—•*(" and following.text[0] not in "-–—•*(")
    )


def _is_furniture(page: Page, i: int) -> bool:
    line = page.lines[i]
    return line.kind in DROPPED and line.kind != "other_stories" and not line.advertisement
