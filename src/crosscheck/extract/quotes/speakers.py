"""Who is meant? From the words of a source to the person or body that speaks."""

from __future__ import annotations

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.bodies import owners_of
from crosscheck.extract.quotes.clause import Clause
from crosscheck.extract.quotes.documents import BODIES, author_before, body_in, issuer, issuer_at
from crosscheck.extract.quotes.memory import Memory, Speaker
from crosscheck.extract.quotes.sources import Source, noun_after
from crosscheck.extract.quotes.subjects import main_subject
from crosscheck.extract.records import Mention

# How many sentences back "it" may be what a sentence is about.
_SUBJECTS_BACK = 2
# How many sentences back the country that "the country" means may have been the subject.
_COUNTRY_REACH = 5
# How far after a pronoun the part of the sentence that stands in front may end.
_FRONTED = 12


def resolve(memory: Memory, clause: Clause, source: Source, sentence: int) -> Speaker | None:
    """Return who ``source``, a phrase of ``clause`` in ``sentence``, means; None if unknown."""
    mention = clause.mention(source.head)
    if source.kind == "name" and mention is not None:
        return memory.of_name(clause, source, mention)
    if source.kind == "pronoun":
        return _by_pronoun(memory, clause, source.head, sentence)
    if source.kind == "document":
        return issuer(memory, clause, source, sentence, resolve)
    by_kind = {"role": _by_role, "body": _by_body}
    return by_kind.get(source.kind, _by_phrase)(memory, clause, source, sentence)


def _by_phrase(memory: Memory, clause: Clause, source: Source, sentence: int) -> Speaker | None:
    """Resolve "the latter", but not "the former president"; other phrases stand for themselves."""
    which = clause.words.of_two.get(clause.lowers[source.head])
    if which is not None and source.head == source.last and source.first < source.head:
        return memory.of_two(sentence, clause.starts[source.first], which)
    return memory.shortened(clause, source) or memory.phrase(clause, source)


def subject_in(memory: Memory, sentence: int) -> Speaker | None:
    """Return whom a sentence is about: the one who says something in it, or its subject."""
    clause = memory.discourse.clause(sentence)
    said = memory.announcing_in(sentence)
    if said is not None:
        return said
    subject = main_subject(clause, len(clause))
    if subject is None or subject.kind not in ("name", "pronoun", "role"):
        return None
    found = resolve(memory, clause, subject, sentence)
    return found if found is not None and found.label == "PERSON" else None


def _by_pronoun(memory: Memory, clause: Clause, token: int, sentence: int) -> Speaker | None:
    """Resolve "he", "she", "it", "they", "his".

    The author ("I", "we") is nobody, but "we say at the ministry" is the ministry.
    """
    gender = clause.words.genders.get(clause.lowers[token], "any")
    start = clause.starts[token]
    if gender in ("male", "female"):
        return _person_meant(memory, clause, token, sentence)
    if gender == "thing":
        written = any(
            lower in clause.words.written for lower in clause.lowers[token + 1 : token + 2]
        )
        author = author_before(memory, sentence, None, resolve) if written else None
        return author or _body_meant(memory, sentence, start, gender)
    where = _owner_of_words(clause, token) or _place_of(clause, token)
    if where is not None:
        return resolve(memory, clause, where, sentence)
    return _body_meant(memory, sentence, start, gender) if gender == "many" else None


def _person_meant(memory: Memory, clause: Clause, token: int, sentence: int) -> Speaker | None:
    """Return the person that "he" or "she" at ``token`` means."""
    gender = clause.words.genders[clause.lowers[token]]
    later = _named_later(clause, token)
    if later is not None and memory.may_be(later, gender):
        return memory.of_mention(later)
    if clause.lowers[token] in clause.words.grammatical and sentence:
        acting = _acting(memory, sentence - 1)
        if acting is not None:
            return acting
    beside = clause.lowers[token + 1 : token + 2] + clause.lowers[max(0, token - 1) : token]
    earlier = any(lower in clause.words.pluperfect for lower in beside)
    return memory.last_person(sentence, clause.starts[token], gender, earlier=earlier)


def _owner_of_words(clause: Clause, token: int) -> Source | None:
    """Return whose words "their" means: "The officers want, in their own words, …"."""
    own = main_subject(clause, token) if clause.flags[token] & w.POSSESSIVE else None
    known = own is not None and own.kind in ("role", "body") and own.last < token
    return own if known else None


def _named_later(clause: Clause, pronoun: int) -> Mention | None:
    """Return the person named after a pronoun in front: "In what he called “…”, X ended it"."""
    if not clause.flags[0] & (w.PREPOSITION | w.CLAUSE) or clause.flags[0] & w.CONJUNCTION:
        return None
    ahead = range(pronoun + 1, min(len(clause), pronoun + _FRONTED))
    comma = next((t for t in ahead if clause.lowers[t] == ","), -1)
    found = noun_after(clause, comma + 1) if comma >= 0 else None
    mention = clause.mention(found.head) if found is not None else None
    return mention if mention is not None and mention.label == "PERSON" else None


