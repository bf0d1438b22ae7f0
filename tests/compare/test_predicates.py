"""Finding the phrases of the codebook in a row of words."""

import pytest

from crosscheck.compare.predicates import Phrases
from crosscheck.compare.words import words_of

PHRASES = Phrases(
    [
        ("left", "predicates", "gone", False),
        ("left ... dead", "predicates", "killed", False),
        ("pull* ... out", "predicates", "withdraw", False),
        ("withdrawal*", "predicates", "withdraw", True),
        ("take", "predicates", "lasted", False),
        ("take-over", "predicates", "coup", True),
        ("told ... to", "predicates", "asked", False),
        ("to go", "predicates", "withdraw", False),
        ("soldier*", "things", "soldiers", False),
        ("armée", "things", "soldiers", False),
    ]
)


def found(text):
    words = words_of(text)
    hits = PHRASES.find(words, [False] * len(words))
    return [(" ".join(w.folded for w in words[h.first : h.last + 1]), h.name) for h in hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They left.", [("left", "gone")]),
        ("The raid left ten villagers dead.", [("left ten villagers dead", "killed")]),
        ("It left one, two, three, four, five, six dead", [("left", "gone")]),
        ("pulling the men out", [("pulling the men out", "withdraw")]),
        ("pull up", []),
        ("two withdrawals", [("withdrawals", "withdraw")]),
        ("They take months", [("take", "lasted")]),
        ("a take-over", [("take over", "coup")]),
        ("told them to go", [("told them to", "asked"), ("to go", "withdraw")]),
        ("L'ARMÉE et deux soldiers", [("armee", "soldiers"), ("soldiers", "soldiers")]),
        ("", []),
    ],
)
def test_phrases(text, expected):
    assert found(text) == expected


def test_words_inside_a_name_begin_no_phrase():
    words = words_of("Left Bank soldiers left")
    hits = PHRASES.find(words, [True, True, False, False])
    assert [(hit.first, hit.name) for hit in hits] == [(2, "soldiers"), (3, "gone")]
