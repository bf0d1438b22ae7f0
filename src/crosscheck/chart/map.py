"""Where were they, and where did they go? Amounts at their places, moves as arrows, on a map."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, Rectangle

from crosscheck.chart.canvas import (
    BLUE,
    INK,
    MARGIN,
    ORANGE,
    RED,
    RIGHT,
    SMALL,
    SOFT,
    Canvas,
    nothing,
    width_of,
)
from crosscheck.chart.labels import Labels
from crosscheck.chart.map_sites import Arrow, EntityRows, Site, country, told
from crosscheck.chart.outlines import Frame, mainland
from crosscheck.codebook.entities import EntityRow
from crosscheck.codebook.map import MapModel
from crosscheck.report.wording import capital, counted, listed

_NONE = "no source answers a question that the codebook puts on the map."
_TALLEST = 430.0
_BEND = -0.28
_COLOURS = {"before": ORANGE, "after": BLUE}
_SMALLEST, _LARGEST = 4.0, 17.0


def draw(
    answers: pd.DataFrame, documents: pd.DataFrame, entities: EntityRows, plan: MapModel
) -> Figure:
    """Return the map of the amounts, moves and spots that ``plan`` (codebook/map.yml) asks for.

    ``answers`` and ``documents`` are the tables of these names; ``entities`` maps entity ids to
    the rows of the gazetteer, which has the coordinates. A disc's area is the amount.
    """
    sites, arrows = told(answers, entities, plan)
    if not sites:
        return nothing(plan.title, _NONE)
    canvas = Canvas(plan.title)
    points = [point for site in sites.values() for point in _extent(site.row)]
    frame = Frame.around(points, left=MARGIN, top=canvas.y, width=RIGHT - MARGIN, tallest=_TALLEST)
    labels = Labels(canvas, frame)
    _land(canvas, frame, {country(site.row) for site in sites.values()})
    most = max((amount for site in sites.values() for amount, _ in site.discs), default=1.0)
    radii = {name: _discs(canvas, frame, site, most) for name, site in sites.items()}
    for name, site in sites.items():
        labels.keep_clear(*frame(*_point(site.row)), radii[name])
    tops = [_arrow(canvas, frame, arrow, labels) for arrow in arrows]
    for name, site in sorted(sites.items(), key=lambda item: bool(item[1].discs)):
        x, y = frame(*_point(site.row))
        if site.discs:
            labels.write(x, y, radii[name], [site.row.name, *site.amounts, *site.notes])
        else:
            labels.write(x, y, radii[name], [", ".join((site.row.name, *site.notes))])
    for arrow, (x, y) in zip(arrows, tops, strict=True):
        labels.write(x, y, 3, [counted(arrow.sources, "source")], bold=False, above=True)
    _neighbours(frame, labels, {country(site.row) for site in sites.values()})
    canvas.y = frame.top + frame.height + 8
    _key(canvas, sites, arrows, plan)
    return canvas.figure()


def alt_text(
    answers: pd.DataFrame, documents: pd.DataFrame, entities: EntityRows, plan: MapModel
) -> str:
    """Return what the map shows in words: how many were where, and who went where."""
    sites, arrows = told(answers, entities, plan)
    if not sites:
        return f"Nothing to show: {_NONE}"
    said = [told for site in sites.values() for told in site.told]
    moved = [
        f"from {arrow.origin.name} to {arrow.end.name} ({counted(arrow.sources, 'source')})"
        for arrow in arrows
    ]
    parts = [f"{plan.title}."]
    if said:
        parts.append(f"{capital(listed(said))}.")
    if moved:
        parts.append(f"They moved {listed(moved)}.")
    parts += [
        f"{capital(note)}: {site.row.name}." for site in sites.values() for note in site.notes
    ]
    return " ".join(parts)


def _extent(row: EntityRow) -> list[tuple[float, float]]:
    """Return points that the frame must hold: a country's mainland, or the place itself."""
    here = [(row.lon or 0.0, row.lat or 0.0)]
    return mainland(country(row)) or here


def _point(row: EntityRow) -> tuple[float, float]:
    return (row.lon or 0.0, row.lat or 0.0)


