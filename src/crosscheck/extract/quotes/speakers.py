"""Who is meant? From the words of a source to the person or body that speaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.clause import Clause
from crosscheck.extract.quotes.discourse import Discourse
from crosscheck.extract.quotes.sources import Source, noun_after
from crosscheck.extract.quotes.verbs import agrees, is_verb, main_subject, subject_of
from crosscheck.extract.records import Mention

NameOf = Callable[[str], "str | None"]
# How many sentences back "he", "the statement" and the like may point.
_PERSON_REACH = 8
_BODY_REACH = 14
# A person who is not the subject counts as if named so many sentences earlier.
_IN_THE_BACK = 1.5
_IN_THE_BACK_HERE = 2.5
_TITLE = re.compile(r"(\w+)\.?\s+\Z")
_CUT = re.compile(r"[.;:!?\n“”\"«»()\[\]]")


class Speaker(NamedTuple):
    """Who speaks: the name or noun phrase, the entity if there is one, and what it is.

    ``label`` is the mention's label, or None for a noun phrase.
    """

    text: str
    entity_id: str | None
    label: str | None

    @property
    def is_person(self) -> bool:
        """Whether "he" or "she" may point to the speaker."""
        return self.label == "PERSON"


class Speakers:
    """Resolves the sources of one document; remembers who spoke in which sentence."""

    def __init__(self, discourse: Discourse, name_of: NameOf | None) -> None:
        self._discourse = discourse
        self._name_of = name_of
        self._names: dict[str, str] = {}
        for mention in discourse.mentions:
            if len(mention.text) > len(self._names.get(mention.entity_id, "")):
                self._names[mention.entity_id] = mention.text
        self._genders: dict[str, str] | None = None
        self._spoke: dict[int, Speaker] = {}

    def remember(self, sentence: int, speaker: Speaker) -> None:
        """Note that ``speaker`` is the last one quoted in ``sentence``."""
        self._spoke[sentence] = speaker

    def spoke_in(self, sentence: int) -> Speaker | None:
        """Return the last speaker quoted in ``sentence``."""
        return self._spoke.get(sentence)

    def of_mention(self, mention: Mention) -> Speaker:
        """Return the speaker that a name stands for."""
        name = self._name_of(mention.entity_id) if self._name_of is not None else None
        text = name or self._names.get(mention.entity_id) or mention.text
        return Speaker(text, mention.entity_id, mention.label)

    def resolve(self, clause: Clause, source: Source, sentence: int) -> Speaker | None:
        """Return who ``source``, a phrase of ``clause`` in ``sentence``, means; None if unknown."""
        mention = clause.mention(source.head)
        if source.kind == "name" and mention is not None:
            return self.of_mention(mention)
        if source.kind == "pronoun":
            return self._by_pronoun(clause, source, sentence)
        if source.kind == "role":
            return self._by_role(clause, source, sentence)
        if source.kind == "document":
            return self._by_document(clause, source, sentence)
        if source.kind == "body":
            return self._by_body(clause, source, sentence)
        return self._phrase(clause, source.head, source.tail)

    def _phrase(self, clause: Clause, first: int, last: int) -> Speaker | None:
        while first < last and clause.flags[first] & w.DEFINITE:
            first += 1
        text = clause.text(first, last).strip()
        return Speaker(text, None, None) if any(map(str.isalnum, text)) else None

    def subject_in(self, sentence: int) -> Speaker | None:
        """Return whom a sentence is about: the one who says something in it, or its subject."""
        clause = self._discourse.clause(sentence)
        said = self.announcing_in(sentence)
        if said is not None:
            return said
        subject = main_subject(clause, len(clause))
        if subject is None or subject.kind not in ("name", "pronoun", "role"):
            return None
        found = self.resolve(clause, subject, sentence)
        return found if found is not None and found.is_person else None

    def announcing_in(
        self, sentence: int, before: int | None = None, *, named: bool = False
    ) -> Speaker | None:
        """Return who says something in ``sentence`` outside marks, before offset ``before``.

        ``named`` leaves out those who are not called by their name there.
        """
        clause = self._discourse.clause(sentence)
        for token, flags in enumerate(clause.flags):
            if before is not None and clause.starts[token] >= before:
                break
            if flags & w.SPEECH and flags & w.FINITE and is_verb(clause, token):
                source = subject_of(clause, token)
                known = source is not None and (source.kind == "name" or not named)
                if source is None or source.kind == "document" or not known:
                    continue
                if agrees(clause, token, source):
                    return self.resolve(clause, source, sentence)
        return None

    # ---------------------------------------------------------------- pronouns
    def _by_pronoun(self, clause: Clause, source: Source, sentence: int) -> Speaker | None:
        gender = clause.words.genders.get(clause.lowers[source.head], "any")
        start = clause.starts[source.head]
        if gender in ("male", "female"):
            return self.last_person(sentence, start, gender)
        if gender in ("thing", "many"):
            return self.last_body(sentence, start, many=gender == "many")
        return None

    def last_person(self, sentence: int, start: int, gender: str = "any") -> Speaker | None:
        """Return the person most likely meant by "he" at offset ``start`` of ``sentence``.

        The one last quoted or the subject of the sentence nearest before; else anyone named there.
        """
        discourse = self._discourse
        chosen: Speaker | None = None
        cost = float(_PERSON_REACH)
        for number in range(sentence, max(-1, sentence - _PERSON_REACH), -1):
            distance = sentence - number
            if distance >= cost:
                break
            for speaker, extra in self._persons_in(number, start, here=number == sentence):
                if distance + extra < cost and self._fits(speaker.entity_id, gender):
                    chosen, cost = speaker, distance + extra
        if chosen is not None:
            return chosen
        for mention in reversed(discourse.before(start)):
            if mention.label == "PERSON" and self._fits(mention.entity_id, gender):
                return self.of_mention(mention)
        return None

    def _persons_in(
        self, number: int, start: int, *, here: bool
    ) -> Iterator[tuple[Speaker, float]]:
        """Yield the persons of a sentence before ``start`` with how far they stand in the back."""
        clause = self._discourse.clause(number)
        spoken = self._spoke.get(number)
        if spoken is not None and spoken.is_person and not here:
            yield spoken, 0.0
        subject = main_subject(clause, len(clause))
        head = (
            clause.mention(subject.head) if subject is not None and subject.kind == "name" else None
        )
        if head is not None and head.label == "PERSON" and head.end <= start:
            yield self.of_mention(head), 0.0
        if not here:
            said = self.announcing_in(number, named=True)
            if said is not None and said.is_person:
                yield said, 0.0
        for mention in self._discourse.names_in(number):
            if mention.label == "PERSON" and mention.end <= start:
                yield self.of_mention(mention), _IN_THE_BACK_HERE if here else _IN_THE_BACK

    def _fits(self, entity_id: str | None, gender: str) -> bool:
        known = self._gender_of(entity_id)
        return gender == "any" or known is None or known == gender

    def _gender_of(self, entity_id: str | None) -> str | None:
        if self._genders is None:
            self._genders = {}
            raw = self._discourse.raw
            for mention in self._discourse.mentions:
                if mention.label != "PERSON":
                    continue
                genders = self._discourse.words_at(mention.start).genders
                title = _TITLE.search(raw, max(0, mention.start - 24), mention.start)
                found = genders.get(title[1].lower(), "any") if title else "any"
                if found not in ("male", "female"):
                    found = genders.get(mention.text.split()[0].lower(), "any")
                if found in ("male", "female"):
                    self._genders.setdefault(mention.entity_id, found)
        return self._genders.get(entity_id) if entity_id else None

    # ---------------------------------------------------------------- bodies
    def last_body(self, sentence: int, start: int, *, many: bool = False) -> Speaker | None:
        """Return the body that spoke last before offset ``start`` of ``sentence``, or None."""
        discourse = self._discourse
        named: Speaker | None = None
        for number in range(sentence, max(-1, sentence - _BODY_REACH), -1):
            spoken = self._spoke.get(number)
            if number < sentence and spoken is not None and not spoken.is_person:
                return spoken
            found = self.announcing_in(number, start)
            if found is not None and (not found.is_person):
                return found
            if named is None:
                orgs = [
                    m for m in discourse.names_in(number) if m.label == "ORG" and m.end <= start
                ]
                named = self.of_mention(orgs[0]) if orgs else None
        return named

    def _by_body(self, clause: Clause, source: Source, sentence: int) -> Speaker | None:
        """Resolve "the army", "the French military": a body of that kind named before."""
        noun = clause.lowers[source.head]
        limit = clause.starts[source.first]
        for mention in reversed(self._discourse.before(limit)):
            if mention.label == "ORG" and noun in mention.text.lower():
                return self.of_mention(mention)
        return self._phrase(clause, source.first, source.last)

    def _by_document(self, clause: Clause, source: Source, sentence: int) -> Speaker | None:
        """Resolve "the statement", "a report by X", "their letter": who issued it."""
        for token in range(source.first, source.last + 1):
            mention = clause.mention(token)
            if mention is not None and mention.label in ("ORG", "PERSON", "GPE", "FAC", "EVENT"):
                follows = token + 1 <= source.last and clause.flags[token + 1] & w.NOUN
                if mention.label != "GPE" or not follows or clause.flags[token + 1] & w.DOCUMENT:
                    return self.of_mention(mention)
        for token in range(source.first, source.head):
            if clause.flags[token] & w.POSSESSIVE:
                return self._by_pronoun(
                    clause, Source(token, token, "pronoun", token, token), sentence
                )
            if clause.flags[token] & w.BODY:
                found = self._by_body(
                    clause, Source(source.first, token, "body", token, token), sentence
                )
                if found is not None:
                    return found
        later = noun_after(clause, source.last + 1)
        return self.last_body(sentence, clause.starts[source.first]) or self._phrase(
            clause, source.first, source.last if later is None else source.last
        )

    # ---------------------------------------------------------------- roles
    def _by_role(self, clause: Clause, source: Source, sentence: int) -> Speaker | None:
        """Resolve "the spokesman", "the French president": who was named with that function."""
        words = clause.words
        noun = clause.lowers[source.head]
        gender = words.genders.get(noun, "any")
        bare = source.first == source.head
        definite = bare or bool(clause.flags[source.first] & (w.DEFINITE | w.POSSESSIVE))
        inside = [m for t in range(source.first, source.last + 1) if (m := clause.mention(t))]
        if definite and gender != "many":
            holder = self._holder(clause, source, noun, inside)
            if holder is not None:
                return holder
        if noun in words.mouthpieces:
            for mention in inside:
                if mention.label in ("ORG", "GPE", "FAC", "EVENT", "PERSON"):
                    return self.of_mention(mention)
        said = self._said_before(sentence, noun) if definite else None
        if said is not None:
            return said
        plain = not inside and source.last == source.head and not bare
        if definite and plain and gender != "many" and noun not in words.anonymous:
            last = self.last_person(sentence, clause.starts[source.first], gender)
            if last is not None:
                return last
        return self._phrase(clause, source.first, source.last)

    def _said_before(self, sentence: int, noun: str) -> Speaker | None:
        """Return an unnamed speaker met before: "a Western diplomat" for "the diplomat"."""
        for number in range(sentence - 1, max(-1, sentence - _BODY_REACH), -1):
            for speaker in (self._spoke.get(number), self.announcing_in(number)):
                if speaker is not None and speaker.label is None and noun in speaker.text.lower():
                    return speaker
        return None

    def _holder(
        self, clause: Clause, source: Source, noun: str, inside: Sequence[Mention]
    ) -> Speaker | None:
        """Return the person last named with the function ``noun``."""
        same = clause.words.same_role
        wanted = same.get(noun, noun)
        groups = {m.text.lower() for m in inside if m.label in ("NORP", "GPE", "ORG")}
        for mention in reversed(self._discourse.before(clause.starts[source.first])):
            if mention.label != "PERSON":
                continue
            roles, names = self._discourse.functions(mention)
            if wanted in roles and (not groups or not names or groups & names):
                return self.of_mention(mention)
        return None
