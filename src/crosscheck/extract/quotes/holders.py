"""Who holds a function? Persons by what the text says of them beside their names."""

from __future__ import annotations

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.clause import Clause
from crosscheck.extract.quotes.discourse import Discourse
from crosscheck.extract.quotes.functions import Functions, functions_of, genders_of
from crosscheck.extract.quotes.sources import Source
from crosscheck.extract.records import Mention

# How many letters the name of a country shares with that of its people.
_STEM = 2
# How many letters tell that two words name the same field ("defence", "defense").
_FIELD = 4
_GROUPS = ("NORP", "GPE", "ORG")


class Holders:
    """The functions and genders of the persons of one document, read as far as they are asked."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._genders: dict[str, str] | None = None
        self._functions: dict[int, Functions] = {}

    def named_before(self, clause: Clause, source: Source) -> Mention | None:
        """Return the person last named with the function that ``source`` tells, or None.

        "the French president" is no one who was called the president of another country.
        """
        wanted, groups = wanted_of(clause, source)
        before = self._discourse.names_before(clause.starts[source.first])
        # "the foreign minister" is rather the one with "foreign" beside the name.
        fields = [
            clause.lowers[t][:_FIELD]
            for t in range(source.first, source.last + 1)
            if t != source.head and not clause.flags[t] & ~w.NAME and clause.lowers[t]
        ]
        best: tuple[int, Mention] | None = None
        for mention in before:
            if mention.label != "PERSON":
                continue
            known = self._functions_of(mention)
            if not wanted & known.roles or not _same_group(groups, known.groups):
                continue
            same_field = sum(field in known.text for field in fields)
            fit = 2 * same_field + (not self._discourse.is_quoted(mention))
            if best is None or fit > best[0]:
                best = fit, mention
        return best[1] if best is not None else None

    def holds(self, entity_id: str | None, clause: Clause, source: Source) -> bool:
        """Tell whether the text gives a person, before ``source``, the function that it tells."""
        wanted, groups = wanted_of(clause, source)
        for mention in self._discourse.names_before(clause.starts[source.first]):
            if mention.entity_id == entity_id:
                known = self._functions_of(mention)
                if wanted & known.roles and _same_group(groups, known.groups):
                    return True
        return False

    def named_after(self, clause: Clause, source: Source) -> Mention | None:
        """Return the person whom the text names further on with the function of a heading."""
        wanted = {clause.words.role_of(clause.lowers[source.head])}
        groups = wanted_of(clause, source)[1]
        for mention in self._discourse.mentions:
            if mention.label != "PERSON" or mention.start < clause.starts[source.first]:
                continue
            known = self._functions_of(mention)
            if wanted & known.roles and _same_group(groups, known.groups):
                return mention
        return None

    def holds_other(self, person: Mention, wanted: set[str], groups: set[str]) -> bool:
        """Tell whether the text gives a person an office that is none of ``wanted``, or country."""
        stems = {group[:_STEM] for group in groups}
        for mention in self._discourse.mentions:
            if mention.entity_id != person.entity_id:
                continue
            known = self._functions_of(mention)
            offices = self._discourse.words_at(mention.start).offices
            if known.roles & offices.keys() and not known.roles & wanted:
                return True
            named = {group[:_STEM] for group in known.groups}
            if stems and named and not stems & named:
                return True
        return False

    def fits(self, entity_id: str | None, gender: str) -> bool:
        """Tell whether nothing known of the person speaks against the pronoun."""
        if gender not in ("male", "female"):
            return True
        if self._genders is None:
            self._genders = genders_of(self._discourse)
        return self._genders.get(entity_id or "", gender) == gender

    def _functions_of(self, mention: Mention) -> Functions:
        """Return what the text says of a person beside one mention."""
        known = self._functions.get(mention.start)
        if known is None:
            known = self._functions[mention.start] = functions_of(self._discourse, mention)
        return known


def wanted_of(clause: Clause, source: Source) -> tuple[set[str], set[str]]:
    """Return the functions that a phrase may stand for, and the groups and places in it."""
    words, role = clause.words, clause.lowers[source.head]
    inside = [m for t in range(source.first, source.last + 1) if (m := clause.mention(t))]
    groups = {m.text.lower() for m in inside if m.label in _GROUPS}
    return {words.role_of(role), *words.offices.get(role, ())}, groups


def _same_group(groups: set[str], known: frozenset[str]) -> bool:
    """Tell whether "the French president" may be one called "president of France"."""
    if not groups or not known or groups & known:
        return True
    return bool({group[:_STEM] for group in groups} & {group[:_STEM] for group in known})
