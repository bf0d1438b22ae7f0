"""The tables between the stages: their declared schemas, and reading and writing them.

The contract is told in ``docs/tables.md``. A table is checked against its schema when it is written
and when it is read, so that a stage never works on something another stage did not promise.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pandera.pandas as pa

from crosscheck.errors import CrosscheckError
from crosscheck.files import replacing

LABELS = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT")
DATE_KINDS = ("DATE", "TIME", "DURATION", "SET")
DATE_BASES = ("explicit", "relative", "propagated")
PUBLISHED_BASES = ("metadata", "stated", "inferred", "unknown")
QUALIFIERS = ("exact", "about", "at_least", "more_than", "at_most", "less_than", "range")
QUOTE_KINDS = ("direct", "scare", "block", "post")
CLAIM_KINDS = ("quantity", "date", "time", "duration", "place", "actor", "reason")
TENSES = ("asserted", "future", "negated")
VERDICTS = ("agree", "compatible", "different_scope", "conflict", "single_source", "silent")
REUSE_KINDS = ("verbatim", "near", "quotation")
FINDINGS = ("more", "less", "alike", "too_little")


def _text(*allowed: str, null: bool = False) -> pa.Column:
    """Declare a text column: never an empty string, perhaps null, perhaps from a closed list."""
    checks = [pa.Check.isin(allowed)] if allowed else [pa.Check.str_length(min_value=1)]
    return pa.Column(str, checks, nullable=null, coerce=True)


def _whole() -> pa.Column:
    return pa.Column("int64", pa.Check.ge(0), coerce=True)


def _number() -> pa.Column:
    return pa.Column("float64", nullable=True, coerce=True)


def _flag() -> pa.Column:
    return pa.Column(bool, coerce=True)


_ID = {"doc_id": _text()}
_SPAN = {**_ID, "start": _whole(), "end": _whole(), "text": _text()}
_RANGE = {"low": _number(), "high": _number()}

COLUMNS: dict[str, dict[str, pa.Column]] = {
    "documents": {
        **_ID,
        "label": _text(),
        "title": _text(null=True),
        "outlet": _text(null=True),
        "published": _text(null=True),
        "published_basis": _text(*PUBLISHED_BASES),
        "language": _text(),
        "sha256": _text(),
        "chars": _whole(),
        "kept_chars": _whole(),
    },
    "blocks": {
        **_ID,
        "block_id": _whole(),
        "start": _whole(),
        "end": _whole(),
        "text": _text(),
        "kind": _text(),
        "kept": _flag(),
        "reason": _text(),
        "language": _text(),
    },
    "sentences": {
        **_ID,
        "sentence_id": _whole(),
        "block_id": _whole(),
        "start": _whole(),
        "end": _whole(),
        "text": _text(),
    },
    "mentions": {
        **_SPAN,
        "label": _text(*LABELS),
        "entity_id": _text(),
        "metonym": _flag(),
        "rule": _text(),
    },
    "entities": {
        "entity_id": _text(),
        "name": _text(),
        "label": _text(*LABELS),
        "wikidata": _text(null=True),
        "mentions": _whole(),
        "documents": _whole(),
    },
    "dates": {
        **_SPAN,
        "kind": _text(*DATE_KINDS),
        "value": _text(null=True),
        "qualifier": _text(null=True),
        "basis": _text(*DATE_BASES, null=True),
        "rule": _text(),
    },
    "quantities": {
        **_SPAN,
        **_RANGE,
        "qualifier": _text(*QUALIFIERS),
        "unit": _text(null=True),
        "counted": _text(null=True),
        "place": _text(null=True),
        "as_of": _text(null=True),
        "rule": _text(),
    },
    "quotes": {
        **_SPAN,
        "speaker": _text(null=True),
        "speaker_id": _text(null=True),
        "cue": _text(null=True),
        "kind": _text(*QUOTE_KINDS),
        "rule": _text(),
    },
    "claims": {
        "claim_id": _text(),
        **_SPAN,
        "predicate": _text(),
        "counted": _text(null=True),
        "place": _text(null=True),
        "period": _text(null=True),
        "value": _text(null=True),
        **_RANGE,
        "qualifier": _text(null=True),
        "as_of": _text(null=True),
        "speaker": _text(null=True),
        "rule": _text(),
        "kind": _text(*CLAIM_KINDS),
        "about": _text(null=True),
        "side": _text(null=True),
        "role": _text(null=True),
        "tense": _text(*TENSES),
    },
    "answers": {
        "variable": _text(),
        **_ID,
        "claim_id": _text(null=True),
        "value": _text(null=True),
        **_RANGE,
        "qualifier": _text(null=True),
        "start": _whole(),
        "end": _whole(),
        "text": _text(),
        "rule": _text(),
        "place": _text(null=True),
        "period": _text(null=True),
        "as_of": _text(null=True),
        "speaker": _text(null=True),
    },
    "verdicts": {
        "variable": _text(),
        "verdict": _text(*VERDICTS),
        "sources": _whole(),
        "independent": _whole(),
        "low": _text(null=True),
        "best": _text(null=True),
        "high": _text(null=True),
        "explanation": _text(),
        "rule": _text(null=True),
    },
    "uncoded": {
        "group": _whole(),
        "sources": _whole(),
        "kind": _text(*CLAIM_KINDS),
        "predicate": _text(),
        "counted": _text(null=True),
        "place": _text(null=True),
        "value": _text(null=True),
        **_RANGE,
        "qualifier": _text(null=True),
        **_SPAN,
        "claim_id": _text(),
    },
    "agreement": {
        "type": _text(),
        "units": _whole(),
        **{
            name: _number()
            for name in (
                "percent",
                "percent_low",
                "percent_high",
                "alpha",
                "alpha_low",
                "alpha_high",
            )
        },
    },
    "reuse": {
        "doc_a": _text(),
        "a_start": _whole(),
        "a_end": _whole(),
        "doc_b": _text(),
        "b_start": _whole(),
        "b_end": _whole(),
        "score": _number(),
        "kind": _text(*REUSE_KINDS),
    },
    "scores": {
        "layer": _text(),
        "aspect": _text(),
        "corpus": _text(),
        "gold": _whole(),
        "found": _whole(),
        "matched": _whole(),
        "precision": _number(),
        "recall": _number(),
        "f1": _number(),
        **_RANGE,
    },
    "errors": {
        "corpus": _text(),
        "layer": _text(),
        "aspect": _text(),
        "error": _text("missed", "wrong"),
        **_ID,
        "context": _text(),
        "fields": _text(null=True),
    },
    "framing": {
        **_ID,
        "group": _text(),
        "term": _text(),
        "count": _whole(),
        "rate": _number(),
        "log_odds": _number(),
        **_RANGE,
        "quoted": _whole(),
        "words": _whole(),
        "finding": _text(*FINDINGS),
    },
    "stability": {
        **_ID,
        "group": _text(),
        "term": _text(),
        "log_odds": _number(),
        **_RANGE,
        "stable": _flag(),
        "without": _text(null=True),
    },
    "concordance": {
        **_SPAN,
        "left": _text(null=True),
        "right": _text(null=True),
        "group": _text(),
        "term": _text(),
        "quoted": _flag(),
    },
}


def frame(name: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Return ``rows`` (dicts, or ``record._asdict()``) as table ``name``, checked.

    Columns that a row lacks become null; a column that the table does not have is an error.
    """
    table = pd.DataFrame.from_records([dict(row) for row in rows])
    unknown = set(table.columns) - set(COLUMNS[name])
    if unknown:
        raise ValueError(f"table {name} has no column {', '.join(sorted(unknown))}")
    return check(name, table.reindex(columns=list(COLUMNS[name])))


