"""An expression of time together with the place it stands in."""

from __future__ import annotations

from typing import NamedTuple

from crosscheck.extract.article import Article
from crosscheck.extract.dates.expressions import Expression
from crosscheck.extract.dates.tense import looks_ahead


class Placed(NamedTuple):
    """An expression with the language it is read in and the sentence it stands in."""

    found: Expression
    code: str
    sentence: int
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

    def opening(self) -> int:
        """Return how many characters of its sentence stand before it."""
        return self.found.start - self.article.sentences[self.sentence].start
