"""How is an answer written where there is little room?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from crosscheck.codebook.variables import Variable
from crosscheck.report.wording import amount, plain_number, when

MARKS = {
    "about": "~",
    "at_least": "≥\u2009",
    "more_than": ">\u2009",
    "at_most": "≤\u2009",
    "less_than": "<\u2009",
}
"""Qualifier → the mark that stands before a value."""

_MONTH = re.compile(
    r"(Jan|Feb)(?:ruary|uary)|(Aug|Sep|Oct|Nov|Dec)(?:ust|tember|ober|ember)|(Mar|Apr)(?:ch|il)"
)
_DATED = {"at_most": "by", "less_than": "before", "more_than": "after", "at_least": "from"}
_ZONE = re.compile(r" \(UTC[^)]*\)")


def short_amount(low: Any, high: Any, qualifier: Any = None) -> str:
    """Return an amount with its qualifier as a mark: ~30, ≥ 2,800, 300–400, > 1,000."""
    ends = [float(end) for end in (low, high) if not pd.isna(end)]
    if not ends:
        return "?"
    if pd.isna(high) and qualifier != "more_than":
        qualifier = "at_least"
    mark = "" if pd.isna(qualifier) else MARKS.get(str(qualifier), "")
    return mark + "–".join(dict.fromkeys(plain_number(end) for end in ends))


def spoken_amount(low: Any, high: Any, qualifier: Any = None) -> str:
    """Return an amount in words, for those who hear it: about 30, at least 2,800, 300 to 400."""
    ends = [None if pd.isna(end) else float(end) for end in (low, high)]
    return amount(ends[0], ends[1], None if pd.isna(qualifier) else str(qualifier))


def short_when(value: str, qualifier: Any = None) -> str:
    """Return a date, time or duration with short months: 17 Feb 2022; by Jun 2022; nine years."""
    known = "" if pd.isna(qualifier) else str(qualifier)
    if known in _DATED and not value.startswith("P"):
        said = f"{_DATED[known]} {when(value)}"
    else:
        said = when(value, known or None)
    return _ZONE.sub("", _MONTH.sub(lambda month: month[1] or month[2] or month[3], said))


def short_answer(answer: Any, variable: Variable | None, names: Mapping[str, str]) -> str:
    """Return a row of table ``answers`` (of ``itertuples``) as its cell in a chart.

    ``names`` maps entity ids to names.
    """
    if pd.isna(answer.value):
        return short_amount(answer.low, answer.high, answer.qualifier)
    value = str(answer.value)
    if variable is not None and variable.type in ("date", "time", "duration"):
        return short_when(value, answer.qualifier)
    labels = (
        {category.value: category.label for category in variable.categories} if variable else {}
    )
    return labels.get(value) or names.get(value) or value


def named(variable: str, variables: Mapping[str, Variable]) -> str:
    """Return what a variable is called; a name that the codebook lacks is made readable."""
    known = variables.get(variable)
    said = known.label if known else variable.replace("_", " ")
    return said[:1].upper() + said[1:]


def rows_of(table: pd.DataFrame) -> list[Any]:
    """Return the rows of a table, its columns as attributes."""
    return list(table.itertuples(index=False))
