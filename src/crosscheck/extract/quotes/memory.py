"""Who was named, and who spoke, before a place in the text?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.clause import Clause
from crosscheck.extract.quotes.discourse import Discourse
from crosscheck.extract.quotes.functions import Functions, functions_of, genders_of
from crosscheck.extract.quotes.leading import inverted_subject
from crosscheck.extract.quotes.salience import (
    ALONE,
    BACK,
    INNER,
    SUBJECT,
    is_denied,
    place_of,
    topic,
    unnamed_objects,
)
from crosscheck.extract.quotes.sources import Source, noun_after
from crosscheck.extract.quotes.subjects import main_subject
from crosscheck.extract.quotes.unlisted import fuller_name, given_name, is_name, joined
from crosscheck.extract.quotes.verbs import agrees, is_passive, is_verb, subject_of
from crosscheck.extract.records import Mention

NameOf = Callable[[str], "str | None"]
# How many sentences back "he", "the statement" and the like may point.
_PERSON_REACH = 8
_BODY_REACH = 14
# A person of the sentence itself who is not in its front counts as if named so much earlier.
_IN_THE_BACK_HERE = 2.5
# How many sentences about "he" may be followed back to a name.
_LONGEST_CHAIN = 6
# By how much a person of another paragraph counts less.
_APART = 0.5
# By how much a person of another paragraph counts less for "he had said".
_ELSEWHERE = 3
# How many letters the name of a country shares with that of its people.
_STEM = 2
# How many letters tell that two words name the same field ("defence", "defense").
_FIELD = 4
_LONGEST = 400
_OF_TWO_REACH = 4
_OPENING_REACH = 2
_TOGETHER_REACH = 3
_SHORTENED_REACH = 2


class Speaker(NamedTuple):
    """Who speaks: the name or noun phrase, the entity if there is one, and what it is.

    ``label`` is the mention's label, or None for a noun phrase; ``noun`` is the phrase's function
    ("diplomat"), with its ``gender``.
    """

    text: str
    entity_id: str | None
    label: str | None
    noun: str | None = None
    gender: str = "any"


class Memory:
    """The names of one document and who spoke in which of its sentences."""

    def __init__(self, discourse: Discourse, name_of: NameOf | None) -> None:
        self.discourse = discourse
        self._name_of = name_of
        self._longest: dict[str, str] = {}
        for mention in discourse.mentions:
            if len(mention.text) > len(self._longest.get(mention.entity_id, "")):
                self._longest[mention.entity_id] = mention.text
        self._genders: dict[str, str] | None = None
        self._functions: dict[int, Functions] = {}
        self._quoted: dict[int, Speaker] = {}
        self._persons: dict[int, list[tuple[Mention, float]]] = {}
        self._he: dict[tuple[int, str], Speaker | None] = {}
        self._announced: dict[tuple[int, int], list[tuple[int, Speaker]]] = {}

    def of_mention(self, mention: Mention) -> Speaker:
        """Return the speaker that a name stands for."""
        name = self._name_of(mention.entity_id) if self._name_of is not None else None
        text = name or self._longest.get(mention.entity_id) or mention.text
        return Speaker(text, mention.entity_id, mention.label)

    def named(self, clause: Clause, source: Source) -> Speaker | None:
        """Return the one that a name stands for, or several together ("X and its partners").

        Those have the entity of the one named, unless they are persons.
        """
        mention = clause.mention(source.head)
        if mention is None:
            return None
        together = joined(clause, source)
        if together is not None:
            first, last = together
            while first < last and clause.flags[first] & w.DEFINITE:
                first += 1
            text = clause.text(first, last)
            if mention.label == "PERSON":
                return Speaker(text, None, None, None, "many")
            return Speaker(text, mention.entity_id, mention.label, None, "many")
        surname = source.head > source.first and mention.label == "NORP"
        before = clause.flags[source.head - 1] if surname else 0
        if before & w.NAME and not before & (w.NOUN | w.MENTION):
            # "the convener Lindsey German"
            return self._unlisted(clause, source.head - 1, source.head)
        return self.of_mention(mention)

    def phrase(self, clause: Clause, source: Source) -> Speaker | None:
        """Return the words of ``source`` as a speaker, without their article.

        A name that is told of a person later, or in full before, goes first.
        """
        first, last = (source.head, source.tail) if source.kind == "phrase" else source[:2]
        opening = clause.flags[first] | clause.flags[source.first]
        while first < last and clause.flags[first] & (w.DEFINITE | w.POSSESSIVE):
            first += 1
        given = None
        if (
            source.kind in ("role", "phrase")
            and opening & w.DETERMINER
            and not opening & w.DEFINITE
        ):
            given = given_name(clause, source)
        if given is not None:
            mention = clause.mention(given[0])
            if mention is not None:
                return self.of_mention(mention)
            return self._unlisted(clause, *given)
        if is_name(clause, source):
            return self._unlisted(clause, source.head, source.tail)
        if source.kind == "body":
            last = _before_seat(clause, source)
        text = clause.text(first, last)
        noun = clause.lowers[source.head] if source.kind == "role" else None
        gender = clause.words.genders.get(noun or "", "any")
        return Speaker(text, None, None, noun, gender) if any(map(str.isalnum, text)) else None

    def _unlisted(self, clause: Clause, first: int, last: int) -> Speaker:
        """Return the person of a name that no one has listed, with its fullest form before."""
        text = clause.text(first, last)
        gender = clause.words.genders.get(clause.lowers[first], "any")
        if first == last:
            text = fuller_name(self.discourse.raw, text, clause.starts[first], clause.words)
        known = gender if gender in ("male", "female") else "any"
        return Speaker(text, None, None, text.lower(), known)

    def quote(self, sentence: int, speaker: Speaker) -> None:
        """Note that ``speaker`` is the last one quoted in ``sentence``."""
        self._quoted[sentence] = speaker

    def quoted_in(self, sentence: int) -> Speaker | None:
        """Return who was quoted last in ``sentence``."""
        return self._quoted.get(sentence)

    def announcing_in(
        self, sentence: int, before: int | None = None, *, stance: bool = False
    ) -> Speaker | None:
        """Return who first says something in ``sentence`` outside marks, before an offset.

        With ``stance``, a verb that judges, names or announces will do.
        """
        for offset, speaker in self._announcers(sentence, w.CUE if stance else w.SPEECH):
            if before is None or offset < before:
                return speaker
        return None

    def _announcers(self, sentence: int, wanted: int) -> list[tuple[int, Speaker]]:
        """Return the offset of each verb of speech outside marks with its subject.

        Only names, bodies, functions and phrases are subjects here, as they stand: who "he" is
        would have to be looked up further back, and so on.
        """
        found = self._announced.get((sentence, wanted))
        if found is not None:
            return found
        found = self._announced[sentence, wanted] = []
        clause = self.discourse.clause(sentence)
        for token, flags in enumerate(clause.flags[:_LONGEST]):
            if flags & w.PHRASE:
                cited = noun_after(clause, token + 1)
                known = cited is not None and cited.kind in ("name", "role", "body")
                speaker = self._shallow(clause, cited, sentence) if cited and known else None
                if speaker is not None:
                    found.append((clause.starts[token], speaker))
                continue
            if not (flags & wanted and flags & w.FINITE and is_verb(clause, token)):
                continue
            source = subject_of(clause, token)
            source = inverted_subject(clause, token, source) or source
            if not flags & w.HEARSAY and is_passive(clause, token):
                # "The departure was announced by X."
                agent = token + 1 < len(clause) and clause.flags[token + 1] & w.AGENT
                source = noun_after(clause, token + 2) if agent else None
            if source is None or source.kind in ("document", "pronoun", "saying"):
                continue
            if is_denied(clause, source.first) or clause.lowers[source.tail] in clause.words.mute:
                continue
            speaker = self._shallow(clause, source, sentence)
            if speaker is None or not agrees(clause, token, source):
                continue
            if speaker.label == "ORG" and _is_credit(clause, source, token):
                continue
            found.append((max(clause.starts[token], clause.starts[source.first]), speaker))
        return found

    def _shallow(self, clause: Clause, source: Source, sentence: int) -> Speaker | None:
        """Return the speaker that ``source`` is by its own words."""
        mention = clause.mention(source.head)
        if source.kind == "name" and mention is not None:
            return self.named(clause, source)
        holder = self.holder_of(clause, source) if source.kind == "role" else None
        return holder or self.in_full(clause, source, sentence) or self.phrase(clause, source)

    # ---------------------------------------------------------------- persons
    def holder_of(self, clause: Clause, source: Source) -> Speaker | None:
        """Return the person last named with the function that ``source`` tells, or None.

        "the French president" is no one who was called the president of another country.
        """
        words = clause.words
        role = clause.lowers[source.head]
        wanted = {words.role_of(role), *words.offices.get(role, ())}
        inside = [m for t in range(source.first, source.last + 1) if (m := clause.mention(t))]
        groups = {m.text.lower() for m in inside if m.label in ("NORP", "GPE", "ORG")}
        before = self.discourse.names_before(clause.starts[source.first])
        # "the foreign minister" is rather the one with "foreign" beside the name.
        fields = [
            clause.lowers[t][:_FIELD]
            for t in range(source.first, source.last + 1)
            if t != source.head and not clause.flags[t] & ~w.NAME and clause.lowers[t]
        ]
        best: tuple[int, Mention] | None = None
        for mention in before:
            if mention.label != "PERSON":
                continue
            known = self._functions_of(mention)
            if not wanted & known.roles or not _same_group(groups, known.groups):
                continue
            same_field = sum(field in known.text for field in fields)
            fit = 2 * same_field + (not self.discourse.is_quoted(mention))
            if best is None or fit > best[0]:
                best = fit, mention
        return self.of_mention(best[1]) if best is not None else None

    def holder_after(self, clause: Clause, source: Source) -> Speaker | None:
        """Return the person whom the text names further on with the function of a heading."""
        wanted = {clause.words.role_of(clause.lowers[source.head])}
        inside = [m for t in range(source.first, source.last + 1) if (m := clause.mention(t))]
        groups = {m.text.lower() for m in inside if m.label in ("NORP", "GPE", "ORG")}
        for mention in self.discourse.mentions:
            if mention.label != "PERSON" or mention.start < clause.starts[source.first]:
                continue
            known = self._functions_of(mention)
            if wanted & known.roles and _same_group(groups, known.groups):
                return self.of_mention(mention)
        return None

    def _functions_of(self, mention: Mention) -> Functions:
        """Return what the text says of a person beside one mention."""
        known = self._functions.get(mention.start)
        if known is None:
            known = self._functions[mention.start] = functions_of(self.discourse, mention)
        return known

    def office_holder(self, clause: Clause, source: Source, sentence: int) -> Speaker | None:
        """Return the person that the sentences beside ``sentence`` are about, or None.

        For "the French leader" where the text gives nobody that function: not one whom it gives
        another office or country.
        """
        inside = [m for t in range(source.first, source.last + 1) if (m := clause.mention(t))]
        groups = {m.text.lower()[:_STEM] for m in inside}
        role = clause.lowers[source.head]
        wanted = {clause.words.role_of(role), *clause.words.offices.get(role, ())}
        for number in (sentence - 1, sentence - 2, sentence + 1):
            if not 0 <= number < len(self.discourse.sentences):
                continue
            said = self.announcing_in(number)
            persons = [m for m, back in self._named_persons(number) if back < INNER]
            if said is not None and said.label == "PERSON":
                named = self._named_persons(number)
                persons = [one for one, _ in named if one.entity_id == said.entity_id] or persons
            if persons and not self._holds_other(persons[0], wanted, groups):
                return self.of_mention(persons[0])
        return None

    def _holds_other(self, person: Mention, wanted: set[str], groups: set[str]) -> bool:
        """Tell whether the text gives a person an office that is none of ``wanted``, or country."""
        for mention in self.discourse.mentions:
            if mention.entity_id != person.entity_id:
                continue
            known = self._functions_of(mention)
            offices = self.discourse.words_at(mention.start).offices
            if known.roles & offices.keys() and not known.roles & wanted:
                return True
            named = {group[:_STEM] for group in known.groups}
            if groups and named and not groups & named:
                return True
        return False

    def last_person(
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
        paragraph = self.discourse.raw.rfind("\n", 0, start)
        elsewhere = _ELSEWHERE if earlier else _APART
        chosen: Speaker | None = None
        cost = float(_PERSON_REACH)
        for number in range(sentence, max(-1, sentence - _PERSON_REACH), -1):
            if sentence - number >= cost:
                break
            here = self._persons_in(number, start, gender, chain, here=number == sentence)
            for speaker, extra in here:
                distance = sentence - number + extra
                if self.discourse.sentences[number].start < paragraph:
                    distance += elsewhere
                if distance < cost and self._may_be(speaker, gender):
                    chosen, cost = speaker, distance
        if chosen is not None:
            return chosen
        for mention in self.discourse.names_before(start):
            if mention.label == "PERSON" and self._fits(mention.entity_id, gender):
                return self.of_mention(mention)
        return self._subject_after(sentence, gender)

    def _subject_after(self, sentence: int, gender: str) -> Speaker | None:
        """Return the person that a sentence soon after is about: the text may open with "he"."""
        last = len(self.discourse.sentences) - 1
        for number in range(sentence + 1, min(last, sentence + _OPENING_REACH) + 1):
            for mention, back in self._named_persons(number):
                if back == SUBJECT and self._fits(mention.entity_id, gender):
                    return self.of_mention(mention)
        return None

    def _persons_in(
        self, number: int, start: int, gender: str, chain: int, *, here: bool
    ) -> Iterator[tuple[Speaker, float]]:
        """Yield the persons of a sentence before ``start``, and how far in the back they stand."""
        if here:
            for mention, back in self._named_persons(number):
                if mention.end <= start:
                    yield self.of_mention(mention), back if back < INNER else _IN_THE_BACK_HERE
            return
        for speaker in (self.quoted_in(number), self.announcing_in(number)):
            if speaker is not None and (speaker.label == "PERSON" or speaker.noun is not None):
                yield speaker, SUBJECT
        unnamed = self._unnamed_subject(number)
        if unnamed is not None:
            yield unnamed, SUBJECT
        again = self._he_in(number, gender, chain)
        if again is not None:
            yield again, SUBJECT
        named = self._named_persons(number)
        for mention, back in named:
            yield self.of_mention(mention), back
        clause = self.discourse.clause(number)
        subject = topic(clause)
        someone = subject is not None and subject.kind in ("name", "pronoun", "role")
        others = list(unnamed_objects(clause, subject))
        alone = not named and not someone and len(others) == 1
        for source in others:
            found = self.phrase(clause, source)
            if found is not None:
                yield found, ALONE if alone else BACK

    def _he_in(self, number: int, gender: str, chain: int) -> Speaker | None:
        """Return whom a sentence is about that has "he" or "she" for its subject, or None."""
        clause = self.discourse.clause(number)
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
            self._he[key] = self.last_person(number, start, own, chain=chain + 1)
        return self._he[key]

    def unnamed_before(self, sentence: int) -> Iterator[Speaker]:
        """Yield the unnamed persons who spoke before a sentence, the nearest first."""
        for number in range(sentence - 1, max(-1, sentence - _PERSON_REACH), -1):
            for speaker in (self.quoted_in(number), self.announcing_in(number)):
                if speaker is not None and speaker.noun is not None:
                    yield speaker
            subject = self._unnamed_subject(number)
            if subject is not None:
                yield subject

    def _unnamed_subject(self, number: int) -> Speaker | None:
        """Return the unnamed person whom a sentence is about ("One resident …"), or None."""
        clause = self.discourse.clause(number)
        subject = topic(clause)
        if subject is None:
            return None
        head = clause.lowers[subject.head]
        one_of = head in clause.words.impersonal and subject.first < subject.last
        another = head in clause.words.standalone and subject.first == subject.last
        if another or (one_of and subject.kind == "phrase"):
            # "Another sees it differently.", "One of the president's advisers"
            one = self.phrase(clause, subject)
            return one._replace(noun=head) if one is not None else None
        if subject.kind != "role":
            return self.phrase(clause, subject) if is_name(clause, subject) else None
        single = clause.words.genders.get(head) != "many"
        owned = clause.flags[subject.first] & (w.DETERMINER | w.POSSESSIVE)
        if not single or not owned:
            return None
        definite = clause.flags[subject.first] & w.DEFINITE
        known = self._known_subject(clause, subject, number) if definite else None
        return known or self.phrase(clause, subject)

    def _known_subject(self, clause: Clause, subject: Source, number: int) -> Speaker | None:
        """Return the person told of before whom "the man", "the former president" means."""
        known = self.holder_of(clause, subject)
        if known is not None:
            return known
        noun = clause.lowers[subject.head]
        if clause.words.genders.get(noun) in ("male", "female"):
            return self._he_in(number, "any", 0)
        sentences = self.discourse.sentences
        gap = self.discourse.raw[sentences[number - 1].end : sentences[number].start]
        near = number > 0 and "\n" not in gap and noun not in clause.words.anonymous
        return self.office_holder(clause, subject, number) if near else None

    def of_two(self, sentence: int, start: int, which: str) -> Speaker | None:
        """Return the last of those named before offset ``start``, or the one before: "the former".

        Persons go before bodies and countries.
        """
        for labels in (("PERSON",), ("ORG", "GPE")):
            named: list[Mention] = []
            for number in range(sentence, max(-1, sentence - _OF_TWO_REACH), -1):
                here = [m for m in self.discourse.names_in(number) if m.label in labels]
                for mention in reversed(here):
                    known = {one.entity_id for one in named}
                    if mention.end <= start and mention.entity_id not in known:
                        named.append(mention)
                if which == "last" and named:
                    return self.of_mention(named[0])
                if len(named) > 1:
                    return self.of_mention(named[1])
        return None

    def _named_persons(self, number: int) -> list[tuple[Mention, float]]:
        """Return the persons named in a sentence outside marks, those in its front first."""
        found = self._persons.get(number)
        if found is None:
            clause = self.discourse.clause(number)
            subject = main_subject(clause, len(clause))
            found = [
                (ref, place_of(clause, token, subject))
                for token, ref in enumerate(clause.refs[:_LONGEST])
                if isinstance(ref, Mention) and ref.label == "PERSON"
            ]
            found = self._persons[number] = sorted(found, key=lambda one: one[1])
        return found

    def may_be(self, mention: Mention, gender: str) -> bool:
        """Tell whether "he" or "she" may stand for a person named."""
        return self._fits(mention.entity_id, gender)

    def _may_be(self, speaker: Speaker, gender: str) -> bool:
        """Tell whether "he" or "she" may stand for a speaker, by name or by function."""
        if speaker.noun is None:
            return self._fits(speaker.entity_id, gender)
        return speaker.gender in ("any", gender)

    def _fits(self, entity_id: str | None, gender: str) -> bool:
        """Tell whether nothing known of the person speaks against the pronoun."""
        if gender not in ("male", "female"):
            return True
        if self._genders is None:
            self._genders = genders_of(self.discourse)
        return self._genders.get(entity_id or "", gender) == gender

    # ---------------------------------------------------------------- bodies
    def bodies_in(self, number: int, start: int, *, here: bool) -> Iterator[Speaker]:
        """Yield the bodies that are quoted or announce something in one sentence."""
        quoted = None if here else self.quoted_in(number)
        for speaker in (quoted, self.announcing_in(number, start)):
            if speaker is not None and speaker.label != "PERSON":
                yield speaker

    def bodies_before(self, sentence: int, start: int) -> Iterator[Speaker]:
        """Yield the bodies that spoke before offset ``start``, the nearest first."""
        for number in range(sentence, max(-1, sentence - _BODY_REACH), -1):
            yield from self.bodies_in(number, start, here=number == sentence)

    def in_full(self, clause: Clause, source: Source, sentence: int) -> Speaker | None:
        """Return the body that a sentence before was about, if ``source`` shortens its name.

        "The government" after "The Northern transitional government".
        """
        definite = clause.flags[source.first] & w.DEFINITE
        if source.kind != "body" or not definite or source.first + 1 < source.last:
            return None
        for number in range(sentence - 1, max(-1, sentence - 1 - _SHORTENED_REACH), -1):
            before = self.discourse.clause(number)
            found = main_subject(before, len(before))
            if found is None or found.kind != "body":
                continue
            same = before.lowers[found.head] == clause.lowers[source.head]
            own = range(found.first, found.head)
            if same and any(before.flags[t] & w.NAME for t in own):
                return self.phrase(before, found)
        return None

    def together_before(self, sentence: int) -> Speaker | None:
        """Return whom "the countries" stands for: a country or group quoted shortly before.

        One that only announced something may be an outlet, or one of those meant.
        """
        for number in range(sentence - 1, max(-1, sentence - 1 - _TOGETHER_REACH), -1):
            speaker = self.quoted_in(number)
            if speaker is not None:
                many = speaker.label == "GPE" or speaker.gender == "many"
                return speaker if many else None
        return None

    def last_body(self, sentence: int, start: int) -> Speaker | None:
        """Return the body that spoke last before offset ``start``, else one named there."""
        for speaker in self.bodies_before(sentence, start):
            return speaker
        for mention in self.discourse.names_before(start):
            if mention.label == "ORG":
                return self.of_mention(mention)
        return None


def _same_group(groups: set[str], known: frozenset[str]) -> bool:
    """Tell whether "the French president" may be one called "president of France"."""
    if not groups or not known or groups & known:
        return True
    return bool({group[:_STEM] for group in groups} & {group[:_STEM] for group in known})


def _before_seat(clause: Clause, source: Source) -> int:
    """Return the last token of a body without the place that it sits in ("the ministry in X")."""
    link = source.head + 1
    seated = clause.lowers[source.head] in clause.words.seated
    definite = clause.flags[source.first] & w.DEFINITE or source.first == source.head
    if not seated or not definite or link + 1 != source.last:
        return source.last
    place = clause.mention(source.last)
    inside = place is not None and place.label == "GPE"
    return source.head if inside and clause.lowers[link] in clause.words.at_places else source.last


def _is_credit(clause: Clause, source: Source, cue: int) -> bool:
    """Tell whether a source at the end only names the outlet ("…, the Courier reports")."""
    comma = source.first and clause.lowers[source.first - 1] == ","
    last = cue + 1 == len(clause) and clause.lowers[cue] in clause.words.credits
    return bool(comma and last)
