"""What stands over the article? Its title, and the page's own lines around it."""

from __future__ import annotations

import re
from itertools import islice

from crosscheck.clean.authors import bylines, is_of_byline
from crosscheck.clean.crawldate import is_crawl_date
from crosscheck.clean.lines import Line
from crosscheck.clean.page import Page, has_letters, is_name
from crosscheck.clean.shapes import (
    is_byline,
    is_caption,
    is_labels,
    is_path,
    is_source_tag,
    is_year,
)

_AND = re.compile(r",\s(?:and\s|et\s)?|\s(?:and|et|&)\s")
_NOTES = 6  # last paragraphs, among which there may be notes on the authors
_NAME_OF_SITE = 5  # words that may follow a title in "Title - Name of the site"
_MOST_CHOICES = 100  # lines that are weighed as titles
_SEARCHED = 2000  # lines in which a title may be repeated
_LED = 10  # words of sections and buttons around a title in a path
_AGENCY = ("byline", "says who supplied the text")
_LABELLED = ("breadcrumb", "is a label in the head")
_LABEL = 3  # words of a label in the head


def read_head(page: Page) -> None:
    """Find the title and name the lines down to the first paragraph.

    ``page.title`` is set to the index of the title's line, or stays None.
    """
    body = head_end(page)
    page.title = find_title(page, body)
    if page.title is not None:
        page.lines[page.title].name("title", "stands over the article and names its topic")
        _name_repetitions(page, page.title)
        labels = [i for i in range(page.title) if page.lines[i].words <= 4]
        sure = len(labels) >= 3 or any(
            page.lines[i].kind == "repeated_title"
            or page.lines[i].bare.endswith(page.lines[page.title].bare)
            for i in range(page.title)
        )
        topic = set(page.content(page.title)).union(*map(page.content, page.open_prose(page.title)))
        for i in range(page.title):
            _name_above(page, i, page.title, topic, sure=sure)
        _name_other_titles(page, page.title)
    opening = next(page.open_prose(), body)
    for i in range(0 if page.title is None else page.title + 1, body):
        _name_below(page, i, opening)
    _name_notes(page, body)


def head_end(page: Page) -> int:
    """Return the line where the article's text begins.

    That is the first paragraph, unless a dateline or a byline follows within a few lines: then the
    first was a summary under the title.
    """
    opening = next(page.open_prose(page.frame[0]), len(page.lines))
    for i in range(opening + 1, min(opening + 8, len(page.lines))):
        line = page.lines[i]
        if line.prose and line.kind is None:
            break
        if line.kind is None and (page.dates(i) or is_byline(page, i)):
            return next(page.open_prose(i), opening)
    return opening


def find_title(page: Page, body: int) -> int | None:
    """Return the line that is the article's title, or None.

    Of the lines before the text, the first of at least four words wins, unless it shares no topic
    word with the text and a later one shares two. A line that is repeated on the page is preferred,
    and before all a line that another one has with something after it ("Title" rather than
    "Title - Name of the site").
    """
    choices = list(islice((i for i in range(body) if _may_be_title(page, i)), _MOST_CHOICES))
    choices = [i for i in choices if not is_path(page, i)] or choices
    choices = [i for i in choices if not any(_leads_to(page, i, j) for j in choices)]
    choices = [i for i in choices if not _names_authors(page, i)] or choices
    named = [
        i for i in choices if not ("," in page.lines[i].text and is_labels(page.lines[i].text))
    ]
    choices = named if any(page.lines[i].words >= 4 for i in named) else choices
    if not choices:
        return None
    text: set[str] = set()
    for seen, i in enumerate(page.open_prose(body)):
        text |= page.content(i)
        if seen == 11:
            break
    short = [i for i in choices for j in choices if i != j and is_extended(page, i, j)]
    long = [i for i in choices if page.lines[i].words >= 4]
    repeated = [i for i in long if _is_repeated(page, i, body, text)]
    over = long[0] - 1 if long else -1
    if over in choices and choices.index(long[0]) <= 2 and not _is_capitalised(page, long[0]):
        # A title of two or three words with a longer line under it, and no menu over it.
        long.insert(0, over)
    if page.frame[0]:
        signed = {i for i in long if _is_doubled_over_date(page, i, body)}
        return max(
            choices, key=lambda i: (min(4, len(page.content(i) & text)) + 4 * (i in signed), -i)
        )
    best = (short or repeated or long or choices)[0]
    if best not in (*short, *repeated):
        # Titles of other stories stand over it, and it has a date or a byline under it.
        fit = len(page.content(best) & text)
        dated = [i for i in long if i > best and _is_signed(page, i) and not _is_signed(page, best)]
        better = fit + 2 if fit else 1
        best = next((i for i in dated if len(page.content(i) & text) >= better), best)
    if best in (*short, *repeated) or page.content(best) & text:
        return _after_path(page, best)
    return next((i for i in long if len(page.content(i) & text) >= 2), best)


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


