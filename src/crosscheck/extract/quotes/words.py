"""What does a word tell about who speaks? A language's ``quotes`` section, ready for look-up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from crosscheck import language
from crosscheck.extract.quotes.inflect import all_forms

# What a token can be; a word may be several of them ("report" is a cue and a document).
SPEECH = 1 << 0
STANCE = 1 << 1
BASE = 1 << 2
PRESENT = 1 << 3
PAST = 1 << 4
PARTICIPLE = 1 << 5
PASSIVE = 1 << 6
BETWEEN = 1 << 7
CLAUSE = 1 << 8
CONJUNCTION = 1 << 9
RELATIVE = 1 << 10
AGENT = 1 << 11
INFINITIVE = 1 << 12
PREPOSITION = 1 << 13
DETERMINER = 1 << 14
DEFINITE = 1 << 15
POSSESSIVE = 1 << 16
GENITIVE = 1 << 17
PRONOUN = 1 << 18
SAYING = 1 << 19
DOCUMENT = 1 << 20
BODY = 1 << 21
ROLE = 1 << 22
CONNECTIVE = 1 << 23
PHRASE = 1 << 24
NAMING = 1 << 25
HEARSAY = 1 << 26
NAME = 1 << 27
MENTION = 1 << 28
QUOTATION = 1 << 29
MARK = 1 << 30
TIME = 1 << 31
HEARER = 1 << 32
WILL = 1 << 33
SKIP = BETWEEN | TIME
CUE = SPEECH | STANCE
FINITE = PRESENT | PAST
NOUN = SAYING | DOCUMENT | BODY | ROLE

_STRENGTH_FLAGS = {"speech": SPEECH, "judgement": STANCE, "will": STANCE | WILL}
_SLOT_FLAGS = {"base": BASE, "present": PRESENT, "past": PAST, "participle": PARTICIPLE}


@dataclass(frozen=True)
class Words:
    """One language's words: flags of each, longer expressions, genders, and the marks.

    ``flags`` maps a lower-case word or expression to what it can be; ``longer`` maps the first
    word of an expression to its full forms, longest first; ``genders`` maps pronouns, possessives,
    roles and given names to male, female, thing, many, self or any.
    """

    flags: dict[str, int]
    longer: dict[str, tuple[str, ...]]
    genders: dict[str, str]
    adverb: re.Pattern[str] | None
    clitic: re.Pattern[str] | None
    double: tuple[tuple[str, str], ...]
    single: tuple[tuple[str, str], ...]
    elisions: frozenset[str]
    after_closing: frozenset[str]
    mouthpieces: frozenset[str]
    as_words: frozenset[str]
    past: tuple[str, ...]
    participles: tuple[str, ...]
    anonymous: frozenset[str]
    same_role: dict[str, str]

    def is_adverb(self, word: str) -> bool:
        """Tell whether the lower-case ``word`` is an adverb by its ending."""
        return self.adverb is not None and self.adverb.search(word) is not None


@cache
def words_of(code: str) -> Words:
    """Return the words of language ``code``."""
    data = language.section(code, "quotes")
    flags: dict[str, int] = {}

    def add(terms: Iterable[str], flag: int) -> None:
        for term in terms:
            plain = term.replace("’", "'")
            flags[plain] = flags.get(plain, 0) | flag

    for strength, lemmas in data["cues"].items():
        for form, slot, _ in all_forms(lemmas, data):
            add([form], _STRENGTH_FLAGS[strength] | _SLOT_FLAGS[slot])
    for slot, phrases in data["cue_phrases"].items():
        add(phrases, SPEECH | _SLOT_FLAGS[slot])
    add((form for form, _, _ in all_forms(data["hearers"], data)), HEARER)
    for key, flag in {
        "hearsay": HEARSAY, "phrases": PHRASE, "passive": PASSIVE, "between": BETWEEN,
        "clauses": CLAUSE, "conjunctions": CONJUNCTION, "relatives": RELATIVE, "agents": AGENT,
        "infinitives": INFINITIVE, "prepositions": PREPOSITION, "determiners": DETERMINER,
        "definite": DEFINITE, "possessives": POSSESSIVE, "genitives": GENITIVE,
        "pronouns": PRONOUN, "sayings": SAYING, "documents": DOCUMENT, "bodies": BODY,
        "roles": ROLE, "connectives": CONNECTIVE, "naming": NAMING, "times": TIME,
    }.items():  # fmt: skip
        add(data[key], flag)
    longer: dict[str, list[str]] = {}
    for term in flags:
        first = re.match(r"\w+", term)
        if first is not None and first.group() != term and not re.fullmatch(_WORD, term):
            longer.setdefault(first.group(), []).append(term)
    genders = {**data["pronouns"], **data["possessives"], **data["roles"]}
    for every in language.languages():
        for gender, names in language.section(every, "quotes")["forenames"].items():
            for name in names:
                genders.setdefault(name.lower(), gender)
    endings, clitics = data["adverb_endings"], data["clitics"]
    return Words(
        flags=flags,
        longer={
            first: tuple(sorted(terms, key=len, reverse=True)) for first, terms in longer.items()
        },
        genders=genders,
        adverb=re.compile(rf"\w\w(?:{'|'.join(endings)})\Z") if endings else None,
        clitic=re.compile(rf"(?:-t)?-({'|'.join(clitics)})\Z") if clitics else None,
        double=tuple((opening, closing) for opening, closing in data["marks"]["double"]),
        single=tuple((opening, closing) for opening, closing in data["marks"]["single"]),
        elisions=frozenset(data["elisions"]),
        after_closing=frozenset(data["after_closing"]),
        mouthpieces=frozenset(data["mouthpieces"]),
        as_words=frozenset(data["as_words"]),
        past=tuple(data["past_endings"]),
        participles=tuple(data["participle_endings"]),
        anonymous=frozenset(data["anonymous"]),
        same_role=dict(data["same_role"]),
    )


_WORD = r"\w+(?:[-‑.]\w+)*"
