"""Which numbers are amounts, how much are they, and which are none?"""

import pytest

from crosscheck.extract.article import Article, Passage, make_doc
from crosscheck.extract.quantities import QuantityFinder
from crosscheck.extract.quantities.amounts import bounds
from crosscheck.extract.quantities.digits import read_digits
from crosscheck.extract.records import Date, Mention, Quantity
from tests.coded import NLP

FIND = QuantityFinder()


def find(text, language="en", dates=(), mentions=()):
    return FIND(make_doc(NLP, Article.of(text, language_code=language)), dates, mentions)


@pytest.mark.parametrize(
    ("digits", "decimal", "value", "used"),
    [
        ("2400", ".", 2400, 4),
        ("2,400", ".", 2400, 5),
        ("2.400", ".", 2400, 5),
        ("2 400", ".", 2400, 5),
        ("2\u00a0400", ",", 2400, 5),
        ("2\u202f400\u202f000", ",", 2400000, 9),
        ("1'200'000", ".", 1200000, 9),
        ("1’200", ".", 1200, 5),
        ("1.234.567", ".", 1234567, 9),
        ("1,234.56", ".", 1234.56, 8),
        ("1.234,56", ",", 1234.56, 8),
        ("3.5", ".", 3.5, 3),
        ("3,5", ",", 3.5, 3),
        ("0.125", ".", 0.125, 5),
        ("12,34,567", ".", 1234567, 9),
        ("2020 300", ".", 2020, 4),  # a year and a number, not 2,020,300
        ("10,20", ".", 10.2, 5),
        ("2½", ".", 2.5, 2),
        ("½", ".", 0.5, 1),
        ("10 1/2", ".", 10.5, 6),
    ],
)
def test_digits(digits, decimal, value, used):
    assert read_digits(digits, decimal)[:2] == (value, used)


@pytest.mark.parametrize(
    ("qualifier", "expected"),
    [
        ("exact", (9, 9)), ("about", (9, 9)), ("at_least", (9, None)), ("more_than", (9, None)),
        ("at_most", (None, 9)), ("less_than", (None, 9)),
    ],
)  # fmt: skip
def test_bounds_are_what_the_words_state(qualifier, expected):
    assert bounds(9, qualifier) == expected


