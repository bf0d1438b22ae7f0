"""Who is the speaker in translated and agency copy? Inversions, epithets, headings, signs."""

from __future__ import annotations

import pytest

from tests.quotes.conftest import blocks, find

# (what, text, speakers of its quotations in order)
CASES = [
    # inversions that no verb of speech makes
    ("judgement", "“It rains”, justified Anna Weber.", ["Anna Weber"]),
    ("judgement, function", "“It rains”, denounces the minister.", ["minister"]),
    ("unlisted verb", "“It rains”, hammers a farmer of Portville.", ["a farmer of Portville"]),
    ("unlisted verb, body", "“It rains”, slips the Ministry of Health.", ["Ministry of Health"]),
    ("mood", "“It rains”, is indignant Anna Weber.", ["Anna Weber"]),
    ("mood, anonymous", "“It rains”, was alarmed a local diplomat.", ["a local diplomat"]),
    ("auxiliary", "“It rains”, has promised Anna Weber.", ["Anna Weber"]),
    ("for her part", "“It rains”, for her part declared Anna Weber.", ["Anna Weber"]),
    ("lets slip", "“It rains”, lets slip an adviser.", ["an adviser"]),
    ("day between", "“It rains”, launched Friday the mayor, Anna Weber.", ["Anna Weber"]),
    ("hearer between", "“It rains”, told The Courier a senior officer.", ["a senior officer"]),
    ("hearer with to", "“It rains”, confirmed to The Courier Anna Weber.", ["Anna Weber"]),
    ("place between", "“It rains”, said in a press release the army.", ["army"]),
    ("time after", "“It rains”, noted The Courier this summer.", ["The Courier"]),
    ("no inversion without comma", "The club “Rain” launched an appeal.", [None]),
    ("participle", "“It rains on us”, based in Portville, is a choir.", [None]),
    ("slogan", "“It rains on us”, is the slogan of the fair.", [None]),
    # the whole noun phrase
    ("general staff", "“It rains”, specifies the General Staff.", ["General Staff"]),
    (
        "no occasion",
        "“It rains”, said the junta in a press release.",
        ["junta"],
    ),
    ("no outlet", "“It rains”, said a resident to River Watch.", ["a resident"]),
    ("reached by", "“It rains”, said a resident reached by telephone.", ["a resident"]),
    ("close to", "“It rains”, said a source close to the file.", ["a source close to the file"]),
    (
        "function with its body before the name",
        "“It rains”, said the Minister of the Navy Anna Weber.",
        ["Anna Weber"],
    ),
    (
        "function of another's aide",
        "“It rains”, said an aide to President Anna Weber.",
        ["an aide to President Anna Weber"],
    ),
    # who is meant
    ("the latter", "Anna Weber met Tomas Lind. “It rains”, said the latter.", ["Tomas Lind"]),
    ("the former", "Anna Weber met Tomas Lind. “It rains”, said the former.", ["Anna Weber"]),
    (
        "the former, the latter",
        "Anna Weber met Tomas Lind. The former spoke of “a wet year”, the latter of “a dry one”.",
        ["Anna Weber", "Tomas Lind"],
    ),
    ("the former president", "“It rains”, said the former president.", ["former president"]),
    ("age", "Anna Weber came home. “It rains”, said the 44-year-old.", ["Anna Weber"]),
    (
        "he, unnamed",
        "One resident saw it all. “It rains”, he said.",
        ["One resident"],
    ),
    (
        "she, unnamed, quoted",
        "“It rains”, said a nurse. “It rains a lot”, she added.",
        ["a nurse"] * 2,
    ),
    (
        "the source",
        "A senior official described it. “It rains”, the source said.",
        ["A senior official"],
    ),
    ("the organisation", "River Watch met. “It rains”, said the organisation.", ["River Watch"]),
    (
        "in front of the name",
        "In what she called “a very wet year”, Anna Weber resigned.",
        ["Anna Weber"],
    ),
    (
        "at the ministry",
        "“It rains”, they assure at the Ministry of Health.",
        ["Ministry of Health"],
    ),
    (
        "one at",
        "At the Ministry of Health, one speaks of “a very wet year”.",
        ["Ministry of Health"],
    ),
    # phrases and papers
    ("can be read", "“It rains”, can be read in a text of the Lake Union.", ["Lake Union"]),
    (
        "signed",
        "The letter, signed by Anna Weber, speaks of “a very wet year”.",
        ["Anna Weber"],
    ),
    (
        "quoted as saying",
        "The Courier quoted Anna Weber as saying “it rains far too much”.",
        ["Anna Weber"],
    ),
    ("quoted, after", "“It rains,” The Courier quoted Anna Weber as saying.", ["Anna Weber"]),
    ("as put it", "The year was “wet and very long”, as Anna Weber put it.", ["Anna Weber"]),
    ("view of a body", "For the army, the year was “wet and very long”.", ["army"]),
    ("view of a place", "For Northland, the year was “wet and very long”.", [None]),
    ("same tone", "Same tone from Anna Weber: “It rains far too much.”", ["Anna Weber"]),
    ("colon, clause", "“A wet year”: thus Anna Weber described it.", ["Anna Weber"]),
    ("dash of quotations", "“It rains far too much.” ― Anna Weber", ["Anna Weber"]),
    (
        "carried on",
        "Anna Weber denied the claim. The harvest was brought in “without any loss at all”.",
        ["Anna Weber"],
    ),
    ("nothing to carry on", "The harvest was brought in “without any loss at all”.", [None]),
    ("plural, inverted", "“It rains”, insist the authorities, who fear it.", ["authorities"]),
    ("plural, after", "“It rains,” local authorities insist.", ["local authorities"]),
    ("no infinitive", "“It rains”, say it aloud.", [None]),
    ("another", "“It rains!” said a man. “It pours!” another shouted.", ["a man", "another"]),
    ("another noun", "“It rains!” said a man. Another report came.", ["a man"]),
    ("verdict of", "The verdict of Anna Weber was short: “It rains too much.”", ["Anna Weber"]),
    ("text calls", "The text calls for “an end to the rain”.", ["text"]),
    ("one of many", "“It rains”, sums up one of the men.", ["one of the men"]),
    (
        "one of many, with an infinitive",
        "“It rains”, sums up one of the last men to leave the farm.",
        ["one of the last men"],
    ),
    # those who speak together
    (
        "countries, not the outlet",
        "Peace is made, The Courier reports.\n\nThe countries said the “rain is over for now”.",
        ["countries"],
    ),
    (
        "countries quoted",
        "Northland and its allies said “it rains too much”. The countries left “at once and for good”.",
        ["Northland and its allies"] * 2,
    ),
    (
        "states",
        "In their text, the participating states said that “it rains too much”.",
        ["participating states"],
    ),
    ("states, counted", "“It rains,” the twelve states said.", ["twelve states"]),
    ("states is a verb", "Anna Weber states “it rains too much”.", ["Anna Weber"]),
    (
        "signatories",
        "Northland left. “It rains too much,” the signatories wrote.",
        ["signatories"],
    ),
    # who holds an office
    (
        "office of the subject",
        "Mr Lind met Anna Weber. “It rains,” the Northland leader said.",
        ["Tomas Lind"],
    ),
    (
        "office that the text gives",
        "Northland President Anna Weber met Tomas Lind. “It rains,” the Northland leader said.",
        ["Anna Weber"],
    ),
    (
        "office of another country",
        "Southland President Anna Weber came. “It rains,” the Northland leader said.",
        ["Northland leader"],
    ),
    (
        "another office",
        "Anna Weber, the prime minister, came. “It rains,” the Northland president said.",
        ["Northland president"],
    ),
    (
        "office of the one named after",
        "“It rains,” the Northland head of state said.\n\nAnna Weber spoke on Friday.",
        ["Anna Weber"],
    ),
    (
        "ambassador, diplomat",
        "The ambassador, Anna Weber, left. “It rains,” the diplomat said.",
        ["Anna Weber"],
    ),
    (
        "diplomat without name",
        "Ambassador Anna Weber left. “It rains,” said a diplomat. “A lot,” the diplomat said.",
        ["a diplomat", "a diplomat"],
    ),
    # he had said
    (
        "he had",
        "“It rains,” sighs an officer.\n\nBegun by Tomas Lind, the farm was loved. “We will stay on,”"
        " he had said.",
        ["an officer", "Tomas Lind"],
    ),
    (
        "he",
        "“It rains,” sighs an officer.\n\n“We will stay on,” he had said.",
        ["an officer", "an officer"],
    ),
    # letters and statements
    (
        "letter of its author",
        "In a letter to the Lake Union, Anna Weber denied it. “It rains in Northland,” the letter reads.",
        ["Anna Weber"],
    ),
    (
        "letter signed",
        "The letter, signed by Minister Anna Weber and sent to the Lake Union, is short.\n\n"
        "Northland is wet. “It rains too much,” the letter reads.",
        ["Anna Weber"],
    ),
    (
        "letter written by",
        "The letter to the Lake Union was written by Anna Weber. It says that “it rains too much”.",
        ["Anna Weber"],
    ),
    (
        "letter of someone who has written",
        "Anna Weber has written to the Lake Union. “It rains too much,” the letter says.",
        ["Anna Weber"],
    ),
    (
        "it read",
        "River Watch signed a statement on Sunday. “It rains too much,” it read.",
        ["River Watch"],
    ),
    (
        "statement of the ministry",
        "The farm ministry in Portville said it rained. “Much too much in Northland,” the statement"
        " read.",
        ["farm ministry"],
    ),
    (
        "it said in, with a subject",
        "The Portville government “denies it all the same”, it said in a communique.",
        ["Portville government"],
    ),
    ("no seat", "“It rains,” the farm ministry in Portville said.", ["farm ministry"]),
    ("a party", "“It rains,” a charity in Portville said.", ["a charity in Portville"]),
    (
        "government in full",
        "The Northland transitional government came. The government said that “it rains too much”.",
        ["Northland transitional government"],
    ),
    (
        "another government",
        "The Northland transitional army came. The government said that “it rains too much”.",
        ["government"],
    ),
    # it said
    (
        "it, an institution that a sentence is about",
        "Tomas Lind spoke to the Lake Union. The Southland Navy rejected it. “It rains,” it said.",
        ["Southland Navy"],
    ),
    (
        "it, a country that judges",
        "The Lake Union said it rained. Northland denied this. “It is dry,” it said.",
        ["Northland"],
    ),
    # people without a name
    (
        "close to a minister with a name",
        "“It rains”, sums up a source close to the Minister of the Farms, Anna Weber.",
        ["a source close to the Minister of the Farms"],
    ),
    (
        "spokesman with a name",
        "“It rains”, said a spokesman for the army, Tomas Lind.",
        ["Tomas Lind"],
    ),
    (
        "based",
        "“It rains,” said a Portville-based analyst who did not want to be named.",
        ["a Portville-based analyst"],
    ),
    (
        "who declined to be named",
        "A Portville-based analyst who declined to be named said “it rains too much”.",
        ["A Portville-based analyst"],
    ),
    (
        "another sees it differently",
        "“It rains,” said a man. Another is of a different opinion. “It is dry,” he said.",
        ["a man", "Another"],
    ),
    (
        "neighbour",
        "“It rains,” said Tomas Lind. His neighbour has another view. “It is dry,” she said.",
        ["Tomas Lind", "neighbour"],
    ),
    # sayings
    (
        "quoted the minister, a name",
        "“It rains,” The Courier quoted the minister, Anna Weber, as saying.",
        ["Anna Weber"],
    ),
    ("is the reply", "“It rains”, was the short reply of Anna Weber.", ["Anna Weber"]),
    ("is the slogan", "“It rains”, is the slogan of the Lake Union.", [None]),
    (
        "it is stressed",
        "At the farm ministry, it is stressed that “it rains too much”.",
        ["farm ministry"],
    ),
    (
        "it is stressed, after",
        "“It rains too much,” it is stressed at the farm ministry.",
        ["farm ministry"],
    ),
    ("it is stressed, nowhere", "It is stressed that “it rains too much”.", [None]),
    (
        "in their own words",
        "The farmers want, in their own words, to “stop the rain for good”.",
        ["farmers"],
    ),
    (
        "after a semicolon",
        "Anna Weber spoke of “a very wet year”; the farmers answered with a march.",
        ["Anna Weber"],
    ),
    # signs and cries
    ("with cries", "Residents burned hay, with cries of “Down with the rain”.", ["Residents"]),
    (
        "to cries",
        "To cries of “Down with the rain”, thousands marched.",
        ["thousands"],
    ),
    (
        "cries by",
        "They were met with cries of “Down with the rain” by crowds in Portville.",
        ["crowds in Portville"],
    ),
    ("cries, passive", "The men were met with cries of “Down with the rain”.", [None]),
    (
        "signs",
        "The day before, farmers marched, waving signs “Down with the rain”.",
        ["farmers"],
    ),
    ("sign speaks", "A banner said “Down with the rain”.", [None]),
    # names that nobody says
    ("baptised", "Members of a collective baptised “Sons of the rain” marched.", [None]),
    ("collective", "The collective “Sons of the rain” marched.", [None]),
    ("once called", "The road, once called the “road of the rain”, is shut.", [None]),
    ("what he called", "Tomas Lind praised what he called “a very wet year”.", ["Tomas Lind"]),
]