def _is_repeated(page: Page, i: int, body: int, text: set[str]) -> bool:
    """Tell whether another line ends with line ``i``; only over the text if it is foreign to it."""
    wanted = page.lines[i].bare
    end = _SEARCHED if page.content(i) & text else min(body, _SEARCHED)
    return any(
        j != i and not line.prose and line.bare.endswith(wanted)
        for j, line in enumerate(page.lines[:end])
    )


def _is_doubled_over_date(page: Page, i: int, body: int) -> bool:
    """Tell whether line ``i`` stands twice in the head, once with a date soon under it."""
    wanted = page.lines[i].bare
    places = [j for j in range(min(body, _SEARCHED)) if page.lines[j].bare == wanted]
    return len(places) > 1 and any(
        page.dates(k) for j in places for k in range(j + 1, min(j + 5, body))
    )


def _is_signed(page: Page, i: int) -> bool:
    """Tell whether one of the two lines under line ``i`` is a date or a byline."""
    below = range(i + 1, min(i + 3, len(page.lines)))
    return any(page.dates(j) or is_byline(page, j) for j in below)


def _leads_to(page: Page, i: int, j: int) -> bool:
    """Tell whether line ``i`` is a path to the title in line ``j``: it holds it and some words."""
    path, title = page.lines[i], page.lines[j]
    return (
        i < j
        and title.words >= 4
        and 0 < path.words - title.words <= _LED
        and title.bare in path.bare
        and not path.bare.startswith(title.bare)
    )


def _after_path(page: Page, i: int) -> int:
    """Return the line after ``i`` if ``i`` is the last step of a path in lines of their own."""
    if i == 0 or i + 1 >= len(page.lines) or page.lines[i - 1].bare not in page.cues.menu:
        return i
    return i + 1 if page.lines[i + 1].bare == page.lines[i].bare else i


def _may_be_title(page: Page, i: int) -> bool:
    line = page.lines[i]
    return (
        line.kind is None
        and not line.prose
        and 2 <= line.words <= 45
        and has_letters(line.text)
        and line.bare not in page.cues.menu
        and not page.dates(i)
        and not page.is_clock(i)
        and not is_byline(page, i)
        and not is_caption(page, i)
        and not is_source_tag(page, i)
    )


def is_extended(page: Page, short: int, long: int) -> bool:
    """Tell whether line ``long`` is line ``short`` with the name of a site after it."""
    title, line = page.lines[short].bare, page.lines[long].bare
    return (
        len(title) >= 12
        and line.startswith(title)
        and line[len(title) :].lstrip()[:1] in tuple("-–—|:•·»/")
        and len(line[len(title) :].split()) <= _NAME_OF_SITE + 1
    )


def _name_repetitions(page: Page, title: int) -> None:
    wanted = page.lines[title].bare
    for i, line in enumerate(page.lines):
        if i == title or line.kind not in (None, "furniture") or line.prose or not wanted:
            continue
        if line.bare == wanted or is_extended(page, title, i):
            line.name("repeated_title", "repeats the title", again=True)


def _name_other_titles(page: Page, title: int) -> None:
    """Name two and more long lines over the title, which are a list of other stories' titles."""
    above = [line for line in page.lines[:title] if line.kind == "subtitle" and line.words > _LABEL]
    if len(above) > 1 and not any(line.prose for line in above):
        for line in above:
            line.name("other_stories", "is one of the titles over this one", again=True)


