"""Who issued a document? From "the statement" to the body or person whose words it holds."""

from __future__ import annotations

from collections.abc import Callable

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.clause import Clause
from crosscheck.extract.quotes.memory import Memory, Speaker
from crosscheck.extract.quotes.sources import SOMEONE, Source, is_nominal, noun_after, noun_before
from crosscheck.extract.quotes.subjects import main_subject

# Who a source other than a document means: speakers.resolve.
Resolve = Callable[[Memory, Clause, Source, int], "Speaker | None"]
BODIES = ("ORG", "GPE", "FAC", "EVENT")
# How many sentences back a document may have been named.
_DOCUMENT_REACH = 14
# How far after a document's name "signed by" may stand.
_PARTICIPLE_REACH = 5
# How many words before a document's name belong to it.
_PHRASE_REACH = 12


def issuer(
    memory: Memory, clause: Clause, source: Source, sentence: int, resolve: Resolve
) -> Speaker | None:
    """Return who issued "the statement", "a report by X", "their letter": else its own words.

    All of them, where several did ("the joint statement").
    """
    found = _issuer(memory, clause, source, sentence, resolve)
    if found is None or found.group is None:
        return found
    return Speaker(found.group, None, None, None, "many", found.group)


def _issuer(
    memory: Memory, clause: Clause, source: Source, sentence: int, resolve: Resolve
) -> Speaker | None:
    own = _own_issuer(memory, clause, source, sentence, resolve)
    if own is not None and own.group is None and _is_joint(clause, source):
        # "a joint statement published by X": not X alone says it.
        own = _group_before(memory, sentence) or own
    own = own or _it_says_in(memory, clause, source, sentence, resolve)
    if own is not None:
        return own
    noun = clause.lowers[source.head]
    if noun in clause.words.unissued:
        return memory.phrase(clause, source)
    opening = clause.flags[source.first]
    if noun in clause.words.drafts and opening & w.DETERMINER and not opening & w.DEFINITE:
        # "in the words of a text seen by X"
        return None
    if _is_joint(clause, source):
        together = _group_before(memory, sentence)
        if together is not None:
            return together
    author = author_before(memory, sentence, noun, resolve)
    body_before = author or memory.last_body(sentence, clause.starts[source.first])
    return body_before or memory.phrase(clause, source)


def _it_says_in(
    memory: Memory, clause: Clause, source: Source, sentence: int, resolve: Resolve
) -> Speaker | None:
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
    named = mention is not None and mention.label in BODIES
    known = named or subject.kind == "body"
    return resolve(memory, clause, subject, sentence) if known else None


def author_before(
    memory: Memory, sentence: int, noun: str | None, resolve: Resolve
) -> Speaker | None:
    """Return who issued the document named last before ``sentence``, or None.

    A letter is its author's; for other documents, the body that spoke last counts as well. Without
    ``noun`` any document will do.
    """
    for number in range(sentence - 1, max(-1, sentence - 1 - _DOCUMENT_REACH), -1):
        clause = memory.discourse.clause(number)
        letters = clause.words.letters
        start = memory.discourse.sentences[number].end
        for token, flags in enumerate(clause.flags):
            if not flags & w.DOCUMENT or clause.lowers[token] in clause.words.unissued:
                continue
            if clause.flags[token + 1 : token + 2] and clause.flags[token + 1] & w.BODY:
                # "the ruling junta"
                continue
            if noun is None or (clause.lowers[token] in letters) == (noun in letters):
                found = issuer_at(memory, clause, token, number, resolve)
                if found is not None:
                    return found
        if noun is not None and noun not in letters:
            for speaker in memory.bodies_in(number, start, here=False):
                if speaker.noun is None:
                    return speaker
        said = memory.quoted_in(number) or memory.announcing_in(number)
        if noun in letters and said is not None:
            return said
    return None


def _is_joint(clause: Clause, source: Source) -> bool:
    """Tell whether a document is one of several bodies ("a joint statement")."""
    return any(clause.lowers[t] in clause.words.joint for t in range(source.first, source.last + 1))


def _group_before(memory: Memory, sentence: int) -> Speaker | None:
    """Return the group that was quoted or announced something last before ``sentence``, or None."""
    for number in range(sentence - 1, max(-1, sentence - 1 - _DOCUMENT_REACH), -1):
        for speaker in (memory.quoted_in(number), memory.announcing_in(number, stance=True)):
            if speaker is not None and speaker.group is not None:
                return speaker
        # "X and its partners will leave, they said"
        clause = memory.discourse.clause(number)
        subject = main_subject(clause, len(clause))
        acting = memory.named(clause, subject) if subject and subject.kind == "name" else None
        if acting is not None and acting.group is not None:
            return acting
    return None


