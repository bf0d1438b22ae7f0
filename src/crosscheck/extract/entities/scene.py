"""The words of a stretch of text with the known names found in them, and the rest in groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from crosscheck.extract.entities.gazetteer import Entry, NameTree
from crosscheck.extract.entities.lexicon import Lexicon
from crosscheck.extract.entities.words import CAPITALISED, UPPER, Words

_BLANKS = frozenset((" ", "\u00a0"))
_INSIDE = frozenset((" ", "\u00a0", "-", "\u2011", "'", "’", "."))


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

    def key(self, index: int) -> str:
        """Return the key of the word at ``index``, or an empty string outside the text."""
        return self.words.keys[index] if 0 <= index < len(self.words.keys) else ""

    def gap(self, index: int) -> str:
        """Return what stands between words ``index`` and ``index`` + 1."""
        return self.words.gaps[index] if index >= 0 else "\n"

    def fresh(self, index: int) -> bool:
        """Tell whether the word at ``index`` may be capitalised for its place alone."""
        return self.gap(index - 1) not in _INSIDE

    def ending_at(self, index: int) -> Found | None:
        """Return the known name that ends just before the word at ``index``, a blank between."""
        if self._ends is None:
            self._ends = {f.last: f for f in self.found}
        hit = self._ends.get(index)
        return hit if hit and self.gap(index - 1) in _BLANKS else None

    def starting_at(self, index: int) -> Found | None:
        """Return the known name that starts at ``index``, a blank before it."""
        if self._starts is None:
            self._starts = {f.first: f for f in self.found}
        hit = self._starts.get(index)
        return hit if hit and self.gap(index - 1) in _BLANKS else None

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
        kinds, texts = self.words.kinds, self.words.texts
        around = [i for i in (first - 2, first - 1, last, last + 1) if 0 <= i < len(kinds)]
        return any(kinds[i] == UPPER and len(texts[i]) > 3 for i in around) and all(
            kinds[i] == UPPER or len(texts[i]) < 2 or texts[i].isdigit() for i in around
        )

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
        return len(long) > 3 and capitals > 0.7 * len(long)


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
    if entry.noun and words.gaps[last - 1] in _BLANKS:
        following = scene.key(last)
        if words.kinds[last] or following not in scene.lexicon.speech:
            return False
    if entry.label == "NORP":
        lexicon = scene.lexicon
        if words.gaps[last - 1] in "-" and scene.key(last) in lexicon.language_nouns:
            return False
        if scene.key(first - 1) in lexicon.language_prepositions and (
            words.gaps[last - 1] not in _BLANKS
        ):
            return False
    return True


def groups(scene: Scene) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of each run of loose words that may be one name, particles inside."""
    loose, words, particles = scene.loose, scene.words, scene.lexicon.particles
    if not loose:
        return
    first = previous = loose[0]
    for i in loose[1:]:
        joined = all(
            words.gaps[k] in _INSIDE or (words.gaps[k] == ". " and _abbreviated(words.texts[k]))
            for k in range(previous, i)
        ) and all(words.keys[k] in particles for k in range(previous + 1, i))
        if not joined or i - previous > 3:
            yield first, previous + 1
            first = i
        previous = i
    yield first, previous + 1


def _abbreviated(word: str) -> bool:
    return len(word) == 1 or word in ("St", "Mt", "Jr", "Dr", "Mr", "Ms", "Gen", "Col", "Lt")
