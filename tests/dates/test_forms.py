"""Sentence → expected mentions, in other words than the hand coding."""

from __future__ import annotations

import pytest

from tests.dates.conftest import find, said

WEDNESDAY = "2023-11-08"

FOUND = [
    ("The pact of 9 October 2019 lapsed.", [("9 October 2019", "2019-10-09")]),
    ("It was dated Oct. 9, 2019.", [("Oct. 9, 2019", "2019-10-09")]),
    ("It was dated 9-Oct-2019.", [("9-Oct-2019", "2019-10-09")]),
    ("On Tuesday 7 November they voted.", [("Tuesday 7 November", "2023-11-07")]),
    ("Issued 03/11/2023 - 18:05", [("03/11/2023 - 18:05", "2023-11-03T18:05")]),
    ("Talks run from 3 to 5 May 2024.", [("3 to 5 May 2024", "2024-05-03/2024-05-05")]),
    ("Rain fell on June 4 and 6.", [("June 4", "2023-06-04"), ("6", "2023-06-06")]),
    ("In May 20 miners were buried.", [("May", "2023-05")]),
    ("On May 20 miners went on strike.", [("May 20", "2023-05-20")]),
    ("A truce held until the end of 2017.", [("the end of 2017", "2017-12")]),
    ("It opened in late 2017 or early 2018.", [("late 2017", "2017"), ("early 2018", "2018")]),
    ("The first week of March 2021 was calm.", [("The first week of March 2021", "2021-W09")]),
    ("They met in the third quarter.", [("the third quarter", "2023-35")]),
    ("A ferry sank last spring.", [("last spring", "2023-21")]),
    ("In the spring of 2019 it sank.", [("the spring of 2019", "2019-21")]),
    ("In the late '80s it closed.", [("the late '80s", "198X")]),
    ("Since the 19th century it has stood.", [("the 19th century", "18XX")]),
    ("They left a decade ago.", [("a decade ago", "2013")]),
    ("They left three months ago.", [("three months ago", "2023-08")]),
    ("They left two weeks ago.", [("two weeks ago", "2023-W43")]),
    ("They return next week.", [("next week", "2023-W46")]),
    ("The vote takes place next month.", [("next month", "2023-12")]),
    ("The vote will be on Sunday.", [("Sunday", "2023-11-12")]),
    ("Unions have called a strike for Friday.", [("Friday", "2023-11-10")]),
    ("Friday's strike was called off.", [("Friday", "2023-11-03")]),
    ("He spoke last Monday.", [("last Monday", "2023-11-06")]),
    ("He spoke on Monday night.", [("Monday night", "2023-11-06TNI")]),
    ("It opened early on Wednesday.", [("early on Wednesday", "2023-11-08")]),
    ("The gates shut at 9 p.m. on Thursday.", [("9 p.m. on Thursday", "2023-11-02T21:00")]),
    ("It struck at 5am (0400 GMT) today.", [("5am (0400 GMT) today", "2023-11-08T05:00+01:00")]),
    ("He landed at 15:20 CET on 2 July 2023.",
     [("15:20 CET on 2 July 2023", "2023-07-02T15:20+01:00")]),
    ("It ends at 10 am Tokyo time on 1 July 2023.",
     [("10 am Tokyo time on 1 July 2023", "2023-07-01T10:00+09:00")]),
    ("Posted 1 July 2023 6:41 PM GMT+2", [("1 July 2023 6:41 PM GMT+2", "2023-07-01T18:41+02:00")]),
    ("The siege lasted 18 months.", [("18 months", "P18M")]),
    ("The strike should last six weeks.", [("six weeks", "P6W")]),
    ("Over the last six weeks it grew.", [("the last six weeks", "P6W")]),
    ("Over the last year it grew.", [("the last year", "P1Y")]),
    ("It took two hours and 20 minutes.", [("two hours and 20 minutes", "PT2H20M")]),
    ("It took two to three days.", [("two to three days", "P2D/P3D")]),
    ("After a 72-hour truce, guns fell silent.", [("72-hour", "PT72H")]),
    ("The 12-year-old trade dispute ended.", [("The 12-year", "P12Y")]),
    ("It was cold in nineteen eighty-one.", [("nineteen eighty-one", "1981")]),
    ("It was cold in the late seventies.", [("the late seventies", "197X")]),
    ("It will be over by August in any case.", [("August", "2024-08")]),
    ("The feast was on Monday. Yesterday, they left.",
     [("Monday", "2023-11-06"), ("Yesterday", "2023-11-07")]),
    ("A decade-long war ended.", [("A decade-long", "P10Y")]),
    ("Half a year passed.", [("Half a year", "P6M")]),
    ("They had waited for centuries.", [("centuries", "PXXXY")]),
    ("In the next few days it will rain.", [("the next few days", "PXD")]),
    ("They meet twice a month.", [("twice a month", "P1M")]),
    ("They meet every other week.", [("every other week", "P2W")]),
    ("They meet on Tuesdays.", [("Tuesdays", "XXXX-WXX-2")]),
    ("It rained on 2 May 2021 and again three days later.",
     [("2 May 2021", "2021-05-02"), ("three days later", "2021-05-05")]),
    ("He was born in 1961. That year the wall went up.",
     [("1961", "1961"), ("That year", "1961")]),
    ("1998\n\n- March 3: the dam breaks\n\n- May 9: it is mended",
     [("1998", "1998"), ("March 3", "1998-03-03"), ("May 9", "1998-05-09")]),
    ("“We leave today,” the envoy said on Monday.",
     [("today", "2023-11-06"), ("Monday", "2023-11-06")]),
    ("It has been so since 9/11.", [("9/11", "2001-09-11")]),
    ("The floods of 1910 and 1924 are remembered.", [("1910", "1910"), ("1924", "1924")]),
    ("Work began in June 2021 and was resumed in July.",
     [("June 2021", "2021-06"), ("July", "2021-07")]),
    ("The bridge, begun in June 2021, was opened in July.",
     [("June 2021", "2021-06"), ("July", "2023-07")]),
    ("After the coup of June 2021, they left in July.",
     [("June 2021", "2021-06"), ("July", "2023-07")]),
    ("At one in the afternoon Tokyo time (0400 GMT), it fell.",
     [("one in the afternoon Tokyo time (0400 GMT)", "2023-11-08T13:00+09:00")]),
    ("At 4 p.m. the column reached the ford on November 3.",
     [("4 p.m.", "2023-11-03T16:00"), ("November 3", "2023-11-03")]),
    ("The gate opened at 4:00 p.m. (London time) on 5 July 2023.",
     [("4:00 p.m. (London time) on 5 July 2023", "2023-07-05T16:00+01:00")]),
    ("It met Li Jun. The talks failed.", []),
    ("At noon London time on 5 July 2023 it fell.",
     [("noon London time", "2023-07-05T12:00+01:00"), ("5 July 2023", "2023-07-05")]),
    ("They came at three o'clock in the afternoon.",
     [("three o'clock in the afternoon", "2023-11-08T15:00")]),
    ("It began at two in the morning on Sunday.",
     [("two in the morning", "2023-11-05T02:00"), ("Sunday", "2023-11-05")]),
    ("The March vote was annulled.", [("March", "2023-03")]),
    ("The camps were given up in November, December and January respectively.",
     [("November", "2023-11"), ("December", "2022-12"), ("January", "2023-01")]),
    ("A fair was held in December; he said a vote in December was likely.",
     [("December", "2022-12"), ("December", "2023-12")]),
    ("A vote due on Friday was put off; the one due on Friday will be held.",
     [("Friday", "2023-11-03"), ("Friday", "2023-11-10")]),
    ("They fled on 5 October. The next day the town fell.",
     [("5 October", "2023-10-05"), ("The next day", "2023-10-06")]),
    ("Prices rose from May to July; the meeting was moved from May to July.",
     [("May to July", "2023-05/2023-07"), ("May", "2023-05"), ("July", "2023-07")]),
    ("Between 2012, when it fell, and 2013, it was shut.", [("2012", "2012"), ("2013", "2013")]),
    ("Between the end of 2019 and early 2021 it was shut.",
     [("the end of 2019 and early 2021", "2019-12/2021")]),
    ("Open 15 to 20 August 2022, and between today and Friday.",
     [("15 to 20 August 2022", "2022-08-15/2022-08-20"),
      ("today and Friday", "2023-11-08/2023-11-10")]),
    ("Sales doubled between 2021 and the first half of 2022.",
     [("2021", "2021"), ("the first half of 2022", "2022-01/2022-06")]),
    ("Two or three years ago it was shut.", [("Two or three years ago", "2020/2021")]),
    ("Two to three weeks later it was shut.", [("Two to three weeks later", "P2W/P3W")]),
    ("In the last weeks it rained; in the next days it will too.",
     [("the last weeks", "PXW"), ("the next days", "PXD")]),
    ("Since at least 2012 it has been shut.", [("at least 2012", "2012")]),
    ("Serval (2013-14) and Barkhane (August 2014 – November 2022) are over.",
     [("2013-14", "2013/2014"), ("August 2014 – November 2022", "2014-08/2022-11")]),
]  # fmt: skip

