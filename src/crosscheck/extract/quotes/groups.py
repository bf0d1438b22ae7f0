"""Who speaks together? "X and its partners", "X, Y and Z"."""

from __future__ import annotations

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.clause import Clause
from crosscheck.extract.quotes.sources import Source

_BODIES = ("GPE", "ORG", "FAC")
# How many words may stand between "its" and "partners".
_LONGEST = 6


def group_of(clause: Clause, source: Source) -> tuple[int, int] | None:
    """Return the first and last token of the group that ``source`` begins or belongs to, or None.

    Countries and bodies that "and" joins to others by name, or to their partners or allies.
    """
    if source.kind != "name" or not _is_body(clause, source.head):
        return None
    link, size = source.head + 1, len(clause)
    while link + 1 < size and clause.lowers[link] == "," and _is_body(clause, link + 1):
        link += 2
    joins = link + 1 < size and clause.flags[link] & w.CONJUNCTION
    end = _joined(clause, link + 1) if joins else -1
    if end < 0:
        return None
    first = source.head
    while first > 1 and clause.lowers[first - 1] == "," and _is_body(clause, first - 2):
        first -= 2
    return first, end


def _is_body(clause: Clause, token: int) -> bool:
    mention = clause.mention(token)
    return mention is not None and mention.label in _BODIES


def _joined(clause: Clause, start: int) -> int:
    """Return the last token of what "and" joins: a name, or "its closest partners"; -1 if none."""
    owned = clause.flags[start] & (w.DETERMINER | w.POSSESSIVE)
    if not owned or clause.flags[start] & w.MENTION:
        follows = clause.flags[start + 1] if start + 1 < len(clause) else 0
        return start if _is_body(clause, start) and not follows & (w.GENITIVE | w.NOUN) else -1
    for token in range(start + 1, min(len(clause), start + _LONGEST)):
        if clause.lowers[token] in clause.words.collectives:
            return token
        if clause.flags[token] & (w.PREPOSITION | w.CONJUNCTION | w.NOUN):
            break
    return -1


def spoken_together(clause: Clause, source: Source) -> tuple[int, int] | None:
    """Return the tokens of several speakers together ("X, Y and their partners"), or None.

    All of them are in ``source``, persons too; ``group_of`` finds countries and bodies beyond it.
    """
    if source.kind != "name":
        return None
    link = next(
        (t for t in range(source.first, source.last) if clause.flags[t] & w.CONJUNCTION), -1
    )
    if link <= source.first or link >= source.last:
        return None
    if any(clause.flags[t] & (w.PREPOSITION | w.GENITIVE) for t in range(source.first, link)):
        return None
    if not _is_party(clause, link - 1) or not any(
        _is_party(clause, t) for t in range(link + 1, source.last + 1)
    ):
        return None
    last = _end_of_group(clause, link + 1, source.last)
    first = source.first
    while first > 1 and clause.lowers[first - 1] == "," and clause.mention(first - 2) is not None:
        # "X, Y and Z"
        first -= 2
        if first > 0 and clause.flags[first - 1] & w.DETERMINER:
            first -= 1
    return first, last


def _end_of_group(clause: Clause, start: int, last: int) -> int:
    """Return the last token of a group without the participle that tells what it does."""
    endings = (*clause.words.participle_endings, *clause.words.past_endings)
    for token in range(start + 1, last):
        plain = not clause.flags[token] & (w.NAME | w.NOUN | w.DETERMINER | w.POSSESSIVE)
        if plain and clause.lowers[token].endswith(endings) and _is_party(clause, token - 1):
            return token - 1
    return last


def _is_party(clause: Clause, token: int) -> bool:
    """Tell whether a token is one that may speak beside others: a name, a body, "partners"."""
    mention = clause.mention(token)
    if mention is not None:
        return mention.label in ("GPE", "ORG", "PERSON", "LOC")
    flags = clause.flags[token]
    many = clause.words.genders.get(clause.lowers[token]) == "many"
    return bool(flags & w.BODY) or (bool(flags & w.ROLE) and many)
