"""Another event: the new workbench runs at once, and so does one with an empty codebook."""

from pathlib import Path

import pytest

from crosscheck import tables
from crosscheck.errors import CrosscheckError
from crosscheck.new.workbench import new_workbench
from tests.conftest import crosscheck


@pytest.fixture
def bench(tmp_path: Path) -> Path:
    new_workbench(tmp_path / "event")
    return tmp_path / "event"


def test_it_runs_at_once(bench: Path) -> None:
    done = crosscheck("report", "--renderer", "pandoc", cwd=bench)
    assert done.returncode == 0, done.stderr
    assert (bench / "_report" / "report.pdf").stat().st_size > 10_000
    html = (bench / "_report" / "report.html").read_text(encoding="utf-8")
    assert "Mara Lindqvist" in html
    assert "Mali" not in html and "Barkhane" not in html
    verdicts = tables.read(bench / "results" / "tables", "verdicts").set_index("variable")
    assert verdicts.loc["strikers", "verdict"] == "conflict"
    assert verdicts.loc["agreement_date", "verdict"] == "agree"


def test_an_empty_codebook_still_gives_a_report(bench: Path) -> None:
    for path in (bench / "codebook").glob("*.yml"):
        path.unlink()
    done = crosscheck("report", "--renderer", "pandoc", cwd=bench)
    assert done.returncode == 0, done.stderr
    read = {name: tables.read(bench / "results" / "tables", name) for name in tables.COLUMNS}
    for name in ("mentions", "dates", "quantities", "quotes", "reuse", "uncoded"):
        assert not read[name].empty, name
    assert read["answers"].empty and read["verdicts"].empty


def test_a_mistake_in_the_codebook_names_file_and_line(bench: Path) -> None:
    path = bench / "codebook" / "variables.yml"
    text = path.read_text(encoding="utf-8").replace("coding_rule: A total", "coding_rul: A total")
    path.write_text(text, encoding="utf-8")
    done = crosscheck("run", cwd=bench)
    assert done.returncode == 2
    assert "variables.yml, line" in done.stderr and "coding_rul" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (bench / "results").exists()


def test_it_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(CrosscheckError, match="not empty"):
        new_workbench(tmp_path)
