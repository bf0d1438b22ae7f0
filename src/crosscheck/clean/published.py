"""When was the article published, and on what ground do we say so?

``stated``: the page says it, in a line that dates it or in the agency's dateline. ``inferred``: the
text proves it. A wrong date is worse than none, so every inference needs two witnesses.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from crosscheck.clean.cues import merged
from crosscheck.clean.page import Page
from crosscheck.clean.pagedates import PageDate, find_dates

_HEAD_KINDS = ("dateline", "byline", "source_tag", "subtitle")
_DATELINE = 60  # characters in which an agency's dateline stands
_LEAD = 3  # paragraphs in which the day of the news stands
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CLEAR_MONTH = 9  # a text that tells of March was hardly published in the year after


class Published(NamedTuple):
    """A date of publication: ISO 8601 (a day, a month or a year) or None, and its basis."""

    value: str | None
    basis: str


def find_published(page: Page) -> Published:
    """Return when the article on a cleaned page was published."""
    stated = _in_head(page) or _in_dateline(page)
    if stated:
        return Published(stated, "stated")
    for infer in (_from_post, _from_weekday, _from_contrast, _from_recency):
        value = infer(page)
        if value:
            return Published(value, "inferred")
    return Published(None, "unknown")


def _text(page: Page) -> list[str]:
    kinds = ("paragraph", "subtitle", "quotation", "list_item")
    return [line.plain for line in page.lines if line.kind in kinds]


def _in_head(page: Page) -> str | None:
    """Return the date of a line around the title; "published" comes before "updated"."""
    found: list[tuple[int, int, str]] = []
    texts = 0
    for i, line in enumerate(page.lines):
        texts += line.kind in ("paragraph", "list_item", "post")
        if line.kind not in _HEAD_KINDS or not any(c.isdigit() for c in line.plain):
            continue
        cue = page.cues.published.match(line.plain) is not None
        if texts > 1 and not cue:
            continue
        position = 0
        for one in page.dates(i):
            before = line.plain[position : one.start]
            position = one.end
            changed = page.cues.updated.search(before) is not None
            if one.value:
                found.append((2 if changed else 0 if cue else 1, i, one.value))
    return min(found)[2] if found else None


def _in_dateline(page: Page) -> str | None:
    """Return the whole date in an agency's dateline ("PARIS, August 15, 2022 (Agency) –")."""
    for line in page.lines:
        if line.kind == "paragraph":
            head = line.plain[: _DATELINE + 30]
            for one in find_dates(head, page.code)[:1]:
                if one.day and one.end <= _DATELINE and re.match(r"[\s,]*[(–—-]", head[one.end :]):
                    return one.value
            return None
    return None


def _from_post(page: Page) -> str | None:
    """Infer it where an embedded post bears its day, and the text names that day's weekday."""
    weekdays = _weekdays(page)
    for line in page.lines:
        if line.kind == "post":
            for one in find_dates(line.plain, page.code):
                if one.day and one.day.weekday() in weekdays:
                    return one.value
    return None


def _from_weekday(page: Page) -> str | None:
    """Infer it where the lead names day and weekday, and one year near the text's fits."""
    texts = _text(page)
    years = [int(year) for text in texts for year in _YEAR.findall(text)]
    if not years:
        return None
    for text in texts[:_LEAD]:
        for one in find_dates(text, page.code):
            weekday = one.weekday
            if one.month_day is None:
                continue
            if weekday is None and one.end <= _DATELINE:
                named = _weekdays_in(text, page.code)
                weekday = named.pop() if len(named) == 1 else None
            if weekday is None:
                continue
            near = [
                day
                for year in range(max(years) - 1, max(years) + 2)
                if (day := _date(year, *one.month_day)) and day.weekday() == weekday
            ]
            if len(near) == 1:
                return near[0].isoformat()
    return None


def _from_contrast(page: Page) -> str | None:
    """Infer the year after where a sentence goes from a month and year to "this January".

    A month of the year of publication is told without its year.
    """
    months = merged(page.code)["months"]
    this = "|".join(re.escape(word) for word in page.cues.this)
    pattern = re.compile(rf"\b(?:{this})\s+({'|'.join(map(re.escape, months))})\b")
    newest = max((int(y) for text in _text(page) for y in _YEAR.findall(text)), default=0)
    for text in _text(page):
        for match in pattern.finditer(text):
            sentence = text[text.rfind(". ", 0, match.start()) + 1 : match.start()]
            told = [one for one in find_dates(sentence, page.code) if one.value]
            if told:
                year, month = (int(part) for part in _last(told).split("-")[:2])
                later = year + (month >= months[match[1]])
                if later >= newest:
                    return str(later)
    return None


def _from_recency(page: Page) -> str | None:
    """Infer the newest year named, where a whole date has it and the text tells of its weeks."""
    texts = _text(page)
    told = [one.value for text in texts for one in find_dates(text, page.code) if one.day]
    if not told:
        return None
    newest = max(value for value in told if value)
    years = [int(year) for text in texts for year in _YEAR.findall(text)]
    recent = any(cue in text for text in texts for cue in page.cues.recency)
    if recent and max(years) == int(newest[:4]) and int(newest[5:7]) <= _CLEAR_MONTH:
        return newest[:4]
    return None


def _last(dates: list[PageDate]) -> str:
    return dates[-1].value or ""


def _weekdays(page: Page) -> set[int]:
    return {day for text in _text(page) for day in _weekdays_in(text, page.code)}


def _weekdays_in(text: str, code: str) -> set[int]:
    weekdays = merged(code)["weekdays"]
    return {weekdays[word] for word in re.findall(r"[^\W\d_]{5,}", text) if word in weekdays}


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
