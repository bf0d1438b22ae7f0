"""What stands over the article? Its title, and the page's own lines around it."""

from __future__ import annotations

from crosscheck.clean.alike import is_own
from crosscheck.clean.authors import bylines, is_of_byline
from crosscheck.clean.crawldate import is_crawl_date
from crosscheck.clean.lines import Line
from crosscheck.clean.page import Page, has_letters, is_item, is_name
from crosscheck.clean.pagedates import find_dates
from crosscheck.clean.repeats import is_extended, last_alike, leads_to
from crosscheck.clean.shapes import (
    is_byline,
    is_caption,
    is_labels,
    is_path,
    is_source_tag,
    is_year,
)
from crosscheck.clean.title import find_title

_MANY = 4  # names or titles under the title that are a list
_AGENCY = ("byline", "says who supplied the text")
_LABELLED = ("breadcrumb", "is a label in the head")
_LABEL = 3  # words of a label in the head


def read_head(page: Page) -> None:
    """Find the title and name the lines down to the first paragraph.

    ``page.title`` is set to the index of the title's line, or stays None.
    """
    body = head_end(page)
    page.title = last_alike(page, find_title(page, body), body)
    if page.title is not None:
        page.lines[page.title].name("title", "stands over the article and names its topic")
        _name_repetitions(page, page.title)
        labels = [i for i in range(page.title) if page.lines[i].words <= 4]
        sure = len(labels) >= 3 or any(
            page.lines[i].kind == "repeated_title"
            or page.lines[i].bare.endswith(page.lines[page.title].bare)
            for i in range(page.title)
        )
        topic = page.topic((page.title, *page.open_prose(page.title)))
        for i in range(page.title):
            _name_above(page, i, page.title, topic, sure=sure)
        _name_other_titles(page, page.title)
    opening = next(page.open_prose(), body)
    for i in range(0 if page.title is None else page.title + 1, body):
        _name_below(page, i, opening)
    _name_notes(page, body)
    _thin_out(page, body)


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


def _name_repetitions(page: Page, title: int) -> None:
    wanted = page.lines[title].bare
    for i, line in enumerate(page.lines):
        if i == title or line.kind not in (None, "furniture") or line.prose or not wanted:
            continue
        if line.bare == wanted or is_extended(page, title, i):
            line.name("repeated_title", "repeats the title", again=True)


def _name_other_titles(page: Page, title: int) -> None:
    """Name two and more long lines over the title, which are a list of other stories' titles."""
    above = [
        line
        for i, line in enumerate(page.lines[:title])
        if line.kind == "subtitle" and line.words > _LABEL and not is_own(page, i)
    ]
    if len(above) > 1 and not any(line.prose for line in above):
        for line in above:
            line.name("other_stories", "is one of the titles over this one", again=True)


def _name_above(page: Page, i: int, title: int, topic: set[str], *, sure: bool) -> None:
    """Name a line over the title; ``sure`` if short lines there can't be the title themselves."""
    line = page.lines[i]
    wanted = page.lines[title].bare
    if line.kind is not None:
        return
    if line.bare.endswith(wanted) or leads_to(page, i, title) or _ends_cut(page, line.bare, wanted):
        line.name("breadcrumb", "leads through the site's sections to the title that follows")
    elif _name_certain(page, i):
        return
    elif is_path(page, i):
        line.name("breadcrumb", "names sections of the site")
    elif is_byline(page, i):
        line.name("byline", "says who wrote the text")
    elif not has_letters(line.text):
        line.name("furniture", "has no words")
    elif line.bare in page.cues.other_stories:
        line.name("other_stories", "stands over links to other stories")
    elif line.prose and not page.frame[0]:
        line.name("subtitle", "sums up the article at its head")
    elif _is_label_over(page, i, title, sure=sure):
        line.name("breadcrumb", "is a label over the title")
    elif i and page.lines[i - 1].kind == "other_stories" and line.words > _LABEL:
        line.name("other_stories", "is the title of another story, under one over this one's")
    elif line.words <= 4 or page.content(i) & topic:
        line.name("subtitle", "stands over the title and shares its topic")
    else:
        line.name("other_stories", "is the title of another story, over this one's")


def _is_label_over(page: Page, i: int, title: int, *, sure: bool) -> bool:
    """Tell whether line ``i`` over the title is a label."""
    line = page.lines[i]
    short = line.words <= _most(page, i, title, sure=sure)
    return (short or is_labels(line.text)) and not is_own(page, i)


