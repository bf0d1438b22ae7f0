"""Who says a quotation, going by the words after it?"""

from __future__ import annotations

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.clause import Clause
from crosscheck.extract.quotes.leading import (
    Attribution,
    cited_after,
    inverted_subject,
    quoted_by,
    where_said,
)
from crosscheck.extract.quotes.sources import (
    SOMEONE,
    Source,
    is_nominal,
    names_person,
    noun_after,
    noun_before,
)
from crosscheck.extract.quotes.verbs import (
    DASHES,
    REACH,
    agrees,
    is_passive,
    is_verb,
    subject_of,
)

# How many tokens may stand between the quotation and the name of who said it ("X-based Y said").
_BEFORE_NAME = 6
# How many circumstances may stand between a verb and its subject.
_CIRCUMSTANCES = 3
# How many words an aside between a verb and its subject may have.
_LONGEST_ASIDE = 14
# How far after "was" the noun for what was said may stand.
_TO_SAYING = 7
_STOPS = (",", "!", "?", "…", ".")


def after(clause: Clause, start: int, *, strict: bool = False) -> Attribution | None:
    """Return the attribution that begins at token ``start``, right after a quotation, or None.

    ``strict`` asks that the sentence says nothing more: for one of its own ("Why?" X asked.)
    """
    token = first_word(clause, start)
    if token is None or clause.lowers[token] == ";":
        return None
    so_words = clause.words.so_words
    if clause.lowers[token] in clause.words.as_words and is_set_off(clause, token):
        # "…", as X put it
        token += 1
    elif (
        clause.flags[token] & w.CLAUSE
        and not clause.flags[token] & w.DETERMINER
        and clause.lowers[token] not in so_words
    ):
        return None
    if token >= len(clause):
        return None
    if clause.flags[token] & w.PHRASE or clause.lowers[token] in so_words:
        return _by_phrase(clause, token, strict=strict)
    by_noun = _saying_of(clause, token)
    return by_noun or _verb_first(clause, token) or _subject_first(clause, token, strict=strict)


def _by_phrase(clause: Clause, token: int, *, strict: bool) -> Attribution | None:
    """Return the source of "according to X", or of "thus" for a verb ("…", so the minister)."""
    source = noun_after(clause, token + 1)
    stands_for_verb = is_set_off(clause, token) and _is_all(clause, source)
    if source is None or not (clause.flags[token] & w.PHRASE or stands_for_verb):
        return None
    if strict and source.last + 1 < len(clause):
        return None
    return Attribution(source, token, "phrase")


def _is_all(clause: Clause, source: Source | None) -> bool:
    """Tell whether somebody is all that a sentence, or its part up to a comma, goes on with."""
    if source is None or source.kind not in ("name", "role", "body", "saying"):
        return False
    end = source.last + 1
    return end >= len(clause) or clause.lowers[end] in _STOPS


def first_word(clause: Clause, start: int) -> int | None:
    """Return the first word after a quotation, past marks and quotations that go with it."""
    for token in range(start, min(len(clause), start + REACH)):
        flags = clause.flags[token]
        joins = flags & w.CONJUNCTION and clause.flags[token + 1 : token + 2] == [w.QUOTATION]
        if not (flags & w.QUOTATION or joins or clause.lowers[token] in (",", "…", *DASHES)):
            return token
    return None


def _verb_first(clause: Clause, token: int) -> Attribution | None:
    """Return the attribution if the verb goes first: "…", said X; "…", a-t-il dit."""
    size = len(clause)
    verb = token
    while verb < size and _may_lead(clause, verb):
        verb += 1
    if token < verb < size - 1 and clause.flags[verb] & w.PRONOUN:
        clitic = noun_before(clause, verb)
        if clitic is not None and clause.flags[verb + 1] & w.CUE:
            return Attribution(clitic, verb + 1, "inverted")
    if verb >= size:
        return None
    speech = clause.flags[verb] & w.SPEECH and clause.flags[verb] & (w.FINITE | w.BASE)
    if not speech:
        verb = _unusual_verb(clause, token, verb)
    source = subject_after(clause, verb + 1) if verb >= 0 else None
    if source is None or not _may_be_subject(clause, verb, source, speech=bool(speech)):
        return None
    return Attribution(source, verb, "inverted")


def _saying_of(clause: Clause, token: int) -> Attribution | None:
    """Return whose reply a quotation is: "“…”, was the short reply of X", "“…”, was X's reply"."""
    if not clause.flags[token] & w.PASSIVE and clause.lowers[token] not in clause.words.arrivals:
        return None
    ahead = range(token + 1, min(len(clause), token + _TO_SAYING))
    noun = next((t for t in ahead if clause.flags[t] & w.SAYING), -1)
    if noun < 0:
        return None
    if clause.flags[noun - 1] & w.GENITIVE:
        source = noun_before(clause, noun - 2)
    elif noun + 2 < len(clause) and clause.lowers[noun + 1] in clause.words.issuers:
        source = noun_after(clause, noun + 2)
    else:
        return None
    mention = clause.mention(source.head) if source is not None else None
    said = mention is not None and (
        mention.label == "PERSON" or bool(clause.flags[noun - 1] & w.GENITIVE)
    )
    if source is None or not (said or source.kind == "role"):
        # "is the slogan of the party"
        return None
    return Attribution(source, noun, "inverted")


