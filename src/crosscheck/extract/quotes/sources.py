"""Who or what does a noun phrase name? Phrases read leftwards or rightwards from a cue."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.clause import Clause

# How far a phrase may reach; keeps the search linear in the length of any sentence.
_REACH = 30
_OCCASION_REACH = 6
_BREAKS = (
    w.MARK
    | w.QUOTATION
    | w.CLAUSE
    | w.RELATIVE
    | w.SKIP
    | w.PASSIVE
    | w.PRONOUN
    | w.PHRASE
    | w.VERB
)
_OPENS_NOUN = w.DETERMINER | w.POSSESSIVE | w.GENITIVE
SOMEONE = ("name", "pronoun", "role", "body")


class Source(NamedTuple):
    """A noun phrase of a clause, tokens ``first`` to ``last``.

    ``kind`` is name (token ``head`` is a mention), pronoun, role (a person by function), body,
    document, saying (what someone said), or phrase (anything else). Tokens ``head`` to ``tail``
    are what decides: the mention, the noun, or the words of a phrase without its article.
    """

    first: int
    last: int
    kind: str
    head: int
    tail: int


def is_nominal(clause: Clause, token: int) -> bool:
    """Tell whether ``token`` can be part of a noun phrase (a preposition is not)."""
    flags = clause.flags[token]
    if flags & (w.MENTION | w.NOUN | w.GENITIVE):
        return True
    if flags & w.VERB and flags & w.NAME:
        # "the Left"
        return bool(token and clause.flags[token - 1] & w.DEFINITE)
    if flags & (_BREAKS | w.PREPOSITION):
        return False
    if flags & w.CUE:
        # "a plan", "the country's hope": a base form after what begins a noun phrase is a noun;
        # "a statement released": a past form after a document describes it.
        before = clause.flags[token - 1] if token else 0
        if flags & w.PARTICIPLE and not flags & w.PAST and before & (w.DEFINITE | w.POSSESSIVE):
            # "its planning division"
            after = clause.flags[token + 1] if token + 1 < len(clause) else 0
            return not after or bool(after & w.NOUN)
        owned = flags & w.BASE and (before & _OPENS_NOUN or _is_compound(clause, token))
        return bool(owned) or is_reduced(clause, token) or _is_plural(clause, token)
    return True


def _is_compound(clause: Clause, token: int) -> bool:
    """Tell whether a base form stands inside a noun phrase ("the joint support directorate")."""
    if token < 2 or token + 1 >= len(clause) or clause.flags[token - 1]:
        return False
    after = clause.flags[token + 1]
    noun = not after or after & w.NOUN
    plural = clause.lowers[token - 1].endswith(clause.words.plurals)
    return bool(noun and not plural and clause.flags[token - 2] & _OPENS_NOUN)


def _is_plural(clause: Clause, token: int) -> bool:
    """Tell whether a present form is a plural: the subject of a verb of speech right after it.

    "The participating states said", but "X states" and "which claims said X".
    """
    if not token or token + 1 >= len(clause) or not clause.flags[token] & w.PRESENT:
        return False
    after = clause.flags[token + 1]
    governed = clause.flags[token - 1] & (_BREAKS & ~w.SKIP)
    return bool(after & w.SPEECH and after & w.PAST and not governed)


def is_reduced(clause: Clause, cue: int) -> bool:
    """Tell whether a past form only describes a document.

    "A statement released Monday said …", "said in a report published in April that …".
    """
    flags = clause.flags[cue]
    if not flags & w.PAST or not cue or not clause.flags[cue - 1] & w.DOCUMENT:
        return False
    if not flags & w.SPEECH and cue + 1 < len(clause):
        return bool(clause.flags[cue + 1] & (w.PREPOSITION | w.TIME))
    for token in range(cue + 1, min(len(clause), cue + _REACH)):
        flags = clause.flags[token]
        if flags & (w.MARK | w.QUOTATION):
            return False
        if flags & w.SPEECH and flags & w.FINITE:
            return True
    return False


def names_person(clause: Clause, source: Source) -> bool:
    """Tell whether ``source`` is the name of a person."""
    mention = clause.mention(source.head)
    return source.kind == "name" and mention is not None and mention.label == "PERSON"


def noun_before(clause: Clause, last: int) -> Source | None:
    """Return the noun phrase that ends at token ``last``, or None."""
    if last < 0:
        return None
    flags = clause.flags[last]
    impersonal = clause.lowers[last] in clause.words.impersonal
    if (flags & w.PRONOUN and not flags & w.MENTION) or impersonal:
        return Source(last, last, "pronoun", last, last)
    opens = last == 0 or clause.flags[last - 1] & (w.MARK | w.QUOTATION | w.CLAUSE)
    if opens and clause.lowers[last] in clause.words.standalone:
        # "another shouted"
        return Source(last, last, "phrase", last, last)
    if (flags & _OPENS_NOUN and not flags & w.NOUN) or not is_nominal(clause, last):
        return None
    first = last
    splits: list[int] = []
    for token in range(last - 1, max(-1, last - _REACH), -1):
        flags = clause.flags[token]
        if _links(clause, token):
            if not token or not is_nominal(clause, token - 1):
                break
            splits.append(token)
        elif not is_nominal(clause, token) or _is_stray(clause, token):
            break
        elif flags & (w.DETERMINER | w.POSSESSIVE) and not flags & w.NOUN:
            first = token
            # "France and the other states"
            article = token and clause.flags[token - 1] & w.DEFINITE
            if not token or not (article or _links(clause, token - 1)):
                break
            continue
        first = token
    # "In an interview with X Y said": what hangs on a leading preposition is no subject.
    fronted = first > 0 and bool(clause.flags[first - 1] & w.PREPOSITION)
    return _headed(clause, first, last, [s for s in reversed(splits) if s > first], fronted)


def noun_after(clause: Clause, first: int) -> Source | None:
    """Return the noun phrase that begins at token ``first``, or None.

    Someone's function with the name in apposition ("the spokesman for X, Colonel Y") is the name.
    """
    size = len(clause)
    while first < size and clause.flags[first] & w.SKIP and not clause.flags[first] & w.MENTION:
        first += 1
    if first >= size:
        return None
    alone = _stands_alone(clause, first)
    if alone is not None:
        return Source(first, first, alone, first, first)
    if not is_nominal(clause, first):
        return None
    last = first
    splits: list[int] = []
    for token in range(_after_description(clause, first), min(size, first + _REACH)):
        if _links(clause, token):
            if token + 1 >= size or not is_nominal(clause, token + 1):
                break
            if _begins_occasion(clause, token):
                break
            splits.append(token)
        elif (
            not is_nominal(clause, token)
            or _begins_noun(clause, token)
            or _is_verb_after_noun(clause, token)
        ):
            break
        last = token
    found = _headed(clause, first, last, splits, False)
    if found is not None and found.kind != "document" and not names_person(clause, found):
        if _is_close_to(clause, found):
            return found
        holder = _apposed(clause, last + 1)
        return holder._replace(first=first) if holder is not None else found
    return found


def _after_description(clause: Clause, first: int) -> int:
    """Return the token after an article and "widely shared", "recently returned"."""
    following = first + 1
    if following + 2 >= len(clause) or not clause.flags[first] & w.DETERMINER:
        return following
    adverb = clause.flags[following] == w.BETWEEN
    past = clause.lowers[following + 1].endswith(clause.words.past_endings)
    return (
        following + 2
        if adverb and past and not clause.flags[following + 2] & w.PREPOSITION
        else following
    )


def _is_close_to(clause: Clause, source: Source) -> bool:
    """Tell whether a name in apposition is not that of ``source``, but of whom it is close to.

    "A source close to the minister, X", "an adviser to the president, X".
    """
    if source.kind != "role" or not _is_indefinite(clause, source.first):
        return False
    rest = range(source.head + 1, source.last + 1)
    linked = any(clause.flags[t] & w.PREPOSITION for t in rest)
    return linked and any(
        clause.flags[t] & w.DEFINITE and _opens_role(clause, t + 1, source.last) for t in rest
    )


def _opens_role(clause: Clause, start: int, last: int) -> bool:
    """Tell whether a function comes in a noun phrase before the next preposition."""
    for token in range(start, last + 1):
        if clause.flags[token] & w.ROLE:
            return True
        if clause.flags[token] & w.PREPOSITION:
            break
    return False


def _stands_alone(clause: Clause, token: int) -> str | None:
    """Return the kind of a word that is a noun phrase by itself: a pronoun, or "another"."""
    flags = clause.flags[token]
    if (flags & w.PRONOUN and not flags & w.MENTION) or _is_impersonal(clause, token):
        return "pronoun"
    following = clause.flags[token + 1] if token + 1 < len(clause) else w.MARK
    if following & w.MARK and clause.lowers[token] in clause.words.impersonal:
        # "says one."
        return "phrase"
    verb = following & (w.MARK | w.PASSIVE | w.BETWEEN | w.CUE | w.VERB)
    # "Another is of a different opinion."
    return "phrase" if verb and clause.lowers[token] in clause.words.standalone else None


def _begins_noun(clause: Clause, token: int) -> bool:
    """Tell whether another noun phrase begins here: an article that nothing ties to the last."""
    flags = clause.flags[token]
    article = flags & (w.DETERMINER | w.POSSESSIVE) and not flags & (w.NOUN | w.MENTION)
    # "of the three battalions"
    counts = clause.flags[token - 1] & (w.DETERMINER | w.POSSESSIVE) and not flags & w.DEFINITE
    return bool(article) and not counts and not _links(clause, token - 1)


def _is_impersonal(clause: Clause, token: int) -> bool:
    """Tell whether "one" stands for people in general: "swears one at the ministry"."""
    if clause.lowers[token] not in clause.words.impersonal or token + 1 >= len(clause):
        return False
    place = clause.flags[token + 1] & w.PREPOSITION
    return bool(place) and clause.lowers[token + 1] not in clause.words.issuers


def _is_verb_after_noun(clause: Clause, token: int) -> bool:
    """Tell whether a word that nobody lists is the verb of the name or function before it.

    A participle that only describes it ends the phrase as well ("a man reached by telephone").
    """
    flags, before = clause.flags[token], clause.flags[token - 1]
    if flags & w.SAYING and flags & w.PRESENT and token + 1 < len(clause):
        # "a diplomat calls the mood bad", but "phone calls"
        following = clause.flags[token + 1]
        if before & w.DOCUMENT:
            # "the text calls on the parties"
            return bool(following & (_OPENS_NOUN | w.PRONOUN | w.PREPOSITION))
        return bool(before & (w.ROLE | w.MENTION) and following & (_OPENS_NOUN | w.PRONOUN))
    if flags:
        # "the authorities demand that", "the rebels claim to": a plural goes before a verb.
        plural = before & (w.BODY | w.ROLE) and clause.lowers[token - 1].endswith("s")
        following = clause.flags[token + 1] if token + 1 < len(clause) else 0
        governs = following & (w.CLAUSE | w.DETERMINER | w.INFINITIVE | w.QUOTATION)
        return bool(flags & w.CUE and flags & w.BASE and plural and governs)
    if before & w.ROLE and _is_one_person(clause, token - 1):
        # "an old man listens"
        return clause.lowers[token].endswith(clause.words.finite_endings)
    past = clause.lowers[token].endswith(clause.words.past_endings)
    mention = clause.mention(token - 1)
    if mention is None:
        return past and bool(clause.flags[token - 1] & (w.ROLE | w.BODY))
    return past or mention.label == "PERSON"


def _is_one_person(clause: Clause, noun: int) -> bool:
    lower, words = clause.lowers[noun], clause.words
    return lower in words.anonymous or words.genders.get(lower) in ("male", "female")


def _is_verb_after_name(clause: Clause, first: int, last: int) -> bool:
    """Tell whether a verb that no one has listed ends the words after a title."""
    past = clause.lowers[last].endswith(clause.words.past_endings)
    return last > first and past and not clause.flags[last]


def _apposed(clause: Clause, comma: int) -> Source | None:
    """Return the person named right after the comma at token ``comma``, titles allowed, or None."""
    if comma >= len(clause) or clause.lowers[comma] != ",":
        return None
    for token in range(comma + 1, min(len(clause), comma + 8)):
        mention = clause.mention(token)
        if mention is not None and mention.label == "PERSON":
            return Source(token, token, "name", token, token)
        # "her neighbour, a tailor named X"
        naming = any(flags & w.NAMING for flags in clause.flags[token : token + 2])
        if not naming and not clause.flags[token] & (w.ROLE | w.NAME | w.DETERMINER):
            return None
    return None


def _links(clause: Clause, token: int) -> bool:
    """Tell whether ``token`` ties nouns: a preposition, or "and" after a speaker."""
    flags = clause.flags[token]
    if flags & w.CONJUNCTION and token:
        return bool(clause.flags[token - 1] & (w.MENTION | w.ROLE | w.BODY))
    return bool(flags & w.PREPOSITION and not flags & w.MENTION)


def _begins_occasion(clause: Clause, link: int) -> bool:
    """Tell whether a preposition begins where, when or to whom something was said.

    "the junta in a press release", "a resident to AFP", but "the author of the report".
    """
    words = clause.words
    if not clause.flags[link] & w.PREPOSITION or clause.lowers[link] in words.issuers:
        return False
    mention = clause.mention(link + 1)
    verb = clause.flags[link] & w.INFINITIVE and not clause.flags[link + 1]
    if verb and link + 2 < len(clause) and clause.flags[link + 2] & w.DETERMINER:
        # "one of the last officers to leave the base"
        return True
    if clause.flags[link] & w.INFINITIVE and mention is not None and mention.label == "ORG":
        return any(clause.lowers[t] in words.anonymous for t in range(max(0, link - 2), link))
    for token in range(link + 1, min(len(clause), link + _OCCASION_REACH)):
        flags, lower = clause.flags[token], clause.lowers[token]
        if flags & (w.PREPOSITION | _BREAKS):
            break
        if flags & w.DOCUMENT or lower in words.occasions:
            return True
    return False


def _is_stray(clause: Clause, token: int) -> bool:
    """Tell whether a plain lower-case word is no part of the name after it ("then X")."""
    if clause.flags[token] & (w.NAME | w.NOUN | w.MENTION | _OPENS_NOUN):
        return False
    following = clause.mention(token + 1)
    return following is not None and following.label == "PERSON"


def _is_indefinite(clause: Clause, token: int) -> bool:
    flags = clause.flags[token]
    return bool(flags & w.DETERMINER and not flags & w.DEFINITE)


def _named_at_end(clause: Clause, start: int, end: int, last: int) -> int | None:
    """Return the person whose function goes before without a comma ("Minister of the Army X Y").

    Not a person whom a preposition or a title ties to what is before ("aide to President X").
    """
    mention = clause.mention(last)
    if mention is None or mention.label != "PERSON":
        return None
    before = clause.flags[last - 1]
    role = any(clause.flags[t] & w.ROLE for t in range(start, end + 1))
    ends = before & (w.MENTION | w.BODY | w.NAME) and not before & (w.ROLE | w.PREPOSITION)
    if role and not ends:
        ends = _closes_function(clause, end, last - 1)
    person = clause.mention(last - 1)
    return last if role and ends and (person is None or person.label != "PERSON") else None


def _closes_function(clause: Clause, end: int, before: int) -> bool:
    """Tell whether what stands right before a name ends a function that goes with it.

    A body and a rank ("Chief of the Army Staff General X"), or things ("the seller of flags X").
    """
    rank = before
    while rank > end and clause.flags[rank] & w.ROLE and not clause.flags[rank] & w.BODY:
        rank -= 1
    if rank < before:
        return bool(clause.flags[rank] & w.BODY)
    things = clause.lowers[before].endswith(clause.words.plurals)
    return things and not clause.flags[before]


def _is_two_functions(clause: Clause, splits: list[int], parts: list[tuple[int, int]]) -> bool:
    """Tell whether functions joined by "and" go with one name ("Historian and essayist X Y")."""
    if len(parts) != 2 or not clause.flags[splits[-1]] & w.CONJUNCTION:
        return False
    first, second = parts
    if clause.flags[second[0]] & (w.DETERMINER | w.POSSESSIVE):
        return False
    roles = [t for t in range(second[0], second[1]) if clause.flags[t] & w.ROLE]
    names = range(roles[-1] + 1, second[1] + 1) if roles else range(0)
    named = names and all(clause.flags[t] & w.NAME for t in names)
    return bool(named and clause.flags[first[1]] & w.ROLE)


def _is_adjective(clause: Clause, start: int, end: int, after: int, last: int) -> bool:
    """Tell whether a people's name shares the noun after "and" ("the X and Y governments")."""
    mention, joined = clause.mention(end), clause.flags[after - 1] & w.CONJUNCTION
    if mention is None or mention.label != "NORP" or not joined:
        return False
    only = all(clause.flags[t] & w.DETERMINER for t in range(start, end))
    return only and last > after and bool(clause.flags[last] & (w.BODY | w.ROLE))


