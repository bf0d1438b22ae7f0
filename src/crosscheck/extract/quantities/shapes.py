"""What may a word be, by its shape? Plural nouns, verb forms, adverbs, without a dictionary.

All take the lower-case ``key`` of a word and the language ``code``; the endings and their
exceptions are data.
"""

from __future__ import annotations

from crosscheck.extract.quantities.lexicon import endings, words


def is_plural(key: str, code: str) -> bool:
    """Tell whether the word has the shape of a plural noun."""
    if key.endswith("'"):
        key = key[:-1]  # a possessor
    if key.removesuffix("'s") in words(code, "plurals"):
        return True
    return (
        len(key) > 3
        and key.endswith(endings(code, "plural_endings"))
        and not key.endswith(endings(code, "not_plural_endings"))
        and key not in words(code, "not_plural")
    )


def is_verbal(key: str, code: str) -> bool:
    """Tell whether the word is a known verb form or has the shape of a participle."""
    return key in words(code, "verbs") or is_participle(key, code)


def ends_phrase(key: str, code: str) -> bool:
    """Tell whether a noun phrase ends before the word: a function word or a verb."""
    return key in words(code, "stops") or is_verbal(key, code)


def is_participle(key: str, code: str) -> bool:
    """Tell whether the word has the shape of a participle ("wounded")."""
    return key.endswith(endings(code, "participle_endings")) and key not in words(
        code, "not_participles"
    )


def is_gerund(key: str, code: str) -> bool:
    """Tell whether the word has the shape of a present participle ("serving")."""
    return key.endswith(endings(code, "gerund_endings")) and key not in words(code, "not_gerunds")


def is_adverb(key: str, code: str) -> bool:
    """Tell whether the word has the shape of an adverb ("reportedly")."""
    return key.endswith(endings(code, "adverb_endings")) and key not in words(code, "not_adverbs")
