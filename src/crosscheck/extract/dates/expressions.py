"""What a reader of time expressions finds: words that matter, and rows of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Word(NamedTuple):
    """One word that matters: its class, its place, and what it stands for."""

    name: str
    start: int
    end: int
    value: Any


@dataclass(frozen=True, slots=True)
class Expression:
    """A row of words that one form takes for a mention, not yet normalised."""

    kind: str
    rule: str
    words: tuple[Word, ...]
    _first: dict[str, Word] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the first word of each class."""
        object.__setattr__(self, "_first", {word.name: word for word in reversed(self.words)})

    @property
    def start(self) -> int:
        """Where the first word begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the last word ends."""
        return max(self.words[0].end, self.words[-1].end)

    def text_in(self, raw: str) -> str:
        """Return the characters it covers."""
        return raw[self.start : self.end]

    def first(self, *names: str) -> Word | None:
        """Return the first word of the first of these classes that occurs."""
        for name in names:
            word = self._first.get(name)
            if word is not None:
                return word
        return None

    def has(self, *names: str) -> bool:
        """Tell whether a word of any of these classes occurs."""
        return not self._first.keys().isdisjoint(names)

    def value(self, *names: str) -> Any:
        """Return what the first word of the first of these classes stands for, or None."""
        word = self.first(*names)
        return None if word is None else word.value

    def all(self, *names: str) -> list[Word]:
        """Return all words of these classes."""
        return [word for word in self.words if word.name in names]

    def with_words(self, words: tuple[Word, ...]) -> Expression:
        """Return the expression with other words."""
        return Expression(self.kind, self.rule, words)
