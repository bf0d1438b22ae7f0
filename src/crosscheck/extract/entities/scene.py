"""The words of a stretch of text with the known names found in them, and the rest in groups."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from crosscheck.extract.entities.gazetteer import Entry, NameTree
from crosscheck.extract.entities.lexicon import Lexicon
from crosscheck.extract.entities.words import CAPITALISED, UPPER, Words, slug

BLANKS = frozenset((" ", "\u00a0"))
"""What stands between two words of a phrase."""

INSIDE = frozenset((" ", "\u00a0", "-", "\u2011", "'", "’", "."))
"""What may stand between two words of a name."""

_STOPS = frozenset((".", ",", ";", ")", "!", "?", "", "\n"))
_MARKS = frozenset("\"“”‘’'«»")


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

    def opens_line(self, index: int) -> bool:
        """Tell whether the word at ``index`` is the first of its line."""
        return index == 0 or "\n" in self.words.gaps[index - 1]

    def closes_line(self, index: int) -> bool:
        """Tell whether the words before ``index`` end their line."""
        return index == len(self.words.keys) or "\n" in self.words.gaps[index - 1]

    def ending_at(self, index: int) -> Found | None:
        """Return the known name that ends just before the word at ``index``, a blank between."""
        if self._ends is None:
            self._ends = {f.last: f for f in self.found}
        hit = self._ends.get(index)
        if hit is None:
            return None
        gap = self.gap(index - 1)
        # The full stop of "U.S." ends no sentence.
        dotted = gap == ". " and len(self.words.texts[index - 1]) == 1 and hit.last - hit.first > 1
        return hit if dotted or gap in BLANKS else None

    def starting_at(self, index: int) -> Found | None:
        """Return the known name that starts at ``index``, a blank before it."""
        return self._at(index) if self.gap(index - 1) in BLANKS else None

    def place_at(self, index: int) -> bool:
        """Tell whether a known place starts at ``index``."""
        hit = self._at(index)
        return hit is not None and hit.label in ("GPE", "LOC")

    def _at(self, index: int) -> Found | None:
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

    def located(self, first: int, last: int) -> bool:
        """Tell whether the words beside a name say that it is a place."""
        lexicon = self.lexicon
        before = self.key(first - 1)
        if self.gap(first - 1) in BLANKS and (
            before in lexicon.at
            or (before in lexicon.genitives and self.key(first - 2) in lexicon.place_nouns)
        ):
            return True
        if self.gap(last - 1) in BLANKS and self.key(last) in lexicon.place_nouns:
            return True
        beside = self.gap(last - 1) == ", " and self.place_at(last)
        return beside and not (self.fresh(first) and self.gap(first - 1)[-1:] != "(")

    def listed_before(self, index: int) -> Found | None:
        """Return the known name that a comma or conjunction joins to the word at ``index``."""
        gap = self.gap(index - 1)
        if gap in BLANKS and self.key(index - 1) in self.lexicon.conjunctions:
            index -= 1
            gap = self.gap(index - 1)
        elif gap != ", ":
            return None
        if gap not in (" ", ", "):
            return None
        if self._ends is None:
            self._ends = {f.last: f for f in self.found}
        return self._ends.get(index)

    def listed_after(self, index: int) -> Found | None:
        """Return the known name that a comma or conjunction joins to what ends at ``index``."""
        gap = self.gap(index - 1)
        if gap in (" ", ", ") and self.key(index) in self.lexicon.conjunctions:
            index += 1
            gap = self.gap(index - 1)
        elif gap != ", ":
            return None
        return self._at(index) if gap in BLANKS or gap == ", " else None

    def quoted(self, first: int, last: int) -> bool:
        """Tell whether exactly these words stand in quotation marks."""
        return self.gap(first - 1)[-1:] in _MARKS and self.gap(last - 1)[:1] in _MARKS

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

    def shouted(self, first: int, last: int) -> bool:
        """Tell whether the words around are in capitals too, so that capitals mean nothing."""
        words, low, high = self.words, first, last
        while low > 0 and first - low < 4 and "\n" not in words.gaps[low - 1]:
            low -= 1
        while high < len(words.keys) and high - last < 4 and "\n" not in words.gaps[high - 1]:
            high += 1
        around = [*range(low, first), *range(last, high)]
        loud = sum(1 for i in around if words.kinds[i] == UPPER and len(words.texts[i]) > 3)
        return loud > 1 or (loud == 1 and len(around) < 4)

    def headline(self, first: int, last: int) -> bool:
        """Tell whether most long words of the line around are capitalised."""
        words = self.words
        low, high = first, last
        while low > 0 and first - low < 12 and "\n" not in words.gaps[low - 1]:
            low -= 1
        while high < len(words.keys) and high - last < 12 and "\n" not in words.gaps[high - 1]:
            high += 1
        long = [i for i in range(low, high) if len(words.texts[i]) > 3]
        capitals = sum(1 for i in long if words.kinds[i] >= CAPITALISED)
        if len(long) < 4 or capitals <= 0.7 * len(long):
            return False
        commas = sum(1 for i in range(low, high - 1) if words.gaps[i][:1] == ",")
        ordinary = sum(1 for i in long if words.kinds[i] and self._ordinary(words.keys[i]))
        return ordinary > 1 or (capitals > 0.85 * len(long) and commas * 4 < len(long))

    def _ordinary(self, key: str) -> bool:
        lexicon = self.lexicon
        return key in lexicon.openers or key in lexicon.speech or key in self.small


def scan(words: Words, lexicon: Lexicon, tree: NameTree) -> Scene:
    """Return the scene of ``words``: known names, and the other capitalised words in ``loose``."""
    scene = Scene(words, lexicon)
    keys, kinds, root, small = words.keys, words.kinds, tree.root, tree.small
    found, loose = scene.found, scene.loose
    position = 0
    for i in [i for i, key in enumerate(keys) if kinds[i] or key in small]:
        if i < position:
            continue
        hits = tree.starting_at(words, i) if keys[i] in root else []
        while hits and not _fits(scene, i, *hits[-1]):
            hits.pop()
        if hits:
            end, entry = hits[-1]
            if entry.soft:
                scene.soft[i] = hits[-1]
                loose.extend(range(i, end))
            else:
                found.append(
                    Found(i, end, entry.label, entry.entity_id, entry.name, entry.rule, entry)
                )
            position = end
        elif kinds[i]:
            loose.append(i)
    return scene


def _fits(scene: Scene, first: int, last: int, entry: Entry) -> bool:
    """Tell whether a known name stands here in a form and place that mean it."""
    words = scene.words
    if entry.exact and not (
        all(text.isupper() for text in words.texts[first:last]) and not scene.shouted(first, last)
    ):
        return False
    if entry.noun and words.gaps[last - 1] in BLANKS:
        following = scene.key(last)
        if words.kinds[last] or following not in scene.lexicon.speech:
            return False
    if entry.label == "ORG" and words.gaps[last - 1] in BLANKS and last - first > 1:
        # "Italian Armed Forces Minister": the office of a person, not the forces.
        return scene.key(last) not in scene.lexicon.offices
    if entry.label == "NORP":
        lexicon = scene.lexicon
        if words.gaps[last - 1] in "-" and scene.key(last) in lexicon.language_nouns:
            return False
        if scene.key(first - 1) in lexicon.language_prepositions and (
            words.gaps[last - 1][:1] in _STOPS
        ):
            return False
    return True
