"""What stands around the quotations? Sentences with quotations whole, and the names in each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from crosscheck.extract.article import Article
from crosscheck.extract.quotes.clause import Clause, read_clause
from crosscheck.extract.quotes.marks import Marked
from crosscheck.extract.quotes.words import Words, words_of
from crosscheck.extract.records import Mention
from crosscheck.language import known

# How many names back a pronoun or function may find who is meant.
_NAMES_BACK = 40


class Span(NamedTuple):
    """A sentence in which no quotation is broken, with its block and language."""

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
        self._names: dict[int, list[Mention]] = {}

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence that ``offset`` lies in, or of the one before it."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def words_at(self, offset: int) -> Words:
        """Return the words of the language spoken at ``offset``."""
        if not self.sentences:
            return words_of(known(None))
        return words_of(self.sentences[self.sentence_at(offset)].language)

    def mentions_in(self, start: int, end: int) -> Sequence[Mention]:
        """Return the mentions that begin between two offsets."""
        first, last = (bisect_left(self._mention_starts, offset) for offset in (start, end))
        return self.mentions[first:last]

    def names_in(self, number: int) -> list[Mention]:
        """Return the mentions of sentence ``number`` that lie outside its quotations."""
        found = self._names.get(number)
        if found is None:
            refs = self.clause(number).refs
            found = self._names[number] = [ref for ref in refs if isinstance(ref, Mention)]
        return found

    def names_before(self, offset: int) -> Sequence[Mention]:
        """Return the last mentions that begin before ``offset``, the latest first."""
        last = bisect_left(self._mention_starts, offset)
        return self.mentions[max(0, last - _NAMES_BACK) : last][::-1]

    def is_quoted(self, mention: Mention) -> bool:
        """Tell whether a name stands inside a quotation."""
        before = bisect_right(self._marked_starts, mention.start) - 1
        return before >= 0 and mention.start < self.marked[before].last

    def clause(self, number: int) -> Clause:
        """Return the tokens of sentence ``number``."""
        found = self._clauses.get(number)
        if found is None:
            sentence = self.sentences[number]
            start, end = sentence.start, sentence.end
            first, last = (bisect_left(self._marked_starts, offset) for offset in (start, end))
            found = self._clauses[number] = read_clause(
                self.raw,
                (start, end),
                list(enumerate(self.marked[first:last], first)),
                self.mentions_in(start, end),
                words_of(sentence.language),
            )
        return found


def _whole_sentences(article: Article, marked: Sequence[Marked]) -> list[Span]:
    """Join the sentences that a quotation holds together."""
    languages = {passage.block_id: known(passage.language) for passage in article.passages}
    spans: list[Span] = []
    reached = 0
    for sentence in article.sentences:
        start, end, block = sentence.start, sentence.end, sentence.block_id
        while reached < len(marked) and marked[reached].last <= start:
            reached += 1
        last = spans[-1] if spans else None
        first = marked[reached].first if reached < len(marked) else start
        if last is not None and first < start and first < last.end and block == last.block_id:
            spans[-1] = last._replace(end=end)
        else:
            spans.append(Span(start, end, block, languages[block]))
    return spans
