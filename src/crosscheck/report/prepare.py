"""From the tables to what the typesetter needs: fragments, values, figures' texts, style.

Everything lands in ``results/report/``, and the values of the prose in ``_variables.yml`` at the
root of the workbench, where Quarto looks for them. Nothing is rewritten while the inputs are the
same, by content.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import crosscheck
from crosscheck.errors import CrosscheckError
from crosscheck.files import replacing, write_text
from crosscheck.paths import Paths

REPORT = "report.qmd"
VARIABLES = "_variables.yml"
ASSETS = Path(__file__).parent / "assets"
_PACKAGE = Path(crosscheck.__file__).parent
_STAMP = "made-from.json"


def folder_of(paths: Paths) -> Path:
    """Return where the report's parts are written."""
    return paths.results / "report"


def prepare_report(paths: Paths) -> bool:
    """Write the report's parts from the tables of the last run; return whether anything changed.

    Raises CrosscheckError when ``report.qmd`` is missing or a table breaks its schema.
    """
    folder = folder_of(paths)
    source = paths.root / REPORT
    if not source.exists():
        raise CrosscheckError(f"{source}: no such file; a workbench has a {REPORT} at its root")
    made_from = _fingerprint(paths)
    if _read(folder / _STAMP) == made_from and (paths.root / VARIABLES).exists():
        return False
    from crosscheck.report.figures import figures
    from crosscheck.report.fragments import fragments  # pandas and pandera take a second

    written, variables = fragments(paths)
    drawn = figures(paths, source.read_text(encoding="utf-8"))
    (folder / _STAMP).unlink(missing_ok=True)
    for name, text in written.items():
        write_text(folder / f"{name}.md", text)
    write_text(folder / "figures.json", drawn)
    write_text(paths.root / VARIABLES, variables)
    for asset in sorted(ASSETS.iterdir()):
        with replacing(folder / asset.name) as temporary:
            shutil.copyfile(asset, temporary)
    wanted = {f"{name}.md" for name in written}
    for stale in folder.glob("*.md"):
        if stale.name not in wanted:
            stale.unlink()
    write_text(folder / _STAMP, made_from)
    return True


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None


def _fingerprint(paths: Paths) -> str:
    """Return the hashes of all that the parts are made from."""
    hashes = {
        path.relative_to(base).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for base, path in _inputs(paths)
    }
    return json.dumps(hashes, indent=1, sort_keys=True) + "\n"


def _inputs(paths: Paths) -> Iterator[tuple[Path, Path]]:
    """Yield (the folder it is named from, file): tables, record of the run, codebook, code."""
    kinds = (
        (paths.root, (REPORT,)),
        (paths.results, ("tables/*.parquet", "state.json")),
        (paths.seeds, ("sources.csv",)),
        (paths.codebook, ("*.yml",)),
        (paths.figures, ("*.svg",)),
        (_PACKAGE, ("report/*.py", "report/assets/*", "codebook/*.py", "tables.py")),
    )
    for base, patterns in kinds:
        for pattern in patterns:
            for path in sorted(base.glob(pattern)):
                yield base, path
