"""Which passages might share copy? An index of word trigrams, never all pairs of a corpus.

Passages that share trigrams are found as in passim (Smith, Cordell and Mullen, “Computational
Methods for Uncovering Reprinted Texts”, 2015). Where a trigram stands in very many passages, each
is paired only with its neighbours in the order of what follows the trigram (the sorted
neighbourhood of Hernández and Stolfo, 1995), so that the number of pairs grows with the length of
the corpus, not with its square.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

NEIGHBOURS = 8
PARTNERS = 12
_SHARED = 2
_BITS = 21
Pairs = npt.NDArray[np.int64]


def candidate_pairs(passages: Sequence[Sequence[str]]) -> Pairs:
    """Return index pairs (i < j, sorted) of ``passages`` that share at least two word trigrams.

    A passage is a sequence of folded words. Of a passage that shares trigrams with very many others
    only the ``PARTNERS`` that share most are paired with it; the rest stay linked through them.
    """
    if len(passages) < 2:
        return np.empty((0, 2), dtype=np.int64)
    trigram, passage = _trigrams(passages)
    following = np.zeros_like(trigram)
    following[:-3] = np.where(passage[:-3] == passage[3:], trigram[3:], 0)
    order = np.lexsort((passage, following, trigram))
    trigram, passage = trigram[order], passage[order].astype(np.int64)
    found: list[npt.NDArray[np.int64]] = []
    for step in range(1, NEIGHBOURS + 1):
        same = (trigram[:-step] == trigram[step:]) & (passage[:-step] != passage[step:])
        one, other = passage[:-step][same], passage[step:][same]
        found.append(np.minimum(one, other) * len(passages) + np.maximum(one, other))
    pairs, counts = np.unique(np.concatenate(found), return_counts=True)
    enough = counts >= _SHARED
    left, right = pairs[enough] // len(passages), pairs[enough] % len(passages)
    close = _closest(left, counts[enough]) | _closest(right, counts[enough])
    return np.column_stack((left[close], right[close]))


def _closest(
    passage: npt.NDArray[np.int64], shared: npt.NDArray[np.int64]
) -> npt.NDArray[np.bool_]:
    """Mark the pairs that are among the ``PARTNERS`` of their passage that share most."""
    order = np.lexsort((-shared, passage))
    ranked = passage[order]
    first = np.searchsorted(ranked, ranked)
    marked = np.zeros(len(passage), dtype=np.bool_)
    marked[order] = np.arange(len(passage)) - first < PARTNERS
    return marked


def _trigrams(
    passages: Sequence[Sequence[str]],
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int32]]:
    """Return every trigram as one number, and the passage it stands in.

    Words are numbered in order of appearance; three numbers of 21 bits make one of 63.
    """
    numbers: dict[str, int] = {}
    words = np.fromiter(
        (numbers.setdefault(word, len(numbers)) for word in chain.from_iterable(passages)),
        dtype=np.int64,
        count=sum(map(len, passages)),
    ) & ((1 << _BITS) - 1)
    owner = np.repeat(np.arange(len(passages), dtype=np.int32), [len(p) for p in passages])
    if len(words) < 3:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int32)
    trigram = (words[:-2] << (2 * _BITS)) | (words[1:-1] << _BITS) | words[2:]
    whole = owner[:-2] == owner[2:]
    return trigram[whole], owner[:-2][whole]
