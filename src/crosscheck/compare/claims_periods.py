"""Over which period, or as of when, does a number hold?"""

from __future__ import annotations

from typing import NamedTuple

from crosscheck.codebook.variables import OTHER
from crosscheck.compare import claims_links as links
from crosscheck.compare.claims_dates import date_role
from crosscheck.compare.claims_features import Scene, When
from crosscheck.compare.claims_reading import Trigger
from crosscheck.extract.records import Date

_FRONT, _OPENING = 6, 2
_ALWAYS = When()


class _Candidate(NamedTuple):
    """A date of the sentence as the period of a number; the cheapest one is taken."""

    cost: float
    order: int
    when: When


def when_of(scene: Scene, first: int, last: int, trigger: Trigger | None) -> When:
    """Return when what happens to the words ``first`` to ``last`` holds.

    A date of the sentence, the nearest to the number or its verb; what stands at the front of the
    sentence holds for all of it. For something that happens, without a date of its own, the period
    that the paragraph opened with ("Eight years on, …").
    """
    reading = scene.reading
    found: list[_Candidate] = []
    for order, date in enumerate(scene.dates):
        at, end = reading.span_of(date.start, date.end)
        if date.value is None or at >= len(reading.words) or scene.number_between(first, at):
            continue
        cost = reading.gap(first, last, at, end)
        nearest = None
        if trigger is not None:
            cost = min(cost, reading.gap(trigger.first, trigger.last, at, end))
            nearest = links.nearest_trigger(reading, at, end)
        if cost > links.REACH and at > _FRONT:
            continue
        role = date_role(scene, date, at, end)
        if nearest is not trigger:
            if role == "at" and _happens(nearest, at):
                continue
            cost += links.NEAR
        # "On Monday he honoured the 59 who have died since 2013": the longer period is theirs.
        cost -= links.NEAR / 2 if role == "since" else 0.0
        when = _when(scene, date, role, trigger)
        found.append(_Candidate(cost, order, when))
    if found:
        return min(found, key=lambda one: one[:2]).when
    happens = trigger is not None and not trigger.state
    return scene.opening if happens and scene.opening else _ALWAYS


def _happens(trigger: Trigger | None, at: int) -> bool:
    """Tell whether a date at word ``at`` is that of something that happens, so of nothing else."""
    if trigger is None or trigger.state or trigger.embeds or OTHER in trigger.classes:
        return False
    return at > _FRONT or trigger.last < at


def opening_of(scene: Scene) -> When | None:
    """Return the period that the sentence opens with, if it does ("Since 2013, …")."""
    for date in scene.dates[:1]:
        first, last = scene.reading.span_of(date.start, date.end)
        if date.value is None or first > _OPENING or first >= len(scene.reading.words):
            continue
        role = date_role(scene, date, first, last)
        if role == "since" or (date.kind == "DURATION" and role in ("over", "elapsed")):
            return _when(scene, date, role, None)
    return None


def _when(scene: Scene, date: Date, role: str, trigger: Trigger | None) -> When:
    """Return what one date makes of the time of a number."""
    value = date.value or ""
    if date.kind == "DURATION":
        return When(value, "elapsed", scene.source.article.published)
    if role == "since":
        return When(value if "/" in value else f"{value}/..", "since", None)
    if "/" in value:
        return When(value, "span", None)
    if trigger is None or trigger.state or OTHER in trigger.classes or role in ("by", "until"):
        return When(None, "none", value)
    return When(value, "point", None)
