"""Where does a quotation end whose closing mark is missing?"""

from __future__ import annotations

import re

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.words import Words, plain

_SENTENCE_END = re.compile(r"[.!?…](?=\s|\Z)")
# ", he said" and ", said X" and ", Xy Z said": a comma, up to three words, or two and a name.
_ASIDE = re.compile(r"[,!?…]\s+((?:\w[\w’'-]*\s+){0,3}?)(\w+)\b(?=([^\S\n]+\w+)?)")


def end_of_unclosed(raw: str, start: int, end: int, words: Words) -> int:
    """Return where the quotation that begins at ``start`` ends, ``end`` at the latest.

    What tells who said it is no part of it (“We will stay, he said.). A fragment of a sentence,
    which begins in small letters, does not go beyond that sentence.
    """
    text = raw[start:end]
    if text.lstrip()[:1].islower():
        stop = _SENTENCE_END.search(text)
        text = text[: stop.end()] if stop else text
    for aside in _ASIDE.finditer(text):
        verb = words.flags.get(plain(aside[2]), 0)
        if not (verb & w.SPEECH and verb & w.FINITE):
            continue
        subject = aside[1].split()
        if subject:
            pronoun = words.genders.get(plain(subject[0])) in ("male", "female", "many", "thing")
            named = all(word[0].isupper() for word in subject)
            spoken = (pronoun and len(subject) == 1) or named
        else:
            after = (aside[3] or "").strip()
            flags = words.flags.get(plain(after), 0)
            spoken = after[:1].isupper() or bool(flags & (w.DETERMINER | w.PRONOUN))
        if spoken:
            return start + aside.start() + 1
    return start + len(text)
