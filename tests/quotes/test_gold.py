"""The hand coding gates the scores: own sentences, and the five sources."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.tokens import Doc

from crosscheck.codebook.entities import read_gazetteer
from crosscheck.evaluate.gold import sentence_gold, source_gold
from crosscheck.evaluate.score import score
from crosscheck.extract.article import Article, make_doc
from crosscheck.extract.entities import EntityFinder, Gazetteer
from crosscheck.extract.quotes import QuoteFinder
from tests.coded import errors, rows
from tests.quotes.conftest import NLP, ROOT

GOLD = ROOT / "codebook" / "gold"
OVERLAP = 0.8
ASPECTS = [((), 0.97), (("kind",), 0.97), (("speaker",), 0.95), (("cue",), 0.95)]
IDS = ["span", "kind", "speaker", "cue"]
SENTENCES = sentence_gold(GOLD, "quotes")
MODEL = read_gazetteer(ROOT / "codebook" / "entities.yml")
ENTITIES = EntityFinder(Gazetteer(MODEL))
PERSONS = {row.id: row.name for row in MODEL.entities if row.label == "PERSON"}
QUOTES = QuoteFinder(PERSONS.get)


@pytest.mark.parametrize(("fields", "bar"), ASPECTS, ids=IDS)
def test_own_sentences(fields: tuple[str, ...], bar: float) -> None:
    found: list[dict[str, Any]] = []
    for case in SENTENCES:
        doc = make_doc(NLP, Article.of(case["text"], language_code=case["language"]))
        found += rows(case["id"], QUOTES(doc, ENTITIES(doc)))
    gold = [row for case in SENTENCES for row in case["rows"]]
    result = score(found, gold, fields=fields, overlap=OVERLAP)
    assert result.f1 >= bar, errors(result)


def test_the_sentences_are_many_and_some_hold_no_quotation() -> None:
    assert len(SENTENCES) >= 70
    assert sum(not case["rows"] for case in SENTENCES) >= 8


@pytest.mark.parametrize(("fields", "bar"), ASPECTS, ids=IDS)
def test_five_sources(source_docs: dict[str, Doc], fields: tuple[str, ...], bar: float) -> None:
    found = [
        row
        for doc_id, doc in source_docs.items()
        for row in rows(doc_id, QUOTES(doc, ENTITIES(doc)))
    ]
    gold = source_gold(GOLD, "quotes", {doc_id: doc.text for doc_id, doc in source_docs.items()})
    result = score(found, gold, fields=fields, overlap=OVERLAP)
    assert result.f1 >= bar, errors(result)
