"""Which sources does a chart show, and what are they called?"""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

MOST = 12
"""More sources than this no chart shows; it says how many it leaves out."""


class Sources:
    """The sources of a chart, in document order: ``shown`` doc_ids, their labels, a note."""

    def __init__(self, documents: pd.DataFrame, wanted: Collection[str] | None = None):
        labels = zip(documents["doc_id"], documents["label"], strict=True)
        kept = {doc_id: str(label) for doc_id, label in labels if _is_in(doc_id, wanted)}
        self.shown = list(kept)[:MOST]
        self._labels = kept
        self.note = (
            f"The first {MOST} of {len(kept):,} sources are shown." if len(kept) > MOST else ""
        )

    def __contains__(self, doc_id: object) -> bool:
        return doc_id in self.shown

    def __len__(self) -> int:
        return len(self.shown)

    def label(self, doc_id: str) -> str:
        """Return what a source is called."""
        return self._labels[doc_id]


def _is_in(doc_id: str, wanted: Collection[str] | None) -> bool:
    return wanted is None or doc_id in wanted
