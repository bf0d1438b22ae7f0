"""The reuse table as a whole: order, what is left out, any text, and growth with the corpus."""

from __future__ import annotations

import random

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck import tables
from crosscheck.compare.reuse import find_reuse
from crosscheck.compare.reuse_candidates import PARTNERS, candidate_pairs
from crosscheck.compare.words import words_of
from tests.reuse.corpus import corpus

COPY = (
    "Surveyors who walked the glacier in September measured the deepest melt since records began "
    "in the valley."
)


def test_no_text_gives_an_empty_table():
    found = find_reuse(*corpus({}))
    assert len(found) == 0
    assert list(found.columns) == list(tables.COLUMNS["reuse"])


def test_a_source_does_not_copy_itself():
    assert len(find_reuse(*corpus({"a": f"{COPY}\n\nAgain. {COPY}"}))) == 0


def test_bylines_and_dropped_blocks_are_not_copy():
    texts = {"a": COPY, "b": COPY}
    assert len(find_reuse(*corpus(texts))) == 1
    assert len(find_reuse(*corpus(texts, kinds={"a": "byline"}))) == 0
    sentences, blocks, quotes = corpus(texts)
    blocks["kept"] = False
    assert len(find_reuse(sentences, blocks, quotes)) == 0


def test_a_post_in_two_sources_is_a_quotation_of_one_statement():
    kinds = {"a": "post", "b": "quotation"}
    assert list(find_reuse(*corpus({"a": COPY, "b": COPY}, kinds=kinds))["kind"]) == ["quotation"]


def test_formulas_belong_to_a_language():
    french = (
        "Le juge, joint sous couvert d'anonymat, n'a pas souhaité commenter lors d'une "
        "conférence de presse."
    )
    texts = {"a": french, "b": french}
    assert len(find_reuse(*corpus(texts, languages={"a": "fr", "b": "fr"}))) == 0


def test_french_copy_is_found():
    texts = {
        "a": "Ce matin, les derniers ouvriers présents sur le chantier ont quitté la vallée, a "
        "annoncé la compagnie.",
        "b": "Ce matin les derniers ouvriers présents sur le chantier ont quitté la vallée.",
    }
    assert len(find_reuse(*corpus(texts, languages={"a": "fr", "b": "fr"}))) == 1


def test_the_threshold_is_the_callers():
    texts = {
        "a": "Divers raised the bell of the steamer from the bay on Sunday after nine long years.",
        "b": "Divers lifted the bell of the old steamer from the bay Sunday after nine years.",
    }
    assert len(find_reuse(*corpus(texts), minimum_similarity=0.7)) == 1
    assert len(find_reuse(*corpus(texts), minimum_similarity=0.99)) == 0


def test_rows_are_in_order_and_do_not_depend_on_the_order_of_sources():
    texts = {"c": f"One. {COPY}", "a": f"{COPY} Two.", "b": f"Three. {COPY}"}
    found = find_reuse(*corpus(texts))
    assert list(zip(found["doc_a"], found["doc_b"], strict=True)) == [
        ("a", "b"),
        ("a", "c"),
        ("b", "c"),
    ]
    turned = find_reuse(*corpus(dict(reversed(texts.items()))))
    pd.testing.assert_frame_equal(found, turned)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=200), max_size=3), st.text(min_size=30, max_size=200))
def test_no_text_makes_it_fail(texts, shared):
    named = {f"d{index}": f"{text}\n\n{shared}" for index, text in enumerate(texts)}
    for row in find_reuse(*corpus(named)).itertuples():
        assert row.doc_a < row.doc_b
        assert 0 <= row.a_start < row.a_end <= len(named[row.doc_a])
        assert 0 <= row.b_start < row.b_end <= len(named[row.doc_b])


@given(st.text())
def test_words_lie_where_they_say(text):
    for word in words_of(text):
        assert text[word.start : word.end].strip() == text[word.start : word.end] != ""
        assert word.folded


def test_candidates_grow_with_the_corpus_not_with_its_square():
    def passages(count: int) -> list[list[str]]:
        draw = random.Random(7)
        return [
            f"at least {draw.random()} sailors of the northern fleet rowed {index} miles".split()
            for index in range(count)
        ]

    few, many = len(candidate_pairs(passages(200))), len(candidate_pairs(passages(2000)))
    assert few <= 200 * PARTNERS * 2
    assert many <= 11 * few


def test_one_sentence_in_many_sources_ties_them_together_without_all_pairs():
    found = find_reuse(*corpus({f"d{index:03}": COPY for index in range(60)}))
    assert len(found) == 59
    assert set(found["kind"]) == {"verbatim"}