def _land(canvas: Canvas, frame: Frame, involved: set[str]) -> None:
    """Draw the sea and the countries, those that the map speaks of in white."""
    window = Rectangle((frame.left, frame.top), frame.width, frame.height)
    window.set(facecolor="#dfeaf3", edgecolor="none", zorder=0.1)
    canvas.axes.add_patch(window)
    for name, ring in frame.rings():
        land = canvas.polygon(
            ring,
            facecolor="white" if name in involved else "#eceae4",
            edgecolor="#9aa1a9",
            linewidth=0.9 if name in involved else 0.5,
            zorder=0.6 if name in involved else 0.4,
            clip_on=True,
        )
        land.set_clip_path(window)


def _discs(canvas: Canvas, frame: Frame, site: Site, most: float) -> float:
    """Draw the amounts of a place as discs, or a mark where there are none; return the radius."""
    x, y = frame(*_point(site.row))
    if not site.discs:
        canvas.mark(x, y, "s" if site.notes else "o", 5, color=RED if site.notes else INK)
        return 3.0
    largest = 0.0
    for amount, when in site.discs:
        radius = max(_LARGEST * (amount / most) ** 0.5, _SMALLEST)
        hollow = when == "before"
        canvas.mark(
            x, y, "o", 2 * radius, color="white" if hollow else _COLOURS[when],
            markeredgecolor=_COLOURS[when], markeredgewidth=2.5 if hollow else 0.0,
            zorder=4.0 if hollow else 4.2,
        )  # fmt: skip
        largest = max(largest, radius)
    return largest + 1


def _arrow(canvas: Canvas, frame: Frame, arrow: Arrow, labels: Labels) -> tuple[float, float]:
    """Draw a move as an arrow bent upwards; return the middle of the curve."""
    (x1, y1), (x2, y2) = frame(*_point(arrow.origin)), frame(*_point(arrow.end))
    bend = _BEND if x2 >= x1 else -_BEND
    canvas.axes.add_patch(
        FancyArrowPatch(
            (x1, y1), (x2, y2), connectionstyle=f"arc3,rad={bend}", arrowstyle="-|>",
            mutation_scale=13, linewidth=2.2, color=INK, shrinkA=_LARGEST + 2, shrinkB=_LARGEST,
            zorder=3.5, clip_on=False,
        )
    )  # fmt: skip
    # The control point of the curve lies beside the middle, as matplotlib's arc3 puts it.
    control = ((x1 + x2) / 2 - bend * (y2 - y1), (y1 + y2) / 2 + bend * (x2 - x1))
    curve = [
        (
            (1 - t) ** 2 * x1 + 2 * t * (1 - t) * control[0] + t * t * x2,
            (1 - t) ** 2 * y1 + 2 * t * (1 - t) * control[1] + t * t * y2,
        )
        for t in (step / 40 for step in range(41))
    ]
    for x, y in curve:
        labels.keep_clear(x, y, 3)
    return curve[len(curve) // 2]


def _neighbours(frame: Frame, labels: Labels, involved: set[str]) -> None:
    """Name the other countries where there is room."""
    for name, ring in frame.rings():
        xs, ys = zip(*ring, strict=True)
        x, y = sum(xs) / len(xs), sum(ys) / len(ys)
        roomy = max(xs) - min(xs) > width_of(name, SMALL)
        if name not in involved and roomy and frame.holds(x, y, 8):
            labels.write_if_free(x, y, name)


def _key(canvas: Canvas, sites: Mapping[str, Site], arrows: list[Arrow], plan: MapModel) -> None:
    """Explain discs and arrows."""
    times = {when for site in sites.values() for _, when in site.discs}
    said = []
    if "before" in times:
        said.append(f"A ring: {plan.before}.")
    if "after" in times:
        said.append(f"A disc: {plan.after}.")
    if times:
        said.append("Its area is the number.")
    if arrows:
        said.append("An arrow: where they went, and how many sources say so.")
    canvas.paragraph(" ".join([*said, "Outlines: Natural Earth."]), colour=SOFT)
