"""What the tests of the quotation layer share: a tokenizer, finders, hand-made names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from crosscheck.extract.article import Article, Passage, make_doc
from crosscheck.extract.quotes import QuoteFinder
from crosscheck.extract.records import Mention, Quote
from tests.coded import NLP

ROOT = Path(__file__).parents[2]
# Names of the test sentences, "Full Name|Surname", by label; whatever is capitalised otherwise is
# no name.
PEOPLE = (
    "Anna Weber|Weber",
    "Tomas Lind|Lind",
    "Peter Okoro|Okoro",
    "Mary Chen|Chen",
    "Omar Sissoko|Sissoko",
    "Claire Fontaine|Fontaine",
    "Jean Mercier|Mercier",
)
OTHERS = {
    "Northland": "GPE",
    "Southland": "GPE",
    "Portville": "GPE",
    "Ruritania": "GPE",
    "Northlanders": "NORP",
    "Northland Army": "ORG",
    "Lake Union": "ORG",
    "River Watch": "ORG",
    "Ministry of Health": "ORG",
    "Southland Navy": "ORG",
    "Union du Lac": "ORG",
    "The Courier": "ORG",
    "Northern": "NORP",
}
NAMES = {name.lower(): name for name in (*OTHERS, *(full.split("|")[0] for full in PEOPLE))}
FINDER = QuoteFinder(NAMES.get)


def names_of(text: str) -> list[Mention]:
    """Return the mentions of the test names in ``text``, the longest first where they overlap."""
    names = [(part, "PERSON", full.split("|")[0]) for full in PEOPLE for part in full.split("|")]
    names += [(name, label, name) for name, label in OTHERS.items()]
    found: list[Mention] = []
    for name, label, full in sorted(names, key=lambda item: -len(item[0])):
        for match in re.finditer(rf"(?<![A-Z]){re.escape(name)}(?!\w)", text):
            start, end = match.span()
            if not any(start < other.end and other.start < end for other in found):
                found.append(Mention(start, end, name, label, full.lower(), "test"))
    return sorted(found)


def find(
    text: str, *, language: str = "en", passages: Sequence[Passage] | None = None
) -> list[Quote]:
    """Return the quotations of one text; ``passages`` as Article.of takes them."""
    article = Article.of(text, language_code=language, passages=passages)
    return FINDER(make_doc(NLP, article), names_of(text))


def blocks(*parts: tuple[str, str]) -> tuple[str, list[Passage]]:
    """Return a text made of (kind, text) blocks a blank line apart, and its passages."""
    raw = "\n\n".join(text for _, text in parts)
    passages: list[Passage] = []
    start = 0
    for number, (kind, text) in enumerate(parts):
        end = start + len(text)
        passages.append(Passage(number, start, end, text, kind, "en"))
        start = end + 2
    return raw, passages
