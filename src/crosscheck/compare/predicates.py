"""Which word classes of the codebook does a sentence use, and where?

The phrases of a language are compiled once; a sentence is then read word by word, with one look-up
a word, so that time grows with the text and not with the codebook.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from crosscheck.codebook.predicates import PredicatesModel
from crosscheck.compare.words import Word, folded_words

_GAP = "..."
_GAP_WORDS = 5
_ANY_ENDING = "*"


class Hit(NamedTuple):
    """A phrase found: words ``first`` to ``last`` of the sentence, and the class it belongs to.

    ``section`` is predicates, things, topics, sides or places; ``noun`` tells whether a predicate
    is named ("withdrawal") rather than said ("withdraw").
    """

    first: int
    last: int
    section: str
    name: str
    noun: bool


class _Entry(NamedTuple):
    """The words of a phrase after its first one, its classes, and how much it says of the first."""

    rest: tuple[str, ...]
    section: str
    name: str
    noun: bool
    letters: int


class Phrases:
    """The phrases of one language, ready to be looked for."""

    def __init__(self, entries: Iterable[tuple[str, str, str, bool]]):
        """Take (phrase, section, class, noun) entries."""
        self._exact: dict[str, list[_Entry]] = defaultdict(list)
        self._prefixes: dict[str, list[_Entry]] = defaultdict(list)
        for phrase, section, name, noun in entries:
            tokens = _tokens(phrase)
            if not tokens:
                continue
            first = tokens[0]
            entry = _Entry(tokens[1:], section, name, noun, len(first))
            if first.endswith(_ANY_ENDING):
                self._prefixes[first[:-1]].append(entry)
            else:
                self._exact[first].append(entry)
        self._starting = lru_cache(maxsize=100_000)(self._look_up)

    def _look_up(self, word: str) -> _Starting | None:
        """Return the phrases that may begin with ``word``; None if there are none."""
        found = list(self._exact.get(word, ()))
        for length in range(1, len(word) + 1):
            found += self._prefixes.get(word[:length], ())
        if not found:
            return None
        next_words: dict[str, list[_Entry]] = {}
        for entry in found:
            if entry.rest and not _is_open(entry.rest[0]):
                next_words.setdefault(entry.rest[0], []).append(entry)
        return _Starting(
            _closest([entry for entry in found if not entry.rest]),
            next_words,
            [entry for entry in found if entry.rest and _is_open(entry.rest[0])],
        )

    def find(self, words: Sequence[Word], inside: Sequence[bool]) -> list[Hit]:
        """Return what the words of a sentence say, in order of their first word.

        Words whose ``inside`` is true belong to a name, date or number and begin no phrase. Where
        two phrases of a section begin at the same word the longest wins, and the words that it
        took begin no other phrase of that section.
        """
        hits: list[Hit] = []
        taken: set[tuple[str, int]] = set()
        for first, word in enumerate(words):
            starting = self._starting(word.folded)
            if starting is None or inside[first]:
                continue
            beaten: dict[str, int] = {}
            for rest, entry in starting.going_on(words, first):
                section = entry.section
                if (section, first) in taken or len(rest) < beaten.get(section, 0):
                    continue
                beaten[section] = len(rest)
                # The end of a phrase with a gap ("told … to") may begin another ("to leave").
                is_row = rest[-1] - first == len(rest)
                taken.update((section, place) for place in (rest if is_row else rest[:-1]))
                hits.append(Hit(first, rest[-1], section, entry.name, entry.noun))
            for entry in starting.single:
                if entry.section not in beaten and (entry.section, first) not in taken:
                    hits.append(Hit(first, first, entry.section, entry.name, entry.noun))
        return hits


class _Starting(NamedTuple):
    """The phrases that begin with one word: of it alone, by the word after it, and open ones."""

    single: list[_Entry]
    next_words: dict[str, list[_Entry]]
    open: list[_Entry]

    def going_on(self, words: Sequence[Word], first: int) -> list[tuple[tuple[int, ...], _Entry]]:
        """Return the phrases that go on after ``first``, with their places, the longest first."""
        after = words[first + 1].folded if first + 1 < len(words) else ""
        entries = self.next_words.get(after, [])
        if self.open:
            entries = entries + self.open
        found = [
            (rest, entry)
            for entry in entries
            if (rest := _match(entry.rest, words, first + 1)) is not None
        ]
        if len(found) > 1:
            found.sort(key=lambda match: -len(match[0]))
        return found


def _closest(entries: list[_Entry]) -> list[_Entry]:
    """Return the entries that fit a word best, of each class ("announcement*", not "announc*")."""
    most: dict[tuple[str, str], int] = {}
    for entry in entries:
        key = entry.section, entry.name
        most[key] = max(most.get(key, 0), entry.letters)
    return [entry for entry in entries if entry.letters == most[entry.section, entry.name]]


def _is_open(pattern: str) -> bool:
    """Tell whether a pattern stands for more than one word."""
    return pattern == _GAP or pattern.endswith(_ANY_ENDING)


def _match(rest: tuple[str, ...], words: Sequence[Word], at: int) -> tuple[int, ...] | None:
    """Return the places of the words of ``rest`` from ``at`` on, or None."""
    found: list[int] = []
    gap = 0
    for pattern in rest:
        if pattern == _GAP:
            gap = _GAP_WORDS
            continue
        for place in range(at, min(at + gap + 1, len(words))):
            if _fits(pattern, words[place].folded):
                found.append(place)
                at, gap = place + 1, 0
                break
        else:
            return None
    return tuple(found)


def _fits(pattern: str, word: str) -> bool:
    if pattern.endswith(_ANY_ENDING):
        return word.startswith(pattern[:-1])
    return word == pattern


def _tokens(phrase: str) -> tuple[str, ...]:
    """Return the folded words of a phrase; ``*`` stays on its word, ``...`` stays by itself."""
    tokens: list[str] = []
    for part in phrase.replace(_GAP, f" {_GAP} ").split():
        if part == _GAP:
            tokens.append(_GAP)
            continue
        words = folded_words(part)
        if words and part.endswith(_ANY_ENDING):
            words[-1] += _ANY_ENDING
        tokens += words
    return tuple(tokens)


def codebook_phrases(predicates: PredicatesModel, language: str) -> Phrases:
    """Compile the word classes of the codebook for one language."""
    return Phrases(_entries(predicates, language))


def _entries(predicates: PredicatesModel, language: str) -> Iterator[tuple[str, str, str, bool]]:
    def of(words: Mapping[str, list[str]]) -> list[str]:
        return words.get(language, [])

    for name, predicate in predicates.predicates.items():
        for phrase in of(predicate.words):
            yield phrase, "predicates", name, False
        for phrase in of(predicate.nouns):
            yield phrase, "predicates", name, True
    for section, classes in (("things", predicates.things), ("topics", predicates.topics)):
        for name, words in classes.items():
            for phrase in of(words.words):
                yield phrase, section, name, False
    for name, side in predicates.sides.items():
        for phrase in of(side.words):
            yield phrase, "sides", name, False
    for name, place in predicates.places.items():
        for phrase in of(place.words):
            yield phrase, "places", name, False
