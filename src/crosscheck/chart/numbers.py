"""Which numbers does each source give? Amounts as ranges, a row a source, one scale a unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from crosscheck.chart.canvas import (
    LINE,
    MARGIN,
    RIGHT,
    SMALL,
    SOFT,
    Canvas,
    fitted,
    nothing,
    width_of,
)
from crosscheck.chart.scale import Scale
from crosscheck.chart.sources import Sources
from crosscheck.chart.values import named, rows_of, short_amount, spoken_amount
from crosscheck.chart.verdicts import badge, look_of, verdict_of
from crosscheck.codebook.variables import Variable
from crosscheck.report.wording import counted, listed

TITLE = "The numbers each source gives"
_NONE = "no source gives a number that the codebook asks for."
_LEFT = 130.0
_ROW = 14.5
_ABOUT = 0.1
_ARROW = 14.0


def draw(
    answers: pd.DataFrame,
    verdicts: pd.DataFrame,
    documents: pd.DataFrame,
    variables: Sequence[Variable],
) -> Figure:
    """Return the chart of all answers that are numbers, from the tables of these names.

    A row a source, the rows of a variable together with its verdict, variables with the same unit
    on one scale. A dot is a number, a bar a range; an arrow runs on where a source says "at least"
    or "more than" (or, to the left, "up to"); a faint bar around the dot is an "about".
    """
    units, sources = _by_unit(answers, documents, variables)
    if not units:
        return nothing(TITLE, _NONE)
    known = {variable.name: variable for variable in variables}
    judged = verdict_of(verdicts)
    canvas = Canvas(TITLE, sources.note)
    for unit, found in units.items():
        ends = [value for row in found for value in (row.low, row.high) if not pd.isna(value)]
        scale = Scale.of(ends, _LEFT, RIGHT - 16)
        kind = " (logarithmic scale)" if scale.logarithmic else ""
        canvas.text(_LEFT - 8, canvas.y + 6, f"{unit}{kind}", size=SMALL, colour=SOFT)
        canvas.y += 15
        top = canvas.y
        canvas.y += 16
        for variable in dict.fromkeys(row.variable for row in found):
            rows = [row for row in found if row.variable == variable]
            _heading(canvas, named(variable, known), judged.get(variable))
            for row in rows:
                _amount(canvas, row, sources.label(row.doc_id), scale, judged.get(variable))
            canvas.y += 7
        for value in scale.ticks():
            x = scale(value)
            canvas.text(x, top + 6, f"{value:,.10g}", size=SMALL, colour=SOFT, ha="center")
            canvas.line([x, x], [top + 13, canvas.y], color=LINE, linewidth=0.6, zorder=0.5)
        canvas.y += 10
    canvas.paragraph(_key(row for found in units.values() for row in found), colour=SOFT)
    return canvas.figure()


def alt_text(
    answers: pd.DataFrame,
    verdicts: pd.DataFrame,
    documents: pd.DataFrame,
    variables: Sequence[Variable],
) -> str:
    """Return what the chart shows in words: how many numbers, and which of them clash."""
    units, sources = _by_unit(answers, documents, variables)
    if not units:
        return f"Nothing to show: {_NONE}"
    known = {variable.name: variable for variable in variables}
    judged = verdict_of(verdicts)
    rows = [row for found in units.values() for row in found]
    asked = list(dict.fromkeys(row.variable for row in rows))
    said = (
        f"{counted(len(rows), 'number').capitalize()} from {counted(len(sources), 'source')} on "
        f"{counted(len(asked), 'question')}."
    )
    clashes = [name for name in asked if judged.get(name) == "conflict"]
    for name in clashes:
        tellers: dict[str, list[str]] = {}
        for row in rows:
            if row.variable == name:
                value = spoken_amount(row.low, row.high, row.qualifier)
                tellers.setdefault(value, []).append(sources.label(row.doc_id))
        values = [f"{value} ({_named(labels)})" for value, labels in tellers.items()]
        said += f" {named(name, known)}: {listed(values, 'against')} conflict."
    if not clashes:
        said += " None of them conflict."
    return said


def _named(labels: list[str]) -> str:
    """Name one or two sources, count more."""
    return listed(labels) if len(labels) < 3 else counted(len(labels), "source")


def _by_unit(
    answers: pd.DataFrame, documents: pd.DataFrame, variables: Sequence[Variable]
) -> tuple[dict[str, list[Any]], Sources]:
    """Return the answers that are numbers by unit, in the codebook's order, and their sources."""
    numbers = answers[answers["low"].notna() | answers["high"].notna()]
    sources = Sources(documents, set(numbers["doc_id"]))
    place = {doc_id: rank for rank, doc_id in enumerate(sources.shown)}
    units = {variable.name: variable.unit or "amount" for variable in variables}
    order = {name: rank for rank, name in enumerate(units)}
    rows = sorted(
        (row for row in rows_of(numbers) if row.doc_id in sources),
        key=lambda row: (order.get(row.variable, len(order)), row.variable, place[row.doc_id]),
    )
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(units.get(row.variable, "amount"), []).append(row)
    return found, sources


