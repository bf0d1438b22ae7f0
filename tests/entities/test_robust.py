"""No text makes the finder fail; spans are exact; nothing outside the passages is read."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.extract.article import Article, Passage, make_doc
from crosscheck.tables import LABELS
from tests.entities.conftest import FINDER, NLP, find

PIECES = st.sampled_from(
    ["Mali", "Al-", "al-", "Colonel ", "U.S.", "(AFP)", "(", ")", " ", ". ", "\n", "\x00", "“", "”",
     "’s ", "'", "É", "ǅ", "ß", "İ", "٣", "२", "1,200 ", "Ann ", "Sow", " & ", "—", "Ministry of ",
     "Lake ", "IN ", "the ", "said ", "𝔄", "e\u0301", "\u200d", "President", ", ", "-",
     "_", "#", "@"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))


@given(TEXTS, st.sampled_from(["en", "fr", "xx"]))
@settings(max_examples=250, deadline=None)
def test_any_text(text: str, language: str) -> None:
    mentions = find(text, language=language)
    end = 0
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text != ""
        assert mention.start >= end
        end = mention.end
        assert mention.label in LABELS
        assert mention.entity_id
        assert mention.rule
    assert mentions == find(text, language=language)


def test_only_passages_are_read() -> None:
    raw = "In Kenya.\n\nIn Togo.\n\nIn Ghana."
    passage = Passage(1, 11, 19, raw[11:19], "paragraph", "en")
    article = Article.of(raw, passages=[passage])
    assert [m.text for m in FINDER(make_doc(NLP, article))] == ["Togo"]


def test_no_name_runs_over_what_was_dropped() -> None:
    raw = "Then Anna xxxx Lindh spoke"
    passages = [
        Passage(0, 0, 10, raw[0:10], "paragraph", "en"),
        Passage(1, 15, len(raw), raw[15:], "paragraph", "en"),
    ]
    article = Article.of(raw, passages=passages)
    assert all(m.text != "Anna Lindh" for m in FINDER(make_doc(NLP, article)))


def test_languages_side_by_side() -> None:
    raw = "They are Dutch. Un soldat russe."
    passages = [
        Passage(0, 0, 16, raw[:16], "paragraph", "en"),
        Passage(1, 16, len(raw), raw[16:], "post", "fr"),
    ]
    article = Article.of(raw, passages=passages)
    assert [m.text for m in FINDER(make_doc(NLP, article))] == ["Dutch", "russe"]
