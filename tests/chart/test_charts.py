"""Every chart, over the event's tables, over one and many sources, and over nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from crosscheck import tables
from crosscheck.chart import entities, framing, matrix, numbers, reuse, timeline
from crosscheck.chart import map as map_chart
from crosscheck.chart.canvas import WIDTH
from crosscheck.chart.save import save_figure
from crosscheck.codebook.framing import FramingModel
from tests.chart import fixtures

NAMES = {"niger": "Niger", "gao": "Gao", "wagner-group": "Wagner Group", "russia": "Russia"}


class Chart(NamedTuple):
    """A chart with what it takes, made from answers … of some documents."""

    module: object
    arguments: Callable[[pd.DataFrame, Callable[[pd.DataFrame], pd.DataFrame]], tuple]


def _answered(documents, of):
    answers = of(fixtures.answers())
    verdicts = fixtures.verdicts()
    return answers, verdicts[verdicts["variable"].isin(answers["variable"])]


def _dates(of):
    row = {"doc_id": "s2", "start": 0, "end": 9999, "text": "Today", "kind": "TIME",
           "value": "2022-08-15T13:00+02:00", "basis": "propagated", "rule": "r"}  # fmt: skip
    return of(tables.frame("dates", [row]))


CHARTS = {
    "entities": Chart(entities, lambda d, of: (of(fixtures.mentions()), fixtures.entities(), d)),
    "framing": Chart(framing, lambda d, of: (of(fixtures.framing()), d, FramingModel())),
    "map": Chart(
        map_chart, lambda d, of: (of(fixtures.answers()), d, fixtures.places(), fixtures.plan())
    ),
    "matrix": Chart(matrix, lambda d, of: (*_answered(d, of), d, fixtures.variables(), NAMES)),
    "numbers": Chart(numbers, lambda d, of: (*_answered(d, of), d, fixtures.variables())),
    "reuse": Chart(reuse, lambda d, of: (of(fixtures.reuse()), d, fixtures.blocks())),
    "timeline": Chart(
        timeline, lambda d, of: (*_answered(d, of), _dates(of), d, fixtures.variables())
    ),
}


def _all(table: pd.DataFrame) -> pd.DataFrame:
    return table


def _none(table: pd.DataFrame) -> pd.DataFrame:
    return table.iloc[:0]


def _drawn(name: str, documents=None, of=_all) -> tuple[Figure, str]:
    chart = CHARTS[name]
    arguments = chart.arguments(fixtures.documents() if documents is None else documents, of)
    return chart.module.draw(*arguments), chart.module.alt_text(*arguments)


def _many(count: int):
    """Return documents s0 … and a way to spread the tables over them."""
    labels = {f"s{n}": f"The {n}th Provincial Gazette of Record" for n in range(count)}

    def spread(table: pd.DataFrame) -> pd.DataFrame:
        if "doc_id" not in table:
            return table
        copies = []
        for shift in range(0, count, 4):
            moved = {f"s{n}": f"s{(n + shift) % count}" for n in range(5)}
            copies.append(table.assign(doc_id=table["doc_id"].map(moved)))
        return pd.concat(copies, ignore_index=True)

    return fixtures.documents(labels), spread


def _assert_readable(figure: Figure) -> None:
    """Nothing is too small for a phone, cut off at the edge, or written over other words."""
    renderer = FigureCanvasAgg(figure).get_renderer()
    scale = 72 / figure.dpi
    height = figure.get_figheight() * 72
    assert figure.get_figwidth() * 72 == pytest.approx(WIDTH)
    boxes = []
    for text in figure.axes[0].texts:
        assert text.get_fontsize() >= 9, text.get_text()
        box = text.get_window_extent(renderer)
        left, right, low, high = (scale * edge for edge in (box.x0, box.x1, box.y0, box.y1))
        assert left >= 0, text.get_text()
        assert right <= WIDTH + 0.5, text.get_text()
        assert low >= 0, text.get_text()
        assert high <= height, text.get_text()
        boxes.append((left, right, low, high, text.get_text()))
    for index, one in enumerate(boxes):
        for other in boxes[:index]:
            across = min(one[1], other[1]) - max(one[0], other[0])
            down = min(one[3], other[3]) - max(one[2], other[2])
            assert across < 1 or down < 3.5, f"{one[4]!r} is written over {other[4]!r}"


@pytest.mark.parametrize("name", CHARTS)
def test_the_event(name, tmp_path: Path):
    figure, alt = _drawn(name)
    _assert_readable(figure)
    assert save_figure(figure, tmp_path, name, alt).svg.stat().st_size < 150_000
    assert "Nothing to show" not in alt
    assert alt.endswith(".")
    assert len(alt) < 500


@pytest.mark.parametrize("name", CHARTS)
def test_no_rows_say_so(name):
    figure, alt = _drawn(name, of=_none)
    _assert_readable(figure)
    assert alt.startswith("Nothing to show: ")
    assert any("Nothing to show" in text.get_text() for text in figure.axes[0].texts)


@pytest.mark.parametrize("name", CHARTS)
def test_no_sources_at_all(name):
    figure, alt = _drawn(name, documents=tables.frame("documents", []), of=_none)
    _assert_readable(figure)
    assert alt.startswith("Nothing to show: ")


@pytest.mark.parametrize("name", [name for name in CHARTS if name not in ("reuse", "framing")])
def test_one_source(name):
    figure, alt = _drawn(
        name,
        documents=fixtures.documents({"s4": "Continent Daily"}),
        of=lambda table: table[table["doc_id"] == "s4"] if "doc_id" in table else table,
    )
    _assert_readable(figure)
    assert "Nothing to show" not in alt


@pytest.mark.parametrize("name", CHARTS)
def test_twelve_sources(name):
    documents, spread = _many(12)
    _assert_readable(_drawn(name, documents=documents, of=spread)[0])


@pytest.mark.parametrize("name", ["entities", "matrix", "numbers"])
def test_more_sources_than_fit(name):
    documents, spread = _many(15)
    figure, _ = _drawn(name, documents=documents, of=spread)
    said = [text.get_text() for text in figure.axes[0].texts]
    assert "The first 12 of 15 sources are shown." in said


@pytest.mark.parametrize("name", ["map", "reuse"])
def test_saved_twice_the_same_bytes(name, tmp_path: Path):
    for folder in ("one", "two"):
        figure, alt = _drawn(name)
        save_figure(figure, tmp_path / folder, name, alt)
    for ending in ("svg", "png"):
        one, two = (
            (tmp_path / folder / f"{name}.{ending}").read_bytes() for folder in ("one", "two")
        )
        assert one == two
    assert sorted(path.name for path in (tmp_path / "one").iterdir()) == [
        f"{name}.png",
        f"{name}.svg",
    ]


def test_the_svg_speaks(tmp_path: Path):
    figure, _ = _drawn("numbers")
    drawn = save_figure(figure, tmp_path, "numbers", "53 & 58 don't fit: <conflict>.")
    root = ElementTree.parse(drawn.svg).getroot()
    space = "{http://www.w3.org/2000/svg}"
    assert root.get("role") == "img"
    assert root.findtext(f"{space}title") == numbers.TITLE
    assert root.findtext(f"{space}desc") == "53 & 58 don't fit: <conflict>."
    known = {element.get("id") for element in root.iter() if element.get("id")}
    assert set(root.get("aria-labelledby").split()) <= known
    assert all(name.startswith("numbers-") for name in known)
    text = drawn.svg.read_text(encoding="utf-8")
    used = set(re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', text))
    assert {one or other for one, other in used} <= known
    assert "matplotlib" not in text.lower()
    bundle, metadata = drawn._repr_mimebundle_()
    assert bundle["image/png"].startswith(b"\x89PNG")
    assert metadata["image/png"]["alt"] == drawn.alt


def test_odd_characters_do_no_harm(tmp_path: Path):
    odd = "Mali\x00\x0b\u202e$_{x}$ <b>&amp;"
    named = fixtures.entities().assign(name=odd)
    arguments = (fixtures.mentions(), named, fixtures.documents({"s0": odd, "s1": "$1 & $2"}))
    drawn = save_figure(
        entities.draw(*arguments), tmp_path, "entities", entities.alt_text(*arguments)
    )
    ElementTree.parse(drawn.svg)
