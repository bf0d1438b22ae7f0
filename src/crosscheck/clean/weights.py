"""What does each feature of a line weigh? The file of weights that labelled pages gave."""

from __future__ import annotations

import csv
import math
from functools import cache
from pathlib import Path
from typing import NamedTuple

from crosscheck.errors import CrosscheckError
from crosscheck.files import replacing

WEIGHTS = Path(__file__).with_name("weights.csv")
BIAS = "always"
_LANGUAGES = "# languages:"
_COLUMNS = ("feature", "first", "again")


class Weights(NamedTuple):
    """What each feature weighs, in log-odds for furniture, and the languages this was learnt in.

    ``first`` judges a line by itself and by the shapes around it, ``again`` also by how the lines
    around it were judged first.
    """

    languages: frozenset[str]
    first: dict[str, float]
    again: dict[str, float]


@cache
def read_weights(path: Path = WEIGHTS) -> Weights:
    """Return the weights in ``path`` (a line of languages, then rows of a feature and its weights).

    Raises CrosscheckError if the file is not one that ``learn`` has written.
    """
    with path.open(encoding="utf-8", newline="") as file:
        told = file.readline()
        rows = list(csv.reader(file))
    if not told.startswith(_LANGUAGES) or any(len(row) != len(_COLUMNS) for row in rows):
        raise CrosscheckError(f"{path}: not weights; python -m crosscheck.clean.learn writes them")
    languages = frozenset(told.removeprefix(_LANGUAGES).split())
    first, again = (
        {row[0]: float(row[column]) for row in rows[1:] if row[column]} for column in (1, 2)
    )
    return Weights(languages, first, again)


def write_weights(weights: Weights, path: Path = WEIGHTS) -> None:
    """Write ``weights`` to ``path``, the features in alphabetical order."""
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
        file.write(f"{_LANGUAGES} {' '.join(sorted(weights.languages))}\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(_COLUMNS)
        for name in sorted({*weights.first, *weights.again}):
            writer.writerow([name, weights.first.get(name, ""), weights.again.get(name, "")])


def weigh(features: dict[str, float], weights: dict[str, float]) -> float:
    """Return how likely a line with these features is furniture, from 0 to 1."""
    told = (value * weights.get(name, 0.0) for name, value in features.items())
    odds = weights.get(BIAS, 0.0) + math.fsum(told)
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, odds))))
