"""What is counted, where, and as of when?"""

import pytest

from crosscheck.extract.article import Article, make_doc
from crosscheck.extract.quantities import (
    QuantityFinder,
    noun_phrase_after,
    noun_phrase_before,
)
from crosscheck.extract.records import Date, Mention
from tests.coded import NLP

FIND = QuantityFinder()


def find(text, language="en", dates=(), mentions=()):
    return FIND(make_doc(NLP, Article.of(text, language_code=language)), dates, mentions)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Turkish drones", "Turkish drones"),
        ("special forces instructors from six states", "special forces instructors"),
        ("United Nations peacekeepers were", "United Nations peacekeepers"),
        ("well-armed men on foot", "well-armed men"),
        ("suspected militants killed in", "suspected militants"),
        ("more trucks", "trucks"),
        ("other institutions", "institutions"),
        ("of the old barracks burned", "old barracks"),
        ("members of the border guard and a dog", "members of the border guard"),
        ("men and women died", "men and women"),
        ("Belgian and Dutch pilots landed", "Belgian and Dutch pilots"),
        ("soldiers' coffins", "soldiers"),
        ("people’s", "people"),
        ("(looters)", "looters"),
        ('"mercenaries" have', "mercenaries"),
        ("crew remain aboard", "crew remain"),  # a collective noun without an ending is not known
        ("police remain outside", "police"),
        ("killed in the raid", None),
        ("of them", None),
        ("in Gao", None),
        (", he said", None),
        ("", None),
    ],
)
def test_noun_phrase_after(text, phrase):
    span = noun_phrase_after(text, 0, len(text), "en")
    assert (text[slice(*span)] if span else None) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("the British casualties", "British casualties"),
        ("said that the rebels' losses", "rebels' losses"),
        ("officers killed", "officers"),
        ("the members of the crew", "members of the crew"),
        ("it is the", None),
    ],
)
def test_noun_phrase_before(text, phrase):
    span = noun_phrase_before(text, len(text), 0, "en")
    assert (text[slice(*span)] if span else None) == phrase


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        # behind the number
        ("5 wounded sappers", ["wounded sappers"]),
        ("one Swiss observer was hit", ["Swiss observer"]),
        ("a 2,000-strong Kenyan brigade holds the line", ["Kenyan brigade"]),
        ("a 15-nation bloc", ["nation"]),
        ("hundreds of young miners", ["young miners"]),
        ("some 500 of its pilots left", ["pilots"]),
        ("60% of the harvest and 20 tonnes of rice", ["harvest", "rice"]),
        ("30 kilometres of the frontier", [None]),
        ("$5 million", [None]),
        # said before
        ("8 nurses died, including 3 in Gao", ["nurses", "nurses"]),
        ("out of a total of 90 tents, 12 were lost", ["tents", "tents"]),
        ("Of the 40 cooks, 12 of them chefs, 3 left", ["cooks"] * 3),
        ("Ten divers came. Another 5 to 6 followed.", ["divers", "divers"]),
        ("Half the divers came. Two of them drowned.", ["divers", "divers"]),
        ("Kenyan casualties total 19.", ["Kenyan casualties"]),
        ("Kenyan casualties in the valley since May now stand at 19.", ["Kenyan casualties"]),
        ("Rebel losses, thought to be in the hundreds, are hidden.", ["Rebel losses"]),
        ("It brings to 9 the number of divers lost.", ["divers"]),
        ("The number of divers lost there since May has risen to 9.", ["divers"]),
        ("It brings the death toll to 9.", ["death toll"]),
        ("a death toll of 9", ["death toll"]),
        ("a crew of five", ["crew"]),
        ("Injured divers: 9", ["Injured divers"]),
        ("the divers (9)", ["divers"]),
        ("9 or 10 divers, 3 and 4 cooks", ["divers", "cooks", "cooks"]),
        ("from 90 to 50 divers", ["divers", "divers"]),
        ("it cut the fleet from 90 to 50 ships", ["ships", "ships"]),
        ("dozens, perhaps hundreds, of divers", ["divers", "divers"]),
        # a state is one of people
        (
            "A bus and 7 vans burned; 12 miners died. It left 3 wounded.",
            ["vans", "miners", "miners"],
        ),
        ("The blast left 17 dead.", ["dead"]),
        # counted in passing
        ("They have 90 divers in 6 ports. We have 40.", ["divers", "ports", "divers"]),
        ("Nothing was said of it: 40 came.", [None]),
    ],
)
def test_counted(text, counted):
    assert [q.counted for q in find(text)] == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("300 soldats tchadiens tués", ["soldats tchadiens"]),
        ("une dizaine de véhicules blindés", ["véhicules blindés"]),
        ("plus de 50 plongeurs, dont 12 d’entre eux ici", ["plongeurs", "plongeurs"]),
        ("Les pertes kényanes s’élèvent à 19.", ["pertes kényanes"]),
        ("Le nombre de plongeurs disparus est passé à 9.", ["plongeurs"]),
        ("17 morts", ["morts"]),
    ],
)
def test_counted_in_french(text, counted):
    assert [q.counted for q in find(text, "fr")] == counted


