"""What a claim is, and what it is read from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from crosscheck.codebook.coding import Codebook
from crosscheck.compare.claims_reading import Known, Reading
from crosscheck.compare.words import folded_words
from crosscheck.extract.article import Article
from crosscheck.extract.records import Date, Mention, Quantity, Quote

NOTHING: frozenset[str] = frozenset()
_SPEAKER_REACH = 8.0
_OPENING = 3
_SPEAKERS = ("PERSON", "ORG")


class When(NamedTuple):
    """The time of a number: its period, the kind of period, and the day as of which it holds.

    ``kind`` is none, since, span (from … to), point (a date) or elapsed (a length of time).
    """

    period: str | None = None
    kind: str = "none"
    as_of: str | None = None


class Claim(NamedTuple):
    """One claim; the columns of table ``claims``, and the features that variables ask for.

    ``start`` to ``end`` is the span of the value. ``place_ids``, ``sides``, ``to_sides``,
    ``names`` hold entity ids or sides of the codebook; ``predicates``, ``about``, ``things``,
    ``words`` and ``near`` hold its word classes. ``published`` is the date of the source.
    """

    claim_id: str
    doc_id: str
    start: int
    end: int
    text: str
    kind: str
    predicate: str
    predicates: frozenset[str]
    rule: str
    counted: str | None = None
    things: frozenset[str] = NOTHING
    place: str | None = None
    place_ids: tuple[str, ...] = ()
    period: str | None = None
    period_kind: str = "none"
    value: str | None = None
    low: float | None = None
    high: float | None = None
    qualifier: str | None = None
    as_of: str | None = None
    speaker: str | None = None
    about: frozenset[str] = NOTHING
    about_tense: str = ""
    sides: frozenset[str] = NOTHING
    to_sides: frozenset[str] = NOTHING
    names: frozenset[str] = NOTHING
    role: str = "none"
    tense: str = "asserted"
    words: frozenset[str] = NOTHING
    near: frozenset[str] = NOTHING
    sentence_id: int = 0
    published: str | None = None

    def row(self) -> dict[str, Any]:
        """Return the row of table ``claims``."""
        return {
            "claim_id": self.claim_id, "doc_id": self.doc_id, "start": self.start,
            "end": self.end, "text": self.text, "kind": self.kind, "predicate": self.predicate,
            "about": _joined(self.about), "counted": self.counted, "side": _joined(self.sides),
            "place": self.place, "period": self.period, "value": self.value, "low": self.low,
            "high": self.high, "qualifier": self.qualifier, "as_of": self.as_of,
            "role": self.role, "tense": self.tense, "speaker": self.speaker, "rule": self.rule,
        }  # fmt: skip


def _joined(names: frozenset[str]) -> str | None:
    return "|".join(sorted(names)) or None


@dataclass(frozen=True)
class Source:
    """What holds for a whole source: its text, its names and its quotations.

    ``numbers`` counts its claims.
    """

    article: Article
    mentions: Sequence[Mention]
    quotes: Sequence[Quote]
    numbers: Iterator[int]

    @cached_property
    def quote_starts(self) -> list[int]:
        """Where each quotation begins; they come in the order of the text."""
        return [quote.start for quote in self.quotes]

    @cached_property
    def mention_by_words(self) -> dict[tuple[str, ...], Mention]:
        """The first mention of each name, by its folded words."""
        return {tuple(folded_words(mention.text)): mention for mention in reversed(self.mentions)}

    def quoted(self, start: int, end: int) -> Quote | None:
        """Return the quotation that the span lies in."""
        index = bisect_right(self.quote_starts, start) - 1
        if index >= 0 and end <= self.quotes[index].end:
            return self.quotes[index]
        return None

    def mentions_in(self, text: str) -> list[Mention]:
        """Return the names that occur in ``text``, the longer ones first at each word."""
        words = folded_words(text)
        found: list[Mention] = []
        place = 0
        while place < len(words):
            for length in range(min(6, len(words) - place), 0, -1):
                mention = self.mention_by_words.get(tuple(words[place : place + length]))
                if mention is not None:
                    found.append(mention)
                    place += length - 1
                    break
            place += 1
        return found


@dataclass(frozen=True)
class Scene:
    """A sentence as it was read, with the one before it and the records in it.

    ``opening`` is the period that an earlier sentence of the paragraph opened with.
    """

    source: Source
    known: Known
    codebook: Codebook
    reading: Reading
    previous: Reading | None
    dates: Sequence[Date]
    quantities: Sequence[Quantity]
    language: str
    opening: When | None

    @cached_property
    def leans(self) -> Reading | None:
        """The sentence before, if this one leans on it ("They …", "Another 300 …")."""
        if self.previous is None or not self.reading.words:
            return None
        words, cues = self.reading.words, self.known.words
        leaning = cues.leaning.at(words, 0) or cues.result.at(words, 0)
        return self.previous if leaning else None

    @cached_property
    def topics(self) -> frozenset[str]:
        """The word classes of the sentence, and of the one that it leans on."""
        own = frozenset(name for _, name in self.reading.topics)
        if self.leans is None:
            return own
        return own | {name for _, name in self.leans.topics}

    @cached_property
    def leaning_sides(self) -> frozenset[str]:
        """Who is named in the sentence that this one leans on."""
        if self.leans is None:
            return NOTHING
        return frozenset(side for actor in self.leans.actors for side in actor.sides)

    @cached_property
    def topic_sides(self) -> frozenset[str]:
        """Whom a sentence that names nobody is about: the one side that the one before names."""
        if self.leans is not None or self.previous is None or self.reading.actors:
            return self.leaning_sides
        sides = frozenset(side for actor in self.previous.actors for side in actor.sides)
        return sides if len(sides) == 1 else NOTHING

    @cached_property
    def numbers(self) -> list[tuple[int, int]]:
        """The first and last word of each number of the sentence."""
        return [self.reading.span_of(one.start, one.end) for one in self.quantities]

    def number_between(self, first: int, last: int) -> bool:
        """Tell whether a number begins between the words ``first`` and ``last``."""
        return any(first < start < last for start, _ in self.numbers)

    def near(self, first: int, last: int, reach: float) -> frozenset[str]:
        """Return the word classes said within ``reach`` of the words.

        What opens the sentence ("At its peak, …") is near all of it.
        """
        reading, key = self.reading, ("near", first, last)
        if key not in reading.memo:
            low, high = reading.at[first] - reach, reading.at[last] + reach
            reading.memo[key] = frozenset(
                name
                for at, name in reading.topics
                if low <= reading.at[at] <= high or at < _OPENING
            )
        found: frozenset[str] = reading.memo[key]
        return found

    def speaker(self, start: int, end: int) -> str | None:
        """Return who says what stands at ``start`` to ``end``; None for the source itself."""
        quote = self.source.quoted(start, end)
        return quote.speaker if quote else self._reported_by

    @cached_property
    def _reported_by(self) -> str | None:
        """Whom the sentence gives as the source of what it says ("…, the ministry said")."""
        cues, reading = self.known.words, self.reading
        named = [
            actor
            for actor in reading.actors
            if actor.mention and (actor.mention.label in _SPEAKERS or actor.mention.metonym)
        ]
        if not named:
            return None
        for place, word in enumerate(reading.words):
            according = cues.according.at(reading.words, place)
            said = word.folded in cues.said
            if not according and not said:
                continue
            edge = according[1] - 1 if according else place
            near = [
                (reading.gap(edge, edge, actor.first, actor.last), actor.first, actor)
                for actor in named
                if not according or actor.first > edge
            ]
            best = min(near, default=None, key=lambda entry: entry[:2])
            if best and best[0] <= _SPEAKER_REACH and best[2].mention:
                return best[2].mention.text
        return None
