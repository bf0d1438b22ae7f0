"""What belongs on the map? Which answers are amounts at a place, and which say who went where."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

from crosscheck.codebook.predicates import EntityId, Name, Phrase
from crosscheck.yaml import read_model


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Amount(_Strict):
    """The answers to ``variable`` (a number) are drawn at ``place``, as things ``when`` they were.

    ``note`` is written beside the amount.
    """

    variable: Name
    place: EntityId
    when: Literal["before", "after"] = "after"
    note: Phrase | None = None


class Move(_Strict):
    """The answers to ``variable`` (a place) are where arrows that begin at ``origin`` end."""

    variable: Name
    origin: EntityId


class Spot(_Strict):
    """The answers to ``variable`` (a place) are marked, with a ``note``."""

    variable: Name
    note: Phrase


class MapModel(_Strict):
    """The file ``codebook/map.yml``; coordinates come from ``entities.yml``.

    ``before`` and ``after`` name the two times in the key.
    """

    title: Annotated[str, StringConstraints(min_length=1)] = "Where it happened"
    before: Phrase = "before"
    after: Phrase = "after"
    amounts: list[Amount] = []
    moves: list[Move] = []
    spots: list[Spot] = []


def read_map(path: Path) -> MapModel:
    """Return what ``path`` puts on the map; a file that is not there counts as empty.

    Raises CrosscheckError, naming file, line and key, for anything the schema refuses.
    """
    return read_model(path, MapModel) if path.exists() else MapModel()
