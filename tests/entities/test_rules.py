"""Every rule with what it finds and what it must leave alone, in words of our own."""

from __future__ import annotations

import pytest

from tests.entities.conftest import find, said

FOUND = {
    "codebook, other case and accents": (
        "in TOMBOUCTOU and Menaka",
        ["TOMBOUCTOU/GPE", "Menaka/GPE"],
    ),
    "longest name": (
        "the Islamic State West Africa Province",
        ["Islamic State West Africa Province/ORG"],
    ),
    "no article, no title": ("the Colonel Ali Sow", ["Ali Sow/PERSON"]),
    "genitive is not part": ("Kenya’s and Togo's ports", ["Kenya/GPE", "Togo/GPE"]),
    "apostrophe inside": ("a mosque in N'Djamena", ["N'Djamena/GPE"]),
    "dotted": ("the U.S. embassy", ["U.S./GPE"]),
    "two capitals": ("pastors of the EU and the AU", ["EU/ORG", "AU/ORG"]),
    "rank": ("then Brig. Gen. Ali Sow spoke", ["Ali Sow/PERSON"]),
    "role in small letters": ("the analyst Ali Sow", ["Ali Sow/PERSON"]),
    "office with its field": ("Minister of Justice Ali Sow", ["Ali Sow/PERSON"]),
    "speaks": ("There, Tiéman Sow insisted on it", ["Tiéman Sow/PERSON"]),
    "is spoken of": ("“No,” replied Tiéman Sow", ["Tiéman Sow/PERSON"]),
    "one name after speech": ("“No,” replied Tiéman.", ["Tiéman/PERSON"]),
    "age": ("There Tiéman Sow, 52, waited", ["Tiéman Sow/PERSON"]),
    "role after": ("There Tiéman Sow, the village chief, waited", ["Tiéman Sow/PERSON"]),
    "initial": ("a book by T. W. Sow", ["T. W. Sow/PERSON"]),
    "particles": ("the poet and Anna van der Meer met", ["Anna van der Meer/PERSON"]),
    "prefix": (
        "they shot al-Tunisi, said Ali al-Tunisi",
        ["al-Tunisi/PERSON", "Ali al-Tunisi/PERSON"],
    ),
    "roman numeral": ("the pope, John Paul II, wept", ["John Paul II/PERSON"]),
    "byline": ("By Ulf Qvist and Tiéman Sow", ["Ulf Qvist/PERSON", "Tiéman Sow/PERSON"]),
    "chair of a body": ("the Tobacco Board chairman left", ["Tobacco Board/ORG"]),
    "ministry": ("the Ministry of Roads and Bridges", ["Ministry of Roads and Bridges/ORG"]),
    "body of a country": ("the Kenya Football Federation", ["Kenya Football Federation/ORG"]),
    "body for something": ("a Centre for Peace in Kenya", ["Centre for Peace in Kenya/ORG"]),
    "ampersand": ("a clerk at Sow & Sons", ["Sow & Sons/ORG"]),
    "noun of an organisation": (
        "the movement Debout and the newspaper Lafia",
        ["Debout/ORG", "Lafia/ORG"],
    ),
    "capitals": ("the OECD and the WFP", ["OECD/ORG", "WFP/ORG"]),
    "results": (
        "Bury 4 Hull 0\nCrewe 1 Leeds 3",
        ["Bury/ORG", "Hull/ORG", "Crewe/ORG", "Leeds/ORG"],
    ),
    "lake": ("on Lake Faguibine", ["Lake Faguibine/LOC"]),
    "river": ("across the Oti River", ["Oti River/LOC"]),
    "direction": ("in Northern Mandara", ["Northern Mandara/LOC"]),
    "the West": ("what the West wants", ["West/LOC"]),
    "airport": ("at Anna Lindh Airport", ["Anna Lindh Airport/FAC"]),
    "hospital in small letters": ("at the Anna Lindh hospital", ["Anna Lindh/FAC"]),
    "operation": ("under Operation Hawk", ["Operation Hawk/EVENT"]),
    "village": ("the village of Tonka and the Léré district", ["Tonka/GPE", "Léré/GPE"]),
    "unknown town": ("shots were heard in Tonka", ["Tonka/GPE"]),
    "beside a known town": ("between Dakar and Tonka", ["Dakar/GPE", "Tonka/GPE"]),
    "dateline": ("TONKA, Kenya — Nobody came.", ["TONKA/GPE", "Kenya/GPE"]),
    "city that is a surname": ("The artist Jack London smiled", ["Jack London/PERSON"]),
    "nation": ("Kenyan, Swiss and Dutch guards", ["Kenyan/NORP", "Swiss/NORP", "Dutch/NORP"]),
    "nation with hyphen": ("a pro-Russian, Swiss-led group", ["Russian/NORP", "Swiss/NORP"]),
    "glued": ("nobody knows whyAnna Lindh", ["Anna Lindh/PERSON"]),
    "tag and handle": ("#Togo and @Togo", ["Togo/GPE", "Togo/GPE"]),
    "said again": (
        "Anna Lindh left. Later Lindh came back.",
        ["Anna Lindh/PERSON", "Lindh/PERSON"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_found(text: str, expected: list[str]) -> None:
    assert said(text) == expected


NOTHING = {
    "months and days": "In March they march; May is warm; on Monday, April 4, and Sunday too",
    "titles alone": "The Prime Minister and the President of the Republic met the Chief of Staff",
    "openers": "Yesterday Nobody came. Meanwhile Many left. However, Some stayed.",
    "pronoun": "I said that I, too, am. Ok?",
    "headline": "Angry Crowds Burn Tyres As Prices Rise Across Country",
    "shouted headline": "ANGRY CROWDS BURN TYRES AS PRICES RISE",
    "shouted pronoun": "THEY TOLD US NOTHING AND GAVE US NOTHING",
    "language": "He spoke in French, then in Arabic.",
    "speaking": "French-speaking and English-language stations",
    "time": "at 13:00 GMT, or 3 PM CET",
    "time zone": "It starts at 10:32 PM IST, or 9:00 a.m. EST",
    "ideology": "an Islamist insurgency and Western powers",
    "units": "He drove 20 KM with an AK-47",
    "small twins": "Relief. The relief was short.",
    "speech and a noun": "Residents said Thursday morning that it was over",
    "small us": "He told us so; it is us.",
    "quoted title": 'He read from "Burning Granaries" aloud',
    "furniture": "Related Topics\nReading Time\nSign Up Now\n",
    "single letters": "Group A beat Group B. Plan C.",
    "nothing": "",
    "white space": " \n\t\u00a0 ",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_nothing(text: str) -> None:
    assert said(text) == []


OTHER = {
    "Niger is not Nigeria": ("Niger and Nigeria", ["Niger/GPE", "Nigeria/GPE"]),
    "Chad is a country": ("Chad said so", ["Chad/GPE"]),
    "army base": ("a French military base", ["French/NORP"]),
    "language word as adjective": ("in French hands", ["French/NORP"]),
    "office of the forces": (
        "French Armed Forces Minister Ali Sow",
        ["French/NORP", "Ali Sow/PERSON"],
    ),
    "common word in a city's name": ("Nice people met in Nice", []),
    "no name over a full stop": ("He left Kenya. Football Federation men came.", ["Kenya/GPE"]),
}


@pytest.mark.parametrize(("text", "expected"), OTHER.values(), ids=OTHER)
def test_not_something_else(text: str, expected: list[str]) -> None:
    assert said(text)[: len(expected)] == expected


FRENCH = {
    "adjectives in small letters": ("les soldats tchadiens", ["tchadiens/NORP"]),
    "names in small letters": (
        "le golfe de Guinée et le lac Tchad",
        ["golfe de Guinée/LOC", "lac Tchad/LOC"],
    ),
    "title": ("le colonel Ali Sow et Mme Anna Lindh", ["Ali Sow/PERSON", "Anna Lindh/PERSON"]),
    "speech": ("« Non », a déclaré Tiéman Sow.", ["Tiéman Sow/PERSON"]),
    "trade": (
        "L'infirmière Salomé Quint et l'adjudant-chef Yann Le Goff",
        ["Salomé Quint/PERSON", "Yann Le Goff/PERSON"],
    ),
    "single name by its rank": ("« On part », dit Gaëlle, caporale, en riant.", ["Gaëlle/PERSON"]),
    "single name by naming": ("Un berger nommé Alhader est parti.", ["Alhader/PERSON"]),
    "months and days": ("Lundi et en mars", []),
    "articles": ("C'était là. L'été fut long. Qu'importe.", []),
    "countries": (
        "l'Allemagne, la Suisse et les États-Unis",
        ["Allemagne/GPE", "Suisse/GPE", "États-Unis/GPE"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), FRENCH.values(), ids=FRENCH)
def test_french(text: str, expected: list[str]) -> None:
    assert said(text, language="fr") == expected


METONYMS = {
    "decides": ("Rome decided to stay.", True),
    "after an adverb": ("Rome also denied it.", True),
    "relations": ("ties between Cairo and Rome", True),
    "asked": ("They accused Rome of lying.", True),
    "in": ("In Rome people said no.", False),
    "from": ("She came from Rome on foot.", False),
    "no capital": ("Milan decided to stay.", False),
    "time": ("at noon Rome time", False),
}


@pytest.mark.parametrize(("text", "flag"), METONYMS.values(), ids=METONYMS)
def test_metonym(text: str, flag: bool) -> None:
    assert any(m.metonym for m in find(text)) is flag
