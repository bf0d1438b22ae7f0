"""Is this word a verb of speech here, and what is its subject?"""

from __future__ import annotations

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.clause import Clause
from crosscheck.extract.quotes.sources import (
    Source,
    is_nominal,
    is_reduced,
    names_person,
    noun_after,
    noun_before,
)

# How many tokens a search may look at; keeps it linear in the length of any sentence.
REACH = 60
DASHES = ("-", "—", "–", "―")
_ASIDES = 3
_RELATIVE_REACH = 10
_ASIDE_OPENINGS = {",": ",", ")": "(", "]": "[", **dict.fromkeys(DASHES, "—–-―")}


def is_verb(clause: Clause, cue: int) -> bool:
    """Tell whether a form that may be a cue verb is one here, not a noun ("the claims of …")."""
    flags = clause.flags[cue]
    if not flags & w.CUE or (is_nominal(clause, cue) and not flags & w.NOUN):
        return False
    before = clause.flags[cue - 1] if cue else 0
    after = clause.flags[cue + 1] if cue + 1 < len(clause) else 0
    if before & w.GENITIVE:
        return cue > 1 and bool(clause.flags[cue - 2] & w.PRONOUN)
    if before & w.PREPOSITION and not before & (w.INFINITIVE | w.CLAUSE):
        return bool(flags & w.PARTICIPLE)
    owned = before & (w.DETERMINER | w.POSSESSIVE)
    if owned and clause.lowers[cue - 1] in clause.words.impersonal:
        # "one speaks of …"
        owned = not flags & w.PRESENT
    elif owned and clause.lowers[cue - 1] in clause.words.standalone:
        owned = not flags & w.FINITE
    joined = flags & w.NOUN and after & (w.PASSIVE | w.CONJUNCTION)
    ruled = flags & w.SAYING and after & w.PREPOSITION and not flags & w.PAST
    # "the text calls for", but "the many calls for"
    ruled = ruled and not (
        flags & w.PRESENT and before & (w.MENTION | w.DOCUMENT | w.BODY | w.ROLE)
    )
    is_noun = (owned and not before & (w.NOUN | w.CLAUSE | w.PRONOUN)) or joined or ruled
    return not (is_noun or is_reduced(clause, cue))


def is_passive(clause: Clause, cue: int) -> bool:
    """Tell whether a form of "to be" stands before the verb, adverbs between them allowed."""
    token = cue - 1
    while token >= 0 and clause.flags[token] & w.SKIP and not clause.flags[token] & w.PASSIVE:
        token -= 1
    if token > 0 and clause.flags[token] & w.GENITIVE and clause.flags[token - 1] & w.PRONOUN:
        # "it's said"
        return True
    return token >= 0 and bool(clause.flags[token] & w.PASSIVE)


def subject_of(clause: Clause, cue: int) -> Source | None:
    """Return the subject that stands before the verb at token ``cue``, or None.

    Auxiliaries, adverbs and asides between commas, dashes or brackets may stand between; a
    relative ("X, who said") gives the noun that it refers to.
    """
    token = cue - 1
    while token >= 0 and _is_between(clause, token):
        token -= 1
    if token < 0:
        return None
    if clause.flags[token] & w.RELATIVE:
        return _antecedent(clause, token)
    if clause.flags[token] & w.MARK and clause.lowers[token] in _ASIDE_OPENINGS:
        return _before_aside(clause, token)
    found = noun_before(clause, token)
    led = _led_by(clause, found) if found is not None else None
    if led is not None:
        return led
    if found is not None and found.first > 1 and clause.flags[found.first - 1] & w.PREPOSITION:
        # "X has in the past said": a circumstance among the auxiliaries.
        before = clause.flags[found.first - 2]
        if before & w.SKIP and not before & w.MENTION:
            return subject_of(clause, found.first - 1)
    # "X, who declined to be named, said": there may be no noun before the verb.
    relative = _relative_before(clause, found.first if found is not None else token + 1)
    return _antecedent(clause, relative) if relative > 0 else found


def _led_by(clause: Clause, agent: Source) -> Source | None:
    """Return the body that the person ``agent`` leads: "the junta led by X said", or None."""
    verb = agent.first - 2
    if verb < 1 or not clause.flags[verb + 1] & w.AGENT:
        return None
    flags = clause.flags[verb]
    past = flags & (w.VERB | w.PAST) or clause.lowers[verb].endswith(clause.words.past_endings)
    if not past or flags & w.NAME:
        return None
    found = noun_before(clause, verb - 1)
    return found if found is not None and found.kind in ("body", "name", "role") else None


def _relative_before(clause: Clause, first: int) -> int:
    """Return the relative pronoun whose clause ends at token ``first`` ("a man who left X said").

    -1 if there is none, as where another verb of speech stands between.
    """
    for token in range(first - 1, max(-1, first - _RELATIVE_REACH), -1):
        flags = clause.flags[token]
        if flags & w.RELATIVE:
            # "to which X said": the pronoun is no subject where one follows at once.
            return token if token < first - 1 else -1
        if flags & (w.MARK | w.CLAUSE | w.QUOTATION) or (flags & w.SPEECH and flags & w.FINITE):
            break
    return -1


