"""Which amounts does an article state? Finds them, with what they count, where and as of when."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from spacy.tokens import Doc

from crosscheck import language
from crosscheck.extract.article import Article, Passage
from crosscheck.extract.quantities.amounts import read_amount
from crosscheck.extract.quantities.context import PLACES, as_of, clause_of, place_of
from crosscheck.extract.quantities.counted import Counted, Found, counted, noun_of
from crosscheck.extract.quantities.lexicon import Scope, scanner, words_from
from crosscheck.extract.quantities.refuse import refused
from crosscheck.extract.records import Date, Mention, Quantity

_NEAR = 400  # characters on either side in which an amount's place and date are looked for
_LONGEST = 160  # a longer row of number words or digits states no amount


class QuantityFinder:
    """Finds the amounts of an article."""

    def __call__(
        self, doc: Doc, dates: Sequence[Date], mentions: Sequence[Mention]
    ) -> list[Quantity]:
        """Return the quantities of ``doc``, in order of their offsets.

        ``doc`` carries its article (``make_doc``); ``dates`` and ``mentions`` are those of the
        same doc. Only kept passages are read; a number inside a date or a name is no amount.
        """
        article: Article = doc._.article
        taken = _Taken(dates, mentions)
        starts = [sentence.start for sentence in article.sentences]
        found: list[Found] = []
        for passage in article.passages:
            found += _amounts_of(article, passage, starts, taken)
        return _records(article.raw, found, dates, mentions)


class _Taken:
    """Where numbers belong to a date or a name."""

    def __init__(self, dates: Sequence[Date], mentions: Sequence[Mention]) -> None:
        self._dates = sorted((date.start, date.end) for date in dates)
        # How far the dates reach up to each: one that lies in another ends before it.
        self._reach = list(accumulate((end for _, end in self._dates), max))
        self._names = sorted((mention.start, mention.end) for mention in mentions)

    def until(self, start: int, end: int) -> int | None:
        """Return the end of the date that the span touches, or of the name around it."""
        at = bisect_left(self._dates, (end, 0))
        if at and self._reach[at - 1] > start:
            return self._reach[at - 1]
        at = bisect_right(self._names, (start, end))
        if at and self._names[at - 1][1] >= end and self._names[at - 1] != (start, end):
            return self._names[at - 1][1]
        return None


def _amounts_of(
    article: Article, passage: Passage, starts: Sequence[int], taken: _Taken
) -> list[Found]:
    """Return the amounts of one passage, each with the noun behind it."""
    text, code = article.raw, language.known(passage.language)
    pattern = scanner(code)
    found: list[Found] = []
    at = passage.start
    while (match := pattern.search(text, at, passage.end)) is not None:
        until = taken.until(match.start(), match.end())
        sentence = article.sentences[bisect_right(starts, match.start()) - 1]
        if until is not None or match.start() >= sentence.end:
            at = max(until or 0, match.start() + 1)
            continue
        scope = Scope(text, sentence.start, sentence.end, code)
        amount = None
        if match.end() - match.start() < _LONGEST:
            amount = read_amount(match, scope._replace(floor=max(sentence.start, at)))
        if amount is None:
            at = match.end()
            continue
        behind = words_from(text, amount.after, sentence.end, code)
        noun = noun_of(amount, behind, scope)
        skip = refused(amount, behind, noun, scope)
        if skip is None:
            found.append(Found(amount, behind, noun, sentence.sentence_id, scope))
        at = max(amount.after, skip or 0, match.start() + 1)
    return found


def _records(
    text: str, found: Sequence[Found], dates: Sequence[Date], mentions: Sequence[Mention]
) -> list[Quantity]:
    """Return the records of ``found``, with what they count, where and as of when."""
    places = sorted((m for m in mentions if m.label in PLACES), key=lambda m: (m.start, -m.end))
    days = sorted(dates, key=lambda date: (date.start, date.end))
    place_starts = [place.start for place in places]
    day_starts = [date.start for date in days]
    known: list[Counted] = []
    records: list[Quantity] = []
    for at, item in enumerate(found):
        known.append(counted(at, found, known))
        amount, scope = item.amount, item.scope
        code = scope.code
        floor, stop = max(scope.floor, amount.start - _NEAR), min(scope.stop, amount.after + _NEAR)
        scope = scope._replace(floor=floor, stop=stop)
        here = places[bisect_left(place_starts, floor) : bisect_left(place_starts, stop)]
        then = days[bisect_left(day_starts, floor) : bisect_left(day_starts, stop)]
        own = clause_of(_alone(found, at, scope), amount.start, amount.after)
        whole = clause_of(scope, amount.start, amount.after) if here or then else own
        place = place_of(text, own, here, code)
        if place is None and whole != own:
            place = place_of(text, whole, here, code)
        span = known[-1].span
        records.append(
            Quantity(
                amount.start,
                amount.end,
                text[amount.start : amount.end],
                amount.low,
                amount.high,
                amount.qualifier,
                amount.unit,
                " ".join(text[span[0] : span[1]].split()) if span else None,
                place,
                as_of(text, whole, then, code) if then else None,
                known[-1].rule,
            )
        )
    return records


def _alone(found: Sequence[Found], at: int, scope: Scope) -> Scope:
    """Return the part of ``scope`` between the amounts before and after ``found[at]``."""
    item = found[at]
    if at and found[at - 1].sentence == item.sentence:
        scope = scope._replace(floor=max(scope.floor, found[at - 1].amount.after))
    if at + 1 < len(found) and found[at + 1].sentence == item.sentence:
        scope = scope._replace(stop=min(scope.stop, found[at + 1].amount.start))
    return scope
