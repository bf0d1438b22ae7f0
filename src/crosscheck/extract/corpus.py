"""The extraction of a whole corpus: article by article, then what one source proves for another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd

from crosscheck import tables
from crosscheck.extract.dates import propagate_dates
from crosscheck.extract.pipeline import Extraction, Extractor

LAYERS = ("mentions", "dates", "quantities", "quotes")
FindReuse = Callable[[pd.DataFrame], pd.DataFrame]


def layer_table(layer: str, extractions: Sequence[Extraction]) -> pd.DataFrame:
    """Return table ``layer`` (mentions, dates, quantities or quotes) of all articles, in order."""
    return tables.frame(
        layer,
        (
            {"doc_id": one.article.doc_id, **record._asdict()}
            for one in extractions
            for record in getattr(one, layer)
        ),
    )


def with_shared_dates(
    extractions: Sequence[Extraction], reuse: pd.DataFrame, extractor: Extractor
) -> list[Extraction]:
    """Return the extractions with the dates that text shared with another source proves.

    ``reuse`` is the table of this name. Where a source's dates change, its quantities are read
    again, since each may be told as of a date.
    """
    proven = propagate_dates({one.article: one.dates for one in extractions}, reuse)
    return [extractor.redated(one, proven[one.article.doc_id]) for one in extractions]


def by_document(extractions: Sequence[Extraction], layer: str) -> Mapping[str, Sequence[Any]]:
    """Return the records of one layer: doc_id → records."""
    return {one.article.doc_id: getattr(one, layer) for one in extractions}
