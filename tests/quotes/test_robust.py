"""No text makes the quotation layer fail, and its time grows with the length of the text."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck import tables
from crosscheck.extract.article import Article, make_doc
from crosscheck.extract.records import Mention
from tests.quotes.conftest import FINDER, NLP, blocks, find

PIECES = [
    "“",
    "”",
    '"',
    "‘",
    "’",
    "'",
    "«",
    "»",
    "„",
    "``",
    "''",
    "‹",
    "›",
    ":",
    ",",
    ".",
    "!",
    "?",
    ";",
    "(",
    ")",
    "—",
    "-",
    "\n",
    "\n\n",
    "\u00a0",
    "\u202f",
    "\x00",
    "said",
    "says",
    "told",
    "according to",
    "he",
    "she",
    "it",
    "they",
    "who",
    "the",
    "a",
    "general",
    "minister",
    "statement",
    "army",
    "Anna Weber",
    "Tomas Lind",
    "Lake Union",
    "Northland",
    "on Monday",
    "is",
    "was",
    "by",
    "as",
    "that",
    "and",
    "'s",
    "12",
    "(@lakeunion) May 4, 2022",
    "waterAnna Weber",
    "dit-il",
    "a-t-elle",
    "selon",
    "😀",
    "ß",
    "É",
]
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
)
KINDS = st.sampled_from(["paragraph", "quotation", "attribution", "post", "title", "list_item"])


def check(raw: str, rows: list) -> None:
    assert rows == sorted(rows, key=lambda row: row.start)
    for row in rows:
        assert raw[row.start : row.end] == row.text
        assert row.text.strip() == row.text != ""
        assert row.speaker is None or row.speaker.strip()
        assert row.cue is None or row.cue in raw
    for row, following in pairwise(rows):
        assert row.end <= following.start


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_rows_fit_the_table(text: str) -> None:
    tables.frame("quotes", [{"doc_id": "a", **row._asdict()} for row in find(text)])


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from(["en", "fr", "de"]))
def test_any_text(text: str, language: str) -> None:
    check(text, find(text, language=language))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(KINDS, TEXTS), max_size=5))
def test_any_blocks(parts: list[tuple[str, str]]) -> None:
    raw, passages = blocks(*parts)
    check(raw, find(raw, passages=passages))


@settings(max_examples=25, deadline=None)
@given(TEXTS)
def test_same_input_same_rows(text: str) -> None:
    assert find(text) == find(text)


GROWING: dict[str, Callable[[int], str]] = {
    "open marks": lambda n: "“" * n,
    "open and closed": lambda n: "“a b c” " * n,
    "nested": lambda n: "“a " * n + "b” " * n,
    "straight": lambda n: '"a b c" ' * n,
    "singles": lambda n: "‘a b c ’s " * n,
    "apostrophes": lambda n: "‘" + "the farmers’ fields " * n,
    "wrong closers": lambda n: "« a “ b » " * n,
    "one sentence": lambda n: "he said “a b c” and " * n,
    "paragraphs": lambda n: "“a b c” he said.\n\n" * n,
    "run over paragraphs": lambda n: "“a b c d.\n\n" * n,
    "alone": lambda n: "“a b c d.” " * n,
    "the diplomat": lambda n: "“It rains,” the diplomat said. " * n,
    "he": lambda n: "Tomas Lind saw Anna Weber. “It rains a lot,” he said. " * n,
    "no stop": lambda n: "general minister of the army " * n + "“a b c” said",
    "commas": lambda n: ", ".join(["Anna Weber"] * n) + ", said “a b c”",
    "handles": lambda n: "(@a) " * n,
}


def seconds(text: str) -> float:
    names = ("Anna Weber", "Tomas Lind")
    mentions = sorted(
        Mention(match.start(), match.end(), name, "PERSON", name, "test")
        for name in names
        for match in re.finditer(name, text)
    )
    doc = make_doc(NLP, Article.of(text))
    start = time.process_time()
    FINDER(doc, mentions)
    return time.process_time() - start


@pytest.mark.parametrize("make", GROWING.values(), ids=GROWING)
def test_time_is_linear(make: Callable[[int], str]) -> None:
    small = min(seconds(make(60)) for _ in range(3))
    large = min(seconds(make(600)) for _ in range(2))
    # Ten times the text: a quadratic search would take a hundred times as long.
    assert large < max(0.02, 35 * small)
