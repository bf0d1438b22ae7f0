"""What time of day, in which zone? "1pm Paris time [11:00 GMT]", "13H00", "1700 GMT"."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from crosscheck import language
from crosscheck.extract.numbers import any_of

_REGIONS = ("Africa", "Europe", "America", "Asia", "Australia", "Pacific", "Atlantic", "Indian")
_DAY = 24 * 60
_HOUR = r"(?:2[0-4]|[01]?\d)"
_AHEAD = re.compile(r"(?:GMT|UTC) ?([+−-]) ?(\d{1,2})(?::?(\d\d))?")
_PLACE = r"[A-ZÉÎ][\w'’-]+(?:[ -][A-ZÉÎ][\w'’-]+)?"


class Clock(NamedTuple):
    """A time of day; ``offset`` in minutes ahead of GMT or None, ``place`` a time zone's place."""

    hour: int
    minute: int
    second: int | None = None
    offset: int | None = None
    zone: ZoneInfo | None = None

    def iso(self, day: date | None) -> str:
        """Return ``T13:00+02:00``; a place's offset is known only with the day."""
        seconds = "" if self.second is None else f":{self.second:02}"
        return f"T{self.hour:02}:{self.minute:02}{seconds}{self._offset(day)}"

    def _offset(self, day: date | None) -> str:
        minutes = self.offset
        if self.zone is not None and day is not None:
            local = datetime(day.year, day.month, day.day, self.hour % 24, tzinfo=self.zone)
            delta = local.utcoffset()
            minutes = None if delta is None else round(delta.total_seconds() / 60)
        elif minutes == 0 and self.zone is None:
            return "Z"
        if minutes is None:
            return ""
        return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


@cache
def clock_pattern(code: str) -> str:
    """Return the regular expression (no groups) of a clock time in language ``code``."""
    one = _one_pattern(code)
    return rf"(?:{one})(?:,?\s?[(\[](?:or\s)?(?:{one})[)\]])?"


@cache
def _one_pattern(code: str) -> str:
    data = language.section(code, "dates")["clock"]
    meridiem = any_of(_cases(data["meridiem"])) if data["meridiem"] else r"(?!)"
    zone = _zone_pattern(code)
    minutes = r"[0-5]\d"
    hour_word = ""
    if data["words"]:
        led = "|".join(f"(?<={re.escape(word)})" for word in data["words_after"])
        hour_word = rf"|(?:{led}){_HOUR}[ \u00a0]?(?:{any_of(data['words'])})(?: {minutes}\b)?"
    bare = rf"|{_HOUR}[ \u00a0]?[hH]" if data["bare_hour"] else ""
    sure = (
        rf"{_HOUR}:{minutes}(?::{minutes})?(?![:.]?\d)(?:\s?{meridiem})?"
        rf"|{_HOUR}[ \u00a0]?[hH][ \u00a0]?{minutes}{bare}"
        rf"|{_HOUR}(?:[.]{minutes})?\s?{meridiem}{hour_word}"
    )
    with_zone = rf"(?:{_HOUR}(?:[.hH]{minutes}|[hH])?|(?:[01]\d|2[0-4]){minutes})"
    military = rf"|[0-2]\d{minutes}\s(?:{any_of(data['military'])})" if data["military"] else ""
    named = rf"(?:,?\s{zone}|\s?[(\[]{zone}[)\]])"
    return rf"(?:{sure}){named}?|{with_zone}\s{zone}{military}"


@cache
def _zone_after(code: str) -> re.Pattern[str]:
    return re.compile(rf",?\s(?:{_zone_pattern(code)})(?:,?\s?[(\[](?:{_one_pattern(code)})[)\]])?")


def zone_after(raw: str, at: int, code: str) -> int:
    """Return where a zone that stands at ``at`` ends ("noon" + " Paris time"), else ``at``."""
    match = _zone_after(code).match(raw, at)
    return match.end() if match else at


@cache
def parse_clock(text: str, code: str) -> Clock | None:
    """Return the clock time that ``text`` says, or None if it says none (as "25:00")."""
    main, _, aside = re.sub(r"[)\]]$", "", text).replace("[", "(").partition("(")
    if aside and not any(map(str.isdigit, aside)):  # "1 p.m. (Paris time)"
        main, aside = f"{main.rstrip()} {aside}", ""
    clock, other = _one(main, code), _one(aside, code) if aside else None
    if clock is None or other is None or other.offset is None or clock.offset is not None:
        return clock
    apart = clock.hour * 60 + clock.minute - other.hour * 60 - other.minute + other.offset
    return clock._replace(offset=(apart + _DAY // 2) % _DAY - _DAY // 2)


def _one(text: str, code: str) -> Clock | None:
    data = language.section(code, "dates")["clock"]
    meridiem: dict[str, int] = data["meridiem"]
    if data["words"]:
        text = re.sub(rf"^(\s*\d\d?)\s?(?:{any_of(data['words'])})\b", r"\1h", text)
    found = re.match(r"\s*(\d{1,2})(?:\s?[:.hH]?\s?(\d\d))?(?::(\d\d))?", text)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    rest = " ".join(text[found.end() :].split())
    half = next((word for word in meridiem if rest.lower().startswith(word)), None)
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + int(meridiem[half])
        rest = rest[len(half) :]
    if hour > 24 or (hour == 24 and minute):
        return None
    offset, zone = _zone(rest.strip(" ,."), code)
    return Clock(hour, minute, int(found[3]) if found[3] else None, offset, zone)


def _zone(text: str, code: str) -> tuple[int | None, ZoneInfo | None]:
    """Return the fixed offset or the time zone that ``text`` names, as far as it is known."""
    data = language.section(code, "dates")["clock"]
    ahead = _AHEAD.search(text)
    if ahead:
        minutes = int(ahead[2]) * 60 + int(ahead[3] or 0)
        return (minutes if ahead[1] == "+" else -minutes), None
    words = text.split()
    for size in (1, 0):
        last = " ".join(words[size:]).lower()
        zone = data["zones"].get(last)
        if zone is not None:
            return (None, ZoneInfo(zone)) if isinstance(zone, str) else (int(zone), None)
    place = re.search(data["place"].format(place=f"({_PLACE})"), text)
    return None, zone_of(place[1], code) if place else None


@cache
def zone_of(place: str, code: str) -> ZoneInfo | None:
    """Return the time zone named after ``place`` in the tz database, or None."""
    places = language.section(code, "dates")["clock"]["places"]
    key = place.strip().replace(" ", "_")
    names = [places[place.lower()]] if place.lower() in places else []
    for name in (*names, *(f"{region}/{key}" for region in _REGIONS)):
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return None


def _zone_pattern(code: str) -> str:
    data = language.section(code, "dates")["clock"]
    names = any_of({case for zone in data["zones"] for case in (zone.upper(), zone.title())})
    place = data["place"].format(place=_PLACE)
    ahead = r"(?:GMT|UTC) ?[+−-] ?\d{1,2}(?::?\d\d)?"
    return rf"(?:{any_of(_cases(data['local']))}|{ahead}|{names}|{place})\b"


def _cases(words: list[str] | dict[str, int]) -> set[str]:
    return {case for word in words for case in (word, word.upper(), word.capitalize())}