def _kind_of(flags: int) -> str:
    """Return the kind of a noun; what someone said is nobody ("the answer came soon")."""
    if flags & w.DOCUMENT:
        return "document"
    if flags & w.ROLE:
        return "role"
    return "body" if flags & w.BODY else "saying"


def _headed(
    clause: Clause, first: int, last: int, splits: list[int], fronted: bool
) -> Source | None:
    """Return the phrase with its head, None if it is but an article.

    ``splits`` are the prepositions and "and" inside it.
    """
    edges = [first - 1, *splits, last + 1]
    parts = [(a + 1, b - 1) for a, b in pairwise(edges) if b - a > 1]
    start, end = (parts[-1] if fronted else parts[0]) if parts else (first, last)
    if len(parts) == 2 and _is_adjective(clause, *parts[0], *parts[1]):
        end = parts[1][1]
    holder = _named_at_end(clause, start, end, last) if parts and parts[-1][0] > end else None
    if holder is not None:
        return Source(first, last, "name", holder, holder)
    if len(parts) > 1 and _is_two_functions(clause, splits, parts):
        start, end = parts[-1]
    noun = -1
    for token in range(end, start - 1, -1):
        flags = clause.flags[token]
        if flags & w.GENITIVE:
            # "X's wish": the owner is not the head.
            break
        mention = clause.mention(token)
        # "a New Hampshire Republican" is no name of the group.
        people = mention is not None and mention.label == "NORP"
        # "le président français"
        follows = token > start and clause.flags[token - 1] & (w.ROLE | w.BODY)
        any_one = people and (follows or _is_indefinite(clause, start))
        last_word = noun < 0 and token == end and not any_one
        if mention is not None and (mention.label == "PERSON" or last_word):
            return Source(first, last, "name", token, token)
        if noun < 0 and flags & w.NOUN:
            noun = token
    if noun >= 0:
        unlisted = noun < end and clause.flags[noun + 1] & (w.NAME | w.MENTION) == w.NAME
        if unlisted:
            # A name that no one has listed, after a title: "spokesman Xy Z".
            verb = _is_verb_after_name(clause, noun + 1, end)
            return Source(first, last, "phrase", noun + 1, end - verb)
        flags = clause.flags[noun]
        if noun < end and _is_verb_after_noun(clause, noun + 1):
            last = noun
        return Source(first, last, _kind_of(flags), noun, noun)
    while start < last and clause.flags[start] & w.DEFINITE:
        start += 1
    if start == end and clause.flags[start] & _OPENS_NOUN:
        # "one of the organisers"; but an article alone is nothing.
        counted = clause.lowers[start] in clause.words.standalone | clause.words.impersonal
        return Source(first, last, "phrase", start, last) if counted and start < last else None
    return Source(first, last, "phrase", start, last)


def owner_of_saying(clause: Clause, source: Source) -> Source:
    """Return whose words a phrase names ("the verdict of X was short: “…”", "X's answer: “…”")."""
    if source.kind in ("name", "pronoun"):
        return source
    for noun in range(source.first, source.last + 1):
        if not clause.flags[noun] & w.SAYING:
            continue
        if noun > source.first + 1 and clause.flags[noun - 1] & w.GENITIVE:
            return noun_before(clause, noun - 2) or source
        if noun + 1 < source.last and clause.lowers[noun + 1] in clause.words.issuers:
            owner = noun_after(clause, noun + 2)
            return owner if owner is not None and owner.kind in SOMEONE else source
    return source