def issuer_at(
    memory: Memory, clause: Clause, token: int, sentence: int, resolve: Resolve
) -> Speaker | None:
    """Return who issued the document at ``token``: by the words beside it, or the subject."""
    first = token
    while first > max(0, token - _PHRASE_REACH) and is_nominal(clause, first - 1):
        first -= 1
    phrase = noun_after(clause, first)
    if phrase is not None and phrase.kind == "document":
        found = _own_issuer(memory, clause, phrase, sentence, resolve)
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


def _own_issuer(
    memory: Memory, clause: Clause, source: Source, sentence: int, resolve: Resolve
) -> Speaker | None:
    """Return who issued a document by its own noun phrase and the aside after it, or None."""
    for token in range(source.first, source.last + 1):
        mention = clause.mention(token)
        if mention is None or mention.label not in (*BODIES, "PERSON"):
            continue
        if token > source.head and not _ties_issuer(clause, source.head, token):
            # "a statement by X", but "a sign in X"
            continue
        # In "a Mali army statement" the place only tells which army.
        follows = clause.flags[token + 1] if token < source.last else 0
        only = follows & w.BODY or (mention.label == "GPE" and follows & w.NOUN)
        if follows & w.GENITIVE and token > source.head:
            # "a letter from the X's command"
            only = any(flags & w.BODY for flags in clause.flags[token + 2 : source.last + 1])
        if not only or follows & w.DOCUMENT:
            name = Source(source.first, source.last, "name", token, token)
            return memory.of_name(clause, name, mention)
    for token in range(source.first, source.head):
        if clause.flags[token] & w.POSSESSIVE:
            owner = Source(token, token, "pronoun", token, token)
            return resolve(memory, clause, owner, sentence)
        if clause.flags[token] & w.GENITIVE:
            # "the minister's letter"
            holder = noun_before(clause, token - 1)
            return resolve(memory, clause, holder, sentence) if holder is not None else None
        if clause.flags[token] & w.BODY and not clause.flags[token + 1] & w.GENITIVE:
            return resolve(memory, clause, body_in(clause, source.first, token), sentence)
    beside = _issuer_after(clause, source) or _signed_by(clause, source)
    return resolve(memory, clause, beside, sentence) if beside is not None else None


def body_in(clause: Clause, first: int, noun: int) -> Source:
    """Return the body at token ``noun`` of a phrase that begins at ``first`` ("a Z statement").

    An article like "a" is not the body's.
    """
    start = noun
    ends = w.PREPOSITION | w.DETERMINER | w.ROLE
    while start > first and not clause.flags[start - 1] & ends:
        start -= 1
    if start > first and clause.flags[start - 1] & w.DEFINITE:
        start -= 1
    return Source(start, noun, "body", noun, noun)


def _ties_issuer(clause: Clause, head: int, token: int) -> bool:
    """Tell whether a name is tied to the document before it: "from the X", but "to the X"."""
    own = range(head + 1, token)
    agent = any(clause.flags[t] & w.AGENT for t in own)
    links = [clause.lowers[t] for t in own if clause.flags[t] & w.PREPOSITION]
    if not agent and any(lower not in clause.words.issuers for lower in links):
        # "a letter to the president of the X"
        return False
    if any(clause.lowers[t] in clause.words.consulted for t in own):
        # "a draft seen by X"
        return False
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
    if found is not None and found.kind == "body":
        # "a letter from the staff to the senators"
        heard = range(found.head + 1, found.last)
        hearer = next((t for t in heard if clause.flags[t] & w.INFINITIVE), found.last + 1)
        found = found._replace(last=hearer - 1)
    named = found is not None and bool(clause.flags[found.head] & w.NAME)
    return found if found is not None and (named or found.kind in ("body", "role")) else None


def _signed_by(clause: Clause, source: Source) -> Source | None:
    """Return who issued a document by what is said of it ("the letter, signed by X, …").

    Not who has "seen" or "obtained" it.
    """
    begin = source.head + 1
    if clause.lowers[begin : begin + 1] == [","]:
        begin += 1
    for token in range(begin, min(len(clause), begin + _PARTICIPLE_REACH)):
        if clause.flags[token] & w.AGENT:
            found = noun_after(clause, token + 1)
            if found is None or found.kind not in ("name", "body", "role"):
                return None
            speaks_for = range(found.first, found.last + 1)
            if any(clause.lowers[t] in clause.words.mouthpieces for t in speaks_for):
                # The spokesman signs what his government says.
                return None
            return found
        ends = clause.flags[token] & (w.MARK | w.MENTION | w.CLAUSE | w.QUOTATION)
        if ends or clause.lowers[token] in clause.words.consulted:
            break
    return None
