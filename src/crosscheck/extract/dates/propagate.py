"""What does another source prove of a date left open here? Carried over through shared text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from spacy.tokens import Doc

from crosscheck.extract.article import Article
from crosscheck.extract.dates.calendar import Point, add_days, point_of
from crosscheck.extract.dates.context import PROPAGATED, Anchor
from crosscheck.extract.dates.finder import normalise, place
from crosscheck.extract.dates.placed import Placed
from crosscheck.extract.records import Date

Span = tuple[int, int]
_WEEK = 7
_CLOCK = re.compile(r"T\d\d:\d\d")
_POINTS = frozenset({"DATE", "TIME"})


def propagate_dates(
    docs: Mapping[str, Doc],
    dates: Mapping[str, Sequence[Date]],
    shared: Iterable[Mapping[str, Any]],
) -> dict[str, list[Date]]:
    """Return the dates of all documents, those proven by shared text filled in.

    ``docs`` and ``dates`` are by doc_id; ``shared`` are rows of the table ``reuse`` (doc_a,
    a_start, a_end, doc_b, b_start, b_end: the same words in two sources). Where a sentence that
    holds shared text has a relative day that could not be worked out, and the same sentence in the
    other source has it, that day becomes the anchor of the whole document: its "Monday", "last
    month" and "in February" resolve too, all with basis ``propagated``. Runs until nothing changes,
    so that proof passes through a chain of sources. What is still open then takes the value of the
    same words in the same shared sentence.
    """
    found = {doc_id: list(rows) for doc_id, rows in dates.items()}
    pairs = [pair for row in shared for pair in _pairs(row) if docs.keys() >= {pair[0], pair[1]}]
    placed = {target: place(docs[target]._.article) for _, target, _, _ in pairs}
    anchored: set[str] = set()
    while True:
        proofs: dict[str, Counter[Point]] = {}
        for source, target, there, here in pairs:
            if target in anchored:
                continue
            known = _in_sentences(docs[source], found[source], there)
            unknown = filter(_is_open, _in_sentences(docs[target], found[target], here))
            for day in _proven(placed[target], docs[target]._.article, known, list(unknown)):
                proofs.setdefault(target, Counter())[day] += 1
        for target, days in sorted(proofs.items()):
            anchor = Anchor(min(days, key=lambda day: (-days[day], day)), PROPAGATED, or_later=True)
            found[target] = list(normalise(docs[target]._.article, placed[target], anchor))
        if not proofs:
            break
        anchored |= proofs.keys()
    for source, target, there, here in pairs:
        known = _in_sentences(docs[source], found[source], there)
        unknown = filter(_is_open, _in_sentences(docs[target], found[target], here))
        _copy(known, list(unknown), found[target])
    return found


def _copy(known: Sequence[Date], unknown: Sequence[Date], dates: list[Date]) -> None:
    """Give mentions left open the value that the same words have in the same shared sentence."""
    values = {(date.text.casefold(), date.kind): date.value for date in known if date.basis}
    for date in unknown:
        value = values.get((date.text.casefold(), date.kind))
        if value is not None:
            dates[dates.index(date)] = date._replace(value=value, basis=PROPAGATED)


def _pairs(row: Mapping[str, Any]) -> Iterator[tuple[str, str, Span, Span]]:
    """Yield (source, target, span in the source, span in the target), both ways round."""
    one, other = str(row["doc_a"]), str(row["doc_b"])
    here = (int(row["a_start"]), int(row["a_end"]))
    there = (int(row["b_start"]), int(row["b_end"]))
    yield one, other, here, there
    yield other, one, there, here


def _is_open(date: Date) -> bool:
    """Tell whether a mention is a point in time that could not be worked out."""
    return date.kind in _POINTS and date.basis is None


def _in_sentences(doc: Doc, dates: Sequence[Date], span: Span) -> list[Date]:
    """Return the mentions in the sentences that a span of shared text touches."""
    article: Article = doc._.article
    start, end = span
    touched = [s for s in article.sentences if s.start < end and start < s.end]
    if not touched:
        return []
    first, last = touched[0].start, touched[-1].end
    return [date for date in dates if first <= date.start and date.end <= last]


def _proven(
    placed: Sequence[Placed], article: Article, known: Sequence[Date], unknown: Sequence[Date]
) -> Iterator[Point]:
    """Yield the anchors that make an open mention of the target say what the source's says."""
    for there in known:
        day = point_of(there.value)
        if there.kind not in _POINTS or day is None or day.day is None:
            continue
        for here in unknown:
            if here.kind == there.kind and _alike(here, there):
                for later in range(_WEEK):
                    anchor = add_days(day, later)
                    if (
                        anchor
                        and _allowed(anchor, article)
                        and (_value_at(placed, article, here, anchor) == day)
                    ):
                        yield anchor
                        break


def _value_at(
    placed: Sequence[Placed], article: Article, here: Date, anchor: Point
) -> Point | None:
    """Return the day that a mention names if its text speaks from ``anchor``."""
    dates = normalise(article, placed, Anchor(anchor, PROPAGATED, or_later=True))
    same = next((date for date in dates if date.start == here.start), None)
    return point_of(same.value) if same else None


def _alike(here: Date, there: Date) -> bool:
    """Tell whether two mentions may be the same: the clock agrees, or else the kind of words."""
    if here.kind == "TIME":
        clocks = [_CLOCK.search(date.value or "") for date in (here, there)]
        return clocks[0] is not None and clocks[1] is not None and clocks[0][0] == clocks[1][0]
    return here.rule != "day" or here.text.casefold() == there.text.casefold()


def _allowed(anchor: Point, article: Article) -> bool:
    """Tell whether an anchor agrees with what is known of the target's publication."""
    return article.published is None or anchor.iso().startswith(article.published[:10])
