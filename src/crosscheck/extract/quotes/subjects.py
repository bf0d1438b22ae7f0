"""What is a sentence about? Its subject, and the subject that several verbs share."""

from __future__ import annotations

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.clause import Clause
from crosscheck.extract.quotes.sources import SOMEONE, Source, names_person, noun_after
from crosscheck.extract.quotes.verbs import (
    DASHES,
    REACH,
    agrees,
    is_passive,
    is_verb,
    subject_of,
)

_LEADING = w.CONNECTIVE | w.MARK | w.SKIP | w.CONJUNCTION
_FRONTING = w.PREPOSITION | w.PARTICIPLE | w.CLAUSE | w.PHRASE | w.TIME | w.PAST
_OPENS_SUBJECT = w.DETERMINER | w.POSSESSIVE | w.PRONOUN | w.MENTION
_LONGEST_DATELINE = 14
_LONGEST_ADVERBIAL = 6


def main_subject(clause: Clause, limit: int, *, anyone: bool = False) -> Source | None:
    """Return the subject of the sentence, looking no further than token ``limit``, or None.

    What stands before it is left out: an agency's dateline, connectives, and an adverbial up to
    its comma ("In a statement, X …", "Speaking to Y, X …"). A phrase that names neither someone
    nor something by a capital is none, unless ``anyone`` will do.
    """
    token, size = _after_dateline(clause), min(limit, len(clause))
    if not token and size > 1 and clause.flags[0] & w.QUOTATION:
        # „…“ A woman nods: „…“
        token = int(clause.raw[clause.starts[1]].isupper())
    while token < size and clause.flags[token] & _LEADING and not clause.flags[token] & w.MENTION:
        token += 1
    if token >= size:
        return None
    flags = clause.flags[token]
    participle = clause.lowers[token].endswith(clause.words.participle_endings)
    fronted = flags & _FRONTING or participle or clause.lowers[token] in clause.words.fronts
    if fronted and not flags & w.MENTION:
        unparted = _unparted(clause, token, size)
        if unparted is not None:
            return unparted if unparted.head < limit else None
        comma = _end_of_front(clause, token, size)
        if comma >= 0:
            token = comma + 1
        elif flags & w.CLAUSE:
            token += 1
    found = noun_after(clause, token)
    comma = _comma_after(clause, found, size) if found is not None else -1
    if comma >= 0:
        # "The day before, X …"
        found = noun_after(clause, comma + 1) or found
    if found is None or found.head >= limit:
        return None
    known = anyone or found.kind != "phrase" or clause.flags[found.head] & w.NAME
    return found if known else None


def _unparted(clause: Clause, token: int, size: int) -> Source | None:
    """Return the subject that no comma parts from what stands in front, or None.

    "For now X …", "On 3 May X …", "Near the well a woman …", "Among the last to leave was X".
    """
    if not clause.flags[token] & w.PREPOSITION or token + 2 >= size:
        return None
    start = token + 1
    while start < size and _is_day(clause, start):
        start += 1
    if start == token + 1:
        found = noun_after(clause, start)
        if found is None:
            return None
        inside = next((t for t in range(start, found.last + 1) if clause.mention(t)), found.last)
        if inside < found.head and names_person(clause, found) and inside == found.head - 1:
            # "In Paris X said"
            return Source(found.head, found.last, "name", found.head, found.head)
        start = found.last + 1
    if start >= size or not clause.flags[start] & _OPENS_SUBJECT:
        return _after_be(clause, token, size)
    found = noun_after(clause, start)
    return found if found is not None and found.kind in SOMEONE else None


def _is_day(clause: Clause, token: int) -> bool:
    flags = clause.flags[token]
    return clause.lowers[token].isdigit() or bool(flags & w.SKIP and not flags & w.MENTION)


def _after_be(clause: Clause, token: int, size: int) -> Source | None:
    """Return the subject of "Among the last to leave was X", or None."""
    for verb in range(token + 1, min(size - 1, token + REACH)):
        flags = clause.flags[verb]
        if flags & (w.MARK | w.CLAUSE | w.RELATIVE | w.QUOTATION | w.CUE | w.PRONOUN):
            break
        if flags & w.PASSIVE and not flags & w.BETWEEN:
            found = noun_after(clause, verb + 1)
            return found if found is not None and found.kind in SOMEONE else None
    return None


