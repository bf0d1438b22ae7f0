"""Scoring: what matches, what does not, and the intervals."""

from pathlib import Path

import pytest

from crosscheck.errors import CrosscheckError
from crosscheck.evaluate import layers
from crosscheck.evaluate.gold import sentence_gold, source_gold
from crosscheck.evaluate.score import score


def span(start: int, end: int, **fields: object) -> dict[str, object]:
    return {"doc_id": "a", "start": start, "end": end, **fields}


@pytest.mark.parametrize(
    ("found", "gold", "options", "matched"),
    [
        ([span(0, 5)], [span(0, 5)], {}, 1),
        ([span(0, 5)], [span(4, 9)], {}, 1),
        ([span(0, 5)], [span(5, 9)], {}, 0),
        ([span(0, 5)], [span(4, 9)], {"overlap": 0.8}, 0),
        ([span(0, 9)], [span(0, 10)], {"overlap": 0.8}, 1),
        ([span(0, 5, value=1.0)], [span(0, 5, value=2.0)], {"fields": ("value",)}, 0),
        ([span(0, 5, value=None)], [span(0, 5, value=float("nan"))], {"fields": ("value",)}, 1),
        ([span(0, 5), span(1, 4)], [span(0, 5)], {}, 1),
        ([span(0, 5) | {"doc_id": "b"}], [span(0, 5)], {}, 0),
    ],
)
def test_matching(found: list, gold: list, options: dict, matched: int) -> None:
    assert score(found, gold, **options).matched == matched


def test_nothing_is_perfect_and_empty_is_defined() -> None:
    empty = score([], [])
    assert (empty.precision, empty.recall, empty.f1) == (1.0, 1.0, 1.0)
    missed = score([], [span(0, 5)])
    assert (missed.precision, missed.recall, missed.f1) == (1.0, 0.0, 0.0)


def test_the_interval_is_the_same_each_time_and_holds_the_score() -> None:
    gold = [span(0, 5) | {"doc_id": str(n)} for n in range(20)]
    result = score(gold[:15], gold)
    low, high = result.interval()
    assert (low, high) == result.interval()
    assert low <= result.f1 <= high


def test_gold_that_does_not_fit_its_source_names_the_line(tmp_path: Path) -> None:
    (tmp_path / "dates.csv").write_text("doc_id,start,end,text,value\na,0,6,Monday,\na,1,3,xx,\n")
    with pytest.raises(CrosscheckError, match=r"dates\.csv, line 3"):
        source_gold(tmp_path, "dates", {"a": "Monday came"})


def test_sentence_gold_locates_the_nth(tmp_path: Path) -> None:
    (tmp_path / "sentences").mkdir()
    path = tmp_path / "sentences" / "dates.yml"
    path.write_text("- {id: x, text: May in May, dates: [{text: May, nth: 2, value: 2022-05}]}\n")
    [sentence] = sentence_gold(tmp_path, "dates")
    assert (sentence["rows"][0]["start"], sentence["rows"][0]["value"]) == (7, "2022-05")
    path.write_text("- {id: x, text: May, dates: [{text: June}]}\n")
    with pytest.raises(CrosscheckError, match="sentence x"):
        sentence_gold(tmp_path, "dates")


@pytest.mark.parametrize(
    ("found", "gold", "same"),
    [
        ("an adviser to the president", "adviser to the president", True),
        ("The army", "army", True),
        ("l'armée", "armée", True),
        ("army", "rmy", False),
        ("Anne Lind", "ne Lind", False),
    ],
)
def test_an_article_before_a_name_does_not_matter(found, gold, same):
    assert (layers.plain_name(found) == layers.plain_name(gold)) is same
