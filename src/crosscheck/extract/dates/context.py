"""What the value of an expression of time depends on, and what it becomes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from crosscheck.extract.dates.calendar import Point

EXPLICIT, RELATIVE, PROPAGATED = "explicit", "relative", "propagated"


class Anchor(NamedTuple):
    """The day (or month, or year) a document speaks from.

    ``basis`` goes with every value that is worked out from it. A document whose publication is not
    known is written on the anchor ``or later``.
    """

    point: Point
    basis: str = RELATIVE
    or_later: bool = False


class Value(NamedTuple):
    """A normalised expression: ``value`` None where it can't be known."""

    kind: str
    value: str | None
    qualifier: str | None = None
    basis: str | None = None


@dataclass(slots=True)
class Context:
    """What is known around an expression.

    ``frame`` is a year that the sentence names for its months, ``told`` the date told last, which
    is ``near`` in this sentence or the one before and ``same`` in this one; ``ahead`` asks the
    tense of the verb.
    """

    anchor: Anchor | None
    code: str
    raw: str
    frame: int | None = None
    told: Point | None = None
    near: bool = False
    same: bool = False
    ahead: Callable[[], bool | None] = field(default=lambda: None)

    @property
    def told_near(self) -> Point | None:
        """The date told last, if that was in this sentence or the one before."""
        return self.told if self.near else None
