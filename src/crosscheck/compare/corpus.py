"""The claims of a whole corpus, read from the tables of extraction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import pandas as pd

from crosscheck.codebook.coding import Codebook
from crosscheck.compare.claims import find_claims
from crosscheck.compare.claims_features import Claim
from crosscheck.extract.pipeline import articles_from
from crosscheck.extract.records import Date, Mention, Quantity, Quote

Record = TypeVar("Record", bound=NamedTuple)


def claims_of_corpus(read: Callable[[str], pd.DataFrame], codebook: Codebook) -> list[Claim]:
    """Return the claims of every source, source by source.

    ``read`` gives a table by its name: documents, blocks, mentions, dates, quantities and quotes
    are asked for.
    """
    mentions = records_of(read("mentions"), Mention)
    dates = records_of(read("dates"), Date)
    quantities = records_of(read("quantities"), Quantity)
    quotes = records_of(read("quotes"), Quote)
    return [
        claim
        for article in articles_from(read("documents"), read("blocks"))
        for claim in find_claims(
            article,
            mentions[article.doc_id],
            dates[article.doc_id],
            quantities[article.doc_id],
            quotes[article.doc_id],
            codebook=codebook,
        )
    ]


def records_of(table: pd.DataFrame, record: type[Record]) -> dict[str, list[Record]]:
    """Return the rows of ``table`` as records, by doc_id; a missing value is None."""
    found: dict[str, list[Record]] = defaultdict(list)
    fields: tuple[str, ...] = record._fields
    columns: list[list[Any]] = [
        table[name].astype(object).where(table[name].notna(), None).tolist() for name in fields
    ]
    for doc_id, *values in zip(table["doc_id"], *columns, strict=True):
        found[doc_id].append(record(*values))
    return found
