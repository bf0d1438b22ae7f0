"""What the tests of the entity layer share: gazetteer, finder, coded sources."""

from __future__ import annotations

from pathlib import Path

from crosscheck.codebook.entities import read_gazetteer
from crosscheck.extract.article import Article, make_doc
from crosscheck.extract.entities import EntityFinder, Gazetteer
from crosscheck.extract.records import Mention
from tests.coded import NLP

ROOT = Path(__file__).parents[2]
GAZETTEER = Gazetteer(read_gazetteer(ROOT / "codebook" / "entities.yml"))
FINDER = EntityFinder(GAZETTEER)


def find(text: str, *, language: str = "en", finder: EntityFinder = FINDER) -> list[Mention]:
    """Return the mentions of one text."""
    return finder(make_doc(NLP, Article.of(text, language_code=language)))


def said(text: str, *, language: str = "en") -> list[str]:
    """Return "text/LABEL" of each mention."""
    return [f"{m.text}/{m.label}" for m in find(text, language=language)]


def linked(text: str, *, language: str = "en") -> list[str]:
    """Return "text/entity_id" of each mention."""
    return [f"{m.text}/{m.entity_id}" for m in find(text, language=language)]
