"""Which lines read like the furniture of other pages? What hand-labelled pages taught, as weights.

A logistic regression over the features of ``looks``, learnt by ``crosscheck.clean.learn`` from
``codebook/gold/pages``; learning a page's boilerplate from shallow features of its blocks and their
neighbours is the method of Kohlschütter, Fankhauser and Nejdl (2010). It comes after the rules: it
drops lines that no rule has named where it is sure, and takes back what is the article's after all.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from crosscheck.clean.looks import looks, looks_again
from crosscheck.clean.page import DROPPED, Page, is_item
from crosscheck.clean.shapes import is_byline, is_caption, is_year
from crosscheck.clean.weights import read_weights, weigh

_MOST_LINES = 3000  # of a page that is judged: none of one article is longer
_SURE = 0.9  # of a short line, which may be a heading
_SURE_IN_SENTENCES = 0.8
_SURE_IN_HEAD = 0.6  # of what stands under the title
_OWN = 0.3  # under which a line is hardly like any furniture
_LIKELY = 0.65  # between two dropped lines
_RUN = 40  # words of paragraphs that are weighed together
_TEXT = 15  # words of a paragraph
_WEIGHED = 8  # paragraphs
_ARTICLE = 0.03  # likelihood under which a run reads like an article
_OPEN = (None, "subtitle")


def likelihood(page: Page, i: int) -> float | None:
    """Return how likely line ``i`` is furniture.

    That is None in a language that was not learnt, and on a page too long to be one.
    """
    found = _likelihoods(page)
    return found[i] if found else None


def _likelihoods(page: Page) -> list[float]:
    """Return how likely each line is furniture, or nothing where that is not judged."""
    if page.likelihoods is None:
        page.likelihoods = _judge(page)
    return page.likelihoods


def _judge(page: Page) -> list[float]:
    weights = read_weights()
    if page.code not in weights.languages or len(page.lines) > _MOST_LINES:
        return []
    seen = looks(page)
    first = [weigh(features, weights.first) for features in seen]
    return [
        weigh({**features, **around}, weights.again)
        for features, around in zip(seen, looks_again(page, first), strict=True)
    ]


def read_alike(page: Page) -> None:
    """Take back what reads like the article; name the open lines that read like furniture."""
    likelihoods = _likelihoods(page)
    if not likelihoods:
        return
    _take_back(page, likelihoods)
    if not page.is_live:  # short texts under short headings are what that is made of
        _drop(page, likelihoods)


def _take_back(page: Page, likelihoods: list[float]) -> None:
    """Clear paragraphs that are hardly like furniture, and runs that read like an article.

    A run is what one rule dropped in a row; no rule is as sure as that.
    """
    for run in _dropped_runs(page):
        if _reads_like_article(page, run, likelihoods):
            for i in run:
                page.lines[i].clear()
    for i, line in enumerate(page.lines):
        if line.kind == "furniture" and line.prose and is_own(page, i):
            line.clear()


def _drop(page: Page, likelihoods: list[float]) -> None:
    """Name the open lines that are furniture as far as other pages tell."""
    likely: list[int] = []
    for i, line in enumerate(page.lines):
        if line.kind not in _OPEN or _has_own_shape(page, i):
            continue
        if likelihoods[i] > _enough(page, i):
            line.name("furniture", "reads like the furniture of other pages", again=True)
        elif likelihoods[i] > _LIKELY:
            likely.append(i)
    for i in likely:
        if _is_dropped(page, i - 1) and _is_dropped(page, i + 1):
            page.lines[i].name(
                "furniture", "stands in furniture and reads like that of other pages", again=True
            )


def is_own(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is hardly like any furniture."""
    found = likelihood(page, i)
    return found is not None and found < _OWN


def _enough(page: Page, i: int) -> float:
    """Return the likelihood from which on line ``i`` is furniture."""
    line = page.lines[i]
    if line.kind == "subtitle" and page.title is not None and i > page.title:
        return _SURE_IN_HEAD
    return _SURE_IN_SENTENCES if line.prose or line.final else _SURE


def _dropped_runs(page: Page) -> Iterator[list[int]]:
    """Yield the lines that one rule has dropped in a row."""
    told = [(line.kind in DROPPED, line.reason) for line in page.lines]
    for (dropped, _), run in groupby(range(len(told)), key=told.__getitem__):
        if dropped:
            yield list(run)


def _reads_like_article(page: Page, run: list[int], likelihoods: list[float]) -> bool:
    """Tell whether the first paragraphs of a run are hardly like any furniture."""
    lines = ((i, page.lines[i].words) for i in run if page.lines[i].prose)
    text = [(i, words) for i, words in lines if words >= _TEXT][:_WEIGHED]
    total = sum(words for _, words in text)
    if total < _RUN:
        return False
    return sum(words * likelihoods[i] for i, words in text) < _ARTICLE * total


def _has_own_shape(page: Page, i: int) -> bool:
    """Tell whether line ``i`` has a shape of the article's that furniture has, too."""
    line = page.lines[i]
    return (
        is_caption(page, i)
        or is_byline(page, i)
        or is_year(line.text)
        or is_item(line.text)
        or page.is_clock(i)
        or bool(page.dates(i))
        or line.bare.startswith(page.cues.notes_kept)
        or _is_end_mark(page, i)
    )


def _is_end_mark(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is a word in capitals right under the last sentence ("ENDS")."""
    line, over = page.lines[i], page.lines[max(0, i - 1)]
    if line.words != 1 or not line.text.isupper() or over.kind is not None:
        return False
    if not over.final and over.bare not in page.cues.notes_kept:
        return False
    return next(page.open_prose(i + 1), None) is None


def _is_dropped(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is dropped, or lies outside the page."""
    return not 0 <= i < len(page.lines) or page.lines[i].kind in DROPPED
