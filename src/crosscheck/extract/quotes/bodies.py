"""How is a body named? What belongs to its name, and what only tells where or under whom."""

from __future__ import annotations

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.clause import Clause
from crosscheck.extract.quotes.sources import Source, noun_after, noun_before


def owners_of(clause: Clause, source: Source) -> set[str]:
    """Return the names in lower case that stand before the noun of a body ("the X army")."""
    proper = (t for t in range(source.first, source.head) if clause.flags[t] & w.NAME)
    return {clause.text(token, token).lower() for token in proper}


def full_name(clause: Clause, noun: int) -> Source | None:
    """Return the noun phrase of the body at token ``noun`` if it tells which ("the X ministry")."""
    found = noun_before(clause, noun)
    if found is None or found.head != noun:
        return None
    own = range(found.first, noun)
    told = any(clause.flags[t] & w.NAME for t in own)
    seated = clause.lowers[noun] in clause.words.seated
    described = any(not clause.flags[t] & w.DETERMINER for t in own)
    return noun_after(clause, found.first) if told or (seated and described) else None


def before_holder(clause: Clause, source: Source) -> int:
    """Return the last token of a body without who leads it ("the junta of Colonel X")."""
    last = clause.mention(source.last)
    link = source.head + 1
    owned = clause.lowers[source.head] in clause.words.offices_of
    if last is None or last.label != "PERSON" or link >= source.last or owned:
        return source.last
    titles = all(clause.flags[t] & (w.ROLE | w.DEFINITE) for t in range(link + 1, source.last))
    return source.head if clause.flags[link] & w.PREPOSITION and titles else source.last


def before_seat(clause: Clause, source: Source) -> int:
    """Return the last token of a body without the place that it sits in ("the ministry in X")."""
    link = source.head + 1
    seated = clause.lowers[source.head] in clause.words.seated
    definite = clause.flags[source.first] & w.DEFINITE or source.first == source.head
    if not seated or not definite or link + 1 != source.last:
        return source.last
    place = clause.mention(source.last)
    inside = place is not None and place.label == "GPE"
    return source.head if inside and clause.lowers[link] in clause.words.at_places else source.last
