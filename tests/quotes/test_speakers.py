"""Who is the speaker, and by which cue? A table of sentences, other words than the hand coding."""

from __future__ import annotations

import pytest

from tests.quotes.conftest import find

# (what, text, speakers of its quotations in order)
CASES = [
    # where the speaker stands
    ("after", "“It rains too much,” Anna Weber complained.", ["Anna Weber"]),
    ("after, with a day", "“It rains too much,” Anna Weber said on Sunday.", ["Anna Weber"]),
    (
        "after, day before the verb",
        "“It rains too much,” Anna Weber on Sunday told farmers.",
        ["Anna Weber"],
    ),
    ("inverted", "“It rains too much,” complained Anna Weber.", ["Anna Weber"]),
    ("inverted with adverb", "“It rains too much,” also said Anna Weber.", ["Anna Weber"]),
    ("inverted, unlisted verb", "“It rains too much,” grunted Anna Weber.", ["Anna Weber"]),
    ("after, unlisted verb", "“It rains too much,” Anna Weber hissed at us.", ["Anna Weber"]),
    ("before", "Anna Weber admitted: “It rains too much.”", ["Anna Weber"]),
    ("before, hearer between", "Anna Weber told Tomas Lind, “It rains too much.”", ["Anna Weber"]),
    ("before with that", "Anna Weber argued that “rain is a gift of the sea”.", ["Anna Weber"]),
    (
        "before, circumstance first",
        "In Portville last week, Anna Weber praised “a gift of the sea”.",
        ["Anna Weber"],
    ),
    (
        "before, participle first",
        "Speaking to Tomas Lind, Anna Weber praised “a gift of the sea”.",
        ["Anna Weber"],
    ),
    (
        "dateline",
        "PORTVILLE, 3 March (ABC) — Anna Weber praised “a gift of the sea”.",
        ["Anna Weber"],
    ),
    ("middle", "“It rains,” Anna Weber sighed, “far too much.”", ["Anna Weber", "Anna Weber"]),
    (
        "fragments",
        "Anna Weber spoke of “rain, rain and rain” and “a lost harvest”.",
        ["Anna Weber"] * 2,
    ),
    (
        "list before inverted verb",
        "“No more rain”, “no more wind” and “no more sun”, said Anna Weber.",
        ["Anna Weber"] * 3,
    ),
    (
        "aside with function",
        "Anna Weber, head of the farm, noted that “rain is a gift”.",
        ["Anna Weber"],
    ),
    (
        "two asides",
        "Anna Weber, 51, head of the farm, noted that “rain is a gift”.",
        ["Anna Weber"],
    ),
    ("aside in brackets", "Anna Weber (Portville) noted that “rain is a gift”.", ["Anna Weber"]),
    ("relative", "Anna Weber, who owns the farm, noted that “rain is a gift”.", ["Anna Weber"]),
    (
        "relative with the verb",
        "So thinks Anna Weber, who called it “a gift of the sea”.",
        ["Anna Weber"],
    ),
    (
        "function, name in apposition",
        "“It rains,” said the head of the farm, Anna Weber.",
        ["Anna Weber"],
    ),
    (
        "function, name in apposition, before",
        "The head of the farm, Anna Weber, said: “It rains a lot.”",
        ["Anna Weber"],
    ),
    ("function before name", "“It rains,” said farm manager Anna Weber.", ["Anna Weber"]),
    (
        "parenthetic",
        "The “endless autumn rain” of Portville, said Anna Weber, ruins all.",
        ["Anna Weber"],
    ),
    ("according to", "According to Anna Weber, “rain is a gift”.", ["Anna Weber"]),
    (
        "according to, after",
        "Rain is “a gift of the sea”, according to Anna Weber.",
        ["Anna Weber"],
    ),
    (
        "in the words of",
        "Rain is, in the words of Anna Weber, “a gift of the sea”.",
        ["Anna Weber"],
    ),
    ("as put it", "As Anna Weber put it, “rain is a gift”.", ["Anna Weber"]),
    ("for whom", "For Anna Weber, of River Watch, “rain is a gift”.", ["Anna Weber"]),
    ("owner", "Anna Weber’s remark that “rain is a gift” drew laughter.", ["Anna Weber"]),
    ("passive", "Rain was described by Anna Weber as “a gift of the sea”.", ["Anna Weber"]),
    ("passive, agent last", "Rain was called “a gift of the sea” by Anna Weber.", ["Anna Weber"]),
    ("hearsay", "Anna Weber was quoted as saying “rain is a gift”.", ["Anna Weber"]),
    ("participle", "Anna Weber shrugged, calling it “a gift of the sea”.", ["Anna Weber"]),
    (
        "participle after said",
        "“It rains,” said Anna Weber, adding “but not enough for all”.",
        ["Anna Weber"] * 2,
    ),
    ("infinitive", "Anna Weber went as far as to call it “a gift of the sea”.", ["Anna Weber"]),
    ("two verbs", "Anna Weber left early and called it “a gift of the sea”.", ["Anna Weber"]),
    (
        "auxiliaries",
        "Anna Weber has since repeatedly called it “a gift of the sea”.",
        ["Anna Weber"],
    ),
    (
        "circumstance in the verb",
        "Anna Weber had in the past called it “a gift of the sea”.",
        ["Anna Weber"],
    ),
    ("colon", "Anna Weber was short: “Rain is rain, that is all.”", ["Anna Weber"]),
    ("headline label", "Weber: “Rain is a gift”", ["Anna Weber"]),
    ("headline label further off", "Weber: Southland’s rain ‘a gift of the sea’", ["Anna Weber"]),
    ("headline colon", "“Rain is a gift”: Weber", ["Anna Weber"]),
    ("dash", "“Rain is a gift.” — Anna Weber, farmer", ["Anna Weber"]),
    ("sentence of its own", "“Who wants this rain?” Anna Weber asked.", ["Anna Weber"]),
    ("subject only", "Anna Weber landed a dig at “the lazy lords of Portville”.", ["Anna Weber"]),
    ("adverb in marks", "Anna Weber “flatly” denied the report.", ["Anna Weber"]),
    (
        "clause governed by speech",
        "Anna Weber said Northland wants “a long, wet autumn”.",
        ["Anna Weber"],
    ),
    ("hearer with capital", "“It rains,” Anna Weber told The Courier.", ["Anna Weber"]),
    ("aside before hearer", "“It rains,” Anna Weber, a farmer, told The Courier.", ["Anna Weber"]),
    (
        "next sentence is another's",
        "“It rains.” Tomas Lind said the harvest was lost. Nobody knew.",
        [None],
    ),
    # who is meant
    ("he", "Tomas Lind came late. “It rains,” he said.", ["Tomas Lind"]),
    ("she by given name", "Mary Chen met Tomas Lind. “It rains,” she said.", ["Mary Chen"]),
    ("she by title", "Mrs Okoro met Tomas Lind. “It rains,” she said.", ["Peter Okoro"]),
    (
        "he, last quoted",
        "“It rains,” said Peter Okoro near the house of Tomas Lind. “A lot,” he added.",
        ["Peter Okoro"] * 2,
    ),
    ("surname", "Anna Weber came. “It rains,” Weber said.", ["Anna Weber"]),
    (
        "the minister",
        "Minister Anna Weber met General Tomas Lind. “It rains,” the minister said.",
        ["Anna Weber"],
    ),
    (
        "the general",
        "Minister Anna Weber met General Tomas Lind. “It rains,” said the general.",
        ["Tomas Lind"],
    ),
    (
        "role by apposition",
        "Anna Weber, mayor of Portville, met Tomas Lind. “It rains,” the mayor said.",
        ["Anna Weber"],
    ),
    (
        "spokeswoman for spokesman",
        "Spokesman Tomas Lind came. “It rains,” the spokesperson said.",
        ["Tomas Lind"],
    ),
    (
        "same anonymous",
        "“It rains,” a senior diplomat said. “A lot,” the diplomat added.",
        ["a senior diplomat"] * 2,
    ),
    ("anonymous", "“It rains,” a local farmer told us.", ["a local farmer"]),
    (
        "anonymous of a group",
        "“It rains,” said a Northern farmer. “A lot.”",
        ["a Northern farmer", None],
    ),
    ("officials", "“It rains,” Northern officials said.", ["Northern officials"]),
    ("not the client", "“It rains,” a lawyer for Tomas Lind said.", ["a lawyer for Tomas Lind"]),
    ("mouthpiece without name", "“It rains,” a spokesman for the Lake Union said.", ["Lake Union"]),
    ("body", "“It rains,” the Lake Union said in a statement.", ["Lake Union"]),
    ("statement from", "“It rains,” a statement from the Lake Union said.", ["Lake Union"]),
    (
        "the statement",
        "The Lake Union met on Monday. “It rains,” the statement said.",
        ["Lake Union"],
    ),
    (
        "statement with participle",
        "The Lake Union announced rules. “It rains,” a statement issued Monday said.",
        ["Lake Union"],
    ),
    ("the army", "The Northland Army came. “It rains,” the army said.", ["Northland Army"]),
    (
        "their partners",
        "Northland and its partners deplored “a grave and needless step”.",
        ["Northland and its partners"],
    ),
    ("they", "The Lake Union met. “It rains,” it said.", ["Lake Union"]),
    ("we at the body", "“It rains far too much,” we hear at the Lake Union.", ["Lake Union"]),
    ("both of two", "“It rains,” said Anna Weber and Tomas Lind.", ["Anna Weber and Tomas Lind"]),
    # going on
    ("next sentence", "“It rains,” said Anna Weber. “It never ends here.”", ["Anna Weber"] * 2),
    ("next paragraph", "“It rains,” said Anna Weber.\n\n“It never ends here.”", ["Anna Weber"] * 2),
    ("over paragraphs", "“It rains here.\n\n“It never ends,” said Anna Weber.", ["Anna Weber"] * 2),
    (
        "after indirect speech",
        "Anna Weber said the harvest was lost. “It never ends here.”",
        ["Anna Weber"],
    ),
    (
        "announced in the paragraph before",
        "Anna Weber issued this statement:\n\n“It never ends here.”",
        ["Anna Weber"],
    ),
    (
        "another in between",
        "“It rains,” said Anna Weber. Tomas Lind disagreed. “It is dry as dust.”",
        ["Anna Weber", "Tomas Lind"],
    ),
    (
        "one sentence, one speaker",
        "It is “a very long rain” but “good for the trees,” he told Anna Weber.",
        [None, None],
    ),
    # nobody
    ("so-called", "The so-called “advisers” arrived in May.", [None]),
    ("group called", "A group called “Sons of the River” arrived.", [None]),
    ("known as", "The route, known as the “corridor of thieves”, is shut.", [None]),
    ("passive without agent", "The end will be decided “before the summer begins”.", [None]),
    (
        "noun that looks like a verb",
        "The reports and claims of the year bear the label “open and pending”.",
        [None],
    ),
    ("title", "Anna Weber told “Good Morning Portville” it rains.", [None]),
    ("author", "I told them: “It rains far too much.”", [None]),
]


