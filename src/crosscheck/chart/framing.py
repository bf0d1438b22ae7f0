"""Which words does a source prefer? Log-odds against the other sources, with their intervals."""

from __future__ import annotations

from math import exp, inf, log
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from crosscheck.chart.canvas import (
    BLUE,
    INK,
    LINE,
    MARGIN,
    RED,
    RIGHT,
    SMALL,
    SOFT,
    Canvas,
    fitted,
    nothing,
    width_of,
)
from crosscheck.chart.sources import Sources
from crosscheck.chart.values import rows_of
from crosscheck.codebook.framing import FramingModel
from crosscheck.compare.framing_words import times
from crosscheck.report.wording import capital, counted, listed

TITLE = "Words that sources prefer, or avoid"
_NONE = "no source uses a term of the codebook's groups, or there is nothing to compare it with."
_LEFT = 150.0
_ROW = 26.0
_MOST = 3
_TOLD = 5
_FEWEST = 4
_WIDEST = 16.0
_COLOURS = {"more": BLUE, "less": RED}


def draw(framing: pd.DataFrame, documents: pd.DataFrame, codebook: FramingModel) -> Figure:
    """Return the chart of the preferences that stand out most in each group of terms.

    ``framing`` and ``documents`` are the tables of these names. A dot is how many times as often
    as the other sources a source uses the term, the bar its 95 % interval; it is hollow where the
    text is too little to say. Of each group the three are shown that are farthest from "as often"
    for their interval.
    """
    groups, sources = _groups(framing, documents, codebook)
    if not groups:
        return nothing(TITLE, _NONE)
    canvas = Canvas(TITLE, sources.note)
    ends = [abs(end) for rows in groups.values() for row in rows for end in (row.low, row.high)]
    reach = float(min(max(ends), log(_WIDEST * 2)))
    middle, half = (_LEFT + RIGHT) / 2, (RIGHT - _LEFT) / 2 - 6

    def place(odds: float) -> float:
        return middle + max(min(odds / reach, 1.0), -1.0) * half

    canvas.text(middle, canvas.y + 6, "as often as the others", size=SMALL, ha="center")
    canvas.y += 13
    canvas.text(_LEFT, canvas.y + 6, "← less often", size=SMALL, colour=SOFT)
    canvas.text(RIGHT, canvas.y + 6, "more often →", size=SMALL, colour=SOFT, ha="right")
    canvas.y += 13
    top = canvas.y
    canvas.y += 14
    for heading, rows in groups.items():
        canvas.text(MARGIN, canvas.y + 9, heading, weight="bold", halo=True)
        canvas.y += 19
        for row in rows:
            _preference(canvas, row, sources.label(row.doc_id), place)
        canvas.y += 6
    for ratio, label in _ratios(reach):
        x = place(log(ratio))
        canvas.text(x, top + 6, label, size=SMALL, colour=SOFT, ha="center")
        canvas.line([x, x], [top + 12, canvas.y], color=INK if ratio == 1 else LINE, linewidth=0.7,
                    zorder=0.5)  # fmt: skip
    canvas.y += 4
    canvas.paragraph(_key(groups), colour=SOFT)
    return canvas.figure()


def alt_text(framing: pd.DataFrame, documents: pd.DataFrame, codebook: FramingModel) -> str:
    """Return what the chart shows in words: the proven preferences, or that there is none."""
    groups, sources = _groups(framing, documents, codebook)
    if not groups:
        return f"Nothing to show: {_NONE}"
    terms = counted(len(framing[["group", "term"]].drop_duplicates()), "term")
    about = f"{capital(terms)} in {counted(len(documents), 'source')}."
    proven = sorted(
        (r for r in rows_of(framing) if r.finding in _COLOURS and r.doc_id in sources),
        key=_stands_out,
    )
    if proven:
        said = [
            f"{sources.label(row.doc_id)} uses “{row.term}” {row.finding}" for row in proven[:_TOLD]
        ]
        among = f"{counted(len(proven), 'preference or avoidance', 'preferences and avoidances')}"
        return f"{about} Proven by the intervals: {among}. Than the others, {listed(said)}."
    little = (framing["finding"] == "too_little").mean()
    share = "every case" if little == 1 else f"{little:.0%} of the cases"
    return f"{about} In {share} there is too little text to say whether a source prefers a term."


