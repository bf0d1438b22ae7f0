"""Who is meant? From the words of a source to the person or body that speaks."""

from __future__ import annotations

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.clause import Clause
from crosscheck.extract.quotes.memory import Memory, Speaker
from crosscheck.extract.quotes.sources import SOMEONE, Source, is_nominal, noun_after
from crosscheck.extract.quotes.subjects import main_subject
from crosscheck.extract.records import Mention

_BODIES = ("ORG", "GPE", "FAC", "EVENT")
# How many sentences back "it" may be what a sentence is about.
_SUBJECTS_BACK = 2
_DOCUMENT_REACH = 14
# How far after a pronoun the part of the sentence that stands in front may end.
_FRONTED = 12


def resolve(memory: Memory, clause: Clause, source: Source, sentence: int) -> Speaker | None:
    """Return who ``source``, a phrase of ``clause`` in ``sentence``, means; None if unknown."""
    mention = clause.mention(source.head)
    if source.kind == "name" and mention is not None:
        return memory.of_mention(mention)
    if source.kind == "pronoun":
        return _by_pronoun(memory, clause, source.head, sentence)
    by_kind = {"role": _by_role, "document": _by_document, "body": _by_body}
    return by_kind.get(source.kind, _by_phrase)(memory, clause, source, sentence)


def _by_phrase(memory: Memory, clause: Clause, source: Source, sentence: int) -> Speaker | None:
    """Resolve "the latter", but not "the former president"; other phrases stand for themselves."""
    which = clause.words.of_two.get(clause.lowers[source.head])
    if which is not None and source.head == source.last and source.first < source.head:
        return memory.of_two(sentence, clause.starts[source.first], which)
    return memory.phrase(clause, source)


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
        author = _author_before(memory, sentence, None) if written else None
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
    return memory.last_body(sentence, start)


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
        return _issuer_at(memory, clause, subject.head, sentence)
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
        found = _spoken_for(memory, clause, source)
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


def _spoken_for(memory: Memory, clause: Clause, source: Source) -> Speaker | None:
    """Return the body or person that a spokesman without name speaks for."""
    near = [*range(source.head - 1, source.first - 1, -1), *range(source.head, source.last + 1)]
    for token in near:
        mention = clause.mention(token)
        if mention is not None and mention.label in (*_BODIES, "PERSON"):
            return memory.of_mention(mention)
    return None


def _said_before(memory: Memory, sentence: int, start: int, noun: str) -> Speaker | None:
    """Return an unnamed speaker met before: "a Western diplomat" for "the diplomat"."""
    for speaker in memory.bodies_before(sentence, start):
        if speaker.noun == noun:
            return speaker
    return None


def _by_document(memory: Memory, clause: Clause, source: Source, sentence: int) -> Speaker | None:
    """Resolve "the statement", "a report by X", "their letter": who issued it."""
    own = _own_issuer(memory, clause, source, sentence) or _it_says_in(
        memory, clause, source, sentence
    )
    if own is not None:
        return own
    noun = clause.lowers[source.head]
    if noun in clause.words.unissued:
        return memory.phrase(clause, source)
    author = _author_before(memory, sentence, noun)
    body_before = author or memory.last_body(sentence, clause.starts[source.first])
    return body_before or memory.phrase(clause, source)


def _it_says_in(memory: Memory, clause: Clause, source: Source, sentence: int) -> Speaker | None:
    """Return the subject of "X “denies it”, it said in a communiqué", or None without an "it"."""
    phrase = source.first - 1
    if phrase < 1 or not clause.flags[phrase] & w.PHRASE:
        return None
    if clause.words.genders.get(clause.lowers[phrase].split()[0]) != "thing":
        return None
    subject = main_subject(clause, phrase)
    if subject is None or subject.last >= phrase:
        return None
    mention = clause.mention(subject.head)
    named = mention is not None and mention.label in _BODIES
    known = named or subject.kind == "body"
    return resolve(memory, clause, subject, sentence) if known else None


def _author_before(memory: Memory, sentence: int, noun: str | None) -> Speaker | None:
    """Return who issued the document named last before ``sentence``, or None.

    A letter is its author's; for other documents, the body that spoke last counts as well. Without
    ``noun`` any document will do.
    """
    for number in range(sentence - 1, max(-1, sentence - 1 - _DOCUMENT_REACH), -1):
        clause = memory.discourse.clause(number)
        letters = clause.words.letters
        start = memory.discourse.sentences[number].end
        if noun is not None and noun not in letters:
            for speaker in memory.bodies_in(number, start, here=False):
                return speaker
        for token, flags in enumerate(clause.flags):
            if not flags & w.DOCUMENT or clause.lowers[token] in clause.words.unissued:
                continue
            if noun is None or (clause.lowers[token] in letters) == (noun in letters):
                found = _issuer_at(memory, clause, token, number)
                if found is not None:
                    return found
        said = memory.quoted_in(number) or memory.announcing_in(number)
        if noun in letters and said is not None:
            return said
    return None


