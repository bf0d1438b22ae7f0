"""No number is typed into the prose of report.qmd: each is bound to a result."""

from __future__ import annotations

import re

import pytest

from tests.report.small import REPOSITORY

_BOUND = (
    (r"\{\{<.*?>\}\}", ""),  # a bound value
    (r"\]\([^)]*\)", "]"),  # the file of a figure
    (r"\{[#.][^}]*\}", ""),  # anchors and classes
    (r"(?m)^:::.*$", ""),  # the place of a part that is made from the tables
    (r"@[\w-]+", ""),  # a cross-reference
)
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|"
    r"thousands?|millions?|twice|half)\b",
    re.IGNORECASE,
)


def _unbound(text: str) -> list[str]:
    for pattern, kept in _BOUND:
        text = re.sub(pattern, kept, text)
    found = []
    for match in _NUMBER.finditer(text):
        line = text[: match.start()].rsplit("\n", 1)[-1] + text[match.start() :].split("\n", 1)[0]
        if not line.lstrip().startswith("#|"):
            found.append(line.strip())
    return found


def test_no_number_is_typed_into_the_prose() -> None:
    text = (REPOSITORY / "report.qmd").read_text(encoding="utf-8")
    text = text.replace("Between the two lie", "")  # the two dates that stand before it
    assert _unbound(text) == []


@pytest.mark.parametrize(
    ("line", "bound"),
    [
        ("Of {{< var sources.count >}} sources, see @tbl-2 and @sec-sources.", True),
        ("![The map.](figures/map2.svg){#fig-map2}", True),
        ('::: {.result name="part2"}', True),
        ("Of 5 sources", False),
        ("Of five sources", False),
        ("On 15 August", False),
        ("[5](#a) sources", False),
    ],
)
def test_what_counts_as_typed(line: str, bound: bool) -> None:
    assert (_unbound(line) == []) is bound
