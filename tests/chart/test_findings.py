"""What the alternative texts say, and that they change with the tables."""

from __future__ import annotations

from crosscheck import tables
from crosscheck.chart import entities, framing, matrix, numbers, reuse, timeline
from crosscheck.chart import map as map_chart
from crosscheck.codebook.framing import FramingModel
from tests.chart import fixtures
from tests.chart.test_charts import NAMES, _dates

ANSWERS, VERDICTS = fixtures.answers(), fixtures.verdicts()
DOCUMENTS, VARIABLES = fixtures.documents(), fixtures.variables()
AGREED = VERDICTS.assign(verdict=VERDICTS["verdict"].replace({"conflict": "agree"}))


def test_numbers():
    said = numbers.alt_text(ANSWERS, VERDICTS, DOCUMENTS, VARIABLES)
    assert said == (
        "15 numbers from five sources on eleven questions. French soldiers killed in the Sahel: "
        "53 (Sahel Courier) against 58 (Monthly Review) conflict."
    )
    assert numbers.alt_text(ANSWERS, AGREED, DOCUMENTS, VARIABLES).endswith(
        "None of them conflict."
    )


def test_matrix():
    said = matrix.alt_text(ANSWERS, VERDICTS, DOCUMENTS, VARIABLES, NAMES)
    assert said == (
        "24 questions put to five sources: 4 conflict, 1 different scope, 4 agree, 5 compatible "
        "and 10 one source. In conflict: The length of the mission, French soldiers killed in the "
        "Sahel, Who brought the departure about and The reason given."
    )
    assert "No answers conflict." in matrix.alt_text(ANSWERS, AGREED, DOCUMENTS, VARIABLES, NAMES)


def test_timeline():
    said = timeline.alt_text(ANSWERS, VERDICTS, _dates(lambda t: t), DOCUMENTS, VARIABLES)
    assert said == (
        "15 dates from five sources between 2013 and 2022. Agreed: The end of the withdrawal "
        "(15 Aug 2022, 13:00). None conflict."
    )


def test_timeline_without_answers_shows_what_is_mentioned():
    arguments = (ANSWERS.iloc[:0], VERDICTS, _dates(lambda t: t), DOCUMENTS, VARIABLES)
    assert timeline.alt_text(*arguments).startswith("One date from one source in 2022.")
    texts = [text.get_text() for text in timeline.draw(*arguments).axes[0].texts]
    assert "15 Aug 2022, 13:00*" in texts


def test_timeline_shows_other_days_as_hollow_dots():
    row = {"doc_id": "s0", "start": 0, "end": 4, "text": "then", "kind": "DATE",
           "basis": "explicit", "rule": "r"}  # fmt: skip
    values = ("2022-03-28", "2022-02-17", "2022-04", "2022-03-28")
    dates = tables.frame("dates", [{**row, "value": value} for value in values])
    texts = [
        text.get_text()
        for text in timeline.draw(ANSWERS, VERDICTS, dates, DOCUMENTS, VARIABLES).axes[0].texts
    ]
    assert texts.count("28 Mar 2022") == 1
    assert texts.count("17 Feb 2022") == 1
    assert "Apr 2022" not in texts


def test_entities():
    said = entities.alt_text(fixtures.mentions(), fixtures.entities(), DOCUMENTS)
    assert said == (
        "Five sources name 24 persons and things, 17 of them in more than one source. All sources "
        "name Mali, France, Operation Barkhane, Niger and Sahel. The person whom most sources name "
        "is Emmanuel Macron, in two sources."
    )


def test_reuse():
    said = reuse.alt_text(fixtures.reuse(), DOCUMENTS, fixtures.blocks())
    assert said == (
        "Four of five sources share two passages. The one that most of them have stands in Sahel "
        "Courier, Monthly Review and Continent Daily, word for word."
    )


def test_framing():
    little = framing.alt_text(fixtures.framing(), DOCUMENTS, FramingModel())
    assert little == (
        "14 terms in five sources. In every case there is too little text to say whether a source "
        "prefers a term."
    )
    much = framing.alt_text(fixtures.framing(times=10), DOCUMENTS, FramingModel())
    assert "Gulf Network uses “armed groups” more" in much


def test_map():
    said = map_chart.alt_text(ANSWERS, DOCUMENTS, fixtures.places(), fixtures.plan())
    assert said == (
        "Where the troops were, and where they went. About 2,400 soldiers in Mali before the "
        "withdrawal, about 1,000 or more than 1,000 soldiers in Niger after it and 700 to 1,000 "
        "soldiers in Chad after it. They moved from Mali to Niger (four sources). Last base: Gao."
    )
