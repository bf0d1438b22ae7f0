"""The parts that charts are made of: scales, clocks, outlines, values, the event's own map."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.chart.canvas import fitted, width_of, wrapped
from crosscheck.chart.clock import Clock
from crosscheck.chart.outlines import Frame, mainland, outlines
from crosscheck.chart.scale import Scale
from crosscheck.chart.values import short_amount, short_when
from crosscheck.codebook.entities import read_gazetteer
from crosscheck.codebook.map import MapModel, read_map
from crosscheck.codebook.variables import read_variables
from crosscheck.compare.values import date_interval
from crosscheck.errors import CrosscheckError

CODEBOOK = Path(__file__).parents[2] / "codebook"


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "said"),
    [
        (53, 53, "exact", "53"),
        (2400.0, 2400.0, "about", "~2,400"),
        (300, 400, "range", "300–400"),
        (700, 1000, "about", "~700–1,000"),
        (2800, None, "at_least", "≥\u20092,800"),
        (1000, float("nan"), "more_than", ">\u20091,000"),
        (None, 6, "at_most", "≤\u20096"),
        (100, None, None, "≥\u2009100"),
        (None, None, None, "?"),
    ],
)
def test_amounts(low, high, qualifier, said):
    assert short_amount(low, high, qualifier) == said


@pytest.mark.parametrize(
    ("value", "qualifier", "said"),
    [
        ("2022-02-17", None, "17 Feb 2022"),
        ("2022-08-15T13:00+02:00", None, "15 Aug 2022, 13:00"),
        ("2022-09", None, "Sep 2022"),
        ("2022-05", None, "May 2022"),
        ("2022-06", "at_most", "by Jun 2022"),
        ("P9Y", None, "nine years"),
        ("P10Y", "about", "about ten years"),
        ("P6M", "at_most", "up to six months"),
        ("2013/..", None, "since 2013"),
    ],
)
def test_dates(value, qualifier, said):
    assert short_when(value, qualifier).replace("June", "Jun") == said


def test_a_scale_is_logarithmic_only_where_it_must_be():
    near = Scale.of([48, 58], 100, 300)
    far = Scale.of([48, 5100], 100, 300)
    assert not near.logarithmic
    assert near(0) == 100
    assert far.logarithmic
    assert far.ticks() == [100, 300, 1000, 3000]
    assert 100 <= far(48) < far(5100) <= 300


@given(st.lists(st.just(0.0) | st.floats(1e-6, 1e12), min_size=1, max_size=9))
def test_every_value_finds_its_place(values):
    scale = Scale.of(values, 100, 300)
    places = [scale(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(99.9 <= place <= 300.1 for place in places)
    assert len(scale.ticks()) < 12


def _times(*values):
    return [date_interval(value) for value in values]


def test_a_crowded_year_is_drawn_wide():
    clock = Clock.of(_times("2013", "2014", "2022-02", "2022-02-17", "2022-08-15"), 0, 100)
    wide = clock.wide()
    assert wide is not None
    assert wide.right - wide.left == pytest.approx(64)
    places = [clock(time.low) for time in _times("2013", "2014", "2022-02", "2022-08-15")]
    assert places == sorted(places)
    assert [label for _, label in clock.ticks(12)][-1] in ("Oct", "Nov", "Sep")


def test_few_years_are_one_scale():
    clock = Clock.of(_times("2021-05", "2022-02", "2022-08-15"), 0, 100)
    assert clock.wide() is None
    assert clock(_times("2020-01-01")[0].low) == 0
    assert clock(_times("2030-01-01")[0].low) == 100


@given(st.lists(st.dates().map(str), min_size=1, max_size=8))
def test_any_dates_find_a_place_in_order(days):
    times = _times(*sorted(days))
    clock = Clock.of(times, 0, 100)
    places = [clock(time.low) for time in times]
    assert places == sorted(places)
    assert all(-0.1 <= place <= 100.1 for place in places)


def test_outlines_are_where_the_countries_are():
    lons, lats = zip(*mainland("Mali"), strict=True)
    assert (min(lons), max(lons)) == (pytest.approx(-12.3, abs=0.3), pytest.approx(4.2, abs=0.3))
    assert (min(lats), max(lats)) == (pytest.approx(10.2, abs=0.3), pytest.approx(25.0, abs=0.3))
    assert mainland("Atlantis") == []
    assert all(abs(lon) <= 180.1 for rings in outlines().values() for r in rings for lon, _ in r)


def test_a_frame_holds_what_it_is_put_around():
    points = [(-4.0, 17.6), (18.7, 15.5), (2.1, 13.5)]
    frame = Frame.around(points, left=10, top=20, width=300, tallest=400)
    assert all(frame.holds(*frame(*point)) for point in points)
    assert {"Mali", "Niger", "Chad"} <= {name for name, _ in frame.rings()}
    assert "Japan" not in {name for name, _ in frame.rings()}


@given(st.text(st.characters(max_codepoint=0x17F), max_size=60), st.floats(20, 200))
def test_fitted_text_fits(said, width):
    assert width_of(fitted(said, width)) <= max(width, width_of("…") * 2.5)
    assert all(line.strip() for line in wrapped(said, width))


def test_the_events_map_names_what_there_is():
    plan = read_map(CODEBOOK / "map.yml")
    variables = {v.name: v.type for v in read_variables(CODEBOOK / "variables.yml").variables}
    rows = {row.id: row for row in read_gazetteer(CODEBOOK / "entities.yml").entities}
    for amount in plan.amounts:
        assert variables[amount.variable] == "number"
        assert rows[amount.place].lat is not None
    for move in plan.moves:
        assert variables[move.variable] == "place"
        assert rows[move.origin].lat is not None
    for spot in plan.spots:
        assert variables[spot.variable] == "place"


def test_a_map_that_is_not_there_is_empty_and_a_bad_one_is_refused(tmp_path: Path):
    assert read_map(tmp_path / "map.yml") == MapModel()
    (tmp_path / "map.yml").write_text("title: T\nmoves:\n  - {variable: where, form: here}\n")
    with pytest.raises(CrosscheckError, match=r"map.yml, line 3: moves › 0 › origin"):
        read_map(tmp_path / "map.yml")
