"""Which questions does the codebook put to every source, and what counts as an answer?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    model_validator,
)

from crosscheck.codebook.predicates import EntityId, Name, Phrase
from crosscheck.compare.values import date_interval, duration_interval
from crosscheck.yaml import read_model

ClaimKind = Literal["quantity", "date", "time", "duration", "place", "actor", "reason"]
Type = Literal["date", "time", "duration", "number", "category", "place", "actor"]
Role = Literal[
    "none", "at", "since", "by", "until", "over", "elapsed", "said",
    "in", "from", "to", "agent", "subject", "patient",
]  # fmt: skip
Qualifier = Literal[
    "none", "exact", "about", "at_least", "more_than", "at_most", "less_than", "range"
]
Tense = Literal["asserted", "future", "negated"]
Period = Literal["none", "since", "span", "point", "elapsed"]
Scope = Literal["place", "period", "as_of"]
NONE = "none"
"""In a constraint: the feature may be absent."""

OTHER = "other"
"""The predicate class of a verb that the codebook does not know."""


def _several(value: object) -> object:
    """Let a single word stand for a list of one."""
    return [value] if isinstance(value, str) else value


Listed = BeforeValidator(_several)
Names = Annotated[list[Name], Listed]


def _edtf(value: str) -> str:
    """Refuse what is not an EDTF date or interval."""
    if date_interval(value) is None:
        raise ValueError(f"“{value}” is not an EDTF date or interval, such as 2020/2021-06")
    return value


def _duration(value: str) -> str:
    """Refuse what is not an ISO 8601 duration."""
    if duration_interval(value, None) is None:
        raise ValueError(f"“{value}” is not an ISO 8601 duration, such as P2Y")
    return value


Edtf = Annotated[str, AfterValidator(_edtf)]
Duration = Annotated[str, AfterValidator(_duration)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Constraint(_Strict):
    """What a claim must be like. Every key that is given must hold; of its list, one entry.

    ``none`` in a list lets the feature be absent. ``predicate`` is what happens to the claim,
    ``about`` what an announcement, decision or request is about, in ``about_tense``. ``side`` is
    whose they are, or who does it (a side, or one entity), ``to_side`` the others named with it.
    ``place`` is this very place, ``within`` it or one inside it; of both one is enough. ``role`` is
    the part that a date ("since 2013"; ``elapsed``: "nine years on"; ``said``: the day on which it
    was told), a place ("to …"),
    a number ("from … to …") or an actor plays. ``names`` are entities named in the clause,
    ``words`` classes of words in the same sentence (and in the one that it leans on), ``near`` in
    the same clause. ``when``: the value, a date, meets this EDTF interval; ``as_of``: the date of
    which it is told does, where one is known. ``at_least`` and ``at_most`` bound a number,
    ``longer_than`` and ``shorter_than`` a duration (ISO 8601). ``without``: claims that it must
    not be. ``fallback``: such a claim only counts where no other one of the source answers, or
    where it says the same more exactly.
    """

    kind: Annotated[list[ClaimKind], Listed] = []
    predicate: Names = []
    about: Names = []
    about_tense: Annotated[list[Tense], Listed] = []
    counted: Names = []
    side: Annotated[list[EntityId], Listed] = []
    to_side: Annotated[list[EntityId], Listed] = []
    place: Annotated[list[EntityId], Listed] = []
    within: Annotated[list[EntityId], Listed] = []
    role: Annotated[list[Role], Listed] = []
    qualifier: Annotated[list[Qualifier], Listed] = []
    tense: Annotated[list[Tense], Listed] = []
    period: Annotated[list[Period], Listed] = []
    names: Annotated[list[EntityId], Listed] = []
    words: Names = []
    near: Names = []
    when: Edtf | None = None
    as_of: Edtf | None = None
    at_least: float | None = None
    at_most: float | None = None
    longer_than: Duration | None = None
    shorter_than: Duration | None = None
    without: Annotated[list[Constraint], Field(default_factory=list)]
    fallback: bool = False


class Category(_Strict):
    """One value of a variable that is coded in categories.

    ``weight``: of two categories that a source supports, the heavier is its answer.
    """

    value: Name
    label: Phrase
    weight: int = 1
    claims: list[Constraint] = []


class Variable(_Strict):
    """A question, and the claims that answer it.

    ``values``: whether a source has ``one`` answer (its most precise) or ``several``. ``scope``:
    what two answers may differ in without contradicting each other; a duration with ``as_of`` grows
    until the day of writing. ``exclusive``: two different
    categories, places or actors can't both be true. ``grain``: whether a place is answered as it is
    named, or as the place of ``within`` that it lies in. ``tie``: the category of a source in which
    two categories weigh the same. ``otherwise``: the category of a source that has claims
    fulfilling ``claims`` but none of the categories.
    """

    name: Name
    question: Phrase
    definition: Phrase
    coding_rule: Phrase
    label: Phrase
    type: Type
    unit: Phrase | None = None
    values: Literal["one", "several"] = "one"
    scope: Annotated[list[Scope], Listed] = []
    exclusive: bool = True
    grain: Literal["exact", "within"] = "exact"
    claims: list[Constraint] = []
    categories: list[Category] = []
    tie: Name | None = None

    @model_validator(mode="after")
    def _fits_its_type(self) -> Variable:
        if (self.type == "category") != bool(self.categories):
            raise ValueError("a variable has categories if, and only if, its type is category")
        if self.type != "category" and not self.claims:
            raise ValueError("say under “claims” which claims answer it")
        if self.tie and self.type != "category":
            raise ValueError("“tie” is for the type category")
        return self

    def constraints(self) -> list[Constraint]:
        """Return every constraint of the variable, those of its categories included."""
        return [*self.claims, *(one for some in self.categories for one in some.claims)]


class VariablesModel(_Strict):
    """The file ``codebook/variables.yml``."""

    variables: list[Variable] = []

    @model_validator(mode="after")
    def _names_once(self) -> VariablesModel:
        seen: set[str] = set()
        for variable in self.variables:
            if variable.name in seen:
                raise ValueError(f"the variable “{variable.name}” is there twice")
            seen.add(variable.name)
        return self


def read_variables(path: Path) -> VariablesModel:
    """Return the variables of ``path``; CrosscheckError names file, line and key."""
    return read_model(path, VariablesModel)
