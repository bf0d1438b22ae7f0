"""Does the same report come out? Runs the notebooks anew elsewhere and compares every file."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from crosscheck.errors import CrosscheckError
from crosscheck.paths import Paths
from crosscheck.run.fingerprint import hash_file, name_of
from crosscheck.run.sequence import plan, run
from crosscheck.run.stages import STAGES

_COMPARED = {".parquet", ".csv", ".svg", ".png"}


def verify(paths: Paths, given: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (file, “same”, “differs” or “missing”) for every table and figure of the results.

    The notebooks run with ``given`` parameters into a temporary folder; nothing here is changed.
    Raises CrosscheckError when there are no results to compare with.
    """
    if not paths.tables.exists():
        raise CrosscheckError(f"{paths.tables}: no results to verify; make them with “make report”")
    elsewhere = Path(tempfile.mkdtemp(prefix="crosscheck-"))
    again = Paths(
        paths.root, paths.seeds, paths.codebook, elsewhere / "results", elsewhere / "figures"
    )
    try:
        run(STAGES, again, plan(STAGES, again, given))
        ours, anew = _files(paths), _files(again)
        for name in sorted({*ours, *anew}):
            if name not in anew or name not in ours:
                yield name, "missing"
            else:
                same = hash_file(ours[name]) == hash_file(anew[name])
                yield name, "same" if same else "differs"
    finally:
        shutil.rmtree(elsewhere, ignore_errors=True)


def _files(paths: Paths) -> dict[str, Path]:
    folders = (paths.tables, paths.figures)
    found = (path for folder in folders for path in folder.rglob("*") if path.suffix in _COMPARED)
    return {name_of(path, paths): path for path in found}
