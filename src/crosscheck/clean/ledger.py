"""How good is the ledger? Hand-labelled pages, and the score of what was dropped."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from crosscheck.clean.page import DROPPED, KEPT
from crosscheck.errors import CrosscheckError
from crosscheck.evaluate.score import Score


@dataclass(frozen=True)
class LabelledPage:
    """A page labelled by hand; ``labels`` are (start, end, kind) and tile ``raw``."""

    name: str
    raw: str
    labels: tuple[tuple[int, int, str], ...]
    language: str = "en"
    published: str | None = None
    published_basis: str = "unknown"
    held_back: str = ""

    def gold(self) -> list[dict[str, Any]]:
        """Return the labels as rows of a ledger."""
        return [
            {"doc_id": self.name, "start": a, "end": b, "kind": kind, "kept": kind in KEPT}
            for a, b, kind in self.labels
        ]


def score_ledger(
    found: Iterable[Mapping[str, Any]],
    gold: Iterable[Mapping[str, Any]],
    raws: Mapping[str, str],
) -> Score:
    """Compare dropped text with hand labels, in characters outside white space.

    ``found`` and ``gold`` are rows with doc_id, start, end and kept; ``raws`` maps a doc_id to its
    raw text. Only sources that the gold knows are counted.
    """
    ours, theirs = _dropped(found), _dropped(gold, all_documents=True)
    found_in_all = gold_in_all = matched = 0
    for document, wanted in theirs.items():
        raw, dropped = raws[document], ours.get(document, set())
        visible = {i for i in wanted | dropped if not raw[i].isspace() and raw[i] != "\ufeff"}
        found_in_all += len(dropped & visible)
        gold_in_all += len(wanted & visible)
        matched += len(dropped & wanted & visible)
    return Score(found_in_all, gold_in_all, matched)


def _dropped(
    rows: Iterable[Mapping[str, Any]], *, all_documents: bool = False
) -> dict[str, set[int]]:
    places: dict[str, set[int]] = {}
    for row in rows:
        if all_documents:
            places.setdefault(row["doc_id"], set())
        if not row["kept"]:
            places.setdefault(row["doc_id"], set()).update(range(row["start"], row["end"]))
    return places


def read_gold(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a hand ledger (doc_id, start, end, kind, kept)."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            {
                **row,
                "start": int(row["start"]),
                "end": int(row["end"]),
                "kept": row["kept"] == "true",
            }
            for row in csv.DictReader(file)
        ]


def read_pages(folder: Path) -> list[LabelledPage]:
    """Return the labelled pages of ``folder`` (``*.txt``), in the order of their names.

    Raises CrosscheckError, naming file and line, for a label that is not a kind.
    """
    return [
        _page(path.stem, path, 1, path.read_text(encoding="utf-8").split("\n"))
        for path in sorted(folder.glob("*.txt"))
    ]


def read_contexts(path: Path) -> list[LabelledPage]:
    """Return the labelled pages of one file, each beginning with a line ``## name``."""
    pages: list[LabelledPage] = []
    name, first, lines = "", 0, list[str]()
    for number, line in enumerate([*path.read_text(encoding="utf-8").split("\n"), "## "], start=1):
        if line.startswith("## "):
            if name:
                pages.append(_page(name, path, first, lines))
            name, first, lines = line[3:].strip(), number + 1, []
        else:
            lines.append(line)
    return pages


def _page(name: str, path: Path, first: int, lines: list[str]) -> LabelledPage:
    notes: dict[str, str] = {}
    texts: list[str] = []
    kinds: list[str] = []
    while lines and not lines[-1]:
        lines.pop()
    for number, line in enumerate(lines, start=first):
        if line.startswith("# "):
            key, _, value = line[2:].partition(":")
            notes[key.strip()] = value.strip()
            continue
        kind, bar, text = line.partition("|")
        kind = kind or (kinds[-1] if kinds else "")
        if (line and not bar) or kind not in (*KEPT, *DROPPED):
            if line or kinds:
                raise CrosscheckError(f"{path}, line {number}: “{kind}” is not a kind of block")
            continue
        texts.append(text)
        kinds.append(kind)
    labels = []
    position = 0
    for text, kind in zip(texts, kinds, strict=True):
        labels.append((position, position + len(text) + 1, kind))
        position += len(text) + 1
    raw = "\n".join(texts)
    if labels:
        labels[-1] = (labels[-1][0], len(raw), labels[-1][2])
    published, _, basis = notes.get("published", "").partition(" ")
    return LabelledPage(
        name,
        raw,
        tuple(labels),
        notes.get("language", "en"),
        published if basis else None,
        basis or "unknown",
        notes.get("held back", ""),
    )


def ledger_summary(blocks: pd.DataFrame) -> pd.DataFrame:
    """Return what cleaning kept and dropped, and why.

    One row for each document, kind and reason, in the order in which they occur: doc_id, kind,
    kept, blocks (how many), characters (outside white space), reason.
    """
    table = blocks.assign(
        blocks=1, characters=blocks["text"].map(lambda text: len("".join(text.split())))
    )
    keys = ["doc_id", "kind", "kept", "reason"]
    grouped = table.groupby(keys, sort=False, as_index=False)[["blocks", "characters"]].sum()
    return grouped[["doc_id", "kind", "kept", "blocks", "characters", "reason"]]
