"""Two coders: percent and alpha, by type of variable."""

import pandas as pd

from crosscheck.codebook.variables import Variable
from crosscheck.compare.agreement import coder_agreement, disagreements

TEXTS = dict.fromkeys(("question", "definition", "coding_rule", "label"), "x")
CLAIMS = [{"kind": "date"}]
DAY = Variable(name="day", type="date", values="several", claims=CLAIMS, **TEXTS)
TOLL = Variable(name="toll", type="number", claims=CLAIMS, **TEXTS)


def coded(*rows):
    columns = ["variable", "doc_id", "value", "low", "high"]
    return pd.DataFrame(rows, columns=columns).astype({"low": "float64", "high": "float64"})


PROGRAM = coded(
    ("day", "a", "2020-08", None, None),
    ("day", "a", "2021-05", None, None),
    ("day", "b", "2020", None, None),
    ("toll", "a", None, 53, 53),
    ("toll", "b", None, 2000, None),
)
CODER = coded(
    ("day", "a", "2021-05", None, None),
    ("day", "a", "2020-08", None, None),
    ("toll", "a", None, 53, 53),
    ("toll", "b", None, 2000, 2000),
    ("toll", "c", None, 58, 58),
)


def test_agreement_counts_questions_that_somebody_answered():
    table = coder_agreement(PROGRAM, CODER, [DAY, TOLL], draws=100).set_index("type")
    assert table.index.tolist() == ["all", "date", "number"]
    assert table["units"].tolist() == [5, 2, 3]
    assert table.loc["date", "percent"] == 0.5
    assert table.loc["number", "percent"] == 1 / 3
    assert table.loc["all", "alpha"] < table.loc["all", "percent"]
    assert (table["percent_low"] <= table["percent_high"]).all()


def test_the_same_codes_agree_and_one_code_has_no_alpha():
    table = coder_agreement(PROGRAM, PROGRAM, [DAY, TOLL], draws=20).set_index("type")
    assert set(table["percent"]) == {1.0} and table.loc["all", "alpha"] == 1.0
    single = coder_agreement(PROGRAM[3:4], PROGRAM[3:4], [DAY, TOLL], draws=20)
    assert single["alpha"].isna().all()


def test_where_they_differ():
    table = disagreements(PROGRAM, CODER, [DAY, TOLL])
    assert table[["variable", "doc_id"]].values.tolist() == [
        ["day", "b"], ["toll", "b"], ["toll", "c"],
    ]  # fmt: skip
    assert table["coder"].tolist() == ["no answer", "2000 to 2000", "58 to 58"]


def test_it_comes_out_the_same_twice():
    one, two = (coder_agreement(PROGRAM, CODER, [DAY, TOLL], draws=50) for _ in range(2))
    pd.testing.assert_frame_equal(one, two)