def _heading(canvas: Canvas, name: str, verdict: str | None) -> None:
    """Write the name and the verdict of a variable."""
    room = badge(canvas, canvas.y + 7, verdict) - MARGIN - 6
    canvas.text(MARGIN, canvas.y + 7, fitted(name, room, weight="bold"), weight="bold", halo=True)
    canvas.y += 15


def _amount(canvas: Canvas, row: Any, label: str, scale: Scale, verdict: str | None) -> None:
    """Draw one amount, name its source, and write it beside its mark."""
    y = canvas.y + _ROW / 2
    canvas.y += _ROW
    colour = look_of(verdict).colour
    name = fitted(label, _LEFT - MARGIN - 12, SMALL)
    canvas.text(MARGIN, y, name, size=SMALL, colour=SOFT)
    low = row.high if pd.isna(row.low) else row.low
    high = row.low if pd.isna(row.high) else row.high
    left, right = scale(low), scale(high)
    if row.qualifier == "about":
        blur = scale(low * (1 - _ABOUT)), scale(high * (1 + _ABOUT))
        canvas.box(blur[0], y - 4.5, blur[1] - blur[0], 9, color=colour, alpha=0.3)
        left, right = blur
    if low != high:
        canvas.box(left, y - 3, right - left, 6, color=colour)
    else:
        canvas.mark(scale(low), y, "o", 7, color=colour)
    if row.qualifier in ("at_least", "more_than") or pd.isna(row.high):
        right = _arrow(canvas, y, right, 1, colour)
    if row.qualifier in ("at_most", "less_than"):
        left = _arrow(canvas, y, left, -1, colour)
    said = short_amount(row.low, row.high, row.qualifier)
    if right + 7 + width_of(said) <= RIGHT:
        canvas.text(right + 7, y, said, halo=True)
    else:
        canvas.text(left - 7, y, said, ha="right", halo=True)


def _arrow(canvas: Canvas, y: float, x: float, way: int, colour: str) -> float:
    """Draw an arrow from ``x``, to the right (1) or left (-1); return where it ends."""
    end = x + way * _ARROW
    canvas.line([x, end], [y, y], color=colour, linewidth=1.8)
    canvas.mark(end, y, ">" if way > 0 else "<", 6, color=colour)
    return end + way * 2


def _key(rows: Any) -> str:
    """Explain the marks that occur."""
    found: Mapping[str, str] = {
        "about": "~ and a faint bar: about",
        "at_least": "≥ and an arrow: at least",
        "more_than": "> and an arrow: more than",
        "at_most": "≤ and an arrow: up to",
        "less_than": "< and an arrow: less than",
        "range": "a bar: a range",
    }
    used = {str(row.qualifier) for row in rows}
    return (
        "; ".join(["A dot: the number", *(said for name, said in found.items() if name in used)])
        + "."
    )
