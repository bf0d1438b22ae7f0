"""Who copied whom? Sentences and quotations that sources share, word for word or nearly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations, islice, product
from typing import NamedTuple

import pandas as pd

from crosscheck import tables
from crosscheck.compare.reuse_align import Passage, Range, Stretch, shared_stretches
from crosscheck.compare.reuse_candidates import candidate_pairs
from crosscheck.compare.words import folded_words

# Written alike everywhere, whoever wrote the article.
_FORMAL = frozenset({"byline", "attribution", "dateline"})
_QUOTING = frozenset({"post", "quotation"})
# A sentence that stands in more sources than this is tied to the first of them only.
_ALL_PAIRS = 12
_SHORTEST = 5
_REMEMBERED = 50_000


class Row(NamedTuple):
    """A row of table ``reuse``."""

    doc_a: str
    a_start: int
    a_end: int
    doc_b: str
    b_start: int
    b_end: int
    score: float
    kind: str


class _Place(NamedTuple):
    """A sentence of a source, before anything is read of it."""

    doc_id: str
    start: int
    end: int
    text: str
    language: str
    quoted: bool


def find_reuse(
    sentences: pd.DataFrame,
    blocks: pd.DataFrame,
    quotes: pd.DataFrame,
    *,
    minimum_similarity: float = 0.8,
) -> pd.DataFrame:
    """Return table ``reuse``: each stretch that two sources share, one row a pair.

    ``sentences``, ``blocks`` and ``quotes`` are the tables of these names; ``minimum_similarity``
    is the edit similarity (0 to 1) from which a stretch counts. Offsets are into the raw sources;
    a row's ``kind`` is ``quotation`` where both give it as a quotation of the same statement,
    ``verbatim`` where the words are the same, ``near`` where they are reworded. A stretch that
    more than twelve sources share is a star around the first of them and not every pair, so the
    table grows with the corpus and not with its square; ``shares_copy`` follows such chains.
    """
    places = _places(sentences, blocks)
    alike: dict[tuple[str, ...], list[_Place]] = {}
    for place in places:
        words = tuple(folded_words(place.text))
        if len(words) >= _SHORTEST:
            alike.setdefault(words, []).append(place)
    groups = [_one_a_source(group) for group in alike.values()]
    pairs = candidate_pairs(list(alike))
    reader = _Reader(quotes)
    rows: list[Row] = []
    for group in groups:
        if len(group) > 1:
            rows += _compare(reader, group, group, minimum_similarity)
    for left, right in pairs.tolist():
        rows += _compare(reader, groups[left], groups[right], minimum_similarity)
    return tables.frame("reuse", (row._asdict() for row in _settle(rows)))


def _places(sentences: pd.DataFrame, blocks: pd.DataFrame) -> Iterator[_Place]:
    """Yield the sentences of kept blocks that are text of the article."""
    known = {
        (doc_id, block_id): (kind, language)
        for doc_id, block_id, kind, language, kept in zip(
            blocks["doc_id"],
            blocks["block_id"],
            blocks["kind"],
            blocks["language"],
            blocks["kept"],
            strict=True,
        )
        if kept and kind not in _FORMAL
    }
    columns = (sentences[name] for name in ("doc_id", "block_id", "start", "end", "text"))
    for doc_id, block_id, start, end, text in zip(*columns, strict=True):
        if (doc_id, block_id) in known:
            kind, language = known[doc_id, block_id]
            yield _Place(doc_id, start, end, text, language, kind in _QUOTING)


def _one_a_source(group: Iterable[_Place]) -> list[_Place]:
    """Return the first place of each source."""
    first: dict[str, _Place] = {}
    for place in group:
        first.setdefault(place.doc_id, place)
    return list(first.values())


class _Reader:
    """Reads a place into a passage, with the quotations that touch it."""

    def __init__(self, quotes: pd.DataFrame):
        self._quotes: dict[str, list[Range]] = defaultdict(list)
        whole = quotes[quotes["kind"] != "scare"]
        for doc_id, start, end in zip(whole["doc_id"], whole["start"], whole["end"], strict=True):
            self._quotes[doc_id].append((start, end))
        self.passage = lru_cache(maxsize=_REMEMBERED)(self._read)

    def _read(self, place: _Place) -> Passage:
        quotes = [
            (start, end)
            for start, end in self._quotes.get(place.doc_id, ())
            if start < place.end and end > place.start
        ]
        if place.quoted:
            quotes = [(place.start, place.end)]
        return Passage.of(place.doc_id, place.start, place.text, place.language, quotes)


def _compare(
    reader: _Reader, left: list[_Place], right: list[_Place], minimum: float
) -> Iterator[Row]:
    """Yield a row for each stretch shared by two places of different sources."""
    for one, other in _pairs(left, right):
        a, b = (reader.passage(place) for place in sorted((one, other)))
        for stretch in shared_stretches(a, b, minimum):
            yield _row(a, b, stretch)


def _pairs(left: list[_Place], right: list[_Place]) -> Iterable[tuple[_Place, _Place]]:
    """Return the pairs to align: all of two small groups, enough to tie together two large ones."""
    if left is right:
        return combinations(left, 2) if len(left) <= _ALL_PAIRS else product(left[:1], left[1:])
    apart = (pair for pair in product(left, right) if pair[0].doc_id != pair[1].doc_id)
    return apart if len(left) * len(right) <= _ALL_PAIRS else islice(apart, 1)


def _row(a: Passage, b: Passage, stretch: Stretch) -> Row:
    """Return the row of table ``reuse`` for a stretch."""
    same = [word.folded for word in a.words[slice(*stretch.a)]] == [
        word.folded for word in b.words[slice(*stretch.b)]
    ]
    kind = "quotation" if stretch.quoted else "verbatim" if same else "near"
    one, other = (
        passage.span(words, whole=not stretch.quoted)
        for passage, words in ((a, stretch.a), (b, stretch.b))
    )
    return Row(a.doc_id, *one, b.doc_id, *other, stretch.score, kind)


def _settle(rows: Iterable[Row]) -> list[Row]:
    """Return the rows in document order; of two that claim the same text only the better one."""
    settled: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (-row.score * (row.a_end - row.a_start), row)):
        taken = settled[row.doc_a, row.doc_b]
        if not any(_same_text(row, other) for other in taken):
            taken.append(row)
    return sorted(row for taken in settled.values() for row in taken)


def _same_text(one: Row, other: Row) -> bool:
    """Tell whether two rows of the same sources overlap by half of the shorter on either side."""
    return any(
        2 * (min(a_end, b_end) - max(a_start, b_start)) > min(a_end - a_start, b_end - b_start)
        for (a_start, a_end), (b_start, b_end) in (
            ((one.a_start, one.a_end), (other.a_start, other.a_end)),
            ((one.b_start, one.b_end), (other.b_start, other.b_end)),
        )
    )
