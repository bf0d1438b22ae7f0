"""Which question does each source answer, how, and do the answers fit? Questions by sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from crosscheck.chart.canvas import (
    LINE,
    MARGIN,
    SMALL,
    SOFT,
    WASH,
    Canvas,
    fitted,
    nothing,
    width_of,
    wrapped,
)
from crosscheck.chart.grid import column_width, header
from crosscheck.chart.sources import Sources
from crosscheck.chart.values import named, rows_of, short_answer
from crosscheck.chart.verdicts import badge, look_of
from crosscheck.codebook.variables import Variable
from crosscheck.report.names import VERDICTS
from crosscheck.report.wording import counted, listed

TITLE = "What each source answers"
_NONE = "the codebook asks nothing."
# With more sources than this a cell has no room for words, and shows a letter for each answer.
_IN_WORDS = 6
_FEW = ("single_source", "silent")
_GAP = 3.0
_LINE = 11.5


def draw(
    answers: pd.DataFrame,
    verdicts: pd.DataFrame,
    documents: pd.DataFrame,
    variables: Sequence[Variable],
    names: Mapping[str, str],
) -> Figure:
    """Return the chart of all questions that several sources answer, the gravest verdict first.

    ``answers``, ``verdicts`` and ``documents`` are the tables of these names, ``names`` maps entity
    ids to names. A question has a cell for each source with its answer; a dash is silence.
    Questions that one source answers, or none, are listed below in words.
    """
    if not len(verdicts):
        return nothing(TITLE, _NONE)
    sources = Sources(documents)
    known = {variable.name: variable for variable in variables}
    cells = _cells(answers, known, names)
    canvas = Canvas(TITLE, sources.note)
    width = column_width(sources, MARGIN, _GAP)
    several = [row for row in _ordered(verdicts) if row.verdict not in _FEW]
    if several:
        header(canvas, sources, MARGIN, width, _GAP)
    for row in several:
        room = badge(canvas, canvas.y + 7, row.verdict) - MARGIN
        name = fitted(named(row.variable, known), room, weight="bold")
        canvas.text(MARGIN, canvas.y + 7, name, weight="bold")
        if row.independent < row.sources:
            after = width_of(name, weight="bold") + 6
            copied = fitted(f"{row.independent} independent of {row.sources}", room - after, SMALL)
            canvas.text(MARGIN + after, canvas.y + 7, copied, size=SMALL, colour=SOFT)
        canvas.y += 14.5
        found = {doc_id: cells.get((row.variable, doc_id), []) for doc_id in sources.shown}
        _answers(canvas, found, width, look_of(row.verdict).colour)
        canvas.y += 6
    alone = [
        f"{named(variable, known)}: {', '.join(said)} ({sources.label(doc_id)})"
        for (variable, doc_id), said in cells.items()
        if variable in _with(verdicts, "single_source") and doc_id in sources
    ]
    silent = [named(variable, known) for variable in _with(verdicts, "silent")]
    for heading, said in (("Only one source answers", alone), ("No source answers", silent)):
        if said:
            canvas.text(MARGIN, canvas.y + 9, heading, weight="bold")
            canvas.y += 17
            canvas.paragraph(f"{'; '.join(said)}.", colour=SOFT)
            canvas.y += 4
    return canvas.figure()


def alt_text(
    answers: pd.DataFrame,
    verdicts: pd.DataFrame,
    documents: pd.DataFrame,
    variables: Sequence[Variable],
    names: Mapping[str, str],
) -> str:
    """Return what the chart shows in words: how many questions have which verdict."""
    if not len(verdicts):
        return f"Nothing to show: {_NONE}"
    known = {variable.name: variable for variable in variables}
    counts = verdicts["verdict"].value_counts()
    said = [f"{counts[verdict]} {word}" for verdict, word in VERDICTS.items() if verdict in counts]
    clashes = [named(row.variable, known) for row in rows_of(verdicts) if row.verdict == "conflict"]
    conflicts = f" In conflict: {listed(clashes)}." if clashes else " No answers conflict."
    return (
        f"{counted(len(verdicts), 'question').capitalize()} put to "
        f"{counted(len(documents), 'source')}: {listed(said)}.{conflicts}"
    )


def _with(verdicts: pd.DataFrame, verdict: str) -> list[str]:
    """Return the variables that have a verdict."""
    return [str(name) for name in verdicts.loc[verdicts["verdict"] == verdict, "variable"]]


def _ordered(verdicts: pd.DataFrame) -> list[Any]:
    """Return the rows of table ``verdicts``, conflicts first, silence last."""
    grave = {verdict: rank for rank, verdict in enumerate(VERDICTS)}
    grave["agree"], grave["compatible"] = grave["compatible"], grave["agree"]
    return sorted(rows_of(verdicts), key=lambda row: grave[row.verdict])


def _cells(
    answers: pd.DataFrame, known: Mapping[str, Variable], names: Mapping[str, str]
) -> dict[tuple[str, str], list[str]]:
    """Return the answers of each variable and source, each once."""
    cells: dict[tuple[str, str], list[str]] = {}
    for row in rows_of(answers):
        said = short_answer(row, known.get(str(row.variable)), names)
        found = cells.setdefault((str(row.variable), str(row.doc_id)), [])
        if said not in found:
            found.append(said)
    return cells


def _ended(said: list[str]) -> list[str]:
    """Return several answers each on lines of its own, told apart by a semicolon."""
    return [*(f"{one};" for one in said[:-1]), *said[-1:]]


def _answers(canvas: Canvas, found: Mapping[str, list[str]], width: float, colour: str) -> None:
    """Draw the cells of one question."""
    letters: dict[str, str] = {}
    if len(found) > _IN_WORDS:
        for said in found.values():
            if said:
                letters.setdefault(", ".join(said), chr(ord("a") + len(letters) % 26))
    lines = [
        [letters[", ".join(said)]]
        if letters and said
        else [line for one in _ended(said) for line in wrapped(one, width - 6, SMALL, most=5)]
        for said in found.values()
    ]
    height = max(map(len, lines)) * _LINE + 4
    for index, cell in enumerate(lines):
        x = MARGIN + index * (width + _GAP)
        if cell:
            canvas.box(x, canvas.y, width, height, color=WASH)
            canvas.box(x, canvas.y, 2, height, color=colour)
        else:
            middle = x + width / 2
            canvas.line([middle - 3, middle + 3], [canvas.y + height / 2] * 2, color=LINE)
        for number, line in enumerate(cell):
            canvas.text(x + 5, canvas.y + 2.5 + (number + 0.5) * _LINE, line, size=SMALL)
    canvas.y += height
    if letters:
        canvas.y += 2
        canvas.paragraph("; ".join(f"{letter}: {said}" for said, letter in letters.items()))
