"""What does another source prove of a date left open here? Carried over through shared text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from spacy.tokens import Doc

from crosscheck.extract.article import Article
from crosscheck.extract.dates.calendar import Point, add_days, point_of
from crosscheck.extract.dates.context import PROPAGATED, Anchor
from crosscheck.extract.dates.finder import DateFinder
from crosscheck.extract.records import Date

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
    so that proof passes through a chain of sources.
    """
    found = {doc_id: list(rows) for doc_id, rows in dates.items()}
    pairs = [_pair(row) for row in shared]
    pairs += [(there, here) for here, there in pairs]
    finder = DateFinder()
    while True:
        proofs: dict[str, Counter[Point]] = {}
        for (source, *source_span), (target, *target_span) in pairs:
            if not {source, target} <= docs.keys() or not any(map(_open, found[target])):
                continue
            known = _in_sentences(docs[source], found[source], *source_span)
            unknown = [
                d for d in _in_sentences(docs[target], found[target], *target_span) if _open(d)
            ]
            for day in _proven(finder, docs[target], known, unknown):
                proofs.setdefault(target, Counter())[day] += 1
        for target, days in sorted(proofs.items()):
            best = min(days, key=lambda day: (-days[day], day))
            found[target] = finder(docs[target], anchor=Anchor(best, PROPAGATED, or_later=True))
        if not proofs:
            return found


def _pair(row: Mapping[str, Any]) -> tuple[tuple[str, int, int], tuple[str, int, int]]:
    return (
        (str(row["doc_a"]), int(row["a_start"]), int(row["a_end"])),
        (str(row["doc_b"]), int(row["b_start"]), int(row["b_end"])),
    )


def _open(date: Date) -> bool:
    """Tell whether a mention is a point in time that could not be worked out."""
    return date.kind in _POINTS and date.basis is None


def _in_sentences(doc: Doc, dates: Sequence[Date], start: int, end: int) -> list[Date]:
    """Return the mentions in the sentences that a span of shared text touches."""
    article: Article = doc._.article
    touched = [s for s in article.sentences if s.start < end and start < s.end]
    if not touched:
        return []
    first, last = touched[0].start, touched[-1].end
    return [date for date in dates if first <= date.start and date.end <= last]


def _proven(
    finder: DateFinder, target: Doc, known: Sequence[Date], unknown: Sequence[Date]
) -> Iterable[Point]:
    """Yield the anchors that make an open mention of the target say what the source's says."""
    for there in known:
        day = point_of(there.value)
        if there.kind not in _POINTS or day is None or day.day is None:
            continue
        for here in unknown:
            if here.kind != there.kind or not _alike(here, there):
                continue
            for later in range(_WEEK):
                anchor = add_days(day, later)
                if anchor is None or not _allowed(anchor, target):
                    continue
                again = finder(target, anchor=Anchor(anchor, PROPAGATED, or_later=True))
                same = next((d for d in again if d.start == here.start), None)
                if same is not None and point_of(same.value) == day:
                    yield anchor
                    break


def _alike(here: Date, there: Date) -> bool:
    """Tell whether two mentions may be the same: the clock agrees, or else the kind of words."""
    if here.kind == "TIME":
        clocks = [_CLOCK.search(date.value or "") for date in (here, there)]
        return clocks[0] is not None and clocks[1] is not None and clocks[0][0] == clocks[1][0]
    return here.rule != "day" or here.text.casefold() == there.text.casefold()


def _allowed(anchor: Point, target: Doc) -> bool:
    """Tell whether an anchor agrees with what is known of the target's publication."""
    published: str | None = target._.article.published
    return published is None or anchor.iso().startswith(published[:10])
