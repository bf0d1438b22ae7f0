"""Verdicts on made-up answers: which one, how many sources, which value is best, and why."""

from itertools import permutations

import pandas as pd
import pytest

from crosscheck.codebook.coding import Codebook
from crosscheck.codebook.predicates import PredicatesModel
from crosscheck.codebook.variables import Variable
from crosscheck.compare.verdicts import compare_answers
from crosscheck.tables import frame

TEXTS = {"question": "How many?", "definition": "x", "coding_rule": "x"}
CLAIMS = {"claims": [{"kind": "quantity"}]}
TOLL = Variable(
    name="toll", label="the dead", type="number", scope=["place", "period"], **TEXTS, **CLAIMS
)
DAY = Variable(name="day", label="the day", type="date", **TEXTS, **CLAIMS)
COUPS = Variable(name="coups", label="the coups", type="date", values="several", **TEXTS, **CLAIMS)
SIDES = [{"value": "us", "label": "we"}, {"value": "them", "label": "they"}]
WHO = Variable(name="who", label="who began", type="category", categories=SIDES, **TEXTS)
WHERE = Variable(
    name="where", label="where to", type="place", values="several", exclusive=False,
    **TEXTS, **CLAIMS,
)  # fmt: skip
PARTNER = Variable(name="partner", label="the partner", type="actor", **TEXTS, **CLAIMS)
BOOK = Codebook(
    (TOLL, DAY, COUPS, WHO, WHERE, PARTNER),
    PredicatesModel.model_validate(
        {"places": {"alps": {"label": "the Alps"}}, "part_of": {"firm": "land"}}
    ),
)


def answer(variable, doc_id, value=None, low=None, high=..., *, start=0, end=5, **more):
    high = low if high is ... else high
    return {
        "variable": variable, "doc_id": doc_id, "value": value, "low": low, "high": high,
        "start": start, "end": end, "text": "words", "rule": "r", **more,
    }  # fmt: skip


def shared(a, b, start=0, end=5):
    return {
        "doc_a": a, "a_start": start, "a_end": end, "doc_b": b, "b_start": start, "b_end": end,
        "score": 1.0, "kind": "quotation",
    }  # fmt: skip


def verdict(variable, rows, reuse=()):
    table = compare_answers(frame("answers", rows), BOOK, frame("reuse", reuse))
    return table.set_index("variable").loc[variable]


def test_a_variable_that_nobody_answers_is_silent():
    table = compare_answers(frame("answers", []), BOOK, frame("reuse", []))
    assert table["variable"].tolist() == [variable.name for variable in BOOK.variables]
    assert set(table["verdict"]) == {"silent"}
    assert table["best"].isna().all() and set(table["sources"]) == {0}
    assert table["explanation"].iloc[0] == "No source answers."


def test_one_source():
    row = verdict("toll", [answer("toll", "a", low=53.0, qualifier="exact")])
    assert (row["verdict"], row["sources"], row["best"]) == ("single_source", 1, "53")
    assert row["explanation"] == "Only source 1 answers: 53."


def test_two_tolls_of_one_scope_are_a_conflict_with_the_reason():
    rows = [
        answer("toll", "a", low=53.0, qualifier="exact", place="alps", period="2013/.."),
        answer("toll", "b", low=58.0, qualifier="exact", period="2013/.."),
    ]
    row = verdict("toll", rows)
    assert row["verdict"] == "conflict"
    assert (row["low"], row["high"]) == ("53", "58") and pd.isna(row["best"])
    assert row["explanation"] == (
        "53 (source 1, the Alps, since 2013) and 58 (source 2, since 2013) can't both be right "
        "about the dead: conflict, unless source 2, which gives no place, counts another."
    )


def test_tolls_of_two_periods_differ_in_scope():
    rows = [
        answer("toll", "a", low=53.0, qualifier="exact", period="2013/.."),
        answer("toll", "b", low=58.0, qualifier="exact", period="2020/.."),
    ]
    row = verdict("toll", rows)
    assert row["verdict"] == "different_scope"
    assert row["explanation"] == (
        "53 (source 1, since 2013) and 58 (source 2, since 2020) differ in period: different scope."
    )


