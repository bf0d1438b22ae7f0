"""How right are the answers on short texts whose answers a human coder gave?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import pandas as pd
from pydantic import BaseModel, BeforeValidator, ConfigDict, TypeAdapter, ValidationError

from crosscheck.codebook.coding import Codebook
from crosscheck.compare.answers import answer_variables
from crosscheck.compare.claims import find_claims
from crosscheck.errors import CrosscheckError
from crosscheck.extract.article import Article
from crosscheck.extract.pipeline import Extractor
from crosscheck.language import DEFAULT
from crosscheck.yaml import line_of, read_yaml

Text = Annotated[str, BeforeValidator(str)]


class CodedAnswer(BaseModel):
    """An answer: ``value`` (a date, a category, a name) or the numbers ``low`` and ``high``."""

    model_config = ConfigDict(extra="forbid")

    variable: Text
    value: Text | None = None
    low: float | None = None
    high: float | None = None
    qualifier: Text | None = None
    text: Text | None = None


class CodedText(BaseModel):
    """A text with its answers; ``held``: the batch in which it was kept aside, 0 for none."""

    model_config = ConfigDict(extra="forbid")

    id: Text
    text: str
    published: Text | None = None
    language: Text = DEFAULT
    held: int = 0
    answers: list[CodedAnswer]


class Outcome(NamedTuple):
    """What came of one text: answers found right, wrong ones, and those that were missed."""

    text: CodedText
    right: list[CodedAnswer]
    wrong: list[dict[str, Any]]
    missed: list[CodedAnswer]


def read_coded_texts(path: Path) -> list[CodedText]:
    """Return the coded texts of ``path``; CrosscheckError names file, line and key."""
    return _validated(path, dict(enumerate(read_yaml(path) or [])))


def read_coded_articles(path: Path) -> list[CodedText]:
    """Return the articles of ``path`` whose answers are coded, whatever else is coded of them.

    CrosscheckError names file, line and key.
    """
    entries = {
        number: {key: entry[key] for key in CodedText.model_fields if key in entry}
        for number, entry in enumerate(read_yaml(path) or [])
        if "answers" in entry
    }
    return _validated(path, entries)


def _validated(path: Path, entries: Mapping[int, Any]) -> list[CodedText]:
    """Return the entries of a file (by their number in it) as coded texts."""
    try:
        return TypeAdapter(list[CodedText]).validate_python(list(entries.values()))
    except ValidationError as error:
        first = error.errors()[0]
        key = " › ".join(str(part) for part in first["loc"])
        number, *rest = first["loc"]
        line = line_of(path, (list(entries)[int(number)], *rest))
        raise CrosscheckError(f"{path}, line {line}: {key}: {first['msg']}") from None


def answer_coded_texts(
    texts: Iterable[CodedText], extractor: Extractor, codebook: Codebook
) -> list[Outcome]:
    """Put the codebook's questions to each text, and hold the answers against the coder's.

    An answer is right when variable and value (for numbers both bounds) are; its span and qualifier
    are not compared.
    """
    outcomes = []
    for coded in texts:
        article = Article.of(
            coded.text,
            doc_id=coded.id,
            language_code=coded.language,
            published=coded.published,
            published_basis="stated" if coded.published else "unknown",
        )
        claims = find_claims(*extractor(article), codebook=codebook)
        outcomes.append(_outcome(coded, answer_variables(claims, codebook)))
    return outcomes


def _outcome(coded: CodedText, answers: pd.DataFrame) -> Outcome:
    left, right, wrong = list(coded.answers), [], []
    for row in answers.astype(object).where(answers.notna(), None).to_dict("records"):
        key = (row["variable"], row["value"], row["low"], row["high"])
        match = next(
            (one for one in left if (one.variable, one.value, one.low, one.high) == key), None
        )
        if match is None:
            wrong.append({str(name): value for name, value in row.items()})
        else:
            left.remove(match)
            right.append(match)
    return Outcome(coded, right, wrong, left)
