"""Who says a quotation that no listed verb of speech goes with?"""

from __future__ import annotations

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.clause import Clause
from crosscheck.extract.quotes.leading import Attribution
from crosscheck.extract.quotes.sources import (
    SOMEONE,
    Source,
    names_person,
    noun_after,
    noun_before,
    owner_of_saying,
)
from crosscheck.extract.quotes.subjects import main_subject
from crosscheck.extract.quotes.trailing import first_word
from crosscheck.extract.quotes.verbs import (
    DASHES,
    REACH,
    agrees,
    is_passive,
    is_verb,
    subject_of,
)
from crosscheck.extract.quotes.words import plain

_PERSONS = ("name", "pronoun", "role")
_LONGEST_NAME = 6
_NO_VERB = w.MARK | w.CLAUSE | w.PREPOSITION | w.QUOTATION | w.NAMING


def adverbial(clause: Clause, quotation: int) -> Attribution | None:
    """Return the subject of a verb whose adverb is in marks: "X “completely” rejected y"."""
    cue = quotation + 1
    while cue < len(clause) and clause.flags[cue] & w.SKIP:
        cue += 1
    if cue >= len(clause) or not is_verb(clause, cue) or clause.flags[cue] & w.PARTICIPLE:
        return None
    source = subject_of(clause, quotation)
    if source is None or source.kind not in SOMEONE:
        return None
    return Attribution(source, cue, "adverbial")


def by_label(clause: Clause, quotation: int) -> Attribution | None:
    """Return the name that stands with a colon right before a quotation ("X: “…”"), or None."""
    if quotation < 2 or clause.lowers[quotation - 1] != ":":
        return None
    found = noun_before(clause, quotation - 2)
    if found is None or found.kind not in ("name", "document", "role"):
        return None
    if _is_place_label(clause, found, quotation):
        return None
    comma = found.first > 1 and clause.lowers[found.first - 1] == ","
    aside = comma and found.kind != "document" and not names_person(clause, found)
    holder = noun_before(clause, found.first - 2) if aside else None
    if holder is not None and names_person(clause, holder):
        # "X, minister of Y: “…”"
        found = holder
    start = found.first
    if start and clause.flags[start - 1] & w.PREPOSITION:
        # "From the report: “…”"
        start -= 1
    alone = start == 0 or clause.flags[start - 1] & w.MARK
    return Attribution(owner_of_saying(clause, found), -1, "colon") if alone else None


def _is_place_label(clause: Clause, source: Source, quotation: int) -> bool:
    """Tell whether a name with a colon tells where, not who ("Northland: “…”")."""
    mention = clause.mention(source.head)
    place = mention is not None and mention.label in ("GPE", "LOC")
    return place and source.last == quotation - 2


def by_colon(clause: Clause, quotation: int) -> Attribution | None:
    """Return the source of a quotation beside a bare colon or dash, or None.

    "X was blunt: “…”", "“…”: X", "“…” — X, of Y", and the headline "X: the “…” of y".
    """
    if quotation and clause.lowers[quotation - 1] == ":":
        credit = by_credit(clause, quotation + 1)
        if credit is not None:
            # "Also read: “…” – X on y"
            return credit
        source = main_subject(clause, quotation)
        direct = noun_before(clause, quotation - 2)
        person = source is not None and (source.kind == "pronoun" or names_person(clause, source))
        if not person and direct is not None and names_person(clause, direct):
            source = direct
        source = owner_of_saying(clause, source) if source is not None else None
        last = clause.mention(quotation - 2) if quotation > 1 else None
        if not person and last is not None and last.label == "PERSON":
            # "Same tone from X: “…”"
            source = Source(quotation - 2, quotation - 2, "name", quotation - 2, quotation - 2)
        if source is None or _is_place_label(clause, source, quotation):
            return None
        return Attribution(source, -1, "colon")
    credit = by_credit(clause, quotation + 1) or _by_colon_clause(clause, quotation + 1)
    if credit is not None:
        return credit
    label = noun_after(clause, 0)
    if label is None or label.last + 1 >= quotation or not names_person(clause, label):
        return None
    return Attribution(label, -1, "label") if clause.lowers[label.last + 1] == ":" else None


