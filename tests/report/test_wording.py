import pytest

from crosscheck.report import wording


@pytest.mark.parametrize(
    ("value", "qualifier", "said"),
    [
        ("2021-05-03", None, "3 May 2021"),
        ("2021-05", None, "May 2021"),
        ("2021", "about", "about 2021"),
        ("2021-05-03T06:00", None, "3 May 2021, 06:00"),
        ("2021-05-03T06:00Z", None, "3 May 2021, 06:00 (UTC)"),
        ("2021-05-03T06:00+02:00", None, "3 May 2021, 06:00 (UTC+2)"),
        ("2021-05-03T06:00-0330", None, "3 May 2021, 06:00 (UTC−3:30)"),
        ("2021-22", None, "summer 2021"),
        ("201X", None, "the 2010s"),
        ("2013/..", None, "since 2013"),
        ("../2021-06", None, "until June 2021"),
        ("2021-03/2021-04", None, "March 2021 to April 2021"),
        ("P9Y", None, "nine years"),
        ("P10Y", "about", "about ten years"),
        ("P1M", "at_most", "up to one month"),
        ("PXW", None, "some weeks"),
        ("P1Y6M", None, "one year and six months"),
        ("PT36H", None, "36 hours"),
        ("P0.5Y", None, "0.5 years"),
        ("2022-33", None, "the first quarter of 2022"),
        ("2022-W33", None, "week 33 of 2022"),
        ("2022-08-15TMO", None, "15 August 2022, morning"),
        ("T13:00", None, "13:00"),
        ("P4M/P6M", "range", "four months to six months"),
        ("2022-10/2022-12", None, "October 2022 to December 2022"),
        ("not a date", None, "not a date"),
    ],
)
def test_dates_and_durations_in_words(value: str, qualifier: str | None, said: str) -> None:
    assert wording.when(value, qualifier) == said


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "said"),
    [
        (53, 53, "exact", "53"),
        (1000, 1000, "about", "about 1,000"),
        (300, 400, "range", "300 to 400"),
        (300, 400, "about", "about 300 to 400"),
        (2000, None, "more_than", "more than 2,000"),
        (200, None, "exact", "at least 200"),
        (None, 500, "at_most", "up to 500"),
        (12.5, 12.5, None, "12.5"),
        (None, None, None, "not said"),
    ],
)
def test_amounts_in_words(
    low: float | None, high: float | None, qualifier: str | None, said: str
) -> None:
    assert wording.amount(low, high, qualifier) == said


def test_lists_and_counts_read_as_a_person_writes_them() -> None:
    assert wording.listed([]) == ""
    assert wording.listed(["a"]) == "a"
    assert wording.listed(["a", "b", "c"]) == "a, b and c"
    assert wording.counted(0, "source") == "no source"
    assert wording.counted(1, "source") == "one source"
    assert wording.counted(3, "source") == "three sources"
    assert wording.counted(40, "source") == "40 sources"
    assert wording.sentence("it says so”") == "It says so”."
    assert wording.sentence("It did.") == "It did."
    assert wording.percent(0.0945) == "9.4%"
