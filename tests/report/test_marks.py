"""Marking keeps the text: whatever overlaps, the pieces are the source, character for character."""

from __future__ import annotations

import json
import re

import pypandoc
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.report.markdown import escape, exact
from crosscheck.report.marks import Mark, cut, show
from tests.report.conftest import Made
from tests.report.plain import read
from tests.report.small import TEXTS

_SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(
    lambda pair: Mark(pair[0], pair[0] + pair[1], "entity")
)


@given(st.integers(0, 30), st.integers(1, 40), st.lists(_SPANS, max_size=12))
def test_pieces_tile_the_text_and_no_mark_ends_inside_one(
    start: int, length: int, marks: list[Mark]
) -> None:
    end = start + length
    pieces = list(cut(start, end, marks))
    assert [piece[0] for piece in pieces] == [start, *(piece[1] for piece in pieces[:-1])]
    assert pieces[-1][1] == end
    for first, last, covering in pieces:
        for mark in marks:
            inside = mark.start <= first and last <= mark.end
            apart = last <= mark.start or mark.end <= first
            assert inside or apart
            assert (mark in covering) is inside


_LINES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn", "Co")),
    min_size=1,
    max_size=60,
)


@settings(max_examples=25, deadline=None)
@given(st.lists(_LINES, min_size=1, max_size=20))
def test_markdown_says_exactly_the_characters(texts: list[str]) -> None:
    source = "\n\n".join(f"x{escape(text)}x" for text in texts)
    document = json.loads(pypandoc.convert_text(source, "json", format="markdown-smart"))
    said = [_plain(block["c"]) for block in document["blocks"]]
    assert said == [" ".join(f"x{' '.join(text.split())}x".split()) for text in texts]


def _plain(inlines: list[dict[str, object]]) -> str:
    assert {inline["t"] for inline in inlines} <= {"Str", "Space"}
    said = "".join(str(inline["c"]) if inline["t"] == "Str" else " " for inline in inlines)
    return " ".join(said.split())


def test_space_at_the_edge_of_a_piece_is_kept() -> None:
    assert exact(" and the ") == "&#32;and the&#32;"
    assert exact(" ") == "&#32;"


def test_the_appendix_holds_every_source_unchanged(made: Made) -> None:
    page = made.html
    appendix = page[page.index('id="sec-appendix"') :]
    appendix = re.sub(r'<span class="(?:back|kind)">.*?</span>', "", appendix, flags=re.DOTALL)
    words = "".join("".join(read(appendix).words).split())
    for text in TEXTS.values():
        for block in text.split("\n\n"):
            assert "".join(block.split()) in words


def test_a_notebook_shows_a_source_with_its_marks() -> None:
    from crosscheck.extract.article import Article
    from crosscheck.extract.records import Mention

    class Extraction:
        article = Article.of("Ada <Lind> spoke.")
        mentions = (Mention(0, 10, "Ada <Lind>", "PERSON", "ada-lind", "form"),)
        dates = quantities = quotes = ()

    html = show(Extraction())._repr_html_()
    assert ">Ada &lt;Lind&gt;</span> spoke." in html
