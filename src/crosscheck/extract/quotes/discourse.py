"""The running text around the quotations: sentences with quotations whole, names in each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from crosscheck.extract.article import Article
from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.clause import Clause, read_clause, read_words
from crosscheck.extract.quotes.marks import Marked
from crosscheck.extract.quotes.words import Words, words_of
from crosscheck.extract.records import Mention
from crosscheck.language import known

# How far back a function ("the minister") may find its holder, in names.
_NAMES_BACK = 40
_WINDOW = 90
_CUT = re.compile(r"[.;:!?\n“”\"«»()\[\]]")


class Span(NamedTuple):
    """A sentence in which no quotation is broken, and its block."""

    start: int
    end: int
    block_id: int
    language: str


class Discourse:
    """Sentences, names and quotations of one article, read as far as they are asked for."""

    def __init__(
        self, article: Article, mentions: Sequence[Mention], marked: Sequence[Marked]
    ) -> None:
        self.raw = article.raw
        self.mentions = mentions
        self.marked = marked
        self.sentences = _whole_sentences(article, marked)
        self._sentence_starts = [sentence.start for sentence in self.sentences]
        self._mention_starts = [mention.start for mention in mentions]
        self._marked_starts = [quotation.first for quotation in marked]
        self._clauses: dict[int, Clause] = {}
        self._functions: dict[int, tuple[frozenset[str], frozenset[str]]] = {}

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence that ``offset`` lies in, or of the one before it."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def words_at(self, offset: int) -> Words:
        """Return the words of the language spoken at ``offset``."""
        if not self.sentences:
            return words_of(known(None))
        return words_of(self.sentences[self.sentence_at(offset)].language)

    def quotations_in(self, number: int) -> list[tuple[int, Marked]]:
        """Return the quotations that begin in sentence ``number``, with their own numbers."""
        sentence = self.sentences[number]
        first = bisect_left(self._marked_starts, sentence.start)
        last = bisect_left(self._marked_starts, sentence.end)
        return [(i, self.marked[i]) for i in range(first, last)]

    def mentions_in(self, start: int, end: int) -> Sequence[Mention]:
        """Return the mentions that begin between two offsets."""
        return self.mentions[
            bisect_left(self._mention_starts, start) : bisect_left(self._mention_starts, end)
        ]

    def names_in(self, number: int) -> list[Mention]:
        """Return the mentions of sentence ``number`` that lie outside its quotations."""
        clause = self.clause(number)
        return [ref for ref in clause.refs if isinstance(ref, Mention)]

    def before(self, offset: int) -> Sequence[Mention]:
        """Return the last mentions that begin before ``offset``."""
        last = bisect_left(self._mention_starts, offset)
        return self.mentions[max(0, last - _NAMES_BACK) : last]

    def clause(self, number: int) -> Clause:
        """Return the tokens of sentence ``number``."""
        found = self._clauses.get(number)
        if found is None:
            sentence = self.sentences[number]
            found = self._clauses[number] = read_clause(
                self.raw,
                sentence.start,
                sentence.end,
                self.quotations_in(number),
                self.mentions_in(sentence.start, sentence.end),
                words_of(sentence.language),
            )
        return found

    def functions(self, mention: Mention) -> tuple[frozenset[str], frozenset[str]]:
        """Return the functions that the text gives a person, and the group names beside them.

        Read from the title before the name and from the apposition on either side of it.
        """
        found = self._functions.get(mention.start)
        if found is None:
            words = self.words_at(mention.start)
            raw = self.raw
            left = _CUT.split(raw[max(0, mention.start - _WINDOW) : mention.start])[-1]
            right = _CUT.split(raw[mention.end : mention.end + _WINDOW])[0]
            pieces = left.split(",")
            title = pieces[-1]
            roles = set(_roles(words, title, last_part=True))
            names = _groups(self, mention.start - len(title), mention.start)
            if len(pieces) > 1 and _only_titles(words, title):
                roles |= set(_roles(words, pieces[-2], last_part=False))
            if right.lstrip().startswith(","):
                apposition = right.split(",")[1]
                roles |= set(_roles(words, apposition, last_part=False))
                names |= _groups(self, mention.end, mention.end + len(apposition) + 2)
            found = self._functions[mention.start] = frozenset(roles), frozenset(names)
        return found


def _roles(words: Words, text: str, *, last_part: bool) -> list[str]:
    """Return the function nouns of ``text``: of its last noun phrase, or of its first one."""
    clause = Clause(text, words)

    read_words(clause, 0, len(text))
    found: list[str] = []
    for token, flags in enumerate(clause.flags):
        if flags & w.PREPOSITION and found:
            if not last_part:
                break
            found = []
        if flags & w.ROLE:
            noun = clause.lowers[token]
            found.append(words.same_role.get(noun, noun))
    return found


def _groups(discourse: Discourse, start: int, end: int) -> set[str]:
    return {
        mention.text.lower()
        for mention in discourse.mentions_in(start, end)
        if mention.label in ("NORP", "GPE", "ORG")
    }


def _only_titles(words: Words, text: str) -> bool:
    """Tell whether ``text`` holds nothing but titles, or nothing at all."""
    return all(words.flags.get(word.lower().rstrip("."), 0) & w.ROLE for word in text.split())


def _whole_sentences(article: Article, marked: Sequence[Marked]) -> list[Span]:
    """Join the sentences that a quotation holds together."""
    languages = {passage.block_id: known(passage.language) for passage in article.passages}
    spans: list[Span] = []
    reached = 0
    for sentence in article.sentences:
        while reached < len(marked) and marked[reached].last <= sentence.start:
            reached += 1
        last = spans[-1] if spans else None
        held = reached < len(marked) and marked[reached].first < sentence.start
        if (
            last is not None
            and held
            and last.block_id == sentence.block_id
            and marked[reached].first < last.end
        ):
            spans[-1] = last._replace(end=sentence.end)
        else:
            spans.append(
                Span(sentence.start, sentence.end, sentence.block_id, languages[sentence.block_id])
            )
    return spans
