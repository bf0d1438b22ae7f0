"""An expression of time together with the place it stands in."""

from __future__ import annotations

from typing import NamedTuple

from crosscheck.extract.article import Article, Passage
from crosscheck.extract.dates.expressions import Expression
from crosscheck.extract.dates.tense import looks_ahead

_MARKS = (("“", "”"), ("«", "»"))


class Placed(NamedTuple):
    """An expression with the language it is read in, its sentence and its passage."""

    found: Expression
    code: str
    sentence: int
    passage: Passage
    article: Article

    def looks_ahead(self) -> bool | None:
        """Tell whether the verb beside it looks ahead (True), back (False), or neither (None)."""
        sentence = self.article.sentences[self.sentence]
        at, end = self.found.start - sentence.start, self.found.end - sentence.start
        weekday = self.found.has("weekday")
        return looks_ahead(sentence.text, at, end, self.code, weekday=weekday)

    def is_whole_sentence(self) -> bool:
        """Tell whether its sentence says nothing else, as a heading does."""
        return self.article.sentences[self.sentence].text.strip(" :-–—") == self.found.text_in(
            self.article.raw
        )

    def is_quoted(self) -> bool:
        """Tell whether it lies inside quotation marks opened in its passage."""
        before = self.article.raw[self.passage.start : self.found.start]
        if before.count('"') % 2:
            return True
        return any(before.rfind(opening) > before.rfind(closing) for opening, closing in _MARKS)

    def opening(self) -> int:
        """Return how many characters of its sentence stand before it."""
        return self.found.start - self.article.sentences[self.sentence].start