def check(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """Return ``table`` with the declared types, or raise CrosscheckError saying what is wrong."""
    schema = pa.DataFrameSchema(COLUMNS[name], strict=True, ordered=True)
    try:
        return schema.validate(table)
    except (pa.errors.SchemaError, pa.errors.SchemaErrors) as error:
        raise CrosscheckError(f"table {name}: {' '.join(str(error).split())[:300]}") from None


def write(folder: Path, name: str, table: pd.DataFrame, *, csv: bool = False) -> pd.DataFrame:
    """Check ``table``, write ``folder/name.parquet`` (and ``.csv`` for people), and return it."""
    checked = check(name, table)
    with replacing(folder / f"{name}.parquet") as temporary:
        checked.to_parquet(temporary, index=False)
    if csv:
        with replacing(folder / f"{name}.csv") as temporary:
            checked.to_csv(temporary, index=False, lineterminator="\n")
    return checked


def read(folder: Path, name: str) -> pd.DataFrame:
    """Return table ``name`` from ``folder``.

    Raises CrosscheckError when it is missing (and says which command makes it) or breaks its
    schema.
    """
    path = folder / f"{name}.parquet"
    if not path.exists():
        raise CrosscheckError(f"{path}: no such table; make it with “crosscheck run”")
    return check(name, pd.read_parquet(path))