@pytest.mark.parametrize(
    ("text", "span", "low", "high", "qualifier", "unit"),
    [
        # qualifiers before and behind
        ("They freed 12 hostages.", "12", 12, 12, "exact", None),
        ("Some 900 nurses came.", "Some 900", 900, 900, "about", None),
        ("it lost close to 80 men", "close to 80", 80, 80, "about", None),
        ("an estimated 3,000 left", "an estimated 3,000", 3000, 3000, "about", None),
        ("~40 drones", "~40", 40, 40, "about", None),
        ("no fewer than six trucks", "no fewer than six", 6, None, "at_least", None),
        ("well over 600 cases", "well over 600", 600, None, "more_than", None),
        ("up to about 100 tents", "up to about 100", None, 100, "at_most", None),
        ("as many as five brigades", "as many as five", None, 5, "at_most", None),
        ("just under 70 pupils", "just under 70", None, 70, "less_than", None),
        ("300 or so lorries", "300 or so", 300, 300, "about", None),
        ("300 or more lorries", "300 or more", 300, None, "at_least", None),
        ("300-odd lorries", "300-odd", 300, 300, "about", None),
        ("300+ lorries", "300+", 300, None, "at_least", None),
        ("control over three provinces", "three", 3, 3, "exact", None),
        ("they talked about 30 prisoners", "30", 30, 30, "exact", None),
        ("the dead (about 30)", "about 30", 30, 30, "about", None),
        # words
        ("sixty-three sheep", "sixty-three", 63, 63, "exact", None),
        ("two hundred and five goats", "two hundred and five", 205, 205, "exact", None),
        ("half a million voters", "half a million", 500000, 500000, "exact", None),
        ("a dozen crates", "a dozen", 12, 12, "exact", None),
        ("four out of ten", "four", 4, 4, "exact", None),
        # ranges
        ("between 30 and 40 boats", "between 30 and 40", 30, 40, "range", None),
        ("between two hundred and three thousand rifles",
         "between two hundred and three thousand", 200, 3000, "range", None),
        ("30 to 40 boats", "30 to 40", 30, 40, "range", None),
        ("an 8- to 16-metre mast", "8- to 16", 8, 16, "range", "m"),
        ("2½ cups", "2½", 2.5, 2.5, "exact", None),
        ("10 1/2 miles", "10 1/2", 10.5, 10.5, "exact", "mi"),
        ("30-40 boats", "30-40", 30, 40, "range", None),
        ("30–40 boats", "30–40", 30, 40, "range", None),
        ("About 700 to 900 boats", "About 700 to 900", 700, 900, "range", None),
        ("three to four hundred boats", "three to four hundred", 300, 400, "range", None),
        ("5 to 6 million people", "5 to 6 million", 5e6, 6e6, "range", None),
        ("two or three boats", "two or three", 2, 3, "range", None),
        ("$3 billion to $5 billion", "$3 billion to $5 billion", 3e9, 5e9, "range", "USD"),
        ("10% to 20% of it", "10% to 20", 10, 20, "range", "%"),
        # units
        ("45 km away", "45", 45, 45, "exact", "km"),
        ("a 45-kilometre march", "45", 45, 45, "exact", "km"),
        ("60 per cent of them", "60", 60, 60, "exact", "%"),
        ("€2.4bn was spent", "€2.4bn", 2.4e9, 2.4e9, "exact", "EUR"),
        ("US$58.24 a barrel", "US$58.24", 58.24, 58.24, "exact", "USD"),
        ("USD 10m", "USD 10m", 1e7, 1e7, "exact", "USD"),
        ("2 million euros", "2 million", 2e6, 2e6, "exact", "EUR"),
        ("tens of millions of dollars", "tens of millions", 1e7, None, "at_least", "USD"),
        ("it fell to -5 degrees", "-5", -5, -5, "exact", "degree"),
        ("1.125 million barrels", "1.125 million", 1125000, 1125000, "exact", None),
        ("2.5 tonnes of rice", "2.5", 2.5, 2.5, "exact", "t"),
        # vague amounts: ACLED's lows
        ("dozens of tents", "dozens", 12, None, "at_least", None),
        ("scores of tents", "scores", 20, None, "at_least", None),
        ("hundreds fled", "hundreds", 100, None, "at_least", None),
        ("several hundred fled", "several hundred", 100, None, "at_least", None),
        ("a few thousand fled", "a few thousand", 1000, None, "at_least", None),
        ("hundreds of thousands fled", "hundreds of thousands", 1e5, None, "at_least", None),
        ("tens of thousands fled", "tens of thousands", 1e4, None, "at_least", None),
        # parts of a whole
        ("many tens of thousands fled", "many tens of thousands", 1e4, None, "at_least", None),
        ("half of the harvest", "half", 0.5, 0.5, "exact", None),
        ("two-thirds of the vote", "two-thirds", 2 / 3, 2 / 3, "exact", None),
        ("more than a quarter of it", "more than a quarter", 0.25, None, "more_than", None),
    ],
)  # fmt: skip
def test_amount(text, span, low, high, qualifier, unit):  # noqa: PLR0917
    (quantity,) = [q for q in find(text) if q.text == span] or find(text)
    assert quantity.text == span
    assert quantity.low == (pytest.approx(low) if low is not None else None)
    assert quantity.high == (pytest.approx(high) if high is not None else None)
    assert (quantity.qualifier, quantity.unit) == (qualifier, unit)


def test_a_change_is_two_amounts():
    text = "The garrison was reduced from 5,000 to 3,000 and then grew from 10 to 12 platoons."
    assert [q.text for q in find(text)] == ["5,000", "3,000", "10", "12"]
    assert [q.text for q in find("Prices from 10 to 12 euros are usual.")] == ["10 to 12"]


