"""Who do "he", "she", "it" and "they" mean?"""

from __future__ import annotations

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.clause import Clause
from crosscheck.extract.quotes.documents import Resolve, author_before, issuer_at
from crosscheck.extract.quotes.memory import Memory, Speaker
from crosscheck.extract.quotes.sources import Source, noun_after
from crosscheck.extract.quotes.subjects import main_subject
from crosscheck.extract.records import Mention

# How many sentences back "it" may be what a sentence is about.
_SUBJECTS_BACK = 2
# How far after a pronoun the part of the sentence that stands in front may end.
_FRONTED = 12


def by_pronoun(
    memory: Memory, clause: Clause, token: int, sentence: int, resolve: Resolve
) -> Speaker | None:
    """Resolve "he", "she", "it", "they", "his".

    The author ("I", "we") is nobody, but "we say at the ministry" is the ministry.
    """
    gender = clause.words.genders.get(clause.lowers[token], "any")
    start = clause.starts[token]
    if gender in ("male", "female"):
        return _person_meant(memory, clause, token, sentence, resolve)
    if gender == "thing":
        written = any(
            lower in clause.words.written for lower in clause.lowers[token + 1 : token + 2]
        )
        own = _before_colon(clause, token)
        if own is not None:
            return resolve(memory, clause, own, sentence)
        author = author_before(memory, sentence, None, resolve) if written else None
        return author or _body_meant(memory, sentence, start, gender, resolve)
    where = _owner_of_words(clause, token) or _place_of(clause, token)
    if where is not None:
        return resolve(memory, clause, where, sentence)
    if clause.lowers[token] in clause.words.impersonal and sentence:
        # "“…”, hammers the staff. “…”, one sums up."
        before = memory.quoted_in(sentence - 1)
        return before if before is not None and before.label != "PERSON" else None
    return _body_meant(memory, sentence, start, gender, resolve) if gender == "many" else None


def _person_meant(
    memory: Memory, clause: Clause, token: int, sentence: int, resolve: Resolve
) -> Speaker | None:
    """Return the person that "he" or "she" at ``token`` means."""
    gender = clause.words.genders[clause.lowers[token]]
    later = _named_later(clause, token)
    if later is not None and memory.persons.may_be(later, gender):
        return memory.of_mention(later)
    if clause.lowers[token] in clause.words.grammatical and sentence:
        acting = _acting(memory, sentence - 1, resolve)
        if acting is not None:
            return acting
    beside = clause.lowers[token + 1 : token + 2] + clause.lowers[max(0, token - 1) : token]
    earlier = any(lower in clause.words.pluperfect for lower in beside)
    return memory.persons.last(sentence, clause.starts[token], gender, earlier=earlier)


def _owner_of_words(clause: Clause, token: int) -> Source | None:
    """Return whose words "their" means: "The officers want, in their own words, …"."""
    own = main_subject(clause, token) if clause.flags[token] & w.POSSESSIVE else None
    known = own is not None and own.kind in ("role", "body") and own.last < token
    return own if known else None


def _before_colon(clause: Clause, token: int) -> Source | None:
    """Return the body that its own sentence is about: "The junta was in a hurry: it said …"."""
    if not token or clause.lowers[token - 1] not in (":", ";"):
        return None
    own = main_subject(clause, token - 1)
    mention = clause.mention(own.head) if own is not None else None
    named = mention is not None and mention.label in ("ORG", "GPE")
    return own if own is not None and (own.kind == "body" or named) else None


def _named_later(clause: Clause, pronoun: int) -> Mention | None:
    """Return the person named after a pronoun in front: "In what he called “…”, X ended it"."""
    if not clause.flags[0] & (w.PREPOSITION | w.CLAUSE) or clause.flags[0] & w.CONJUNCTION:
        return None
    ahead = range(pronoun + 1, min(len(clause), pronoun + _FRONTED))
    comma = next((t for t in ahead if clause.lowers[t] == ","), -1)
    found = noun_after(clause, comma + 1) if comma >= 0 else None
    mention = clause.mention(found.head) if found is not None else None
    return mention if mention is not None and mention.label == "PERSON" else None


def _body_meant(
    memory: Memory, sentence: int, start: int, gender: str, resolve: Resolve
) -> Speaker | None:
    """Return the body that "it" or "they" means: one that spoke, that a sentence is about, named.

    "They" may be people that a sentence is about ("The ministers met …").
    """
    nearest = max(-1, sentence - 1 - _SUBJECTS_BACK)
    for number in range(sentence, nearest, -1):
        for speaker in memory.bodies_in(number, start, here=number == sentence):
            if gender == "many" or speaker.noun is None:
                return speaker
        own = memory.announcing_in(number, start, stance=True) if number == sentence else None
        if own is not None and own.label != "PERSON" and own.noun is None:
            # "The staff denounced “…” and, it said, …"
            return own
        acting = (
            _acting(memory, number, resolve) if number < sentence and gender == "thing" else None
        )
        if acting is not None:
            return acting
    for speaker in memory.bodies_before(sentence, start):
        if gender == "many" or speaker.noun is None:
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


def _acting(memory: Memory, sentence: int, resolve: Resolve) -> Speaker | None:
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
