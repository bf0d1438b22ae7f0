"""How right are the answers on texts whose answers a human coder gave?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from crosscheck.codebook.coding import Codebook
from crosscheck.compare.answers_coded import (
    Outcome,
    Records,
    answer_coded_texts,
    read_coded_articles,
    read_coded_texts,
)
from crosscheck.evaluate.score import Score
from crosscheck.extract.article import Article
from crosscheck.extract.pipeline import Extractor


def answer_scores(
    gold: Path, extractor: Extractor, codebook: Codebook
) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of table ``scores`` for the answers to the codebook's questions.

    ``gold`` is the folder of the hand coding: ``sentences/answers.yml`` has the coder's own texts,
    ``aside.yml`` articles that no rule was made with, some with ``answers``. An answer is right
    when variable and value (for numbers both bounds) are.
    """

    def extract(article: Article) -> Records:
        found = extractor(article)
        return found.mentions, found.dates, found.quantities, found.quotes

    own, aside = gold / "sentences" / "answers.yml", gold / "aside.yml"
    for corpus, path, read in (
        ("own", own, read_coded_texts),
        ("aside", aside, read_coded_articles),
    ):
        texts = read(path) if path.exists() else []
        if texts:
            yield _row(corpus, answer_coded_texts(texts, extract, codebook))


def _row(corpus: str, outcomes: Sequence[Outcome]) -> Mapping[str, Any]:
    counts = {
        one.text.id: (
            len(one.right) + len(one.wrong),
            len(one.right) + len(one.missed),
            len(one.right),
        )
        for one in outcomes
    }
    found, wanted, right = (sum(column) for column in zip(*counts.values(), strict=True))
    score = Score(found, wanted, right, by_document=counts)
    low, high = score.interval()
    return {
        "layer": "answers", "aspect": "value", "corpus": corpus,
        "gold": wanted, "found": found, "matched": right,
        "precision": score.precision, "recall": score.recall, "f1": score.f1,
        "low": low, "high": high,
    }  # fmt: skip
