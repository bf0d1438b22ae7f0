"""What does the codebook know of words? Classes of what happens, of what is counted, of whom."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

from crosscheck.language import languages
from crosscheck.yaml import read_model

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
EntityId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([_:-][a-z0-9]+)*$")]
Phrase = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Words = dict[str, list[Phrase]]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class WordClass(_Strict):
    """Words that mean the same to the coder, per language.

    A phrase is one or more words; ``*`` at the end of a word stands for any ending, ``...``
    between two words for up to four others. Case and accents do not matter.
    """

    definition: Phrase
    words: Words = {}

    @model_validator(mode="after")
    def _known_languages(self) -> WordClass:
        _check_languages(self.words)
        return self


class PredicateClass(WordClass):
    """Words for one thing that happens.

    ``nouns`` name it ("withdrawal"), ``words`` say it ("withdraw"). ``embeds``: it is about
    another event ("announced the withdrawal"). ``tells``: it makes that known, so that its date may
    be that of what it tells. ``reason``: the clause that says it can be the
    reason of another event. ``state``: it holds at a time instead of happening ("is based").
    ``manner``: it tells how another thing is done ("at the request of"), so that the dates and
    numbers beside it belong to that.
    """

    nouns: Words = {}
    embeds: bool = False
    tells: bool = False
    reason: bool = False
    state: bool = False
    manner: bool = False

    @model_validator(mode="after")
    def _known_noun_languages(self) -> PredicateClass:
        _check_languages(self.nouns)
        return self


class Side(_Strict):
    """A party to the event: the entities, and the words, that stand for it.

    ``words`` are those that no gazetteer holds ("the junta"); they count only outside names.
    """

    definition: Phrase
    entities: list[EntityId] = []
    words: Words = {}

    @model_validator(mode="after")
    def _known_languages(self) -> Side:
        _check_languages(self.words)
        return self


class Place(_Strict):
    """A place that contains others, and the words that stand for it ("the region").

    ``label`` is how a sentence calls it, if not by its name alone ("the Alps").
    """

    label: Phrase | None = None
    contains: list[EntityId] = []
    words: Words = {}

    @model_validator(mode="after")
    def _known_languages(self) -> Place:
        _check_languages(self.words)
        return self


class PredicatesModel(_Strict):
    """The file ``codebook/predicates.yml``.

    ``predicates``: what happens. ``things``: what is counted or acted on. ``topics``: other words
    that a variable may ask for or rule out. ``sides``: who. ``places``: what lies in what.
    ``part_of``: an entity → the one that it is the more exact name of. ``stands_for``: an entity
    → the one that it is another word for ("Russian" for Russia).
    """

    predicates: dict[Name, PredicateClass] = {}
    things: dict[Name, WordClass] = {}
    topics: dict[Name, WordClass] = {}
    sides: dict[Name, Side] = {}
    places: dict[EntityId, Place] = {}
    part_of: dict[EntityId, EntityId] = {}
    stands_for: dict[EntityId, EntityId] = {}

    @model_validator(mode="after")
    def _one_owner(self) -> PredicatesModel:
        names: set[str] = set()
        for section in (self.predicates, self.things, self.topics):
            twice = names & set(section)
            if twice:
                raise ValueError(f"the class “{min(twice)}” is in two sections")
            names |= set(section)
        owner: dict[str, str] = {}
        for side, content in self.sides.items():
            for entity in content.entities:
                if owner.setdefault(entity, side) != side:
                    raise ValueError(f"“{entity}” is on the side of “{owner[entity]}” and “{side}”")
        return self


def read_predicates(path: Path) -> PredicatesModel:
    """Return the word classes of ``path``; CrosscheckError names file, line and key."""
    return read_model(path, PredicatesModel)


def _check_languages(words: Words) -> None:
    for code in words:
        if code not in languages():
            raise ValueError(f"no language “{code}”; there are {', '.join(languages())}")
