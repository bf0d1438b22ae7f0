"""Which forms does a verb of speech take? A small inflector that reads each language's endings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

SLOTS = ("base", "present", "past", "perfect", "participle")


def verb_forms(
    lemma: str, endings: Sequence[Mapping[str, str]], irregular: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, str]]:
    """Yield (form, slot) of ``lemma``; the slots are told in the language files.

    ``endings`` is the language's list of rules: the first whose regular expression ``ending``
    stands at the end of the lemma is used, and each slot's endings (several by a blank) replace
    what it matched. ``irregular`` overrides single slots.
    """
    own = irregular.get(lemma, {})
    for rule in endings:
        found = re.search(rule["ending"] + r"\Z", lemma)
        if found is None:
            continue
        stem = lemma[: found.start()]
        for slot in SLOTS:
            if slot in own:
                forms = own[slot].split()
            elif slot in rule:
                forms = [stem + ending for ending in rule[slot].split()] or [stem]
            else:
                forms = []
            yield from ((form, slot) for form in forms)
        return


def all_forms(lemmas: Sequence[str], data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (form, slot) of every lemma; ``data`` is the language's section ``quotes``."""
    for lemma in lemmas:
        yield from verb_forms(lemma, data["inflection"], data["irregular"])
