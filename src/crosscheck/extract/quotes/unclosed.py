"""Where does a quotation end whose closing mark is missing?"""

from __future__ import annotations

import re

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.words import Words, plain

_OTHERS = ("male", "female", "many", "thing")
_SENTENCE_END = re.compile(r"[.!?…](?=\s|\Z)")
# What follows a comma: up to four words, among which "he said", "said X", "Xy Z said".
_ASIDE = re.compile(r"[,!?…]((?:\s+\w[\w’'-]*){1,4})")


def end_of_unclosed(raw: str, start: int, end: int, words: Words) -> int:
    """Return where the quotation that begins at ``start`` ends, ``end`` at the latest.

    What tells who said it is no part of it (“We will stay, he said.). A fragment of a sentence,
    which begins in small letters, does not go beyond that sentence.
    """
    text = raw[start:end]
    if text.lstrip()[:1].islower():
        stop = _SENTENCE_END.search(text)
        text = text[: stop.end()] if stop else text
    for comma in _ASIDE.finditer(text):
        if _is_attribution(comma[1].split(), words):
            return start + comma.start() + 1
    return start + len(text)


def _is_attribution(aside: list[str], words: Words) -> bool:
    """Tell whether the words after a comma are a verb of speech with its subject."""
    for number, word in enumerate(aside):
        flags = words.flags.get(plain(word), 0)
        if not (flags & w.SPEECH and flags & w.FINITE):
            continue
        subject = aside[:number]
        if len(subject) == 1 and words.genders.get(plain(subject[0])) in _OTHERS:
            return True
        if subject:
            return all(part[0].isupper() for part in subject)
        after = aside[1] if len(aside) > 1 else ""
        nominal = words.flags.get(plain(after), 0) & (w.DETERMINER | w.PRONOUN)
        return after[:1].isupper() or bool(nominal)
    return False