def _end_of_front(clause: Clause, token: int, size: int) -> int:
    """Return the comma after which the subject stands, -1 if there is none.

    Not the one before a clause or circumstance that goes on with the front ("In X, which …, Y").
    """
    ahead = range(token, min(size, token + REACH))
    commas = [t for t in ahead if clause.lowers[t] == ","]
    for comma in commas:
        flags = clause.flags[comma + 1] if comma + 1 < size else 0
        goes_on = flags & (w.RELATIVE | w.CLAUSE | w.PREPOSITION | w.PARTICIPLE)
        if comma + 1 < size and (not goes_on or flags & (w.MENTION | w.DETERMINER)):
            return comma
    return commas[0] if commas else -1


def _comma_after(clause: Clause, found: Source, size: int) -> int:
    """Return the comma that ends the adverbial ``found`` begins ("The day before, …"), or -1.

    Nothing in it is a name or someone, or a verb.
    """
    if found.kind != "phrase":
        return -1
    for token in range(found.first, min(size, found.first + _LONGEST_ADVERBIAL)):
        if clause.lowers[token] == ",":
            return token
        flags = clause.flags[token]
        if flags & w.NAME and token > found.first:
            break
        if flags and not flags & (w.DETERMINER | w.CLAUSE | w.PREPOSITION | w.TIME | w.BETWEEN):
            break
    return -1


def _after_dateline(clause: Clause) -> int:
    """Return the token after an agency's dateline ("PARIS, 3 May (XYZ) —"), 0 if there is none."""
    for token in range(min(len(clause), _LONGEST_DATELINE)):
        flags, lower = clause.flags[token], clause.lowers[token]
        if lower in DASHES:
            return token + 1 if token else 0
        if not flags & (w.NAME | w.MARK | w.TIME) and not lower.isdigit():
            break
    return 0


def governing_subject(clause: Clause, cue: int) -> Source | None:
    """Return the subject of the nearest finite cue verb before ``cue``, or of the sentence."""
    return cue_subject(clause, cue) or main_subject(clause, cue)


def cue_subject(clause: Clause, cue: int) -> Source | None:
    """Return the subject of the nearest finite cue verb before ``cue``, or None."""
    for token in range(cue - 1, max(-1, cue - REACH), -1):
        flags = clause.flags[token]
        if flags & w.RELATIVE and token and clause.flags[token - 1] & w.PREPOSITION:
            # "a message in which X “thanks y” and promises “…”"
            found = noun_after(clause, token + 1)
            if found is not None and names_person(clause, found) and found.last + 1 < cue:
                quoted = clause.flags[found.last + 1] & w.QUOTATION
                if quoted:
                    return found
        if not (flags & w.CUE and flags & w.FINITE and is_verb(clause, token)):
            continue
        if is_passive(clause, token):
            continue
        found = subject_of(clause, token)
        if found is None and flags & w.SPEECH and not flags & w.HEARER:
            found = noun_after(clause, token + 1)
        if found is not None and found.kind in SOMEONE and agrees(clause, token, found):
            return found
    return None


def shared_subject(clause: Clause, cue: int) -> Source | None:
    """Return the subject that a verb after "and" shares: that of its clause or sentence."""
    for token in range(cue - 1, max(-1, cue - REACH), -1):
        flags = clause.flags[token]
        personal = clause.words.genders.get(clause.lowers[token]) != "thing"
        governed = token > 0 and clause.flags[token - 1] & w.PREPOSITION
        if flags & w.PRONOUN and personal and not governed:
            return Source(token, token, "pronoun", token, token)
        if flags & w.CLAUSE and not flags & w.CONJUNCTION:
            found = noun_after(clause, token + 1)
            if found is not None and found.kind in SOMEONE and found.last < cue:
                return found
    return main_subject(clause, cue)
