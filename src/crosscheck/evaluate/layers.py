"""How accurate is each layer of extraction, on the sources and on the coder's own sentences?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from crosscheck.evaluate.gold import LAYERS, aside_gold, sentence_gold, source_gold
from crosscheck.evaluate.score import Row, Score, score

ANY_OVERLAP = 1e-9
QUOTE_OVERLAP = 0.8
_ARTICLE = re.compile(r"^(?:(?:the|an?|of|le|la|les|des?|du)\s+|[ld]['’]\s*)", re.IGNORECASE)


@dataclass(frozen=True)
class Measure:
    """One thing that is measured of a layer: which fields of a matching span must agree."""

    layer: str
    aspect: str
    fields: tuple[str, ...]
    overlap: float = ANY_OVERLAP


MEASURES = (
    Measure("mentions", "span and label", ("label",)),
    Measure("mentions", "linking", ("label", "entity_id")),
    Measure("dates", "span and kind", ("kind",)),
    Measure("dates", "value", ("value",)),
    Measure("quantities", "value", ("low", "high")),
    Measure("quantities", "qualifier", ("low", "high", "qualifier")),
    Measure("quantities", "counted", ("low", "high", "counted")),
    Measure("quotes", "span", (), QUOTE_OVERLAP),
    Measure("quotes", "speaker", ("speaker",), QUOTE_OVERLAP),
)

Scores = dict[Measure, Score]


def measure_layers(
    found: Mapping[str, Sequence[Row]],
    gold: Mapping[str, Sequence[Row]],
    names: Mapping[str, str] | None = None,
) -> Scores:
    """Return the score of every measure for which there is gold: measure → Score.

    ``names`` maps the codebook's names, as ``plain_name`` gives them, to entities: a speaker is
    right under any name of the entity that the coder names.
    """
    same = partial(_same, names or {})
    return {
        measure: score(
            found[measure.layer],
            gold[measure.layer],
            fields=measure.fields,
            overlap=measure.overlap,
            same=same,
        )
        for measure in MEASURES
        if any(all(field in row for field in measure.fields) for row in gold.get(measure.layer, ()))
    }


def score_rows(scores: Scores, corpus: str) -> Iterable[dict[str, Any]]:
    """Yield the rows of table ``scores`` for one hand-coded corpus."""
    for measure, one in scores.items():
        yield score_row(one, corpus, measure.layer, measure.aspect)


def score_row(one: Score, corpus: str, layer: str, aspect: str) -> dict[str, Any]:
    """Return the row of table ``scores`` for one score; no interval without documents apart."""
    low, high = one.interval() if one.by_document else (None, None)
    return {
        "layer": layer, "aspect": aspect, "corpus": corpus,
        "gold": one.gold, "found": one.found, "matched": one.matched,
        "precision": one.precision, "recall": one.recall, "f1": one.f1,
        "low": low, "high": high,
    }  # fmt: skip


def sources_coded(folder: Path, raws: Mapping[str, str]) -> dict[str, Sequence[Row]]:
    """Return the hand coding of the sources, layer by layer; a layer without any is left out."""
    coded = {layer: source_gold(folder, layer, raws) for layer in LAYERS}
    return {layer: rows for layer, rows in coded.items() if rows}


def texts_coded(folder: Path) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """Return the coder's texts, layer by layer: those that rules were made with, and those not."""
    return {
        "own": {layer: sentence_gold(folder, layer) for layer in LAYERS},
        "aside": aside_gold(folder),
    }


def _same(names: Mapping[str, str], field: str, found: Any, gold: Any) -> bool:
    """Compare one field: texts without case, accents and leading article; numbers as such."""
    if field not in {"counted", "speaker"}:
        return bool(_null(found) == _null(gold))
    ours, theirs = (None if _null(v) is None else plain_name(v) for v in (found, gold))
    if field == "speaker" and ours is not None and theirs is not None:
        return names.get(ours, ours) == names.get(theirs, theirs)
    return ours == theirs


def plain_name(value: Any) -> str:
    """Return a name without accents and leading article, in small letters."""
    letters = unicodedata.normalize("NFD", str(value))
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    return _ARTICLE.sub("", " ".join(plain.split())).casefold()


def _null(value: Any) -> Any:
    return None if value is None or value == "" or str(value) in {"nan", "<NA>"} else value
