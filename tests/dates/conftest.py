"""What the tests of the date layer share: a tokenizer, a finder, the sources."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from crosscheck.extract.article import Article, make_doc
from crosscheck.extract.dates import DateFinder
from crosscheck.extract.records import Date
from tests.coded import NLP

ROOT = Path(__file__).parents[2]
Find = Callable[..., list[Date]]

FINDER = DateFinder()


def find(text: str, *, published: str | None = None, language: str = "en") -> list[Date]:
    """Return the dates of one text."""
    article = Article.of(text, language_code=language, published=published)
    return FINDER(make_doc(NLP, article))


def said(text: str, **options: str | None) -> list[tuple[str, str | None]]:
    """Return (words, value) of each mention."""
    return [(date.text, date.value) for date in find(text, **options)]