def _body_meant(memory: Memory, sentence: int, start: int, gender: str) -> Speaker | None:
    """Return the body that "it" or "they" means: one that spoke, that a sentence is about, named.

    "They" may be people that a sentence is about ("The ministers met …").
    """
    nearest = max(-1, sentence - 1 - _SUBJECTS_BACK)
    for number in range(sentence, nearest, -1):
        for speaker in memory.bodies_in(number, start, here=number == sentence):
            return speaker
        acting = _acting(memory, number) if number < sentence and gender == "thing" else None
        if acting is not None:
            return acting
    for speaker in memory.bodies_before(sentence, start):
        return speaker
    for number in range(sentence - 1, nearest, -1):
        clause = memory.discourse.clause(number)
        subject = main_subject(clause, len(clause))
        if subject is None or subject.kind not in ("name", "body", "role"):
            continue
        many = clause.words.genders.get(clause.lowers[subject.head]) == "many"
        found = resolve(memory, clause, subject, number) if subject.kind != "role" or many else None
        if found is not None and found.label != "PERSON" and (gender == "many" or not many):
            return found
    last = memory.last_body(sentence, start)
    return last or (author_before(memory, sentence, None, resolve) if gender == "thing" else None)


def _acting(memory: Memory, sentence: int) -> Speaker | None:
    """Return the body that a sentence is about: an institution, or a country that judges.

    Where it is about a document, the one who issued that.
    """
    judging = memory.announcing_in(sentence, stance=True)
    if judging is not None and judging.label != "PERSON" and judging.noun is None:
        return judging
    clause = memory.discourse.clause(sentence)
    subject = main_subject(clause, len(clause))
    if subject is not None and subject.kind == "document":
        return issuer_at(memory, clause, subject.head, sentence, resolve)
    if subject is None or subject.kind not in ("name", "body"):
        return None
    mention = clause.mention(subject.head)
    if mention is not None and mention.label != "ORG":
        return None
    return resolve(memory, clause, subject, sentence)


def _place_of(clause: Clause, pronoun: int) -> Source | None:
    """Return the body at which people say something: "they assure at the ministry", or None."""
    if clause.flags[0] & w.PREPOSITION and pronoun > 2:
        # "At the ministry, one speaks of …"
        fronted = noun_after(clause, 1)
        if fronted is not None and fronted.last < pronoun and _is_body(clause, fronted):
            return fronted
    verb = pronoun + 1 if pronoun + 1 < len(clause) else pronoun
    spoken = clause.flags[verb] & w.CUE or (pronoun and clause.flags[pronoun - 1] & w.CUE)
    spoken = spoken or clause.words.genders.get(clause.lowers[pronoun]) == "self"
    for place in range(verb, min(len(clause), pronoun + 4)) if spoken else ():
        if not clause.flags[place] & w.PREPOSITION:
            continue
        inside = noun_after(clause, place + 1)
        return inside if inside is not None and _is_body(clause, inside) else None
    return None


def _is_body(clause: Clause, source: Source) -> bool:
    mention = clause.mention(source.head)
    return source.kind == "body" or (mention is not None and mention.label in ("ORG", "FAC"))


def _by_role(memory: Memory, clause: Clause, source: Source, sentence: int) -> Speaker | None:
    """Resolve "the spokesman", "the French president": who was named with that function."""
    words, noun = clause.words, clause.lowers[source.head]
    start = clause.starts[source.first]
    gender = words.genders.get(noun, "any")
    bare = source.first == source.head
    inside = [m for t in range(source.first, source.last + 1) if (m := clause.mention(t))]
    marked = clause.flags[source.first] & (w.DEFINITE | w.POSSESSIVE)
    found: Speaker | None = None
    if marked and noun in words.anonymous:
        found = _said_before(memory, sentence, start, noun)
    if found is None and (bare or marked) and gender != "many":
        found = memory.holder_of(clause, source)
    if found is None and noun in words.mouthpieces:
        found = _spoken_for(memory, clause, source, sentence)
    if found is None and (bare or marked):
        found = _said_before(memory, sentence, start, noun)
    if found is None and marked and noun in words.anonymous and source.last == source.head:
        found = next(memory.unnamed_before(sentence), None)
    plain = not inside and source.last == source.head and not bare
    if found is None and plain and marked:
        if noun in words.collectives:
            found = memory.together_before(sentence)
        elif gender != "many" and noun not in words.anonymous:
            found = memory.last_person(sentence, start, gender)
    if found is None and marked and gender != "many" and inside and noun in words.offices:
        found = memory.office_holder(clause, source, sentence)
    return found or memory.phrase(clause, source)


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
    owners = owners_of(clause, source)
    named = memory.body_named(clause, source)
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
