"""Counts, rates, log-odds, findings and their stability, over corpora of our own making."""

from __future__ import annotations

from math import log, sqrt

import pytest

from crosscheck import tables
from crosscheck.codebook.framing import FramingModel
from crosscheck.compare.concordance import concordance
from crosscheck.compare.framing import framing_table, stability
from crosscheck.compare.framing_words import factor, in_words
from tests.reuse.corpus import corpus

CODEBOOK = FramingModel.model_validate(
    {
        "groups": [
            {
                "name": "harbour",
                "label": "The harbour",
                "question": "How is the harbour named?",
                "terms": [
                    {"name": "port", "forms": {"en": ["port", "ports"]}},
                    {"name": "haven", "forms": {"en": ["safe haven", "haven"]}},
                    {
                        "name": "dock",
                        "forms": {"en": ["dock", "docks"]},
                        "unless_before": {"en": ["dry"]},
                        "settled_by": {"en": ["wet"]},
                        "unless_after": {"en": ["leaf"]},
                        "needs": {"en": ["ship", "cargo ship"]},
                    },
                    {
                        "name": "moor",
                        "forms": {"en": ["moored"]},
                        "needs_after": {"en": ["quay"]},
                    },
                ],
            }
        ]
    }
)
FILLER = "Nothing else was said that morning by anyone who had come to look. "


def _made(texts):
    sentences, blocks, quotes = corpus(texts)
    return sentences, concordance(sentences, blocks, quotes, CODEBOOK)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port and the ports.", ["port", "port"]),
        ("A safe haven, a haven.", ["haven", "haven"]),
        ("A portal, a report.", []),
        ("The ship lay in dock.", ["dock"]),
        ("He slept in the dock.", []),
        ("The ship lay in dry dock.", []),
        ("The ship lay in the dry old dock.", []),
        ("The dry and salty ship lay in the dock.", ["dock"]),
        ("The ship lay in a dry wet dock.", ["dock"]),
        ("The ship carried dock of leaf.", []),
        ("The ship carried dock, leaf and root.", ["dock"]),
        ("Moored to the old quay.", ["moor"]),
        ("Moored in deep water a mile from the quay.", []),
        ("Safe. Haven.", ["haven"]),
    ],
)
def test_limits(text, expected):
    assert list(_made({"a": text})[1]["term"]) == expected


def test_concordance_points_to_the_source():
    raw = "Rain fell.\n\nThe old Port, she said, “is a safe\nhaven for cats”. It closed."
    sentences, blocks, quotes = corpus({"a": raw})
    rows = list(
        concordance(sentences, blocks, quotes, CODEBOOK, context_words=3).itertuples(index=False)
    )
    assert [(row.term, row.text, row.left, row.right, row.quoted) for row in rows] == [
        ("port", "Port", "The old", ", she said, “is", False),
        ("haven", "safe\nhaven", "said, “is a", "for cats”. It", True),
    ]
    assert all(raw[row.start : row.end] == row.text for row in rows)


def test_counts_and_rates():
    sentences, found = _made({"a": "The port. The port. " + FILLER, "b": "No harbour at all."})
    table = framing_table(sentences, found).set_index("doc_id")
    assert list(table["count"]) == [2, 0]
    assert list(table["words"]) == [17, 4]
    assert table.loc["a", "rate"] == pytest.approx(1000 * 2 / 17)


def test_log_odds_are_those_of_monroe_and_others():
    sentences, found = _made({"a": "port " * 8 + "x " * 92, "b": "port " * 2 + "x " * 198})
    row = framing_table(sentences, found, prior_strength=30.0).iloc[0]
    prior = 30.0 * 10 / 300
    expected = log((8 + prior) / (100 + 30 - 8 - prior)) - log((2 + prior) / (200 + 30 - 2 - prior))
    error = 1.959964 * sqrt(1 / (8 + prior) + 1 / (2 + prior))
    assert (row["log_odds"], row["low"], row["high"]) == pytest.approx(
        (expected, expected - error, expected + error)
    )


def test_findings_follow_the_interval():
    often, seldom = "port " * 60 + "x " * 540, "port " * 6 + "x " * 1194
    sentences, found = _made({"a": often, "b": seldom})
    assert list(framing_table(sentences, found)["finding"]) == ["more", "less"]
    sentences, found = _made({"a": often, "b": often})
    assert list(framing_table(sentences, found)["finding"]) == ["alike", "alike"]
    sentences, found = _made({"a": "port port x x x", "b": "x x x"})
    assert list(framing_table(sentences, found)["finding"]) == ["too_little", "too_little"]


def test_findings_in_words():
    def said(texts):
        sentences, found = _made(texts)
        return [in_words(row, row.doc_id) for row in framing_table(sentences, found).itertuples()]

    assert said({"A": "The port. “Port,” he said. x", "B": "x x"}) == [
        "A uses “port” twice in six words (once in quotations): too little text to say whether it "
        "prefers the word.",
        "B never uses “port” in two words: too little text to say whether it prefers the word.",
    ]
    assert said({"A": "“Port.”", "B": "x"})[0].startswith(
        "A uses “port” once in one word (only in quotations): too little"
    )
    more = said({"A": "port " * 60 + "x " * 540, "B": "port " * 6 + "x " * 1194})
    assert more[0].startswith("A uses “port” 60 times in 600 words, more than the other sources: ")
    assert more[0].endswith(" times as often.")
    assert [factor(value) for value in (0.0, log(2), log(0.3), log(14.2))] == [
        "1",
        "2",
        "0.3",
        "14",
    ]


def test_one_source_alone_is_compared_with_nobody():
    table = framing_table(*_made({"a": "port " * 9}))
    assert table["log_odds"].isna().all()
    assert list(table["finding"]) == ["too_little"]
    assert list(stability(*_made({"a": "port " * 9}))["stable"]) == [True]


def test_no_text_and_no_terms_give_empty_tables():
    for texts in ({}, {"a": "Nothing here."}):
        sentences, found = _made(texts)
        for name, table in (
            ("concordance", found),
            ("framing", framing_table(sentences, found)),
            ("stability", stability(sentences, found)),
        ):
            assert len(table) == 0
            assert list(table.columns) == list(tables.COLUMNS[name])


def test_a_preference_that_rests_on_one_other_source_is_not_stable():
    texts = {
        "a": "port " * 40 + "x " * 560,
        "b": "port " * 40 + "x " * 560,
        "c": "x " * 6000,
    }
    sentences, found = _made(texts)
    table = framing_table(sentences, found).set_index("doc_id")
    assert table.loc["a", "finding"] == "more"
    checked = stability(sentences, found).set_index("doc_id")
    assert not checked.loc["a", "stable"]
    assert checked.loc["a", "without"] == "c"
    assert checked.loc["a", "low"] < table.loc["a", "log_odds"] <= checked.loc["a", "high"]
    assert checked.loc["c", "stable"]
