"""How does each source word it? Every use of a framing term, in its context (KWIC)."""

from __future__ import annotations

from typing import Any

import pandas as pd

from crosscheck import tables
from crosscheck.codebook.framing import FramingModel
from crosscheck.compare.framing_terms import TermFinder
from crosscheck.compare.words import words_of


def concordance(
    sentences: pd.DataFrame,
    blocks: pd.DataFrame,
    quotes: pd.DataFrame,
    framing: FramingModel,
    *,
    context_words: int = 8,
) -> pd.DataFrame:
    """Return table ``concordance``: one row a use of a term, in document order.

    ``start``, ``end`` and ``text`` are the term where it stands in the raw source; ``left`` and
    ``right`` the words around it in its block, at most ``context_words`` on either side, with
    white space made even for reading (null where nothing stands there). ``quoted`` tells whether
    it lies inside a quotation, so that the words are a speaker's and not the source's own.
    """
    finder = TermFinder(framing)
    texts = {
        (doc_id, block_id): (start, text, language)
        for doc_id, block_id, start, text, language, kept in zip(
            *(blocks[c] for c in ("doc_id", "block_id", "start", "text", "language", "kept")),
            strict=True,
        )
        if kept
    }
    quoted = _Quoted(quotes)
    rows: list[dict[str, Any]] = []
    columns = (sentences[name] for name in ("doc_id", "block_id", "start", "text"))
    for doc_id, block_id, start, text in zip(*columns, strict=True):
        if (doc_id, block_id) not in texts:
            continue
        origin, block, language = texts[doc_id, block_id]
        for use in finder(text, language):
            first, last = start + use.start, start + use.end
            left, right = _context(block, first - origin, last - origin, context_words)
            rows.append(
                {
                    "doc_id": doc_id,
                    "start": first,
                    "end": last,
                    "text": text[use.start : use.end],
                    "left": left,
                    "right": right,
                    "group": use.group,
                    "term": use.term,
                    "quoted": quoted(doc_id, first),
                }
            )
    return tables.frame("concordance", rows)


def _context(block: str, start: int, end: int, words: int) -> tuple[str | None, str | None]:
    """Return up to ``words`` words of ``block`` before ``start`` and after ``end``."""
    before = words_of(block[:start])[-words:]
    after = words_of(block[end:])[:words]
    left = block[before[0].start : start] if before else block[:start]
    right = block[end : end + after[-1].end] if after else ""
    rest = block[end + len(right) :]
    right += rest[: len(rest) - len(rest.lstrip('.,;:!?…”"’»)]'))]
    return " ".join(left.split()) or None, " ".join(right.split()) or None


class _Quoted:
    """Tells whether an offset lies inside a quotation (scare quotes included)."""

    def __init__(self, quotes: pd.DataFrame):
        self._spans: dict[str, list[tuple[int, int]]] = {}
        for doc_id, start, end in zip(
            quotes["doc_id"], quotes["start"], quotes["end"], strict=True
        ):
            self._spans.setdefault(doc_id, []).append((start, end))

    def __call__(self, doc_id: str, offset: int) -> bool:
        return any(start <= offset < end for start, end in self._spans.get(doc_id, ()))
