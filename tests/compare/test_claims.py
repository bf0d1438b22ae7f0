"""What a sentence claims: table of sentence → features of the claim on a span."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.codebook.coding import Codebook, load_codebook
from crosscheck.compare.answers import answer_variables
from crosscheck.compare.claims import claim_rows, find_claims
from crosscheck.extract.article import Article
from crosscheck.extract.records import Date, Mention, Quantity, Quote
from crosscheck.tables import frame
from tests.compare.conftest import FOLDER

PUBLISHED = "2022-08-16"
BOOK = load_codebook(FOLDER)


@pytest.fixture(scope="module")
def claims_of(extract, codebook):
    """Return text → its claims, read with the codebook or another one."""

    def claims(text, book=codebook):
        article = Article.of(text, doc_id="a", published=PUBLISHED, published_basis="stated")
        return find_claims(article, *extract(article), codebook=book)

    return claims


@pytest.mark.parametrize(
    ("text", "span", "features"),
    [
        (
            "Since 2013, the war has killed 41 French soldiers in the Sahel.",
            "41",
            {"predicates": {"killed"}, "things": {"soldiers"}, "sides": {"france"},
             "place_ids": ("sahel",), "period": "2013/..", "period_kind": "since"},
        ),
        (
            "Of the 61 French soldiers killed in the Sahel, 50 died in Mali.",
            "50",
            {"predicates": {"killed"}, "sides": {"france"}, "place_ids": ("mali",)},
        ),
        (
            "Nine French soldiers were killed in 2017.",
            "Nine",
            {"predicates": {"killed"}, "period": "2017", "period_kind": "point"},
        ),
        (
            "The operation will go from 5,000 men to 3,000 by the end of the year.",
            "3,000",
            {"predicates": {"reduced"}, "role": "to", "tense": "future", "things": {"soldiers"}},
        ),
        (
            "About 900 French soldiers are stationed in Chad.",
            "About 900",
            {"predicates": {"based"}, "place_ids": ("chad",), "qualifier": "about"},
        ),
        (
            "The convoys roll towards Chad, where 640 French soldiers are based.",
            "640",
            {"predicates": {"based"}, "place_ids": ("chad",)},
        ),
        (
            "Where 640 French soldiers are based, nobody would say.",
            "640",
            {"place_ids": ()},
        ),
        (
            "Some 70 French soldiers have died since the start of Serval in 2013, 44 of them in Mali.",
            "44",
            {"predicates": {"killed"}, "place_ids": ("mali",), "period_kind": "since"},
        ),
        (
            "Thirty French soldiers were killed in Mali since the intervention began, and 36 in the "
            "Sahel.",
            "36",
            {"predicates": {"killed"}, "place_ids": ("sahel",)},
        ),
        (
            "On Tuesday he honoured the 44 French soldiers who have died in the Sahel since 2013.",
            "44",
            {"period": "2013/..", "period_kind": "since"},
        ),
        (
            "Since it began, seven years ago, the war has cost the lives of 41 French soldiers.",
            "41",
            {"period": "2015/..", "period_kind": "since"},
        ),
        (
            "No more than 1,800 French soldiers will stay in the Sahel.",
            "1,800",
            {"predicates": {"remain"}, "tense": "future", "qualifier": "at_most"},
        ),
        (
            "There were 3,900 French soldiers in the Sahel, down from a peak of 5,300.",
            "3,900",
            {"near": lambda near: "peak" not in near},
        ),
        (
            "There were 3,900 French soldiers in the Sahel, down from a peak of 5,300.",
            "5,300",
            {"near": lambda near: "peak" in near},
        ),
        (
            "The force, which was launched in 2014, has 4,200 soldiers in the Sahel.",
            "4,200",
            {"as_of": None},
        ),
        (
            "Chad lost 23 soldiers in an attack.",
            "23",
            {"predicates": {"killed"}, "sides": {"chad"}},
        ),
    ],
)  # fmt: skip
def test_numbers(text, span, features, claims_of):
    _has(claims_of(text), span, "quantity", features)


@pytest.mark.parametrize(
    ("text", "span", "features"),
    [
        (
            "In February, Paris announced that it would pull its troops out of Mali.",
            "February",
            {"predicates": {"announced"}, "about": {"withdraw"}, "about_tense": "future",
             "sides": {"france"}, "place_ids": ("mali",), "role": "at"},
        ),
        (
            "On 3 March 2022 the general staff announced that the last soldiers had left Gossi.",
            "3 March 2022",
            {"predicates": {"announced"}, "about": {"withdraw", "departed"},
             "about_tense": "asserted", "place_ids": ("gossi",)},
        ),
        (
            "French forces have been fighting in Mali since January 2013.",
            "January 2013",
            {"predicates": {"fighting"}, "role": "since", "sides": {"france"}},
        ),
        (
            "The army took power in Bamako in August 2020.",
            "August 2020",
            {"predicates": {"overthrown"}, "role": "at"},
        ),
        (
            "In March France had 4,000 soldiers in the Sahel when it announced its withdrawal.",
            "March",
            {"predicates": {"announced"}, "rule": "same time"},
        ),
        (
            "Serval began in January 2013, and in August 2014 Barkhane was launched.",
            "January 2013",
            {"names": lambda names: "serval" in names and "barkhane" not in names},
        ),
        (
            "Serval began in January 2013, and in August 2014 Barkhane was launched.",
            "August 2014",
            {"names": lambda names: "barkhane" in names and "serval" not in names},
        ),
        (
            "The decision of 3 March to pull the troops out of Mali surprised nobody.",
            "3 March",
            {"predicates": {"decided"}, "role": "at"},
        ),
        (
            "The final step will be the handover of the base in October 2022.",
            "October 2022",
            {"predicates": {"handed_over"}, "tense": "future"},
        ),
    ],
)  # fmt: skip
def test_dates(text, span, features, claims_of):
    _has(claims_of(text), span, "date", features)


@pytest.mark.parametrize(
    ("text", "span", "features"),
    [
        (
            "The eight-year French mission is over.",
            "eight-year",
            {"things": {"mission"}, "value": "P8Y"},
        ),
        (
            "The pull-out will take three to five months.",
            "three to five months",
            {"predicates": {"lasted"}, "about": {"withdraw"}, "value": "P3M/P5M",
             "qualifier": "range", "tense": "future"},
        ),
        (
            "The withdrawal must be finished within five months.",
            "five months",
            {"predicates": {"completed"}, "role": "by", "tense": "future"},
        ),
        (
            "Seven years on, French soldiers are still fighting in the Sahel.",
            "Seven years on",
            {"role": "elapsed"},
        ),
        (
            "They fought in the Sahel for seven years.",
            "seven years",
            {"role": "over"},
        ),
    ],
)  # fmt: skip
def test_durations(text, span, features, claims_of):
    _has(claims_of(text), span, "duration", features)


@pytest.mark.parametrize(
    ("text", "kind", "span", "features"),
    [
        ("The junta asked French troops to leave Mali.", "actor", None,
         {"predicates": {"requested"}, "sides": {"mali"}, "about": {"withdraw"}}),
        ("French troops were forced to leave the country.", "actor", None,
         {"predicates": {"forced"}, "about": {"withdraw"}}),
        ("In Guinea and Burkina Faso the junta asked for help.", "actor", None,
         {"predicates": {"requested"}, "about": frozenset()}),
        ("The colonels have turned to Moscow.", "actor", "Moscow",
         {"predicates": {"turned_to"}, "sides": {"russia"}, "role": "patient"}),
        ("The soldiers were moved to Niger.", "place", "Niger",
         {"predicates": {"redeployed"}, "role": "to", "value": "niger"}),
        ("France is leaving because relations with the junta have soured.", "reason", None,
         {"predicates": {"rift"}, "about": {"withdraw", "turned_to"}}),
        ("He saw two trucks of the Wagner Group in town.", "actor", "Wagner Group",
         {"rule": "name", "value": "wagner-group", "sides": {"russia"}}),
        ("According to a statement, the last unit crossed into the West African country of Niger.",
         "place", "Niger", {"predicates": {"crossed"}, "sides": frozenset()}),
    ],
)  # fmt: skip
def test_actors_places_and_reasons(text, kind, span, features, claims_of):
    _has(claims_of(text), span, kind, features)


def _has(claims, span, kind, features):
    found = [
        claim for claim in claims if claim.kind == kind and (span is None or span in claim.text)
    ]
    assert any(
        all(
            value(getattr(claim, name)) if callable(value) else _fits(getattr(claim, name), value)
            for name, value in features.items()
        )
        for claim in found
    ), [claim._asdict() for claim in found]


def _fits(found, wanted):
    """Sets of word classes must hold what is wanted, everything else must be equal."""
    return wanted <= found if isinstance(wanted, set) else found == wanted


def test_a_reason_is_told_of_a_sentence_that_is_longer_than_its_own(claims_of):
    text = (
        "Paris said that its soldiers would leave Mali for Niger in the months to come, step by step "
        "and base by base. Because relations had soured."
    )
    reasons = [claim for claim in claims_of(text) if claim.kind == "reason"]
    assert any("withdraw" in claim.about for claim in reasons)


def test_a_claim_inside_a_quotation_belongs_to_its_speaker(claims_of):
    text = "“We have 900 soldiers in Chad,” Macron said. Critics count 1,500 soldiers there."
    claims = claims_of(text)
    said = {claim.text: claim.speaker for claim in claims if claim.kind == "quantity"}
    assert said["900"] and "Macron" in said["900"]
    assert said["1,500"] is None


def test_a_reported_claim_belongs_to_whom_it_is_reported_of(claims_of):
    text = "More than 800 civilians died in May, according to Human Rights Watch."
    claims = claims_of(text)
    speakers = {claim.speaker for claim in claims if claim.kind == "quantity"}
    assert speakers == {"Human Rights Watch"}


def test_without_a_codebook_everything_is_still_claimed(claims_of):
    text = "Since 2013, 53 soldiers have been killed there."
    claims = claims_of(text, Codebook())
    assert {claim.kind for claim in claims} == {"quantity", "date"}
    assert {claim.predicate for claim in claims} == {"other"}


def test_the_table_of_claims(claims_of):
    text = "On Monday the army said that 12 soldiers had been killed in Mali. They left at 1 p.m."
    claims = claims_of(text)
    table = frame("claims", claim_rows(claims))
    assert len(table) == len(claims) > 3
    assert table["claim_id"].is_unique
    assert table["start"].is_monotonic_increasing
    assert all(text[row.start : row.end] == row.text for row in table.itertuples())


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.data())
def test_no_text_and_no_records_make_it_fail(text, data):
    article = Article.of(text, doc_id="a", published=None)
    spans = []
    for _ in range(data.draw(st.integers(0, 6))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        if start < end:
            spans.append((start, end, text[start:end]))
    mentions = [Mention(*span, "GPE", "mali", "r") for span in spans]
    dates = [Date(*span, "DATE", "2022-02", None, "explicit", "r") for span in spans]
    durations = [Date(*span, "DURATION", "P9Y", None, "explicit", "r") for span in spans]
    numbers = [
        Quantity(*span, 5.0, 5.0, "exact", None, span[2].strip() or None, None, None, "r")
        for span in spans
    ]
    quotes = [Quote(*span, None, None, None, "direct", "r") for span in spans]
    for claim in find_claims(article, mentions, dates + durations, numbers, quotes, codebook=BOOK):
        assert text[claim.start : claim.end] == claim.text


@pytest.mark.parametrize(
    "text",
    ["The last French soldiers left Mali at noon.", "The last French soldiers left at 1 p.m."],
)
def test_the_hour_of_an_unknown_day_is_no_date(text, extract, codebook):
    article = Article.of(text, doc_id="a")
    answers = answer_variables(find_claims(article, *extract(article), codebook=codebook), codebook)
    assert set(answers["variable"]) >= {"completion_time"}
    assert "completion_date" not in set(answers["variable"])
