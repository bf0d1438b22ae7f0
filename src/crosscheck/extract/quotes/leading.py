"""Who says a quotation, going by the words before it?"""

from __future__ import annotations

from typing import NamedTuple

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.clause import Clause
from crosscheck.extract.quotes.sources import (
    SOMEONE,
    Source,
    is_nominal,
    names_person,
    noun_after,
    noun_before,
)
from crosscheck.extract.quotes.subjects import (
    cue_subject,
    governing_subject,
    main_subject,
    shared_subject,
)
from crosscheck.extract.quotes.verbs import REACH, agrees, is_passive, is_verb, subject_of

# How far a sign or a cry may stand before its words, and what opens the sentence with it.
_BEARER_REACH = 8
_FRONTED = 4
# How far after "quoted" the "as" of "as saying" may stand.
_HEARSAY_REACH = 9


class Attribution(NamedTuple):
    """A source and the token of the cue (-1 if there is none) that ties it to the quotation."""

    source: Source
    cue: int
    rule: str


def before(clause: Clause, quotation: int) -> Attribution | None:
    """Return the attribution that stands before the quotation at token ``quotation``, or None.

    The nearest verb with a subject counts. A verb of speech that governs it goes first where the
    nearest is one of will ("X said that Y wants …"). So do phrases ("according to X"), and an
    owner's words ("X's claim").
    """
    special = _gapped(clause, quotation) or _in_relative(clause, quotation)
    if special is not None:
        return special
    nearest: Attribution | None = None
    bare = False
    for token in range(quotation - 1, max(-1, quotation - REACH), -1):
        if nearest is None:
            found = _by_noun(clause, token, quotation)
            if found is not None and found.rule != "owner":
                return found
        elif clause.flags[token] & w.QUOTATION or clause.lowers[token] in (",", ";"):
            if bare and clause.lowers[token] != ";":
                # "X cited “…” reports of abuses committed “…”"
                continue
            break
        else:
            found = None
        if found is None and _may_attribute(clause, token):
            found = _by_verb(clause, token, quotation)
            if found is None and _names_thing(clause, token, quotation):
                # "held by a group known as “X”": the marks hold a name that nobody said.
                break
        if found is None:
            continue
        speech = clause.flags[token] & w.SPEECH
        if _is_final(clause, found) and (nearest is None or speech or bare):
            return found
        if nearest is None:
            bare = _is_bare(clause, found)
            nearest = found
    return _settled(clause, nearest, quotation, bare=bare) if nearest is not None else None


def _may_attribute(clause: Clause, token: int) -> bool:
    """Tell whether a token is a verb that may tell who speaks."""
    told = is_verb(clause, token) and not _is_outcry(clause, token)
    return told and not _is_only_seen(clause, token)


def _is_only_seen(clause: Clause, cue: int) -> bool:
    """Tell whether a verb only tells who had a document ("a letter, which X has seen,")."""
    if clause.lowers[cue] not in clause.words.consulted:
        return False
    source = subject_of(clause, cue)
    if source is None or source.first < 2 or source.last >= cue:
        return False
    return bool(clause.flags[source.first - 1] & w.RELATIVE)


def _settled(clause: Clause, nearest: Attribution, quotation: int, *, bare: bool) -> Attribution:
    """Return who says what the ``nearest`` verb only tells, or the nearest itself."""
    subject = main_subject(clause, quotation) if bare else None
    if subject is not None and subject.kind in SOMEONE:
        # "X counts the killings committed “…”"
        return nearest._replace(source=subject, cue=-1)
    return _beside_will(clause, nearest) or nearest


def _by_noun(clause: Clause, token: int, quotation: int) -> Attribution | None:
    """Return the attribution by a phrase, a cry or a noun of saying at ``token``, or None."""
    flags = clause.flags[token]
    source = noun_after(clause, token + 1) if flags & w.PHRASE else None
    if source is not None:
        return Attribution(source, token, "phrase")
    if clause.lowers[token] in clause.words.carried:
        found = _by_bearer(clause, token, quotation)
        if found is not None:
            return found
    if flags & w.SAYING and _leads_to(clause, token, quotation):
        owner = _owner(clause, token)
        return Attribution(owner, token, "owner") if owner is not None else None
    return None


def _is_final(clause: Clause, found: Attribution) -> bool:
    """Tell whether no verb of speech further ahead goes before what is ``found``."""
    flags = clause.flags[found.cue]
    # "X said Y had to ask itself": nobody has asked.
    duty = found.rule == "infinitive" and clause.flags[found.cue - 2] & w.BETWEEN
    deed = clause.lowers[found.cue] in clause.words.deeds
    # "She wrote that the strike had hit “x”": a thing says nothing.
    thing = found.source.kind == "phrase" and not flags & w.SPEECH
    thing = thing and not clause.flags[found.source.head] & w.NAME
    # "X said the ban would go once Y presented “…”": nobody has presented it yet.
    ahead = found.source.first and clause.lowers[found.source.first - 1] in clause.words.conditions
    will = flags & w.WILL or (ahead and not flags & w.SPEECH)
    return found.rule != "owner" and not (will or duty or deed or thing)


