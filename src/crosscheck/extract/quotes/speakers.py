"""Who is meant? From the words of a source to the person or body that speaks."""

from __future__ import annotations

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.accounts import holder_of_account, user_of_post
from crosscheck.extract.quotes.bodies import owners_of
from crosscheck.extract.quotes.clause import Clause
from crosscheck.extract.quotes.documents import BODIES, body_in, issuer
from crosscheck.extract.quotes.holders import wanted_of
from crosscheck.extract.quotes.memory import Memory, Speaker
from crosscheck.extract.quotes.pronouns import by_pronoun
from crosscheck.extract.quotes.sources import SOMEONE, Source, noun_after, owner_of_saying
from crosscheck.extract.quotes.subjects import main_subject
from crosscheck.extract.quotes.unlisted import handle_in

# How many sentences back "it" may be what a sentence is about.
_SUBJECTS_BACK = 2
# How many sentences back the country that "the country" means may have been the subject.
_COUNTRY_REACH = 5
# How many sentences back "the spokesman" may be one who was quoted without name.
_MOUTH_REACH = 4
# In how many first sentences a function may be that of a person named further on.
_HEADINGS = 2


def resolve(memory: Memory, clause: Clause, source: Source, sentence: int) -> Speaker | None:
    """Return who ``source``, a phrase of ``clause`` in ``sentence``, means; None if unknown."""
    handle = handle_in(clause, source)
    if handle is not None:
        return Speaker(handle, None, None)
    mention = clause.mention(source.head)
    if source.kind == "name" and mention is not None:
        return _by_people(memory, clause, source, sentence) or memory.named(clause, source)
    if source.kind == "pronoun":
        return by_pronoun(memory, clause, source.head, sentence, resolve)
    return _by_noun(memory, clause, source, sentence)


def _carries(clause: Clause, source: Source) -> Source:
    """Return the people at the start of "members of X marched with placards", without the rest."""
    if clause.lowers[source.last] not in clause.words.mute or source.kind != "role":
        return source
    for token in range(source.head + 1, source.last):
        flags, lower = clause.flags[token], clause.lowers[token]
        if not flags & ~w.VERB and lower.endswith(clause.words.past_endings):
            return source._replace(last=token - 1)
    return source


def _by_noun(memory: Memory, clause: Clause, source: Source, sentence: int) -> Speaker | None:
    """Resolve a noun phrase by what its noun is."""
    mute = clause.words.mute
    if clause.lowers[source.tail] in mute or clause.lowers[source.head] in mute:
        return _bearer(memory, clause, source, sentence)
    whole = _whole_of(clause, source)
    if whole is not None:
        return resolve(memory, clause, whole, sentence)
    if clause.lowers[source.head] in clause.words.accounts:
        return holder_of_account(memory, clause, source, sentence, resolve)
    other = _shown_by(memory, clause, source, sentence)
    other = other or user_of_post(memory, clause, source, sentence)
    if other is not None:
        return other
    if source.kind == "document":
        return issuer(memory, clause, source, sentence, resolve)
    source = _carries(clause, source)
    by_kind = {"role": _by_role, "body": _by_body, "saying": _by_saying}
    return by_kind.get(source.kind, _by_phrase)(memory, clause, source, sentence)


def _shown_by(memory: Memory, clause: Clause, source: Source, sentence: int) -> Speaker | None:
    """Return who shows the picture whose caption speaks: the one the sentence before is about."""
    if clause.lowers[source.head] not in clause.words.captions or not sentence:
        return None
    shown = memory.discourse.clause(sentence - 1)
    subject = main_subject(shown, len(shown))
    if subject is None or subject.kind not in ("name", "body"):
        return None
    return resolve(memory, shown, subject, sentence - 1)


def _whole_of(clause: Clause, source: Source) -> Source | None:
    """Return the document of "part of the letter", who feels "the same concern", else None."""
    if source.kind not in ("phrase", "saying") or source.head == source.last:
        return None
    head = source.head
    while head < source.last and clause.flags[head] & w.DETERMINER:
        head += 1
    first = clause.lowers[head]
    part, same = first in clause.words.parts, first in clause.words.same
    if not part and not same:
        return None
    link = next(
        (t for t in range(source.head, source.last) if clause.flags[t] & w.PREPOSITION), source.last
    )
    found = noun_after(clause, link + 1) if link < source.last else None
    if found is None or (part and found.kind != "document") or (same and found.kind == "phrase"):
        return None
    return found