NOTHING = [
    "The marchers march on, and March on Rome is a film.",
    "She may go; Theresa May may not; it may be that Jan Novak will.",
    "The second of the ten was a minute detail, not of the second rank.",
    "About 2000 villagers and 1998 goats were moved.",
    "Resolution 1973, section 2010 and flight 2022 have nothing in common.",
    "It cost $1999, or 2000 euros, or 1,950 francs.",
    "A Mirage 2000 and a Boeing 777 took off.",
    "She is 44 years old; her 12-year-old son came along; his father is in his seventies.",
    "Read www.example.org/2023/05/17/a-page.html.",
    "Three-quarters of the voters, more than a quarter of whom are young, agreed.",
    "USA Today and the daily newspaper Le Matin wrote so.",
    "The fall of the wall; a spring of water; summer houses.",
    "Version 2.10.3 of the 24/7 service, ratio 3:2, score 1-0.",
    "A rate of 300 words a minute and 60 miles an hour; a man a town.",
    "It weighs 2012 kg and is 1999 metres high.",
    "One day they will come. Two in three people say so.",
]

FRENCH = [
    ("Le 3 mai 2021, il a plu.", [("Le 3 mai 2021", "2021-05-03")]),
    ("Il a plu mardi dernier.", [("mardi dernier", "2023-11-07")]),
    ("Il est arrivé hier à 21 h 45.", [("hier à 21 h 45", "2023-11-07T21:45")]),
    ("Le vote aura lieu la semaine prochaine.", [("la semaine prochaine", "2023-W46")]),
    ("Il a plu pendant plus de deux semaines.", [("plus de deux semaines", "P2W")]),
    ("Depuis début 2019, il pleut.", [("début 2019", "2019")]),
    ("La trêve a tenu une dizaine d'années.", [("une dizaine d'années", "P10Y")]),
    ("À 9 heures, heure de Londres, il est parti.",
     [("9 heures, heure de Londres", "2023-11-08T09:00+00:00")]),
    ("Le sergent Paul, 34 ans, a marché deux heures.", [("deux heures", "PT2H")]),
    ("Le second mardi fut de mise; 2 000 mètres.", [("mardi", "2023-11-07")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text for text, _ in FOUND])
def test_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text, published=WEDNESDAY) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_nothing(text: str) -> None:
    assert said(text, published=WEDNESDAY) == []


