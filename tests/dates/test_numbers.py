"""Number words of both languages."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.extract.numbers import number_words_pattern, parse_number_words

ENGLISH = {
    "zero": 0, "Twelve": 12, "forty-two": 42, "a hundred": 100, "one hundred and one": 101,
    "three hundred thousand": 300_000, "nine hundred and ninety-nine thousand": 999_000,
    "two million five hundred thousand": 2_500_000, "fifteen hundred": 1500, "half a million": 5e5,
    "two and a half": 2.5, "three and a half thousand": 3500, "two dozen": 24, "half a dozen": 6,
}  # fmt: skip
FRENCH = {
    "dix-sept": 17, "vingt et un": 21, "soixante-dix": 70, "soixante et onze": 71,
    "soixante-quinze": 75, "quatre-vingts": 80, "quatre-vingt-un": 81, "quatre-vingt-dix-neuf": 99,
    "cent": 100, "deux cent trois": 203, "mille": 1000, "deux mille vingt-deux": 2022,
    "trois cent mille": 300_000, "un million et demi": 1.5e6, "une centaine": 100,
    "une demi-douzaine": 6, "septante-deux": 72, "mille neuf cent quatre-vingt-quatre": 1984,
}  # fmt: skip
NO_NUMBERS = ["", "a", "and", "one two", "twenty eleven", "hundred and", "thousand million", "elf"]


@pytest.mark.parametrize(("words", "value"), ENGLISH.items())
def test_english(words: str, value: float) -> None:
    assert parse_number_words(words, "en") == value
    assert re.fullmatch(number_words_pattern("en"), words, re.IGNORECASE)


@pytest.mark.parametrize(("words", "value"), FRENCH.items())
def test_french(words: str, value: float) -> None:
    assert parse_number_words(words, "fr") == value
    assert re.fullmatch(number_words_pattern("fr"), words, re.IGNORECASE)


@pytest.mark.parametrize("words", NO_NUMBERS)
def test_no_numbers(words: str) -> None:
    assert parse_number_words(words, "en") is None


@pytest.mark.parametrize("joined", [True, False])
def test_two_numbers_are_not_one(joined: bool) -> None:
    pattern = re.compile(number_words_pattern("en", joined=joined))
    text = "between two hundred and three hundred"
    assert pattern.findall(text) == ["two hundred", "three hundred"]


def test_and_stays_outside_where_asked() -> None:
    pattern = re.compile(number_words_pattern("en", joined=False))
    assert pattern.findall("two hundred and three thousand") == ["two hundred", "three thousand"]


@given(st.text(), st.sampled_from(["en", "fr"]))
def test_no_text_makes_it_fail(text: str, code: str) -> None:
    value = parse_number_words(text, code)
    assert value is None or value >= 0


SMALL = [
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spell(number: int) -> str:
    """Return a number below a thousand million in words."""
    for size, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            head, rest = divmod(number, size)
            return f"{spell(head)} {name}" + (f" {spell(rest)}" if rest else "")
    if number < 20:
        return SMALL[number]
    return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")


@given(st.integers(min_value=1, max_value=999_999_999))
def test_what_is_spelt_is_read(number: int) -> None:
    words = spell(number)
    assert parse_number_words(words, "en") == number
    assert re.fullmatch(number_words_pattern("en"), words)
