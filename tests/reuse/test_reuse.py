"""Which stretches do two sources share? Texts of our own making, shared and not shared."""

from __future__ import annotations

import pytest

from crosscheck.compare.reuse import find_reuse
from tests.reuse.corpus import corpus

# id, first text, second text, [(kind, stretch in the first, stretch in the second)]
SHARED = [
    (
        "same sentence in different surroundings",
        "The harbour fell silent. Dockers at the northern terminal walked out on Tuesday after "
        "talks over night shifts collapsed. Ships waited offshore.",
        "It rained. Dockers at the northern terminal walked out on Tuesday after talks over night "
        "shifts collapsed. No one was hurt.",
        [
            (
                "verbatim",
                "Dockers at the northern terminal walked out on Tuesday after talks over night "
                "shifts collapsed.",
                "Dockers at the northern terminal walked out on Tuesday after talks over night "
                "shifts collapsed.",
            )
        ],
    ),
    (
        "case, accents and separators are spelling",
        "The Société Générale des Mines shipped 12,500 tonnes of ore through the port last year.",
        "The Societe Generale des mines shipped 12500 tonnes of ore through the port last year.",
        [
            (
                "verbatim",
                "The Société Générale des Mines shipped 12,500 tonnes of ore through the port "
                "last year.",
                "The Societe Generale des mines shipped 12500 tonnes of ore through the port "
                "last year.",
            )
        ],
    ),
    (
        "a few words changed",
        "Engineers reopened the flooded mountain tunnel early on Friday, three weeks after a "
        "landslide cut the only road to the valley.",
        "Engineers have reopened the flooded tunnel early Friday, three weeks after a landslide "
        "had cut the only road into the valley.",
        [
            (
                "near",
                "Engineers reopened the flooded mountain tunnel early on Friday, three weeks "
                "after a landslide cut the only road to the valley.",
                "Engineers have reopened the flooded tunnel early Friday, three weeks after a "
                "landslide had cut the only road into the valley.",
            )
        ],
    ),
    (
        "one sentence of copy inside a longer one",
        "While the minister was abroad, rangers found the carcasses of eleven elephants beside a "
        "dry waterhole near the eastern fence of the park.",
        "Rangers found the carcasses of eleven elephants beside a dry waterhole near the eastern "
        "fence of the park, a charity that tracks poaching across the region said.",
        [
            (
                "verbatim",
                "rangers found the carcasses of eleven elephants beside a dry waterhole near the "
                "eastern fence of the park",
                "Rangers found the carcasses of eleven elephants beside a dry waterhole near the "
                "eastern fence of the park",
            )
        ],
    ),
    (
        "the same statement, clock times written in two ways",
        "“This morning at 9.15am local time [08:15 GMT] the last convoy of the mission still in "
        "the province drove over the bridge,” the ministry wrote.",
        'A note sent to editors said: "This morning at 09H15 local time (0815 GMT) the last '
        'convoy of the mission still in the province drove over the bridge".',
        [
            (
                "quotation",
                "This morning at 9.15am local time [08:15 GMT] the last convoy of the mission "
                "still in the province drove over the bridge",
                "This morning at 09H15 local time (0815 GMT) the last convoy of the mission still "
                "in the province drove over the bridge",
            )
        ],
    ),
    (
        "a quotation that one source cuts short",
        "She warned that the plan would “leave every village upstream without a doctor”.",
        "“Closing the clinic will leave every village upstream without a doctor, and nobody in "
        "the capital cares,” said the mayor.",
        [
            (
                "quotation",
                "leave every village upstream without a doctor",
                "leave every village upstream without a doctor",
            )
        ],
    ),
    (
        "a quotation that one source interrupts",
        "“We did not come here to govern,” the envoy said on Monday, “we came to help you hold a "
        "vote that everybody can trust.”",
        "The envoy told the assembly: “We did not come here to govern, we came to help you hold a "
        "vote that everybody can trust.”",
        [
            (
                "quotation",
                "We did not come here to govern,” the envoy said on Monday, “we came to help you "
                "hold a vote that everybody can trust",
                "We did not come here to govern, we came to help you hold a vote that everybody "
                "can trust",
            )
        ],
    ),
    (
        "two translations of one statement",
        "“At noon the last platoon of the force present on the island boarded the ferry to the "
        "mainland,” the staff said.",
        "“At midday the final platoon of the force present on the island got aboard the ferry to "
        "the mainland,” according to the army.",
        [
            (
                "quotation",
                "At noon the last platoon of the force present on the island boarded the ferry to "
                "the mainland",
                "At midday the final platoon of the force present on the island got aboard the "
                "ferry to the mainland",
            )
        ],
    ),
    (
        "a quotation in the flow of a sentence",
        "The board, which has met twice since the fire at the mill in October, called the report "
        "“an insult to the dead and to those who mourn them”.",
        "“An insult to the dead and to those who mourn them”: so reads the answer.",
        [
            (
                "quotation",
                "an insult to the dead and to those who mourn them",
                "An insult to the dead and to those who mourn them",
            )
        ],
    ),
]

