"""What stands in a sentence, in order: what happens, who, where, and what parts them.

There is no parser. A sentence is read as a row of words between which distance is counted; commas,
conjunctions and relative pronouns count as many words. What is nearest belongs together.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

from crosscheck.codebook.variables import OTHER
from crosscheck.compare.claims_words import ClaimWords
from crosscheck.compare.predicates import Hit, Phrases
from crosscheck.compare.words import Word, words_of
from crosscheck.extract.article import Sentence
from crosscheck.extract.records import Date, Mention, Quantity

PLACES = ("GPE", "LOC", "FAC")
"""The labels of mentions that are places."""

_NO_PARTY = ("LOC", "FAC")

_COMMA, _COLON, _STOP, _BRACKET = 4.0, 8.0, 30.0, 4.0
_MARKS = {",": _COMMA, ":": _COLON, ";": _STOP, "(": _BRACKET, ")": _BRACKET, "—": _COLON,
          "–": _COLON, "[": _BRACKET, "]": _BRACKET, "?": _STOP, "!": _STOP}  # fmt: skip
_SKIPPED_WORDS = 5
_WHERE_REACH = 26.0


class Trigger(NamedTuple):
    """A word or phrase that says that something happens.

    ``noun`` if it names it; ``tense`` is asserted, future or negated; ``embeds`` if it is about
    another trigger, ``tells`` if it makes that known, ``manner`` if it only tells how another came
    about, ``reason`` if it can be why it did.
    """

    first: int
    last: int
    classes: frozenset[str]
    noun: bool
    tense: str
    embeds: bool
    tells: bool
    state: bool
    manner: bool
    reason: bool


class Actor(NamedTuple):
    """Somebody named: ``sides`` are the parties that the name stands for."""

    first: int
    last: int
    sides: frozenset[str]
    mention: Mention | None


class Spot(NamedTuple):
    """A place named; ``role`` is in, from, to, or empty where no preposition says it."""

    first: int
    last: int
    place_id: str
    name: str
    role: str
    mention: Mention | None


@dataclass(frozen=True)
class Known:
    """What the codebook tells a reader of sentences, compiled for one language.

    ``sides`` maps an entity to its side; ``actors_asked`` and ``places_asked`` are the predicates
    of variables that are answered by a name; ``no_parties`` are towns and the people of regions.
    """

    words: ClaimWords
    phrases: Phrases
    sides: Mapping[str, str]
    embeds: frozenset[str]
    tells: frozenset[str]
    states: frozenset[str]
    manners: frozenset[str]
    reasons: frozenset[str]
    actors_asked: frozenset[str]
    places_asked: frozenset[str]
    place_names: Mapping[str, str]
    no_parties: frozenset[str]


@dataclass
class Reading:
    """A sentence as it was read; indices count its words. ``memo`` keeps what was worked out."""

    sentence: Sentence
    words: list[Word]
    at: list[float]
    triggers: list[Trigger] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    topics: list[tuple[int, str]] = field(default_factory=list)
    things: list[Hit] = field(default_factory=list)
    starts: list[int] = field(init=False, repr=False)
    ends: list[int] = field(init=False, repr=False)
    memo: dict[tuple[str, int, int], Any] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self.starts = [word.start for word in self.words]
        self.ends = [word.end for word in self.words]

    def span_of(self, start: int, end: int) -> tuple[int, int]:
        """Return the first and last word of the characters ``start`` to ``end`` of the source."""
        base = self.sentence.start
        first = bisect_right(self.ends, start - base)
        last = bisect_left(self.starts, end - base) - 1
        return first, max(first, last)

    def characters(self, first: int, last: int) -> tuple[int, int]:
        """Return the characters of the source from word ``first`` to word ``last``."""
        base = self.sentence.start
        return base + self.words[first].start, base + self.words[last].end

    def gap(self, first: int, last: int, other_first: int, other_last: int) -> float:
        """Return how far apart two stretches of words are; 0 where they overlap."""
        if other_first > last:
            return self.at[other_first] - self.at[last]
        if first > other_last:
            return self.at[first] - self.at[other_last]
        return 0.0


def read_sentence(
    sentence: Sentence,
    known: Known,
    mentions: Sequence[Mention],
    dates: Sequence[Date],
    quantities: Sequence[Quantity],
) -> Reading:
    """Read one sentence; the records are those that lie in it."""
    words = words_of(sentence.text)
    reading = Reading(sentence, words, _distances(sentence.text, words, known.words))
    if not words:
        return reading
    inside = [False] * len(words)
    # An adjective of nationality may begin a phrase ("Malian soil"), other names none.
    spans = [(record.start, record.end) for record in mentions if record.label != "NORP"]
    spans += [(record.start, record.end) for record in dates]
    spans += [(record.start, record.end) for record in quantities]
    for start, end in spans:
        first, last = reading.span_of(start, end)
        for place in range(first, min(last + 1, len(words))):
            inside[place] = True
    hits = known.phrases.find(words, inside)
    reading.things = [hit for hit in hits if hit.section == "things"]
    reading.topics = [
        (hit.first, hit.name) for hit in hits if hit.section in ("topics", "things", "predicates")
    ]
    reading.triggers = _triggers(hits, words, inside, known)
    times = [(date.start, date.end) for date in dates]
    _name(reading, hits, mentions, times, known)
    return reading


def _distances(text: str, words: Sequence[Word], cues: ClaimWords) -> list[float]:
    """Return for each word how far it lies from the first: words, and what parts them."""
    at = [0.0] * len(words)
    total = 0.0
    for index, (before, word) in enumerate(pairwise(words), start=1):
        total += 1.0 + cues.barriers.get(word.folded, 0.0)
        if word.start - before.end > 1:
            total += sum(_MARKS.get(mark, 0.0) for mark in text[before.end : word.start])
        at[index] = total
    return at


def _triggers(
    hits: Sequence[Hit], words: Sequence[Word], inside: Sequence[bool], known: Known
) -> list[Trigger]:
    """Return what happens in a sentence, in order; unknown verbs in the past included."""
    found: dict[tuple[int, int], list[Hit]] = {}
    covered: set[int] = set()
    for hit in hits:
        if hit.section == "predicates":
            found.setdefault((hit.first, hit.last), []).append(hit)
            covered.update((hit.first, hit.last))
    cues = known.words
    for index, word in enumerate(words):
        if (
            word.folded.endswith(cues.verb_endings)
            and len(word.folded) > 4
            and index not in covered
            and not inside[index]
            and word.folded not in cues.not_verbs
            and (index == 0 or words[index - 1].folded not in cues.articles)
        ):
            found[index, index] = []
    triggers: list[Trigger] = []
    for (first, last), some in sorted(found.items()):
        classes = frozenset(hit.name for hit in some) or frozenset({OTHER})
        noun = bool(some) and all(hit.noun for hit in some)
        floor = triggers[-1].last if triggers else -1
        triggers.append(
            Trigger(
                first,
                last,
                classes,
                noun,
                _tense_of_noun(words, first, floor, cues)
                if noun
                else _tense(words, first, floor, inside, cues),
                not classes.isdisjoint(known.embeds),
                not classes.isdisjoint(known.tells),
                not classes.isdisjoint(known.states),
                not classes.isdisjoint(known.manners),
                not classes.isdisjoint(known.reasons),
            )
        )
    return [
        trigger
        for index, trigger in enumerate(triggers)
        if not _helps(trigger, triggers[index + 1 : index + 2], words, inside, cues)
    ]


def _helps(
    trigger: Trigger,
    following: Sequence[Trigger],
    words: Sequence[Word],
    inside: Sequence[bool],
    cues: ClaimWords,
) -> bool:
    """Tell whether a trigger is only the helper of the verb after it ("has announced")."""
    return (
        words[trigger.first].folded in cues.auxiliaries
        and bool(following)
        and not following[0].noun
        and following[0].first - trigger.last <= 3
        and not any(inside[trigger.last + 1 : following[0].first])
    )


def _tense(
    words: Sequence[Word], first: int, floor: int, inside: Sequence[bool], cues: ClaimWords
) -> str:
    """Return the tense of the trigger at ``first``, by the words since the one before.

    What is ``inside`` a number ("no more than 300") says nothing of it.
    """
    tense = "asserted"
    place = max(floor + 1, first - _SKIPPED_WORDS)
    while place <= first:
        if cues.negated.at(words, place) and not inside[place]:
            return "negated"
        future = cues.future.at(words, place)
        if future:
            is_done = place > 0 and words[place - 1].folded in cues.done
            tense = tense if is_done else "future"
        place += 1
    return tense


def _tense_of_noun(words: Sequence[Word], first: int, floor: int, cues: ClaimWords) -> str:
    """Return the tense of what is named at ``first`` ("the last step will be the handover")."""
    places = range(max(floor + 1, first - _SKIPPED_WORDS), first)
    ahead = any(cues.future_of_nouns.at(words, place) for place in places)
    return "future" if ahead else "asserted"


def _name(
    reading: Reading,
    hits: Sequence[Hit],
    mentions: Sequence[Mention],
    times: Sequence[tuple[int, int]],
    known: Known,
) -> None:
    """Fill in who and where: the names of the sentence, and the words that stand for names."""
    spots: list[Spot] = []
    actors: list[Actor] = []
    ends = [hit.first for hit in hits if hit.section in ("places", "sides")]
    for mention in mentions:
        first, last = reading.span_of(mention.start, mention.end)
        # A name inside a time ("Paris time") or a phrase for a place names nobody.
        told = any(start <= mention.start < end for start, end in times)
        if told or first >= len(reading.words) or first in ends:
            continue
        role = ""
        if mention.label in PLACES and not mention.metonym:
            role = _place_role(reading, first, spots, known.words)
            name = known.place_names.get(mention.entity_id, mention.text)
            spots.append(Spot(first, last, mention.entity_id, name, role, mention))
        if not role:
            actors.append(Actor(first, last, _sides_of(mention, known), mention))
    for hit in hits:
        if hit.section == "sides":
            sides = _owner(reading, hit, actors, known.words) or frozenset({hit.name})
            actors.append(Actor(hit.first, hit.last, sides, None))
        elif hit.section == "places":
            role = _place_role(reading, hit.first, spots, known.words)
            name = known.place_names.get(hit.name, hit.name)
            spots.append(Spot(hit.first, hit.last, hit.name, name, role, None))
    spots += _referred_to(reading, spots, known.words)
    reading.actors = sorted(actors, key=lambda actor: (actor.first, actor.last))
    reading.spots = sorted(spots, key=lambda spot: (spot.first, spot.last))


def _referred_to(reading: Reading, spots: Sequence[Spot], cues: ClaimWords) -> list[Spot]:
    """Return for each "where" the place named before it, as the place of what follows."""
    found = []
    for place, word in enumerate(reading.words):
        before = [spot for spot in spots if spot.last < place] if word.folded in cues.where else []
        nearest = max(before, key=lambda spot: spot.last, default=None)
        if nearest and reading.at[place] - reading.at[nearest.last] <= _WHERE_REACH:
            found.append(nearest._replace(first=place, last=place, role="in"))
    return found


def _sides_of(mention: Mention, known: Known) -> frozenset[str]:
    """Return the party that a name stands for; a region, a town or its people stand for none."""
    side = known.sides.get(mention.entity_id)
    if side is None and (mention.label in _NO_PARTY or mention.entity_id in known.no_parties):
        return frozenset()
    return frozenset({side or mention.entity_id})


def _owner(
    reading: Reading, hit: Hit, actors: Sequence[Actor], cues: ClaimWords
) -> frozenset[str] | None:
    """Return whose a role is ("Burkina Faso … its junta", "the Nigerien junta"), if it is said."""
    before = [actor for actor in actors if actor.last < hit.first and actor.mention]
    if not before:
        return None
    nearest = max(before, key=lambda actor: actor.first)
    words = [word.folded for word in reading.words[nearest.last + 1 : hit.first]]
    is_adjacent = len(words) <= 2 and not any(word in cues.barriers for word in words)
    is_owned = any(word in cues.possessives for word in words[-2:])
    country = nearest.mention is not None and nearest.mention.label in ("GPE", "NORP")
    return nearest.sides if country and (is_adjacent or is_owned) else None


_JOINED = re.compile(r",? ?\w{1,3} ")
_GOES_ON = re.compile(r",? \w{1,3} [A-Z]|, [A-Z]")


def _place_role(reading: Reading, first: int, spots: Sequence[Spot], cues: ClaimWords) -> str:
    """Return in, from or to by the words before a place; a list shares its first one's."""
    before = spots[-1] if spots else None
    if before is not None and before.last < first:
        text = reading.sentence.text
        between = text[reading.words[before.last].end : reading.words[first].start]
        after = text[reading.words[first].end :]
        if _JOINED.fullmatch(between) or (between == ", " and _GOES_ON.match(after)):
            return before.role
    place = first
    for _ in range(_SKIPPED_WORDS + 2):
        found = cues.place_roles.before(reading.words, place)
        if found:
            return found[0]
        if place <= 0 or reading.words[place - 1].folded not in cues.skip:
            return ""
        place -= 1
    return ""
