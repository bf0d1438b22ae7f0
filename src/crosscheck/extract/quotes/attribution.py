"""Who says a quotation, going by its sentence? The cue and the source around the marks."""

from __future__ import annotations

from typing import NamedTuple

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.clause import Clause
from crosscheck.extract.quotes.sources import (
    Source,
    is_nominal,
    names_person,
    noun_after,
    noun_before,
)
from crosscheck.extract.quotes.verbs import (
    REACH,
    agrees,
    is_passive,
    is_verb,
    main_subject,
    subject_of,
)

_DASHES = ("-", "—", "–")
_SOMEONE = ("name", "pronoun", "role", "body")


class Attribution(NamedTuple):
    """A source and the token of the cue (-1 if there is none) that ties it to the quotation."""

    source: Source
    cue: int
    rule: str


# ------------------------------------------------------------------ before the quotation
def before(clause: Clause, quotation: int) -> Attribution | None:
    """Return the attribution that stands before the quotation at token ``quotation``, or None.

    The nearest verb with a subject counts, but a verb of speech that governs it goes first ("X
    said that Y wants …"); so do phrases ("according to X") and an owner's words ("X's claim").
    """
    nearest: Attribution | None = None
    for token in range(quotation - 1, max(-1, quotation - REACH), -1):
        flags = clause.flags[token]
        if flags & w.QUOTATION or (
            nearest is not None and flags & w.MARK and clause.lowers[token] in ",;"
        ):
            if nearest is not None:
                break
            continue
        found: Attribution | None = None
        if flags & w.PHRASE:
            source = noun_after(clause, token + 1)
            found = None if source is None or nearest else Attribution(source, token, "phrase")
            if found is not None:
                return found
        elif flags & w.SAYING and nearest is None and _leads_to(clause, token, quotation):
            owner = _owner(clause, token)
            found = Attribution(owner, token, "owner") if owner is not None else None
        if found is None and is_verb(clause, token):
            found = _by_verb(clause, token, quotation)
        if found is None:
            continue
        if found.rule != "owner" and not flags & w.WILL and (nearest is None or flags & w.SPEECH):
            return found
        nearest = nearest or found
    return nearest


def _leads_to(clause: Clause, noun: int, quotation: int) -> bool:
    """Tell whether nothing but "that", "of" or a mark parts a noun from the quotation."""
    between = clause.flags[noun + 1 : quotation]
    return len(between) < 4 and all(
        f & (w.CLAUSE | w.MARK | w.PREPOSITION | w.TIME) for f in between
    )


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
    found: Source | None = None
    rule = "before"
    if flags & w.PAST and (passive or _is_participle(clause, cue, quotation)):
        found, rule = _agent(clause, cue + 1, quotation), "agent"
    elif flags & w.PARTICIPLE and not passive:
        found, rule = _of_participle(clause, cue), "participle"
    elif flags & w.BASE and cue and clause.flags[cue - 1] & w.INFINITIVE:
        found, rule = _of_infinitive(clause, cue), "infinitive"
    else:
        found = subject_of(clause, cue)
        if found is not None and not agrees(clause, cue, found):
            return None
        inverted = (
            _inverted(clause, cue, quotation) if flags & w.SPEECH and flags & w.FINITE else None
        )
        if inverted is not None and (found is None or found.kind == "phrase"):
            found, rule = inverted, "inverted"
        elif found is None and flags & w.FINITE and _is_joined(clause, cue):
            found, rule = _cue_subject(clause, cue) or _shared(clause, cue), "joined"
    if found is None or found.first <= cue <= found.last:
        return None
    return Attribution(found, cue, rule)


def _inverted(clause: Clause, cue: int, quotation: int) -> Source | None:
    """Return the subject after a verb of speech that opens the sentence or an aside."""
    if cue and not clause.flags[cue - 1] & w.MARK:
        return None
    found = noun_after(clause, cue + 1)
    return (
        found if found is not None and found.kind in _SOMEONE and found.last < quotation else None
    )


def _is_joined(clause: Clause, cue: int) -> bool:
    """Tell whether a verb without subject shares that of the verb before ("… and said")."""
    token = cue - 1
    while token > 0 and clause.flags[token] & w.SKIP:
        token -= 1
    return token > 0 and bool(clause.flags[token] & w.CONJUNCTION or clause.lowers[token] == ",")


