"""What does a language say about names: titles, roles, forms of organisations, openers?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from babel import Locale

from crosscheck import language
from crosscheck.extract.entities.words import key_of

Keys = frozenset[str]


@dataclass(frozen=True)
class Lexicon:
    """The word lists of one language as sets of comparison keys; see ``language/*.yml``."""

    titles: Keys
    trades: Keys
    rank_words: Keys
    honorifics: Keys
    abbreviated: Keys
    naming: Keys
    persons: Keys
    family_first: Keys
    male: Keys
    female: Keys
    modifiers: Keys
    particles: Keys
    prefixes: Keys
    hyphen_prefixes: Keys
    clock: Keys
    speech: Keys
    inverted: Keys
    at: Keys
    towards: Keys
    place_nouns: Keys
    place_roles: Keys
    facility_nouns: Keys
    offices: Keys
    organisation: Keys
    weak_organisation: Keys
    organisation_nouns: Keys
    links: Keys
    inner: Keys
    conjunctions: Keys
    byline: Keys
    languages: Keys
    genitives: Keys
    articles: Keys
    relatives: Keys
    first: dict[str, str]
    last: dict[str, str]
    directions: Keys
    compass: Keys
    never: Keys
    openers: Keys
    stops: Keys
    given: Keys
    adjectival: Keys
    language_prepositions: Keys
    language_nouns: Keys
    metonym_verbs: Keys
    metonym_auxiliaries: Keys
    metonym_nouns: Keys
    metonym_links: Keys
    metonym_objects: Keys
    possessives: Keys


_HEADS = {
    "country_heads": "GPE",
    "location_heads": "LOC",
    "facility_heads": "FAC",
    "event_heads": "EVENT",
}


@cache
def lexicon(code: str) -> Lexicon:
    """Return the lexicon of language ``code``."""
    data = language.section(code, "entities")
    given = data["given_names"]
    titles = data["titles"]
    stops = _keys(data["stop_words"])
    return Lexicon(
        titles=_keys(titles["m"], titles["f"], titles["any"], data["trades"]),
        trades=_keys(data["trades"]),
        rank_words=_keys(data["rank_words"]),
        honorifics=_keys(data["honorifics"]),
        abbreviated=_keys(data["abbreviated_titles"]),
        naming=_keys(data["naming"]),
        persons=_keys(data["persons"]),
        family_first=_keys(data["family_first"]),
        male=_keys(titles["m"], given["m"]),
        female=_keys(titles["f"], given["f"]),
        modifiers=_keys(data["title_modifiers"]),
        particles=_keys(data["name_particles"]),
        prefixes=_keys(data["name_prefixes"]),
        hyphen_prefixes=_keys(data["hyphen_prefixes"]),
        clock=_keys(data["clock"]),
        speech=_keys(data["speech_verbs"]),
        inverted=_keys(data["inverted_verbs"]),
        at=_keys(data["place_prepositions"]),
        towards=_keys(data["weak_place_prepositions"]),
        place_nouns=_keys(data["place_nouns"]),
        facility_nouns=_keys(data["facility_nouns"]),
        place_roles=_keys(data["place_roles"]),
        offices=_keys(data["offices"]),
        organisation=_keys(data["organisation_heads"]),
        weak_organisation=_keys(data["weak_organisation_heads"]),
        organisation_nouns=_keys(data["organisation_nouns"]),
        links=_keys(data["organisation_links"]),
        inner=_keys(data["organisation_inner"]),
        conjunctions=_keys(data["conjunctions"]),
        byline=_keys(data["byline"]),
        languages=_keys(Locale.parse(code).languages.values()),
        genitives=_keys(data["genitives"]),
        articles=_keys(data["articles"]),
        relatives=_keys(data["relatives"]),
        first=_heads(data, "first"),
        last=_heads(data, "last"),
        directions=_keys(data["directions"]),
        compass=_keys(data["compass"]),
        never=_keys(data["never"]),
        openers=_keys(data["openers"]) | stops,
        stops=stops,
        given=_keys(given["m"], given["f"]),
        adjectival=_keys(data["adjectival_heads"]),
        language_prepositions=_keys(data["language_prepositions"]),
        language_nouns=_keys(data["language_nouns"]),
        metonym_verbs=_keys(data["metonym_verbs"]),
        metonym_auxiliaries=_keys(data["metonym_auxiliaries"]),
        metonym_nouns=_keys(data["metonym_nouns"]),
        metonym_links=_keys(data["metonym_links"]),
        metonym_objects=_keys(data["metonym_objects"]),
        possessives=_keys(data["possessives"]),
    )


def _keys(*lists: Any) -> Keys:
    """Return the keys of the words; of a hyphenated one ("Jean-Paul") the first word's."""
    first_words = (key_of(str(word))[:1] for some in lists for word in some)
    return frozenset(key for keys in first_words for key in keys)


def _heads(data: dict[str, Any], end: str) -> dict[str, str]:
    return {key: label for name, label in _HEADS.items() for key in _keys(data[name][end])}
