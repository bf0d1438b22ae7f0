"""A sentence as the search for a speaker sees it: words with what they can be, names, quotations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.marks import Marked
from crosscheck.extract.quotes.words import Words
from crosscheck.extract.records import Mention

# A word (a negation with its "n't"), a clitic, a mark. Full stops inside a sentence say nothing.
_TOKEN = re.compile(
    r"(\w+n[’']t\b|\w+(?:[-‑.]\w+)*)|((?<=\w)[’'](?:s|d|ve|ll|re|m)?(?!\w))|([,:;()\[\]—–…|•!?-])"
)


class Clause:
    """The tokens of a sentence, as parallel lists.

    A name and a quotation are one token each; ``refs`` holds the Mention, or the number of the
    quotation. ``lowers`` is the text in lower case, ``flags`` what the word can be (see words).
    """

    __slots__ = ("ends", "flags", "lowers", "raw", "refs", "starts", "words")

    def __init__(self, raw: str, words: Words) -> None:
        self.raw = raw
        self.words = words
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.flags: list[int] = []
        self.lowers: list[str] = []
        self.refs: list[Mention | int | None] = []

    def __len__(self) -> int:
        return len(self.starts)

    def text(self, first: int, last: int) -> str:
        """Return the source text from token ``first`` to token ``last``, both included."""
        return self.raw[self.starts[first] : self.ends[last]]

    def mention(self, token: int) -> Mention | None:
        """Return the name that ``token`` is, if it is one."""
        found = self.refs[token]
        return found if isinstance(found, Mention) else None

    def quotation_token(self, number: int) -> int | None:
        """Return the token that is quotation ``number``."""
        return self.refs.index(number) if number in self.refs else None

    def add(
        self, start: int, end: int, flags: int, lower: str, ref: Mention | int | None = None
    ) -> None:
        """Append a token."""
        self.starts.append(start)
        self.ends.append(end)
        self.flags.append(flags)
        self.lowers.append(lower)
        self.refs.append(ref)


def read_clause(
    raw: str,
    start: int,
    end: int,
    quotations: Sequence[tuple[int, Marked]],
    mentions: Sequence[Mention],
    words: Words,
) -> Clause:
    """Return the tokens of ``raw[start:end]``.

    ``quotations`` (with their numbers) and ``mentions`` are those of the sentence, each in order;
    a mention inside a quotation is left out.
    """
    clause = Clause(raw, words)
    position, reached = start, 0
    for number, quotation in (*quotations, (-1, None)):
        bound = quotation.first if quotation is not None else end
        while reached < len(mentions) and mentions[reached].start < bound:
            mention = mentions[reached]
            reached += 1
            if mention.start >= position and mention.end <= bound:
                read_words(clause, position, mention.start)
                clause.add(mention.start, mention.end, w.MENTION | w.NAME, "", mention)
                position = mention.end
        if quotation is not None:
            read_words(clause, position, bound)
            clause.add(bound, quotation.last, w.QUOTATION, "", number)
            position = quotation.last
    read_words(clause, position, end)
    return clause


def read_words(clause: Clause, start: int, end: int) -> None:
    """Append the words and marks of ``raw[start:end]``."""
    raw, words = clause.raw, clause.words
    known, longer = words.flags, words.longer
    position = start
    for match in _TOKEN.finditer(raw, start, end):
        first, last = match.span()
        if first < position:
            continue
        text = match.group()
        lower = _plain(text)
        if match.lastindex == 3:
            clause.add(first, last, w.MARK, text)
            continue
        for term in longer.get(lower, ()):
            stop = first + len(term)
            if (
                stop <= end
                and _plain(raw[first:stop]) == term
                and not raw[stop : stop + 1].isalnum()
            ):
                lower, last = term, stop
                break
        position = last
        if words.clitic is not None and "-" in lower:
            glued = words.clitic.search(lower)
            if glued is not None and glued.start():
                middle = first + glued.start()
                clause.add(
                    first, middle, known.get(lower[: glued.start()], 0), lower[: glued.start()]
                )
                clause.add(first + glued.start(1), last, known.get(glued[1], 0), glued[1])
                continue
        flags = known.get(lower)
        if text[0].isupper():
            # "May" and "Will" within a sentence are names.
            flags = ((flags or 0) & ~w.BETWEEN if len(clause) else flags or 0) | w.NAME
        elif flags is None:
            flags = w.BETWEEN if words.is_adverb(lower) else 0
        clause.add(first, last, flags, lower)


def _plain(text: str) -> str:
    """Return ``text`` as the word lists have it: in lower case, with straight apostrophes."""
    return text.lower().replace("’", "'")
