"""The hand coding gates the scores: own sentences, and the five sources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from spacy.tokens import Doc

from crosscheck.evaluate.gold import sentence_gold, source_gold
from crosscheck.evaluate.score import score
from crosscheck.extract.dates import propagate_dates
from tests.coded import errors, rows
from tests.dates.conftest import FINDER, ROOT, find

GOLD = ROOT / "codebook" / "gold"
ASPECTS = [("value",), ("kind",), ("value", "qualifier", "basis")]
SENTENCES = sentence_gold(GOLD, "dates")


@pytest.mark.parametrize("fields", ASPECTS, ids=" ".join)
def test_own_sentences(fields: tuple[str, ...]) -> None:
    found = [
        row
        for case in SENTENCES
        for row in rows(
            case["id"], find(case["text"], published=case["published"], language=case["language"])
        )
    ]
    result = score(found, [row for case in SENTENCES for row in case["rows"]], fields=fields)
    assert result.f1 >= 0.97, errors(result)


def test_the_sentences_are_many_and_some_hold_no_date() -> None:
    assert len(SENTENCES) >= 100
    assert sum(not case["rows"] for case in SENTENCES) >= 15


def shared_sentence(docs: Mapping[str, Doc], words: str) -> list[dict[str, Any]]:
    """Return the pairs of sources that share ``words``, as table ``reuse`` has them."""
    holding = sorted(doc_id for doc_id, doc in docs.items() if words in doc.text)
    spans = {doc_id: docs[doc_id].text.index(words) for doc_id in holding}
    return [
        {"doc_a": a, "a_start": spans[a], "a_end": spans[a] + len(words),
         "doc_b": b, "b_start": spans[b], "b_end": spans[b] + len(words)}
        for a in holding for b in holding if a < b
    ]  # fmt: skip


@pytest.mark.parametrize("fields", ASPECTS, ids=" ".join)
def test_five_sources(source_docs: dict[str, Doc], fields: tuple[str, ...]) -> None:
    dates = {doc_id: FINDER(doc) for doc_id, doc in source_docs.items()}
    shared = shared_sentence(source_docs, "the final contingent of the Barkhane force still on")
    assert shared
    dates = propagate_dates(source_docs, dates, shared)
    gold = source_gold(GOLD, "dates", {doc_id: doc.text for doc_id, doc in source_docs.items()})
    found = [row for doc_id, ones in dates.items() for row in rows(doc_id, ones)]
    result = score(found, gold, fields=fields)
    assert result.f1 >= 0.97, errors(result)
