"""The codebook is validated; what is wrong is told with file and line."""

from pathlib import Path

import pytest

from crosscheck.codebook.coding import CODER_COLUMNS, load_codebook, read_coder
from crosscheck.errors import CrosscheckError

ASKED = [
    "announcement_date",
    "announced_timeline",
    "completion_date",
    "completion_time",
    "french_presence_since",
    "barkhane_launched",
    "mission_duration",
    "troops_mali_at_announcement",
    "troops_sahel_before",
    "troops_sahel_peak",
    "troops_sahel_after",
    "troops_niger_after",
    "troops_chad",
    "special_forces_niger_border",
    "french_deaths_sahel",
    "french_deaths_mali",
    "jihadists_killed_total",
    "jihadists_neutralised_liptako",
    "civilians_killed",
    "coup_dates",
    "redeployment_destination",
    "last_base_handed_over",
    "who_initiated",
    "stated_reason",
    "malian_partner",
]

VARIABLES = """\
variables:
  - name: toll
    label: the toll
    question: How many?
    definition: The dead.
    coding_rule: Count.
    type: number
    claims:
      - {kind: quantity, predicate: killed}
"""
PREDICATES = """\
predicates:
  killed:
    definition: They die.
    words: {en: [killed]}
"""


def written(folder: Path, variables: str = VARIABLES, predicates: str = PREDICATES) -> Path:
    (folder / "variables.yml").write_text(variables, encoding="utf-8")
    (folder / "predicates.yml").write_text(predicates, encoding="utf-8")
    return folder


def test_every_question_is_there_with_its_rule(codebook):
    assert [variable.name for variable in codebook.variables] == ASKED
    assert all(one.question.endswith("?") and one.coding_rule for one in codebook.variables)


def test_a_folder_without_files_is_an_empty_codebook(tmp_path):
    found = load_codebook(tmp_path)
    assert found.variables == () and not found.predicates.predicates


def test_a_word_may_stand_for_a_list_of_one(tmp_path):
    variable = load_codebook(written(tmp_path)).variables[0]
    assert variable.claims[0].predicate == ["killed"]


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("    type: number\n", "    typ: number\n", 2, "type"),
        ("type: number", "type: sum", 7, "type"),
        ("predicate: killed", "predicates: killed", 9, "predicates"),
        ("predicate: killed", "predicate: slain", 2, "no “slain” under “predicates”"),
        ("predicate: killed", "counted: soldiers", 2, "no “soldiers” under “things”"),
        ("predicate: killed", "side: us", 2, "no “us” among the sides"),
        ("predicate: killed", "place: here", 2, "no “here” among the places"),
        ("predicate: killed", "when: soon", 9, "not an EDTF date"),
        ("predicate: killed", "longer_than: 5", 9, "longer_than"),
        ("type: number", "type: category", 2, "categories"),
        ("    claims:\n      - {kind: quantity, predicate: killed}\n", "", 2, "claims"),
    ],
)
def test_what_is_wrong_in_a_variable_is_told_with_its_line(tmp_path, old, new, line, words):
    assert old in VARIABLES
    folder = written(tmp_path, VARIABLES.replace(old, new))
    with pytest.raises(CrosscheckError) as error:
        load_codebook(folder)
    assert str(error.value).startswith(f"{folder / 'variables.yml'}, line {line}:")
    assert words in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("definition", "meaning: x\n    definition", "meaning"),
        ("words: {en:", "words: {xx:", "no language “xx”"),
        ("    words", "things:\n  killed:\n    definition: x\n    words", "two sections"),
    ],
)
def test_what_is_wrong_in_the_words_is_told(tmp_path, old, new, words):
    folder = written(tmp_path, predicates=PREDICATES.replace(old, new))
    with pytest.raises(CrosscheckError, match=words):
        load_codebook(folder)


def test_a_variable_twice_is_refused(tmp_path):
    twice = VARIABLES + VARIABLES.removeprefix("variables:\n")
    with pytest.raises(CrosscheckError, match="there twice"):
        load_codebook(written(tmp_path, twice))


HEADER = ",".join(CODER_COLUMNS)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("variable,doc_id\n", 1, "columns must be"),
        (f"{HEADER}\nunknown,a,,1,1,,0,3,One,\n", 2, "no variable “unknown”"),
        (f"{HEADER}\ntoll,a,,one,1,,0,3,One,\n", 2, "not a number"),
        (f"{HEADER}\ntoll,a,,1,1,,0,3,One,\ntoll,a,,1,1,,4,8,One,\n", 3, "was it edited"),
    ],
)
def test_what_is_wrong_in_the_hand_coding_is_told(tmp_path, text, line, words):
    book = load_codebook(written(tmp_path))
    path = tmp_path / "answers.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CrosscheckError, match=words) as error:
        read_coder(path, book.variables, {"a": "One dead."})
    assert f"{path}, line {line}:" in str(error.value)


def test_hand_coding_of_other_sources_is_left_out(tmp_path):
    book = load_codebook(written(tmp_path))
    path = tmp_path / "answers.csv"
    path.write_text(f"{HEADER}\ntoll,a,,1,1,,0,3,One,\ntoll,b,,2,2,,0,3,Two,\n", encoding="utf-8")
    found = read_coder(path, book.variables, {"a": "One dead."})
    assert found["doc_id"].tolist() == ["a"] and found["low"].tolist() == [1.0]
    assert read_coder(tmp_path / "none.csv", book.variables, {}).empty
