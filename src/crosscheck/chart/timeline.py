"""When did what happen, by each source? Sources as lanes, each date as precise as it is given."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import inf, isfinite

import pandas as pd
from matplotlib.figure import Figure

from crosscheck.chart.canvas import (
    LINE,
    MARGIN,
    RIGHT,
    SMALL,
    SOFT,
    WASH,
    Canvas,
    fitted,
    nothing,
    width_of,
)
from crosscheck.chart.clock import Clock
from crosscheck.chart.timeline_events import Event, events_of
from crosscheck.chart.verdicts import legend, look_of
from crosscheck.codebook.variables import Variable
from crosscheck.compare.values import Interval
from crosscheck.report.wording import capital, counted, listed

TITLE = "The event as each source dates it"
_NONE = "no source gives a date that can be placed in time."
_ROW = 15.0
_DAY = 1440
_ARROW = 18.0


def draw(
    answers: pd.DataFrame,
    verdicts: pd.DataFrame,
    dates: pd.DataFrame,
    documents: pd.DataFrame,
    variables: Sequence[Variable],
) -> Figure:
    """Return the timeline of all answers that are dates, a lane a source.

    A dot is a day or an hour, a bar the month, season or year that a source leaves it at, an arrow
    runs on where it gives only a beginning or an end. ``dates`` is the table of that name: an
    answer whose date was proven by another source's copy of the same text has a star, and other
    days that a source mentions are hollow dots. Where no question is answered by a date, the first
    dates that are mentioned are shown.
    """
    events, sources = events_of(answers, verdicts, dates, documents, variables)
    if not events:
        return nothing(TITLE, _NONE)
    canvas = Canvas(TITLE, sources.note)
    clock = Clock.of([event.time for event in events], MARGIN + 4, RIGHT - 8)
    canvas.y += 26
    top = canvas.y
    for doc_id in sources.shown:
        mine = [event for event in events if event.doc_id == doc_id]
        canvas.text(MARGIN, canvas.y + 9, sources.label(doc_id), weight="bold", halo=True)
        canvas.y += 19
        _lane(canvas, mine, clock)
        canvas.y += 6
        canvas.line([MARGIN, RIGHT], [canvas.y, canvas.y], color=LINE, linewidth=0.8)
        canvas.y += 3
    _axis(canvas, clock, top)
    canvas.y += 6
    legend(canvas, {event.verdict for event in events})
    canvas.paragraph(_key(events, wide=clock.wide() is not None), colour=SOFT)
    return canvas.figure()


def alt_text(
    answers: pd.DataFrame,
    verdicts: pd.DataFrame,
    dates: pd.DataFrame,
    documents: pd.DataFrame,
    variables: Sequence[Variable],
) -> str:
    """Return what the timeline shows in words: its span, and what is dated apart."""
    events, sources = events_of(answers, verdicts, dates, documents, variables)
    if not events:
        return f"Nothing to show: {_NONE}"
    finite = [event.time for event in events if isfinite(event.time.width)]
    span = ""
    if finite:
        years = {date.fromordinal(int(end // _DAY)).year for time in finite for end in time}
        span = f" between {min(years)} and {max(years)}" if len(years) > 1 else f" in {min(years)}"
    dated = counted(len(events), "date").capitalize()
    said = f"{dated} from {counted(len(sources), 'source')}{span}."
    agreed = dict.fromkeys(
        f"{event.name} ({event.said})" for event in events if event.verdict == "agree"
    )
    clashes = dict.fromkeys(event.name for event in events if event.verdict == "conflict")
    if agreed:
        said += f" Agreed: {listed(list(agreed))}."
    return said + (f" In conflict: {listed(list(clashes))}." if clashes else " None conflict.")


def _lane(canvas: Canvas, events: list[Event], clock: Clock) -> None:
    """Draw the events of a source, in as many rows as keep them apart."""
    rows: list[list[tuple[float, float]]] = []
    top = canvas.y
    for event in events:
        left, right = _extent(event.time, clock)
        said = ", ".join(part for part in (event.name, event.said) if part) + "*" * event.carried
        width = width_of(said, SMALL)
        after = right + 6 + width <= RIGHT
        said = said if after else fitted(said, left - 6 - MARGIN, SMALL)
        span = (left, right + 6 + width) if after else (left - 6 - width_of(said, SMALL), right)
        row = next((n for n, taken in enumerate(rows) if _free(span, taken)), len(rows))
        if row == len(rows):
            rows.append([])
        rows[row].append(span)
        y = top + (row + 0.5) * _ROW
        _mark(canvas, y, event, left, right)
        x, side = (right + 6, "left") if after else (left - 6, "right")
        canvas.text(x, y, said, size=SMALL, ha=side, halo=True)
    canvas.y = top + len(rows) * _ROW


def _free(span: tuple[float, float], taken: list[tuple[float, float]]) -> bool:
    return all(span[1] + 8 < left or right + 8 < span[0] for left, right in taken)


def _extent(time: Interval, clock: Clock) -> tuple[float, float]:
    """Return where the mark of a time begins and ends."""
    if time.width < _DAY:
        middle = clock((time.low + time.high) / 2)
        return middle - 3.5, middle + 3.5
    if not isfinite(time.width):
        here = clock(time.low if isfinite(time.low) else time.high)
        return (here, here + _ARROW) if isfinite(time.low) else (here - _ARROW, here)
    left, right = clock(time.low), clock(time.high)
    return left, max(right, left + 5)


def _mark(canvas: Canvas, y: float, event: Event, left: float, right: float) -> None:
    """Draw a dot for a day, a bar for what is longer, an arrow for what has no end."""
    colour = look_of(event.verdict).colour if event.verdict else SOFT
    if event.time.width < _DAY:
        face = colour if event.name else "white"
        middle = (left + right) / 2
        canvas.mark(middle, y, "o", 6.5, color=face, markeredgecolor=colour, markeredgewidth=1.0)
    elif isfinite(event.time.width):
        canvas.box(left, y - 3, right - left, 6, color=colour)
    else:
        onwards = isfinite(event.time.low)
        canvas.line([left, right], [y, y], color=colour, linewidth=1.8)
        canvas.mark(right if onwards else left, y, ">" if onwards else "<", 6, color=colour)


def _axis(canvas: Canvas, clock: Clock, top: float) -> None:
    """Draw the years, and the months of the year that is drawn wide."""
    wide = clock.wide()
    if wide is not None:
        canvas.box(wide.left, top - 29, wide.right - wide.left, 28, color=WASH, zorder=0.1)
        year = str(date.fromordinal(int(wide.begin // _DAY)).year)
        middle = (wide.left + wide.right) / 2
        canvas.text(middle, top - 21, year, size=SMALL, weight="bold", ha="center")
    for x, label in clock.ticks(width_of("0000", SMALL) + 8):
        canvas.text(x, top - 8, label, size=SMALL, colour=SOFT)
        canvas.line([x, x], [top - 2, canvas.y], color=LINE, linewidth=0.6, zorder=0.5)


def _key(events: list[Event], *, wide: bool) -> str:
    """Explain the marks that occur."""
    said = []
    if any(event.time.width < _DAY and event.name for event in events):
        said.append("a dot: a day or an hour")
    if any(event.time.width < _DAY and not event.name for event in events):
        said.append("a hollow dot: another day that the source mentions")
    if any(_DAY <= event.time.width < inf for event in events):
        said.append("a bar: the month, season or year that the source leaves it at")
    if any(not isfinite(event.time.width) for event in events):
        said.append("an arrow: from or until then")
    if any(event.carried for event in events):
        said.append("a star: the day is proven by another source's copy of the text")
    if wide:
        said.append("the shaded year is drawn wider than the others")
    return capital(f"{'; '.join(said)}.")