@pytest.mark.parametrize(("text", "speakers"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_speaker(text: str, speakers: list[str | None]) -> None:
    assert [row.speaker for row in find(text)] == speakers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A collective christened “Sons of the rain” marched.", "scare"),
        ("The movement “Sons of the rain” marched.", "scare"),
        ("Anna Weber called it “the year of the rain”.", "direct"),
    ],
)
def test_names_are_no_quotations(text: str, kind: str) -> None:
    assert [row.kind for row in find(text)] == [kind]


def test_reversed_guillemets() -> None:
    text = "The ship »Serval« became later »Barkhane«. »It rains far too much«, said Anna Weber."
    assert [row.text for row in find(text)] == ["Serval", "Barkhane", "It rains far too much"]


HEADINGS = [
    (
        "same words",
        "“It rains here”\n\nTomas Lind came. “Dry as dust here,” he said.\n\n"
        "“It rains here, and how,” Anna Weber said.",
        ["Anna Weber", "Tomas Lind", "Anna Weber"],
    ),
    (
        "next quotation",
        "All is well.\n\n“A new era begins”\n\nThe sun is back. “It went well,” said Anna Weber.",
        ["Anna Weber", "Anna Weber"],
    ),
    (
        "not the one quoted before",
        "“It rains,” said Tomas Lind.\n\n“A new era begins”\n\n“It went well,” said Anna Weber.",
        ["Tomas Lind", "Anna Weber", "Anna Weber"],
    ),
    (
        "a paragraph of its own goes on",
        "“It rains,” said Tomas Lind.\n\n“A new era begins for us all.”\n\nAnna Weber came.",
        ["Tomas Lind", "Tomas Lind"],
    ),
]


