"""Which person is meant, by who stood in the front of the sentences before?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.clause import Clause
from crosscheck.extract.quotes.holders import wanted_of
from crosscheck.extract.quotes.salience import (
    ALONE,
    BACK,
    INNER,
    SUBJECT,
    place_of,
    topic,
    unnamed_objects,
)
from crosscheck.extract.quotes.sources import Source
from crosscheck.extract.quotes.subjects import main_subject
from crosscheck.extract.quotes.unlisted import is_name
from crosscheck.extract.records import Mention

if TYPE_CHECKING:
    from crosscheck.extract.quotes.memory import Memory, Speaker

# How many sentences back "he", "the statement" and the like may point.
_PERSON_REACH = 8
# A person of the sentence itself who is not in its front counts as if named so much earlier.
_IN_THE_BACK_HERE = 2.5
# How many sentences about "he" may be followed back to a name.
_LONGEST_CHAIN = 6
# By how much a person of another paragraph counts less.
_APART = 0.5
# By how much a person of another paragraph counts less for "he had said".
_ELSEWHERE = 3
_OF_TWO_REACH = 4
# How many sentences back "the officer" may be "an officer" with whom one began.
_BROUGHT_IN = 2
_OPENING_REACH = 2
# How many sentences of its paragraph back a function may point to a person.
_BESIDE_REACH = 5
_LONGEST = 400


class Persons:
    """The persons of one document, sentence by sentence, as its ``memory`` knows them."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._discourse = memory.discourse
        self._named: dict[int, list[tuple[Mention, float]]] = {}
        self._he: dict[tuple[int, str], Speaker | None] = {}

    def last(
        self,
        sentence: int,
        start: int,
        gender: str = "any",
        *,
        earlier: bool = False,
        chain: int = 0,
    ) -> Speaker | None:
        """Return the person most likely meant by "he" at offset ``start`` of ``sentence``.

        The one quoted or announcing or the subject in the sentence nearest before, else one named
        there, else the one named last. Who speaks or acts in another paragraph counts less than in
        this one, and with ``earlier`` ("he had said") much less. ``chain`` counts the sentences
        about "he" that were followed back.
        """
        paragraph = self._discourse.raw.rfind("\n", 0, start)
        elsewhere = _ELSEWHERE if earlier else _APART
        chosen: Speaker | None = None
        cost = float(_PERSON_REACH)
        for number in range(sentence, max(-1, sentence - _PERSON_REACH), -1):
            if sentence - number >= cost:
                break
            here = self._persons_in(number, start, gender, chain, here=number == sentence)
            for speaker, extra in here:
                distance = sentence - number + extra
                if self._discourse.sentences[number].start < paragraph:
                    distance += elsewhere
                if distance < cost and self._may_be(speaker, gender):
                    chosen, cost = speaker, distance
        if chosen is not None:
            return chosen
        for mention in self._discourse.names_before(start):
            if mention.label == "PERSON" and self._memory.holders.fits(mention.entity_id, gender):
                return self._memory.of_mention(mention)
        return self._subject_after(sentence, gender)

    def beside(
        self, clause: Clause, source: Source, sentence: int, *, ahead: bool = True
    ) -> Speaker | None:
        """Return the person that the sentences beside ``sentence`` are about, or None.

        For "the French leader" where the text gives nobody that function: not one whom it gives
        another office or country. The sentence after counts if ``ahead``.
        """
        wanted, groups = wanted_of(clause, source)
        paragraph = self._discourse.raw.rfind("\n", 0, clause.starts[source.first])
        sentences = self._discourse.sentences
        behind = range(sentence - 1, sentence - 1 - _BESIDE_REACH, -1)
        for number in (*behind, sentence + 1) if ahead else behind:
            if not 0 <= number < len(sentences):
                continue
            inside = sentences[number].start > paragraph
            if not inside and number < sentence - 2:
                continue
            said = self._memory.announcing_in(number)
            persons = [m for m, back in self._named_in(number) if back < INNER]
            if not persons and inside and number < sentence:
                # "In 2013 X's rival, Y, sent troops." gives nobody, one person alone may be meant.
                only = {one.entity_id: one for one, _ in self._named_in(number)}
                persons = list(only.values()) if len(only) == 1 else []
            if said is not None and said.label == "PERSON":
                named = self._named_in(number)
                persons = [one for one, _ in named if one.entity_id == said.entity_id] or persons
            if persons and not self._memory.holders.holds_other(persons[0], wanted, groups):
                return self._memory.of_mention(persons[0])
        return None

    def _subject_after(self, sentence: int, gender: str) -> Speaker | None:
        """Return the person that a sentence soon after is about: the text may open with "he"."""
        last = len(self._discourse.sentences) - 1
        for number in range(sentence + 1, min(last, sentence + _OPENING_REACH) + 1):
            for mention, back in self._named_in(number):
                if back == SUBJECT and self._memory.holders.fits(mention.entity_id, gender):
                    return self._memory.of_mention(mention)
        return None

    def _persons_in(
        self, number: int, start: int, gender: str, chain: int, *, here: bool
    ) -> Iterator[tuple[Speaker, float]]:
        """Yield the persons of a sentence before ``start``, and how far in the back they stand."""
        if here:
            for mention, back in self._named_in(number):
                if mention.end <= start:
                    yield (
                        self._memory.of_mention(mention),
                        back if back < INNER else _IN_THE_BACK_HERE,
                    )
            return
        spoke = self._memory.quoted_in(number), self._memory.announcing_in(number)
        for speaker in (spoke[0], self._unnamed_subject(number), spoke[1]):
            if speaker is not None and (speaker.label == "PERSON" or speaker.noun is not None):
                yield speaker, SUBJECT
        again = self._he_in(number, gender, chain)
        if again is not None:
            yield again, SUBJECT
        named = self._named_in(number)
        for mention, back in named:
            yield self._memory.of_mention(mention), back
        clause = self._discourse.clause(number)
        subject = topic(clause)
        someone = subject is not None and subject.kind in ("name", "pronoun", "role")
        others = list(unnamed_objects(clause, subject))
        alone = not named and not someone and len(others) == 1
        for source in others:
            found = self._memory.phrase(clause, source)
            if found is not None:
                yield found, ALONE if alone else BACK

    def _he_in(self, number: int, gender: str, chain: int) -> Speaker | None:
        """Return whom a sentence is about that has "he" or "she" for its subject, or None."""
        clause = self._discourse.clause(number)
        subject = main_subject(clause, len(clause))
        if subject is None or chain >= _LONGEST_CHAIN:
            return None
        plain = subject.kind == "role" and subject.first + 1 == subject.head == subject.last
        definite = plain and clause.flags[subject.first] & w.DEFINITE
        if not definite and subject.kind != "pronoun":
            return None
        own = clause.words.genders.get(clause.lowers[subject.head], "any")
        if own not in ("male", "female") or gender not in ("any", own):
            return None
        key = (number, own)
        if key not in self._he:
            start = clause.starts[subject.head]
            self._he[key] = self.last(number, start, own, chain=chain + 1)
        return self._he[key]

    def unnamed_before(self, sentence: int) -> Iterator[Speaker]:
        """Yield the unnamed persons who spoke before a sentence, the nearest first."""
        for number in range(sentence - 1, max(-1, sentence - _PERSON_REACH), -1):
            for speaker in (self._memory.quoted_in(number), self._memory.announcing_in(number)):
                if speaker is not None and speaker.noun is not None:
                    yield speaker
            subject = self._unnamed_subject(number)
            if subject is not None:
                yield subject

    def brought_in(self, sentence: int, noun: str) -> Speaker | None:
        """Return who was brought in without name right before: "an officer", for "the officer"."""
        for number in range(sentence - 1, max(-1, sentence - 1 - _BROUGHT_IN), -1):
            clause = self._discourse.clause(number)
            subject = topic(clause)
            if subject is None or subject.kind != "role" or clause.lowers[subject.head] != noun:
                continue
            opening = clause.flags[subject.first]
            named = any(clause.mention(t) for t in range(subject.first, subject.last + 1))
            if opening & w.DETERMINER and not opening & w.DEFINITE and not named:
                return self._memory.phrase(clause, subject)
        return None

    def _unnamed_subject(self, number: int) -> Speaker | None:
        """Return the unnamed person whom a sentence is about ("One resident …"), or None."""
        clause = self._discourse.clause(number)
        subject = topic(clause)
        if subject is None:
            return None
        head = clause.lowers[subject.head]
        one_of = head in clause.words.impersonal and subject.first < subject.last
        another = head in clause.words.standalone and subject.first == subject.last
        if another or (one_of and subject.kind == "phrase"):
            # "Another sees it differently.", "One of the president's advisers"
            one = self._memory.phrase(clause, subject)
            return one._replace(noun=head) if one is not None else None
        if subject.kind != "role":
            return self._memory.phrase(clause, subject) if is_name(clause, subject) else None
        single = clause.words.genders.get(head) != "many"
        owned = clause.flags[subject.first] & (w.DETERMINER | w.POSSESSIVE)
        if not single or not owned:
            return None
        definite = clause.flags[subject.first] & w.DEFINITE
        known = self._known_subject(clause, subject, number) if definite else None
        return known or self._memory.phrase(clause, subject)

    def _known_subject(self, clause: Clause, subject: Source, number: int) -> Speaker | None:
        """Return the person told of before whom "the man", "the former president" means."""
        known = self._memory.holder_of(clause, subject)
        if known is not None:
            return known
        noun = clause.lowers[subject.head]
        if clause.words.genders.get(noun) in ("male", "female"):
            return self._he_in(number, "any", 0)
        sentences = self._discourse.sentences
        gap = self._discourse.raw[sentences[number - 1].end : sentences[number].start]
        near = number > 0 and "\n" not in gap and noun not in clause.words.anonymous
        office = number > 0 and noun in clause.words.offices and noun not in clause.words.anonymous
        if not near:
            return self.beside(clause, subject, number, ahead=False) if office else None
        found = self.beside(clause, subject, number)
        named = {one.entity_id: one for one, _ in self._named_in(number - 1)}
        if found is None and len(named) == 1 and noun not in clause.words.offices:
            # "What does X think of it? The singer laughs."
            return self._memory.of_mention(next(iter(named.values())))
        return found

    def of_two(self, sentence: int, start: int, which: str) -> Speaker | None:
        """Return the last of those named before offset ``start``, or the one before: "the former".

        Persons go before bodies and countries.
        """
        for labels in (("PERSON",), ("ORG", "GPE")):
            named: list[Mention] = []
            for number in range(sentence, max(-1, sentence - _OF_TWO_REACH), -1):
                here = [m for m in self._discourse.names_in(number) if m.label in labels]
                for mention in reversed(here):
                    known = {one.entity_id for one in named}
                    if mention.end <= start and mention.entity_id not in known:
                        named.append(mention)
                if which == "last" and named:
                    return self._memory.of_mention(named[0])
                if len(named) > 1:
                    return self._memory.of_mention(named[1])
        return None

    def _named_in(self, number: int) -> list[tuple[Mention, float]]:
        """Return the persons named in a sentence outside marks, those in its front first."""
        found = self._named.get(number)
        if found is None:
            clause = self._discourse.clause(number)
            subject = main_subject(clause, len(clause))
            found = [
                (ref, place_of(clause, token, subject))
                for token, ref in enumerate(clause.refs[:_LONGEST])
                if isinstance(ref, Mention) and ref.label == "PERSON"
            ]
            found = self._named[number] = sorted(found, key=lambda one: one[1])
        return found

    def may_be(self, mention: Mention, gender: str) -> bool:
        """Tell whether "he" or "she" may stand for a person named."""
        return self._memory.holders.fits(mention.entity_id, gender)

    def _may_be(self, speaker: Speaker, gender: str) -> bool:
        """Tell whether "he" or "she" may stand for a speaker, by name or by function."""
        if speaker.noun is None:
            return self._memory.holders.fits(speaker.entity_id, gender)
        return speaker.gender in ("any", gender)