def _is_bare(clause: Clause, found: Attribution) -> bool:
    """Tell whether a past form only tells what was done to a thing ("the abuses committed “…”")."""
    thing = found.source.kind in ("phrase", "document", "saying")
    deed = clause.lowers[found.cue] in clause.words.deeds
    return thing and deed and found.cue == found.source.last + 1


def _beside_will(clause: Clause, found: Attribution) -> Attribution | None:
    """Return who says it in an aside: "because, he argued, X had wanted “…”", or None."""
    close = found.source.first - 1
    if close < 3 or clause.lowers[close] != ",":
        return None
    cue = close - 1
    if not (clause.flags[cue] & w.SPEECH and clause.flags[cue] & w.FINITE):
        return None
    source = subject_of(clause, cue)
    opens = source is not None and source.first and clause.lowers[source.first - 1] == ","
    if source is None or not opens or not agrees(clause, cue, source):
        return None
    return Attribution(source, cue, "before")


def _gapped(clause: Clause, quotation: int) -> Attribution | None:
    """Return who shares the verb of the quotation before: "X spoke of “…”, Y of “…”"."""
    if quotation < 4 or not clause.flags[quotation - 1] & w.PREPOSITION:
        return None
    found = noun_before(clause, quotation - 2)
    if found is None or found.first < 2:
        return None
    known = found.kind in ("name", "role", "body")
    known = known or clause.lowers[found.head] in clause.words.of_two
    comma = clause.lowers[found.first - 1] == "," or clause.flags[found.first - 1] & w.CONJUNCTION
    earlier = any(
        flags & w.QUOTATION for flags in clause.flags[max(0, found.first - 3) : found.first]
    )
    return Attribution(found, -1, "before") if known and comma and earlier else None


def _in_relative(clause: Clause, quotation: int) -> Attribution | None:
    """Return who speaks in a relative clause: "a message in which X “pays tribute to y”"."""
    found = noun_before(clause, quotation - 1)
    if found is None or found.first < 2 or not names_person(clause, found):
        return None
    relative = clause.flags[found.first - 1] & w.RELATIVE
    led = relative and clause.flags[found.first - 2] & w.PREPOSITION
    return Attribution(found, -1, "verb") if led else None


def _by_bearer(clause: Clause, noun: int, quotation: int) -> Attribution | None:
    """Return who shouts or carries what the noun at token ``noun`` tells, or None.

    "with cries of “X” by the crowd", "to cries of “X”, thousands marched", "waving signs “X”".
    """
    if quotation - noun > _BEARER_REACH:
        return None
    verb = noun + 1 < quotation and (
        clause.flags[noun + 1] & w.PASSIVE or is_verb(clause, noun + 1)
    )
    if verb and (clause.flags[noun + 1] & w.PASSIVE or not _is_object(clause, noun)):
        # "a sign in X says", "the words of the song are"
        return None
    agent = _agent(clause, quotation, quotation)
    if agent is not None:
        return Attribution(agent, noun, "bearer")
    owner = _owner(clause, noun)
    if owner is not None and owner.kind != "pronoun":
        return Attribution(owner, noun, "bearer")
    if noun < _FRONTED and clause.flags[0] & (w.PREPOSITION | w.INFINITIVE | w.CLAUSE):
        comma = quotation + 1 < len(clause) and clause.lowers[quotation + 1] == ","
        found = noun_after(clause, quotation + 2) if comma else None
    else:
        found = main_subject(clause, noun, anyone=True)
        passive = found is not None and _is_passive_clause(clause, found.last, noun)
        found = None if passive else found
    return Attribution(found, noun, "bearer") if found is not None else None


def _is_outcry(clause: Clause, token: int) -> bool:
    """Tell whether a form that may be a verb is the noun of "cries of", "the slogan"."""
    following = clause.lowers[token + 1] if token + 1 < len(clause) else ""
    return clause.lowers[token] in clause.words.outcries and following in clause.words.issuers


def _is_object(clause: Clause, noun: int) -> bool:
    """Tell whether a verb or preposition stands right before a noun without subject of its own."""
    before = clause.flags[noun - 1] if noun else 0
    return bool(before & w.PREPOSITION) or (noun > 0 and not before)


def _is_passive_clause(clause: Clause, first: int, last: int) -> bool:
    return any(flags & w.PASSIVE for flags in clause.flags[first:last])


