"""Which dates does the timeline show? Answers that are dates, or else what is mentioned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from crosscheck.chart.sources import Sources
from crosscheck.chart.values import named, rows_of, short_when
from crosscheck.chart.verdicts import verdict_of
from crosscheck.codebook.variables import Variable
from crosscheck.compare.values import Interval, date_interval

_DAY = 1440
# So many dates of a source are shown where no question is asked, and so many days beside answers.
_MOST = 10
_OTHERS = 3
_DATED = ("date", "time", "duration")


class Event(NamedTuple):
    """A date that a source gives for something; without a ``name`` it only mentions it."""

    doc_id: str
    time: Interval
    name: str
    said: str
    verdict: str | None
    carried: bool


def events_of(
    answers: pd.DataFrame,
    verdicts: pd.DataFrame,
    dates: pd.DataFrame,
    documents: pd.DataFrame,
    variables: Sequence[Variable],
) -> tuple[list[Event], Sources]:
    """Return the dates to show, by time, and their sources."""
    known = {variable.name: variable for variable in variables}
    judged = verdict_of(verdicts)
    carried = _carried(dates)
    found: list[Event] = []
    for row in rows_of(answers):
        kind = known[row.variable].type if row.variable in known else "date"
        time = None if pd.isna(row.value) or kind not in _DATED else date_interval(str(row.value))
        if time is not None:
            star = any(
                first < row.end and row.start < last for first, last in carried.get(row.doc_id, ())
            )
            name, verdict = named(row.variable, known), judged.get(row.variable)
            said = short_when(str(row.value), row.qualifier)
            found.append(Event(row.doc_id, time, name, said, verdict, star))
    mentioned = _mentioned(dates)
    sources = Sources(documents, {event.doc_id for event in found or mentioned})
    shown = _joined([event for event in found if event.doc_id in sources])
    others = [event for event in mentioned if event.doc_id in sources]
    shown += _other_days(others, shown) if found else _first(others, _MOST)
    return sorted(shown, key=lambda event: (event.time, event.name)), sources


def _joined(events: list[Event]) -> list[Event]:
    """Return the events with the hour of a day put to what happened on that day."""
    hours = [event for event in events if event.time.width < _DAY - 1]
    used: list[Event] = []
    joined: list[Event] = []
    for event in events:
        hour = next((h for h in hours if h is not event and _on_the_day(h, event)), None)
        if hour is None:
            joined.append(event)
        else:
            used.append(hour)
            carried = event.carried or hour.carried
            joined.append(event._replace(said=hour.said, time=hour.time, carried=carried))
    return [event for event in joined if event not in used]


def _on_the_day(hour: Event, event: Event) -> bool:
    return (
        hour.doc_id == event.doc_id
        and event.time.width == _DAY - 1
        and event.time.low <= hour.time.low <= event.time.high
    )


def _mentioned(dates: pd.DataFrame) -> list[Event]:
    """Return the dates that each source mentions, each once, without a name."""
    found: dict[tuple[str, str], Event] = {}
    for row in rows_of(dates[dates["kind"].isin(["DATE", "TIME"]) & dates["value"].notna()]):
        time = date_interval(row.value)
        if time is not None:
            said = short_when(row.value, row.qualifier)
            event = Event(row.doc_id, time, "", said, None, row.basis == "propagated")
            found.setdefault((row.doc_id, row.value), event)
    return list(found.values())


def _other_days(mentioned: list[Event], answers: list[Event]) -> list[Event]:
    """Return the first days that a source mentions and that answer no question."""
    answered = [event for event in answers if event.time.width < _DAY]
    days = [event for event in mentioned if event.time.width == _DAY - 1]
    others = [
        day
        for day in days
        if not any(one.doc_id == day.doc_id and one.time.meets(day.time) for one in answered)
    ]
    return _first(others, _OTHERS)


def _first(events: list[Event], most: int) -> list[Event]:
    """Return the first events of each source."""
    kept: Counter[str] = Counter()
    first: list[Event] = []
    for event in events:
        kept[event.doc_id] += 1
        if kept[event.doc_id] <= most:
            first.append(event)
    return first


def _carried(dates: pd.DataFrame) -> dict[str, list[tuple[int, int]]]:
    """Return where each source has a date that another source's copy proves."""
    found: dict[str, list[tuple[int, int]]] = {}
    for row in rows_of(dates[dates["basis"] == "propagated"]):
        found.setdefault(row.doc_id, []).append((row.start, row.end))
    return found
