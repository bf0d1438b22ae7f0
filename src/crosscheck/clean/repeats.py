"""Does a line of the page say the title again? In a path, with the site's name, or over a date."""

from __future__ import annotations

from crosscheck.clean.page import Page

_NAME_OF_SITE = 5  # words that may follow a title in "Title - Name of the site"
_SEARCHED = 2000  # lines in which a title may be repeated
_LED = 10  # words of sections and buttons around a title in a path


def last_alike(page: Page, title: int | None, body: int) -> int | None:
    """Return the last line over the text that repeats ``title``: the one over date and byline.

    The first is then the last step of a path, or the page's own heading.
    """
    if title is None:
        return None
    wanted = page.lines[title].bare
    lines = range(title, min(body, title + _SEARCHED))
    return next((i for i in reversed(lines) if page.lines[i].bare == wanted), title)


def is_repeated(page: Page, i: int, body: int, text: set[str]) -> bool:
    """Tell whether another line ends with line ``i``; only over the text if it is foreign to it."""
    wanted = page.lines[i].bare
    end = _SEARCHED if page.content(i) & text else min(body, _SEARCHED)
    return any(
        j != i and not line.prose and line.bare.endswith(wanted)
        for j, line in enumerate(page.lines[:end])
    )


def is_doubled_over_date(page: Page, i: int, body: int) -> bool:
    """Tell whether line ``i`` stands twice in the head, once with a date soon under it."""
    wanted = page.lines[i].bare
    places = [j for j in range(min(body, _SEARCHED)) if page.lines[j].bare == wanted]
    return len(places) > 1 and any(
        page.dates(k) for j in places for k in range(j + 1, min(j + 5, body))
    )


def leads_to(page: Page, i: int, j: int) -> bool:
    """Tell whether line ``i`` is a path to the title in line ``j``: it holds it and some words."""
    path, title = page.lines[i], page.lines[j]
    return (
        i < j
        and title.words >= 4
        and 0 < path.words - title.words <= _LED
        and title.bare in path.bare
        and not path.bare.startswith(title.bare)
    )


def after_path(page: Page, i: int) -> int:
    """Return the line after ``i`` if ``i`` is the last step of a path in lines of their own."""
    if i == 0 or i + 1 >= len(page.lines) or page.lines[i - 1].bare not in page.cues.menu:
        return i
    return i + 1 if page.lines[i + 1].bare == page.lines[i].bare else i


def is_extended(page: Page, short: int, long: int) -> bool:
    """Tell whether line ``long`` is line ``short`` with the name of a site after it."""
    title, line = page.lines[short].bare, page.lines[long].bare
    return (
        len(title) >= 12
        and line.startswith(title)
        and line[len(title) :].lstrip()[:1] in tuple("-–—|:•·»/")
        and len(line[len(title) :].split()) <= _NAME_OF_SITE + 1
    )
