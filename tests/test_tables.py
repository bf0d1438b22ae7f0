"""The declared schemas, their page in the documentation, and reading and writing."""

import re
from pathlib import Path

import pandas as pd
import pytest

from crosscheck import tables
from crosscheck.errors import CrosscheckError

ROOT = Path(__file__).parents[1]
DOCUMENTED = dict(
    re.findall(
        r"^\| (\w+) \| 0\d_\w+ \| [^|]+ \| ([^|]+) \|$",
        (ROOT / "docs" / "tables.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
)


def test_documentation_tells_the_schemas() -> None:
    assert {name: columns.split(", ") for name, columns in DOCUMENTED.items()} == {
        name: list(columns) for name, columns in tables.COLUMNS.items()
    }


def test_round_trip_keeps_nulls_and_types(tmp_path: Path) -> None:
    row = {"doc_id": "a", "start": 0, "end": 3, "text": "ten", "low": 10.0, "high": None,
           "qualifier": "exact", "rule": "word"}  # fmt: skip
    made = tables.frame("quantities", [row])
    tables.write(tmp_path, "quantities", made, csv=True)
    read = tables.read(tmp_path, "quantities")
    pd.testing.assert_frame_equal(read, made)
    assert read["counted"].isna().all() and read["high"].isna().all()


@pytest.mark.parametrize("name", sorted(tables.COLUMNS))
def test_an_empty_table_is_a_table(name: str, tmp_path: Path) -> None:
    tables.write(tmp_path, name, tables.frame(name, []))
    assert tables.read(tmp_path, name).empty


@pytest.mark.parametrize(
    "change",
    [{"qualifier": "roughly"}, {"text": ""}, {"start": -1}, {"doc_id": None}],
)
def test_a_broken_row_is_refused(change: dict[str, object]) -> None:
    row = {"doc_id": "a", "start": 0, "end": 3, "text": "ten", "qualifier": "exact", "rule": "r"}
    with pytest.raises(CrosscheckError, match="table quantities"):
        tables.frame("quantities", [row | change])


def test_a_missing_table_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(CrosscheckError, match="crosscheck run"):
        tables.read(tmp_path, "quotes")


def test_two_writes_give_the_same_bytes(tmp_path: Path) -> None:
    made = tables.frame("quotes", [])
    tables.write(tmp_path / "a", "quotes", made)
    tables.write(tmp_path / "b", "quotes", made)
    assert (tmp_path / "a/quotes.parquet").read_bytes() == (
        tmp_path / "b/quotes.parquet"
    ).read_bytes()
