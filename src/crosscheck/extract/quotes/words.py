"""What does a word tell about who speaks? A language's ``quotes`` section, ready for look-up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from crosscheck import language
from crosscheck.extract.quotes.inflect import all_forms

# What a token can be; a word may be several of them ("report" is a cue and a document).
(
    SPEECH, STANCE, WILL, BASE, PRESENT, PAST, PERFECT, PARTICIPLE, HEARER, HEARSAY, NAMING,
    PASSIVE, BETWEEN, TIME, CLAUSE, CONJUNCTION, RELATIVE, AGENT, INFINITIVE, PREPOSITION,
    DETERMINER, DEFINITE, POSSESSIVE, GENITIVE, PRONOUN, SAYING, DOCUMENT, BODY, ROLE,
    CONNECTIVE, PHRASE, NAME, MENTION, QUOTATION, MARK, VERB,
) = (1 << bit for bit in range(36))  # fmt: skip
CUE = SPEECH | STANCE
FINITE = PRESENT | PAST
NOUN = SAYING | DOCUMENT | BODY | ROLE
SKIP = BETWEEN | TIME

_SLOTS = {
    "base": BASE,
    "present": PRESENT,
    "past": PAST,
    "perfect": PAST | PERFECT,
    "participle": PARTICIPLE,
}
_STRENGTHS = {"speech": SPEECH, "judgement": STANCE, "will": STANCE | WILL}
_LISTS = {
    "hearsay": HEARSAY, "phrases": PHRASE, "passive": PASSIVE, "between": BETWEEN, "times": TIME,
    "clauses": CLAUSE, "conjunctions": CONJUNCTION, "relatives": RELATIVE, "agents": AGENT,
    "infinitives": INFINITIVE, "prepositions": PREPOSITION, "determiners": DETERMINER,
    "definite": DEFINITE, "possessives": POSSESSIVE, "genitives": GENITIVE, "pronouns": PRONOUN,
    "sayings": SAYING, "documents": DOCUMENT, "bodies": BODY, "roles": ROLE,
    "connectives": CONNECTIVE, "naming": NAMING, "verbs": VERB,
}  # fmt: skip
_ONE_WORD = re.compile(r"\w+(?:[-‑.]\w+)*")


@dataclass(frozen=True, eq=False)
class Words:
    """One language's words.

    ``flags`` maps a lower-case word or expression to what it can be, ``longer`` the first word of
    an expression to a pattern of its full forms; ``genders`` maps pronouns, possessives, roles
    and given names to male, female, thing, many, self or any. ``double`` and ``single`` are the
    pairs of quotation marks. The other fields are lists of the section, told there.
    """

    flags: dict[str, int]
    longer: dict[str, re.Pattern[str]]
    genders: dict[str, str]
    double: tuple[tuple[str, str], ...]
    single: tuple[tuple[str, str], ...]
    adverbs: tuple[str, ...]
    clitic: re.Pattern[str] | None
    past_endings: tuple[str, ...]
    finite_endings: tuple[str, ...]
    participle_endings: tuple[str, ...]
    elisions: frozenset[str]
    after_closing: frozenset[str]
    as_words: frozenset[str]
    views: frozenset[str]
    whose: frozenset[str]
    captions: frozenset[str]
    so_words: frozenset[str]
    peoples: frozenset[str]
    plurals: tuple[str, ...]
    mute: frozenset[str]
    accounts: frozenset[str]
    displays: frozenset[str]
    before_name: frozenset[str]
    name_words: frozenset[str]
    denials: frozenset[str]
    parts: frozenset[str]
    same: frozenset[str]
    ranks: frozenset[str]
    offices_of: frozenset[str]
    drafts: frozenset[str]
    posts: frozenset[str]
    arrivals: frozenset[str]
    fronts: frozenset[str]
    before_inverted: frozenset[str]
    impersonal: frozenset[str]
    standalone: frozenset[str]
    named_things: frozenset[str]
    outcries: frozenset[str]
    carried: frozenset[str]
    occasions: frozenset[str]
    age_endings: tuple[str, ...]
    mouthpieces: frozenset[str]
    anonymous: frozenset[str]
    collectives: frozenset[str]
    issuers: frozenset[str]
    unissued: frozenset[str]
    same_role: dict[str, str]
    body_names: dict[str, str]
    of_two: dict[str, str]
    offices: dict[str, frozenset[str]]
    credits: frozenset[str]
    letters: frozenset[str]
    written: frozenset[str]
    pluperfect: frozenset[str]
    seated: frozenset[str]
    at_places: frozenset[str]
    outlets: frozenset[str]
    circumstances: frozenset[str]
    countries: frozenset[str]
    consulted: frozenset[str]
    joint: frozenset[str]
    deeds: frozenset[str]
    grammatical: frozenset[str]
    conditions: frozenset[str]
    opinions: frozenset[str]

    def is_adverb(self, word: str) -> bool:
        """Tell whether the lower-case ``word`` is an adverb by its ending."""
        return len(word) > 3 and word.endswith(self.adverbs)

    def role_of(self, word: str) -> str:
        """Return the name under which a function goes with others that are the same."""
        return self.same_role.get(word, word)

    def is_title(self, text: str) -> bool:
        """Tell whether ``text`` holds nothing but titles and functions, or nothing at all."""
        return all(self.flags.get(word.lower().rstrip("."), 0) & ROLE for word in text.split())


@cache
def words_of(code: str) -> Words:
    """Return the words of language ``code``."""
    data = language.section(code, "quotes")
    flags = _flags(data)
    longer: dict[str, list[str]] = {}
    for term in flags:
        first = _ONE_WORD.match(term)
        if first is not None and not _ONE_WORD.fullmatch(term):
            longer.setdefault(first.group(), []).append(term)
    clitics = "|".join(data["clitics"])
    return Words(
        flags=flags,
        longer={key: _any_of(terms) for key, terms in longer.items()},
        genders=_genders(data),
        double=tuple((opening, closing) for opening, closing in data["marks"]["double"]),
        single=tuple((opening, closing) for opening, closing in data["marks"]["single"]),
        adverbs=tuple(data["adverb_endings"]),
        clitic=re.compile(rf"(?:-t)?-({clitics})\Z") if clitics else None,
        past_endings=tuple(data["past_endings"]),
        finite_endings=tuple(data["finite_endings"]),
        participle_endings=tuple(data["participle_endings"]),
        elisions=frozenset(data["elisions"]),
        after_closing=frozenset(data["after_closing"]),
        as_words=frozenset(data["as_words"]),
        views=frozenset(data["views"]),
        whose=frozenset(data["whose"]),
        captions=frozenset(data["captions"]),
        so_words=frozenset(data["so_words"]),
        peoples=frozenset(data["peoples"]),
        plurals=tuple(data["plural_endings"]),
        mute=frozenset(data["mute"]),
        accounts=frozenset(data["accounts"]),
        displays=frozenset(data["displays"]),
        before_name=frozenset(data["before_name"]),
        name_words=frozenset(data["name_words"]),
        denials=frozenset(data["denials"]),
        parts=frozenset(data["parts"]),
        same=frozenset(data["same"]),
        ranks=frozenset(data["ranks"]),
        offices_of=frozenset(data["offices_of"]),
        drafts=frozenset(data["drafts"]),
        posts=frozenset(data["posts"]),
        arrivals=frozenset(data["arrivals"]),
        fronts=frozenset(data["fronts"]),
        before_inverted=frozenset(data["before_inverted"]),
        impersonal=frozenset(data["impersonal"]),
        standalone=frozenset(data["standalone"]),
        named_things=frozenset(data["named_things"]),
        outcries=frozenset(data["outcries"]),
        carried=frozenset([*data["displays"], *data["outcries"]]),
        occasions=frozenset(data["occasions"]),
        age_endings=tuple(data["age_endings"]),
        mouthpieces=frozenset(data["mouthpieces"]),
        anonymous=frozenset(data["anonymous"]),
        collectives=frozenset(data["collectives"]),
        issuers=frozenset(data["issuers"]),
        unissued=frozenset(data["unissued"]),
        same_role=dict(data["same_role"]),
        body_names=dict(data["body_names"]),
        of_two=dict(data["of_two"]),
        offices={office: frozenset(roles) for office, roles in data["offices"].items()},
        credits=frozenset(data["credits"]),
        letters=frozenset(data["letters"]),
        written=frozenset(data["written"]),
        pluperfect=frozenset(data["pluperfect"]),
        seated=frozenset(data["seated"]),
        at_places=frozenset(data["at_places"]),
        countries=frozenset(data["countries"]),
        circumstances=frozenset(data["circumstances"]),
        outlets=frozenset(data["outlets"]),
        consulted=frozenset(data["consulted"]),
        joint=frozenset(data["joint"]),
        deeds=frozenset(data["deeds"]),
        grammatical=frozenset(data["grammatical"]),
        conditions=frozenset(data["conditions"]),
        opinions=frozenset(data["opinions"]),
    )


def _any_of(terms: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of whole expressions in any case, the longest that fits first."""
    longest = sorted(terms, key=lambda term: (-len(term), term))
    forms = "|".join(re.escape(term).replace("'", "['’]") for term in longest)
    return re.compile(rf"(?:{forms})(?![^\W_])", re.IGNORECASE)