def test_the_majority_counts_independent_sources_only():
    rows = [answer("toll", doc, low=53.0, qualifier="exact") for doc in "abc"]
    rows += [answer("toll", doc, low=58.0, qualifier="exact") for doc in "de"]
    assert verdict("toll", rows)["best"] == "53"
    row = verdict("toll", rows, [shared("a", "b"), shared("b", "c")])
    assert (row["sources"], row["independent"], row["best"]) == (5, 3, "58")
    assert row["rule"] == "the answer of most independent sources"
    assert row["explanation"].endswith(
        "; some share copy, so they count as three independent sources."
    )


def test_sources_that_quote_one_statement_agree_but_count_once():
    rows = [answer("day", doc, value="2022-08-15") for doc in "ab"]
    row = verdict("day", rows, [shared("a", "b")])
    assert (row["verdict"], row["sources"], row["independent"]) == ("agree", 2, 1)
    assert row["explanation"] == (
        "Both source 1 and source 2 give 15 August 2022; they share this copy, so they count as "
        "one source."
    )
    elsewhere = verdict("day", rows, [shared("a", "b", 40, 90)])
    assert elsewhere["independent"] == 2


def test_a_coarser_date_is_compatible_and_the_most_exact_is_best():
    rows = [answer("day", "a", value="2022-08"), answer("day", "b", value="2022-08-15")]
    row = verdict("day", rows)
    assert (row["verdict"], row["best"]) == ("compatible", "2022-08-15")
    assert row["rule"] == "the most exact of the compatible answers"


def test_sets_of_dates():
    fine = [answer("coups", "a", value="2020-08"), answer("coups", "a", value="2021-05")]
    assert verdict("coups", [*fine, answer("coups", "b", value="2020")])["verdict"] == "compatible"
    assert verdict("coups", [*fine, answer("coups", "b", value="2020-09")])["verdict"] == "conflict"
    same = [{**row, "doc_id": "b"} for row in fine]
    row = verdict("coups", fine + same)
    assert (row["verdict"], row["best"]) == ("agree", "2020-08; 2021-05")


def test_categories_places_and_actors():
    who = [answer("who", "a", value="us"), answer("who", "b", value="them")]
    row = verdict("who", who)
    assert row["verdict"] == "conflict"
    assert row["explanation"] == (
        "We (source 1) and they (source 2) exclude each other as to who began: conflict."
    )
    where = [answer("where", "a", value="Alps"), answer("where", "b", value="Jura")]
    assert verdict("where", where)["verdict"] == "compatible"
    partner = [answer("partner", "a", value="land"), answer("partner", "b", value="firm")]
    row = verdict("partner", partner)
    assert (row["verdict"], row["best"]) == ("compatible", "firm")


def test_the_order_of_the_answers_changes_nothing():
    rows = [
        answer("toll", "a", low=53.0, qualifier="exact"),
        answer("toll", "b", low=50.0, high=None, qualifier="more_than"),
        answer("toll", "c", low=55.0, qualifier="about"),
    ]
    found = {tuple(verdict("toll", some).astype(str)) for some in permutations(rows)}
    assert len(found) == 1
    assert found.pop()[0] == "compatible"


def test_sources_are_called_as_they_are_named():
    rows = frame("answers", [answer("day", "b", value="2022"), answer("day", "a", value="2022-08")])
    names = {"b": "The Post", "a": "The Mail"}
    table = compare_answers(rows, BOOK, frame("reuse", []), names=names)
    assert table["explanation"][1] == "2022 (The Post) and August 2022 (The Mail) can all be true."


@pytest.mark.parametrize("count", [60, 3000])
def test_many_sources_with_many_values(count):
    rows = [answer("toll", f"d{n:04}", low=float(n), qualifier="exact") for n in range(count)]
    row = verdict("toll", rows)
    assert (row["verdict"], row["low"], row["high"]) == ("conflict", "0", str(count - 1))
