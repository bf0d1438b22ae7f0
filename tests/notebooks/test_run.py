"""The four notebooks on the five sources: they run, twice the same, and by hand."""

import filecmp
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from crosscheck import tables
from crosscheck.paths import NOTEBOOKS
from tests.conftest import ROOT, crosscheck

CONTRACT = tuple(tables.COLUMNS)


def papermill(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "papermill", *arguments],
        capture_output=True, text=True, cwd=cwd, check=False,
    )  # fmt: skip


def test_every_table_of_the_contract(built: Path) -> None:
    for name in CONTRACT:
        assert not tables.read(built / "results" / "tables", name).empty, name
        assert (built / "results" / "tables" / f"{name}.csv").exists()


@pytest.mark.parametrize("name", ["blocks", "mentions", "dates", "quantities", "quotes", "claims"])
def test_every_row_is_the_characters_of_its_source(built: Path, name: str) -> None:
    raws = {p.stem: p.read_bytes().decode() for p in (ROOT / "seeds").glob("*.txt")}
    for row in tables.read(built / "results" / "tables", name).itertuples():
        assert raws[row.doc_id][row.start : row.end] == row.text


def test_blocks_tile_the_sources(built: Path) -> None:
    blocks = tables.read(built / "results" / "tables", "blocks")
    for doc_id, own in blocks.groupby("doc_id"):
        raw = (ROOT / "seeds" / f"{doc_id}.txt").read_bytes().decode()
        assert "".join(own["text"]) == raw


def test_two_runs_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    done = crosscheck(
        "run", "--results", str(tmp_path / "results"), "--figures", str(tmp_path / "figures")
    )
    assert done.returncode == 0, done.stderr
    for part in ("results/tables", "figures"):
        one, two = built / part, tmp_path / part
        names = sorted(path.name for path in one.iterdir())
        assert names == sorted(path.name for path in two.iterdir())
        same, different, broken = filecmp.cmpfiles(one, two, names, shallow=False)
        assert not different and not broken, different + broken
        assert same


def test_committed_figures_are_the_ones_a_run_draws(built: Path) -> None:
    drawn = {path.name: path.read_bytes() for path in (built / "figures").glob("*.svg")}
    committed = {path.name: path.read_bytes() for path in (ROOT / "figures").glob("*.svg")}
    assert set(drawn) == set(committed)
    assert [name for name in drawn if drawn[name] != committed[name]] == []


def test_verify_says_so(built: Path) -> None:
    folders = ("--results", str(built / "results"), "--figures", str(built / "figures"))
    done = crosscheck("verify", *folders)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "came out the same, byte for byte" in done.stdout


@pytest.mark.parametrize(("folder", "prefix"), [(".", "notebooks/"), ("notebooks", "")])
def test_by_hand_from_the_root_and_from_notebooks(tmp_path: Path, folder: str, prefix: str) -> None:
    out = str(tmp_path / "out.ipynb")
    results = ("-p", "results", str(tmp_path / "results"))
    done = papermill(f"{prefix}01_clean.ipynb", out, *results, cwd=ROOT / folder)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "results" / "tables" / "documents.csv").exists()


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_help_documents_each_parameter(name: str) -> None:
    done = papermill("--help-notebook", f"notebooks/{name}.ipynb", cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert "Unknown type" not in done.stdout
    assert 'results: str (default "results")' in done.stdout


def test_a_parameter_changes_what_it_is_for(built: Path, tmp_path: Path) -> None:
    folders = ("--results", str(tmp_path / "results"), "--figures", str(tmp_path / "figures"))
    done = crosscheck("run", *folders, "-p", "context_words", "3", "01_clean", "02_extract",
                      "03_compare")  # fmt: skip
    assert done.returncode == 0, done.stderr
    wide = pd.read_parquet(built / "results" / "tables" / "concordance.parquet")
    narrow = pd.read_parquet(tmp_path / "results" / "tables" / "concordance.parquet")
    assert narrow["left"].str.len().sum() < wide["left"].str.len().sum()
