"""From sources to the tables of the first stage: documents, blocks and sentences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from crosscheck.clean.blocks import Block, blocks_of, read_page
from crosscheck.clean.corpus import Source
from crosscheck.clean.language import block_language
from crosscheck.clean.page import KEPT, Page
from crosscheck.clean.published import Published, find_published
from crosscheck.extract.article import Article, Passage
from crosscheck.tables import frame


class Cleaned(NamedTuple):
    """One cleaned source: its ledger, languages, title and date of publication."""

    source: Source
    language: str
    blocks: list[Block]
    languages: list[str]
    title: str | None
    published: Published

    def article(self) -> Article:
        """Return the source as the layers of extraction see it."""
        passages = (
            Passage(block.block_id, block.start, block.end, block.text, block.kind, language)
            for block, language in zip(self.blocks, self.languages, strict=True)
            if block.kept
        )
        return Article.of(
            self.source.raw,
            doc_id=self.source.doc_id,
            language_code=self.language,
            published=self.published.value,
            published_basis=self.published.basis,
            passages=passages,
        )


class Corpus(NamedTuple):
    """The tables of the first stage, each checked against its schema."""

    documents: pd.DataFrame
    blocks: pd.DataFrame
    sentences: pd.DataFrame


def clean_source(source: Source) -> Cleaned:
    """Return the ledger of one source, with its title, date of publication and language.

    What sources.csv says comes before what the text says.
    """
    row = source.row
    page = read_page(source.raw, row.language)
    blocks = blocks_of(page)
    # Nothing reads dropped text, so it isn't worth the time to find out its language.
    languages = [
        block_language(line, page.code) if line.kind in KEPT else page.code for line in page.lines
    ]
    published = find_published(page)
    if row.published is not None:
        published = Published(row.published, row.published_basis or "metadata")
    return Cleaned(source, page.code, blocks, languages, row.title or _title(page), published)


def clean_corpus(sources: Iterable[Source]) -> Corpus:
    """Return tables ``documents``, ``blocks`` and ``sentences`` of ``sources``, in their order."""
    documents, blocks, sentences = [], [], []
    for source in sources:
        cleaned = clean_source(source)
        own = {"doc_id": source.doc_id}
        documents.append(
            {
                **own,
                "label": source.row.label or source.doc_id,
                "title": cleaned.title,
                "outlet": source.row.outlet,
                "published": cleaned.published.value,
                "published_basis": cleaned.published.basis,
                "language": cleaned.language,
                "sha256": source.sha256,
                "chars": len(source.raw),
                "kept_chars": sum(len(block.text) for block in cleaned.blocks if block.kept),
            }
        )
        blocks += [
            {**own, **block._asdict(), "language": language}
            for block, language in zip(cleaned.blocks, cleaned.languages, strict=True)
        ]
        sentences += [{**own, **sentence._asdict()} for sentence in cleaned.article().sentences]
    return Corpus(
        frame("documents", documents), frame("blocks", blocks), frame("sentences", sentences)
    )


def _title(page: Page) -> str | None:
    return " ".join(page.lines[page.title].text.split()) if page.title is not None else None
