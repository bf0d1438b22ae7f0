"""What labelled pages taught about furniture: the weights, and what they may decide."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscheck.clean.alike import likelihood
from crosscheck.clean.blocks import read_page
from crosscheck.clean.learn import learn_from, main
from crosscheck.clean.weights import Weights, read_weights, write_weights
from crosscheck.errors import CrosscheckError

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "codebook" / "gold"

ARTICLE = """\
Ferry service returns to the river towns

By Ute Lindner

The ferry between the two river towns sails again since Monday, eleven months after rebels had \
sunk the old one at its mooring.

Traders waited on the bank from four in the morning. “I have sold nothing over there for a year,” \
said Awa Keïta, who deals in dried fish.

The governor said that soldiers would travel on every crossing until the end of the rains.
"""
KEPT = [
    "Traders pay twice what they paid before the attack.",
    "He subscribed to the governor's newsletter for years and never read it.",
    "What the river gives",
]
DROPPED = [
    "Enjoying our coverage? Get the best of our newsroom straight to your inbox every Friday.",
    "Help us keep our reporting free for everyone: become a member of our readers' club today.",
]


def test_weights_are_what_the_labelled_pages_teach():
    learnt, committed = learn_from(GOLD), read_weights()
    assert learnt.languages == committed.languages == {"en", "fr"}
    for ours, theirs in ((learnt.first, committed.first), (learnt.again, committed.again)):
        names = {*ours, *theirs}
        apart = [name for name in names if abs(ours.get(name, 0) - theirs.get(name, 0)) > 0.02]
        assert not apart, "learn again: python -m crosscheck.clean.learn"


def test_weights_hold_no_names_of_the_event():
    named = {"mali", "gao", "barkhane", "macron", "bamako", "goïta", "wagner", "niger"}
    assert not [name for name in read_weights().again if name.strip("first “”") in named]


@pytest.mark.parametrize("text", KEPT)
def test_article_stays(text: str):
    page = read_page(ARTICLE.replace("\nThe governor", f"\n{text}\n\nThe governor"), "en")
    line = next(line for line in page.lines if line.text == text)
    assert line.kind in ("paragraph", "heading"), line.reason


@pytest.mark.parametrize("text", DROPPED)
def test_furniture_goes(text: str):
    page = read_page(f"{ARTICLE}\n{text}\n", "en")
    line = next(line for line in page.lines if line.text == text)
    assert line.kind == "furniture"


def test_nothing_is_judged_in_a_language_not_learnt():
    page = read_page("Der Konvoi fuhr am Montag aus der Stadt und kam abends an die Grenze.", "de")
    assert likelihood(page, 0) is None


def test_weights_are_read_as_they_were_written(tmp_path: Path):
    weights = Weights(frozenset({"fr", "en"}), {"always": -1.5, 'a "b", c': 1.0}, {"“x”": 0.25})
    write_weights(weights, tmp_path / "weights.csv")
    assert read_weights(tmp_path / "weights.csv") == weights


@pytest.mark.parametrize("text", ["", "feature,weight\nprose,1\n", "# languages: en\nfeature\n"])
def test_other_files_are_refused(tmp_path: Path, text: str):
    path = tmp_path / "weights.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CrosscheckError, match=r"weights\.csv: not weights"):
        read_weights(path)


def test_learning_again_writes_the_file(tmp_path: Path):
    (tmp_path / "pages").mkdir()
    page = (
        "# published: unknown\ntitle|A\n\nparagraph|The ferry sails again since Monday, he said.\n"
    )
    for i in range(5):
        text = page + "furniture|Share this with your friends\n" * 3
        (tmp_path / "pages" / f"p{i}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "contexts.txt").write_text("", encoding="utf-8")
    main([str(tmp_path), str(tmp_path / "weights.csv")])
    weights = read_weights(tmp_path / "weights.csv")
    assert weights.languages == {"en"}
    assert weights.first["“share”"] > 0 > weights.first["“ferry”"]
