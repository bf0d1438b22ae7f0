"""Is it really a time? Words that are something else too: "may", "march", "2014 soldiers"."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from crosscheck import language
from crosscheck.extract.dates.durations import halves
from crosscheck.extract.dates.expressions import Expression

_BEFORE = re.compile(r"([\w'’²]+)[\s(“\"‘'«,–—-]*$")
_AFTER = re.compile(r"[\s-]*([\w'’²%]+)")
_NEXT = re.compile(r"[^\S\n]+([\w'’]+)")  # the next word of the same phrase
_PLURAL = re.compile(r"[a-zà-ÿ]{3,}s\b")
_NAME_BEFORE = re.compile(r"\b[A-Z]\w*[ \u00a0]$")
_NAMED = re.compile(r"[A-ZÀ-Þ][\w'’-]*[,(]? ?[,(]$")
_YEAR_BEFORE = re.compile(r"(?:19|20)\d\d(?:,|,? \w{1,3})\s$")  # "in 2020 and …"
_OLD = re.compile(r"[ -](\w+)((?: \w[\w-]*){0,3})")
_COUNTED = re.compile(r"\d[\d.,]*[a-z]{0,2}(?:\s[a-zà-ÿ]+){0,2}\s$")  # "$10m ", "30 attacks "
_POSSESSIVE = ("'s", "’s")
_LOOK_BACK = 24  # characters


class _Place:
    """An expression in its text, asked about its neighbours."""

    def __init__(self, found: Expression, raw: str, code: str) -> None:
        self.found, self.raw, self.code = found, raw, code

    def text(self) -> str:
        return self.found.text_in(self.raw)

    def before(self, at: int | None = None) -> str:
        """Return the word before, in small letters, punctuation skipped."""
        at = self.found.start if at is None else at
        match = _BEFORE.search(self.raw, max(0, at - _LOOK_BACK), at)
        return match[1].lower() if match else ""

    def after(self) -> str:
        """Return the word after, punctuation other than blanks and hyphens not skipped."""
        match = _AFTER.match(self.raw, self.found.end)
        return match[1] if match else ""

    def words(self, name: str) -> frozenset[str]:
        return _words(self.code, name)


@cache
def _words(code: str, name: str) -> frozenset[str]:
    return frozenset(str(word) for word in language.section(code, "dates")[name])


def accept(found: Expression, raw: str, code: str) -> Expression | None:
    """Return a form that fits if it is a time in its place, without what does not belong to it."""
    check = _CHECKS.get(found.rule)
    if check is None:
        return found
    place = _Place(found, raw, code)
    if found.rule in {"calendar", "month", "year"}:
        found = place.found = _without_preposition(place)
    if found.rule == "calendar":
        found = _without_count(place)
    elif found.rule == "duration":
        found = place.found = _without_verb(place)
        found = _without_other(place)
    elif found.rule == "lengths":
        found = _range_or_sum(place)
    place.found = found
    if check(place):
        return found
    return Expression("SET", "rate", found.words) if _is_rate(place) else None


def _without_count(place: _Place) -> Expression:
    """Leave off the number of "In May 20 soldiers were killed"."""
    found = place.found
    last = found.words[-1]
    if last.name != "dom" or len(found.words) < 2 or found.words[-2].name != "month":
        return found
    after = place.after()
    counts = _PLURAL.match(after) or after in place.words("not_years_before")
    if counts and place.before(found.words[-2].start) in place.words("before_month"):
        return Expression(found.kind, "month", found.words[:-1])
    return found


def _without_preposition(place: _Place) -> Expression:
    """Leave off the word before "handed over this Tuesday, April 19", which says nothing of it."""
    found = place.found
    if found.words[0].name == "about" and found.words[0].value in {"more_than", "exact"}:
        return found.with_words(found.words[1:])
    return found


def _without_verb(place: _Place) -> Expression:
    """Leave off the verb of "should last six months"."""
    found = place.found
    if found.words[0].name == "next" and place.before() in place.words("last_verb_after"):
        return found.with_words(found.words[1:])
    return found


def _without_other(place: _Place) -> Expression:
    """Leave off the first number of "of two and six months", unless "between" makes a range."""
    found = place.found
    numbers = found.all("num", "dom")
    if len(numbers) < 2 or not _is_sum(place, numbers[0].end, numbers[1].start):
        return found
    return found.with_words(found.words[found.words.index(numbers[1]) :])


def _range_or_sum(place: _Place) -> Expression:
    """Tell "between six months and a year" from "a year and six months", which is one length."""
    first, second = halves(place.found)
    if _is_sum(place, first.end, second.start):
        return Expression(place.found.kind, "compound", place.found.words)
    return place.found


def _is_sum(place: _Place, start: int, end: int) -> bool:
    """Tell whether "and" joins two numbers that "between" does not make a range of."""
    ranges = language.section(place.code, "dates")["ranges"]
    joint = " ".join(place.raw[start:end].lower().split())
    return joint in ranges["and"] and place.before() not in ranges["between"]


def _month(place: _Place) -> bool:
    """Accept a month that is another word too only after "in", "since", "the" …"""
    month = place.found.words[-1]
    alone = len(place.found.words) == 1 or place.found.has("that", "following")
    name = place.raw[month.start : month.end].lower().rstrip(".")
    if not alone or name not in place.words("ambiguous"):
        return True
    before = place.before()
    if before in place.words("before_month"):
        return True
    following = _NEXT.match(place.raw, place.found.end)
    if before in place.words("before_month_or_name"):
        goes_on = before in language.section(place.code, "dates")["gaps"]["and"]
        return following is None or (
            following[1].islower()
            and not (goes_on and following[1] in place.words("not_after_month"))
        )
    if before.endswith(_POSSESSIVE) or before in place.words("before_month_noun"):
        return following is not None and (
            following[1].islower() and following[1] not in place.words("not_after_month")
        )
    return False


def _year(place: _Place) -> bool:
    """Accept four digits alone unless they count or number something."""
    found = place.found
    word = found.first("year")
    if word is None:
        return False
    if found.has("unit", "season", "border", "edge"):  # "the year 2013", "early 2014"
        return found.value("unit") in {None, "Y"}
    before, after = place.before(word.start), place.after()
    if before in place.words("before_year") or place.before() in place.words("before_year"):
        return True  # "since 2012", "since at least 2012"
    modern = 1900 <= word.value < 2100 or before in place.words("before_old_year")
    counts = before in place.words("not_years_after") or (
        after.lower() in place.words("not_years_before")
    )
    if found.has("about"):
        counts = counts or after[:1].islower()
    elif not _is_named_year(place, before, word.start):
        counts = counts or _PLURAL.match(after) is not None
    return modern and not counts


def _is_named_year(place: _Place, before: str, start: int) -> bool:
    """Tell whether a plural may follow: "the 2012 attacks", "in 2020 and 2021 relations …"."""
    if before in place.words("before_year_noun") or before.endswith(_POSSESSIVE):
        return True
    return _YEAR_BEFORE.search(place.raw, max(0, start - _LOOK_BACK), start) is not None


def _calendar(place: _Place) -> bool:
    """Accept a day without its month ("Monday 15") unless it counts something."""
    found = place.found
    if found.has("month", "iso", "numeric"):
        return True
    if found.has("unit"):  # "the 15th of this month"
        return bool(found.value("unit") == "M")
    return found.has("ordinal") or not _PLURAL.match(place.after())


def _duration(place: _Place) -> bool:
    """Refuse an age or a share; accept "a day" only where something lasts."""
    found, text = place.found, place.text()
    unit = found.first("unit", "units")
    before, after = place.before(), place.after().lower()
    if unit is None or _is_age(place):
        return False
    if found.has("old"):  # "decade-old"
        return bool(unit.value[0].isdecimal())
    if before in place.words("not_duration_after"):
        return False
    if unit.value == "Q":  # "three-quarters", "a quarter of"
        return not (found.has("article", "about") or "-" in text or after in place.words("shares"))
    first = found.words[0]
    one = first.name == "article" or (first.name in {"num", "dom"} and first.value == 1)
    if one and len(found.words) == 2 and unit.value.isalpha() and "-" not in text:
        return before in place.words("before_units") or after in place.words("after_units")
    return True


def _lengths(place: _Place) -> bool:
    return not _is_age(place)


def _is_age(place: _Place) -> bool:
    """Recognise "aged 34 years" and, where the language has it so, "Romain, 34 ans, …"."""
    raw, found = place.raw, place.found
    old = _OLD.match(raw, found.end)
    if old is not None and old[1].lower() in place.words("ages"):
        return place.words("old_things").isdisjoint(old[2].lower().split())
    before = raw[max(0, found.start - _LOOK_BACK) : found.start].rstrip()
    if before.lower().endswith(tuple(place.words("ages_after"))):
        return True
    apart = language.section(place.code, "dates")["age_in_commas"]
    return bool(apart and _NAMED.search(before) and raw[found.end : found.end + 1] in {",", ")"})


def _is_rate(place: _Place) -> bool:
    """Recognise the "a month" of "$10m a month", "30 attacks a day"."""
    found = place.found
    if found.words[0].name != "article" or len(found.words) != 2:
        return False
    if found.value("unit") not in {"D", "W", "M", "Y"}:
        return False
    following = _NEXT.match(place.raw, place.found.end)
    if following is not None and following[1] in place.words("not_rates_before"):
        return False
    before = place.raw[max(0, found.start - _LOOK_BACK) : found.start].lower()
    return _COUNTED.search(before) is not None or place.before() in place.words("rates_after")


def _bare_units(place: _Place) -> bool:
    return place.before() in place.words("before_units")


def _often(place: _Place) -> bool:
    following = _NEXT.match(place.raw, place.found.end)
    return following is None or (
        following[1].islower() and following[1] not in place.words("not_often_before")
    )


def _decade(place: _Place) -> bool:
    return place.before() not in place.words("not_years_after") | place.words("not_decades_after")


def _century(place: _Place) -> bool:
    return bool(place.found.value("unit") == "100Y")


def _season(place: _Place) -> bool:
    """Accept a season alone after "in", "the" …; "the fall of" is no autumn."""
    if len(place.found.words) > 1:
        return True
    return place.before() in place.words("before_season") and (
        place.after().lower() not in place.words("not_after_season")
    )


def _week_of(place: _Place) -> bool:
    return place.found.value("unit", "units") in {"W", "D"}


def _which(place: _Place) -> bool:
    """Refuse "late in the day", which is no day."""
    found = place.found
    return found.value("unit") != "D" or not found.has("edge") or found.has("next", "this")


def _day(place: _Place) -> bool:
    """Refuse a word inside a name: "USA Today"."""
    start = place.found.words[-1].start
    if not place.raw[start].isupper():
        return True
    return _NAME_BEFORE.search(place.raw, max(0, start - _LOOK_BACK), start) is None


_CHECKS: dict[str, Callable[[_Place], bool]] = {
    "month": _month,
    "year": _year,
    "calendar": _calendar,
    "duration": _duration,
    "lengths": _lengths,
    "bare_units": _bare_units,
    "often": _often,
    "decade": _decade,
    "century": _century,
    "season": _season,
    "week_of": _week_of,
    "week_at": _week_of,
    "day": _day,
    "which": _which,
}
