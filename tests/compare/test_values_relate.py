"""Whether two answers can both be true."""

import pytest

from crosscheck.codebook.variables import Variable
from crosscheck.compare.values_relate import Value, precision, same_event, same_matter
from crosscheck.compare.verdicts_judge import relate

CLAIM = {"kind": "date"}


def variable(kind, **more):
    texts = dict.fromkeys(("question", "definition", "coding_rule", "label"), "x")
    extra = {"claims": [CLAIM]}
    if kind == "category":
        extra = {"categories": [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]}
    return Variable(name="v", type=kind, **texts, **extra, **more)


def number(low, high=..., qualifier="exact", **scope):
    return Value(None, low, low if high is ... else high, qualifier, **scope)


NUMBER = variable("number", scope=["place", "period", "as_of"])
PLACED = {"place": ("Alps",)}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (number(53), number(53), "agree"),
        (number(53, **PLACED), number(53, place=("Jura",)), "agree"),
        (number(53), number(58), "conflict"),
        (number(53, **PLACED), number(58), "conflict"),
        (number(53, **PLACED), number(58, place=("Jura",)), "different_scope"),
        (number(53, period="2013/.."), number(58, period="2020/.."), "different_scope"),
        (number(53, period="2013/.."), number(58, period="2013-01/.."), "conflict"),
        (number(53, as_of="2022-02"), number(58, as_of="2022-08"), "different_scope"),
        (number(53, as_of="2022"), number(58, as_of="2022-08"), "conflict"),
        (number(1000, qualifier="about"), number(1000, None, "more_than"), "compatible"),
        (number(1000, qualifier="about"), number(1000), "compatible"),
        (number(1000), number(1000, None, "more_than"), "conflict"),
        (number(2000, None, "at_least"), number(2400), "compatible"),
        (number(300, 400, "range"), number(350), "compatible"),
        (number(300, 400, "range"), number(450, qualifier="about"), "conflict"),
        (number(None, 5100, "at_most"), number(5100), "compatible"),
        (number(None, 5100, "at_most"), number(5500), "conflict"),
    ],
)
def test_numbers(a, b, expected):
    assert relate(NUMBER, a, b, {})[0] == relate(NUMBER, b, a, {})[0] == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2022-02-17", "2022-02-17", "agree"),
        ("2022-02-17", "2022-02", "compatible"),
        ("2022-02-17", "2022-02-18", "conflict"),
        ("2013", "2012-12/2013-01", "compatible"),
    ],
)
def test_dates(a, b, expected):
    assert relate(variable("date"), Value(a), Value(b), {})[0] == expected


def test_times_by_two_clocks_agree():
    a, b = Value("2022-08-15T13:00+02:00"), Value("2022-08-15T11:00Z")
    assert relate(variable("time"), a, b, {})[0] == "agree"


def test_a_length_that_grows_is_compared_by_its_beginning():
    grows = variable("duration", scope=["as_of"])
    spring, summer = Value("P8Y", as_of="2022-02"), Value("P9Y", as_of="2022-08-15")
    assert relate(grows, spring, summer, {})[0] == "compatible"
    assert relate(grows, spring, Value("P12Y", as_of="2022-08-15"), {})[0] == "conflict"
    assert relate(grows, spring, Value("P9Y"), {})[0] == "compatible"
    assert relate(variable("duration"), Value("P8Y"), Value("P9Y"), {})[0] == "conflict"


def test_a_range_of_lengths_holds_those_inside():
    length, span = variable("duration"), Value("P4M/P6M", qualifier="range")
    assert relate(length, span, Value("P6M"), {})[0] == "compatible"
    assert relate(length, span, Value("P5M", qualifier="about"), {})[0] == "compatible"
    assert relate(length, span, Value("P4M/P6M"), {})[0] == "agree"
    assert relate(length, span, Value("P9M"), {})[0] == "conflict"


def test_a_length_and_a_deadline_are_two_kinds_of_answer():
    verdict, differs = relate(variable("duration"), Value("P6M"), Value("2022-08"), {})
    assert (verdict, differs) == ("different_scope", ("unit",))


def test_names():
    actor = variable("actor")
    assert relate(actor, Value("Firm"), Value("Land"), {"Firm": "Land"})[0] == "compatible"
    assert relate(actor, Value("Firm"), Value("Land"), {})[0] == "conflict"
    assert relate(variable("place", exclusive=False), Value("A"), Value("B"), {})[0] == "compatible"
    assert relate(variable("category"), Value("a"), Value("b"), {})[0] == "conflict"


def test_more_and_less_exact_words_for_the_same():
    assert same_matter("date", Value("2013"), Value("2013-01"), {})
    assert not same_matter("date", Value("2013"), Value("2014"), {})
    assert precision("date", Value("2013-01"), {}) < precision("date", Value("2013"), {})
    assert precision("number", number(2400), {}) < precision(
        "number", number(2400, qualifier="about"), {}
    )
    assert precision("number", number(2000, None, "more_than"), {}) < precision(
        "number", number(1000, None, "at_least"), {}
    )
    assert precision("actor", Value("Firm"), {"Firm": "Land"}) < precision(
        "actor", Value("Land"), {"Firm": "Land"}
    )


def test_dates_that_can_only_be_meant_for_one_event():
    assert same_event(Value("2020-08"), Value("2020-09"))
    assert not same_event(Value("2020-08"), Value("2021-05"))
    assert not same_event(Value("x"), Value("2021-05"))