def _most(page: Page, i: int, title: int, *, sure: bool) -> int:
    """Return how many words line ``i`` over the title may have if it is but a label.

    One in capitals over a title that is not, or that begins with a section, has more.
    """
    line = page.lines[i]
    capitals = line.text.isupper() and not page.lines[title].text.isupper()
    section = line.plain.split(" ", 1)[0] in page.cues.menu
    return 4 if sure or capitals or section else 1


def _name_notes(page: Page, body: int) -> None:
    """Name notes on the author that stand under the title."""
    names = bylines(page)
    for i in range(0 if page.title is None else page.title + 1, body):
        if page.lines[i].kind == "subtitle" and is_of_byline(page, i, names):
            page.lines[i].name("author_box", "is a note on the author", again=True)


def _thin_out(page: Page, body: int) -> None:
    """Name many names and titles in a row under the title, which are labels and other stories.

    An author's name stands beside the date, a byline or the title.
    """
    if page.title is None:
        return
    head = range(page.title + 1, body)
    bare = [i for i in head if page.lines[i].kind == "byline" and not is_byline(page, i)]
    if len(bare) >= _MANY:
        for i in bare:
            beside = [page.lines[j].kind for j in (i - 1, min(i + 1, body))]
            if i - 1 != page.title and "dateline" not in beside and "subtitle" not in beside:
                page.lines[i].name(*_LABELLED, again=True)
    leads = [i for i in head if page.lines[i].kind == "subtitle" and not page.lines[i].prose]
    leads = [i for i in leads if not (is_item(page.lines[i].text) or is_own(page, i))]
    if len(leads) >= _MANY:
        text = page.topic((page.title, *page.open_prose(body)))
        for i in leads:
            own = page.content(i)
            if own.isdisjoint(text):
                page.lines[i].name("other_stories", "is one of many titles in the head", again=True)


def _name_below(page: Page, i: int, opening: int) -> None:
    """Name a line between the title and the text."""
    line = page.lines[i]
    if line.kind is not None:
        return
    if line.bare in page.cues.other_stories or line.bare in page.cues.tags:
        return
    if _name_certain(page, i):
        return
    if line.bare in page.cues.menu or (is_path(page, i) and not is_byline(page, i)):
        _name_path(page, i)
    elif _is_author_note(page, i):
        line.name("author_box", "belongs to a note on the author")
    elif line.words > 1 and line.bare.split(" ", 1)[0] in page.cues.commands:
        line.name(*_LABELLED)
    elif is_byline(page, i) or is_name(line.text):
        line.name("byline", "says who wrote the text")
    elif not has_letters(line.text):
        if not is_year(line.text):
            line.name("furniture", "has no words")
    elif _is_place(page, i):
        line.name("byline", "says where the author wrote the text")
    elif page.title is not None:
        _name_lead(line, last=i + 1 >= opening)


def _name_path(page: Page, i: int) -> None:
    """Name a line of parts under the title: sections, or the date, the place and the author."""
    line = page.lines[i]
    parts = [part.strip() for part in page.cues.path.split(line.plain) if part.strip()]
    if line.bare in page.cues.menu or len(parts) < 2 or any(p in page.cues.menu for p in parts):
        line.name("breadcrumb", "names sections of the site")
    elif find_dates(line.plain, page.code) or page.cues.updated.search(line.plain):
        line.name("dateline", "dates or places the text")
    elif all(part.strip()[:1].isupper() for part in page.cues.path.split(line.text)):
        line.name("byline", "says who wrote the text, or where")
    else:
        line.name("breadcrumb", "names sections of the site")


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


def _name_certain(page: Page, i: int) -> bool:
    """Name a line of the head that tells a source, a date or a picture; tell whether it does."""
    line = page.lines[i]
    if is_source_tag(page, i):
        line.name("source_tag", "says where the page took the text from")
    elif page.dates(i) or page.is_clock(i):
        _name_date(page, i)
    elif is_caption(page, i):
        line.name("caption", "describes or credits a picture")
    return line.kind is not None


def _name_date(page: Page, i: int) -> None:
    if is_crawl_date(page, i):
        page.lines[i].name("crawl_date", "is the date of the day the page was called up")
    else:
        page.lines[i].name("dateline", "dates or places the text")


def _ends_cut(page: Page, line: str, title: str) -> bool:
    """Tell whether the last part of a path is the beginning of the title ("… / Troops le…")."""
    parts = [part.strip(" .…") for part in page.cues.path.split(line)]
    return len(parts) >= 2 and len(parts[-1]) >= 10 and title.startswith(parts[-1])
