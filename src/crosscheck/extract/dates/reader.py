"""Which rows of time words make one mention? The forms of a language, read from its data.

A text is read in two steps, as in HeidelTime and duckling, but with data alone: one scan finds the
words that matter (months, units, clocks, numbers, "last", "ago" …) and writes one sign for each,
so that a row of neighbours becomes a short string; the forms of the language are regular
expressions over those signs. Anything else between two words breaks the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from crosscheck import language
from crosscheck.extract.dates.expressions import Expression, Word
from crosscheck.extract.dates.lexer import MADE, Lexer

_MARKS = {"-": "hyphen", "–": "hyphen", "‑": "hyphen", "‐": "hyphen", "—": "hyphen", ",": "comma"}
_BREAK = "#"
_ROW = re.compile(r"[^#]+")
_LONGEST_GAP = 16
_SHORT, _MANY = 8, 10_000  # signs of a row that is remembered, and how many rows
_FIRST_SIGN = 0xE000  # private use: no text or regular expression has a meaning for these


class Reader:
    """Finds the expressions of time in texts of one language."""

    def __init__(self, code: str) -> None:
        data = language.section(code, "dates")
        names = dict.fromkeys([*data["words"], *MADE, "comma", "hyphen", *data["gaps"]])
        self._signs = {name: chr(_FIRST_SIGN + at) for at, name in enumerate(names)}
        self._gaps = {mark: self._signs[name] for mark, name in _MARKS.items()} | {"": ""}
        for name, words in data["gaps"].items():
            self._gaps |= {str(word): self._signs[name] for word in words}
        self._alone = frozenset(self._signs[name] for name in data["never_alone"])
        self._lexer = Lexer(code)
        self._meaning = [(form[0], form[1]) for form in data["forms"]]
        forms = (self._regex(form[2], data["parts"]) for form in data["forms"])
        self._forms = re.compile("|".join(f"({form})" for form in forms))
        self._known: dict[str, Sequence[tuple[int, int, int]]] = {}

    def read(self, raw: str, start: int, end: int) -> Iterator[Expression]:
        """Yield the expressions in ``raw[start:end]``, in order, without overlaps."""
        words: list[Word | None] = []  # one entry a sign
        signs: list[str] = []
        before = -1
        for word in self._lexer.scan(raw, start, end):
            for gap in self._gap(raw, before, word.start) if before >= 0 else "":
                signs.append(gap)
                words.append(None)
            signs.append(self._signs[word.name])
            words.append(word)
            before = word.end
        text = "".join(signs)
        for row in _ROW.finditer(text):
            if self._alone.issuperset(row.group()):
                continue
            first = row.start()
            for begin, stop, form in self._matches(row.group()):
                kind, rule = self._meaning[form]
                inside = words[first + begin : first + stop]
                yield Expression(kind, rule, tuple(word for word in inside if word))

    def _matches(self, row: str) -> Sequence[tuple[int, int, int]]:
        """Return where forms match in a row, and which; most rows are short and come often."""
        known = self._known.get(row)
        if known is None:
            found = self._forms.finditer(row)
            known = tuple((*match.span(), (match.lastindex or 1) - 1) for match in found)
            if len(row) <= _SHORT and len(self._known) < _MANY:
                self._known[row] = known
        return known

    def _gap(self, raw: str, start: int, end: int) -> str:
        """Return the signs of what stands between two words ("" for mere white space)."""
        if end - start == 1 and raw[start] == " ":
            return ""
        if end - start > _LONGEST_GAP:
            return _BREAK
        text = raw[start:end]
        if text.count("\n") > 1:
            return _BREAK
        said = " ".join(text.lower().split())
        comma = self._signs["comma"] if said[:2] == ", " else ""
        return comma + self._gaps.get(said[2:] if comma else said, _BREAK)

    def _regex(self, form: str, parts: Mapping[str, str]) -> str:
        """Return a form as a regular expression over signs."""
        while "{" in form:
            form = re.sub(r"\{(\w+)\}", lambda part: f"({parts[part[1]]})", form)
        form = re.sub(r"\((?!\?)", "(?:", form)
        return re.sub(r"[a-z_]+", lambda name: self._signs[name[0]], form).replace(" ", "")


@cache
def reader(code: str) -> Reader:
    """Return the reader of language ``code``, built once."""
    return Reader(code)
