"""Which stretches are quoted, in every convention of the press?"""

from __future__ import annotations

import pytest

from tests.quotes.conftest import blocks, find

CASES = [
    ("curly", "“We stay here,” he said.", ["We stay here,"]),
    ("straight", '"We stay here," he said. "And you?"', ["We stay here,", "And you?"]),
    ("single", "‘We stay here,’ he said.", ["We stay here,"]),
    ("straight single", "'We stay here,' he said.", ["We stay here,"]),
    ("guillemets", "Il dit : «\u00a0Nous restons ici\u00a0».", ["Nous restons ici"]),
    ("low and high", "„Wir bleiben hier“, he said.", ["Wir bleiben hier"]),
    ("typewriter", "``We stay here,'' he said.", ["We stay here,"]),
    ("twice two apostrophes", "''We stay here,'' he said.", ["We stay here,"]),
    ("mixed", '“We stay here," he said.', ["We stay here,"]),
    ("right marks only", "He said ”we stay here” again.", ["we stay here"]),
    ("glued after", "“We stay in Portville”said the mayor.", ["We stay in Portville"]),
    ("glued before", 'He said:"We stay here", then left.', ["We stay here"]),
    ("blanks inside", 'He said: " We stay here . " Then he left.', ["We stay here ."]),
    ("emphasis", "He spoke of “*one more year*” there.", ["*one more year*"]),
    ("brackets", "He left (“for good this time”) on Friday.", ["for good this time"]),
    (
        "nested kinds",
        "“He said ‘never ever again’ to me,” she said.",
        ["He said ‘never ever again’ to me,"],
    ),
    (
        "nested alike",
        "“He said “never ever again” to me,” she said.",
        ["He said “never ever again” to me,"],
    ),
    ("nested straight", '"He said "never ever" to me," she said.', ['He said "never ever" to me,']),
    (
        "nested the other way",
        "‘He said “never ever again” to me,’ she said.",
        ["He said “never ever again” to me,"],
    ),
    (
        "apostrophes",
        "‘It’s ours, isn’t it? They don’t care,’ she said.",
        ["It’s ours, isn’t it? They don’t care,"],
    ),
    ("straight apostrophes", "'It's ours, isn't it,' she said.", ["It's ours, isn't it,"]),
    (
        "plural genitive inside",
        "‘The farmers’ fields lie dry now,’ she said.",
        ["The farmers’ fields lie dry now,"],
    ),
    ("closing after s", "He called them ‘good friends’ and left.", ["good friends"]),
    (
        "closing after s, then another",
        "Not ‘good friends’ but ‘old rivals’.",
        ["good friends", "old rivals"],
    ),
    ("s and noun, nothing better", "They sell ‘fresh apples’ cheaply.", ["fresh apples"]),
    (
        "unclosed",
        "“We stay here, come what may.\n\nThe town slept.",
        ["We stay here, come what may."],
    ),
    ("unclosed straight", 'He said: "We stay here.\n\nThe town slept.', ["We stay here."]),
    (
        "unclosed, then said",
        "“We stay here, come what may, she said. The town slept.",
        ["We stay here, come what may,"],
    ),
    (
        "unclosed fragment",
        "They want “a long peace. The town slept. Night fell.",
        ["a long peace."],
    ),
    (
        "unclosed before another",
        "He spoke of “peace now and of “war later” too.",
        ["peace now and of", "war later"],
    ),
    (
        "two paragraphs",
        "“One comes first.\n\n“Two comes next,” he said.",
        ["One comes first.", "Two comes next,"],
    ),
    (
        "three paragraphs",
        '"One is.\n\n"Two are.\n\n"Three," he said.',
        ["One is.", "Two are.", "Three,"],
    ),
    (
        "closed in the next",
        "“One comes first.\n\nTwo comes next,” he said.",
        ["One comes first.", "Two comes next,"],
    ),
    (
        "wrapped line",
        "“One comes first.\nTwo comes next,” he said.",
        ["One comes first.\nTwo comes next,"],
    ),
    ("two on a line", "“Good day to you.” “And to you.”", ["Good day to you.", "And to you."]),
    ("inches closed by sense", 'The "12 inch" rule and a 12" gun.', ["12 inch"]),
    ("feet inside", '"He is 6\'2" tall and fast," she said.', ["He is 6'2\" tall and fast,"]),
    ("after a dash", "He left —“for good”— on Friday.", ["for good"]),
]
NOTHING = [
    ("no marks", "He said that they would stay here."),
    ("stray closing", "They would stay here” he said, and left."),
    ("inches", 'A 12" gun and a 6" pipe lay there.'),
    ("feet", "The man, 6'2\" tall, ran."),
    ("genitives", "The farmers’ fields and the herders’ wells lie dry; it’s Northland’s loss."),
    ("decades", "In the '90s and the ’80s they got by, 'cause 'twas easy."),
    ("rock", "They sang rock ‘n’ roll."),
    ("empty", 'He wrote "" and “ ” and « … ».'),
    ("minutes", "It lies at 16°16'N 0°03'W."),
    ("one mark", "“"),
    ("blank", "   \n\n  "),
]


@pytest.mark.parametrize(("text", "quoted"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_quoted(text: str, quoted: list[str]) -> None:
    rows = find(text)
    assert [row.text for row in rows] == quoted
    assert all(text[row.start : row.end] == row.text for row in rows)


@pytest.mark.parametrize("text", [c[1] for c in NOTHING], ids=[c[0] for c in NOTHING])
def test_nothing_quoted(text: str) -> None:
    assert find(text) == []


def test_an_open_mark_does_not_swallow_the_article() -> None:
    paragraphs = ["The mayor spoke of “a new start."] + ["Nothing was said by anybody."] * 50
    (row,) = find("\n\n".join(paragraphs))
    assert row.text == "a new start."


def test_an_open_mark_stays_in_its_block() -> None:
    raw, passages = blocks(("paragraph", "He asked “why not now"), ("paragraph", "It rained.”"))
    assert [row.text for row in find(raw, passages=passages)] == ["why not now", "It rained."]


def test_dropped_text_is_not_read() -> None:
    raw = "“We stay here,” said Anna Weber.\n\n“Buy now,” said Tomas Lind."
    _, passages = blocks(("paragraph", raw.split("\n\n", maxsplit=1)[0]))
    assert [row.text for row in find(raw, passages=passages)] == ["We stay here,"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He called it “madness” and left.", "scare"),
        ("He called it “sheer madness” and left.", "scare"),
        ("He called it “sheer, utter madness” and left.", "direct"),
        ("He called it “made-up” and left.", "scare"),
        ("She read from “The Long Way Home” aloud.", "scare"),
        ("She told Mary Chen, “The Long Way Home it is.”", "direct"),
        ("“Never Again Shall We Leave,” said Anna Weber.", "direct"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert [row.kind for row in find(text)] == [kind]
