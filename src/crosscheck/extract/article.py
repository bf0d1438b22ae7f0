"""One source as the layers of extraction see it: kept passages, sentences, and a spaCy Doc."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from crosscheck.extract.sentences import split_sentences
from crosscheck.language import DEFAULT, known


class Passage(NamedTuple):
    """A kept block of a source; ``text`` may begin or end with white space."""

    block_id: int
    start: int
    end: int
    text: str
    kind: str
    language: str


class Sentence(NamedTuple):
    """A sentence, without the white space around it."""

    sentence_id: int
    block_id: int
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Article:
    """A source: its raw text, what cleaning kept of it, and what is known of it.

    ``published`` is ISO 8601 (perhaps only a month or a year) or None; ``published_basis`` is
    metadata, stated, inferred or unknown. Everything outside ``passages`` was dropped by cleaning
    and must not be read by extraction.
    """

    doc_id: str
    raw: str
    language: str
    published: str | None
    published_basis: str
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]

    @classmethod
    def of(
        cls,
        raw: str,
        *,
        doc_id: str = "",
        language_code: str = DEFAULT,
        published: str | None = None,
        published_basis: str = "unknown",
        passages: Iterable[Passage] | None = None,
    ) -> Article:
        """Build an article; without ``passages`` the whole text is one kept paragraph."""
        kept = (
            tuple(passages)
            if passages is not None
            else (Passage(0, 0, len(raw), raw, "paragraph", language_code),)
        )
        sentences: list[Sentence] = []
        for passage in kept:
            code = known(passage.language)
            for start, end in split_sentences(passage.text, code):
                first, last = passage.start + start, passage.start + end
                sentences.append(
                    Sentence(len(sentences), passage.block_id, first, last, raw[first:last])
                )
        return cls(doc_id, raw, language_code, published, published_basis, kept, tuple(sentences))


def blank_pipeline(code: str = DEFAULT) -> Language:
    """Return a blank spaCy pipeline of language ``code`` whose tokens end at white space.

    The layers read characters and words as written, so spaCy's finer tokens, which take as long
    as a layer of extraction, would be made for nobody; a trained model brings its own.
    """
    nlp = spacy.blank(code)
    nlp.tokenizer = _Words(nlp.vocab)
    return nlp


def make_doc(nlp: Language, article: Article) -> Doc:
    """Return the spaCy Doc of the whole raw text, with the article at ``doc._.article``.

    spaCy's tokenizers lose no character, so ``token.idx`` is the offset into the raw source.
    """
    doc = nlp.make_doc(article.raw)
    doc._.article = article
    return doc


class _Words:
    """A spaCy tokenizer: words end at white space, which is kept."""

    def __init__(self, vocab: Vocab):
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        pieces = _WORD_AND_SPACE.findall(text)
        spaces = [len(piece) > 1 and piece[-1] == " " for piece in pieces]
        words = [
            piece[:-1] if space else piece for piece, space in zip(pieces, spaces, strict=True)
        ]
        return Doc(self.vocab, words, spaces)


_WORD_AND_SPACE = re.compile(r"\S+ ?|\s")

if not Doc.has_extension("article"):
    Doc.set_extension("article", default=None)
