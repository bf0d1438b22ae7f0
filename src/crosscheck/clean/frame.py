"""Where on a crowded page is the article? For pages saved with all their menus and side columns.

The stretch of lines with the greatest weight of running text is taken, each paragraph weighing its
words and each other line costing some (the maximum subsequence of Pasternack and Roth, 2009). It is
used only where many short lines stand outside: on a page with little furniture it says nothing.
"""

from __future__ import annotations

from crosscheck.clean.page import Page, is_item

_MOST = 60  # words that one paragraph counts for
_COST = 10
_KIN = 0.4  # share of a paragraph's topic words that ties it to the stretch
_CROWD = 12  # short lines outside the stretch that make a crowd
_GAP = 15  # lines between the stretch and such a paragraph
_NEXT = 6  # lines between the stretch and a paragraph right after it
_LEAD = 40  # words of two paragraphs that begin an article
_NEAR = 3  # lines under the stretch that may still be the article's
_LONG_RUN = 6  # short lines in a row that are a menu
_SHORT = 6


def read_frame(page: Page) -> None:
    """Set ``page.frame`` to the stretch of the article on a crowded page."""
    frame = page.frame = (0, len(page.lines))
    if page.is_live:
        return
    best, total, start = 0, 0, 0
    for i, line in enumerate(page.lines):
        if total <= 0:
            total, start = 0, i
        if line.prose and line.kind is None:
            total += min(line.words, _MOST)
        elif not (line.advertisement or is_item(line.text)):
            total -= _COST
        if total > best:
            best, frame = total, (start, i + 1)
    frame = _extended(page, *frame)
    above = _labels(page, 0, frame[0])
    below = _labels(page, frame[1], len(page.lines))
    page.frame = (
        frame[0] if above >= _CROWD else 0,
        frame[1] if below >= _CROWD else len(page.lines),
    )


def _extended(page: Page, start: int, end: int) -> tuple[int, int]:
    """Return the stretch with what a box in the article may have cut off.

    Over it that is the first run of two paragraphs, under it any near paragraph that shares much of
    its vocabulary.
    """
    lead = next(
        (
            i
            for i in page.open_prose()
            if i + 1 < start
            and page.is_open_prose(i + 1)
            and page.lines[i].words + page.lines[i + 1].words >= _LEAD
        ),
        start,
    )
    words = page.topic(filter(page.is_open_prose, range(start, end)))
    for i in page.open_prose(end):
        own = page.content(i)
        if i - end > _GAP:
            break
        # Where nothing between them is furniture, less has to be shared.
        near = i - end <= _NEXT and all(line.kind is None for line in page.lines[end:i])
        least, share = (3, _KIN / 4) if near else (8, _KIN)
        if len(own) >= least and len(own & words) >= share * len(own):
            end = i + 1
    return lead, end


def drop_outside(page: Page) -> None:
    """Drop what is left above the title and under the text of a crowded page, and menus in it."""
    start, end = page.frame
    if start and page.title is not None:
        for line in page.lines[: page.title]:
            line.name("furniture", "stands over the article on a crowded page")
    for line in page.lines[end + _NEAR :]:
        line.name("furniture", "stands under the article on a crowded page")
    _drop_menus(page)


def _labels(page: Page, start: int, end: int) -> int:
    """Return how many short lines stand from ``start`` to ``end``."""
    return sum(
        not (line.prose or line.final or is_item(line.text)) for line in page.lines[start:end]
    )


def _drop_menus(page: Page) -> None:
    """Drop runs of short lines that share nothing with the article."""
    article = page.topic(page.open_prose())
    run: list[int] = []
    for i in range(len(page.lines) + 1):
        if i < len(page.lines) and _is_label(page, i):
            run.append(i)
            continue
        foreign = sum(not page.content(j) & article for j in run)
        if len(run) >= _LONG_RUN and 2 * foreign > len(run):
            for j in run:
                page.lines[j].name("furniture", "is one of many short lines in a row")
        run = []


def _is_label(page: Page, i: int) -> bool:
    line = page.lines[i]
    return (
        line.kind is None
        and line.words <= _SHORT
        and not (line.prose or line.final or is_item(line.text) or page.dates(i))
        and not any(c.isdigit() for c in line.text)
    )