def _shared(clause: Clause, cue: int) -> Source | None:
    """Return the subject that a verb after "and" shares: that of its clause or sentence."""
    for token in range(cue - 1, max(-1, cue - REACH), -1):
        flags = clause.flags[token]
        personal = clause.words.genders.get(clause.lowers[token]) != "thing"
        if flags & w.PRONOUN and personal and not clause.flags[token - 1] & w.PREPOSITION:
            return Source(token, token, "pronoun", token, token)
        if flags & w.CLAUSE and not flags & w.CONJUNCTION:
            found = noun_after(clause, token + 1)
            if found is not None and found.kind in _SOMEONE and found.last < cue:
                return found
    return main_subject(clause, cue)


def _is_participle(clause: Clause, cue: int, quotation: int) -> bool:
    """Tell whether a past form is a passive without its auxiliary ("a plan described as …")."""
    subject = subject_of(clause, cue)
    thing = subject is None or subject.kind in ("phrase", "document")
    if clause.flags[cue] & w.NAMING and cue + 1 == quotation:
        return thing or (subject is not None and subject.kind == "body")
    return thing and clause.lowers[cue + 1] in clause.words.as_words


def _agent(clause: Clause, start: int, quotation: int) -> Source | None:
    """Return the agent of a passive: "by X" before the quotation or right after it."""
    for token in range(start, min(quotation, start + REACH)):
        if clause.flags[token] & w.AGENT:
            return noun_after(clause, token + 1)
    if quotation + 1 < len(clause) and clause.flags[quotation + 1] & w.AGENT:
        return noun_after(clause, quotation + 2)
    return None


def _of_participle(clause: Clause, cue: int) -> Source | None:
    """Return the subject of a participle: the one quoted, its noun, or that of the sentence."""
    for token in range(cue - 1, max(0, cue - REACH), -1):
        if clause.flags[token] & w.HEARSAY and clause.flags[token - 1] & w.PASSIVE:
            return subject_of(clause, token)
    direct = noun_before(clause, cue - 1)
    if direct is None:
        return _governor(clause, cue)
    inside = clause.flags[direct.first : direct.last]
    owned = direct.kind == "document" and any(
        f & (w.MENTION | w.GENITIVE | w.POSSESSIVE) for f in inside
    )
    return direct if direct.kind in _SOMEONE or owned else _governor(clause, cue) or direct


def _of_infinitive(clause: Clause, cue: int) -> Source | None:
    """Return the subject of the verb that an infinitive hangs on ("X was prompted to say")."""
    verb = cue - 2
    if verb > 0 and not clause.flags[verb] & (w.MARK | w.NOUN | w.MENTION):
        found = subject_of(clause, verb)
        if found is not None and found.kind in _SOMEONE:
            return found
    return _governor(clause, cue)


def _governor(clause: Clause, cue: int) -> Source | None:
    """Return the subject of the nearest finite cue verb before ``cue``, or of the sentence."""
    return _cue_subject(clause, cue) or main_subject(clause, cue)


def _cue_subject(clause: Clause, cue: int) -> Source | None:
    """Return the subject of the nearest finite cue verb before ``cue``, or None."""
    for token in range(cue - 1, max(-1, cue - REACH), -1):
        flags = clause.flags[token]
        if (
            flags & w.CUE
            and flags & w.FINITE
            and is_verb(clause, token)
            and not is_passive(clause, token)
        ):
            found = subject_of(clause, token)
            if found is None and flags & w.SPEECH:
                found = noun_after(clause, token + 1)
            if found is not None and found.kind in _SOMEONE and agrees(clause, token, found):
                return found
    return None


