"""Which sources are independent of each other? Those that share no copy, for a span or at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

Span = tuple[int, int]


class SharedCopy:
    """Table ``reuse`` made ready for many questions about spans.

    Build it once from the table; :func:`shares_copy` and :func:`independent_groups` do it for a
    single question.
    """

    def __init__(self, reuse: pd.DataFrame):
        self._links: dict[str, list[tuple[Span, str, Span]]] = {}
        names = ("doc_a", "a_start", "a_end", "doc_b", "b_start", "b_end")
        for a, a_start, a_end, b, b_start, b_end in zip(*(reuse[n] for n in names), strict=True):
            self._links.setdefault(a, []).append(((a_start, a_end), b, (b_start, b_end)))
            self._links.setdefault(b, []).append(((b_start, b_end), a, (a_start, a_end)))

    def sources(self, doc_id: str, start: int, end: int) -> dict[str, Span]:
        """Return the other sources that share the copy at [start, end) of ``doc_id``, and where.

        A shared stretch counts where it covers at least half of the span. Chains are followed: a
        source that shares the stretch with one that shares it with ``doc_id`` is among them.
        """
        found: dict[str, Span] = {}
        waiting = [(doc_id, (start, end))]
        while waiting:
            here, span = waiting.pop()
            for stretch, there, other in self._links.get(here, ()):
                if there != doc_id and there not in found and _covers(stretch, span):
                    found[there] = other
                    waiting.append((there, _carried(span, stretch, other)))
        return found

    def groups(
        self, doc_ids: Iterable[str], spans: Mapping[str, Sequence[Span]] | None = None
    ) -> dict[str, str]:
        """Return the group of each source, see :func:`independent_groups`."""
        order = list(dict.fromkeys(doc_ids))
        rank = {doc_id: index for index, doc_id in enumerate(order)}
        leader = {doc_id: doc_id for doc_id in order}

        def find(doc_id: str) -> str:
            while leader[doc_id] != doc_id:
                leader[doc_id] = doc_id = leader[leader[doc_id]]
            return doc_id

        for doc_id in order:
            for other in self._partners(doc_id, spans):
                if other in leader:
                    first, second = sorted((find(doc_id), find(other)), key=rank.__getitem__)
                    leader[second] = first
        return {doc_id: find(doc_id) for doc_id in order}

    def _partners(self, doc_id: str, spans: Mapping[str, Sequence[Span]] | None) -> list[str]:
        """Return the sources tied to ``doc_id``; with ``spans``, where both answers are copy."""
        if spans is None:
            return [there for _, there, _ in self._links.get(doc_id, ())]
        return [
            there
            for span in spans.get(doc_id, ())
            for there, stretch in self.sources(doc_id, *span).items()
            if any(_covers(stretch, answer) for answer in spans.get(there, ()))
        ]


def shares_copy(reuse: pd.DataFrame, doc_id: str, start: int, end: int) -> set[str]:
    """Return the sources that share the copy in which ``doc_id`` says what stands at [start, end).

    ``reuse`` is the table of that name, ``start`` and ``end`` are offsets into the raw source. A
    stretch counts where it covers at least half of the span; chains of sources are followed.
    """
    return set(SharedCopy(reuse).sources(doc_id, start, end))


def independent_groups(
    reuse: pd.DataFrame,
    doc_ids: Iterable[str],
    *,
    spans: Mapping[str, Sequence[Span]] | None = None,
) -> dict[str, str]:
    """Return for each of ``doc_ids`` the group it belongs to, named by its first member.

    Sources that share copy, or quote the same statement, are one group. With ``spans`` (the
    offsets in each source on which an answer rests) only copy that covers the answers of both
    counts: two sources that share a quotation about one thing remain independent about another.
    """
    return SharedCopy(reuse).groups(doc_ids, spans)


def _covers(stretch: Span, span: Span) -> bool:
    shared = min(stretch[1], span[1]) - max(stretch[0], span[0])
    return shared > 0 and 2 * shared >= span[1] - span[0]


def _carried(span: Span, stretch: Span, other: Span) -> Span:
    """Return where ``span`` lies in the ``other`` source, by proportion within the stretch."""
    scale = (other[1] - other[0]) / (stretch[1] - stretch[0])
    first = other[0] + round((max(span[0], stretch[0]) - stretch[0]) * scale)
    last = other[0] + round((min(span[1], stretch[1]) - stretch[0]) * scale)
    return (first, max(last, first + 1))