@pytest.mark.parametrize(
    ("text", "speakers"), [c[1:] for c in HEADINGS], ids=[c[0] for c in HEADINGS]
)
def test_headings(text: str, speakers: list[str | None]) -> None:
    assert [row.speaker for row in find(text)] == speakers


def test_heading_told_by_cleaning() -> None:
    text, passages = blocks(
        ("title", "Portville: “The rain has won” after all"),
        ("paragraph", "It is wet. “The rain has won,” Anna Weber said."),
    )
    assert [row.speaker for row in find(text, passages=passages)] == ["Anna Weber", "Anna Weber"]


FRENCH = [
    ("judgement", "« Il pleut trop », fustige Claire Fontaine.", ["Claire Fontaine"]),
    ("unlisted verb", "« Il pleut trop », renchérit un habitant.", ["un habitant"]),
    ("reflexive", "« Il pleut trop », s’indigne Claire Fontaine.", ["Claire Fontaine"]),
    ("to us", "« Il pleut trop », nous confie un ancien ministre.", ["un ancien ministre"]),
    ("part", "« Il pleut trop », a pour sa part dit Claire Fontaine.", ["Claire Fontaine"]),
    (
        "the latter",
        "Claire Fontaine a reçu Jean Mercier. « Il pleut trop », a déclaré ce dernier.",
        ["Jean Mercier"],
    ),
    ("can be read", "« Il pleut », lit-on dans un communiqué de l’Union du Lac.", ["Union du Lac"]),
    ("collective", "Le collectif « Fils de la pluie » a défilé.", [None]),
]


@pytest.mark.parametrize(("text", "speakers"), [c[1:] for c in FRENCH], ids=[c[0] for c in FRENCH])
def test_french(text: str, speakers: list[str | None]) -> None:
    assert [row.speaker for row in find(text, language="fr")] == speakers
