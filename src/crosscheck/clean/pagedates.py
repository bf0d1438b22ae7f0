"""Which calendar days does a line of a page name? For lines that date a page, not for prose.

Extraction has its own, fuller reading of dates; cleaning only needs whole dates as pages print
them: "Thu. Nov 21st, 2024", "15 août 2022", "2022-08-15", "15/08/2022", "March 2022".
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from crosscheck.clean.cues import merged


class PageDate(NamedTuple):
    """A date in a line: ``value`` is ISO 8601 (a day or a month), ``weekday`` 0 for Monday.

    ``month_day`` is set where the year is missing; ``value`` is then None.
    """

    start: int
    end: int
    value: str | None
    weekday: int | None
    month_day: tuple[int, int] | None = None

    @property
    def day(self) -> date | None:
        """The day, if the value is one."""
        return date.fromisoformat(self.value) if self.value and len(self.value) == 10 else None


def find_dates(line: str, code: str) -> list[PageDate]:
    """Return the dates in ``line`` (lower case), in order; impossible ones are left out."""
    pattern, months, weekdays, day_first = _reader(code)
    if not any(letter.isdigit() for letter in line):
        return []
    found = []
    for match in pattern.finditer(line):
        groups = match.groupdict()
        weekday = weekdays.get((groups["weekday"] or groups["weekday2"] or "").rstrip("."))
        month_word = next((groups[name] for name in ("m1", "m2", "m3") if groups[name]), None)
        month = months[month_word.rstrip(".")] if month_word else 0
        day = int(groups["d1"] or groups["d2"] or 0)
        year = int(groups["y1"] or groups["y2"] or groups["y3"] or 0)
        if groups["iso"]:
            year, month, day = (int(part) for part in re.split(r"[-/.]", groups["iso"]))
        elif groups["figures"]:
            a, b, year = (int(part) for part in re.split(r"[/.-]", groups["figures"]))
            day, month = (b, a) if a <= 12 < b else (a, b)
            sure = a > 12 or b > 12 or a == b or day_first or "." in groups["figures"]
            if not sure:
                continue
        span = (match.start(), match.end())
        if groups["m3"]:
            found.append(PageDate(*span, f"{year:04d}-{month:02d}", None))
        elif year and (value := _day(year, month, day)):
            found.append(PageDate(*span, value.isoformat(), weekday))
        elif not year and _day(2000, month, day):
            found.append(PageDate(*span, None, weekday, (month, day)))
    return found


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _reader(code: str) -> tuple[re.Pattern[str], dict[str, int], dict[str, int], bool]:
    data = merged(code)
    months, weekdays = data["months"], data["weekdays"]

    def either(words: dict[str, int]) -> str:
        return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))

    month, weekday = rf"(?:{either(months)})\b\.?", rf"(?:{either(weekdays)})\b\.?"
    day, year = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er)?", r"(?:19|20)\d\d"
    joiner = rf"(?:\s*(?:{'|'.join(data['date_joiners'])})\s+|[\s,]+)"

    def numbered(name: str) -> str:
        return rf"(?P<{name}>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er)?"

    pattern = re.compile(
        rf"(?<![\w/.-])(?:(?P<iso>{year}[-/.]\d\d?[-/.]\d\d?)(?!\d)"
        rf"|(?P<figures>\d\d?(?P<sep>[/.-])\d\d?(?P=sep){year})(?!\d)"
        rf"|(?:(?P<weekday>{weekday}),?\s+(?:the\s+)?)?{numbered('d1')}{joiner}(?P<m1>{month})(?:[\s,]+(?P<y1>{year})\b)?"
        rf"|(?:(?P<weekday2>{weekday}),?\s+)?(?P<m2>{month})\s+{numbered('d2')}\b(?![:.]\d)(?:[\s,]+(?P<y2>{year})\b)?"
        rf"|(?P<m3>{month})[\s,]+(?P<y3>{year})\b)"
    )
    del day
    return pattern, months, weekdays, bool(data["day_first"])
