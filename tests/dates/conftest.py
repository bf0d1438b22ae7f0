"""What the tests of the date layer share: a tokenizer, a finder, the sources."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
import spacy
from spacy.tokens import Doc

from crosscheck.extract.article import Article, Passage, make_doc
from crosscheck.extract.dates import DateFinder
from crosscheck.extract.records import Date

ROOT = Path(__file__).parents[2]
FRENCH_BLOCKS = frozenset({"post"})
Find = Callable[..., list[Date]]

NLP = spacy.blank("en")
FINDER = DateFinder()


def find(text: str, *, published: str | None = None, language: str = "en") -> list[Date]:
    """Return the dates of one text."""
    article = Article.of(text, language_code=language, published=published)
    return FINDER(make_doc(NLP, article))


def said(text: str, **options: str | None) -> list[tuple[str, str | None]]:
    """Return (words, value) of each mention."""
    return [(date.text, date.value) for date in find(text, **options)]


@pytest.fixture(scope="session")
def source_docs() -> dict[str, Doc]:
    """The five sources, of which only the blocks that the coder kept are read."""
    blocks = pd.read_csv(ROOT / "codebook" / "gold" / "blocks.csv")
    docs = {}
    for doc_id, rows in blocks.groupby("doc_id", sort=True):
        raw = (ROOT / "seeds" / f"{doc_id}.txt").read_bytes().decode("utf-8")
        passages = [
            Passage(at, row.start, row.end, raw[row.start : row.end], row.kind,
                    "fr" if row.kind in FRENCH_BLOCKS else "en")
            for at, row in enumerate(rows.itertuples())
            if row.kept
        ]  # fmt: skip
        docs[str(doc_id)] = make_doc(NLP, Article.of(raw, doc_id=str(doc_id), passages=passages))
    return docs
