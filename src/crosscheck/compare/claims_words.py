"""What a language tells of how the parts of a sentence hang together, ready for look-up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from crosscheck.compare.words import Word, folded_words
from crosscheck.language import section


class Cues:
    """Phrases with a label each ("by" → "by", "ahead of" → "by"), found before or at a word."""

    def __init__(self, phrases: dict[str, list[str]]):
        """Take label → phrases; of two labels for a phrase the first wins."""
        self._labels: dict[tuple[str, ...], str] = {}
        for label, some in phrases.items():
            for phrase in some:
                self._labels.setdefault(tuple(folded_words(phrase)), label)
        self._longest = max(map(len, self._labels), default=0)
        self._first = frozenset(key[0] for key in self._labels)
        self._last = frozenset(key[-1] for key in self._labels)

    def at(self, words: Sequence[Word], place: int) -> tuple[str, int] | None:
        """Return the label of the longest phrase that begins at ``place``, and its end."""
        if place >= len(words) or words[place].folded not in self._first:
            return None
        for length in range(min(self._longest, len(words) - place), 0, -1):
            key = tuple(word.folded for word in words[place : place + length])
            if key in self._labels:
                return self._labels[key], place + length
        return None

    def before(self, words: Sequence[Word], place: int) -> tuple[str, int] | None:
        """Return the label of the longest phrase that ends right before ``place``, its start."""
        if place <= 0 or words[place - 1].folded not in self._last:
            return None
        for length in range(min(self._longest, place), 0, -1):
            key = tuple(word.folded for word in words[place - length : place])
            if key in self._labels:
                return self._labels[key], place - length
        return None


class ClaimWords:
    """Section ``claims`` of one language."""

    def __init__(self, code: str):
        """Read the data of language ``code``."""
        data = section(code, "claims")
        self.date_roles = Cues(data["date_roles"])
        self.date_roles_after = Cues(data["date_roles_after"])
        self.place_roles = Cues(data["place_roles"])
        self.quantity_roles = Cues(data["quantity_roles"])
        self.skip = frozenset(_folded(data["skip"]))
        self.barriers = {folded_words(word)[0]: cost for word, cost in data["barriers"].items()}
        self.joins = frozenset(_folded(data["joins"]))
        self.where = frozenset(_folded(data["where"]))
        self.relative = frozenset(_folded(data["relative"]))
        self.joined = frozenset(_folded(data["joined"]))
        self.part_before = Cues({"part": data["part_before"]})
        self.part_after = Cues({"part": data["part_after"]})
        self.future = Cues({"future": data["future"]})
        self.future_of_nouns = Cues({"future": data["future_of_nouns"]})
        self.done = frozenset(_folded(data["done"]))
        self.negated = Cues({"negated": data["negated"]})
        self.possessives = frozenset(_folded(data["possessives"]))
        self.articles = frozenset(_folded(data["articles"]))
        self.auxiliaries = frozenset(_folded(data["auxiliaries"]))
        self.verb_endings = tuple(data["verb_endings"])
        self.not_verbs = frozenset(_folded(data["not_verbs"]))
        self.agents = frozenset(_folded(data["agents"]))
        self.owners = frozenset(_folded(data["owners"]))
        self.leaning = Cues({"leaning": data["leaning"]})
        self.result = Cues({"result": data["result"]})
        self.because = Cues({"because": data["because"]})
        self.according = Cues({"according": data["according"]})
        self.said = frozenset(_folded(data["said"]))


@lru_cache(maxsize=16)
def claim_words(code: str) -> ClaimWords:
    """Return the words of language ``code``, read once."""
    return ClaimWords(code)


def _folded(words: list[str]) -> list[str]:
    return [folded for word in words for folded in folded_words(word)]
