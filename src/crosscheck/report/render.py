"""Which typesetter is here? The report, HTML and PDF, by Quarto or by pandoc and Typst.

Both set the same ``report.qmd`` with the same filters, style and template, in a folder of their
own; the finished files are then moved into place, whole or not at all.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml

from crosscheck.errors import CrosscheckError
from crosscheck.files import replacing
from crosscheck.paths import Paths
from crosscheck.report import pandoc, quarto
from crosscheck.report.prepare import REPORT, VARIABLES, folder_of
from crosscheck.run.get_quarto import quarto_program
from crosscheck.yaml import read_yaml

SETTINGS = "_quarto.yml"
OUTPUT = "_report"


@dataclass(frozen=True)
class RendererInfo:
    """What set the report, and where it lies."""

    name: str
    html: Path
    pdf: Path


def render_report(
    paths: Paths, *, output: Path | None = None, renderer: str | None = None
) -> RendererInfo:
    """Set the prepared report into ``output`` (default ``_report/`` at the root).

    ``renderer`` is ``quarto`` or ``pandoc``; by default Quarto where it is installed. Raises
    CrosscheckError when the typesetter refuses the report, with the line in which it says why.
    """
    program = quarto_program() if renderer in (None, "quarto") else None
    if renderer == "quarto" and program is None:
        raise CrosscheckError("no quarto on PATH; leave the renderer out to use pandoc and Typst")
    target = output or paths.root / OUTPUT
    with _staged(paths) as stage:
        html, pdf = quarto.render(stage, program) if program else pandoc.render(stage)
        made = []
        for path in (html, pdf):
            with replacing(target / path.name) as temporary:
                shutil.copyfile(path, temporary)
            made.append(target / path.name)
    return RendererInfo("Quarto" if program else "pandoc and Typst", *made)


@contextmanager
def _staged(paths: Paths) -> Iterator[Path]:
    """Lay out a folder that looks to the typesetter like the workbench, wherever its parts lie."""
    with tempfile.TemporaryDirectory(prefix="crosscheck-") as name:
        stage = Path(name).resolve()
        for file in (REPORT, VARIABLES):
            shutil.copyfile(paths.root / file, stage / file)
        settings = read_yaml(paths.root / SETTINGS)
        settings["project"].pop("pre-render", None)  # done already
        (stage / SETTINGS).write_text(yaml.safe_dump(settings), encoding="utf-8")
        shutil.copytree(folder_of(paths), stage / "results" / "report")
        (stage / "figures").mkdir()
        for figure in sorted(paths.figures.glob("*.svg")):
            shutil.copyfile(figure, stage / "figures" / figure.name)
        yield stage
