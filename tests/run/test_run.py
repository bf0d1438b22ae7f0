"""Sequence, skipping, status, failure: on a workbench of four one-line notebooks."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.run.conftest import write_notebook


def crosscheck(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "crosscheck", *arguments],
        capture_output=True, text=True, cwd=cwd, check=False,
    )  # fmt: skip


def lines(root: Path, name: str) -> int:
    return len((root / "results" / f"{name}.txt").read_text().splitlines())


def snapshot(root: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted((root / "results").rglob("*"))
        if path.is_file() and path.parent.name != "failed"
    }


def test_runs_once_and_only_what_changed(workbench: Path) -> None:
    first = crosscheck("run")
    assert first.returncode == 0, first.stderr
    assert "ran: 01_clean, 02_extract, 03_compare, 04_chart" in first.stdout
    assert "02_extract" in first.stderr, "a progress bar with the notebook's name"

    begun = time.monotonic()
    again = crosscheck("run")
    assert again.returncode == 0
    assert "up to date" in again.stdout
    assert lines(workbench, "01_clean") == 1
    assert time.monotonic() - begun < 10

    # A touched file is no change; a changed one is, and is named.
    os.utime(workbench / "seeds" / "a.txt")
    assert "stale" not in crosscheck("status").stdout
    (workbench / "seeds" / "a.txt").write_text("A town woke up. Then something happened.\n")
    said = crosscheck("status").stdout
    assert "data seeds/a.txt changed" in said
    assert "01_clean before it has to run" in said

    # A parameter concerns the stages that have it.
    said = crosscheck("status", "-p", "context_words", "5").stdout
    assert "parameter context_words: 8 → 5" in said

    crosscheck("run", "-p", "context_words", "5", "04_chart")
    assert (workbench / "results" / "04_chart.txt").read_text().splitlines()[-1] == "5"


def test_executed_copies_hold_no_clock(workbench: Path, tmp_path: Path) -> None:
    crosscheck("run", "01_clean", "-p", "context_words", "5")
    copy = workbench / "results" / "notebooks" / "01_clean.ipynb"
    first = copy.read_bytes()
    crosscheck("run", "01_clean", "-p", "context_words", "5", "--force")
    assert copy.read_bytes() == first
    assert str(tmp_path) not in first.decode()
    assert "start_time" not in first.decode()


def test_failure_leaves_the_results_of_the_run_before(workbench: Path) -> None:
    assert crosscheck("run").returncode == 0
    before = snapshot(workbench)
    write_notebook(workbench / "notebooks", "02_extract", "raise ValueError('no such luck')")
    failed = crosscheck("run", "--force")
    assert failed.returncode == 1
    last = failed.stderr.strip().splitlines()[-2:]
    assert last[0].endswith("ValueError: no such luck") and "02_extract failed" in last[0]
    copy = last[1].split(": ", 1)[1]
    assert "no such luck" in Path(copy).read_text()
    after = {name: content for name, content in snapshot(workbench).items()
             if not name.endswith(".txt")}  # fmt: skip
    assert after == {name: text for name, text in before.items() if not name.endswith(".txt")}
    assert not list(workbench.rglob("*.part*"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["run", "-p", "minimum_similarty", "1"], "did you mean “minimum_similarity”"),
        (["run", "-p", "context_words", "many"], "not of type int"),
        (["run", "-p", "context_words", "-1"], "greater than or equal to 1"),
        (["run", "05_sing"], "no notebook “05_sing”"),
        (["run", "-f", "none.yml"], "none.yml: no such file"),
        (["run", "--seeds", "nowhere"], "nowhere"),
    ],
)
def test_bad_input_is_one_line_and_writes_nothing(
    workbench: Path, arguments: list[str], message: str
) -> None:
    done = crosscheck(*arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (workbench / "results").exists()


def test_outside_a_workbench(tmp_path: Path) -> None:
    done = crosscheck("status", cwd=tmp_path)
    assert done.returncode == 2
    assert "no workbench here" in done.stderr


def test_the_same_from_the_notebooks_folder(workbench: Path) -> None:
    assert crosscheck("run", "01_clean", cwd=workbench / "notebooks").returncode == 0
    assert "up to date" in crosscheck("run", "01_clean").stdout


def test_a_killed_run_is_put_right(workbench: Path) -> None:
    assert crosscheck("run").returncode == 0
    results = workbench / "results"
    state = (results / "state.json").read_bytes()
    shutil.copytree(results / "notebooks", results / ".before" / "notebooks")
    shutil.copy(results / "state.json", results / ".before" / "state.json")
    (results / ".before" / "complete").touch()
    (results / "state.json").write_text(json.dumps({}))
    assert "up to date" in crosscheck("run").stdout
    assert (results / "state.json").read_bytes() == state
    assert not (results / ".before").exists()