def _may_be_subject(clause: Clause, verb: int, source: Source, *, speech: bool) -> bool:
    """Tell whether ``source`` is the subject of the verb before it; ``speech`` if it is listed."""
    flags, following = clause.flags[verb], source.last + 1
    if speech and not flags & w.FINITE and not agrees(clause, verb, source):
        # "“…”, insist the authorities", but no infinitive
        return False
    if flags & w.HEARER and clause.lowers[following : following + 1] == [":"]:
        # "…, told the crowd: “…”": the hearer, before another quotation.
        return False
    goes_on = clause.flags[following] if following < len(clause) else w.MARK
    ends = bool(goes_on & (w.MARK | w.RELATIVE | w.PREPOSITION | w.TIME))
    if not speech and not ends:
        return False
    role = any(flags & w.ROLE for flags in clause.flags[source.first : source.last + 1])
    named = source.kind != "phrase" or role or bool(clause.flags[source.head] & w.NAME)
    return named or (ends and bool(clause.flags[source.first] & w.DETERMINER))


def _unusual_verb(clause: Clause, start: int, verb: int) -> int:
    """Return the verb of an inversion that no verb of speech makes, -1 if there is none.

    Right after the comma of a quotation, translations put verbs of judgement and any others
    ("…", justified X; "…", hammers X), and states of mind ("…", is indignant X).
    """
    if not is_set_off(clause, start):
        return -1
    flags, lower = clause.flags[verb], clause.lowers[verb]
    if flags & w.PASSIVE and verb + 1 < len(clause):
        mood = clause.flags[verb + 1]
        return verb + 1 if not mood or (mood & w.PAST and not mood & (w.NOUN | w.NAMING)) else -1
    if flags & w.STANCE and flags & w.FINITE and not flags & w.NAMING:
        return verb
    known = not flags or flags == w.VERB
    return verb if known and lower.endswith(clause.words.finite_endings) else -1


def is_set_off(clause: Clause, token: int) -> bool:
    """Tell whether a comma or other mark parts ``token`` from the quotation right before it."""
    before = token - 1
    if before > 0 and clause.lowers[before] == ",":
        return bool(clause.flags[before - 1] & w.QUOTATION)
    if before < 0 or not clause.flags[before] & w.QUOTATION:
        return False
    return clause.raw[clause.starts[before] : clause.ends[before] - 1].rstrip()[-1:] in _STOPS


def subject_after(clause: Clause, token: int) -> Source | None:
    """Return the subject that follows a verb, past circumstances and the hearer, or None.

    "…", said in a statement the ministry; "…", told AFP a senior officer.
    """
    token = _after_aside(clause, token)
    for _ in range(_CIRCUMSTANCES):
        token = _after_day(clause, token)
        circumstance = token < len(clause) and _opens_circumstance(clause, token)
        found = noun_after(clause, token + 1 if circumstance else token)
        if found is None:
            return None
        body = clause.mention(found.first)
        if found.first < found.head and body is not None and names_person(clause, found):
            # "confirmed to AFP Colonel X": two names without a mark between them.
            return found._replace(first=found.first + 1)
        person = Source(found.last, found.last, "name", found.last, found.last)
        following = found.last + 1
        inner = circumstance and found.first < found.last and names_person(clause, person)
        if inner and _ends_circumstance(clause, found.last):
            # "declared at the microphone of RFI X Y", "says by telephone X"
            return person
        goes_on = following < len(clause) and clause.flags[following] & (w.NAME | w.DETERMINER)
        hearer = found.kind in ("phrase", "pronoun", "name") and not names_person(clause, found)
        if circumstance:
            token = following
        elif goes_on and hearer:
            second = noun_after(clause, following)
            return second if second is not None and second.kind in SOMEONE else found
        else:
            return found
    return None


def _opens_circumstance(clause: Clause, token: int) -> bool:
    listed = clause.lowers[token] in clause.words.circumstances
    return listed or bool(clause.flags[token] & w.PREPOSITION)


def _ends_circumstance(clause: Clause, person: int) -> bool:
    """Tell whether a circumstance ends before a person's name and title, with no tie to them.

    A person or place ends it, or a common noun ("in Y General X", "on his page X").
    """
    token = person - 1
    while clause.flags[token] & w.ROLE and not clause.flags[token] & w.MENTION:
        token -= 1
    mention = clause.mention(token)
    if mention is not None:
        return mention.label != "NORP"
    return token < person and not clause.flags[token] & ~w.NAME


def _after_aside(clause: Clause, token: int) -> int:
    """Return the token after an aside between a verb and its subject, else ``token``.

    "says, on condition of anonymity, a diplomat", "confides, sitting by the road, X".
    """
    if clause.lowers[token : token + 1] != [","]:
        return token
    for end in range(token + 1, min(len(clause) - 1, token + _LONGEST_ASIDE)):
        flags = clause.flags[end]
        if clause.lowers[end] == ",":
            return end + 1
        if flags & w.QUOTATION or (flags & w.SPEECH and flags & w.FINITE):
            break
    return token


