"""Quotations without marks, and those with the speaker in a paragraph of its own."""

from __future__ import annotations

import pytest

from tests.quotes.conftest import blocks, find

QUOTED = "Rain is what we live on. Without it there is nothing."


def test_attribution_below_by_its_kind() -> None:
    raw, passages = blocks(
        ("paragraph", "The valley waits."), ("quotation", f"“{QUOTED}”"),
        ("attribution", "Farmer Anna Weber, of Portville"), ("attribution", "at River Watch"),
    )  # fmt: skip
    (row,) = find(raw, passages=passages)
    assert (row.text, row.speaker, row.kind) == (QUOTED, "Anna Weber", "block")


def test_attribution_below_in_plain_text() -> None:
    (row,) = find(f"The valley waits.\n\n“{QUOTED}”\n\nAnna Weber, farmer\n\nIt is May.")
    assert (row.speaker, row.kind) == ("Anna Weber", "block")


def test_attribution_above() -> None:
    raw, passages = blocks(("attribution", "Anna Weber"), ("quotation", f"“{QUOTED}”"))
    (row,) = find(raw, passages=passages)
    assert (row.speaker, row.kind) == ("Anna Weber", "block")


def test_a_sentence_below_is_no_attribution() -> None:
    (row,) = find(f"Tomas Lind said so.\n\n“{QUOTED}”\n\nAnna Weber, farmer, left the town.")
    assert (row.speaker, row.kind) == ("Tomas Lind", "direct")


def test_set_off_without_marks() -> None:
    raw, passages = blocks(("quotation", QUOTED), ("attribution", "Anna Weber"))
    (row,) = find(raw, passages=passages)
    assert (row.text, row.speaker, row.kind, row.rule) == (QUOTED, "Anna Weber", "block", "set_off")


@pytest.mark.parametrize("ending", ["waterAnna Weber", "water.Anna Weber", "water”Anna Weber"])
def test_pull_quote_with_the_name_glued_on(ending: str) -> None:
    raw = f"Some of us stay because there is still {ending}"
    (row,) = find(f"The valley waits.\n\n{raw}\n\nIt is May.")
    assert row.text == "Some of us stay because there is still " + ending.split("A", maxsplit=1)[0]
    assert (row.speaker, row.kind, row.rule) == ("Anna Weber", "block", "pull_quote")


@pytest.mark.parametrize(
    "text",
    [
        "The land was sold by the heirs of old Angus McAllister Brown",
        "Figures are those that were given to all by RealRiver Politics",
        "They bought the land from Anna Weber",
        "waterAnna Weber",
    ],
)
def test_no_pull_quote(text: str) -> None:
    assert find(text) == []


POSTS = [
    (
        "full stop",
        "It rained all night. Lake Union (@lakeunion) March 4, 2022",
        "It rained all night.",
        "Lake Union",
    ),
    (
        "dash",
        "It rained all night — Lake Union (@lakeunion) March 4, 2022",
        "It rained all night",
        "Lake Union",
    ),
    (
        "link",
        "It rained pic.twitter.com/a1B2 Lake Union (@lakeunion) 4 March 2022",
        "It rained pic.twitter.com/a1B2",
        "Lake Union",
    ),
    (
        "hyphen in the name",
        "It rained! Lake Union - Weather desk (@lakeunion) May 4, 2022",
        "It rained!",
        "Lake Union",
    ),
    (
        "account that nobody lists",
        "It rained. Town Gauge (@gauge) May 4, 2022",
        "It rained.",
        "Town Gauge",
    ),
    (
        "marks inside",
        "“Rain is good” they say. Lake Union (@lakeunion) May 4, 2022",
        "“Rain is good” they say.",
        "Lake Union",
    ),
]


@pytest.mark.parametrize(
    ("text", "message", "speaker"), [c[1:] for c in POSTS], ids=[c[0] for c in POSTS]
)
def test_post(text: str, message: str, speaker: str) -> None:
    for kind in ("post", "paragraph"):
        raw, passages = blocks(("paragraph", "The valley waits."), (kind, text))
        (row,) = find(raw, passages=passages)
        assert (row.text, row.speaker, row.kind) == (message, speaker, "post")


def test_post_without_signature_is_the_whole_block() -> None:
    raw, passages = blocks(("post", "It rained all night #rain"))
    (row,) = find(raw, passages=passages)
    assert (row.text, row.speaker, row.kind) == ("It rained all night #rain", None, "post")


@pytest.mark.parametrize(
    "text",
    [
        "The gauge (@gauge) will publish its figures.",
        "Follow our reporter Anna Weber (@aweber)",
    ],
)
def test_a_handle_makes_no_post(text: str) -> None:
    assert find(text) == []


def test_the_post_is_read_with_its_language() -> None:
    raw, passages = blocks(
        ("paragraph", "The valley waits."), ("paragraph", "« Il pleut trop », dit Claire Fontaine.")
    )
    passages[1] = passages[1]._replace(language="fr")
    (row,) = find(raw, passages=passages)
    assert (row.speaker, row.cue) == ("Claire Fontaine", "dit")
