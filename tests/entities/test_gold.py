"""The hand coding gates the scores: own sentences and articles, and the five sources."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from crosscheck.evaluate.gold import sentence_gold, source_gold
from crosscheck.evaluate.score import score
from tests.coded import errors, rows
from tests.entities.conftest import FINDER, ROOT, find

GOLD = ROOT / "codebook" / "gold"
SENTENCES = sentence_gold(GOLD, "mentions")
ASPECTS = [("label",), ("label", "entity_id")]


@pytest.mark.parametrize("fields", ASPECTS, ids=" ".join)
def test_own_sentences(fields: tuple[str, ...]) -> None:
    found = [
        row
        for case in SENTENCES
        for row in rows(case["id"], find(case["text"], language=case["language"]))
    ]
    result = score(found, [row for case in SENTENCES for row in case["rows"]], fields=fields)
    assert result.f1 >= 0.98, errors(result)


@pytest.mark.parametrize("fields", ASPECTS, ids=" ".join)
def test_five_sources(source_docs: dict[str, Doc], fields: tuple[str, ...]) -> None:
    gold = source_gold(GOLD, "mentions", {doc_id: doc.text for doc_id, doc in source_docs.items()})
    found = [row for doc_id, doc in source_docs.items() for row in rows(doc_id, FINDER(doc))]
    result = score(found, gold, fields=fields)
    assert result.f1 >= 0.97, errors(result)


def test_places_that_speak_for_a_government(source_docs: dict[str, Doc]) -> None:
    gold = source_gold(GOLD, "mentions", {doc_id: doc.text for doc_id, doc in source_docs.items()})
    coded = {(row["doc_id"], row["start"]) for row in gold if row["metonym"] == "true"}
    found = {
        (doc_id, mention.start)
        for doc_id, doc in source_docs.items()
        for mention in FINDER(doc)
        if mention.metonym
    }
    assert not found - coded
    assert len(found & coded) >= 0.8 * len(coded)


def test_the_sentences_are_many_and_some_name_nothing() -> None:
    assert len(SENTENCES) >= 100
    assert sum(not case["rows"] for case in SENTENCES) >= 8
    assert any(case["language"] == "fr" for case in SENTENCES)
