"""Is what the user gave fit to run? Asked before anything is written."""

from __future__ import annotations

from crosscheck.clean.corpus import read_corpus
from crosscheck.codebook.coding import load_codebook
from crosscheck.codebook.load import load_framing, load_map
from crosscheck.paths import Paths


def preflight(paths: Paths) -> None:
    """Read corpus and codebook once; CrosscheckError in one line for the first thing wrong."""
    read_corpus(paths.seeds)
    load_codebook(paths.codebook)
    load_framing(paths.codebook)
    load_map(paths.codebook)
