"""Which short lines belong to the furniture around them?"""

from __future__ import annotations

import re

from crosscheck.clean.page import DROPPED, Page, has_letters
from crosscheck.clean.shapes import is_year

_WORD = re.compile(r"[\w'-]+")
# The first words of sentences and clauses.
_BEGINNING = re.compile(r"(?:^|(?<=[.!?:,] ))[^\W\d_]+")
_SHORT = 12
_SENTENCE = 20
_APPEAL = 60
_FOREIGN = 0.2  # share of topic words that an appeal may have from the article
_OFFER = 45  # words of an appeal
_OFFERS = 2  # services that it names
_AROUND = 60  # lines around it in which the article may speak of them
_LOOKED = 200  # lines in which the next open one is looked for


def read_between(page: Page) -> None:
    """Name the lines that stand between two lines of furniture and share nothing with the text."""
    opening = next(page.open_prose(), len(page.lines))
    article = page.topic(i for i in page.open_prose() if page.lines[i].words > _SENTENCE)
    for i in range(1, len(page.lines) - 1):
        line = page.lines[i]
        if line.kind is not None:
            continue
        around = (_is_furniture(page, i - 1), _is_furniture(page, i + 1))
        if i >= opening - 1 and _is_appeal(page, i, article):
            line.name("furniture", "offers the page's services, foreign to the article around it")
        elif i > opening and _is_command(page, i, article):
            line.name("furniture", "tells the reader what to do, and nothing under it is about it")
        elif not has_letters(line.text):
            if any(around) and not (is_year(line.text) or page.is_clock(i)):
                line.name("furniture", "has no words and stands beside furniture")
        elif _is_lost_label(page, i, around[1]):
            line.name("furniture", "stands over furniture and over no text")
        elif i >= opening and all(around) and _is_furniture_too(page, i, article):
            line.name("furniture", "stands between lines of furniture")


def _is_appeal(page: Page, i: int, article: set[str]) -> bool:
    """Tell whether line ``i`` offers the reader something of the publication's.

    "Our new issue is out. Get a subscription to our magazine today." A sentence begins with a verb
    of appeals, and the article around speaks of nothing of the kind.
    """
    line = page.lines[i]
    if not line.prose or line.words > _OFFER:
        return False
    words = set(_WORD.findall(line.spoken))
    if page.cues.address.isdisjoint(words) or len(words & page.cues.offers) < _OFFERS:
        return False
    begins = {match.group().lower() for match in _BEGINNING.finditer(line.text)}
    if page.cues.appeals.isdisjoint(begins):
        return False
    rest = [j for j in page.open_prose(max(0, i - _AROUND)) if j != i and j <= i + _AROUND]
    return page.is_foreign(i, page.topic(rest), _FOREIGN)


def _is_command(page: Page, i: int, article: set[str]) -> bool:
    """Tell whether line ``i`` is a command of the page ("Scroll down for video").

    It begins with a verb that pages use, is no title in its writing, and shares no word with the
    paragraph that follows.
    """
    line = page.lines[i]
    if line.prose or line.final or not 3 <= line.words <= _SHORT or line.text[-1] in ":,;”\"'":
        return False
    first, *others = line.text.replace(",", " ,").split()
    known = first.lower() in page.cues.commands and others[0].lower() in page.cues.after_commands
    if not known or "," in others:
        return False
    if first.isupper() or sum(word[0].isupper() for word in others) > len(others) // 2:
        return False
    own = page.content(i) - page.content_of(first)
    below = next(page.open_prose(i + 1), None)
    return below is not None and own.isdisjoint(page.content(below)) and len(own & article) <= 1


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
        return page.is_foreign(i, article, _FOREIGN)
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
