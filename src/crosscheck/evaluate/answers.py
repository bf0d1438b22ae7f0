"""How right are the answers on texts whose answers a human coder gave?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from crosscheck.codebook.coding import Codebook
from crosscheck.compare.answers_coded import (
    Outcome,
    answer_coded_texts,
    read_coded_articles,
    read_coded_texts,
)
from crosscheck.evaluate.layers import score_row
from crosscheck.evaluate.score import Score
from crosscheck.extract.pipeline import Extractor


def answer_scores(
    gold: Path, extractor: Extractor, codebook: Codebook
) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of table ``scores`` for the answers to the codebook's questions.

    ``gold`` is the folder of the hand coding: ``sentences/answers.yml`` has the coder's own texts,
    ``aside.yml`` articles that no rule was made with, some with ``answers``. An answer is right
    when variable and value (for numbers both bounds) are.
    """
    own, aside = gold / "sentences" / "answers.yml", gold / "aside.yml"
    for corpus, path, read in (
        ("own", own, read_coded_texts),
        ("aside", aside, read_coded_articles),
    ):
        texts = read(path) if path.exists() else []
        if texts:
            score = score_answers(answer_coded_texts(texts, extractor, codebook))
            yield score_row(score, corpus, "answers", "value")


def score_answers(outcomes: Sequence[Outcome]) -> Score:
    """Return the score of all answers, text by text."""
    counts = {
        one.text.id: (
            len(one.right) + len(one.wrong),
            len(one.right) + len(one.missed),
            len(one.right),
        )
        for one in outcomes
    }
    found, wanted, right = (sum(column) for column in zip(*counts.values(), strict=True))
    return Score(found, wanted, right, by_document=counts)
