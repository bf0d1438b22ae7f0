"""Which words speak of time, and which rows of them make one mention? Read from language data.

A text is read in two steps, as in HeidelTime and duckling, but with data alone: one scan finds the
words that matter (months, units, clocks, numbers, "last", "ago" …) and writes one sign for each,
so that a row of neighbours becomes a short string; the forms of the language are regular
expressions over those signs. Anything else between two words breaks the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from crosscheck import language
from crosscheck.extract.dates.clock import clock_pattern
from crosscheck.extract.numbers import GAP, any_of, number_words_pattern, parse_number_words

# Classes that the scan makes of digits and number words; all others are named by the data.
_MADE = ("iso", "numeric", "clock", "decade", "year", "ordinal", "dom", "num", "article")
_MARKS = {"-": "hyphen", "–": "hyphen", "‑": "hyphen", "‐": "hyphen", "—": "hyphen", ",": "comma"}
_BREAK = "#"
_LONGEST_GAP = 14
_HALF = re.compile(r"[ -]1/2|½")
_FOLLOWED = re.compile(r"[^\S\n]*\w")
_PARTS = re.compile(r"[\s‐‑-]+")
_FIRST_SIGN = 0xE000  # private use: no text or regular expression has a meaning for these


class Word(NamedTuple):
    """One word that matters: its class, its place, and what it stands for."""

    name: str
    start: int
    end: int
    value: Any


class Expression(NamedTuple):
    """A row of words that one form takes for a mention, not yet normalised."""

    start: int
    end: int
    kind: str
    rule: str
    words: tuple[Word, ...]

    def first(self, *names: str) -> Word | None:
        """Return the first word of one of these classes."""
        return next((word for word in self.words if word.name in names), None)

    def value(self, *names: str) -> Any:
        """Return what the first word of one of these classes stands for, or None."""
        word = self.first(*names)
        return None if word is None else word.value

    def all(self, *names: str) -> list[Word]:
        """Return all words of these classes."""
        return [word for word in self.words if word.name in names]


class Reader:
    """Finds the expressions of time in texts of one language."""

    def __init__(self, code: str) -> None:
        data = language.section(code, "dates")
        self.code = code
        self.data = data
        self._table = _table(data, language.section(code, "numbers")["ordinals"])
        names = [*data["words"], *_MADE, "comma", "hyphen", *data["gaps"]]
        self._signs = {name: chr(_FIRST_SIGN + at) for at, name in enumerate(dict.fromkeys(names))}
        self._gaps = {mark: self._signs[name] for mark, name in _MARKS.items()} | {"": ""}
        for name, words in data["gaps"].items():
            self._gaps |= {str(word): self._signs[name] for word in words}
        self._at_clause_end = frozenset(data["at_clause_end"])
        self._lexer = re.compile(_lexer(code, data))
        self._meaning = [(form[0], form[1]) for form in data["forms"]]
        forms = (self._regex(form[2], data["parts"]) for form in data["forms"])
        self._forms = re.compile("|".join(f"({form})" for form in forms))

    def read(self, raw: str, start: int, end: int) -> Iterator[Expression]:
        """Yield the expressions in ``raw[start:end]``, in order, without overlaps."""
        words: list[Word | None] = []  # one entry a sign
        signs: list[str] = []
        before = -1
        for match in self._lexer.finditer(raw, start, end):
            word = self._word(match)
            if word is None:
                continue
            if before >= 0:
                gap = self._gap(raw, before, word.start)
                if gap:
                    signs.append(gap)
                    words.append(None)
            signs.append(self._signs[word.name])
            words.append(word)
            before = word.end
        for match in self._forms.finditer("".join(signs)):
            kind, rule = self._meaning[(match.lastindex or 1) - 1]
            inside = tuple(word for word in words[match.start() : match.end()] if word)
            yield Expression(inside[0].start, inside[-1].end, kind, rule, inside)

    def _gap(self, raw: str, start: int, end: int) -> str:
        """Return the sign of what stands between two words ("" for mere white space)."""
        if end - start > _LONGEST_GAP:
            return _BREAK
        text = raw[start:end]
        if text.count("\n") > 1:
            return _BREAK
        return self._gaps.get(" ".join(text.lower().split()), _BREAK)

    def _word(self, match: re.Match[str]) -> Word | None:
        name, text = match.lastgroup or "", match.group()
        start, end = match.span()
        if name == "word":
            name, value = self._table[_key(text)]
            if text in self._at_clause_end and _FOLLOWED.match(match.string, end):
                return None
            return Word(name, start, end, value)
        if name == "words":
            return Word("num", start, end, parse_number_words(text, self.code))
        if name == "digits":
            return _digits(text, start, end)
        if name == "ordinal":
            return Word(name, start, end, int(re.match(r"\d+", text)[0]))  # type: ignore[index]
        if name == "decade":
            return Word(name, start, end, re.sub(r"\D", "", text))
        if name == "year":
            return Word(name, start, end, int(text))
        return Word(name, start, end, 1.0 if name == "article" else text)

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


def _digits(text: str, start: int, end: int) -> Word | None:
    text = _HALF.sub(".5", text)
    plain = text.replace(",", "").replace("\u00a0", "").replace("\u202f", "")
    value = float(plain) if plain.count(".") < 2 else None
    if value is None:
        return None
    name = "dom" if text.isdigit() and len(text) < 3 and 1 <= value <= 31 else "num"
    return Word(name, start, end, int(value) if name == "dom" else value)


def _table(data: Mapping[str, Any], ordinals: Mapping[str, int]) -> dict[str, tuple[str, Any]]:
    """Return word → (class, value); a word that stands in two classes belongs to the first."""
    table: dict[str, tuple[str, Any]] = {}
    for name, words in data["words"].items():
        for word, value in words.items():
            table.setdefault(_key(str(word)), (name, value))
    for word, value in ordinals.items():
        table.setdefault(_key(word), ("ordinal", value))
    return table


def _key(word: str) -> str:
    return " ".join(_PARTS.split(word.lower()))


def _lexer(code: str, data: Mapping[str, Any]) -> str:
    """Return the regular expression of the words that matter, one named group a class."""
    numbers = language.section(code, "numbers")
    proper, capital = set(data["proper"]), set(data["capital_only"])
    written = {case for word in numbers["ordinals"] for case in (word, word.capitalize())}
    for name, words in data["words"].items():
        for word in map(str, words):
            written.add(word[0].upper() + word[1:])
            if name in proper:
                written |= {word.title(), word.upper()}
            if word not in capital:
                written.add(word)
    articles = {case for word in numbers["articles"] for case in (word, word.capitalize())}
    units = any_of([*data["words"]["unit"], *data["words"]["units"]])
    endings = any_of(numbers["ordinal_endings"])
    groups = {
        "word": any_of(written),
        "article": rf"(?:{any_of(articles)})(?={GAP}(?:{units})\b)",
        "words": rf"(?i:{number_words_pattern(code)})",
        "iso": r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?",
        "numeric": r"\d{1,2}(?:/\d{1,2}/(?:\d{4}|\d\d)|\.\d{1,2}\.\d{4})(?![/.]?\d)",
        "clock": clock_pattern(code),
        "decade": data["decade"],
        "year": r"(?<![$€£#/.,:])(?:1\d|20)\d\d(?![%€$£]|[.,:/]\d|\s?[-–]\s?\d{3}\b(?!\d))",
        "ordinal": rf"\d{{1,2}}(?:{endings})\b",
        "digits": r"\d+(?:[ -]1/2|½)|\d+(?:[.,\u00a0\u202f]\d{3})*(?:\.\d+)?(?![.,:/]\d)",
    }
    return rf"(?<![\w@#])(?:{'|'.join(f'(?P<{n}>{p})' for n, p in groups.items())})(?!\w)"