def _by_saying(memory: Memory, clause: Clause, source: Source, sentence: int) -> Speaker | None:
    """Resolve "the assessment of X": whose words they are."""
    owner = owner_of_saying(clause, source)
    if owner is source:
        opening = clause.flags[source.first]
        # "a comment under the video" is nobody's.
        anyone = opening & w.DETERMINER and not opening & w.DEFINITE
        return None if anyone else memory.phrase(clause, source)
    return resolve(memory, clause, owner, sentence)


def _by_people(memory: Memory, clause: Clause, source: Source, sentence: int) -> Speaker | None:
    """Return the person that "the Social Democrat", "the Frenchwoman" stands for, or None."""
    mention = clause.mention(source.head)
    if mention is None or mention.label != "NORP" or source.last != source.first + 1:
        return None
    single = not mention.text.endswith(clause.words.plurals)
    definite = clause.flags[source.first] & w.DEFINITE
    if not definite or not single or mention.text.lower() in clause.words.peoples:
        return None
    return memory.persons.last(sentence, clause.starts[source.first])


def _bearer(memory: Memory, clause: Clause, source: Source, sentence: int) -> Speaker | None:
    """Return who carries what has words on it, None if nobody is named ("one placard read")."""
    found = main_subject(clause, source.tail)
    if found is None or found.last >= source.tail or clause.lowers[found.tail] in clause.words.mute:
        return None
    return resolve(memory, clause, found, sentence) if found.kind in SOMEONE else None


def _by_phrase(memory: Memory, clause: Clause, source: Source, sentence: int) -> Speaker | None:
    """Resolve "the latter", but not "the former president"; other phrases stand for themselves."""
    which = clause.words.of_two.get(clause.lowers[source.head])
    if which is not None and source.head == source.last and source.first < source.head:
        return memory.persons.of_two(sentence, clause.starts[source.first], which)
    alone = source.first == source.last and clause.lowers[source.head] in clause.words.impersonal
    one = _one_of(memory, sentence) if alone else None
    return one or memory.shortened(clause, source) or memory.phrase(clause, source)


def _one_of(memory: Memory, sentence: int) -> Speaker | None:
    """Return the singular of those whom the sentences before are about: "one" of the officers."""
    for number in range(sentence - 1, max(-1, sentence - 1 - _SUBJECTS_BACK), -1):
        clause = memory.discourse.clause(number)
        subject = main_subject(clause, len(clause))
        if subject is None or subject.kind != "role" or subject.head != subject.last:
            continue
        noun = clause.lowers[subject.head]
        for ending in clause.words.plurals:
            single = noun.removesuffix(ending)
            if single == noun or not clause.words.flags.get(single, 0) & w.ROLE:
                continue
            several = memory.phrase(clause, subject)
            if several is not None:
                gender = clause.words.genders.get(single, "any")
                text = several.text.removesuffix(ending)
                return several._replace(text=text, noun=single, gender=gender)
    return None


def subject_in(memory: Memory, sentence: int, *, anyone: bool = False) -> Speaker | None:
    """Return whom a sentence is about: the one who says something in it, or its subject.

    A person, unless ``anyone`` will do.
    """
    clause = memory.discourse.clause(sentence)
    said = memory.announcing_in(sentence)
    if said is not None:
        return said
    subject = main_subject(clause, len(clause))
    if subject is None or subject.kind not in SOMEONE:
        return None
    found = resolve(memory, clause, subject, sentence)
    person = found is not None and found.label == "PERSON"
    return found if person or anyone else None


