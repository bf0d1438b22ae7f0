"""Where does a text use a term of the codebook's framing groups, and in its proper sense?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from spacy.util import get_lang_class

from crosscheck.codebook.framing import LIMITS, FramingModel, Group, Term
from crosscheck.compare.words import Word, folded_words, words_of
from crosscheck.language import known, section

_BEFORE = 3
_AFTER = 4
_JOINED = re.compile(r"[\s\-‐‑'’]*")
Parts = tuple[str, ...]
Phrases = Mapping[str, Sequence[Parts]]


class Use(NamedTuple):
    """A term where a text uses it: ``text[start:end]``."""

    start: int
    end: int
    group: str
    term: str


@dataclass(frozen=True)
class _Form:
    """A form of a term, with the limits of the term and of its group."""

    group: str
    term: str
    words: Parts
    unless_before: Phrases
    settled_by: Phrases
    unless_after: Phrases
    needs_after: Phrases
    needs: Phrases


class TermFinder:
    """Finds the terms of a codebook; built once, called with a sentence and its language."""

    def __init__(self, framing: FramingModel):
        self._framing = framing
        self._by_language: dict[str, dict[str, list[_Form]]] = {}

    def __call__(self, text: str, language: str) -> list[Use]:
        """Return the uses of terms in ``text``, a sentence, in the order of the text.

        Of two terms of one group that begin with the same word the longer is used.
        """
        code = known(language)
        forms = self._forms(code)
        words = words_of(text)
        if not any(word.folded in forms for word in words):
            return []
        sentence = _Sentence(text, words, code)
        return list(self._uses(sentence, forms))

    def _uses(self, sentence: _Sentence, forms: Mapping[str, list[_Form]]) -> Iterator[Use]:
        taken: dict[str, int] = {}
        for index, word in enumerate(sentence.words):
            for form in forms.get(word.folded, ()):
                if index < taken.get(form.group, 0) or not sentence.holds(form.words, index):
                    continue
                after = index + len(form.words)
                if sentence.allows(form, index, after):
                    taken[form.group] = after
                    yield Use(word.start, sentence.words[after - 1].end, form.group, form.term)

    def _forms(self, code: str) -> dict[str, list[_Form]]:
        """Return the forms of a language by their first word, the longest first."""
        if code not in self._by_language:
            forms: dict[str, list[_Form]] = {}
            for group in self._framing.groups:
                for term in group.terms:
                    for form in _forms_of(group, term, code):
                        forms.setdefault(form.words[0], []).append(form)
            for some in forms.values():
                some.sort(key=lambda form: -len(form.words))
            self._by_language[code] = forms
        return self._by_language[code]


@dataclass(frozen=True)
class _Sentence:
    """A sentence as the limits see it."""

    text: str
    words: Sequence[Word]
    code: str

    def holds(self, phrase: Parts, index: int) -> bool:
        """Tell whether ``phrase`` stands at word ``index``, with no punctuation inside."""
        found = self.words[index : index + len(phrase)]
        return tuple(word.folded for word in found) == phrase and all(
            self._joined(index + step) for step in range(len(phrase) - 1)
        )

    def allows(self, form: _Form, index: int, after: int) -> bool:
        """Tell whether the limits of ``form`` let it count at words [index, after)."""
        if form.needs and not self._any(form.needs, range(len(self.words))):
            return False
        window = range(after, min(after + _AFTER, len(self.words)))
        if form.needs_after and not self._any(form.needs_after, window):
            return False
        for at in self._before(index):
            if self._any(form.settled_by, (at,)):
                break
            if self._any(form.unless_before, (at,)):
                return False
        return not self._any(form.unless_after, self._behind(after))

    def _any(self, phrases: Phrases, places: Iterable[int]) -> bool:
        """Tell whether one of ``phrases`` (by their first word) stands at one of the ``places``."""
        return any(
            self.holds(phrase, at)
            for at in places
            for phrase in phrases.get(self.words[at].folded, ())
        )

    def _before(self, index: int) -> Iterator[int]:
        """Yield the words before ``index`` that belong to its phrase, the nearest first."""
        stop, passed, at = _stop_words(self.code), 0, index - 1
        while at >= 0 and passed < _BEFORE and self._joined(at):
            word = self.words[at].folded
            if word != "s":
                yield at
                passed += 1
                if word in stop:
                    return
            at -= 1

    def _behind(self, after: int) -> Iterator[int]:
        """Yield the word at ``after``, and those behind it as far as only links lie between."""
        links = section(self.code, "framing")["links"]
        at = after
        while at < len(self.words) and self._joined(at - 1):
            yield at
            if self.words[at].folded not in links:
                return
            at += 1

    def _joined(self, index: int) -> bool:
        """Tell whether nothing but space, hyphen or apostrophe lies after word ``index``."""
        if index + 1 >= len(self.words):
            return False
        gap = self.text[self.words[index].end : self.words[index + 1].start]
        return _JOINED.fullmatch(gap) is not None


def _forms_of(group: Group, term: Term, code: str) -> Iterator[_Form]:
    limits = {
        name: _phrases(*getattr(group, name).get(code, ()), *getattr(term, name).get(code, ()))
        for name in LIMITS
    }
    for form in dict.fromkeys(tuple(folded_words(form)) for form in term.forms.get(code, ())):
        if form:
            yield _Form(group.name, term.name, form, **limits)


def _phrases(*phrases: str) -> Phrases:
    """Return phrases as folded words, by their first word."""
    by_first: dict[str, list[Parts]] = {}
    for phrase in phrases:
        parts = tuple(folded_words(phrase))
        if parts:
            by_first.setdefault(parts[0], []).append(parts)
    return by_first


@cache
def _stop_words(code: str) -> frozenset[str]:
    words = get_lang_class(code).Defaults.stop_words
    return frozenset(part for word in words for part in folded_words(word))
