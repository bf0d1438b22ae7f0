"""A small corpus as tables: a block a paragraph, what stands in double quotes a quotation."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from crosscheck import tables
from crosscheck.extract.article import Article, Passage

_QUOTE = re.compile(r"[“\"«]\s?([^”\"»]+?)\s?[”\"»]")


def corpus(
    texts: dict[str, str], *, kinds: dict[str, str] | None = None, languages: dict | None = None
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return the tables sentences, blocks and quotes of ``texts`` (doc_id → text)."""
    sentences: list[dict[str, Any]] = []
    blocks: list[dict[str, Any]] = []
    quotes: list[dict[str, Any]] = []
    for doc_id, raw in texts.items():
        code = (languages or {}).get(doc_id, "en")
        passages = []
        for match in re.finditer(r".+?(?:\n\n|$)", raw, re.DOTALL):
            block_id = len(passages)
            passages.append(
                Passage(block_id, match.start(), match.end(), match.group(), "paragraph", code)
            )
            blocks.append(
                {
                    "doc_id": doc_id,
                    "block_id": block_id,
                    "start": match.start(),
                    "end": match.end(),
                    "text": match.group(),
                    "kind": (kinds or {}).get(doc_id, "paragraph"),
                    "kept": True,
                    "reason": "test",
                    "language": code,
                }
            )
        article = Article.of(raw, doc_id=doc_id, passages=passages)
        sentences += [{"doc_id": doc_id, **s._asdict()} for s in article.sentences]
        for match in _QUOTE.finditer(raw):
            quotes.append(
                {
                    "doc_id": doc_id,
                    "start": match.start(1),
                    "end": match.end(1),
                    "text": match[1],
                    "kind": "direct" if len(match[1].split()) > 2 else "scare",
                    "rule": "test",
                }
            )
    return (
        tables.frame("sentences", sentences),
        tables.frame("blocks", blocks),
        tables.frame("quotes", quotes),
    )
