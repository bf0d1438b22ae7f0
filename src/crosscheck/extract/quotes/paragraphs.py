"""Which paragraphs may be read? A kept block can hold several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from crosscheck.extract.article import Article, Passage
from crosscheck.language import known

_LINE = re.compile(r"\n[^\S\n]*(\n\s*)?")
_LINE_ENDS = ".!?…:;”\"’'»)"


class Paragraph(NamedTuple):
    """A paragraph of the source.

    ``kind`` is that of its block; ``soft`` tells that only a line break, no blank line, parts it
    from the paragraph before.
    """

    start: int
    end: int
    kind: str
    language: str
    soft: bool


def paragraphs_of(article: Article) -> list[Paragraph]:
    """Return the paragraphs of the kept passages, in order, none of them blank.

    Blank lines part them, and line breaks after the end of a sentence: other line breaks may come
    from wrapping.
    """
    return [p for passage in article.passages for p in _split(article.raw, passage)]


def _split(raw: str, passage: Passage) -> Iterator[Paragraph]:
    kind, code = passage.kind, known(passage.language)
    start, soft = passage.start, False
    for line in _LINE.finditer(raw, passage.start, passage.end):
        before = raw[start : line.start()].rstrip()
        if before and (line[1] is not None or before[-1] in _LINE_ENDS):
            yield Paragraph(start, line.start(), kind, code, soft)
            start, soft = line.end(), line[1] is None
    if raw[start : passage.end].strip():
        yield Paragraph(start, passage.end, kind, code, soft)
