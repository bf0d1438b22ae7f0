"""Which parts of a page are the article? The cleaning of one source, as a ledger of blocks.

Blocks tile the raw text. The rules go from the certain to the likely, and the first that speaks
decides: wording that gives a line away, the head of the page, zones under a heading, the tail.
What is left open is weighed against labelled pages, and what nothing drops is kept.
"""

from __future__ import annotations

from typing import NamedTuple

from crosscheck.clean.alike import read_alike
from crosscheck.clean.body import read_body
from crosscheck.clean.frame import drop_outside, read_frame
from crosscheck.clean.head import read_head
from crosscheck.clean.language import document_language
from crosscheck.clean.lines import split_lines
from crosscheck.clean.marks import mark_lines
from crosscheck.clean.page import KEPT, Page
from crosscheck.clean.smooth import read_between
from crosscheck.clean.tags import read_tags
from crosscheck.clean.tail import read_tail
from crosscheck.clean.zones import read_zones

_RULES = (
    mark_lines,
    read_frame,
    read_tags,
    read_head,
    read_zones,
    read_tail,
    read_between,
    drop_outside,
    read_alike,
    read_body,
)


class Block(NamedTuple):
    """A stretch of the raw source: ``raw[start:end] == text``.

    ``kept`` says whether it is the article's, ``reason`` why, in words that go on with "it".
    """

    block_id: int
    start: int
    end: int
    text: str
    kind: str
    kept: bool
    reason: str


def read_page(raw: str, code: str | None = None) -> Page:
    """Return the page with every line named, read in language ``code`` (default: found out)."""
    lines = split_lines(raw)
    page = Page(raw, code or document_language(lines), lines)
    for rule in _RULES:
        rule(page)
    return page


def blocks_of(page: Page) -> list[Block]:
    """Return the blocks of a page whose lines are named; in order they tile its raw text."""
    return [
        Block(
            i,
            line.start,
            line.end,
            page.raw[line.start : line.end],
            line.kind or "paragraph",
            line.kind in KEPT,
            line.reason,
        )
        for i, line in enumerate(page.lines)
    ]
