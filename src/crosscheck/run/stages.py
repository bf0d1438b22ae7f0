"""Which stages are there, what does each read, and what does it write?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from crosscheck.errors import CrosscheckError
from crosscheck.paths import NOTEBOOKS, Paths

_CLEANED = ("documents", "blocks", "sentences")
_EXTRACTED = ("mentions", "entities", "dates", "quantities", "quotes", "scores", "errors")
_COMPARED = (
    "reuse", "claims", "answers", "verdicts", "uncoded", "agreement", "framing", "stability",
    "concordance",
)  # fmt: skip


@dataclass(frozen=True)
class StageFiles:
    """A stage: its notebook's name, the tables and folders it reads, the tables it writes."""

    name: str
    reads: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()
    draws: bool = False

    def notebook(self, paths: Paths) -> Path:
        """Return the notebook in the workbench."""
        return paths.root / "notebooks" / f"{self.name}.ipynb"

    def inputs(self, paths: Paths) -> Iterator[Path]:
        """Yield every file that the stage reads, in a fixed order."""
        for folder in self.folders:
            base: Path = getattr(paths, folder)
            yield from sorted(path for path in base.rglob("*") if path.is_file())
        for table in self.reads:
            yield paths.tables / f"{table}.parquet"

    def outputs(self, paths: Paths) -> Iterator[Path]:
        """Yield every file that the stage has written, in a fixed order."""
        for table in self.writes:
            yield paths.tables / f"{table}.parquet"
            yield paths.tables / f"{table}.csv"
        if self.draws:
            yield from sorted([*paths.figures.glob("*.svg"), *paths.figures.glob("*.png")])
        yield paths.executed / f"{self.name}.ipynb"


STAGES = (
    StageFiles("01_clean", folders=("seeds",), writes=_CLEANED),
    StageFiles("02_extract", reads=_CLEANED, folders=("codebook",), writes=_EXTRACTED),
    StageFiles("03_compare", reads=_CLEANED + _EXTRACTED, folders=("codebook",), writes=_COMPARED),
    StageFiles(
        "04_chart", reads=_CLEANED + _EXTRACTED + _COMPARED, folders=("codebook",), draws=True
    ),
)


def choose(names: tuple[str, ...]) -> tuple[StageFiles, ...]:
    """Return the stages called ``names`` (a notebook's path will do), in order; all if none.

    Raises CrosscheckError for a name that is none of them.
    """
    wanted = {Path(name).stem for name in names}
    unknown = sorted(wanted - set(NOTEBOOKS))
    if unknown:
        raise CrosscheckError(
            f"no notebook “{unknown[0]}”; the notebooks are {', '.join(NOTEBOOKS)}"
        )
    return tuple(stage for stage in STAGES if not wanted or stage.name in wanted)


def cells(notebook: Path) -> list[dict[str, object]]:
    """Return the cells of ``notebook``; CrosscheckError if it is missing or not a notebook."""
    try:
        content = json.loads(notebook.read_text(encoding="utf-8"))
        found: list[dict[str, object]] = content["cells"]
    except FileNotFoundError:
        raise CrosscheckError(f"{notebook}: no such notebook") from None
    except (ValueError, KeyError, TypeError):
        raise CrosscheckError(f"{notebook}: not a Jupyter notebook") from None
    return found


def source_of(cell: dict[str, object]) -> str:
    """Return a cell's source, which the format keeps as one text or as lines."""
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)  # type: ignore[arg-type]
