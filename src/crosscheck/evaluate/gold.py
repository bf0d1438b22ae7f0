"""What did the human coder find? Reads the hand coding of sources and of single sentences."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from crosscheck.errors import CrosscheckError
from crosscheck.evaluate.score import Row
from crosscheck.yaml import read_yaml

LAYERS = ("mentions", "dates", "quantities", "quotes")
_NUMBERS = ("low", "high")


def source_gold(folder: Path, layer: str, raws: Mapping[str, str]) -> list[Row]:
    """Return the hand coding of whole sources from ``folder/LAYER.csv``; empty without the file.

    ``raws`` maps doc_id to raw text; rows of other documents are left out. Raises CrosscheckError
    naming file and line where ``raw[start:end]`` is not the row's text.
    """
    path = folder / f"{layer}.csv"
    if not path.exists():
        return []
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    rows: list[Row] = []
    for line, record in enumerate(table.to_dict("records"), start=2):
        row: dict[str, Any] = {str(key): value or None for key, value in record.items()}
        raw = raws.get(record["doc_id"])
        if raw is None:
            continue
        start, end = int(record["start"]), int(record["end"])
        if raw[start:end] != record["text"]:
            raise CrosscheckError(
                f"{path}, line {line}: the source has “{raw[start:end]}” at {start}–{end}, not "
                f"“{record['text']}”; was the source edited?"
            )
        rows.append(_typed({**row, "start": start, "end": end}))
    return rows


def sentence_gold(folder: Path, layer: str) -> list[dict[str, Any]]:
    """Return the coded sentences of ``folder/sentences/LAYER.yml``; empty without the file."""
    path = folder / "sentences" / f"{layer}.yml"
    return _coded_texts(_entries(path), path, layer)


def aside_gold(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the articles of ``folder/aside.yml``, by the layers that they are coded for.

    No rule was made with them.
    """
    path = folder / "aside.yml"
    entries = _entries(path)
    return {
        layer: [one for one in _coded_texts(entries, path, layer) if layer in one]
        for layer in LAYERS
    }


def _entries(path: Path) -> list[dict[str, Any]]:
    """Return the entries of a file; none without it."""
    return (read_yaml(path) or []) if path.exists() else []


def _coded_texts(entries: list[dict[str, Any]], path: Path, layer: str) -> list[dict[str, Any]]:
    """Return the ``entries`` of a file as texts coded for a layer.

    Each has id, text, language, published (or None) and ``rows``: gold rows with doc_id, start,
    end, text and the layer's fields. A span is given by its text, ``nth`` when it recurs.
    """
    sentences = []
    for number, entry in enumerate(entries, start=1):
        name = str(entry.get("id", number))
        rows = []
        for span in entry.get(layer) or []:
            start = _locate(entry["text"], str(span["text"]), int(span.get("nth", 1)))
            if start < 0:
                raise CrosscheckError(f"{path}, sentence {name}: no “{span['text']}” in its text")
            fields = {key: value for key, value in span.items() if key != "nth"}
            row = {**fields, "text": str(span["text"]), "doc_id": name, "start": start}
            rows.append(_typed({**row, "end": start + len(row["text"])}))
        published = entry.get("published")
        sentences.append(
            {
                **entry,
                "id": name,
                "language": entry.get("language", "en"),
                "published": str(published) if published else None,
                "rows": rows,
            }
        )
    return sentences


def _locate(text: str, part: str, nth: int) -> int:
    start = -1
    for _ in range(nth):
        start = text.find(part, start + 1)
        if start < 0:
            break
    return start


def _typed(row: dict[str, Any]) -> Row:
    for name in _NUMBERS:
        if row.get(name) is not None:
            row[name] = float(row[name])
    return row
