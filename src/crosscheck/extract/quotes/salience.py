"""Who stands in the front of a sentence, and who in the back? Centering, with plain weights.

A sentence is first about its subject, then about whoever owns it or is the subject of a clause
inside it, and last about anyone else (after Grosz, Joshi and Weinstein, Centering, 1995).
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.clause import Clause
from crosscheck.extract.quotes.sources import Source, noun_after
from crosscheck.extract.quotes.subjects import main_subject

# By how many sentences each place in a sentence sets a person back.
SUBJECT, OWNER, FRONTED, INNER, ALONE, BACK = 0.0, 0.25, 0.4, 0.5, 0.7, 1.5
_LONGEST = 400


def place_of(clause: Clause, token: int, subject: Source | None) -> float:
    """Return how far in the back the person named at ``token`` stands; ``subject`` is the main."""
    if subject is not None:
        if token == subject.head and subject.kind == "name":
            return SUBJECT
        after = clause.flags[token + 1] if token + 1 < len(clause) else 0
        if subject.first <= token < subject.last and after & w.GENITIVE:
            return OWNER
    if token < 4 and clause.lowers[0] in clause.words.views:
        viewed = noun_after(clause, 1)
        if viewed is not None and viewed.head == token:
            return SUBJECT
    if _opens_clause(clause, token):
        return FRONTED
    return INNER if _is_whose(clause, token) else BACK


def _opens_clause(clause: Clause, token: int) -> bool:
    """Tell whether a name is the subject of the clause in front: "When X came, he promised …"."""
    if not clause.flags[0] & w.CLAUSE or clause.flags[0] & w.CONJUNCTION:
        return False
    return all(flags & (w.ROLE | w.DEFINITE) for flags in clause.flags[1:token])


def _is_whose(clause: Clause, token: int) -> bool:
    """Tell whether a name is the subject of "X, whose leader, Y, is …"."""
    for before in range(token - 1, max(-1, token - 8), -1):
        if clause.lowers[before] in clause.words.whose:
            return True
        if not clause.flags[before] & (w.ROLE | w.BODY | w.MARK | w.NAME) and (
            clause.flags[before] & ~w.BETWEEN
        ):
            break
    return False


def unnamed_objects(clause: Clause, subject: Source | None) -> Iterator[Source]:
    """Yield the single persons without name whom a sentence brings in beside its subject.

    "The last word goes to a shopkeeper", but nobody who is only denied ("not a single officer").
    """
    for token, flags in enumerate(clause.flags[:_LONGEST]):
        if not flags & w.DETERMINER or flags & w.DEFINITE or is_denied(clause, token):
            continue
        whole = subject is not None and subject.kind != "phrase"
        if subject is not None and whole and subject.first <= token <= subject.last:
            continue
        found = noun_after(clause, token)
        if found is None or found.kind != "role" or clause.mention(found.head) is not None:
            continue
        if clause.words.genders.get(clause.lowers[found.head]) != "many":
            yield found


def is_denied(clause: Clause, first: int) -> bool:
    """Tell whether the noun phrase at token ``first`` is nobody: "no officer", "not a single X"."""
    denials = clause.words.denials
    before = clause.lowers[first - 1] if first else ""
    return clause.lowers[first] in denials or before in denials


def topic(clause: Clause) -> Source | None:
    """Return the subject of a sentence if it is somebody, not nobody."""
    subject = main_subject(clause, len(clause), anyone=True)
    return None if subject is None or is_denied(clause, subject.first) else subject
