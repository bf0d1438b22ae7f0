"""In which language is a text, and each block of it?

Identified with py3langid (Lui and Baldwin's langid.py), among the languages of the press. A block
differs from its document only if it is long and the identification is nearly certain.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from crosscheck.clean.lines import Line

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

UNDETERMINED = "und"
_AMONG = (
    "ar", "bg", "bn", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "ha", "he", "hi", "hu",
    "id", "it", "ja", "ko", "nl", "no", "pl", "pt", "ro", "ru", "sr", "sv", "sw", "tr", "uk", "ur",
    "vi", "zh",
)  # fmt: skip
_SURE = 0.97
_WORDS = 7
_LETTERS = 40
_READ = 1000  # characters of a document that are read
_READ_BLOCK = 300


def document_language(lines: list[Line]) -> str:
    """Return the ISO 639-1 code of a document's language, or ``und`` if it has no words.

    Its longest lines speak for it: they are the article rather than the page.
    """
    sample = ""
    for line in sorted(lines, key=lambda line: -min(len(line.text), _READ)):
        sample += line.text[: _READ - len(sample)] + "\n"
        if len(sample) >= _READ:
            break
    if sum(c.isalpha() for c in sample) < 3:
        return UNDETERMINED
    return str(_identifier().classify(sample)[0])


def block_language(line: Line, document: str) -> str:
    """Return the language of a block of a document in language ``document``."""
    text = line.text[:_READ_BLOCK]
    if line.words < _WORDS or len(text) < _LETTERS:
        return document
    code, sure = _identifier().classify(text)
    return str(code) if sure >= _SURE else document


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 (slow to load)

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in _AMONG if code in identifier.labels])
    return identifier
