"""Saying values in words: counts, lists, dates, durations and amounts, as a person writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SMALL = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_QUARTERS = {"33": "first", "34": "second", "35": "third", "36": "fourth"}
_PARTS_OF_DAY = {
    "MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night",
    "DT": "daytime",
}  # fmt: skip
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_CLOCK_UNITS = {"H": "hour", "M": "minute", "S": "second"}
_QUALIFIERS = {
    "about": "about {}", "at_least": "at least {}", "more_than": "more than {}",
    "at_most": "up to {}", "less_than": "less than {}",
}  # fmt: skip
_DURATION = re.compile(r"P(?P<days>[^T]*)(?:T(?P<clock>.+))?")
_PART = re.compile(r"(\d+(?:\.\d+)?|X+)([YMWDHS])")
_MOMENT = re.compile(
    r"(\d{3}[\dXx])(?:-(\d\d)(?:-(\d\d))?)?(?:T(\d\d)(?::?(\d\d))?(?::?\d\d)?(Z|[+-]\d\d:?\d\d)?)?[?~%]?"
)
_PART_OF_DAY = re.compile(r"(.*\d)T([A-Z]{2})")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")


def number_word(count: int) -> str:
    """Return a small whole number as a word, a larger one in digits: 3 → three, 40 → 40."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else f"{count:,}"


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """Return a count with its noun: "no source", "one source", "three sources"."""
    return f"{number_word(count)} {noun if count in (0, 1) else plural or noun + 's'}"


def listed(items: Sequence[str], last: str = "and") -> str:
    """Return "a", "a and b", "a, b and c"."""
    items = list(items)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def capital(text: str) -> str:
    """Return ``text`` with its first letter large, the rest untouched."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return ``text`` beginning with a capital and ending in a full stop."""
    text = capital(text.strip())
    return text if not text or text.endswith((".", "!", "?", ".”", ".’")) else text + "."


def plain_number(value: float) -> str:
    """Return a number with thousands separated: 2800.0 → 2,800, 0.5 → 0.5."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.10g}"


def amount(low: float | None, high: float | None, qualifier: str | None = None) -> str:
    """Return a range of numbers under its qualifier: "about 1,000", "300 to 400"."""
    first, last = (high if low is None else low), (low if high is None else high)
    if first is None or last is None:
        return "not said"
    if high is None and qualifier not in _QUALIFIERS:
        qualifier = "at_least"
    said = plain_number(first)
    if first != last:
        said = f"{plain_number(first)} to {plain_number(last)}"
    return _QUALIFIERS.get(qualifier or "", "{}").format(said)


def when(value: str, qualifier: str | None = None) -> str:
    """Return an ISO 8601 / EDTF date, time, interval or duration in words; else ``value``.

    ``2022-08-15T13:00+02:00`` → 15 August 2022, 13:00 (UTC+2); ``2013/..`` → since 2013; ``P9Y``
    → nine years; ``2022-22`` → summer 2022.
    """
    return _QUALIFIERS.get(qualifier or "", "{}").format(_when(value))


def _when(value: str) -> str:
    if value.startswith("P"):
        return _duration(value)
    first, slash, last = value.partition("/")
    return _interval(first, last) if slash else _point(value)


def _interval(first: str, last: str) -> str:
    if last in ("", ".."):
        return f"since {_when(first)}"
    if first in ("", ".."):
        return f"until {_when(last)}"
    if last.startswith("P"):
        return f"{_duration(last)} from {_when(first)}"
    return f"{_when(first)} to {_when(last)}"


def _point(value: str) -> str:
    part, week = _PART_OF_DAY.fullmatch(value), _WEEK.fullmatch(value)
    if part and part[2] in _PARTS_OF_DAY:
        return f"{_point(part[1])}, {_PARTS_OF_DAY[part[2]]}"
    if week:
        return f"week {int(week[2])} of {week[1]}"
    if value.startswith("T"):  # the hour of a day that is not known
        return value[1:]
    match = _MOMENT.fullmatch(value)
    return _moment(match) if match else value


def _duration(value: str) -> str:
    first, slash, last = value.partition("/")
    if slash:
        return f"{_duration(first)} to {_duration(last)}"
    match = _DURATION.fullmatch(value)
    if not match:
        return value
    parts = [(count, _UNITS.get(unit, unit)) for count, unit in _PART.findall(match["days"] or "")]
    parts += [
        (count, _CLOCK_UNITS.get(unit, unit)) for count, unit in _PART.findall(match["clock"] or "")
    ]
    return listed([_so_long(count, unit) for count, unit in parts]) or value


def _so_long(count: str, unit: str) -> str:
    if count.startswith("X"):
        return f"some {unit}s"  # how many, the source does not say
    if float(count).is_integer():
        return counted(int(float(count)), unit)
    return f"{count} {unit}s"


def _moment(match: re.Match[str]) -> str:
    year, month, day, hour, minute, zone = match.groups()
    if year[-1] in "Xx":
        return f"the {year[:-1]}0s"
    if month in _SEASONS:
        said = f"{_SEASONS[month]} {year}"
    elif month in _QUARTERS:
        said = f"the {_QUARTERS[month]} quarter of {year}"
    elif month and 1 <= int(month) <= 12:
        said = f"{_MONTHS[int(month) - 1]} {year}"
    else:
        said = year
    if day:
        said = f"{int(day)} {said}"
    if hour:
        said += f", {hour}:{minute or '00'}"
        if zone:
            said += " (UTC)" if zone == "Z" else f" (UTC{_offset(zone)})"
    return said


def _offset(zone: str) -> str:
    hours, minutes = int(zone[1:3]), zone[-2:]
    if hours == 0 and minutes == "00":
        return ""
    sign = "−" if zone[0] == "-" else "+"
    return f"{sign}{hours}" + (f":{minutes}" if minutes != "00" else "")


def percent(share: float) -> str:
    """Return a share as a percentage: 0.965 → 96.5%, without needless decimals."""
    return f"{round(share * 100, 1):g}%"


def shortened(text: str, words: int) -> str:
    """Return the first words of ``text``, with an ellipsis where it goes on."""
    parts = text.split()
    return " ".join(parts) if len(parts) <= words else " ".join(parts[:words]) + " …"
