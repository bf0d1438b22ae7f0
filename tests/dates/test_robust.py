"""No text makes the date layer fail, and what it returns is always well-formed."""

from __future__ import annotations

import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck import tables
from crosscheck.extract.dates.calendar import Point, point_of, unit_around
from crosscheck.extract.dates.clock import parse_clock
from crosscheck.extract.dates.durations import duration
from tests.dates.conftest import find

PIECES = [
    "Monday", "May", "march", "15", "31", "2022", "1,000", "9999", "0", "24:00", "1pm", "13H00",
    "[11:00 GMT]", "Paris time", "the end of", "last", "next", "week", "years", "ago", "and", "to",
    "-", "–", ",", "\n", "\n\n", "“", "”", '"', "'s", "half a", "nineteen", "hundred", "million",
    "century", "99th", "February 30", "00/00/0000", "31.12.9999", "every", "on", "later", "it",
    "lundi", "il y a", "\u00a0", "\u202f", "\x00", "summer", "quarter", "1990s", "first", "decade",
    "between", "from", "until", "October", "six", "months", "months of", "first half of", "a year",
    "the night of", "Tuesday", "entre", "et", "de", "à", "janvier", "yesterday", "summer of 2014",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
)
PUBLISHED = st.sampled_from([None, "2022", "2022-02", "2022-02-28", "0001-01-01", "9999-12-31"])
VALUE = re.compile(
    r"P[T\dXYMWDHS.]+(/P[T\dXYMWDHS.]+)?|X{4}-[\dWXT/A-Z-]+|T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?|"
    r"[\dX]{4}(-(\d\d|W\d\d))?(-\d\d)?(T(\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?|MO|AF|EV|NI))?"
    r"(/\d{4}(-(\d\d|W\d\d))?(-\d\d)?)?"
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, PUBLISHED, st.sampled_from(["en", "fr"]))
def test_any_text(text: str, published: str | None, language: str) -> None:
    end = 0
    for found in find(text, published=published, language=language):
        assert text[found.start : found.end] == found.text
        assert found.start >= end
        end = found.end
        assert found.kind in tables.DATE_KINDS
        assert found.basis is None or found.basis in tables.DATE_BASES
        assert found.value is None or VALUE.fullmatch(found.value), found
        assert (found.value is None) <= (found.basis is None)


@given(
    st.dates(min_value=date(1900, 1, 2), max_value=date(2098, 12, 30)),
    st.sampled_from(
        ["{d.day} {d:%B} {d.year}", "{d:%B} {d.day}, {d.year}", "{d:%A}, {d.day} {d:%B} {d.year}",
         "{d:%Y-%m-%d}", "the {d.day}th of {d:%B} {d.year}"]
    ),
)  # fmt: skip
def test_a_full_date_is_read_in_every_order(day: date, form: str) -> None:
    text = "It ended on " + form.format(d=day) + "."
    assert [found.value for found in find(text)] == [day.isoformat()]


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)))
def test_a_weekday_in_news_is_at_most_six_days_back(day: date) -> None:
    (found,) = find("The bridge fell on Monday.", published=day.isoformat())
    resolved = date.fromisoformat(found.value or "")
    assert resolved.isoweekday() == 1
    assert 0 <= (day - resolved).days < 7


@given(
    st.dates(min_value=date(1000, 1, 1), max_value=date(3000, 1, 1)),
    st.sampled_from(["D", "W", "WE", "M", "Q", "Y", "10Y", "100Y", "H"]),
    st.integers(min_value=-20_000, max_value=20_000),
)
def test_arithmetic_never_fails(day: date, unit: str, count: int) -> None:
    value = unit_around(Point(day.year, day.month, day.day), unit, count)
    assert value is None or VALUE.fullmatch(value)
    assert value is None or "X" in value or point_of(value) is not None


@pytest.mark.parametrize(
    ("text", "iso"),
    [("13H00", "T13:00"), ("12 a.m.", "T00:00"), ("12pm", "T12:00"), ("0630 GMT", "T06:30Z"),
     ("9.15 pm", "T21:15"), ("23:59:58 UTC", "T23:59:58Z"), ("8:14 AM EST", "T08:14-05:00"),
     ("1pm [11:00 GMT]", "T13:00+02:00"), ("11pm (0400 GMT)", "T23:00-05:00"), ("24:00", "T24:00")],
)  # fmt: skip
def test_clock(text: str, iso: str) -> None:
    clock = parse_clock(text, "en")
    assert clock is not None
    assert clock.iso(None) == iso


@pytest.mark.parametrize("text", ["25:00", "13 pm", "24:30", "noon"])
def test_no_clock(text: str) -> None:
    assert parse_clock(text, "en") is None


def test_summer_time_is_that_of_the_day() -> None:
    clock = parse_clock("1 pm Paris time", "en")
    assert clock is not None
    assert clock.iso(date(2022, 1, 15)) == "T13:00+01:00"
    assert clock.iso(date(2022, 7, 15)) == "T13:00+02:00"


@pytest.mark.parametrize(
    ("amount", "unit", "iso"),
    [(9.0, "Y", "P9Y"), (1.0, "10Y", "P10Y"), (2.5, "H", "PT2H30M"), (0.5, "Y", "P6M"),
     (1.5, "D", "P1DT12H"), ("X", "MIN", "PTXM"), ("X", "10Y", "PXXY"), (3.0, "Q", "P9M"),
     (2.0, "2W", "P4W"), (1.5, "10Y", "P15Y")],
)  # fmt: skip
def test_duration(amount: float | str, unit: str, iso: str) -> None:
    assert duration(amount, unit) == iso


def test_time_grows_linearly() -> None:
    """A text ten times as long takes at most about ten times as long (generous: thirty)."""
    block = (
        "On Monday 15 August 2022 at 1pm some 2,400 soldiers left after nine years; may it last. "
    )

    def took(text: str) -> float:
        times = []
        for _ in range(3):
            start = time.perf_counter()
            find(text, published="2022-08-16")
            times.append(time.perf_counter() - start)
        return min(times)

    took(block)
    assert took(block * 1000) < 30 * took(block * 100)