def _issuer_at(memory: Memory, clause: Clause, token: int, sentence: int) -> Speaker | None:
    """Return who issued the document at ``token``: by the words beside it, or the subject."""
    first = token
    while first > max(0, token - _FRONTED) and is_nominal(clause, first - 1):
        first -= 1
    phrase = noun_after(clause, first)
    if phrase is not None and phrase.kind == "document":
        found = _own_issuer(memory, clause, phrase, sentence)
        if found is not None:
            return found
    subject = main_subject(clause, len(clause))
    if subject is not None and subject.first <= token <= subject.last:
        # "The letter was written by X."
        agent = next((t for t in range(token, len(clause)) if clause.flags[t] & w.AGENT), -1)
        subject = noun_after(clause, agent + 1) if agent > token else None
    if subject is None or subject.kind not in SOMEONE:
        return None
    return resolve(memory, clause, subject, sentence)


def _own_issuer(memory: Memory, clause: Clause, source: Source, sentence: int) -> Speaker | None:
    """Return who issued a document by its own noun phrase and the aside after it, or None."""
    for token in range(source.first, source.last + 1):
        mention = clause.mention(token)
        if mention is None or mention.label not in (*_BODIES, "PERSON"):
            continue
        if token > source.head and not _ties_issuer(clause, source.head, token):
            # "a statement by X", but "a sign in X"
            continue
        # In "a Mali army statement" the place only tells which army.
        follows = clause.flags[token + 1] if token < source.last else 0
        if mention.label != "GPE" or not follows & w.NOUN or follows & w.DOCUMENT:
            return memory.of_mention(mention)
    for token in range(source.first, source.head):
        if clause.flags[token] & w.POSSESSIVE:
            return _by_pronoun(memory, clause, token, sentence)
        if clause.flags[token] & w.BODY:
            body = Source(source.first, token, "body", token, token)
            return _by_body(memory, clause, body, sentence)
    issuer = _issuer_after(clause, source) or _signed_by(clause, source)
    return resolve(memory, clause, issuer, sentence) if issuer is not None else None


def _ties_issuer(clause: Clause, head: int, token: int) -> bool:
    """Tell whether a name is tied to the document before it: "from the X", but "to the X"."""
    link = token - 1
    while link > head and (
        clause.flags[link] & w.DETERMINER
        or ((mention := clause.mention(link)) is not None and mention.label == "NORP")
    ):
        link -= 1
    return clause.lowers[link] in clause.words.issuers


def _issuer_after(clause: Clause, source: Source) -> Source | None:
    """Return who issued a document by the noun after it ("a communiqué of the staff"), or None."""
    link = source.head + 1
    if link >= source.last or clause.lowers[link] not in clause.words.issuers:
        return None
    found = noun_after(clause, link + 1)
    named = found is not None and bool(clause.flags[found.head] & w.NAME)
    return found if found is not None and (named or found.kind in ("body", "role")) else None


def _signed_by(clause: Clause, source: Source) -> Source | None:
    """Return who issued a document by the aside after it ("the letter, signed by X, …")."""
    comma = source.last + 1
    if comma >= len(clause) or clause.lowers[comma] != ",":
        return None
    for token in range(comma + 1, min(len(clause), comma + 5)):
        if clause.flags[token] & w.AGENT:
            found = noun_after(clause, token + 1)
            return found if found is not None and found.kind in ("name", "body", "role") else None
        if clause.flags[token] & (w.MARK | w.MENTION | w.CLAUSE):
            break
    return None


def _by_body(memory: Memory, clause: Clause, source: Source, sentence: int) -> Speaker | None:
    """Resolve "the army", "the French military": a body of that kind named before.

    Or one that spoke before and shares the name of a country or group with it.
    """
    noun, start = clause.lowers[source.head], clause.starts[source.first]
    proper = (t for t in range(source.first, source.head) if clause.flags[t] & w.NAME)
    owners = {clause.text(token, token).lower() for token in proper}
    for mention in memory.discourse.names_before(start):
        name = mention.text.lower()
        if mention.label == "ORG" and noun in name and all(owner in name for owner in owners):
            return memory.of_mention(mention)
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


def _by_kind(memory: Memory, kind: str, sentence: int, start: int) -> Speaker | None:
    """Return the body that "the organisation", "the diplomatic mission" stands for, or None.

    ``kind`` is a word of its name, or "any": one that spoke, else the one named last.
    """

    def fits(name: str) -> bool:
        return kind == "any" or kind in name.lower()

    for speaker in memory.bodies_before(sentence, start):
        if fits(speaker.text) and (kind != "any" or speaker.label == "ORG"):
            return speaker
    for mention in memory.discourse.names_before(start):
        if mention.label == "ORG" and fits(mention.text):
            return memory.of_mention(mention)
    for number in range(sentence - 1, max(-1, sentence - 1 - _SUBJECTS_BACK), -1):
        clause = memory.discourse.clause(number)
        subject = main_subject(clause, len(clause))
        if subject is not None and subject.kind == "body" and fits(clause.lowers[subject.head]):
            return memory.phrase(clause, subject)
    return None
