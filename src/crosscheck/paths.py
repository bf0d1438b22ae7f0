"""Where everything lives: the one module that knows folder and file names."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

NOTEBOOKS = ("01_clean", "02_extract", "03_compare", "04_chart")
_ROOT_MARKS = ("_quarto.yml", "notebooks")


def project_root(start: Path | None = None) -> Path:
    """Return the workbench that ``start`` (default: the working directory) lies in.

    The root is the nearest folder upwards that holds both ``_quarto.yml`` and ``notebooks/``, so
    that a notebook finds it from the root and from ``notebooks/`` alike. Where there is none, the
    start itself is returned.
    """
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if all((folder / mark).exists() for mark in _ROOT_MARKS):
            return folder
    return here


@dataclass(frozen=True)
class Paths:
    """The folders of one run; relative ones are taken from the workbench's root."""

    root: Path
    seeds: Path
    codebook: Path
    results: Path
    figures: Path

    @classmethod
    def of(
        cls,
        *,
        seeds: str | os.PathLike[str] = "seeds",
        codebook: str | os.PathLike[str] = "codebook",
        results: str | os.PathLike[str] = "results",
        figures: str | os.PathLike[str] = "figures",
        root: Path | None = None,
    ) -> Paths:
        """Resolve the four folders of a run against the root of the workbench."""
        base = project_root(root)
        return cls(base, base / seeds, base / codebook, base / results, base / figures)

    @property
    def tables(self) -> Path:
        """The tables between the stages."""
        return self.results / "tables"

    @property
    def executed(self) -> Path:
        """The executed copies of the notebooks."""
        return self.results / "notebooks"

    @property
    def sources(self) -> Path:
        """What is known of each source."""
        return self.seeds / "sources.csv"

    @property
    def gold(self) -> Path:
        """The hand coding."""
        return self.codebook / "gold"