def _by_colon_clause(clause: Clause, colon: int) -> Attribution | None:
    """Return who says something in what follows a colon: "“…”: thus X described it", or None."""
    if colon >= len(clause) or clause.lowers[colon] != ":":
        return None
    for cue in range(colon + 2, min(len(clause), colon + REACH)):
        flags = clause.flags[cue]
        if not (flags & w.CUE and flags & w.FINITE and is_verb(clause, cue)):
            continue
        source = subject_of(clause, cue)
        if source is None or is_passive(clause, cue) or not agrees(clause, cue, source):
            return None
        return Attribution(source, cue, "colon_clause") if source.kind in SOMEONE else None
    return None


def by_credit(clause: Clause, mark: int) -> Attribution | None:
    """Return the name after the colon or dash at token ``mark``: "“…” — X, of Y", or None."""
    if mark >= len(clause) or clause.lowers[mark] not in (":", "|", *DASHES):
        return None
    source = noun_after(clause, mark + 1)
    if source is None or source.kind not in ("name", "body"):
        return None
    if source.kind == "body" and not _tells_which(clause, source):
        return None
    if source.tail < source.last and clause.flags[source.tail + 1] & w.PREPOSITION:
        source = source._replace(last=source.tail)
        return Attribution(source, -1, "credit")
    rest = clause.lowers[source.last + 1] if source.last + 1 < len(clause) else ","
    return Attribution(source, -1, "credit") if rest in (",", "(") else None


def _tells_which(clause: Clause, source: Source) -> bool:
    """Tell whether a body has a name before its noun ("the X junta"), and is all in front."""
    return any(clause.flags[t] & w.NAME for t in range(source.first, source.head))


def by_comma(clause: Clause, quotation: int, *, opens: bool, closes: bool) -> Attribution | None:
    """Return the source next to the comma of a whole quotation whose verb is in no list, or None.

    ``opens``: the quotation begins like a sentence; ``closes``: it ends in a comma.
    "X cracked, “…”", "“…,” X riffed", "“…,” scoffed X".
    """
    token = first_word(clause, quotation + 1) if closes else None
    if token is not None:
        source = noun_after(clause, token)
        thing = clause.words.genders.get(clause.lowers[token]) == "thing"
        if source is not None and source.kind in _PERSONS and not thing:
            verb = source.last + 1
            if verb < len(clause) and not clause.flags[verb] & _NO_VERB:
                return Attribution(source, verb, "comma")
        unknown = not clause.flags[token]
        if unknown and clause.lowers[token].endswith(clause.words.past_endings):
            source = noun_after(clause, token + 1)
            if source is not None and source.kind == "name":
                return Attribution(source, token, "comma")
    if opens and quotation > 1 and clause.lowers[quotation - 1] == ",":
        source = main_subject(clause, quotation)
        if source is not None and source.kind in _PERSONS and source.last + 2 < quotation:
            return Attribution(source, quotation - 2, "comma")
    return None


def by_quoted_verb(clause: Clause, quotation: int, text: str) -> Attribution | None:
    """Return the subject of a verb that stands inside the marks: "X “takes note” of y", or None.

    Not where a verb of speech follows, whose subject says it all: "The rebels “have fled,” X said."
    """
    first = plain(text.split(maxsplit=1)[0].strip(",.;:"))
    flags = clause.words.flags.get(first, 0)
    verb = flags & (w.PASSIVE | w.BETWEEN | w.VERB | w.PRESENT | w.PAST)
    verb = verb or _acts(clause, text)
    rest = clause.flags[quotation + 1 : quotation + 1 + REACH]
    if not verb or any(f & w.SPEECH and f & w.FINITE for f in rest):
        return None
    source = subject_of(clause, quotation)
    if source is None or source.kind not in SOMEONE:
        return None
    if source.kind == "pronoun" and not (flags & w.CUE or _acts(clause, text)):
        return None
    opens = source.first == 0 or clause.flags[source.first - 1] & (w.MARK | w.CONJUNCTION)
    return Attribution(source, -1, "verb") if opens else None


