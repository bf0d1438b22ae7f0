"""From which day does a document speak? Its publication, or what its own text implies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.extract.article import Article
from crosscheck.extract.dates.calendar import MONTHS, Point, point_of, valid
from crosscheck.extract.dates.context import Anchor, Context
from crosscheck.extract.dates.placed import Placed
from crosscheck.extract.dates.resolve import resolve

_SIGNED = frozenset({"dateline", "byline"})  # blocks that say when the text was published
_LEAD = 0.4  # of the text: what is new stands first
_FAR = 3  # years that a day without a year may lie from the last year named


def anchor_of(article: Article, placed: Sequence[Placed]) -> Anchor | None:
    """Return the anchor of a document: a known day of publication, else what the text implies.

    The first full date of a dateline or byline is one. Else a text is written after the last thing
    it reports. Taken as evidence, the latest counts: the date of a post inside it; a full date in
    its lead; a weekday with day and month, which fixes the year; and "this January", the first one
    after the last month reported. Old background dates alone imply nothing. None where there is no
    evidence.
    """
    published = point_of(article.published)
    if published is not None and published.day is not None:
        return Anchor(published, or_later=article.published_basis == "inferred")
    explicit = [(where, day) for where in placed if (day := _explicit(where)) is not None]
    stated = next(
        (day for where, day in explicit if day.day and where.passage.kind in _SIGNED), None
    )
    implied = stated or _implied(article, placed, explicit)
    if implied is None or (published and not implied.iso().startswith(published.iso())):
        return Anchor(published) if published else None
    return Anchor(implied, or_later=stated is None)


def _implied(
    article: Article, placed: Sequence[Placed], explicit: Sequence[tuple[Placed, Point]]
) -> Point | None:
    reported = [(where, day) for where, day in explicit if not where.looks_ahead()]
    evidence = [day for where, day in reported if day.day is not None and _is_news(where, article)]
    if explicit:
        evidence += _fixed_by_weekday(placed, max(day.year for _, day in explicit))
    months = [day for _, day in reported if day.month is not None]
    if months:
        evidence += _deictic_months(placed, max(evidence or months, key=_order))
    return max(evidence, key=_order, default=None)


def _explicit(where: Placed) -> Point | None:
    """Return the point that an expression names in full, year included."""
    if not (where.found.has("year", "iso", "numeric") and where.found.kind in {"DATE", "TIME"}):
        return None
    value = resolve(where.found, Context(None, where.code, where.article.raw))
    return point_of(value.value.split("/")[-1] if value.value else None)


def _is_news(where: Placed, article: Article) -> bool:
    """Tell whether a date stands in the lead, or under a post."""
    first, last = article.passages[0].start, article.passages[-1].end
    return where.passage.kind == "post" or where.found.start < first + _LEAD * (last - first)


def _fixed_by_weekday(placed: Sequence[Placed], year: int) -> Iterator[Point]:
    """Yield the days of "Thursday February 17" in the year nearest to ``year`` that fits."""
    for where in placed:
        weekday, month, day = (
            where.found.value(*names)
            for names in (("weekday", "short"), ("month",), ("dom", "ordinal"))
        )
        if None in (weekday, month, day) or where.found.has("year"):
            continue
        near = sorted(range(year - _FAR, year + _FAR + 1), key=lambda one: (abs(one - year), one))
        days = (valid(one, month, day) for one in near)
        fits = next((known for known in days if known and known.isoweekday() == weekday), None)
        if fits is not None:
            yield fits


def _deictic_months(placed: Sequence[Placed], last: Point) -> Iterator[Point]:
    """Yield the month of each "this January": the first one not before ``last``."""
    for where in placed:
        if where.found.has("month") and where.found.has("this") and not where.found.has("year"):
            month = where.found.value("month")
            yield Point(last.year + (1 if month < (last.month or MONTHS) else 0), month)


def _order(day: Point) -> tuple[int, int, int]:
    return day.year, day.month or 0, day.day or 0
