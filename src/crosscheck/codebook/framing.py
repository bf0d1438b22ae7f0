"""Which words name the same thing? Groups of terms, with their forms in each language."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from crosscheck.language import languages
from crosscheck.yaml import read_model

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Phrase = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Words = dict[str, list[Phrase]]


class _Limits(BaseModel):
    """Where a term counts, so that a word which means something else here is left out.

    ``unless_before``: ruled out by one of these among the words just before it, up to the next
    article, preposition or conjunction ("French defence authorities"); ``settled_by``: one of
    these, standing closer, keeps it ("France urged Malian authorities"). ``unless_after``: ruled
    out by one of these just after it, across "of", "in" and the like ("government of France").
    ``needs_after``: one of these must stand among the four words after it ("leave the country").
    ``needs``: one of these must stand in the same sentence. Phrases by language; case and accents
    do not matter.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    unless_before: Words = {}
    settled_by: Words = {}
    unless_after: Words = {}
    needs_after: Words = {}
    needs: Words = {}


LIMITS = tuple(_Limits.model_fields)


class Term(_Limits):
    """One way to name the thing: its ``name``, and the forms it takes in each language."""

    name: Phrase
    forms: Annotated[Words, Field(min_length=1)]

    @model_validator(mode="after")
    def _known_languages(self) -> Term:
        for words in (self.forms, *(getattr(self, limit) for limit in LIMITS)):
            for code in words:
                if code not in languages():
                    raise ValueError(f"no language “{code}”; there are {', '.join(languages())}")
        return self


class Group(_Limits):
    """The ways to name one thing; its limits hold for all its terms beside their own."""

    name: Name
    label: Phrase
    question: Phrase
    terms: Annotated[list[Term], Field(min_length=1)]

    @model_validator(mode="after")
    def _terms_once(self) -> Group:
        names = [term.name for term in self.terms]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(f"the term “{name}” is there twice")
        return self


class FramingModel(BaseModel):
    """The file ``codebook/framing.yml``.

    ``lists`` hold the word lists that several groups refer to by a YAML anchor.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    lists: dict[Name, Words] = {}
    groups: list[Group] = []

    @model_validator(mode="after")
    def _groups_once(self) -> FramingModel:
        names = [group.name for group in self.groups]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(f"the group “{name}” is there twice")
        return self

    def group(self, name: str) -> Group | None:
        """Return the group of that name, or None."""
        return next((group for group in self.groups if group.name == name), None)


def read_framing(path: Path) -> FramingModel:
    """Return the framing groups of ``path``; a file that is not there counts as empty.

    Raises CrosscheckError, naming file, line and key, for anything the schema refuses.
    """
    return read_model(path, FramingModel) if path.exists() else FramingModel()