def _by_role(memory: Memory, clause: Clause, source: Source, sentence: int) -> Speaker | None:
    """Resolve "the spokesman", "the French president": who was named with that function."""
    words, noun = clause.words, clause.lowers[source.head]
    start = clause.starts[source.first]
    gender = words.genders.get(noun, "any")
    bare = source.first == source.head
    inside = [m for t in range(source.first, source.last + 1) if (m := clause.mention(t))]
    marked = clause.flags[source.first] & (w.DEFINITE | w.POSSESSIVE)
    # "Mali's PM"
    owned = any(
        clause.flags[t] & w.GENITIVE and clause.mention(t - 1) is not None
        for t in range(source.first + 1, source.head)
    )
    known = bool(bare or marked or owned)
    found: Speaker | None = None
    if noun in words.mouthpieces and words.genders.get(clause.lowers[source.first]) == "thing":
        # "its spokeswoman": the body that has been spoken of.
        found = by_pronoun(memory, clause, source.first, sentence, resolve)
    if marked and noun in words.offices and noun in words.anonymous:
        found = found or _in_office(memory, clause, source, sentence)
    if found is None and marked and noun in words.anonymous:
        found = _said_before(memory, sentence, start, noun)
        near = memory.persons.unnamed_before(sentence)
        found = found or next((one for one in near if one.noun == noun), None)
    if found is None and noun in words.mouthpieces and marked and source.last == source.head:
        found = _spoke_without_name(memory, sentence, noun)
    if found is None and marked and source.last == source.head:
        found = memory.persons.brought_in(sentence, noun)
    if found is None and known and gender != "many":
        found = memory.holder_of(clause, source)
    if found is None and noun in words.mouthpieces:
        found = _spoken_for(memory, clause, source, sentence)
        found = found._replace(mouth=noun) if found is not None else None
    if found is None and known and not (bare and source.head < source.last):
        # Not for "officers of the staff", who are others than the officers heard before.
        found = _said_before(memory, sentence, start, noun)
    if found is None and marked and noun in words.anonymous and source.last == source.head:
        found = next(memory.persons.unnamed_before(sentence), None)
    if found is None and marked:
        found = _just_spoken_of(memory, clause, source, sentence, inside=bool(inside))
    if found is None and known and sentence < _HEADINGS and gender != "many":
        named = memory.holders.named_after(clause, source)
        found = memory.of_mention(named) if named is not None else None
    return found or memory.phrase(clause, source)


def _in_office(memory: Memory, clause: Clause, source: Source, sentence: int) -> Speaker | None:
    """Return the person who has just spoken, if "the diplomat" may be that one's office, or None.

    Not where somebody without name was brought in as such.
    """
    wanted, groups = wanted_of(clause, source)
    for number in range(sentence - 1, max(-1, sentence - 1 - _SUBJECTS_BACK), -1):
        speaker = memory.quoted_in(number) or memory.announcing_in(number)
        if speaker is not None and speaker.label == "PERSON":
            named = [m for m in memory.discourse.mentions if m.entity_id == speaker.entity_id]
            other = not named or memory.holders.holds_other(named[0], wanted, groups)
            return None if other else speaker
        unnamed = next(memory.persons.unnamed_before(number + 1), None)
        if speaker is not None or unnamed is not None:
            return None
    return None


def _just_spoken_of(
    memory: Memory, clause: Clause, source: Source, sentence: int, *, inside: bool
) -> Speaker | None:
    """Return whom "the countries", "the old woman", "the German politician" stands for, or None.

    One that the sentences before are about: where the phrase tells an office or a country, nobody
    to whom the text gives another.
    """
    noun = clause.lowers[source.head]
    gender = clause.words.genders.get(noun, "any")
    if not inside and source.last == source.head and source.first < source.head:
        if noun in clause.words.collectives:
            return memory.together_before(sentence)
        if gender == "many" or noun in clause.words.anonymous:
            return None
        if clause.flags[source.first] & w.POSSESSIVE:
            # "his brother" is not the person himself.
            return None
        office = noun in clause.words.offices
        beside = memory.persons.beside(clause, source, sentence, ahead=False) if office else None
        return beside or memory.persons.last(sentence, clause.starts[source.first], gender)
    if gender == "many" or noun in clause.words.anonymous:
        return None
    return memory.persons.beside(clause, source, sentence)


def _spoken_for(memory: Memory, clause: Clause, source: Source, sentence: int) -> Speaker | None:
    """Return the body or person that a spokesman without name speaks for."""
    near = [*range(source.head - 1, source.first - 1, -1), *range(source.head, source.last + 1)]
    for token in near:
        mention = clause.mention(token)
        body = token < source.last and clause.flags[token + 1] & w.BODY
        if mention is not None and mention.label in (*BODIES, "PERSON") and not body:
            return memory.of_mention(mention)
        if clause.flags[token] & w.BODY:
            known = resolve(memory, clause, body_in(clause, source.first, token), sentence)
            return known if known is not None and known.entity_id is not None else None
    return None


def _spoke_without_name(memory: Memory, sentence: int, noun: str) -> Speaker | None:
    """Return the spokesman without name who has just spoken, or for whom: "the spokesman"."""
    for number in range(sentence - 1, max(-1, sentence - 1 - _MOUTH_REACH), -1):
        speaker = memory.quoted_in(number)
        if speaker is not None:
            return speaker if noun in (speaker.mouth, speaker.noun) else None
    return None


