"""What may be said of a source's preference for a term? One sentence, or that it is too little."""

from __future__ import annotations

from math import exp
from typing import Any

from crosscheck.report.wording import counted

_TIMES = {0: "never", 1: "once", 2: "twice"}


def in_words(row: Any, label: str) -> str:
    """Return a sentence on a row of table ``framing`` (of ``itertuples``) for source ``label``.

    A source that has too little text to say whether it prefers the word is told to have.
    """
    uses = f"uses “{row.term}” {times(row.count)}" if row.count else f"never uses “{row.term}”"
    said = f"{label} {uses} in {counted(row.words, 'word')}"
    if row.quoted:
        said += f" ({'only' if row.quoted == row.count else times(row.quoted)} in quotations)"
    if row.finding == "too_little":
        return f"{said}: too little text to say whether it prefers the word."
    if row.finding == "alike":
        return f"{said}, about as often as the other sources."
    low, high = factor(row.low), factor(row.high)
    return f"{said}, {row.finding} than the other sources: {low} to {high} times as often."


def times(count: int) -> str:
    """Return how often, in words: never, once, twice, 3 times."""
    return _TIMES.get(int(count), f"{count:,} times")


def factor(log_odds: float) -> str:
    """Return a log-odds ratio as a factor with two significant digits: 0.69 → 2, -1.2 → 0.3."""
    value = exp(log_odds)
    return f"{value:,.0f}" if value >= 10 else f"{value:.2g}"
