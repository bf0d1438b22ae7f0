"""Answers on coded texts: what is counted, in which corpus, and what a mistake in the file says."""

import pytest

from crosscheck.codebook.coding import load_codebook
from crosscheck.errors import CrosscheckError
from crosscheck.evaluate.answers import answer_scores
from crosscheck.extract.pipeline import Extractor, load_gazetteer
from tests.evaluate.test_gate import ROOT

CODEBOOK = ROOT / "codebook"
ASIDE = """\
- id: one
  published: 2022-08-16
  text: The last French soldiers left Mali on Monday.
  dates: []
  answers:
    - {variable: completion_date, value: 2022-08-15, text: Monday}
    - {variable: troops_chad, low: 900, high: 900}
- id: two
  text: Only its dates are coded.
  dates: []
"""


@pytest.fixture(scope="module")
def program():
    return Extractor(load_gazetteer(CODEBOOK)), load_codebook(CODEBOOK)


def test_the_answers_of_articles_kept_aside_are_counted(tmp_path, program):
    (tmp_path / "aside.yml").write_text(ASIDE, encoding="utf-8")
    (row,) = answer_scores(tmp_path, *program)
    assert (row["layer"], row["corpus"]) == ("answers", "aside")
    assert (row["gold"], row["matched"], row["recall"]) == (2, 1, 0.5)
    assert row["low"] <= row["f1"] <= row["high"]


def test_without_coding_there_is_no_row(tmp_path, program):
    assert not list(answer_scores(tmp_path, *program))


def test_a_mistake_is_told_with_its_line(tmp_path, program):
    path = tmp_path / "aside.yml"
    path.write_text(ASIDE.replace("troops_chad, low", "troops_chad, lo"), encoding="utf-8")
    with pytest.raises(CrosscheckError, match=r"aside\.yml, line 7: .*Extra inputs"):
        list(answer_scores(tmp_path, *program))
