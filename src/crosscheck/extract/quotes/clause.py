"""What is a sentence made of, for the search for a speaker? Words, names and quotations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.marks import Marked
from crosscheck.extract.quotes.words import Words, plain
from crosscheck.extract.records import Mention

# A word (a negation with its "n't"), a clitic, a mark. Full stops inside a sentence say nothing.
_TOKEN = re.compile(
    r"(\w+n[’']t\b|\w+(?:[-‑.]\w+)*)|((?<=\w)[’'](?:s|d|ve|ll|re|m)?(?!\w))|([,:;()\[\]—–―…|•!?-])"
)
# What is glued to a name ("-based").
_GLUED = re.compile(r"-[^\W\d_]\w*(?:-\w+)*")
_FUNCTION = w.DETERMINER | w.POSSESSIVE | w.PREPOSITION | w.PRONOUN | w.CLAUSE | w.RELATIVE


class Clause:
    """The tokens of a sentence, as parallel lists.

    A name and a quotation are one token each; ``refs`` holds the Mention, or the number of the
    quotation. ``lowers`` is the text in lower case, ``flags`` what the word can be (see words).
    ``alone`` tells that there is nothing but quotations and connectives.
    """

    __slots__ = ("alone", "ends", "flags", "lowers", "quotations", "raw", "refs", "starts", "words")

    def __init__(self, raw: str, words: Words) -> None:
        self.raw = raw
        self.words = words
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.flags: list[int] = []
        self.lowers: list[str] = []
        self.refs: list[Mention | int | None] = []
        self.quotations: dict[int, int] = {}
        self.alone = False

    def __len__(self) -> int:
        return len(self.starts)

    def text(self, first: int, last: int) -> str:
        """Return the source text from token ``first`` to token ``last``, both included."""
        return self.raw[self.starts[first] : self.ends[last]]

    def mention(self, token: int) -> Mention | None:
        """Return the name that ``token`` is, if it is one."""
        found = self.refs[token]
        return found if isinstance(found, Mention) else None

    def add(
        self, span: tuple[int, int], flags: int, lower: str, ref: Mention | int | None = None
    ) -> None:
        """Append a token."""
        self.starts.append(span[0])
        self.ends.append(span[1])
        self.flags.append(flags)
        self.lowers.append(lower)
        self.refs.append(ref)


def read_clause(
    raw: str,
    span: tuple[int, int],
    quotations: Sequence[tuple[int, Marked]],
    mentions: Sequence[Mention],
    words: Words,
) -> Clause:
    """Return the tokens of the sentence at ``span`` of ``raw``.

    ``quotations`` (with their numbers) and ``mentions`` are those of the sentence, each in order;
    a mention inside a quotation is left out.
    """
    clause = Clause(raw, words)
    position, reached = span[0], 0
    for number, quotation in (*quotations, (-1, None)):
        bound = quotation.first if quotation is not None else span[1]
        while reached < len(mentions) and mentions[reached].start < bound:
            mention = mentions[reached]
            reached += 1
            if mention.start >= position and mention.end <= bound:
                if raw[position : mention.start] != " ":
                    read_words(clause, position, mention.start)
                name = (mention.start, mention.end)
                clause.add(name, w.MENTION | w.NAME, "", mention)
                position = mention.end
        if quotation is not None:
            read_words(clause, position, bound)
            clause.quotations[number] = len(clause)
            clause.add((bound, quotation.last), w.QUOTATION, "", number)
            position = quotation.last
    read_words(clause, position, span[1])
    empty = w.QUOTATION | w.MARK | w.CONNECTIVE | w.CONJUNCTION
    clause.alone = all(flags & empty for flags in clause.flags)
    return clause


def read_words(clause: Clause, start: int, end: int) -> None:
    """Append the words and marks of ``raw[start:end]`` to ``clause``."""
    raw, words, add = clause.raw, clause.words, clause.add
    known, longer, adverbs, clitic = words.flags, words.longer, words.adverbs, words.clitic
    position = _read_glued(clause, start, end) if raw[start : start + 1] == "-" else start
    for match in _TOKEN.finditer(raw, start, end):
        span = first, last = match.span()
        if first < position:
            continue
        kind, text = match.lastindex, match.group()
        if kind == 3:
            position = last
            add(span, w.MARK, text)
            continue
        if kind == 2 and raw[last : last + 1].isalnum():
            # The apostrophe of an elision.
            continue
        position = last
        lower = text.lower()
        if "’" in lower:
            lower = plain(lower)
        if lower in longer:
            whole = longer[lower].match(raw, first, end)
            if whole is not None:
                lower, position = plain(whole.group()), whole.end()
                span = first, position
        flags = known.get(lower)
        if flags is None:
            hyphened = "-" in lower
            inverted = clitic.search(lower) if clitic is not None and hyphened else None
            if inverted is not None and inverted.start():
                verb, middle = lower[: inverted.start()], first + inverted.start()
                add((first, middle), known.get(verb, 0), verb)
                first, lower = first + inverted.start(1), inverted[1]
                span, flags = (first, last), known.get(lower, 0)
            else:
                flags = w.BETWEEN if len(lower) > 3 and lower.endswith(adverbs) else 0
                if hyphened and words.age_endings and lower.endswith(words.age_endings):
                    flags = w.ROLE
        if text[0].isupper():
            # "May", "Will" and "Italy" within a sentence are names; "The" is none anywhere.
            flags = flags & ~w.BETWEEN if clause.starts else flags
            flags |= 0 if flags & _FUNCTION else w.NAME
        add(span, flags, lower)


def _read_glued(clause: Clause, start: int, end: int) -> int:
    """Append what a hyphen glues to a name ("X-based"), and return where it ends."""
    glued = _GLUED.match(clause.raw, start, end)
    if glued is None or not clause.refs or clause.refs[-1] is None:
        return start
    clause.add(glued.span(), w.NAME, glued.group().lower())
    return glued.end()