@pytest.mark.parametrize(("text", "speakers"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_speaker(text: str, speakers: list[str | None]) -> None:
    assert [row.speaker for row in find(text)] == speakers


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("“It rains too much,” Anna Weber complained.", "complained"),
        ("“It rains too much,” Anna Weber pointed out.", "pointed out"),
        ("According to Anna Weber, “rain is a gift”.", "According to"),
        ("Anna Weber was short: “Rain is rain, that is all.”", None),
        ("“It rains,” a statement released on Monday said.", "said"),
        ("Anna Weber has denied it was “a gift of the sea”.", "denied"),
    ],
)
def test_cue(text: str, cue: str | None) -> None:
    assert [row.cue for row in find(text)] == [cue]


FRENCH = [
    ("inversion", "« Il pleut trop », se plaint Claire Fontaine.", ["Claire Fontaine"]),
    ("auxiliary", "« Il pleut trop », a souligné Claire Fontaine.", ["Claire Fontaine"]),
    ("before", "Claire Fontaine a précisé que « la pluie est un don ».", ["Claire Fontaine"]),
    ("colon", "Claire Fontaine a rétorqué : « La pluie est un don. »", ["Claire Fontaine"]),
    ("clitic", "Claire Fontaine arrive. « Il pleut », dit-elle.", ["Claire Fontaine"]),
    ("clitic with t", "Jean Mercier arrive. « Il pleut trop », a-t-il regretté.", ["Jean Mercier"]),
    ("selon", "Selon Claire Fontaine, « la pluie est un don ».", ["Claire Fontaine"]),
    ("d’après", "La pluie est « un don du ciel », d’après Claire Fontaine.", ["Claire Fontaine"]),
    ("pour", "Pour Claire Fontaine, de Portville, « la pluie est un don ».", ["Claire Fontaine"]),
    ("body", "« Il pleut trop », indique un communiqué de l’Union du Lac.", ["Union du Lac"]),
    ("role", "Le général Jean Mercier est là. « Il pleut », dit le général.", ["Jean Mercier"]),
    ("nobody", "Le prétendu « don du ciel » fait rire.", [None]),
]


@pytest.mark.parametrize(("text", "speakers"), [c[1:] for c in FRENCH], ids=[c[0] for c in FRENCH])
def test_french(text: str, speakers: list[str | None]) -> None:
    assert [row.speaker for row in find(text, language="fr")] == speakers
