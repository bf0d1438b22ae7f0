"""Which line is the article's title?"""

from __future__ import annotations

import re
from itertools import islice

from crosscheck.clean.alike import likelihood
from crosscheck.clean.page import Page, is_name
from crosscheck.clean.repeats import (
    after_path,
    is_doubled_over_date,
    is_extended,
    is_repeated,
    leads_to,
)
from crosscheck.clean.shapes import (
    is_byline,
    is_caption,
    is_labels,
    is_path,
    is_source_tag,
    sections_in,
)

_AND = re.compile(r",\s(?:and\s|et\s)?|\s(?:and|et|&)\s")
_NOTES = 6  # last paragraphs, among which there may be notes on the authors
_MOST_CHOICES = 100  # lines that are weighed as titles
_SEARCHED = 2000  # lines in which a title may be repeated
_MOSTLY = 0.6  # share of a title's topic words that is as good as all
_MANY = 4  # names or titles under the title that are a list
_TOP = 6  # first lines, of which one may be a title in whole sentences
_USUAL = (4, 24)  # words that most titles have
_HEAD = 15  # lines over the text in which the title mostly is
_BARS = 3  # bars of a menu in a row
_CUT = 30  # characters of a title that may be broken off
_SHORTEST = 3  # words of a title over a deck
_READ_UNDER_DECK = 11
_READ = 12  # paragraphs of the text that titles are held against
_PLAIN = 0.3  # likelihood of furniture that speaks for a title
_SURELY = 0.85
_LIKE = 0.5  # likelihood of furniture that speaks against a title
_MUCH = 0.4


def _choose(page: Page, body: int) -> int | None:
    """Return the line that is most like the article's title, or None.

    Of the lines before the text, the first of at least four words wins, unless it shares no topic
    word with the text and a later one shares two. A line that is repeated on the page is preferred,
    and before all a line that another one has with something after it ("Title" rather than
    "Title - Name of the site").
    """
    choices = list(islice((i for i in range(body) if _may_be_title(page, i)), _MOST_CHOICES))
    if not any(page.lines[i].words >= _USUAL[0] for i in choices):
        # "We Came. We Left."
        choices += [
            i for i in range(min(body + 1, _TOP, len(page.lines))) if _is_in_sentences(page, i)
        ]
    choices = [i for i in choices if not is_path(page, i)] or choices
    choices = _least_alike(page, choices)
    choices = [i for i in choices if not any(leads_to(page, i, j) for j in choices)]
    choices = [i for i in choices if not _names_authors(page, i)] or choices
    named = [
        i for i in choices if not ("," in page.lines[i].text and is_labels(page.lines[i].text))
    ]
    choices = named if any(page.lines[i].words >= 4 for i in named) else choices
    if not choices:
        return None
    text = page.topic(islice(page.open_prose(body), _READ))
    short = [i for i in choices for j in choices if i != j and is_extended(page, i, j)]
    long = [i for i in choices if page.lines[i].words >= 4]
    most = max((len(page.content(i) & text) for i in long if _is_signed(page, i)), default=0)
    repeated = [i for i in long if is_repeated(page, i, body, text)]
    # A line that says who the author is may stand again under the text.
    repeated = [i for i in repeated if 2 * len(page.content(i) & text) >= most]
    over = long[0] - 1 if long else -1
    titled = over in choices and (
        _is_capitalised(page, long[0])
        or _is_kicker(page, over, text)
        or sections_in(page.lines[over], page.cues) > 0
    )
    if over in choices and choices.index(long[0]) <= 2 and not titled:
        # A title of two or three words with a longer line under it, and no menu over it.
        long.insert(0, over)
    if page.frame[0]:
        return max(choices, key=lambda i: (_weight(page, i, body, text), -i))
    best = (short or repeated or long or choices)[0]
    if best not in (*short, *repeated):
        # Titles of other stories stand over it, and it has a date or a byline under it.
        fit = len(page.content(best) & text)
        signed = [i for i in long if any(_is_signed(page, j) for j in _run_of_titles(page, i))]
        sure = best in signed if fit else _is_signed(page, best)
        dated = [] if sure else [i for i in signed if i > best]
        better = fit if sections_in(page.lines[best], page.cues) > 1 else fit + 1
        best = next((i for i in dated if len(page.content(i) & text) >= better), best)
    if best in (*short, *repeated) or page.content(best) & text:
        return after_path(page, best)
    return next((i for i in long if len(page.content(i) & text) >= 2), best)


def find_title(page: Page, body: int) -> int | None:
    """Return the line that is the article's title, or None.

    It is the line chosen, or the shorter title over it where that is the deck.
    """
    best = _choose(page, body)
    return best if best is None else best - _is_deck(page, best)