def _after_day(clause: Clause, token: int) -> int:
    """Return the token after a day, with its preposition and numbers ("on Friday", "on 3 May")."""
    start = token
    if token < len(clause) and clause.flags[token] & w.PREPOSITION:
        token += 1
    days = False
    while token < len(clause):
        if clause.flags[token] & w.TIME:
            days = True
        elif not clause.lowers[token].isdigit():
            break
        token += 1
    return token if days else start


def _may_lead(clause: Clause, token: int) -> bool:
    """Tell whether ``token`` may stand before a verb that goes first ("also said X")."""
    flags, lower = clause.flags[token], clause.lowers[token]
    words = clause.words
    if lower in words.before_inverted and not flags & w.SPEECH:
        return True
    if flags & w.SPEECH or not flags & w.SKIP:
        return False
    return bool(flags & w.TIME) or words.is_adverb(lower)


def _subject_first(clause: Clause, token: int, *, strict: bool) -> Attribution | None:
    """Return the attribution if the subject goes first: "…", X said."""
    for cue in range(token + 1, min(len(clause), token + REACH)):
        flags = clause.flags[cue]
        if flags & w.QUOTATION or clause.lowers[cue] == ";":
            break
        if not flags & w.SPEECH or not is_verb(clause, cue):
            continue
        if flags & w.PAST and is_passive(clause, cue):
            hearsay = quoted_by(clause, cue)
            if hearsay is not None and _begins_at(clause, token, hearsay.first):
                return Attribution(hearsay, cue, "after")
            where = where_said(clause, cue)
            if where is not None and where.first > cue:
                return Attribution(where, cue, "impersonal")
            continue
        cited = cited_after(clause, cue)
        if cited is not None:
            return Attribution(cited, cue, "after")
        habit = flags & w.BASE and clause.flags[cue - 1] & w.INFINITIVE and cue - 2 > token
        # "…", X likes to say
        source = subject_of(clause, cue - 2 if habit else cue)
        inverted = inverted_subject(clause, cue, source) if flags & w.FINITE else None
        if inverted is not None and inverted.kind == "name":
            return Attribution(inverted, cue, "inverted")
        if source is None:
            continue
        loose = flags & w.PARTICIPLE and not clause.flags[cue - 1] & (w.SKIP | w.PASSIVE)
        noun = flags & w.BASE and not flags & w.PAST and not agrees(clause, cue, source)
        if habit:
            noun = source.kind not in SOMEONE or not _is_habit(clause, cue - 2)
        if (
            not _begins_at(clause, token, source.first)
            or loose
            or noun
            or (strict and not _ends_after(clause, cue))
        ):
            break
        return Attribution(source, cue, "after")
    return None


def _is_habit(clause: Clause, verb: int) -> bool:
    """Tell whether a finite verb stands before the infinitive ("likes to say", "used to say")."""
    flags, lower = clause.flags[verb], clause.lowers[verb]
    if flags & (w.MARK | w.NOUN | w.MENTION | w.DETERMINER):
        return False
    return bool(flags & w.FINITE) or lower.endswith(clause.words.finite_endings)


def _begins_at(clause: Clause, token: int, first: int) -> bool:
    """Tell whether nothing but what belongs to a name stands from ``token`` to ``first``."""
    if not token <= first <= token + _BEFORE_NAME:
        return False
    return first <= token + 1 or all(
        is_nominal(clause, t)
        or clause.flags[t] & (w.PREPOSITION | w.NAMING)
        or clause.lowers[t] in DASHES
        for t in range(token, first)
    )


def _ends_after(clause: Clause, cue: int) -> bool:
    """Tell whether nothing but circumstances follows the cue: no object, no clause, no words."""
    if clause.quotations:
        return False
    token = cue + 1
    if clause.flags[cue] & w.HEARER:
        hearer = noun_after(clause, token)
        token = hearer.last + 1 if hearer is not None else token
    while token < len(clause) and clause.flags[token] & w.SKIP:
        token += 1
    if token >= len(clause):
        return True
    flags = clause.flags[token]
    circumstance = flags & (w.PREPOSITION | w.MARK | w.CLAUSE) and not flags & w.DETERMINER
    return bool(circumstance) and clause.lowers[token] != ":"


def parenthetic(clause: Clause, quotation: int) -> Attribution | None:
    """Return an attribution set off by commas after the quotation ("The “x” of y, X said, …")."""
    for token in range(quotation + 1, min(len(clause), quotation + REACH)):
        if clause.lowers[token] != ",":
            continue
        found = after(clause, token + 1)
        if found is None:
            continue
        end = max(found.cue, found.source.last) + 1
        closed = end >= len(clause) or clause.flags[end] & (w.MARK | w.PREPOSITION | w.TIME)
        if found.rule == "phrase" or (clause.flags[found.cue] & w.SPEECH and closed):
            return found._replace(rule="parenthetic")
    return None
