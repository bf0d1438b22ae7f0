"""What a notebook opens first: its settings, its folders, and the tables it reads and writes."""

from __future__ import annotations

from typing import Any

import pandas as pd

from crosscheck import tables
from crosscheck.paths import Paths
from crosscheck.settings import Settings, settings_of


class Stage:
    """One stage at work: ``settings`` (checked), ``paths``, and the tables under ``results``."""

    def __init__(self, settings: Settings):
        self.settings = settings
        self.paths = Paths.of(
            seeds=settings.seeds,
            codebook=settings.codebook,
            results=settings.results,
            figures=settings.figures,
        )

    def read(self, name: str) -> pd.DataFrame:
        """Return table ``name``; CrosscheckError if it is missing or breaks its schema."""
        return tables.read(self.paths.tables, name)

    def write(self, name: str, table: pd.DataFrame) -> pd.DataFrame:
        """Check and write table ``name`` as Parquet and as CSV, and return it."""
        return tables.write(self.paths.tables, name, table, csv=True)


def open_stage(**parameters: Any) -> Stage:
    """Return the stage for a notebook's parameters.

    Folders are taken from the workbench's root, wherever the notebook was started. Raises
    CrosscheckError for an unknown parameter, a wrong type or a value out of range.
    """
    return Stage(settings_of(parameters))
