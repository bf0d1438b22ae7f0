"""One run of the real workbench, shared by every test that needs its results."""

import subprocess
import sys
from pathlib import Path

import pytest
from spacy.tokens import Doc

from tests.coded import coded_sources

ROOT = Path(__file__).parents[1]


def crosscheck(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "crosscheck", *arguments],
        capture_output=True, text=True, cwd=cwd, check=False,
    )  # fmt: skip


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with ``results/`` and ``figures/`` of a run on the five sources."""
    folder = tmp_path_factory.mktemp("built")
    done = crosscheck(
        "run", "--results", str(folder / "results"), "--figures", str(folder / "figures")
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def source_docs() -> dict[str, Doc]:
    """Return the five sources as docs, by their ids."""
    return coded_sources()
