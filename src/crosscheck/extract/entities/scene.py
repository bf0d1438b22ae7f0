"""The words of a stretch of text with the known names found in them, and the rest in groups."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from crosscheck.extract.entities.gazetteer import Entry
from crosscheck.extract.entities.lexicon import Lexicon
from crosscheck.extract.entities.words import Words, slug

BLANKS = frozenset((" ", "\u00a0"))
"""What stands between two words of a phrase."""

INSIDE = frozenset((" ", "\u00a0", "-", "\u2011", "'", "’", "."))
"""What may stand between two words of a name."""

HYPHENS = frozenset(("-", "\u2011", "'", "’"))
"""What stands between the parts of one word of a name."""


@dataclass(slots=True)
class Found:
    """A name at words ``first`` to ``last`` (excluded); ``titles`` are the keys said before it."""

    first: int
    last: int
    label: str
    entity_id: str
    name: str
    rule: str
    entry: Entry | None = None
    titles: tuple[str, ...] = ()
    metonym: bool = False


class Span(NamedTuple):
    """The words ``first`` to ``last`` (excluded), and the keys of the titles right before them."""

    first: int
    last: int
    titles: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        """The number of words."""
        return self.last - self.first


@dataclass(slots=True)
class Scene:
    """One stretch of text in one language."""

    words: Words
    lexicon: Lexicon
    found: list[Found] = field(default_factory=list)
    soft: dict[int, tuple[int, Entry]] = field(default_factory=dict)
    loose: list[int] = field(default_factory=list)
    open: list[tuple[int, int]] = field(default_factory=list)
    headlines: dict[tuple[int, int], bool] = field(default_factory=dict)
    _ends: dict[int, Found] | None = None
    _starts: dict[int, Found] | None = None
    _small: frozenset[str] | None = None
    _taken: frozenset[int] | None = None

    def key(self, index: int) -> str:
        """Return the key of the word at ``index``, or an empty string outside the text."""
        return self.words.keys[index] if 0 <= index < len(self.words.keys) else ""

    def gap(self, index: int) -> str:
        """Return what stands between words ``index`` and ``index`` + 1."""
        return self.words.gaps[index] if index >= 0 else "\n"

    def fresh(self, index: int) -> bool:
        """Tell whether the word at ``index`` may be capitalised for its place alone."""
        return self.gap(index - 1) not in INSIDE

    def register(self, found: Found) -> None:
        """Let a name that was added late be seen by the names beside it."""
        if self._ends is not None:
            self._ends[found.last] = found
        if self._starts is not None:
            self._starts[found.first] = found

    def opens_line(self, index: int) -> bool:
        """Tell whether the word at ``index`` is the first of its line."""
        return index == 0 or "\n" in self.words.gaps[index - 1]

    def closes_line(self, index: int) -> bool:
        """Tell whether the words before ``index`` end their line."""
        return index == len(self.words.keys) or "\n" in self.words.gaps[index - 1]

    def ended(self, index: int) -> Found | None:
        """Return the known name whose last word comes right before ``index``."""
        if self._ends is None:
            self._ends = {f.last: f for f in self.found}
        return self._ends.get(index)

    def ending_at(self, index: int) -> Found | None:
        """Return the known name that ends just before the word at ``index``, a blank between."""
        hit = self.ended(index)
        if hit is None:
            return None
        gap = self.gap(index - 1)
        # The full stop of "U.S." ends no sentence.
        dotted = gap == ". " and len(self.words.texts[index - 1]) == 1 and hit.last - hit.first > 1
        return hit if dotted or gap in BLANKS else None

    def starting_at(self, index: int) -> Found | None:
        """Return the known name that starts at ``index``, a blank before it."""
        return self.begun(index) if self.gap(index - 1) in BLANKS else None

    def starting_after_bracket(self, index: int) -> bool:
        """Tell whether a known organisation starts at ``index``, an opening bracket before it."""
        hit = self.begun(index)
        return hit is not None and hit.label == "ORG" and self.gap(index - 1).strip() == "("

    def place_at(self, index: int) -> bool:
        """Tell whether a known place starts at ``index``."""
        hit = self.begun(index)
        return hit is not None and hit.label in ("GPE", "LOC")

    def begun(self, index: int) -> Found | None:
        """Return the known name whose first word is ``index``."""
        if self._starts is None:
            self._starts = {f.first: f for f in self.found}
        return self._starts.get(index)

    @property
    def taken(self) -> frozenset[int]:
        """The words inside known names."""
        if self._taken is None:
            self._taken = frozenset(i for f in self.found for i in range(f.first, f.last))
        return self._taken

    def made(self, first: int, last: int, label: str, rule: str) -> Found:
        """Return a name made of the words, with an id made of its label and text."""
        name = self.text(first, last)
        return Found(first, last, label, f"{label.lower()}:{slug(name)}", name, rule)

    @property
    def small(self) -> frozenset[str]:
        """The keys of the words that are also written without a capital."""
        if self._small is None:
            pairs = zip(self.words.keys, self.words.kinds, strict=True)
            self._small = frozenset(key for key, kind in pairs if not kind)
        return self._small

    def text(self, first: int, last: int) -> str:
        """Return the words with single blanks, as a name."""
        parts = self.words.texts[first:last]
        gaps = (gap if gap in "-'’" else " " for gap in self.words.gaps[first : last - 1])
        return "".join(part + gap for part, gap in zip(parts, [*gaps, ""], strict=True))