def _is_between(clause: Clause, token: int) -> bool:
    """Tell whether ``token`` may stand between a subject and its verb."""
    flags = clause.flags[token]
    if flags & (w.SKIP | w.PASSIVE):
        return not flags & w.MENTION
    if token + 1 < len(clause) and clause.flags[token + 1] & w.TIME:
        # "X on Friday said", "X on 3 May said"
        return bool(flags & w.PREPOSITION) or clause.lowers[token].isdigit()
    if clause.lowers[token].isdigit():
        # "X on May 3 said"
        return token > 0 and bool(clause.flags[token - 1] & w.TIME)
    if flags & w.PREPOSITION and token + 2 < len(clause) and clause.lowers[token + 1].isdigit():
        return bool(clause.flags[token + 2] & w.TIME)
    after_subject = token and clause.flags[token - 1] & (w.PRONOUN | w.RELATIVE)
    return bool(flags & w.GENITIVE and after_subject)


def _antecedent(clause: Clause, relative: int) -> Source | None:
    """Return the noun that the relative pronoun at token ``relative`` refers to."""
    token = relative - 1
    if token >= 0 and clause.lowers[token] in (",", *DASHES):
        token -= 1
    found = noun_before(clause, token)
    saying = found is not None and clause.flags[found.head] & w.SAYING
    if token < 0 or (found is not None and found.kind != "phrase" and not saying):
        return found
    inner = _last_role(clause, found) if found is not None else None
    if inner is not None:
        return inner
    mention = clause.mention(token)
    if mention is not None and mention.label == "PERSON":
        return Source(token, token, "name", token, token)
    # "X, of Y, who said", "X, 45, who said": the aside goes with the name before it.
    return _before_aside(clause, relative - 1) if clause.lowers[relative - 1] == "," else found


def _last_role(clause: Clause, source: Source) -> Source | None:
    """Return the function that ends a phrase ("the reaction of the minister"), or None."""
    for link in range(source.last - 1, source.first, -1):
        if clause.flags[link] & w.PREPOSITION:
            found = noun_after(clause, link + 1)
            known = found is not None and found.kind == "role" and found.last == source.last
            return found if known else None
    return None


def _before_aside(clause: Clause, close: int) -> Source | None:
    """Return the noun phrase before the aside that ends at token ``close``: first of all a person.

    "the director of X, Y, said" and "Y, the director of X, said" both give Y.
    """
    opening = _ASIDE_OPENINGS[clause.lowers[close]]
    inner = close - 1
    if clause.lowers[inner] == ")":
        # "the head of X, Y (Party), said"
        inner = _mark_before(clause, inner, "(") - 1
    nearest = noun_before(clause, inner)
    fallback: Source | None = None
    stop = close
    for number in range(_ASIDES):
        stop = _mark_before(clause, stop, opening)
        if stop <= 0:
            break
        found = noun_before(clause, stop - 1)
        alone = not number and nearest is not None and nearest.first == stop + 1 and opening != "("
        if alone and nearest is not None and names_person(clause, nearest):
            return _with_title(clause, nearest, found)
        if found is None:
            continue
        if found.kind == "phrase" and clause.lowers[found.head] in clause.words.standalone:
            # "Another, on the page of X, read"
            return found
        if found.kind == "pronoun":
            return found
        if names_person(clause, found):
            comma = found.first > 1 and clause.lowers[found.first - 1] == ","
            title = noun_before(clause, found.first - 2) if comma else None
            role = title is not None and title.kind == "role"
            return _with_title(clause, found, title) if role else found
        named = found.kind != "phrase" or clause.flags[found.head] & w.NAME
        fallback = fallback or (found if named else None)
    return fallback or nearest


def _with_title(clause: Clause, name: Source, title: Source | None) -> Source:
    """Return ``name`` from where the function that it stands in apposition to begins."""
    if title is None:
        return name
    whole = title.kind in ("role", "body") or clause.flags[title.first] & w.DETERMINER
    return name._replace(first=title.first) if whole else name


def _mark_before(clause: Clause, stop: int, marks: str) -> int:
    """Return the last token before ``stop`` that is one of ``marks``, -1 if there is none."""
    for token in range(stop - 1, max(-1, stop - REACH), -1):
        if clause.flags[token] & w.MARK and clause.lowers[token] in marks:
            return token
    return -1


def agrees(clause: Clause, cue: int, subject: Source) -> bool:
    """Tell whether a verb form can go with its subject ("officials say", not "local issues")."""
    flags = clause.flags[cue]
    if flags & (w.PAST | w.PARTICIPLE) or clause.flags[cue - 1] & w.BETWEEN:
        return True
    mention = clause.mention(subject.head)
    group = mention is not None and mention.label == "NORP"
    if group and not clause.flags[subject.first] & w.DETERMINER:
        return False
    if flags & w.PRESENT:
        if subject.kind != "phrase":
            if subject.kind in ("role", "body") and not flags & w.NOUN:
                return True
            return bool(flags & w.SPEECH) or subject.tail == subject.last
        named = any(clause.flags[t] & w.NAME for t in range(subject.head, subject.tail + 1))
        return named and not flags & w.NOUN
    many = clause.words.genders.get(clause.lowers[subject.head]) in ("many", "self")
    plural = subject.kind in ("phrase", "body") and clause.lowers[subject.tail].endswith("s")
    joined = any(clause.flags[t] & w.CONJUNCTION for t in range(subject.first, subject.last))
    return many or plural or joined
