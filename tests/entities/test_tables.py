"""The table of entities, and the rows that the codebook lacks."""

from __future__ import annotations

from pathlib import Path

from crosscheck import tables
from crosscheck.codebook.entities import read_gazetteer
from crosscheck.extract.entities import entities_table, unlinked_rows
from tests.entities.conftest import GAZETTEER, find

TEXTS = {
    "a": "FAMA soldiers met Ali Sow in Tonka. Sow left the village of Tonka.",
    "b": "The Malian army denied it. “Nobody came,” said Ali Sow.",
}
MENTIONS = {doc_id: find(text) for doc_id, text in TEXTS.items()}


def test_entities() -> None:
    table = entities_table(MENTIONS, GAZETTEER)
    assert list(table.columns) == list(tables.COLUMNS["entities"])
    rows = {row.entity_id: row for row in table.itertuples()}
    assert (rows["fama"].name, rows["fama"].mentions, rows["fama"].documents) == (
        "Malian Armed Forces", 2, 2,
    )  # fmt: skip
    assert (rows["person:ali-sow"].name, rows["person:ali-sow"].mentions) == ("Ali Sow", 3)
    assert table.wikidata.isna().all()
    assert list(table.documents) == sorted(table.documents, reverse=True)


def test_no_mentions() -> None:
    assert entities_table({}, GAZETTEER).empty
    assert unlinked_rows({}, GAZETTEER) == ""


def test_unlinked_rows_can_be_pasted(tmp_path: Path) -> None:
    text = unlinked_rows(MENTIONS, GAZETTEER)
    file = tmp_path / "entities.yml"
    file.write_text(f"entities:\n{text}", encoding="utf-8")
    rows = {row.id: row for row in read_gazetteer(file).entities}
    assert set(rows) == {"ali-sow", "tonka"}
    assert rows["ali-sow"].label == "PERSON"
    assert rows["ali-sow"].note == "named 3 times in a, b"
    assert "fama" not in rows