def _names_thing(clause: Clause, cue: int, quotation: int) -> bool:
    """Tell whether a verb of naming has nothing but "as" and an article before the marks."""
    between = range(cue + 1, quotation)
    return bool(clause.flags[cue] & w.NAMING) and all(
        clause.flags[t] & w.DETERMINER or clause.lowers[t] in clause.words.as_words for t in between
    )


def _leads_to(clause: Clause, noun: int, quotation: int) -> bool:
    """Tell whether nothing but "that", "of", a day or a mark parts a noun from the quotation."""
    between = clause.flags[noun + 1 : quotation]
    allowed = w.CLAUSE | w.MARK | w.PREPOSITION | w.TIME
    return len(between) < 4 and all(flags & allowed for flags in between)


def _owner(clause: Clause, noun: int) -> Source | None:
    """Return whose words the noun at token ``noun`` stands for: "X's claim", "his first remark"."""
    for token in range(noun - 1, max(-1, noun - 4), -1):
        flags = clause.flags[token]
        if flags & w.GENITIVE:
            return noun_before(clause, token - 1)
        if flags & w.POSSESSIVE:
            return Source(token, noun, "pronoun", token, token)
        if not is_nominal(clause, token):
            break
    return None


def _by_verb(clause: Clause, cue: int, quotation: int) -> Attribution | None:
    """Return the attribution by the verb at token ``cue``, which stands before a quotation."""
    flags = clause.flags[cue]
    passive = is_passive(clause, cue)
    if flags & w.PAST and (passive or _is_participle(clause, cue, quotation)):
        found, rule = quoted_by(clause, cue) if passive else None, "before"
        if found is None and not _is_deed(clause, cue, quotation):
            found, rule = _agent(clause, cue + 1, quotation), "agent"
        if found is None and passive:
            found, rule = where_said(clause, cue), "impersonal"
    elif flags & w.PARTICIPLE and not passive:
        found, rule = _of_participle(clause, cue), "participle"
    elif flags & w.BASE and cue and clause.flags[cue - 1] & w.INFINITIVE:
        found, rule = _of_infinitive(clause, cue), "infinitive"
    else:
        found, rule = _of_finite(clause, cue, quotation)
    if found is None or found.first <= cue <= found.last:
        return None
    return Attribution(found, cue, rule)


def _of_finite(clause: Clause, cue: int, quotation: int) -> tuple[Source | None, str]:
    """Return the subject of a finite verb, and the rule that found it."""
    flags = clause.flags[cue]
    found = subject_of(clause, cue)
    if found is not None and not agrees(clause, cue, found):
        return None, ""
    if flags & w.FINITE:
        inverted = inverted_subject(clause, cue, found)
        if inverted is not None and inverted.last < quotation:
            return inverted, "inverted"
        if found is None and _is_joined(clause, cue):
            return cue_subject(clause, cue) or shared_subject(clause, cue), "joined"
    return found, "before"


def inverted_subject(clause: Clause, cue: int, before: Source | None) -> Source | None:
    """Return the subject after a verb of speech that opens the sentence or an aside, or None.

    ``before`` is what stands where the subject might be otherwise: "The rain, said X, is …"; a
    person there is the subject.
    """
    flags = clause.flags[cue]
    if not flags & w.SPEECH or flags & w.HEARER or (cue and not clause.flags[cue - 1] & w.MARK):
        return None
    found = noun_after(clause, cue + 1)
    if found is None or found.kind not in SOMEONE:
        return None
    if before is None or before.kind == "phrase":
        return found
    if names_person(clause, before) or before.kind in ("pronoun", "role"):
        return None
    # "“X” in Y, says Z": nothing follows, and a comma parts the verb from what is before it.
    last = found.last + 1 == len(clause) and cue > 0 and clause.lowers[cue - 1] == ","
    return found if names_person(clause, found) or (last and found.kind == "name") else None


def _is_joined(clause: Clause, cue: int) -> bool:
    """Tell whether a verb without subject shares that of the verb before ("… and said")."""
    token = cue - 1
    while token > 0 and clause.flags[token] & w.SKIP:
        token -= 1
    return token > 0 and bool(clause.flags[token] & w.CONJUNCTION or clause.lowers[token] == ",")


