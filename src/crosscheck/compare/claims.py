"""What does a source claim? Numbers, dates, places, actors, reasons, with what they are about.

A claim is told by its features: what happens, what is counted, whose, where, over which period, as
of when, with which qualifier, who says so. The codebook's variables ask for claims by features.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import count
from typing import Any, TypeVar

from crosscheck.codebook.coding import Codebook
from crosscheck.codebook.predicates import PredicatesModel
from crosscheck.compare.claims_actors import actor_claims
from crosscheck.compare.claims_dates import date_claims
from crosscheck.compare.claims_features import Claim, Scene, Source, When
from crosscheck.compare.claims_periods import opening_of
from crosscheck.compare.claims_places import place_claims, reason_claims
from crosscheck.compare.claims_quantities import quantity_claims
from crosscheck.compare.claims_reading import Known, Reading, read_sentence
from crosscheck.compare.claims_words import claim_words
from crosscheck.compare.predicates import codebook_phrases
from crosscheck.extract.article import Article
from crosscheck.extract.records import Date, Mention, Quantity, Quote
from crosscheck.language import known as known_language

_KINDS = (quantity_claims, date_claims, place_claims, actor_claims, reason_claims)

Record = TypeVar("Record", Mention, Date, Quantity)


def find_claims(
    article: Article,
    mentions: Sequence[Mention],
    dates: Sequence[Date],
    quantities: Sequence[Quantity],
    quotes: Sequence[Quote],
    *,
    codebook: Codebook,
) -> list[Claim]:
    """Return the claims of one source, in document order.

    The records are those of extraction, with offsets into the raw source; the codebook may be
    empty, then every predicate is "other". Spans hold: ``raw[start:end] == text``.
    """
    source = Source(article, mentions, sorted(quotes, key=lambda one: one.start), count(1))
    own_mentions = _split(article, mentions)
    own_dates = _split(article, dates)
    own_quantities = _split(article, quantities)
    languages = {passage.block_id: passage.language for passage in article.passages}
    claims: list[Claim] = []
    previous: Reading | None = None
    opening: When | None = None
    for sentence in article.sentences:
        at = sentence.sentence_id
        within = own_mentions.get(at, []), own_dates.get(at, []), own_quantities.get(at, [])
        language = known_language(languages.get(sentence.block_id, article.language))
        known = compiled(codebook, language)
        reading = read_sentence(sentence, known, *within)
        opening = opening if previous and previous.sentence.block_id == sentence.block_id else None
        scene = Scene(source, known, codebook, reading, previous, *within[1:], language, opening)
        for kind in _KINDS:
            claims += kind(scene)
        previous, opening = reading, opening_of(scene) or opening
    claims.sort(key=lambda claim: claim.start)
    return claims


@lru_cache(maxsize=32)
def compiled(codebook: Codebook, language: str) -> Known:
    """Return the codebook's words compiled for one language, once."""
    predicates = codebook.predicates
    sides = {entity: name for name, side in predicates.sides.items() for entity in side.entities}
    for entity, row in codebook.entities.items():
        if row.seat_of and entity not in sides:
            sides[entity] = sides.get(row.seat_of, row.seat_of)
    return Known(
        claim_words(language),
        codebook_phrases(predicates, language),
        sides,
        frozenset(name for name, some in predicates.predicates.items() if some.embeds),
        frozenset(name for name, some in predicates.predicates.items() if some.tells),
        frozenset(name for name, some in predicates.predicates.items() if some.state),
        frozenset(name for name, some in predicates.predicates.items() if some.manner),
        frozenset(name for name, some in predicates.predicates.items() if some.reason),
        _asked(codebook, "actor"),
        _asked(codebook, "place"),
        {entity: row.name for entity, row in codebook.entities.items()},
        _no_parties(predicates, sides),
    )


def _no_parties(predicates: PredicatesModel, sides: Mapping[str, str]) -> frozenset[str]:
    """Return the towns of the countries that are a side, and the names of people of a region."""
    towns = {
        inner
        for name, place in predicates.places.items()
        if name in sides
        for inner in place.contains
    }
    known = {*predicates.places}.union(*(place.contains for place in predicates.places.values()))
    regions = {
        name
        for name, other in predicates.stands_for.items()
        if other in known and other not in sides
    }
    return frozenset(towns | regions)


def _asked(codebook: Codebook, kind: str) -> frozenset[str]:
    """Return the predicates of the variables whose answer is a name of ``kind``."""
    return frozenset(
        name
        for variable in codebook.variables
        if variable.type == kind
        for constraint in variable.constraints()
        for name in constraint.predicate
    )


def claim_rows(claims: Iterable[Claim]) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of table ``claims``."""
    for claim in claims:
        yield claim.row()


def _split(article: Article, records: Sequence[Record]) -> dict[int, list[Record]]:
    """Return the records of each sentence, by its id; a record belongs where it begins."""
    starts = [sentence.start for sentence in article.sentences]
    found: dict[int, list[Record]] = {}
    for record in records:
        index = bisect_left(starts, record.start + 1) - 1
        if index >= 0 and record.start < article.sentences[index].end:
            found.setdefault(article.sentences[index].sentence_id, []).append(record)
    return found
