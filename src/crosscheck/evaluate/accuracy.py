"""How far can the extraction be trusted? Its scores against the hand coding, error by error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import pandas as pd

from crosscheck import tables
from crosscheck.codebook.coding import load_codebook
from crosscheck.evaluate.answers import answer_scores
from crosscheck.evaluate.cleaning import cleaning_scores
from crosscheck.evaluate.gold import LAYERS
from crosscheck.evaluate.layers import (
    Scores,
    measure_layers,
    plain_name,
    score_rows,
    sources_coded,
    texts_coded,
)
from crosscheck.evaluate.score import Row, overlap_of
from crosscheck.extract.article import Article
from crosscheck.extract.pipeline import Extraction, Extractor

_CONTEXT = 45  # characters shown on either side of an error


class Accuracy:
    """The scores of every layer on the hand-coded sources and on the coder's own sentences.

    ``codebook`` is the folder with the questions, ``gold`` that of the hand coding; ``blocks`` the
    table of cleaning, ``extractions`` those of the sources. Without hand coding there are no
    scores, and the tables are empty.
    """

    def __init__(
        self,
        codebook: Path,
        gold: Path,
        blocks: pd.DataFrame,
        extractions: Sequence[Extraction],
        extractor: Extractor,
    ):
        self._cleaning = list(cleaning_scores(gold, blocks))
        self._answers = list(answer_scores(gold, extractor, load_codebook(codebook)))
        raws = {one.article.doc_id: one.article.raw for one in extractions}
        coded = sources_coded(gold, raws)
        self._texts: dict[str, Mapping[str, str]] = {"sources": raws}
        self._names = _names(extractor)
        sources = measure_layers(_rows(extractions), coded, self._names)
        self._scores: dict[str, Scores] = {"sources": sources}
        for corpus, layers in texts_coded(gold).items():
            self._measure_texts(corpus, layers, extractor)

    def _measure_texts(
        self, corpus: str, layers: Mapping[str, list[dict[str, Any]]], extractor: Extractor
    ) -> None:
        scores: Scores = {}
        texts: dict[str, str] = {}
        read: dict[Article, Extraction] = {}
        for layer, coded in layers.items():
            articles = [_article(one) for one in coded]
            for article in articles:  # coded for several layers, read once
                if article not in read:
                    read[article] = extractor(article)
            found = _rows([read[article] for article in articles])
            gold = [row for one in coded for row in one["rows"]]
            if layer == "quotes" and not any("kind" in row for row in gold):
                found[layer] = _without_scare(found[layer], gold)
            scores |= measure_layers(found, {layer: gold}, self._names)
            texts |= {one["id"]: one["text"] for one in coded}
        self._texts[corpus] = texts
        self._scores[corpus] = scores

    def table(self) -> pd.DataFrame:
        """Return table ``scores``."""
        extraction = (score_rows(scores, corpus) for corpus, scores in self._scores.items())
        return tables.frame("scores", [*self._cleaning, *chain(*extraction), *self._answers])

    def errors(self) -> pd.DataFrame:
        """Return table ``errors``: every error of extraction in its context.

        ``error`` is “missed” (the coder has it, the program does not) or “wrong” (the reverse); a
        span with a wrong field counts as both.
        """
        return tables.frame("errors", self._errors())

    def _errors(self) -> Iterator[dict[str, str | None]]:
        for corpus, scores in self._scores.items():
            for measure, one in scores.items():
                for kind, rows in (("missed", one.misses), ("wrong", one.spurious)):
                    for row in rows:
                        fields = (f"{name}={row.get(name)}" for name in measure.fields)
                        yield {
                            "corpus": corpus, "layer": measure.layer, "aspect": measure.aspect,
                            "error": kind, "doc_id": row["doc_id"],
                            "context": _in_context(self._texts[corpus][row["doc_id"]], row),
                            "fields": ", ".join(fields) or None,
                        }  # fmt: skip


def _names(extractor: Extractor) -> dict[str, str]:
    """Return the entity of every name of the codebook that only one entity has."""
    entities: dict[str, set[str]] = {}
    for row in extractor.entities.gazetteer.rows.values():
        for name in (row.name, *chain(*row.aliases.values())):
            entities.setdefault(plain_name(name), set()).add(row.id)
    return {name: next(iter(ids)) for name, ids in entities.items() if len(ids) == 1}


def _article(sentence: Mapping[str, Any]) -> Article:
    return Article.of(
        sentence["text"],
        doc_id=sentence["id"],
        language_code=sentence["language"],
        published=sentence["published"],
        published_basis="stated" if sentence["published"] else "unknown",
    )


def _rows(extractions: Iterable[Extraction]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {layer: [] for layer in LAYERS}
    for extraction in extractions:
        for layer in LAYERS:
            records = getattr(extraction, layer)
            found[layer] += [
                {"doc_id": extraction.article.doc_id, **record._asdict()} for record in records
            ]
    return found


def _without_scare(found: Sequence[Row], gold: Sequence[Row]) -> list[Row]:
    """Leave out words in scare quotes that a coder of quotations alone passed over."""
    return [
        row
        for row in found
        if row["kind"] != "scare"
        or any(row["doc_id"] == one["doc_id"] and overlap_of(row, one) > 0 for one in gold)
    ]


def _in_context(text: str, row: Row) -> str:
    before = text[max(0, row["start"] - _CONTEXT) : row["start"]]
    after = text[row["end"] : row["end"] + _CONTEXT]
    return " ".join(f"{before}[{text[row['start'] : row['end']]}]{after}".split())
