"""What is quoted, and who said it?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from spacy.tokens import Doc

from crosscheck.extract.article import Article
from crosscheck.extract.quotes.blocks import Unmarked, unmarked_quotations
from crosscheck.extract.quotes.credits import credited_beside, named_in
from crosscheck.extract.quotes.discourse import Discourse
from crosscheck.extract.quotes.marks import Marked, marked_spans
from crosscheck.extract.quotes.memory import Memory, NameOf
from crosscheck.extract.quotes.paragraphs import Paragraph, paragraphs_of
from crosscheck.extract.quotes.reader import read_quotations
from crosscheck.extract.quotes.words import words_of
from crosscheck.extract.records import Mention, Quote


class QuoteFinder:
    """Finds quotations and their speakers.

    ``QuoteFinder(name_of)`` takes a function from an entity's id to its name; without it the
    longest text of the entity's mentions is its name. The object keeps no state between calls.
    """

    def __init__(self, name_of: NameOf | None = None) -> None:
        self._name_of = name_of

    def __call__(self, doc: Doc, mentions: Sequence[Mention]) -> list[Quote]:
        """Return the quotations of ``doc`` in order, none inside another.

        ``doc`` comes from make_doc; ``mentions`` are its names, in order, with entity ids. A row's
        span leaves out the marks. ``kind`` is direct, scare (fewer than three words, or the title
        of a work), block (set off as a paragraph) or post. ``speaker`` is None where nobody is
        named; ``cue`` is the verb or phrase that names the speaker, None where there is none.
        """
        article: Article = doc._.article
        paragraphs = paragraphs_of(article)
        unmarked = list(unmarked_quotations(article.raw, paragraphs))
        marked = _marked(article.raw, paragraphs, {one.paragraph for one in unmarked})
        if not marked and not unmarked:
            return []
        memory = Memory(Discourse(article, mentions, marked), self._name_of)
        rows = read_quotations(memory, paragraphs, marked)
        rows += [_row(memory, paragraphs, one) for one in unmarked]
        return sorted(rows, key=lambda row: row.start)


def _marked(raw: str, paragraphs: Sequence[Paragraph], taken: set[int]) -> list[Marked]:
    """Return the quotations in marks, each paragraph read with the marks of its language."""
    numbered = enumerate(paragraphs)
    runs = groupby(numbered, key=lambda item: (item[0] in taken, item[1].language))
    return [
        marked
        for (is_taken, code), run in runs
        if not is_taken
        for marked in marked_spans(raw, (paragraph for _, paragraph in run), words_of(code))
    ]


def _row(memory: Memory, paragraphs: Sequence[Paragraph], one: Unmarked) -> Quote:
    """Return the record of a quotation without marks."""
    speaker = named_in(memory, one.name_start, one.name_end)
    kind = "post" if one.rule == "post" else "block"
    if speaker is None and kind == "block":
        speaker = credited_beside(memory, paragraphs, one.paragraph)
    text = memory.discourse.raw[one.start : one.end]
    name, entity_id = (speaker.text, speaker.entity_id) if speaker else (None, None)
    return Quote(one.start, one.end, text, name, entity_id, None, kind, one.rule)