def _is_deck(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is the summary under a title, the only one over it."""
    over = i - 1
    if over < 0 or not _may_be_title(page, over) or _is_headline(page, over - 1):
        return False
    title, deck = page.lines[over], page.lines[i]
    if title.words < _SHORTEST or title.text.isupper() or is_path(page, over):
        return False
    if 2 * sections_in(title, page.cues) > title.words or title.bare[:_CUT] in deck.bare:
        return False
    text = page.topic(islice(page.open_prose(i + 1), _READ_UNDER_DECK))
    shared = len(page.content(over) & text)
    like = likelihood(page, over)
    if like is None or like > _SURELY:
        return False
    if title.words < deck.words:
        return like < _PLAIN or (shared > 0 and not is_labels(title.text))
    return like < _PLAIN and shared > 1


def _is_headline(page: Page, i: int) -> bool:
    """Tell whether line ``i`` may be a title in words, rather than a label or a path."""
    long = i >= 0 and page.lines[i].words >= _USUAL[0]
    return long and _may_be_title(page, i) and not is_path(page, i)


def _weight(page: Page, i: int, body: int, text: set[str]) -> float:
    """Return how much speaks for line ``i`` as the title on a crowded page.

    Among menus and other stories' titles the title is the one that shares most with the text, in
    number and in share of its words, that is dated or signed, and that stands near the text.
    """
    own = page.content(i)
    shared = len(own & text)
    if not shared:
        return 0.0
    line = page.lines[i]
    far = max(0, body - i - _HEAD) / body
    return (
        min(4, shared)
        + 2 * min(1, shared / len(own) / _MOSTLY)
        + 4 * (line.words >= _USUAL[0] and is_doubled_over_date(page, i, body))
        + 1.5 * any(_is_signed(page, j) for j in _run_of_titles(page, i))
        - 2 * line.text.startswith("<")
        + is_repeated(page, i, body, text)
        - 2 * far
        - 2 * (not _USUAL[0] <= line.words <= _USUAL[1])
        - 2 * line.text.endswith(".")
    )


def _least_alike(page: Page, choices: list[int]) -> list[int]:
    """Return ``choices`` without those that are like furniture where another is much less so."""
    if len(choices) < 2:
        return choices
    told = {i: likelihood(page, i) or 0.0 for i in choices}
    least = min((told[i] for i in choices if page.lines[i].words >= _USUAL[0]), default=1.0)
    return [i for i in choices if told[i] <= max(_LIKE, least + _MUCH)]


def _names_authors(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is names of people, one of whom a note under the text is about."""
    people = _AND.split(page.lines[i].text)
    if not all(1 < len(name.split()) <= 4 and is_name(name) for name in people):
        return False
    below = reversed(range(max(i + 1, len(page.lines) - _SEARCHED), len(page.lines)))
    last = (page.lines[j].text for j in islice((j for j in below if page.lines[j].prose), _NOTES))
    return any(text.startswith(name) for text in last for name in people)


def _is_capitalised(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is written as titles are: with capitals in its words."""
    words = [word for word in page.lines[i].text.split() if len(word) > 3 and word[0].isalpha()]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.75 * len(words)


def _is_kicker(page: Page, i: int, text: set[str]) -> bool:
    """Tell whether line ``i`` names a section in capitals over a title that is not in capitals."""
    line, below = page.lines[i], page.lines[i + 1]
    return line.text.isupper() and not below.text.isupper() and len(page.content(i) & text) < 2


def _is_in_sentences(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is a title in short sentences: "We Came. We Left."."""
    line = page.lines[i]
    return line.kind is None and line.words <= _USUAL[1] // 2 and _is_capitalised(page, i)


def _run_of_titles(page: Page, i: int) -> range:
    """Return line ``i`` with the lines under it that may be titles: what sums up the article."""
    last = i
    while last - i < _MANY and last + 1 < len(page.lines):
        if page.lines[last + 1].words < _USUAL[0] or not _may_be_title(page, last + 1):
            break
        last += 1
    return range(i, last + 1)


def _is_signed(page: Page, i: int) -> bool:
    """Tell whether one of the two lines under line ``i`` is a date or a byline."""
    below = range(i + 1, min(i + 3, len(page.lines)))
    return any(page.dates(j) or is_byline(page, j) for j in below)


def _may_be_title(page: Page, i: int) -> bool:
    line = page.lines[i]
    return (
        line.kind is None
        and not line.prose
        and 2 <= line.words <= 45
        and 2 * sum(map(str.isalpha, line.text)) >= len(line.text.replace(" ", ""))
        and line.bare not in page.cues.menu
        and line.text.count("|") < _BARS
        and not page.dates(i)
        and not page.is_clock(i)
        and not is_byline(page, i)
        and not is_caption(page, i)
        and not is_source_tag(page, i)
    )
