"""Notebooks are committed clean: no outputs, short cells, no definitions, typed parameters."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
LONGEST = 10


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_shape(path: Path) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"
    assert "papermill" not in notebook["metadata"]
    cells = notebook["cells"]
    assert cells[0]["cell_type"] == "markdown", "a notebook begins with what it asks"
    assert len({cell["id"] for cell in cells}) == len(cells)
    for number, cell in enumerate(cells):
        source = "".join(cell["source"])
        if cell["cell_type"] != "code":
            continue
        assert not cell["outputs"] and cell["execution_count"] is None, f"cell {number}: outputs"
        assert len(source.splitlines()) <= LONGEST, f"cell {number} is long:\n{source}"
        assert not re.search(r"(?m)^\s*(?:def|class|async def) ", source), f"cell {number}: def"
        assert "os.path" not in source and "sys.path" not in source and "chdir" not in source
        assert cells[number - 1]["cell_type"] == "markdown" or number < 3, (
            f"cell {number} has no line over it that says what for"
        )


def test_there_are_four() -> None:
    assert [path.stem for path in NOTEBOOKS] == ["01_clean", "02_extract", "03_compare", "04_chart"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_parameters_are_documented(path: Path) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    [cell] = [cell for cell in cells if "parameters" in cell["metadata"].get("tags", ())]
    for line in "".join(cell["source"]).splitlines():
        assert re.fullmatch(r"\w+: (?:str|int|float|bool) = \S.*?  # \S.*", line), line
