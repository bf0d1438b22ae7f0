"""The files of a codebook that a workbench may lack: a missing one counts as empty."""

from __future__ import annotations

from pathlib import Path

from crosscheck.codebook.framing import FramingModel, read_framing
from crosscheck.codebook.map import MapModel, read_map


def load_framing(folder: Path) -> FramingModel:
    """Return ``folder/framing.yml``; CrosscheckError with file and line where it is wrong."""
    path = folder / "framing.yml"
    return read_framing(path) if path.exists() else FramingModel()


def load_map(folder: Path) -> MapModel:
    """Return ``folder/map.yml``; CrosscheckError with file and line where it is wrong."""
    return read_map(folder / "map.yml")
