"""Which sources are independent? Groups over hand-made reuse tables."""

from __future__ import annotations

from crosscheck import tables
from crosscheck.compare.reuse_groups import independent_groups, shares_copy


def _reuse(*rows):
    names = ("doc_a", "a_start", "a_end", "doc_b", "b_start", "b_end")
    return tables.frame(
        "reuse",
        [{**dict(zip(names, row, strict=True)), "score": 1.0, "kind": "near"} for row in rows],
    )


CHAIN = _reuse(
    ("a", 100, 200, "b", 0, 100), ("b", 0, 100, "c", 500, 600), ("a", 900, 950, "d", 0, 50)
)


def test_chains_are_one_group():
    assert independent_groups(CHAIN, ["e", "c", "b", "a", "d"]) == {
        "e": "e",
        "c": "c",
        "b": "c",
        "a": "c",
        "d": "c",
    }


def test_only_copy_under_the_answers_counts():
    spans = {"a": [(120, 130)], "b": [(20, 30)], "c": [(520, 530)], "d": [(10, 20)]}
    assert independent_groups(CHAIN, ["a", "b", "c", "d"], spans=spans) == {
        "a": "a",
        "b": "a",
        "c": "a",
        "d": "d",
    }
    elsewhere = {"a": [(300, 310)], "b": [(300, 310)], "c": [(10, 20)], "d": [(200, 210)]}
    assert len(set(independent_groups(CHAIN, "abcd", spans=elsewhere).values())) == 4


def test_sources_outside_the_question_link_no_one():
    assert independent_groups(CHAIN, ["c", "e"]) == {"c": "c", "e": "e"}


def test_sources_of_a_span_follow_the_chain():
    assert shares_copy(CHAIN, "c", 510, 520) == {"a", "b"}
    assert shares_copy(CHAIN, "a", 900, 910) == {"d"}
    assert shares_copy(CHAIN, "a", 210, 300) == set()
    assert shares_copy(CHAIN, "unknown", 0, 10) == set()


def test_half_of_the_span_must_be_copied():
    assert shares_copy(CHAIN, "a", 60, 130) == set()
    assert shares_copy(CHAIN, "a", 80, 130) == {"b", "c"}


def test_no_copy_leaves_every_source_alone():
    assert independent_groups(_reuse(), ["a", "b"]) == {"a": "a", "b": "b"}