def _acts(clause: Clause, text: str) -> bool:
    """Tell whether words begin with a verb in the past and its object ("expressed their will")."""
    first, _, rest = text.partition(" ")
    follows = clause.words.flags.get(plain(rest.split(" ", 1)[0]), 0)
    owned = follows & (w.DETERMINER | w.POSSESSIVE) and not follows & w.CLAUSE
    return bool(owned) and first.endswith(clause.words.past_endings) and first.islower()


def by_view(clause: Clause, quotation: int) -> Attribution | None:
    """Return whose view opens the sentence ("For X, of Y, “…”", "For X, it is “…”"), or None."""
    if _is_opinion(clause, quotation):
        # "In her opinion, Y “…”"
        return Attribution(Source(1, 2, "pronoun", 1, 1), 2, "phrase")
    if quotation < 3 or clause.lowers[0] not in clause.words.views:
        return None
    source = noun_after(clause, 1)
    if source is None or source.kind not in SOMEONE or source.last + 1 >= quotation:
        return None
    mention = clause.mention(source.head)
    place = mention is not None and mention.label in ("GPE", "LOC", "NORP")
    touches = clause.lowers[quotation - 1] == ","
    set_off = clause.lowers[source.last + 1] == "," and (touches or not place)
    return Attribution(source, 0, "phrase") if set_off else None


def _is_opinion(clause: Clause, quotation: int) -> bool:
    """Tell whether a sentence opens with "in her view", and nobody else speaks in it."""
    if quotation < 4 or not clause.flags[0] & w.PREPOSITION or not clause.flags[1] & w.POSSESSIVE:
        return False
    if clause.lowers[2] not in clause.words.opinions or clause.lowers[3] != ",":
        return False
    return not any(flags & w.SPEECH and flags & w.FINITE for flags in clause.flags[4:quotation])


def by_subject(clause: Clause, quotation: int) -> Attribution | None:
    """Return the person that the sentence is about: "X landed a dig at “the …”", else None."""
    source = main_subject(clause, quotation)
    if source is None or source.last + 1 >= quotation:
        return None
    gender = clause.words.genders.get(clause.lowers[source.head])
    he_or_she = source.kind == "pronoun" and gender in ("male", "female")
    definite = clause.flags[source.first] & w.DEFINITE
    holder = source.kind == "role" and definite and gender != "many"
    someone = he_or_she or holder or names_person(clause, source)
    return Attribution(source, -1, "subject") if someone else None


def is_named(clause: Clause, quotation: int, text: str) -> bool:
    """Tell whether the words in marks are a name that something is given, not what somebody said.

    "a group known as the “X”", "the collective “X of Y”".
    """
    words, token = clause.words, quotation - 1
    while token >= 0 and (
        clause.flags[token] & w.DETERMINER or clause.lowers[token] in words.as_words
    ):
        token -= 1
    if token < 0:
        return False
    if clause.flags[token] & w.NAMING and clause.flags[token] & (w.PAST | w.PERFECT):
        return True
    short = len(text.split()) <= _LONGEST_NAME and text[:1].isupper() and text[-1:].isalnum()
    return short and token == quotation - 1 and clause.lowers[token] in words.named_things


def is_title(clause: Clause, quotation: int, text: str) -> bool:
    """Tell whether the words in marks are the name of a work: in capitals, within a sentence."""
    words = text.split()
    names = [word for word in words if len(word) > 3]
    if quotation == 0 or len(words) < 2 or not names or text[-1:] in "!?":
        return False
    if not text[0].isupper() or not all(n[0].isupper() or n[0].isdigit() for n in names):
        return False
    before = clause.flags[quotation - 1]
    carried = clause.words.carried
    if any(lower in carried for lower in clause.lowers[max(0, quotation - 2) : quotation]):
        return False
    if clause.lowers[quotation - 1] in clause.words.as_words:
        return True
    if before & (w.MARK | w.CLAUSE | w.QUOTATION):
        return False
    return not before & w.CUE or bool(before & w.HEARER)
