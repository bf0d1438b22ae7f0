"""Which stretch do two passages share? Alignment of their words, and whether it counts as copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from crosscheck.compare.reuse_content import content_flags
from crosscheck.compare.words import Word, words_of

# What a stretch needs before it counts: words in common, and those of them that say something.
_PROSE = (8, 5)
_QUOTED = (5, 3)
_QUOTED_TOLERANCE = 0.1
# Prose that is less than half of either sentence counts only from this many words in common.
_FRAGMENT = 15
# A shared word is worth one, a word that only one side has costs this much.
_GAP = 0.8
# Words that may be left over on both sides before the stretch is taken to run to the edge.
_LOOSE_ENDS = 3

Block = tuple[int, int, int]
Pair = tuple[int, int]
Range = tuple[int, int]


@dataclass(frozen=True)
class Passage:
    """A sentence at work: its place in the source, its words, and which lie in a quotation."""

    doc_id: str
    start: int
    end: int
    text: str
    words: Sequence[Word]
    counts: Sequence[bool]
    quoted: Sequence[bool]

    @classmethod
    def of(
        cls, doc_id: str, start: int, text: str, language: str, quotes: Sequence[Range]
    ) -> Passage:
        """Read ``text``; ``quotes`` are the (start, end) of the quotations that touch it."""
        words = words_of(text)
        inside = [
            any(first <= start + word.start < last for first, last in quotes) for word in words
        ]
        counts = content_flags(text, words, language)
        return cls(doc_id, start, start + len(text), text, words, counts, inside)

    def span(self, words: Range, *, whole: bool) -> Range:
        """Return the offsets into the source of a range of words.

        With ``whole``, a range of all words takes in the punctuation at the edges.
        """
        first, last = words
        if whole and (first, last) == (0, len(self.words)):
            return (self.start, self.end)
        return (self.start + self.words[first].start, self.start + self.words[last - 1].end)


class Stretch(NamedTuple):
    """A stretch that two passages share, as ranges of their words."""

    a: Range
    b: Range
    score: float
    quoted: bool


def shared_stretches(a: Passage, b: Passage, minimum: float) -> list[Stretch]:
    """Return the stretches that ``a`` and ``b`` share, in the order of ``a``.

    The longest common subsequence of words is cut where too much lies between two matches; a
    stretch counts when it is long enough, says something, and is alike by at least ``minimum``
    (edit similarity of its characters, 0 to 1). What both sources give as a quotation is a stretch
    of its own, and may be shorter and a little less alike: translators differ. Prose that is but a
    fragment of both sentences must be longer: facts told alike are not yet copied.
    """
    left = [word.folded for word in a.words]
    right = [word.folded for word in b.words]
    blocks = [
        (op.src_start, op.dest_start, op.src_end - op.src_start)
        for op in LCSseq.opcodes(left, right)
        if op.tag == "equal"
    ]
    return sorted(_search(a, b, blocks, minimum))


def _search(a: Passage, b: Passage, blocks: list[Block], minimum: float) -> Iterator[Stretch]:
    """Yield what the best run of matching blocks holds, then what lies before and after it."""
    if sum(size for _, _, size in blocks) < _QUOTED[0]:
        return
    first, last = _best_run(blocks)
    pairs = [(i + k, j + k) for i, j, size in blocks[first:last] for k in range(size)]
    yield from _judge(a, b, pairs, minimum)
    yield from _search(a, b, blocks[:first], minimum)
    yield from _search(a, b, blocks[last:], minimum)


def _best_run(blocks: Sequence[Block]) -> Range:
    """Return the run of blocks with the most matches less the cost of the gaps between them."""
    best, best_sum, start, total = (0, 1), -1.0, 0, 0.0
    for index, (i, j, size) in enumerate(blocks):
        if index:
            before = blocks[index - 1]
            total -= _GAP * max(i - before[0] - before[2], j - before[1] - before[2])
        if index == 0 or total <= 0:
            start, total = index, 0.0
        total += size
        if total > best_sum:
            best, best_sum = (start, index + 1), total
    return best


def _judge(a: Passage, b: Passage, pairs: list[Pair], minimum: float) -> Iterator[Stretch]:
    """Yield the stretches that matched word ``pairs`` make: quoted by both, or prose."""
    parts = [
        (quoted, list(part))
        for quoted, part in groupby(pairs, lambda pair: a.quoted[pair[0]] and b.quoted[pair[1]])
    ]
    if 2 * sum(len(part) for quoted, part in parts if quoted) < len(pairs):
        whole = _stretch(a, b, pairs, minimum)
        if whole is not None:
            yield whole
            return
    for quoted, part in parts:
        found = _stretch(a, b, part, minimum, quoted=quoted)
        if found is not None:
            yield found


def _stretch(
    a: Passage, b: Passage, pairs: Sequence[Pair], minimum: float, *, quoted: bool | None = None
) -> Stretch | None:
    """Return the stretch from the first to the last of the matched ``pairs`` if it counts.

    Where only a few words are left over at an edge of both passages (of both quotations; of what
    is not quoted), the stretch runs to that edge, provided it stays alike enough.
    """
    words, telling = _QUOTED if quoted else _PROSE
    if len(pairs) < words or sum(a.counts[i] and b.counts[j] for i, j in pairs) < telling:
        return None
    shorter = min(len(a.words), len(b.words))
    if not quoted and 2 * len(pairs) < shorter and len(pairs) < _FRAGMENT:
        return None
    tight = [(pairs[0][side], pairs[-1][side] + 1) for side in (0, 1)]
    edges = [_edges(p, tight[side], quoted) for side, p in enumerate((a, b))]
    at_start = all(tight[side][0] - edges[side][0] <= _LOOSE_ENDS for side in (0, 1))
    at_end = all(edges[side][1] - tight[side][1] <= _LOOSE_ENDS for side in (0, 1))
    wide = [
        (
            edges[side][0] if at_start else tight[side][0],
            edges[side][1] if at_end else tight[side][1],
        )
        for side in (0, 1)
    ]
    for range_a, range_b in (wide, tight):
        score = _similarity(a, b, range_a, range_b)
        if score >= minimum - (_QUOTED_TOLERANCE if quoted else 0):
            return Stretch(range_a, range_b, score, bool(quoted))
    return None


def _edges(passage: Passage, words: Range, quoted: bool | None) -> Range:
    """Return how far a range of words may run; ``quoted`` None lets it run to the passage's end."""
    first, last = words
    while first > 0 and quoted in (None, passage.quoted[first - 1]):
        first -= 1
    while last < len(passage.words) and quoted in (None, passage.quoted[last]):
        last += 1
    return (first, last)


def _similarity(a: Passage, b: Passage, range_a: Range, range_b: Range) -> float:
    """Return the edit similarity of two ranges of words, spelling and spacing folded."""
    left = " ".join(word.folded for word in a.words[slice(*range_a)])
    right = " ".join(word.folded for word in b.words[slice(*range_b)])
    return round(fuzz.ratio(left, right) / 100, 4)
