"""How does another event begin? With a folder that runs before anything in it is changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import crosscheck
from crosscheck.errors import CrosscheckError
from crosscheck.files import write_text

_TEMPLATE = Path(__file__).parent / "template"
_PROJECT = Path(crosscheck.__file__).parents[2]
_COPIED = ("_quarto.yml", "prerender.py", "notebooks", ".gitignore")
_FRONT = """\
---
title: "My event"
subtitle: "How the press told it: a source-critical comparison"
abstract: |
  This report reads what {{< var sources.count >}} press sources say of the event and asks every
  one of them the same questions. Every name, date, amount, quotation and verdict leads to the
  exact characters of the source that it came from.
---
"""


def new_workbench(folder: Path) -> None:
    """Write a workbench into ``folder``: sample texts, commented codebook, notebooks, report.

    Raises CrosscheckError when the folder holds anything already, and when the package was
    installed without the project around it (the notebooks are copied from there).
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CrosscheckError(f"{folder}: not empty; name a new folder")
    missing = [name for name in (*_COPIED, "report.qmd") if not (_PROJECT / name).exists()]
    if missing:
        raise CrosscheckError(
            f"{_PROJECT / missing[0]}: no such file; “crosscheck new” copies the notebooks from a "
            "clone of the project, so install it from one (make report)"
        )
    shutil.copytree(_TEMPLATE, folder, dirs_exist_ok=True)
    for name in _COPIED:
        source = _PROJECT / name
        if source.is_dir():
            clean = shutil.ignore_patterns(".ipynb_checkpoints")
            shutil.copytree(source, folder / name, ignore=clean)
        else:
            shutil.copyfile(source, folder / name)
    body = (_PROJECT / "report.qmd").read_text(encoding="utf-8").split("---\n", 2)[2]
    write_text(folder / "report.qmd", _FRONT + body)
    (folder / "figures").mkdir(exist_ok=True)
