"""The codebook of the event, and extraction, made once."""

import warnings
from pathlib import Path

import pytest

from crosscheck.codebook.coding import Codebook, load_codebook
from crosscheck.extract.article import Article
from crosscheck.extract.pipeline import Extractor, load_gazetteer

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "codebook"


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    return load_codebook(FOLDER)


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return Extractor(load_gazetteer(FOLDER))


@pytest.fixture(scope="session")
def extract(extractor):
    """Return article → (mentions, dates, quantities, quotes)."""

    def records(article: Article):
        found = extractor(article)
        return found.mentions, found.dates, found.quantities, found.quotes

    return records
