"""The extraction of a whole corpus: article by article, then what one source proves for another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from crosscheck import tables
from crosscheck.extract.article import make_doc
from crosscheck.extract.dates import propagate_dates
from crosscheck.extract.pipeline import Extraction, Extractor


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
    sharing = {*reuse["doc_a"], *reuse["doc_b"]}
    docs = {
        one.article.doc_id: make_doc(extractor.nlp, one.article)
        for one in extractions
        if one.article.doc_id in sharing
    }
    shared: list[Any] = reuse.to_dict("records")
    proven = propagate_dates(docs, by_document(extractions, "dates"), shared)
    return [extractor.redated(one, proven[one.article.doc_id]) for one in extractions]


def by_document(extractions: Sequence[Extraction], layer: str) -> Mapping[str, Sequence[Any]]:
    """Return the records of one layer: doc_id → records."""
    return {one.article.doc_id: getattr(one, layer) for one in extractions}
