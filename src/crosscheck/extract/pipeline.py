"""From what cleaning kept to the four layers of extraction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import spacy
from spacy.language import Language

from crosscheck.codebook.entities import GazetteerModel, read_gazetteer
from crosscheck.errors import CrosscheckError
from crosscheck.extract.article import Article, Passage, blank_pipeline, make_doc
from crosscheck.extract.dates import DateFinder
from crosscheck.extract.entities import EntityFinder, Gazetteer
from crosscheck.extract.quantities import QuantityFinder
from crosscheck.extract.quotes import QuoteFinder
from crosscheck.extract.records import Date, Mention, Quantity, Quote


class Extraction(NamedTuple):
    """The records of one article, layer by layer, each in document order."""

    article: Article
    mentions: list[Mention]
    dates: list[Date]
    quantities: list[Quantity]
    quotes: list[Quote]


class Extractor:
    """The four layers, built once and called with an article.

    ``gazetteer`` is the codebook's; ``model`` a trained spaCy pipeline whose entities fill the
    gaps, or None.
    """

    def __init__(self, gazetteer: Gazetteer, *, model: Language | None = None):
        # A person is told by the full name, an institution as the source calls it.
        persons = {row.id: row.name for row in gazetteer.rows.values() if row.label == "PERSON"}
        self.nlp = blank_pipeline()
        self.entities = EntityFinder(gazetteer, model=model)
        self.dates = DateFinder()
        self.quantities = QuantityFinder()
        self.quotes = QuoteFinder(persons.get)

    def __call__(self, article: Article) -> Extraction:
        """Return the article's mentions, dates, quantities and quotations."""
        doc = make_doc(self.nlp, article)
        mentions = self.entities(doc)
        dates = self.dates(doc)
        quantities = self.quantities(doc, dates, mentions)
        return Extraction(article, mentions, dates, quantities, self.quotes(doc, mentions))

    def redated(self, extraction: Extraction, dates: list[Date]) -> Extraction:
        """Return ``extraction`` with other ``dates``, and the quantities as of those."""
        if dates == extraction.dates:
            return extraction
        doc = make_doc(self.nlp, extraction.article)
        quantities = self.quantities(doc, dates, extraction.mentions)
        return extraction._replace(dates=dates, quantities=quantities)


def articles_from(documents: pd.DataFrame, blocks: pd.DataFrame) -> Iterator[Article]:
    """Yield an Article for each row of table ``documents``, with its kept ``blocks``."""
    own: dict[str, list[Any]] = defaultdict(list)
    for block in blocks.itertuples(index=False):
        own[str(block.doc_id)].append(block)
    for row in documents.to_dict("records"):
        yield Article.of(
            "".join(block.text for block in own[row["doc_id"]]),
            doc_id=row["doc_id"],
            language_code=row["language"],
            published=row["published"] if isinstance(row["published"], str) else None,
            published_basis=row["published_basis"],
            passages=(
                Passage(b.block_id, b.start, b.end, b.text, b.kind, b.language)
                for b in own[row["doc_id"]]
                if b.kept
            ),
        )


def load_gazetteer(codebook: Path) -> Gazetteer:
    """Return the gazetteer of ``codebook/entities.yml``; an empty one without the file.

    Raises CrosscheckError, naming file and line, when the file breaks its schema.
    """
    path = codebook / "entities.yml"
    return Gazetteer(read_gazetteer(path) if path.exists() else GazetteerModel())


def load_model(name: str) -> Language | None:
    """Return the spaCy model called ``name``, or None for an empty name.

    Raises CrosscheckError, saying how to install it, when it is not there.
    """
    if not name:
        return None
    try:
        return spacy.load(name)
    except OSError:
        raise CrosscheckError(
            f"parameter spacy_model = {name!r}: no such model; install it with "
            f"“python -m spacy download {name}”, or leave the parameter empty"
        ) from None


def extract_all(
    articles: Iterable[Article], gazetteer: Gazetteer, *, model: Language | None = None
) -> list[Extraction]:
    """Return the extraction of every article, in order."""
    extractor = Extractor(gazetteer, model=model)
    return [extractor(article) for article in articles]
