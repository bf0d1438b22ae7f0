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
    ("sign speaks", "A banner said “Down with the rain”.", ["A banner"]),
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