def _is_participle(clause: Clause, cue: int, quotation: int) -> bool:
    """Tell whether a past form is a passive without its auxiliary ("a plan described as …")."""
    if clause.lowers[quotation + 1 : quotation + 2] == [","] and _names_thing(
        clause, cue, quotation
    ):
        # "X, nicknamed “Y”, …", "the road, once called the “Y”, …"
        before = cue - 1
        while before > 0 and clause.flags[before] & w.SKIP:
            before -= 1
        if clause.lowers[before] == ",":
            return True
    if clause.flags[cue] & w.PERFECT and not clause.flags[cue - 1] & w.BETWEEN:
        # "a group known as …": a form that needs an auxiliary and has none.
        return True
    subject = subject_of(clause, cue)
    thing = subject is None or subject.kind in ("phrase", "document")
    if clause.flags[cue] & w.NAMING and cue + 1 == quotation:
        if clause.flags[cue - 1] & w.BODY or clause.lowers[cue - 1] in clause.words.named_things:
            # "members of a collective called “X”"
            return True
        return thing or (subject is not None and subject.kind == "body")
    # "the move, described by X as …"
    by_someone = bool(clause.flags[cue + 1] & w.AGENT)
    return thing and (by_someone or clause.lowers[cue + 1] in clause.words.as_words)


def _agent(clause: Clause, start: int, quotation: int) -> Source | None:
    """Return the agent of a passive: "by X" before the quotation or right after it."""
    for token in range(start, min(quotation, start + REACH)):
        if clause.flags[token] & w.AGENT:
            return noun_after(clause, token + 1)
    if quotation + 1 < len(clause) and clause.flags[quotation + 1] & w.AGENT:
        return noun_after(clause, quotation + 2)
    return None


def _is_deed(clause: Clause, cue: int, quotation: int) -> bool:
    """Tell whether a passive tells what was done, not said ("used by X", but "seen by X as")."""
    if clause.lowers[cue] not in clause.words.deeds:
        return False
    return all(lower not in clause.words.as_words for lower in clause.lowers[cue:quotation])


def quoted_by(clause: Clause, cue: int) -> Source | None:
    """Return who is quoted in the passive: "X was quoted as saying", or None.

    "X was cited by the agency as having said", too.
    """
    if not clause.flags[cue] & w.HEARSAY or not clause.flags[cue] & w.SPEECH:
        return None
    for token in range(cue + 1, min(len(clause), cue + _HEARSAY_REACH)):
        if clause.lowers[token] in clause.words.as_words:
            return subject_of(clause, cue)
        if clause.flags[token] & (w.MARK | w.QUOTATION):
            break
    return None


def where_said(clause: Clause, cue: int) -> Source | None:
    """Return the body at which something is said: "At the ministry, it is stressed that …".

    Or "…, it is stressed at the ministry"; None without such an "it".
    """
    subject = subject_of(clause, cue)
    if subject is None or subject.kind != "pronoun":
        return None
    if clause.words.genders.get(clause.lowers[subject.head]) != "thing":
        return None
    for place in (cue + 1, 0):
        if place >= len(clause) or not clause.flags[place] & w.PREPOSITION:
            continue
        found = noun_after(clause, place + 1)
        mention = clause.mention(found.head) if found is not None else None
        named = mention is not None and mention.label in ("ORG", "FAC")
        ranks = clause.lowers[place] in clause.words.ranks
        if found is not None and (found.kind == "body" or named or (ranks and found.head)):
            return found
    return None


def _of_participle(clause: Clause, cue: int) -> Source | None:
    """Return the subject of a participle: the one quoted, its noun, or that of the sentence."""
    for token in range(cue - 1, max(0, cue - REACH), -1):
        if clause.flags[token] & w.HEARSAY and clause.flags[token - 1] & w.PASSIVE:
            return subject_of(clause, token)
        cited = cited_after(clause, token)
        if cited is not None:
            return cited
    direct = noun_before(clause, cue - 1)
    if direct is None:
        return governing_subject(clause, cue)
    owners = w.MENTION | w.GENITIVE | w.POSSESSIVE
    owned = any(flags & owners for flags in clause.flags[direct.first : direct.last])
    if direct.kind in SOMEONE or (direct.kind == "document" and owned):
        return direct
    return governing_subject(clause, cue) or direct


def cited_after(clause: Clause, cue: int) -> Source | None:
    """Return who is quoted by another: "an agency quoted X as saying", or None."""
    if not clause.flags[cue] & w.HEARSAY or not clause.flags[cue] & w.SPEECH:
        return None
    found = noun_after(clause, cue + 1)
    if found is None:
        return None
    following = found.last + 1
    if clause.lowers[following : following + 1] == [","]:
        # "quoted the minister, X, as saying"
        following += 1
    if following >= len(clause):
        return None
    return found if clause.lowers[following] in clause.words.as_words else None


def _of_infinitive(clause: Clause, cue: int) -> Source | None:
    """Return the subject of the verb that an infinitive hangs on ("X was prompted to say")."""
    verb = cue - 2
    if verb > 0 and not clause.flags[verb] & (w.MARK | w.NOUN | w.MENTION):
        found = subject_of(clause, verb)
        if found is not None and found.kind in SOMEONE:
            return found
    return governing_subject(clause, cue)
