"""The codebook as the comparison uses it, and what a human coder answered with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pandas as pd

from crosscheck.codebook.entities import EntityRow, read_gazetteer
from crosscheck.codebook.predicates import PredicatesModel, read_predicates
from crosscheck.codebook.variables import NONE, OTHER, Constraint, Variable, read_variables
from crosscheck.errors import CrosscheckError
from crosscheck.yaml import line_of

CODER_COLUMNS = (
    "variable", "doc_id", "value", "low", "high", "qualifier", "start", "end", "text", "note",
)  # fmt: skip


@dataclass(frozen=True, eq=False, repr=False)
class Codebook:
    """What is known of an event for comparing its sources; empty if nobody wrote anything.

    ``entities`` maps entity ids to the gazetteer's rows.
    """

    variables: tuple[Variable, ...] = ()
    predicates: PredicatesModel = field(default_factory=PredicatesModel)
    entities: Mapping[str, EntityRow] = field(default_factory=dict)

    @cached_property
    def part_of(self) -> dict[str, str]:
        """Names of entities → the name of the one that they are the more exact name of."""
        return {
            self.name_of(part) or part: self.name_of(whole) or whole
            for part, whole in self.predicates.part_of.items()
        }

    @cached_property
    def place_labels(self) -> dict[str, str]:
        """Names of places → what a sentence calls them, where that is something else."""
        return {
            self.name_of(place) or place: row.label
            for place, row in self.predicates.places.items()
            if row.label
        }

    def name_of(self, entity_id: str) -> str | None:
        """Return the name of an entity, or of what it stands for; None if nobody knows it."""
        row = self.entities.get(self.predicates.stands_for.get(entity_id, entity_id))
        return row.name if row else None


def load_codebook(folder: Path) -> Codebook:
    """Return the codebook in ``folder``: variables.yml, predicates.yml, entities.yml.

    A file that is not there counts as empty. Raises CrosscheckError, naming file and line, for
    unknown keys, for a class of words that a variable asks for and predicates.yml lacks, and for
    anything else the schemas refuse.
    """
    paths = {name: folder / f"{name}.yml" for name in ("variables", "predicates", "entities")}
    predicates = PredicatesModel()
    variables: tuple[Variable, ...] = ()
    entities: dict[str, EntityRow] = {}
    if paths["predicates"].exists():
        predicates = read_predicates(paths["predicates"])
    if paths["entities"].exists():
        entities = {row.id: row for row in read_gazetteer(paths["entities"]).entities}
    if paths["variables"].exists():
        variables = tuple(read_variables(paths["variables"]).variables)
        _check_names(paths["variables"], variables, predicates, set(entities))
    return Codebook(variables, predicates, entities)


def _check_names(
    path: Path, variables: Sequence[Variable], predicates: PredicatesModel, entities: set[str]
) -> None:
    """Raise CrosscheckError for the first class or entity that the codebook lacks."""
    for number, variable in enumerate(variables):
        for constraint in variable.constraints():
            for key, name, where in _unknown(constraint, predicates, entities):
                line = line_of(path, ("variables", number))
                raise CrosscheckError(
                    f"{path}, line {line}: {variable.name}: {key}: there is no “{name}” {where}"
                )


def _unknown(
    constraint: Constraint, predicates: PredicatesModel, entities: set[str]
) -> Iterator[tuple[str, str, str]]:
    """Yield the (key, name, where it should be) of what a constraint asks for in vain."""
    happens, things = set(predicates.predicates), set(predicates.things)
    words = happens | things | set(predicates.topics)
    sides = set(predicates.sides) | entities
    places = set(predicates.places) | entities
    for known, where, keys in (
        (happens | {OTHER}, "under “predicates” in predicates.yml", ("predicate", "about")),
        (things, "under “things” in predicates.yml", ("counted",)),
        (words, "in predicates.yml", ("words", "near")),
        (sides, "among the sides or entities", ("side", "to_side")),
        (places, "among the places or entities", ("place", "within", "names")),
    ):
        for key in keys:
            for name in getattr(constraint, key):
                # An id with a colon is one that extraction makes for what the gazetteer lacks.
                if name != NONE and name not in known and ":" not in name:
                    yield key, name, where
    for one in constraint.without:
        yield from _unknown(one, predicates, entities)


def read_coder(path: Path, variables: Sequence[Variable], raws: Mapping[str, str]) -> pd.DataFrame:
    """Return a human coder's answers from ``path`` (columns CODER_COLUMNS), empty without a file.

    ``raws`` maps doc_id to raw text: rows of other documents are left out, and the text of a row
    must stand where its offsets say. Raises CrosscheckError naming file and line for an unknown
    column or variable, a number that is none, and offsets that do not fit.
    """
    if not path.exists():
        return _typed(pd.DataFrame(columns=list(CODER_COLUMNS), dtype="str"))
    table = pd.read_csv(path, dtype="str", keep_default_na=False)
    if tuple(table.columns) != CODER_COLUMNS:
        raise CrosscheckError(f"{path}, line 1: the columns must be {', '.join(CODER_COLUMNS)}")
    names = {variable.name for variable in variables}
    for line, row in enumerate(table.to_dict("records"), start=2):
        problem = None
        if row["variable"] not in names:
            problem = f"no variable “{row['variable']}” in variables.yml"
        for key in ("low", "high", "start", "end"):
            if row[key] and not _is_number(row[key]):
                problem = f"{key}: “{row[key]}” is not a number"
        if problem is None and row["doc_id"] in raws and row["start"]:
            found = raws[row["doc_id"]][int(row["start"]) : int(row["end"] or 0)]
            if found != row["text"]:
                problem = f"the source has “{found}” there, not “{row['text']}”; was it edited?"
        if problem:
            raise CrosscheckError(f"{path}, line {line}: {problem}")
    return _typed(table[table["doc_id"].isin(list(raws))].reset_index(drop=True))


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _typed(table: pd.DataFrame) -> pd.DataFrame:
    """Turn empty cells into nulls, and numbers into numbers."""
    table = table.mask(table == "")
    for key in ("low", "high"):
        table[key] = table[key].astype("float64")
    for key in ("start", "end"):
        table[key] = table[key].astype("Int64")
    return table
