"""What the tests of the entity layer share: gazetteer, finder, coded sources."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
import spacy
from spacy.tokens import Doc

from crosscheck.codebook.entities import read_gazetteer
from crosscheck.extract.article import Article, Passage, make_doc
from crosscheck.extract.entities import EntityFinder, Gazetteer
from crosscheck.extract.records import Mention

ROOT = Path(__file__).parents[2]
GAZETTEER = Gazetteer(read_gazetteer(ROOT / "codebook" / "entities.yml"))
NLP = spacy.blank("en")
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


@pytest.fixture(scope="session")
def source_docs() -> dict[str, Doc]:
    """The five sources, of which only the blocks that the coder kept are read."""
    blocks = pd.read_csv(ROOT / "codebook" / "gold" / "blocks.csv")
    docs = {}
    for doc_id, rows in blocks.groupby("doc_id", sort=True):
        raw = (ROOT / "seeds" / f"{doc_id}.txt").read_bytes().decode("utf-8")
        passages = [
            Passage(at, row.start, row.end, raw[row.start : row.end], row.kind,
                    "fr" if row.kind == "post" else "en")
            for at, row in enumerate(rows.itertuples())
            if row.kept
        ]  # fmt: skip
        docs[str(doc_id)] = make_doc(NLP, Article.of(raw, doc_id=str(doc_id), passages=passages))
    return docs
