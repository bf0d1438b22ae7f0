"""Is a speaker the one whom the coder names, whatever the name?"""

from __future__ import annotations

import pytest

from crosscheck.evaluate.layers import MEASURES, measure_layers, plain_name

NAMES = {"ministry of war": "ministry", "war ministry": "ministry", "keita": "keita"}


@pytest.mark.parametrize(
    ("found", "coded", "right"),
    [
        ("Ministry of War", "the war ministry", True),  # two names of one entity
        ("Kéita", "Keita", True),  # accents
        ("A captain", "captain", True),  # the article
        ("War Ministry", "Ministry of Peace", False),
        ("a captain of the guard", "captain", False),  # a longer phrase may be another
        (None, "captain", False),
        ("captain", None, False),
        (None, None, True),
    ],
)
def test_speaker_is_the_same_under_any_name(found: str | None, coded: str | None, right: bool):
    span = {"doc_id": "d", "start": 0, "end": 20, "text": "x" * 20}
    rows = {"quotes": [{**span, "speaker": found}]}
    gold = {"quotes": [{**span, "speaker": coded}]}
    measure = next(one for one in MEASURES if one.aspect == "speaker")
    assert measure_layers(rows, gold, NAMES)[measure].matched == int(right)


def test_plain_name():
    assert plain_name("L’Élysée") == "elysee"
    assert plain_name("The  General Staff") == "general staff"