def test_each_row_names_its_rule():
    text = "Kenyan losses total 19. Of these 4 died; 30 km off 2 hid. Another 5 left 12 dead."
    rules = [q.rule for q in find(text)]
    assert rules == ["subject", "antecedent", "unit", "antecedent", "antecedent", "state"]


def place(text, name, label="GPE"):
    start = text.index(name)
    return Mention(start, start + len(name), name, label, name.lower(), "r")


@pytest.mark.parametrize(
    ("text", "names", "places"),
    [
        ("30 Finns live in Peru, 12 in Chile.", ["Peru", "Chile"], ["Peru", "Chile"]),
        ("In Peru, 30 Finns and 12 Danes live.", ["Peru"], ["Peru", "Peru"]),
        ("30 Finns live across Peru, Chile and Cuba.", ["Peru", "Chile", "Cuba"],
         ["Peru, Chile and Cuba"]),
        ("30 Finns live in the capital, Lima.", ["Lima"], ["Lima"]),
        ("30 Finns live in the town of Cusco.", ["Cusco"], ["Cusco"]),
        ("30 Finns live in northern Peru.", ["Peru"], ["Peru"]),
        ("30 Finns live in the border areas with Peru.", ["Peru"], ["border areas with Peru"]),
        ("30 Finns fight with Peru troops.", ["Peru"], [None]),
        ("30 Finns live in the region.", [], ["region"]),
        ("A hill 12 km north of Cusco.", ["Cusco"], ["Cusco"]),
        ("30 Finns left; Danes came to Peru.", ["Peru"], [None]),
        ("30 Finns left when Peru fell in Lima.", ["Peru", "Lima"], [None]),
    ],
)  # fmt: skip
def test_place(text, names, places):
    mentions = [place(text, name) for name in names]
    assert [q.place for q in find(text, mentions=mentions)] == places


def test_a_nationality_is_no_place():
    text = "30 Finns in Peruvian hands."
    assert [q.place for q in find(text, mentions=[place(text, "Peruvian", "NORP")])] == [None]


@pytest.mark.parametrize(
    ("text", "span", "value", "kind", "expected"),
    [
        ("In March it had 30 divers.", "March", "2021-03", "DATE", "2021-03"),
        ("It had 30 divers in March.", "March", "2021-03", "DATE", "2021-03"),
        ("On 3 March some 30 divers and 4 cooks left.", "3 March", "2021-03-03", "DATE",
         "2021-03-03"),
        ("Since March 30 divers died.", "March", "2021-03", "DATE", None),
        ("The March 2021 fleet had 30 divers.", "March 2021", "2021-03", "DATE", None),
        ("It had 30 divers, he said in March.", "March", "2021-03", "DATE", None),
        ("It had 30 divers before it fell in March.", "March", "2021-03", "DATE", None),
        ("For weeks it had 30 divers.", "weeks", "PXW", "DURATION", None),
        ("In March it had 30 divers.", "March", None, "DATE", None),
    ],
)  # fmt: skip
def test_as_of(text, span, value, kind, expected):
    start = text.index(span)
    date = Date(start, start + len(span), span, kind, value, None, "explicit", "r")
    assert {q.as_of for q in find(text, dates=[date])} == {expected}