NOT_SHARED = [
    (
        "a formula of the trade",
        "Two diplomats, who spoke on condition of anonymity because they were not authorised to "
        "speak to the media, confirmed the transfer.",
        "A banker, who spoke on condition of anonymity because he was not authorised to speak to "
        "the media, put the loss at six million.",
    ),
    (
        "no answer to a question",
        "The company did not immediately respond to a request for comment.",
        "The company did not immediately respond to a request for comment.",
    ),
    (
        "a long name",
        "He heads the International Committee for the Protection of the Rivers of Central Asia.",
        "Critics accuse the International Committee for the Protection of the Rivers of Central "
        "Asia of waste.",
    ),
    (
        "a list of countries",
        "The bank lends to five states (Peru, Chile, Bolivia, Ecuador and Uruguay) this year.",
        "Ministers of Peru, Chile, Bolivia, Ecuador and Uruguay met behind closed doors.",
    ),
    (
        "the same fact in other words",
        "The volcano erupted on 3 May, forcing some 4,000 villagers to flee towards the coast.",
        "About four thousand people had to run for the sea when the mountain blew up in May.",
    ),
    (
        "the same fact in words that any reporter takes",
        "On 3 May the government announced that the airport would close for the summer, where "
        "work has gone on since 2019.",
        "The government announced on Friday 3 May the closure of the airport, a decision that "
        "unions had feared for months.",
    ),
    (
        "a short quotation of everyday words",
        "He said: “We are at war with them.” Nobody replied.",
        "“We are at war with them,” wrote a columnist last week.",
    ),
    (
        "a short sentence",
        "Negotiations will continue next week.",
        "Negotiations will continue next week.",
    ),
    (
        "a fragment of two long sentences",
        "The commission said it would help the growing towns of the lower valley and the delta, "
        "where wells have run dry for two summers in a row and cattle die by the roadside.",
        "It promised loans for farmers, a railway, “schools for growing towns of the lower valley "
        "and the delta”, new docks and a fund against the cholera that returns with every flood.",
    ),
    (
        "same skeleton, other event",
        "At least twelve people were killed on Monday when a bus fell off a bridge near Quito.",
        "At least ninety sheep were stolen on Sunday when a gang broke into a farm near Leeds.",
    ),
]


def _rows(first: str, second: str) -> list[tuple[str, str, str]]:
    found = find_reuse(*corpus({"a": first, "b": second}))
    return [
        (row.kind, first[row.a_start : row.a_end], second[row.b_start : row.b_end])
        for row in found.itertuples()
    ]


@pytest.mark.parametrize(
    ("first", "second", "expected"), [c[1:] for c in SHARED], ids=[c[0] for c in SHARED]
)
def test_shared(first, second, expected):
    assert _rows(first, second) == expected


@pytest.mark.parametrize(
    ("first", "second"), [c[1:] for c in NOT_SHARED], ids=[c[0] for c in NOT_SHARED]
)
def test_not_shared(first, second):
    assert _rows(first, second) == []
