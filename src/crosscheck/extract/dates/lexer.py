"""Which words of a text speak of time? One scan, compiled from the data of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from crosscheck import language
from crosscheck.extract.dates.clock import clock_pattern
from crosscheck.extract.dates.expressions import Word
from crosscheck.extract.numbers import GAP, any_of, number_words_pattern, parse_number_words

# Classes that the scan makes of digits and number words; all others are named by the data.
MADE = ("iso", "numeric", "clock", "decade", "year", "ordinal", "dom", "num", "article")
_CENTURY = 100
_JOINTS = re.compile(r"[\s‐‑-]+")
_HALF = re.compile(r"[ -]1/2|½")
_GROUPING = re.compile(r"[.,\u00a0\u202f](?=\d{3}(?!\d))")
_FOLLOWED = re.compile(r"[^\S\n]*\w")


class Lexer:
    """Finds the words that matter in texts of one language."""

    def __init__(self, code: str) -> None:
        data = language.section(code, "dates")
        self._code = code
        self._table = _table(data, language.section(code, "numbers")["ordinals"])
        self._at_clause_end = frozenset(data["at_clause_end"])
        self._regex = re.compile(_pattern(code, data))

    def scan(self, raw: str, start: int, end: int) -> Iterator[Word]:
        """Yield the words that matter in ``raw[start:end]``, in order."""
        for match in self._regex.finditer(raw, start, end):
            word = self._word(match)
            if word is not None:
                yield word

    def _word(self, match: re.Match[str]) -> Word | None:
        kind, text = match.lastgroup or "", match.group()
        start, end = match.span()
        if kind in {"word", "word_in_digits"}:
            if text in self._at_clause_end and _FOLLOWED.match(match.string, end):
                return None
            name, known = self._table[_key(text)]
            return Word(name, start, end, known)
        if kind == "digits":
            return _digits(text, start, end)
        value: Any = text
        if kind == "words":
            kind, value = "num", parse_number_words(text, self._code)
            if value is None:
                kind, value = "year", self._spelt_year(text)
            if value is None:
                return None
        elif kind == "article":
            value = 1.0
        elif kind == "year":
            value = int(text)
        elif kind == "ordinal":
            value = int("".join(filter(str.isdecimal, text)))
        elif kind == "decade":
            value = "".join(filter(str.isdecimal, text))
        return Word(kind, start, end, value)

    def _spelt_year(self, text: str) -> int | None:
        """Return the year that two number words say: "nineteen ninety-six"."""
        head, _, tail = text.partition(" ")
        pair = [parse_number_words(part, self._code) for part in (head, tail)]
        century, rest = (int(part) if part and part < _CENTURY else 0 for part in pair)
        return century * _CENTURY + rest if 10 < century <= 20 and rest >= 10 else None


def _digits(text: str, start: int, end: int) -> Word:
    if text.isdecimal() and len(text) < 3 and 1 <= int(text) <= 31:
        return Word("dom", start, end, int(text))
    # A point or comma before three digits groups thousands, before fewer it is the decimal one.
    plain = _GROUPING.sub("", _HALF.sub(".5", text)).replace(",", ".")
    return Word("num", start, end, float(plain))


def _key(word: str) -> str:
    return " ".join(_JOINTS.split(word.lower()))


def _table(data: Mapping[str, Any], ordinals: Mapping[str, int]) -> dict[str, tuple[str, Any]]:
    """Return word → (class, value); a word that stands in two classes belongs to the first."""
    table: dict[str, tuple[str, Any]] = {}
    for name, words in data["words"].items():
        for word, value in words.items():
            table.setdefault(_key(str(word)), (name, value))
    for word, value in ordinals.items():
        table.setdefault(_key(word), ("ordinal", value))
    return table


def _pattern(code: str, data: Mapping[str, Any]) -> str:
    """Return the regular expression of the scan, one named group a way of writing."""
    numbers = language.section(code, "numbers")
    written = _written(data) | {
        case for word in numbers["ordinals"] for case in (word, word.capitalize())
    }
    articles = {case for word in numbers["articles"] for case in (word, word.capitalize())}
    units = any_of([*data["words"]["unit"], *data["words"]["units"]])
    counted = [*numbers["cardinals"], *numbers["fractions"], *numbers["articles"]]
    in_letters = {
        "word": any_of(written),
        "article": rf"(?:{any_of(articles)})(?={GAP}(?:{units})\b)",
        "words": rf"(?={_any_first(counted)})(?i:{number_words_pattern(code)})",
    }
    in_digits = {
        "iso": r"(?<![-/.=?&])\d{4}[-/]\d\d[-/]\d\d"
        r"(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![-/])",
        "numeric": r"\d{1,2}(?:/\d{1,2}/(?:\d{4}|\d\d)|\.\d{1,2}\.\d{4})(?![/.]?\d)",
        "clock": clock_pattern(code),
        "decade": data["decade"],
        "year": r"(?<![$€£#/.,:])(?:1\d|20)\d\d(?![%€$£]|[.,:/]\d|\s?[-–]\s?\d{3}\b(?!\d))",
        "ordinal": rf"\d{{1,2}}(?:{any_of(numbers['ordinal_endings'])})\b",
        "digits": r"\d+(?:[ -]1/2|½)|"
        r"\d+(?:[.,\u00a0\u202f]\d{3})*(?:[.,]\d{1,2}(?!\d))?(?![.,:/]\d)",
    }
    first = any_of(word for word in written if word[0].isdecimal())
    if first:  # "9/11"
        in_digits = {"word_in_digits": first, **in_digits}
    letters = "|".join(f"(?P<{name}>{part})" for name, part in in_letters.items())
    digits = "|".join(f"(?P<{name}>{part})" for name, part in in_digits.items())
    # The first character decides which half can match at all: most positions are passed at once.
    start = _any_first([*written, *counted])
    return rf"(?<![\w@#])(?:(?={start})(?:{letters})|(?=[\d'’])(?:{digits}))(?!\w)"


def _any_first(words: Iterable[str]) -> str:
    """Return a character class of the first letters of words, small and capital."""
    letters = {case for word in words for case in (word[0].lower(), word[0].upper())}
    return f"[{''.join(sorted(letter for letter in letters if letter.isalpha()))}]"


def _written(data: Mapping[str, Any]) -> set[str]:
    """Return the words of the data as they are written: with a capital, in capitals, without."""
    written: set[str] = set()
    for name, words in data["words"].items():
        for word in map(str, words):
            written.add(word[0].upper() + word[1:])
            if name in data["proper"]:
                written |= {word.title(), word.upper()}
            if word not in data["capital_only"]:
                written.add(word)
    return written