def _name_above(page: Page, i: int, title: int, topic: set[str], *, sure: bool) -> None:
    """Name a line over the title; ``sure`` if short lines there can't be the title themselves."""
    line = page.lines[i]
    wanted = page.lines[title].bare
    if line.kind is not None:
        return
    if (
        line.bare.endswith(wanted)
        or _leads_to(page, i, title)
        or _ends_cut(page, line.bare, wanted)
    ):
        line.name("breadcrumb", "leads through the site's sections to the title that follows")
    elif page.dates(i) or page.is_clock(i):
        _name_date(page, i)
    elif is_path(page, i):
        line.name("breadcrumb", "names sections of the site")
    elif is_byline(page, i):
        line.name("byline", "says who wrote the text")
    elif is_caption(page, i):
        line.name("caption", "describes or credits a picture")
    elif not has_letters(line.text):
        line.name("furniture", "has no words")
    elif line.prose and not page.frame[0]:
        line.name("subtitle", "sums up the article at its head")
    elif line.words <= (4 if sure else 1) or is_labels(line.text):
        line.name("breadcrumb", "is a label over the title")
    elif line.words <= 4 or page.content(i) & topic:
        line.name("subtitle", "stands over the title and shares its topic")
    else:
        line.name("other_stories", "is the title of another story, over this one's")


def _name_notes(page: Page, body: int) -> None:
    """Name notes on the author that stand under the title."""
    names = bylines(page)
    for i in range(0 if page.title is None else page.title + 1, body):
        if page.lines[i].kind == "subtitle" and is_of_byline(page, i, names):
            page.lines[i].name("author_box", "is a note on the author", again=True)


def _name_below(page: Page, i: int, opening: int) -> None:
    """Name a line between the title and the text."""
    line = page.lines[i]
    if line.kind is not None:
        return
    if is_source_tag(page, i):
        line.name("source_tag", "says where the page took the text from")
    elif page.dates(i) or page.is_clock(i):
        _name_date(page, i)
    elif line.bare in page.cues.other_stories or line.bare in page.cues.tags:
        return
    elif is_caption(page, i):
        line.name("caption", "describes or credits a picture")
    elif line.bare in page.cues.menu or (is_path(page, i) and not is_byline(page, i)):
        line.name("breadcrumb", "names sections of the site")
    elif _is_author_note(page, i):
        line.name("author_box", "belongs to a note on the author")
    elif is_byline(page, i) or is_name(line.text):
        line.name("byline", "says who wrote the text")
    elif not has_letters(line.text):
        if not is_year(line.text):
            line.name("furniture", "has no words")
    elif _is_place(page, i):
        line.name("byline", "says where the author wrote the text")
    elif page.title is not None:
        _name_lead(line, last=i + 1 >= opening)


def _is_place(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is one capitalised word or two between a byline and a date."""
    words = page.lines[i].text.split()
    return (
        len(words) <= 2
        and all(word[0].isupper() for word in words)
        and i + 1 < len(page.lines)
        and page.lines[i - 1].kind == "byline"
        and bool(page.dates(i + 1))
    )


def _name_lead(line: Line, *, last: bool) -> None:
    """Name a line under the title that its shape alone tells of; ``last`` right over the text."""
    if line.words >= 5 or line.prose:
        line.name("subtitle", "sums up the article at its head")
    elif line.words <= _LABEL and not (last or line.final or line.text[-1] in ")]"):
        agency = line.text.isupper() and line.words == 1
        line.name(*(_AGENCY if agency else _LABELLED))


def _is_author_note(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is a heading over the author's name and trade, or one of these."""
    line = page.lines[i]
    if line.prose:
        return False
    if line.bare in page.cues.author_box:
        return True
    trade = not page.cues.author_roles.isdisjoint(line.plain.replace(",", " ").split())
    return page.lines[i - 1].kind == "author_box" and (is_name(line.text) or trade)


def _name_date(page: Page, i: int) -> None:
    if is_crawl_date(page, i):
        page.lines[i].name("crawl_date", "is the date of the day the page was called up")
    else:
        page.lines[i].name("dateline", "dates or places the text")


def _ends_cut(page: Page, line: str, title: str) -> bool:
    """Tell whether the last part of a path is the beginning of the title ("… / Troops le…")."""
    parts = [part.strip(" .…") for part in page.cues.path.split(line)]
    return len(parts) >= 2 and len(parts[-1]) >= 10 and title.startswith(parts[-1])
