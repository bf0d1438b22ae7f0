"""What the tests of every layer share: the coded sources, and how an error is told."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd
from spacy.tokens import Doc

from crosscheck.evaluate.score import Score
from crosscheck.extract.article import Article, Passage, blank_pipeline, make_doc

ROOT = Path(__file__).parents[1]
NLP = blank_pipeline()


def rows(doc_id: str, records: Iterable[Any]) -> list[dict[str, Any]]:
    """Return the records of one document as rows that can be scored."""
    return [{"doc_id": doc_id, **record._asdict()} for record in records]


def errors(result: Score) -> str:
    """Return what was missed and what was found besides, a line each."""
    sides = [("missed", result.misses), ("found", result.spurious)]
    return "\n".join(f"{what}: {dict(row)}" for what, listed in sides for row in listed)


def coded_sources() -> dict[str, Doc]:
    """Return the five sources, of which only the blocks that the coder kept are read."""
    blocks = pd.read_csv(ROOT / "codebook" / "gold" / "blocks.csv")
    docs = {}
    for doc_id, own in blocks.groupby("doc_id", sort=True):
        raw = (ROOT / "seeds" / f"{doc_id}.txt").read_bytes().decode("utf-8")
        passages = [
            Passage(at, row.start, row.end, raw[row.start : row.end], row.kind,
                    "fr" if row.kind == "post" else "en")
            for at, row in enumerate(own.itertuples())
            if row.kept
        ]  # fmt: skip
        docs[str(doc_id)] = make_doc(NLP, Article.of(raw, doc_id=str(doc_id), passages=passages))
    return docs