def _groups(
    framing: pd.DataFrame, documents: pd.DataFrame, codebook: FramingModel
) -> tuple[dict[str, list[Any]], Sources]:
    """Return the rows to show, by the label of their group, in the codebook's order."""
    compared = framing[framing["log_odds"].notna()]
    sources = Sources(documents, set(compared["doc_id"]))
    labels = {group.name: group.label for group in codebook.groups}
    rows = [row for row in rows_of(compared) if row.doc_id in sources]
    names = [*labels, *dict.fromkeys(row.group for row in rows if row.group not in labels)]
    found = {}
    for name in names:
        mine = sorted((row for row in rows if row.group == name), key=_stands_out)
        if mine:
            heading = labels.get(name, name.replace("_", " ").capitalize())
            found[heading] = sorted(mine[:_MOST], key=lambda row: -row.log_odds)
    return found, sources


def _stands_out(row: Any) -> tuple[bool, bool, float]:
    """Sort the proven first, then the frequent, then what lies far off for its interval."""
    distance = abs(row.log_odds) / (row.high - row.low)
    return (row.finding not in _COLOURS, row.count < _FEWEST and row.low < 0 < row.high, -distance)


def _preference(canvas: Canvas, row: Any, label: str, place: Any) -> None:
    """Draw a row: the term, the source and its uses, the dot and its interval."""
    y = canvas.y + _ROW / 2
    room = _LEFT - MARGIN - 6
    uses = f", {times(row.count)}"
    term = fitted(f"“{row.term}”", room - width_of(uses, SMALL))
    canvas.text(MARGIN, y - 6, term, halo=True)
    canvas.text(MARGIN + width_of(term), y - 6, uses, size=SMALL, colour=SOFT)
    canvas.text(MARGIN, y + 6, fitted(label, room, SMALL), size=SMALL, colour=SOFT, halo=True)
    told = row.finding in _COLOURS
    colour = _COLOURS.get(row.finding, SOFT)
    canvas.line(
        [place(row.low), place(row.high)], [y, y], color=colour, linewidth=2.4 if told else 1.2
    )
    for end, way in ((row.low, "<"), (row.high, ">")):
        if place(end) in (place(-inf), place(inf)):
            canvas.mark(place(end), y, way, 5, color=colour)
    face = colour if row.finding != "too_little" else "white"
    canvas.mark(
        place(row.log_odds), y, "o", 7, color=face, markeredgecolor=colour, markeredgewidth=1.3
    )
    canvas.y += _ROW


def _ratios(reach: float) -> list[tuple[float, str]]:
    """Return the marks of the scale: how many times as often."""
    every = [(1 / 16, "1⁄16"), (1 / 4, "¼"), (1.0, "1×"), (4.0, "4×"), (16.0, "16×")]
    if reach < log(4):
        every = [(1 / 2, "½"), (1.0, "1×"), (2.0, "2×")]
    return [(ratio, label) for ratio, label in every if exp(-reach) <= ratio <= exp(reach)]


def _key(groups: dict[str, list[Any]]) -> str:
    """Explain the marks that occur."""
    found = {row.finding for rows in groups.values() for row in rows}
    said = ["The bar is the 95 % interval."]
    if found & set(_COLOURS):
        said.append("A filled dot is a preference or an avoidance that the interval proves.")
    if "alike" in found:
        said.append("A grey dot is a use that hardly differs.")
    if "too_little" in found:
        said.append("A hollow dot: too little text to say.")
    return " ".join(said)
