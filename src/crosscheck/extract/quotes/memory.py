"""Who was named, and who spoke, before a place in the text?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.bodies import before_holder, before_seat, full_name, owners_of
from crosscheck.extract.quotes.clause import Clause
from crosscheck.extract.quotes.discourse import Discourse
from crosscheck.extract.quotes.groups import group_of, spoken_together
from crosscheck.extract.quotes.holders import Holders
from crosscheck.extract.quotes.leading import inverted_subject
from crosscheck.extract.quotes.persons import Persons
from crosscheck.extract.quotes.salience import is_denied
from crosscheck.extract.quotes.sources import Source, noun_after
from crosscheck.extract.quotes.unlisted import fuller_name, given_name, is_name
from crosscheck.extract.quotes.verbs import agrees, is_passive, is_verb, subject_of
from crosscheck.extract.records import Mention

NameOf = Callable[[str], "str | None"]
# How many sentences back "it", "they" and the like may point.
_BODY_REACH = 14
_LONGEST = 400
_TOGETHER_REACH = 3
_SHORTENED_REACH = 8
# How many sentences back the one of several presidents who is "the president" may have spoken.
_RUNNING_REACH = 4


class Speaker(NamedTuple):
    """Who speaks: the name or noun phrase, the entity if there is one, and what it is.

    ``label`` is the mention's label, or None for a noun phrase; ``noun`` is the phrase's function
    ("diplomat"), with its ``gender``. ``group`` is the text of all who speak together, where the
    speaker is the first of several ("X and its partners"); ``mouth`` the function of one without
    name who spoke for a body ("a ministry spokesman").
    """

    text: str
    entity_id: str | None
    label: str | None
    noun: str | None = None
    gender: str = "any"
    group: str | None = None
    mouth: str | None = None


class Memory:
    """The names of one document and who spoke in which of its sentences."""

    def __init__(self, discourse: Discourse, name_of: NameOf | None) -> None:
        self.discourse = discourse
        self._name_of = name_of
        self._longest: dict[str, str] = {}
        for mention in discourse.mentions:
            if len(mention.text) > len(self._longest.get(mention.entity_id, "")):
                self._longest[mention.entity_id] = mention.text
        self.holders = Holders(discourse)
        self.persons = Persons(self)
        self._quoted: dict[int, Speaker] = {}
        self._announced: dict[tuple[int, int], list[tuple[int, Speaker]]] = {}

    def of_mention(self, mention: Mention) -> Speaker:
        """Return the speaker that a name stands for."""
        name = self._name_of(mention.entity_id) if self._name_of is not None else None
        text = name or self._longest.get(mention.entity_id) or mention.text
        return Speaker(text, mention.entity_id, mention.label)

    def of_name(self, clause: Clause, source: Source, mention: Mention) -> Speaker:
        """Return the speaker that the name in ``source`` stands for, with its group if any."""
        speaker, group = self.of_mention(mention), group_of(clause, source)
        return speaker._replace(group=clause.text(*group)) if group is not None else speaker

    def named(self, clause: Clause, source: Source) -> Speaker | None:
        """Return the one that a name stands for, or several together ("X and its partners").

        Those have the entity of the one named, unless they are persons.
        """
        mention = clause.mention(source.head)
        if mention is None:
            return None
        together = spoken_together(clause, source)
        if together is not None:
            first, last = together
            while first < last and clause.flags[first] & w.DEFINITE:
                first += 1
            text = clause.text(first, last)
            if mention.label == "PERSON":
                return Speaker(text, None, None, None, "many")
            return Speaker(text, mention.entity_id, mention.label, None, "many", text)
        surname = source.head > source.first and mention.label == "NORP"
        before = clause.flags[source.head - 1] if surname else 0
        if before & w.NAME and not before & (w.NOUN | w.MENTION):
            # "the convener Lindsey German"
            return self._unlisted(clause, source.head - 1, source.head)
        return self.of_name(clause, source, mention)

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
            last = min(before_seat(clause, source), before_holder(clause, source))
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
                if cited is not None and speaker is not None:
                    found.append((clause.starts[max(token, cited.first)], speaker))
                continue
            if not (flags & wanted and is_verb(clause, token)):
                continue
            if not flags & w.FINITE and not _is_plural_form(clause, token):
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
            # A subject after its verb has not been heard of before itself.
            found.append((clause.starts[max(token, source.first)], speaker))
        return found

    def holder_of(self, clause: Clause, source: Source) -> Speaker | None:
        """Return the person last named with the function that ``source`` tells, or None."""
        found = self.holders.named_before(clause, source)
        if found is None:
            return None
        if source.last - source.first > 1:
            # "the foreign minister"
            return self.of_mention(found)
        sentence = self.discourse.sentence_at(clause.starts[source.first])
        for number in range(sentence - 1, max(-1, sentence - 1 - _RUNNING_REACH), -1):
            if found.start >= self.discourse.sentences[number].start:
                break
            running = self.quoted_in(number)
            if running is not None and running.label == "PERSON":
                # Of two presidents, the one who is speaking.
                same = self.holders.holds(running.entity_id, clause, source)
                return running if same else self.of_mention(found)
        return self.of_mention(found)

    def _shallow(self, clause: Clause, source: Source, sentence: int) -> Speaker | None:
        """Return the speaker that ``source`` is by its own words."""
        mention = clause.mention(source.head)
        if source.kind == "name" and mention is not None:
            return self.named(clause, source)
        if source.kind == "body":
            named = self.body_named(clause, source)
            if named is not None:
                return named
        opening = clause.flags[source.first]
        anyone = opening & w.DETERMINER and not opening & w.DEFINITE
        holder = self.holder_of(clause, source) if source.kind == "role" and not anyone else None
        return holder or self.in_full(clause, source, sentence) or self.phrase(clause, source)

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

    def body_named(self, clause: Clause, source: Source) -> Speaker | None:
        """Return the body named before that "the army", "the French ministry" stands for, or None.

        Its name holds the noun, and the names of countries and groups that go with it.
        """
        flags = clause.flags[source.first]
        if flags & w.DETERMINER and not flags & w.DEFINITE:
            return None
        noun = clause.lowers[source.head]
        owners = owners_of(clause, source)
        for mention in self.discourse.names_before(clause.starts[source.first]):
            name = mention.text.lower()
            if mention.label == "ORG" and noun in name and all(owner in name for owner in owners):
                return self.of_mention(mention)
        return None

    def shortened(self, clause: Clause, source: Source) -> Speaker | None:
        """Return the body whose name "the Coordination" begins, named before, or None."""
        definite = clause.flags[source.first] & w.DEFINITE
        named = clause.flags[source.head] & w.NAME
        if not definite or not named or source.head != source.last:
            return None
        lower = clause.lowers[source.head]
        for mention in self.discourse.names_before(clause.starts[source.first]):
            first, _, rest = mention.text.lower().partition(" ")
            if mention.label == "ORG" and rest and first == lower:
                return self.of_mention(mention)
        return None

    def in_full(self, clause: Clause, source: Source, sentence: int) -> Speaker | None:
        """Return the body that a sentence before was about, if ``source`` shortens its name.

        "The government" after "The Northern transitional government".
        """
        bare = source.first == source.last
        definite = clause.flags[source.first] & w.DEFINITE and source.first + 1 == source.last
        if source.kind != "body" or not (bare or definite):
            return None
        noun = clause.lowers[source.head]
        for number in range(sentence - 1, max(-1, sentence - 1 - _SHORTENED_REACH), -1):
            before = self.discourse.clause(number)
            for token, lower in enumerate(before.lowers[:_LONGEST]):
                mention = before.mention(token)
                if lower == noun and before.flags[token] & w.BODY:
                    full = full_name(before, token)
                elif mention is not None and mention.label == "FAC":
                    # "the French Embassy in X"
                    named = noun in mention.text.lower()
                    full = noun_after(before, token) if named else None
                else:
                    continue
                if full is not None:
                    return self.phrase(before, full)
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
            if mention.label == "ORG" and not self._is_outlet(mention):
                return self.of_mention(mention)
        return None

    def _is_outlet(self, mention: Mention) -> bool:
        """Tell whether a name is that of an agency or a newspaper, which only passes words on."""
        return mention.text.lower() in self.discourse.words_at(mention.start).outlets


def _is_plural_form(clause: Clause, cue: int) -> bool:
    """Tell whether a base form is the verb of several people ("the sources admit")."""
    governed = w.INFINITIVE | w.BETWEEN | w.PASSIVE
    if not clause.flags[cue] & w.BASE or not cue or clause.flags[cue - 1] & governed:
        return False
    source = subject_of(clause, cue)
    if source is None or source.kind != "role" or source.last >= cue:
        return False
    return clause.words.genders.get(clause.lowers[source.head]) == "many"


def _is_credit(clause: Clause, source: Source, cue: int) -> bool:
    """Tell whether a source at the end only names the outlet ("…, the Courier reports")."""
    comma = source.first and clause.lowers[source.first - 1] == ","
    last = cue + 1 == len(clause) and clause.lowers[cue] in clause.words.credits
    return bool(comma and last)
