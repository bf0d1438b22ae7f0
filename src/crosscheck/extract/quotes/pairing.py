"""Which double quotation marks belong together?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from crosscheck.extract.quotes.words import Words

_OPENS_AFTER = "([{—–-/“‘«„\"'…:=*"
_CLOSES_BEFORE = ".,;:!?)]}—–-…’”»'\"*"
_OPENING, _CLOSING = (True, False), (False, True)


class Pair(NamedTuple):
    """An opening mark (``first`` to ``start``) and its closing mark (``end`` to ``last``)."""

    first: int
    start: int
    end: int
    last: int


class Opened(NamedTuple):
    """An opening mark that waits for one of its closing marks."""

    mark: str
    first: int
    start: int
    closers: frozenset[str]


Marks = tuple[re.Pattern[str], dict[str, frozenset[str]], frozenset[str]]


@cache
def marks_of(pairs: tuple[tuple[str, str], ...]) -> Marks:
    """Return the pattern of all marks, the closing marks of each opening one, and all closers."""
    closers: dict[str, set[str]] = {}
    for opening, closing in pairs:
        closers.setdefault(opening, set()).add(closing)
    every = sorted({mark for pair in pairs for mark in pair}, key=lambda mark: (-len(mark), mark))
    # A doubled straight mark ("''") is a mark of its own, never two.
    pattern = re.compile("|".join("(?<!')'(?!')" if m == "'" else re.escape(m) for m in every))
    return pattern, {o: frozenset(c) for o, c in closers.items()}, frozenset(c for _, c in pairs)


def context(raw: str, first: int, last: int, start: int, end: int) -> tuple[bool, bool]:
    """Tell whether a mark looks like an opening and like a closing one by its neighbours.

    The mark is ``raw[first:last]``, in the paragraph from ``start`` to ``end``. Both are False
    between two letters and between two blanks.
    """
    before = raw[first - 1] if first > start else " "
    after = raw[last] if last < end else " "
    opens = not after.isspace() and (before.isspace() or before in _OPENS_AFTER)
    closes = not before.isspace() and (after.isspace() or after in _CLOSES_BEFORE)
    return opens, closes


def pair_marks(
    raw: str, start: int, end: int, words: Words
) -> tuple[list[Pair], list[Opened], list[tuple[int, int]]]:
    """Pair the double marks of the paragraph ``raw[start:end]``, nested ones included.

    Returns the pairs, the opening marks left without a partner in order, and where the closing
    marks without a partner stand. Takes time linear in the number of marks.
    """
    pattern, closers_of, closing = marks_of(words.double)
    events = list(pattern.finditer(raw, start, end))
    looks = [context(raw, e.start(), e.end(), start, end) for e in events]
    pairs: list[Pair] = []
    unclosed: list[Opened] = []
    strays: list[tuple[int, int]] = []
    stack: list[Opened] = []
    for number, event in enumerate(events):
        mark, (first, last), (opens, closes) = event.group(), event.span(), looks[number]
        top = stack[-1] if stack else None
        fresh = Opened(mark, first, last, closers_of.get(mark, frozenset(mark)))
        if mark == '"' and closes and raw[first - 1].isdigit() and _is_measure(raw, first, top):
            continue
        if top is not None and mark in top.closers:
            ahead = looks[number + 1 : number + 3] if mark == top.mark and opens > closes else []
            if ahead[:1] == [_CLOSING]:
                # A straight mark that opens again: a nested quotation if both are closed.
                if ahead != [_CLOSING, _CLOSING]:
                    unclosed.append(stack.pop())
                stack.append(fresh)
                continue
            _close(pairs, stack, first, last)
        elif top is not None and closes > opens and mark in closing:
            # The wrong kind of closing mark, or that of a quotation further out.
            while len(stack) > 1 and mark not in stack[-1].closers and _is_due(stack, mark):
                unclosed.append(stack.pop())
            _close(pairs, stack, first, last)
        elif opens > closes or (mark in closers_of and not (closes and mark in closing)):
            stack.append(fresh)
        else:
            strays.append((first, last))
    return pairs, sorted([*unclosed, *stack], key=lambda opened: opened.first), strays


def _close(pairs: list[Pair], stack: list[Opened], end: int, last: int) -> None:
    opened = stack.pop()
    pairs.append(Pair(opened.first, opened.start, end, last))


def _is_due(stack: Sequence[Opened], mark: str) -> bool:
    """Tell whether one of the last few open quotations is closed by ``mark``."""
    return any(mark in opened.closers for opened in stack[-4:])


def _is_measure(raw: str, first: int, top: Opened | None) -> bool:
    """Tell whether the straight mark after a digit stands for inches rather than for a close."""
    return top is None or top.mark != '"' or "'" in raw[max(0, first - 3) : first]
