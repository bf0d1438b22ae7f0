"""Is what the user gave fit to run? Asked before anything is written."""

from __future__ import annotations

from crosscheck.clean.corpus import read_corpus
from crosscheck.paths import Paths


def preflight(paths: Paths) -> None:
    """Read the corpus once; CrosscheckError in one line for the first thing that is wrong."""
    read_corpus(paths.seeds)
