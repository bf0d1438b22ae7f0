"""From which day does a document speak? Its publication, or what its own text implies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from crosscheck.extract.article import Article
from crosscheck.extract.dates.calendar import MONTHS, Point, point_of, valid
from crosscheck.extract.dates.resolve import Anchor, Context, resolve

if TYPE_CHECKING:
    from crosscheck.extract.dates.finder import Placed

_DATED_BLOCKS = frozenset({"post", "dateline"})
_LEAD = 0.4  # of the text: what is new stands first
_FAR = 3  # years that a day without a year may lie from the last year named


def anchor_of(article: Article, placed: Sequence[Placed]) -> Anchor | None:
    """Return the anchor of a document: a known day of publication, else what the text implies.

    A text is written after the last thing it reports. Taken as evidence, the latest counts: the
    date of a post or dateline inside it; a full date in its lead; a weekday with day and month,
    which fixes the year; and "this January", the first one after the last month reported. Old
    background dates alone imply nothing. None where there is no evidence.
    """
    published = point_of(article.published)
    if published is not None and published.day is not None:
        return Anchor(published)
    implied = _implied(article, placed)
    if published is None:
        return Anchor(implied, or_later=True) if implied else None
    if implied is not None and implied.iso().startswith(published.iso()):
        return Anchor(implied, or_later=True)
    return Anchor(published)


def _implied(article: Article, placed: Sequence[Placed]) -> Point | None:
    explicit = [(where, day) for where in placed if (day := _explicit(where, article)) is not None]
    if not explicit and not placed:
        return None
    years = [day.year for _, day in explicit]
    reported = [(where, day) for where, day in explicit if not where.looks_ahead(article)]
    kinds = {p.start: p.kind for p in article.passages}
    starts = sorted(kinds)
    lead = article.passages[0].start + _LEAD * len(article.raw) if article.passages else 0
    evidence = [
        day
        for where, day in reported
        if day.day is not None
        and (where.found.start < lead or _kind_at(where.found.start, starts, kinds) in _DATED_BLOCKS)
    ]
    if years:
        evidence += _fixed_by_weekday(placed, max(years))
    last = max((day for _, day in reported if day.month is not None), key=_order, default=None)
    if last is not None:
        evidence += _deictic_months(placed, max(evidence, key=_order, default=last))
    return max(evidence, key=_order, default=None)


def _explicit(where: Placed, article: Article) -> Point | None:
    """Return the point that an expression names in full, year included."""
    found = where.found
    if not (found.first("year", "iso", "numeric") and found.kind in {"DATE", "TIME"}):
        return None
    value = resolve(found, Context(anchor=None, code=where.code, raw=article.raw))
    return point_of(value.value.split("/")[-1] if value.value else None)


def _fixed_by_weekday(placed: Iterable[Placed], year: int) -> list[Point]:
    """Return the days of "Thursday February 17" in the year nearest to ``year`` that fits."""
    days = []
    for where in placed:
        found = where.found
        weekday, month = found.value("weekday", "short"), found.value("month")
        day = found.value("dom", "ordinal")
        if None in (weekday, month, day) or found.first("year"):
            continue
        for step in range(2 * _FAR + 1):
            near = year + (step + 1) // 2 * (1 if step % 2 else -1)
            known = valid(near, month, day)
            if known and known.date().isoweekday() == weekday:  # type: ignore[union-attr]
                days.append(known)
                break
    return days


def _deictic_months(placed: Iterable[Placed], last: Point) -> list[Point]:
    """Return the month of each "this January": the first one not before ``last``."""
    months = [
        where.found.value("month")
        for where in placed
        if where.found.first("month") and where.found.first("this") and not where.found.first("year")
    ]
    return [
        Point(last.year + (1 if month < (last.month or MONTHS) else 0), month) for month in months
    ]


def _kind_at(at: int, starts: Sequence[int], kinds: dict[int, str]) -> str:
    before = [start for start in starts if start <= at]
    return kinds[before[-1]] if before else ""


def _order(day: Point) -> tuple[int, int, int]:
    return day.year, day.month or 0, day.day or 0
