"""Who is meant by words that no list of names holds? Handles, given names."""

from __future__ import annotations

import re

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.clause import Clause
from crosscheck.extract.quotes.sources import Source
from crosscheck.extract.quotes.words import Words

# How far after a function its holder's name may be told ("who gave only her first name, X").
_NAME_REACH = 24
_HANDLE = re.compile(r"@\w+")
# How many words may stand between "name" and the name.
_TO_NAME = 5
# How far after a name its function may stand in apposition.
_TO_FUNCTION = 5


def handle_in(clause: Clause, source: Source) -> str | None:
    """Return the handle in a phrase ("a comment by the user @X"), or None."""
    raw = clause.raw
    for token in range(source.first, source.last + 1):
        start = clause.starts[token]
        if start and raw[start - 1] == "@":
            found = _HANDLE.match(raw, start - 1)
            return found.group() if found is not None else None
    return None


def given_name(clause: Clause, source: Source, *, person: bool = True) -> tuple[int, int] | None:
    """Return the tokens of the name told later of somebody without one, or None.

    "a teacher in X, who asked us to use only her first name, Y", "a cook who gave his name as Z".
    Not the name of a place or body, where it is that of a ``person``.
    """
    words, size = clause.words, len(clause)
    stop = min(size, source.last + 1 + _NAME_REACH)
    who = False
    for token in range(source.last + 1, stop):
        flags = clause.flags[token]
        if flags & w.QUOTATION:
            break
        who = who or bool(flags & (w.RELATIVE | w.MARK | w.PAST))
        if not who or clause.lowers[token] not in words.name_words:
            continue
        for name in range(token + 1, min(size, token + 1 + _TO_NAME)):
            mention = clause.mention(name)
            if mention is not None or clause.flags[name] & w.NAME:
                known = not person or mention is None or mention.label == "PERSON"
                return (name, _end_of_name(clause, name)) if known else None
            if clause.lowers[name] not in words.before_name:
                break
    return None


def _end_of_name(clause: Clause, first: int) -> int:
    last = first
    while last + 1 < len(clause) and clause.flags[last + 1] & w.NAME:
        last += 1
    return last


def is_name(clause: Clause, source: Source) -> bool:
    """Tell whether a phrase is a person's name that no one has listed."""
    if source.kind != "phrase":
        return False
    tokens = range(source.head, source.tail + 1)
    if not all(clause.flags[t] & w.NAME and not clause.flags[t] & w.NOUN for t in tokens):
        return False
    if clause.flags[source.first] & w.DETERMINER:
        return False
    given = clause.words.genders.get(clause.lowers[source.head]) in ("male", "female")
    return given or (len(tokens) > 1 and source.head > 0) or _is_described(clause, source)


def _is_described(clause: Clause, source: Source) -> bool:
    """Tell whether a function without article is in apposition ("Xavier, chief corporal, …")."""
    comma = source.last + 1
    if source.first != source.last or clause.lowers[comma : comma + 1] != [","]:
        return False
    for token in range(comma + 1, min(len(clause), comma + _TO_FUNCTION)):
        flags = clause.flags[token]
        if flags & w.ROLE and clause.lowers[token + 1 : token + 2] == [","]:
            return True
        if flags & ~(w.DETERMINER | w.ROLE):
            break
    return False


def fuller_name(raw: str, name: str, start: int, words: Words) -> str:
    """Return the first full form before offset ``start`` of a name ("Wang Wenbin" for "Wang")."""
    for match in re.finditer(rf"(?:(\w+) )?\b{re.escape(name)}\b(?: (\w+))?", raw[:start]):
        before, after = match.groups()
        parts = [
            part if part and part[0].isupper() and not words.flags.get(part.lower()) else None
            for part in (before, after)
        ]
        if parts[1] is not None:
            return f"{name} {parts[1]}"
        if parts[0] is not None:
            return f"{parts[0]} {name}"
    return name