@pytest.mark.parametrize(("text", "expected"), FRENCH, ids=[text for text, _ in FRENCH])
def test_french(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text, published=WEDNESDAY, language="fr") == expected


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("nearly ten years of war", "about"),
        ("some six weeks of war", "about"),
        ("more than ten years of war", "more_than"),
        ("less than ten years of war", "less_than"),
        ("at least ten years of war", "at_least"),
        ("up to ten years of war", "at_most"),
        ("only ten years of war", None),
        ("in early 2019", "start"),
        ("in mid-2019", "mid"),
        ("in late 2019", "end"),
        ("at the beginning of July 2019", "start"),
    ],
)
def test_qualifier(text: str, qualifier: str | None) -> None:
    assert [date.qualifier for date in find(f"It was {text}.")] == [qualifier]


def test_only_kept_passages_are_read() -> None:
    from crosscheck.extract.article import Article, Passage, make_doc
    from tests.dates.conftest import FINDER, NLP

    raw = "Crawled on 4 May 2024\nIt ended on 3 May 2021."
    kept = [Passage(1, 22, len(raw), raw[22:], "paragraph", "en")]
    dates = FINDER(make_doc(NLP, Article.of(raw, passages=kept)))
    assert [(date.start, date.value) for date in dates] == [(34, "2021-05-03")]
