"""Is it really a time? Words that are something else too: "may", "march", "2014 soldiers"."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from crosscheck import language
from crosscheck.extract.dates.reader import Expression

_BEFORE = re.compile(r"([\w'’²]+)[\s(“\"‘'«,–—-]*$")
_AFTER = re.compile(r"[\s-]*([\w'’²%]+)")
_FOLLOWING = re.compile(r"[^\S\n]+([\w'’]+)")  # the next word of the same phrase
_PLURAL = re.compile(r"[a-zà-ÿ]{3,}s\b")


def is_time(found: Expression, raw: str, code: str) -> bool:
    """Tell whether a form that fits is a time in its place in ``raw``."""
    check = _CHECKS.get(found.rule)
    return check is None or check(found, raw, code)


@cache
def _words(code: str, name: str) -> frozenset[str]:
    return frozenset(str(word) for word in language.section(code, "dates")[name])


def _before(raw: str, at: int) -> str:
    """Return the word before an offset, punctuation between them skipped."""
    found = _BEFORE.search(raw, max(0, at - 24), at)
    return found[1] if found else ""


def _after(raw: str, at: int) -> str:
    found = _AFTER.match(raw, at)
    return found[1] if found else ""


def _month(found: Expression, raw: str, code: str) -> bool:
    """A month that is another word too stands alone only after "in", "since", "the" …"""
    word = raw[found.start : found.end].lower()
    if len(found.words) > 1 or word not in _words(code, "ambiguous"):
        return True
    before = _before(raw, found.start).lower()
    if before in _words(code, "before_month"):
        return True
    if before.endswith(("'s", "’s")) or before in _words(code, "before_month_noun"):
        after = _after(raw, found.end)
        return after[:1].islower() and after not in _words(code, "not_after_month")
    return False


def _year(found: Expression, raw: str, code: str) -> bool:
    """Four digits alone are a year unless they count or number something."""
    word = found.first("year")
    if word is None:
        return False
    if found.first("unit") is not None:
        return found.value("unit") == "Y"
    if found.first("season", "border", "edge") is not None:
        return True
    before = _before(raw, word.start).lower()
    if before in _words(code, "before_year"):
        return True
    if before in _words(code, "not_years_after") or not _is_modern(word.value):
        return False
    after = _after(raw, word.end)
    if after.lower() in _words(code, "not_years_before"):
        return False
    about = found.first("about") is not None
    if about and after[:1].islower() and not after.startswith("and"):
        return False
    counted = bool(_PLURAL.match(after))
    return not counted or before in _words(code, "before_year_noun") or before.endswith(
        ("'s", "’s")
    )


def _is_modern(year: int) -> bool:
    return 1900 <= year < 2100


def _calendar(found: Expression, raw: str, code: str) -> bool:
    """A day without its month ("Monday 15") must not count anything."""
    if found.first("month", "iso", "numeric") is not None or found.first("dom") is None:
        return found.first("iso", "numeric", "month") is not None or found.first("unit") is None or (
            found.value("unit") == "M"
        )
    return not _PLURAL.match(_after(raw, found.end))


def _duration(found: Expression, raw: str, code: str) -> bool:
    """An age is no duration; "a day" is one only where something lasts."""
    after = _after(raw, found.end).lower()
    unit = found.first("unit", "units")
    if unit and unit.value == "Q" and (found.first("hyphen", "article") or found.first("about")):
        return False  # "three-quarters", "a quarter": shares
    before = _before(raw, found.start).lower()
    if unit is None or after in _words(code, "ages") or before in _words(code, "not_duration_after"):
        return False
    if len(found.words) == 2 and found.words[0].name in {"article", "num"}:
        article = found.words[0].name == "article" or found.words[0].value == 1
        if article and unit.value in {"D", "W", "M", "Y", "H", "MIN"} and "-" not in raw[
            found.start : found.end
        ]:
            return (
                before in _words(code, "before_units")
                or after in _words(code, "after_units")
            )
    return True


def _bare_units(found: Expression, raw: str, code: str) -> bool:
    return _before(raw, found.start).lower() in _words(code, "before_units")


def _often(found: Expression, raw: str, code: str) -> bool:
    after = _FOLLOWING.match(raw, found.end)
    return after is None or after[1].lower() in _words(code, "often_before")


def _century(found: Expression, raw: str, code: str) -> bool:
    return found.value("unit") == "100Y"


def _season(found: Expression, raw: str, code: str) -> bool:
    """A season alone needs "in", "the" … before it, and "the fall of" is no autumn."""
    if len(found.words) > 1:
        return True
    after = _after(raw, found.end).lower()
    return _before(raw, found.start).lower() in _words(code, "before_season") and (
        after not in _words(code, "not_after_season")
    )


def _week_of(found: Expression, raw: str, code: str) -> bool:
    return found.value("unit", "units") in {"W", "D"}


_CHECKS: dict[str, Callable[[Expression, str, str], bool]] = {
    "month": _month,
    "year": _year,
    "calendar": _calendar,
    "duration": _duration,
    "bare_units": _bare_units,
    "often": _often,
    "century": _century,
    "season": _season,
    "week_of": _week_of,
}
