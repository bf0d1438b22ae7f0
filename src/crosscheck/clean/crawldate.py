"""Is a date at the head of a page that of the article, or of the day the page was called up?

Many sites print today's date over everything, and a crawler saves it with the article. It gives
itself away: it stands over the title, and nothing in the article ties it to the text.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from crosscheck.clean.body import is_post
from crosscheck.clean.cues import merged
from crosscheck.clean.page import Page
from crosscheck.clean.pagedates import find_dates

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NEAR = timedelta(days=45)
_LINES = 300  # lines of the page in which that text is looked for
_READ = 4000  # characters of the text that are searched for ties


def is_crawl_date(page: Page, i: int) -> bool:  # noqa: PLR0911
    """Tell whether the date in line ``i`` is that of the crawl.

    A date under the title, or with a word such as "published", or with a name, is the article's;
    "today is" gives the crawl's away. One over the
    title (or over a text without a title) is the article's only if the text is tied to it: it names
    a day of the weeks before, or a weekday that was that day or the one before, and no year that it
    names speaks against it. Without a tie it is the crawl's if it names its weekday, as the running
    heads of sites do (then even if another line gives the same day under the title), if another
    line dates the page differently, or if the years that the text names are all long past.
    """
    line = page.lines[i]
    found = page.dates(i)
    day = found[0].day if found else None
    if not page.cues.today.isdisjoint(line.plain.split()):
        return True
    under_title = page.title is not None and i > page.title
    if day is None or under_title or page.cues.published.match(line.plain):
        return False
    if page.words_beside_dates(i) >= 2:
        return False
    others = {
        other.day
        for j in range(i + 1, min(i + 25, len(page.lines)))
        for other in page.dates(j)[:1]
        if other.day and (page.title is None or j > page.title)
    }
    if others and page.title is not None:
        return day not in others or found[0].weekday is not None
    text = _text(page, i)
    years = [int(year) for year in _YEAR.findall(text)]
    far = bool(years) and max(years) < day.year - 1
    if _names_day_before(text, day, page.code):
        return False
    if _names_weekday(text, day, page.code):
        return False
    return far or found[0].weekday is not None


def _text(page: Page, i: int) -> str:
    """Return the beginning of the text after line ``i``."""
    text = ""
    for j in range(i, min(i + _LINES, len(page.lines))):
        if not (page.is_open_prose(j) or is_post(page.lines[j].text)):
            continue
        text += page.lines[j].plain + " "
        if len(text) >= _READ:
            break
    return text[:_READ]


def _names_day_before(text: str, day: date, code: str) -> bool:
    """Tell whether ``text`` names a day shortly before ``day``."""
    for other in find_dates(text, code):
        if other.day is not None and timedelta(0) <= day - other.day <= _NEAR:
            return True
        if other.month_day is not None:
            month, number = other.month_day
            for year in (day.year, day.year - 1):
                try:
                    guess = date(year, month, number)
                except ValueError:
                    continue
                if timedelta(0) <= day - guess <= _NEAR:
                    return True
    return False


def _names_weekday(text: str, day: date, code: str) -> bool:
    """Tell whether ``text`` names the weekday of ``day`` or of the day before."""
    weekdays = merged(code)["weekdays"]
    named = {weekdays[word] for word in re.findall(r"[^\W\d_]{5,}", text) if word in weekdays}
    return bool(named & {day.weekday(), (day.weekday() - 1) % 7})