def plain(text: str) -> str:
    """Return ``text`` as the word lists have it: in lower case, with straight apostrophes."""
    lower = text.lower()
    return lower.replace("’", "'") if "’" in lower else lower


def _flags(data: dict[str, Any]) -> dict[str, int]:
    """Return what each word and expression of the section can be."""
    flags: dict[str, int] = {}

    def add(terms: Iterable[str], flag: int) -> None:
        for term in terms:
            flags[plain(term)] = flags.get(plain(term), 0) | flag

    for strength, lemmas in data["cues"].items():
        for form, slot in all_forms(lemmas, data):
            add([form], _STRENGTHS[strength] | _SLOTS[slot])
    for slot, phrases in data["cue_phrases"].items():
        add(phrases, SPEECH | _SLOTS[slot])
    add((form for form, _ in all_forms(data["hearers"], data)), HEARER)
    for key, flag in _LISTS.items():
        add(data[key], flag)
    add(_plurals(data), ROLE)
    for noun in data["not_adverbs"]:
        # Known, so that its ending does not make it an adverb.
        flags.setdefault(plain(noun), 0)
    return flags


def _plurals(data: dict[str, Any]) -> list[str]:
    """Return the plurals of the functions of single persons."""
    single = [role for role, gender in data["roles"].items() if gender != "many"]
    endings = data["plural_endings"]
    made = [role + ending for role in single for ending in endings if not role.endswith(ending)]
    return [plural for plural in made if plural not in data["roles"]]


def _genders(data: dict[str, Any]) -> dict[str, str]:
    """Return the genders of one language's words, and of the given names of all languages."""
    genders: dict[str, str] = dict.fromkeys(_plurals(data), "many")
    genders.update({**data["pronouns"], **data["possessives"], **data["roles"]})
    for code in language.languages():
        for gender, names in language.section(code, "quotes")["forenames"].items():
            for name in names:
                genders.setdefault(name.lower(), gender)
    return genders
