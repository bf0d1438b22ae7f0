"""What does the codebook know of persons, places, organisations and operations?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from crosscheck.errors import CrosscheckError
from crosscheck.extract.entities.words import key_of
from crosscheck.yaml import line_of, read_model

Label = Literal["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT"]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class EntityRow(BaseModel):
    """One thing with its names.

    ``name`` and the ``aliases`` of every language are matched without regard to accents, hyphens
    and case; names of up to three capitals ("UN") keep their case. ``seat_of`` is the id of the
    country or body that the place speaks for ("Rome decided"). ``wikidata`` is filled in only
    when a person has checked it. Coordinates are WGS 84 degrees.
    """

    model_config = ConfigDict(extra="forbid")

    id: Id
    name: Text
    label: Label
    aliases: dict[Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")], list[Text]] = {}
    seat_of: Id | None = None
    wikidata: Annotated[str, StringConstraints(pattern=r"^Q[1-9]\d*$")] | None = None
    lat: Annotated[float, Field(ge=-90, le=90)] | None = None
    lon: Annotated[float, Field(ge=-180, le=180)] | None = None
    note: Text | None = None

    @property
    def names(self) -> list[str]:
        """The name and every alias, in the order of the file."""
        return [self.name, *(alias for some in self.aliases.values() for alias in some)]

    @model_validator(mode="after")
    def _point(self) -> EntityRow:
        if (self.lat is None) != (self.lon is None):
            raise ValueError("give both lat and lon, or neither")
        if self.seat_of and self.label not in ("GPE", "FAC"):
            raise ValueError("only a place (GPE or FAC) can be the seat of something")
        return self


class GazetteerModel(BaseModel):
    """The file ``codebook/entities.yml``."""

    model_config = ConfigDict(extra="forbid")

    entities: list[EntityRow] = []


def read_gazetteer(path: Path) -> GazetteerModel:
    """Return the entities of ``path``.

    Raises CrosscheckError, naming file and line, for unknown keys, an id or a Wikidata id that is
    given twice, a name that two entities claim, and a ``seat_of`` that does not exist.
    """
    found = read_model(path, GazetteerModel)
    ids: dict[str, int] = {}
    wikidata: dict[str, str] = {}
    names: dict[tuple[str, ...], str] = {}
    for number, row in enumerate(found.entities):
        problem = None
        if row.id in ids:
            problem = f"the id “{row.id}” is used twice"
        elif row.wikidata and row.wikidata in wikidata:
            problem = f"{row.wikidata} is already the Wikidata id of “{wikidata[row.wikidata]}”"
        for name in row.names:
            key = key_of(name)
            if not key:
                problem = f"the name “{name}” has no letter in it"
            elif names.setdefault(key, row.id) != row.id:
                problem = f"the name “{name}” already belongs to “{names[key]}”"
        if problem:
            line = line_of(path, ("entities", number))
            raise CrosscheckError(f"{path}, line {line}: {row.id}: {problem}")
        ids[row.id] = number
        if row.wikidata:
            wikidata[row.wikidata] = row.id
    for number, row in enumerate(found.entities):
        if row.seat_of and row.seat_of not in ids:
            line = line_of(path, ("entities", number, "seat_of"))
            raise CrosscheckError(f"{path}, line {line}: {row.id}: no entity “{row.seat_of}”")
    return found
