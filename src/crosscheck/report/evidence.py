"""What the report is built from: the tables, the codebook, and the ways between rows and sources.

A table's row leads to the exact characters of a source through :meth:`Evidence.cite`; the appendix
makes an anchor for every place that was cited, and leads back to the row. No link can be dead: an
anchor is made from the same record as the link to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from math import isnan
from typing import Any, NamedTuple

import pandas as pd

from crosscheck import tables
from crosscheck.codebook.coding import Codebook, load_codebook
from crosscheck.codebook.framing import FramingModel, read_framing
from crosscheck.paths import Paths
from crosscheck.report.markdown import escape, link
from crosscheck.report.wording import sentence

Row = dict[str, Any]


class Place(NamedTuple):
    """A stretch of a source: ``raw[start:end]`` of ``doc_id``."""

    doc_id: str
    start: int
    end: int


class Evidence:
    """The results of a run, read when they are asked for; a table that is not there is empty."""

    def __init__(self, paths: Paths):
        self.paths = paths
        self.cited: set[Place] = set()
        self.rows: dict[tuple[str, Place], str] = {}
        self._tables: dict[str, pd.DataFrame] = {}

    def table(self, name: str) -> pd.DataFrame:
        """Return table ``name``, or an empty one with its columns.

        Raises CrosscheckError when the table is there and breaks its schema.
        """
        if name not in self._tables:
            if (self.paths.tables / f"{name}.parquet").exists():
                self._tables[name] = tables.read(self.paths.tables, name)
            else:
                self._tables[name] = pd.DataFrame(columns=list(tables.COLUMNS.get(name, {})))
        return self._tables[name]

    def records(self, name: str, **wanted: Any) -> list[Row]:
        """Return the rows of table ``name`` as dicts, nulls as None, filtered by equality."""
        found = self.table(name)
        for column, value in wanted.items():
            found = found[found[column] == value]
        return [
            {str(key): None if _missing(value) else value for key, value in row.items()}
            for row in found.to_dict("records")
        ]

    @cached_property
    def codebook(self) -> Codebook:
        """The codebook; empty if there is none."""
        return load_codebook(self.paths.codebook)

    @cached_property
    def framing(self) -> FramingModel:
        """The groups of terms; empty if there are none."""
        return read_framing(self.paths.codebook / "framing.yml")

    @cached_property
    def documents(self) -> list[Row]:
        """The sources, in their order."""
        return self.records("documents")

    @cached_property
    def order(self) -> dict[str, int]:
        """doc_id → the source's number, from 1."""
        return {row["doc_id"]: number for number, row in enumerate(self.documents, start=1)}

    @cached_property
    def raws(self) -> dict[str, str]:
        """doc_id → the source's raw text, put together from its blocks."""
        texts: dict[str, list[str]] = {doc_id: [] for doc_id in self.order}
        for row in self.records("blocks"):
            texts[row["doc_id"]].append(row["text"])
        return {doc_id: "".join(parts) for doc_id, parts in texts.items()}

    @cached_property
    def _labels(self) -> dict[str, str]:
        return {row["doc_id"]: row["label"] for row in self.documents}

    def label(self, doc_id: str) -> str:
        """Return what a source is called in the report, as Markdown: a title, and set as one."""
        return f"*{escape(self._labels.get(doc_id, doc_id))}*"

    def told(self, text: str) -> str:
        """Return a sentence of the tables as Markdown, "source 2" replaced by what it is called."""
        doc_ids = list(self.order)

        def called(match: re.Match[str]) -> str:
            number = int(match[1])
            return self.label(doc_ids[number - 1]) if 0 < number <= len(doc_ids) else match[0]

        return sentence(_SOURCE.sub(called, escape(text.replace("'", "’"))))

    def source(self, doc_id: str) -> str:
        """Return the source's name as a link to its text in the appendix."""
        return link(self.label(doc_id), f"#{self.source_anchor(doc_id)}")

    def source_anchor(self, doc_id: str) -> str:
        """Return the anchor of a source's text in the appendix."""
        return f"source-{self.order[doc_id]}"

    def cite(self, doc_id: str, start: int, end: int, content: str) -> str:
        """Return ``content`` (Markdown) as a link to a stretch of a source."""
        place = Place(doc_id, int(start), int(end))
        self.cited.add(place)
        return link(content, f"#{self.anchor(place)}")

    def anchor(self, place: Place) -> str:
        """Return the anchor at the first character of a stretch."""
        return f"s{self.order[place.doc_id]}-{place.start}"

    def row_of(self, layer: str, row: Row, anchor: str) -> str:
        """Remember where the report lists a span of ``layer``; return the anchor."""
        self.rows[layer, Place(row["doc_id"], int(row["start"]), int(row["end"]))] = anchor
        return anchor

    def sentence_at(self, doc_id: str, start: int) -> Row | None:
        """Return the row of the sentence in which a character lies; None outside kept text."""
        for row in self._sentences.get(doc_id, ()):
            if row["start"] <= start < row["end"]:
                return row
        return None

    @cached_property
    def _sentences(self) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for row in self.records("sentences"):
            found.setdefault(row["doc_id"], []).append(row)
        return found

    @cached_property
    def question_numbers(self) -> dict[str, int]:
        """Variable → the number of its question in the report, from 1."""
        names = [variable.name for variable in self.codebook.variables]
        names += [row["variable"] for row in self.records("verdicts")]
        return {name: number for number, name in enumerate(dict.fromkeys(names), start=1)}

    def place_name(self, entity_id: str) -> str:
        """Return what a place is called; an id that nobody knows is given back."""
        return self._names.get(entity_id) or self.codebook.name_of(entity_id) or entity_id

    @cached_property
    def _names(self) -> dict[str, str]:
        return {row["entity_id"]: row["name"] for row in self.records("entities")}

    def see(self, *tables: str, figure: str | None = None) -> str:
        """Return references in brackets: to tables of the report, and to a figure if drawn."""
        to = [f"@tbl-{name}" for name in tables]
        if figure and (self.paths.figures / f"{figure}.svg").exists():
            to.append(f"@fig-{figure}")
        return f" ({', '.join(to)})" if to else ""

    def in_order(self, doc_ids: Iterable[str]) -> list[str]:
        """Return the sources named, each once, in the order of the corpus."""
        return sorted(set(doc_ids), key=lambda doc_id: self.order[doc_id])


_SOURCE = re.compile(r"\b[Ss]ource (\d+)\b")


def anchor_name(*parts: object) -> str:
    """Return an anchor made of words: letters, digits and hyphens only."""
    return re.sub(r"[^a-z0-9]+", "-", "-".join(str(part) for part in parts).lower()).strip("-")


def _missing(value: Any) -> bool:
    return value is None or value is pd.NA or (isinstance(value, float) and isnan(value))
