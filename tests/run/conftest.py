"""A workbench small enough to run in seconds: four notebooks that write one line each."""

from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

NOTEBOOKS = ("01_clean", "02_extract", "03_compare", "04_chart")
PARAMETERS = """\
results: str = "results"  # where it writes
minimum_similarity: float = 0.8  # how alike
context_words: int = 8  # words either side
"""


def write_notebook(folder: Path, name: str, body: str) -> None:
    notebook = new_notebook(
        cells=[
            new_code_cell(PARAMETERS, id="parameters", metadata={"tags": ["parameters"]}),
            new_code_cell(body, id="body"),
        ],
        metadata={"kernelspec": {"name": "python3", "language": "python", "display_name": "P"}},
    )
    nbformat.write(notebook, folder / f"{name}.ipynb")


@pytest.fixture
def workbench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "bench"
    for folder in ("notebooks", "seeds", "codebook"):
        (root / folder).mkdir(parents=True)
    (root / "_quarto.yml").write_text("project: {}\n")
    (root / "seeds" / "a.txt").write_text("A town woke up. Nothing else happened that day.\n")
    for name in NOTEBOOKS:
        body = f'open("../results/{name}.txt", "a").write(f"{{context_words}}\\n")'
        write_notebook(root / "notebooks", name, f"import os\nos.makedirs('../results', "
                       f"exist_ok=True)\n{body}")  # fmt: skip
    monkeypatch.chdir(root)
    return root
