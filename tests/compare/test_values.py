"""What a value leaves open."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.compare.values import (
    Interval,
    date_interval,
    day_of,
    duration_interval,
    number_interval,
    start_of,
)


@pytest.mark.parametrize(
    ("coarse", "fine"),
    [
        ("2013", "2013-01"),
        ("2022-02", "2022-02-17"),
        ("2022-22", "2022-08-31"),
        ("2022-24", "2023-02-28"),
        ("2022-34", "2022-06-30"),
        ("2022-W33", "2022-08-15"),
        ("2022-01/2022-06", "2022-34"),
        ("2013-01/2014-22", "2014-08-01"),
        ("201X", "2014-08"),
        ("2013/..", "2022-08-15"),
        ("../2020", "2013-01"),
        ("2022-03/2022-04", "2022-03-28"),
        ("2022-08-15", "2022-08-15T13:00+02:00"),
        ("2022-08-15T13", "2022-08-15T13:30"),
    ],
)
def test_a_coarse_date_holds_a_fine_one(coarse, fine):
    outer, inner = date_interval(coarse), date_interval(fine)
    assert outer.low <= inner.low <= inner.high <= outer.high


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2022-08-15T13:00+02:00", "2022-08-15T11:00Z"),
        ("2022-08-15T23:30-05:00", "2022-08-16T04:30Z"),
        ("2022-08-15T13:00+0200", "2022-08-15T13:00+02"),
    ],
)
def test_the_same_moment_by_two_clocks(one, other):
    assert date_interval(one) == date_interval(other)


@pytest.mark.parametrize("value", ["", "soon", "2022-13", "2022-02-30", "P9Y", "22-02", "2022/x"])
def test_what_is_no_date_has_no_interval(value):
    assert date_interval(value) is None


@pytest.mark.parametrize(
    ("value", "qualifier", "inside", "outside"),
    [
        ("P9Y", None, 9.5, 10.1),
        ("P10Y", "about", 9.2, 8.5),
        ("P9Y", "more_than", 12, 9),
        ("P6M", "at_most", 0.4, 0.6),
        ("P4M/P6M", "range", 0.45, 0.2),
        ("P1Y6M", None, 1.55, 1.4),
    ],
)
def test_durations_in_years(value, qualifier, inside, outside):
    interval = duration_interval(value, qualifier)
    year = 365.2425
    assert interval.low <= inside * year <= interval.high
    assert not interval.low <= outside * year <= interval.high


@pytest.mark.parametrize("value", ["", "P", "PT", "PXM", "2022", "nine years", "P9Y/x"])
def test_what_is_no_duration_has_no_interval(value):
    assert duration_interval(value, None) is None


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "inside", "outside"),
    [
        (53, 53, "exact", 53, 54),
        (1000, 1000, "about", 1090, 1200),
        (2800, None, "at_least", 2800, 2799),
        (2000, None, "more_than", 2001, 2000),
        (None, 5100, "at_most", 4000, 5101),
        (None, 100, "less_than", 99, 100),
        (300, 400, "range", 350, 401),
        (100, None, None, 900, 99),
    ],
)
def test_numbers_under_a_qualifier(low, high, qualifier, inside, outside):
    interval = number_interval(low, high, qualifier)
    assert interval.low <= inside <= interval.high
    assert not interval.low <= outside <= interval.high


def test_a_number_that_nobody_gives_leaves_all_open():
    assert number_interval(None, None, None) == Interval(-math.inf, math.inf)


def test_parts_of_a_value():
    assert day_of("2022-08-15T13:00+02:00") == "2022-08-15"
    assert start_of("2013/..") == start_of("2013") == "2013"


@given(st.text(max_size=30))
def test_no_text_makes_it_fail(text):
    date_interval(text)
    duration_interval(text, "about")


@given(
    st.floats(0, 1e6), st.floats(0, 1e6), st.sampled_from(["exact", "about", "range", "at_least"])
)
def test_an_interval_holds_the_value_it_was_made_of(a, b, qualifier):
    low, high = sorted((a, b))
    interval = number_interval(low, high, qualifier)
    assert interval.low <= low <= interval.high
    assert interval.meets(interval)