@pytest.mark.parametrize(
    "text",
    [
        # times, durations, ages, years
        "It was 6:30 on the dot, or 18h30.",
        "a nine-year campaign, three long months, 48-hour notice, 200 working days",
        "The 39-year-old, now 40 years old, left after half an hour.",
        "Marie Lambert, 34, and the minister, 61, spoke.",
        "Since 2013, as in 1998 and 2001, the 2022 vote was late.",
        "Between 2014 and 2017 nothing happened.",
        "over the age of 21",
        # labels, models, addresses, telephone numbers, links
        "Resolution 2100, Article 5 and Chapter 7 apply.",
        "A Boeing 737, an F-16, an AK-47, the M23 and the G5 were there.",
        "source site-28",
        "COVID-19 and H5N1",
        "Call +223 20 22 33 44 or 01 42 34 56 78.",
        "See www.example.org/2022/300 or mail a300@example.org, #covid19 @user12",
        "the iPhone 11 Pro on page 12",
        "gate 14, room 12, No. 7, flight 520",
        # lists, notes, results
        "1. Introduction",
        "as shown [12]",
        "They won 3-1 and then drew 2–2.",
        # ordinals
        "the 21st regiment, the third wave, a second coup",
        # pronouns and turns of phrase
        "No one knew which one was right; one should ask one another one day.",
        "one of the poorest countries on earth",
        "two-faced, one-sided, a four-star general",
        "the two agreed that both had lost",
        # no number is named
        "several officers, a few ministers, a couple of aides, many others",
        "A soldier and an officer scored; he scores again.",
        "",
        "…",
    ],
)
def test_no_amount(text):
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2000 soldiers marched", "2000"),  # four digits before a plural noun count it
        ("One soldier was hurt", "One"),
        ("They killed one of their own officers", "one"),
        ("He was hit by 1,937 votes", "1,937"),
        ("The attack kills ten", "ten"),
        ("Blast Kills 53 In Market", "53"),
        ("Article 5 troops: 300 Danes", "300"),
    ],
)
def test_amount_in_spite_of_its_looks(text, span):
    assert span in [q.text for q in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Environ 2 800 militaires", ("Environ 2 800", 2800, 2800, "about", None)),
        ("plus d’un millier de civils", ("plus d’un millier", 1000, None, "more_than", None)),
        ("une trentaine de blindés", ("une trentaine", 30, 30, "about", None)),
        ("quatre-vingt-dix cas", ("quatre-vingt-dix", 90, 90, "exact", None)),
        ("1,5 milliard d’euros", ("1,5 milliard", 1.5e9, 1.5e9, "exact", "EUR")),
        ("entre 300 et 400 hommes", ("entre 300 et 400", 300, 400, "range", None)),
        ("de 300 à 400 hommes", ("300 à 400", 300, 400, "range", None)),
        ("plusieurs centaines de morts", ("plusieurs centaines", 100, None, "at_least", None)),
        (
            "des dizaines de milliers de cas",
            ("des dizaines de milliers", 10000, None, "at_least", None),
        ),
        ("au moins 20 blindés", ("au moins 20", 20, None, "at_least", None)),
        ("60 % des effectifs", ("60", 60, 60, "exact", "%")),
        ("2.400 soldats", ("2.400", 2400, 2400, "exact", None)),
        ("la moitié des troupes", ("la moitié", 0.5, 0.5, "exact", None)),
    ],
)
def test_french_is_data(text, expected):
    assert [(q.text, q.low, q.high, q.qualifier, q.unit) for q in find(text, "fr")] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "un soldat et une infirmière",
        "pendant neuf ans, à 13h00, le 1er étage",
        "l’article 5 de la résolution 2100",
        "depuis 2013",
    ],
)
def test_french_no_amount(text):
    assert find(text, "fr") == []


def test_numbers_in_dates_and_names_are_no_amounts():
    text = "On 17 February 90 Chadians of Group 12 left with 5 tanks."
    date = Date(3, 14, "17 February", "DATE", "2022-02-17", None, "explicit", "r")
    name = Mention(30, 38, "Group 12", "ORG", "group_12", "r")
    assert text[3:14] == "17 February"
    assert text[30:38] == "Group 12"
    assert [q.text for q in find(text, dates=[date], mentions=[name])] == ["90", "5"]


def test_only_kept_passages_are_read_each_in_its_language():
    raw = "Read 500 reports.\nSome 20 vans burned.\nUne vingtaine de bus.\n"
    passages = [
        Passage(1, 18, 39, raw[18:39], "paragraph", "en"),
        Passage(2, 39, 61, raw[39:61], "post", "fr"),
    ]
    article = Article.of(raw, passages=passages)
    found = FIND(make_doc(NLP, article), [], [])
    assert [(q.text, q.counted) for q in found] == [
        ("Some 20", "vans"),
        ("Une vingtaine", "bus"),
    ]
    assert all(raw[q.start : q.end] == q.text for q in found)
    assert all(isinstance(q, Quantity) for q in found)