# ------------------------------------------------------------------- after the quotation
def after(clause: Clause, start: int, *, strict: bool = False) -> Attribution | None:
    """Return the attribution that begins at token ``start``, right after a quotation, or None.

    ``strict`` asks that the sentence says nothing more: for one of its own ("Why?" X asked.)
    """
    token = _first_word(clause, start)
    if token is None or (clause.flags[token] & w.CLAUSE and not clause.flags[token] & w.DETERMINER):
        return None
    if clause.flags[token] & w.PHRASE:
        source = noun_after(clause, token + 1)
        if source is None or (strict and source.last + 1 < len(clause)):
            return None
        return Attribution(source, token, "phrase")
    inverted = _verb_first(clause, token)
    if inverted is not None:
        return inverted
    for cue in range(token + 1, min(len(clause), token + REACH)):
        flags = clause.flags[cue]
        if flags & w.QUOTATION or clause.lowers[cue] == ";":
            break
        if (
            not flags & w.SPEECH
            or not is_verb(clause, cue)
            or (flags & w.PAST and is_passive(clause, cue))
        ):
            continue
        source = subject_of(clause, cue)
        if source is None or source.kind == "phrase":
            set_off = _inverted(clause, cue, len(clause)) if flags & w.FINITE else None
            if set_off is not None and set_off.kind == "name" and not flags & w.HEARER:
                return Attribution(set_off, cue, "inverted")
        if source is None:
            continue
        unclear = flags & w.PARTICIPLE and not clause.flags[cue - 1] & (w.SKIP | w.PASSIVE)
        base = flags & w.BASE and not flags & w.PAST
        if source.first > token + 1 or unclear or (base and not agrees(clause, cue, source)):
            break
        return (
            None if strict and not _ends_after(clause, cue) else Attribution(source, cue, "after")
        )
    return None


def _first_word(clause: Clause, start: int) -> int | None:
    """Return the first word after a quotation, past marks and quotations that go with it."""
    for token in range(start, min(len(clause), start + REACH)):
        flags = clause.flags[token]
        joins = flags & w.CONJUNCTION and clause.flags[token + 1 : token + 2] == [w.QUOTATION]
        if not (flags & w.QUOTATION or joins or clause.lowers[token] in (",", "…", *_DASHES)):
            return token
    return None


def _verb_first(clause: Clause, token: int) -> Attribution | None:
    """Return the attribution if the verb goes first: "…", said X; "…", a-t-il dit."""
    size = len(clause)
    verb = token
    while verb < size and clause.flags[verb] & w.SKIP and not clause.flags[verb] & w.SPEECH:
        verb += 1
    if verb + 1 < size and verb > token and clause.flags[verb] & w.PRONOUN:
        source = noun_before(clause, verb)
        if source is not None and clause.flags[verb + 1] & w.CUE:
            return Attribution(source, verb + 1, "inverted")
    if verb >= size or not (clause.flags[verb] & w.SPEECH and clause.flags[verb] & w.FINITE):
        return None
    source = noun_after(clause, verb + 1)
    if source is None:
        return None
    ends = source.last + 1 >= size or bool(clause.flags[source.last + 1] & w.MARK)
    named = source.kind != "phrase" or bool(clause.flags[source.head] & w.NAME)
    return Attribution(source, verb, "inverted") if named or ends else None


def _ends_after(clause: Clause, cue: int) -> bool:
    """Tell whether nothing but circumstances follows the cue: no object, no clause, no words."""
    if w.QUOTATION in clause.flags:
        return False
    token = cue + 1
    if clause.flags[cue] & w.HEARER:
        hearer = noun_after(clause, token)
        token = hearer.last + 1 if hearer is not None else token
    for token in range(token, len(clause)):
        flags = clause.flags[token]
        if flags & (w.PREPOSITION | w.MARK | w.CLAUSE) and clause.lowers[token] != ":":
            return not flags & w.DETERMINER
        if not flags & w.SKIP:
            return False
    return True


def parenthetic(clause: Clause, quotation: int) -> Attribution | None:
    """Return an attribution set off by commas after the quotation ("The “x” of y, X said, …")."""
    for token in range(quotation + 1, min(len(clause), quotation + REACH)):
        if clause.lowers[token] != "," or not clause.flags[token] & w.MARK:
            continue
        found = after(clause, token + 1)
        if found is None:
            continue
        end = max(found.cue, found.source.last) + 1
        closed = end >= len(clause) or clause.flags[end] & (w.MARK | w.PREPOSITION | w.TIME)
        if found.rule == "phrase" or (clause.flags[found.cue] & w.SPEECH and closed):
            return found._replace(rule="parenthetic")
    return None


# ------------------------------------------------------------------- without a verb of speech
def adverbial(clause: Clause, quotation: int) -> Attribution | None:
    """Return the subject of a verb whose adverb is in marks: "X “completely” rejected y"."""
    cue = quotation + 1
    while cue < len(clause) and clause.flags[cue] & w.SKIP:
        cue += 1
    if cue >= len(clause) or not is_verb(clause, cue) or clause.flags[cue] & w.PARTICIPLE:
        return None
    source = subject_of(clause, quotation)
    return (
        Attribution(source, cue, "adverbial")
        if source is not None and source.kind in _SOMEONE
        else None
    )


