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