def _said_before(memory: Memory, sentence: int, start: int, noun: str) -> Speaker | None:
    """Return an unnamed speaker met before: "a Western diplomat" for "the diplomat"."""
    for speaker in memory.bodies_before(sentence, start):
        if speaker.noun == noun:
            return speaker
    return None


def _by_body(memory: Memory, clause: Clause, source: Source, sentence: int) -> Speaker | None:
    """Resolve "the army", "the French military": a body of that kind named before.

    Or one that spoke before and shares the name of a country or group with it.
    """
    noun, start = clause.lowers[source.head], clause.starts[source.first]
    served = _served_by(memory, clause, source, sentence)
    owners = owners_of(clause, source)
    named = served or memory.body_named(clause, source)
    if named is not None:
        return named
    if noun in clause.words.countries:
        country = _country_meant(memory, clause, source, sentence)
        if country is not None:
            return country
    kind = clause.words.body_names.get(noun)
    definite = clause.flags[source.first] & w.DEFINITE
    if kind is not None and definite and source.last == source.head:
        found = _by_kind(memory, kind, sentence, start)
        if found is not None:
            return found
    in_full = memory.in_full(clause, source, sentence)
    if in_full is not None:
        return in_full
    for speaker in memory.bodies_before(sentence, start) if owners else ():
        name = speaker.text.lower()
        if speaker.label == "ORG" and all(owner in name for owner in owners):
            return speaker
    return memory.phrase(clause, source)


def _served_by(memory: Memory, clause: Clause, source: Source, sentence: int) -> Speaker | None:
    """Return the person for whom "his office" speaks, or None."""
    words, first = clause.words, source.first
    gender = words.genders.get(clause.lowers[first])
    own = clause.flags[first] & w.POSSESSIVE and gender in ("male", "female")
    if not own or first + 1 != source.head or clause.lowers[source.head] not in words.offices_of:
        return None
    return by_pronoun(memory, clause, first, sentence, resolve)


def _country_meant(memory: Memory, clause: Clause, source: Source, sentence: int) -> Speaker | None:
    """Return the country that "the landlocked country" or a headline's "X nation" stands for.

    The one that a sentence before is about, the nearest first, or else one of the next sentences.
    """
    inside = (clause.mention(t) for t in range(source.first, source.last + 1))
    bare = source.first == 0 and not clause.flags[0] & w.DETERMINER
    definite = clause.flags[source.first] & w.DEFINITE
    if not (bare or definite) or any(m is not None and m.label != "NORP" for m in inside):
        return None
    nearest = range(sentence - 1, max(-1, sentence - 1 - _COUNTRY_REACH), -1)
    last = min(len(memory.discourse.sentences), sentence + 1 + _SUBJECTS_BACK)
    for number in (*nearest, *range(sentence + 1, last)):
        other = memory.discourse.clause(number)
        subject = main_subject(other, len(other))
        mention = other.mention(subject.head) if subject is not None else None
        if mention is not None and mention.label == "GPE":
            return memory.of_mention(mention)
    return None


def _by_kind(memory: Memory, kind: str, sentence: int, start: int) -> Speaker | None:
    """Return the body that "the organisation", "the diplomatic mission" stands for, or None.

    ``kind`` is a word of its name, or "any": one that spoke, else the one named last.
    """
    outlets = memory.discourse.words_at(start).outlets

    def fits(name: str) -> bool:
        if kind == "outlet":
            return name.lower() in outlets
        return kind == "any" or kind in name.lower()

    for number, speaker in enumerate(memory.bodies_before(sentence, start)):
        if fits(speaker.text) and (kind != "any" or speaker.label in ("ORG", "FAC")):
            return speaker
        if kind == "any" and not number and speaker.label is None and speaker.noun is None:
            # The body that spoke last, if its name is more than a noun.
            return speaker if " " in speaker.text else None
    for mention in memory.discourse.names_before(start):
        if mention.label == "ORG" and fits(mention.text):
            return memory.of_mention(mention)
    for number in range(sentence - 1, max(-1, sentence - 1 - _SUBJECTS_BACK), -1):
        clause = memory.discourse.clause(number)
        subject = main_subject(clause, len(clause))
        if subject is not None and subject.kind == "body" and fits(clause.lowers[subject.head]):
            return memory.phrase(clause, subject)
    return None
