"""From which day does an undated text speak?"""

from __future__ import annotations

import pytest

from crosscheck.extract.article import Article, Passage, make_doc
from crosscheck.extract.dates import propagate_dates
from tests.dates.conftest import FINDER, NLP, said


def values(*blocks: tuple[str, str], published: str | None = None) -> dict[str, str | None]:
    """Return words → value for an article of (kind, text) blocks."""
    raw, passages = "", []
    for at, (kind, text) in enumerate(blocks):
        passages.append(Passage(at, len(raw), len(raw) + len(text), text, kind, "en"))
        raw += text
    article = Article.of(raw, passages=passages, published=published)
    return {date.text: date.value for date in FINDER(make_doc(NLP, article))}


def test_a_dateline_says_when() -> None:
    found = values(
        ("title", "Ferry sinks\n"),
        ("dateline", "Wednesday, 4 October 2023\n"),
        ("paragraph", "The ferry went down on Monday, two days after a storm in September.\n"),
    )
    assert found["Monday"] == "2023-10-02"
    assert found["September"] == "2023-09"


def test_a_post_says_when_at_the_earliest() -> None:
    found = values(
        ("paragraph", "The ferry went down, a statement released Monday said.\n"),
        ("post", "All safe. Harbour office (@harbour) October 2, 2023\n"),
        ("paragraph", "The owners spoke out on Tuesday. A bridge fell in June.\n"),
    )
    assert (found["Monday"], found["Tuesday"]) == ("2023-10-02", "2023-10-03")
    assert found["June"] == "2023-06"


def test_a_weekday_fixes_the_year() -> None:
    text = "The pact was signed on Friday March 10. It replaces that of 2021. The vote is in April."
    assert dict(said(text)) == {"Friday March 10": "2023-03-10", "2021": "2021", "April": "2023-04"}


def test_this_month_is_the_first_after_the_last_told() -> None:
    text = (
        "The mine closed in November 2019; this February it was sold. The miners left in January."
    )
    assert dict(said(text))["this February"] == "2020-02"


def test_background_dates_prove_nothing() -> None:
    text = "On Monday the miners walked out. " + "Nobody knows why they did so now. " * 9
    found = dict(said(text + "The mine had opened on 3 April 2007."))
    assert found["Monday"] is None


@pytest.mark.parametrize(("basis", "day"), [("stated", "2023-09-26"), ("inferred", "2023-10-03")])
def test_an_inferred_day_may_be_the_day_before(basis: str, day: str) -> None:
    text = "The owners spoke out on Tuesday."
    article = Article.of(text, published="2023-10-02", published_basis=basis)
    assert [date.value for date in FINDER(make_doc(NLP, article))] == [day]


@pytest.mark.parametrize("published", ["2023-10", "2023"])
def test_a_month_of_publication_is_enough_for_years(published: str) -> None:
    assert dict(said("In May the mine closed.", published=published)) == {"May": "2023-05"}


def two_sources() -> tuple[dict[str, object], dict[str, list[object]], list[dict[str, object]]]:
    words = "the last lorry of the convoy passed the bridge at the frontier"
    dated = f"October 2, 2023. On Monday {words}, the office said."
    undated = f"“Today at 9am {words},” it said on Monday. In June, and last month, two others had."
    other = f"Today at 9 a.m. {words}, a note released Monday said. Posted October 2, 2023"
    texts = {"a": dated, "b": undated, "c": other}
    docs = {name: make_doc(NLP, Article.of(text, doc_id=name)) for name, text in texts.items()}
    shared = [
        {"doc_a": a, "a_start": texts[a].index(words), "a_end": texts[a].index(words) + len(words),
         "doc_b": b, "b_start": texts[b].index(words), "b_end": texts[b].index(words) + len(words)}
        for a, b in (("a", "b"), ("b", "c"))
    ]  # fmt: skip
    return docs, {name: FINDER(doc) for name, doc in docs.items()}, shared


def test_shared_text_proves_the_day() -> None:
    docs, dates, shared = two_sources()
    before = {date.text: date.value for date in dates["b"]}
    assert before["Monday"] is None
    after = {
        date.text: (date.value, date.basis) for date in propagate_dates(docs, dates, shared)["b"]
    }
    assert after["Monday"] == ("2023-10-02", "propagated")
    assert after["last month"] == ("2023-09", "propagated")
    assert after["June"] == ("2023-06", "propagated")


def test_the_same_words_in_shared_text_take_the_same_value() -> None:
    words = "said that last month two lorries had been lost"
    texts = {"a": f"October 2, 2023. He {words}.", "b": f"A clerk {words}."}
    docs = {name: make_doc(NLP, Article.of(text, doc_id=name)) for name, text in texts.items()}
    at = {name: text.index(words) for name, text in texts.items()}
    row = {"doc_a": "a", "a_start": at["a"], "a_end": at["a"] + len(words),
           "doc_b": "b", "b_start": at["b"], "b_end": at["b"] + len(words)}  # fmt: skip
    after = propagate_dates(docs, {name: FINDER(doc) for name, doc in docs.items()}, [row])
    assert [(date.value, date.basis) for date in after["b"]] == [("2023-09", "propagated")]


def test_without_shared_text_nothing_changes() -> None:
    docs, dates, _ = two_sources()
    assert propagate_dates(docs, dates, []) == dates


def test_another_weekday_is_no_proof() -> None:
    words = "the last lorry of the convoy passed the bridge at the frontier"
    texts = {"a": f"On Monday, October 2, 2023 {words}.", "b": f"On Thursday {words}."}
    docs = {name: make_doc(NLP, Article.of(text, doc_id=name)) for name, text in texts.items()}
    spans = {name: text.index(words) for name, text in texts.items()}
    row = {"doc_a": "a", "a_start": spans["a"], "a_end": spans["a"] + 9,
           "doc_b": "b", "b_start": spans["b"], "b_end": spans["b"] + 9}  # fmt: skip
    dates = {name: FINDER(doc) for name, doc in docs.items()}
    assert [date.value for date in propagate_dates(docs, dates, [row])["b"]] == [None]
