"""The codebook's file of entities: what is refused, with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscheck.codebook.entities import read_gazetteer
from crosscheck.errors import CrosscheckError
from crosscheck.extract.entities import EntityFinder, Gazetteer
from tests.entities.conftest import ROOT, find

TOGO = "  - {id: togo, name: Togo, label: GPE}\n"
REFUSED = {
    "unknown key": (TOGO + "  - {id: a, name: A, label: GPE, alias: x}\n", 3, "alias"),
    "unknown label": ("  - {id: a, name: A, label: COUNTRY}\n", 2, "label"),
    "no name": ("  - {id: a, label: GPE}\n", 2, "name"),
    "empty name": ("  - {id: a, name: '', label: GPE}\n", 2, "name"),
    "name without letters": ("  - {id: a, name: '…', label: GPE}\n", 2, "letter"),
    "id with blanks": ("  - {id: a b, name: A, label: GPE}\n", 2, "id"),
    "id twice": (TOGO + "  - {id: togo, name: Other, label: GPE}\n", 3, "twice"),
    "name of another": (
        TOGO + "  - id: b\n    name: B\n    label: GPE\n    aliases: {fr: [TOGO]}\n", 3, "togo"),
    "not a Wikidata id": ("  - {id: a, name: A, label: GPE, wikidata: 912}\n", 2, "wikidata"),
    "Wikidata id twice": (
        "  - {id: a, name: A, label: GPE, wikidata: Q1}\n"
        "  - {id: b, name: B, label: GPE, wikidata: Q1}\n", 3, "Q1"),
    "half a point": ("  - {id: a, name: A, label: GPE, lat: 1}\n", 2, "lon"),
    "off the globe": ("  - {id: a, name: A, label: GPE, lat: 91, lon: 1}\n", 2, "lat"),
    "seat of nothing": ("  - {id: a, name: A, label: GPE, seat_of: b}\n", 2, "no entity"),
    "a person is no seat": (
        TOGO + "  - {id: a, name: A, label: PERSON, seat_of: togo}\n", 3, "seat"),
    "not YAML": ("  - {id: a\n", 3, "YAML"),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "line", "word"), REFUSED.values(), ids=REFUSED)
def test_refused(tmp_path: Path, rows: str, line: int, word: str) -> None:
    file = tmp_path / "entities.yml"
    file.write_text(f"entities:\n{rows}", encoding="utf-8")
    with pytest.raises(CrosscheckError) as error:
        read_gazetteer(file)
    message = str(error.value)
    assert message.startswith(f"{file}, line {line}:")
    assert word in message
    assert "\n" not in message


def test_missing(tmp_path: Path) -> None:
    with pytest.raises(CrosscheckError, match="no such file"):
        read_gazetteer(tmp_path / "entities.yml")


def test_an_empty_codebook_is_enough(tmp_path: Path) -> None:
    file = tmp_path / "entities.yml"
    file.write_text("", encoding="utf-8")
    empty = read_gazetteer(file)
    assert empty.entities == []
    found = find("Colonel Ali Sow left Togo", finder=EntityFinder(Gazetteer(empty)))
    assert [m.entity_id for m in found] == ["person:ali-sow", "gpe:togo"]


def test_the_codebook_itself() -> None:
    rows = read_gazetteer(ROOT / "codebook" / "entities.yml").entities
    assert len(rows) > 300
    assert {row.label for row in rows} == {"PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT"}
    french = [row for row in rows if row.aliases.get("fr")]
    assert len(french) > 80