def by_label(clause: Clause, quotation: int) -> Attribution | None:
    """Return the name that stands with a colon right before a quotation ("X: “…”"), or None."""
    if quotation < 2 or clause.lowers[quotation - 1] != ":":
        return None
    found = noun_before(clause, quotation - 2)
    if found is None or found.kind not in ("name", "document", "role"):
        return None
    start = (
        found.first - 1
        if found.first and clause.flags[found.first - 1] & w.PREPOSITION
        else found.first
    )
    alone = start == 0 or clause.flags[start - 1] & w.MARK
    return Attribution(found, -1, "colon") if alone else None


def by_colon(clause: Clause, quotation: int) -> Attribution | None:
    """Return the source of a quotation beside a bare colon or dash, or None.

    "X was blunt: “…”", "“…”: X", "“…” — X, of Y", and the headline "X: the “…” of y".
    """
    if quotation and clause.lowers[quotation - 1] == ":":
        direct = noun_before(clause, quotation - 2)
        named = direct is not None and names_person(clause, direct)
        source = main_subject(clause, quotation) or (direct if named else None)
        return None if source is None else Attribution(source, -1, "colon")
    follows = quotation + 1
    if follows < len(clause) and clause.lowers[follows] in (":", "|", *_DASHES):
        source = noun_after(clause, follows + 1)
        if source is not None and source.kind == "name":
            rest = clause.lowers[source.last + 1] if source.last + 1 < len(clause) else ","
            return Attribution(source, -1, "colon") if rest in (",", "(") else None
    label = noun_after(clause, 0)
    if label is None or label.kind != "name" or label.last + 1 >= quotation:
        return None
    return Attribution(label, -1, "label") if clause.lowers[label.last + 1] == ":" else None


def is_title(clause: Clause, quotation: int, text: str) -> bool:
    """Tell whether the words in marks are the name of a work: in capitals, within a sentence."""
    names = [word for word in text.split() if len(word) > 3]
    if not names or not all(word[0].isupper() or word[0].isdigit() for word in names):
        return False
    if quotation == 0 or not text[:1].isupper() or len(text.split()) < 2 or text[-1:] in "!?":
        return False
    before = clause.flags[quotation - 1]
    return not before & (w.MARK | w.CLAUSE | w.QUOTATION) and (
        not before & w.CUE or bool(before & w.HEARER)
    )


def by_comma(clause: Clause, quotation: int, *, opens: bool, closes: bool) -> Attribution | None:
    """Return the source next to the comma of a whole quotation whose verb is in no list, or None.

    ``opens``: the quotation begins like a sentence; ``closes``: it ends in a comma or the like.
    "X cracked, “…”", "“…,” X riffed".
    """
    if closes:
        token = _first_word(clause, quotation + 1)
        source = noun_after(clause, token) if token is not None else None
        if source is not None and source.kind in ("name", "pronoun", "role"):
            verb = source.last + 1
            if verb < len(clause) and not clause.flags[verb] & (
                w.MARK | w.CLAUSE | w.PREPOSITION | w.QUOTATION
            ):
                return Attribution(source, verb, "comma")
        if (
            token is not None
            and not clause.flags[token]
            and clause.lowers[token].endswith(clause.words.past)
        ):
            source = noun_after(clause, token + 1)
            if source is not None and source.kind == "name":
                return Attribution(source, token, "comma")
    if opens and quotation > 1 and clause.lowers[quotation - 1] == ",":
        source = main_subject(clause, quotation)
        if (
            source is not None
            and source.kind in ("name", "pronoun", "role")
            and source.last + 1 < quotation - 1
        ):
            return Attribution(source, quotation - 2, "comma")
    return None


def by_subject(clause: Clause, quotation: int) -> Attribution | None:
    """Return the person that the sentence is about: "X landed a dig at “the …”", else None."""
    source = main_subject(clause, quotation)
    if source is None or source.last + 1 >= quotation:
        return None
    gender = clause.words.genders.get(clause.lowers[source.head])
    he_or_she = source.kind == "pronoun" and gender in ("male", "female")
    return Attribution(source, -1, "subject") if he_or_she or names_person(clause, source) else None
