"""Where do quotation marks open and close? Pairs of marks, whatever the typography of the press."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from crosscheck.extract.quotes.words import Words

_OPENS_AFTER = "([{—–-/“‘«„\"'…:=*"
_CLOSES_BEFORE = ".,;:!?)]}—–-…’”»'\"*"
_DECADE = re.compile(r"\d0s\b")
_WORD = re.compile(r"\s*(\w+)")


class Marked(NamedTuple):
    """Words between marks: ``start``–``end`` without the marks, ``first``–``last`` with them.

    ``closed`` is False where the closing mark is missing and the paragraph ends the quotation;
    ``resumes`` is True where it goes on from the paragraph before.
    """

    start: int
    end: int
    first: int
    last: int
    closed: bool
    resumes: bool


class Paragraph(NamedTuple):
    """A paragraph of the source; ``soft`` if only a line break parts it from the one before."""

    start: int
    end: int
    kind: str
    language: str
    soft: bool


class _Open(NamedTuple):
    mark: str
    start: int
    stop: int
    closers: frozenset[str]


def marked_spans(raw: str, paragraphs: Iterable[Paragraph], words: Words) -> list[Marked]:
    """Return the outermost quotations of ``paragraphs``, in order, none of them empty.

    A quotation that runs over paragraphs, its opening mark repeated at each, gives one row a
    paragraph. An opening mark without a closing one reaches to the end of its paragraph at most,
    or to the next quotation in it. Takes time linear in the length of the text.
    """
    spans: list[Marked] = []
    pending: _Open | None = None
    for paragraph in paragraphs:
        pairs, unclosed, strays = _pairs(raw, paragraph, words)
        found = _outermost(raw, paragraph, pairs, unclosed, words)
        text_start = _skip_space(raw, paragraph.start, paragraph.end)
        if pending is not None:
            if found and found[0].first == text_start and raw.startswith(pending.mark, text_start):
                found[0] = found[0]._replace(resumes=True)
            elif strays and (not found or strays[0][0] < found[0].first):
                tail = _trim(raw, text_start, strays[0][0], text_start, strays[0][1])
                if tail is not None and paragraph.soft and spans:
                    spans[-1] = spans[-1]._replace(end=tail.end, last=tail.last, closed=True)
                elif tail is not None:
                    found.insert(0, tail._replace(resumes=True))
        last = found[-1] if found else None
        pending = unclosed[-1] if last is not None and not last.closed and unclosed else None
        spans += found
    return spans


def _pairs(
    raw: str, paragraph: Paragraph, words: Words
) -> tuple[list[tuple[int, int, int, int]], list[_Open], list[tuple[int, int]]]:
    """Pair the double marks of a paragraph.

    Returns the pairs (start and stop of either mark), the opening marks left without a partner,
    and the (start, stop) of closing marks left without one.
    """
    pattern, closers_of, closing = _double_marks(words)
    pairs: list[tuple[int, int, int, int]] = []
    unclosed: list[_Open] = []
    strays: list[tuple[int, int]] = []
    stack: list[_Open] = []
    events = list(pattern.finditer(raw, paragraph.start, paragraph.end))
    for number, event in enumerate(events):
        mark, start, stop = event.group(), event.start(), event.end()
        opens, closes = _context(raw, start, stop, paragraph)
        top = stack[-1] if stack else None
        if (
            mark == '"'
            and closes
            and start
            and raw[start - 1].isdigit()
            and _is_measure(raw, start, top)
        ):
            continue
        if top is not None and mark in top.closers:
            if mark == top.mark and opens and not closes:
                ahead = [
                    _context(raw, e.start(), e.end(), paragraph)
                    for e in events[number + 1 : number + 3]
                ]
                if ahead[:1] == [(False, True)] and (len(ahead) < 2 or ahead[1] != (False, True)):
                    unclosed.append(stack.pop())
                    stack.append(_Open(mark, start, stop, closers_of[mark]))
                    continue
                if ahead == [(False, True)] * 2:
                    stack.append(_Open(mark, start, stop, closers_of[mark]))
                    continue
            opened = stack.pop()
            pairs.append((opened.start, opened.stop, start, stop))
        elif top is not None and closes and not opens and mark in closing:
            # The wrong kind of closing mark, or one of a quotation further out.
            while (
                stack
                and len(stack) > 1
                and mark not in stack[-1].closers
                and _expected(stack, mark)
            ):
                unclosed.append(stack.pop())
            opened = stack.pop()
            pairs.append((opened.start, opened.stop, start, stop))
        elif mark in closers_of and (opens or not closes or mark not in closing):
            stack.append(_Open(mark, start, stop, closers_of[mark]))
        elif opens and not closes:
            stack.append(_Open(mark, start, stop, frozenset(mark)))
        else:
            strays.append((start, stop))
    return pairs, sorted([*unclosed, *stack], key=lambda opened: opened.start), strays


def _expected(stack: Sequence[_Open], mark: str) -> bool:
    """Tell whether one of the last few open quotations is closed by ``mark``."""
    return any(mark in opened.closers for opened in stack[-4:])


def _is_measure(raw: str, start: int, top: _Open | None) -> bool:
    """Tell whether the straight mark at ``start``, after a digit, stands for inches."""
    return top is None or top.mark != '"' or raw[max(0, start - 4) : start].find("'") > 0


def _outermost(
    raw: str,
    paragraph: Paragraph,
    pairs: list[tuple[int, int, int, int]],
    unclosed: list[_Open],
    words: Words,
) -> list[Marked]:
    """Return what is quoted in a paragraph, leaving out what lies inside another quotation."""
    doubles = _not_inside(sorted(pairs))
    starts = sorted({*(pair[0] for pair in doubles), *(opened.start for opened in unclosed)})
    following = dict(zip(starts, [*starts[1:], paragraph.end], strict=True)) if starts else {}
    ends = [pair[3] for pair in doubles]
    open_ended: list[tuple[int, int, int, int]] = []
    reached = 0
    for opened in unclosed:
        while reached < len(ends) and ends[reached] <= opened.start:
            reached += 1
        inside = reached < len(ends) and doubles[reached][0] < opened.start
        if not inside and _context(raw, opened.start, opened.stop, paragraph)[0]:
            bound = following[opened.start]
            open_ended.append((opened.start, opened.stop, bound, bound))
    taken = sorted([*doubles, *open_ended])
    singles = _single_pairs(raw, paragraph, words)
    taken = _not_inside(sorted([*taken, *_not_crossing(singles, taken)]))
    left_open = {pair[0] for pair in open_ended}
    found = (_trim(raw, b, c, a, d, closed=a not in left_open) for a, b, c, d in taken)
    return [span for span in found if span is not None]


def _not_inside(pairs: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Return the sorted pairs that begin after the pair before them has ended."""
    kept: list[tuple[int, int, int, int]] = []
    for pair in pairs:
        if not kept or pair[0] >= kept[-1][3]:
            kept.append(pair)
    return kept


def _not_crossing(
    singles: list[tuple[int, int, int, int]], doubles: list[tuple[int, int, int, int]]
) -> list[tuple[int, int, int, int]]:
    """Return the single-mark pairs that do not cross the border of a double-mark quotation."""
    kept = []
    reached = 0
    for pair in singles:
        while reached < len(doubles) and doubles[reached][3] <= pair[0]:
            reached += 1
        partner = doubles[reached] if reached < len(doubles) else None
        if partner is None or partner[0] >= pair[0] or partner[3] >= pair[3]:
            kept.append(pair)
    return kept


def _single_pairs(raw: str, paragraph: Paragraph, words: Words) -> list[tuple[int, int, int, int]]:
    """Pair the single marks of a paragraph, telling them from apostrophes and genitives."""
    pattern, closers_of, closing = _single_marks(words)
    pairs: list[tuple[int, int, int, int]] = []
    opened: tuple[int, int, frozenset[str]] | None = None
    doubtful: tuple[int, int] | None = None
    for event in pattern.finditer(raw, paragraph.start, paragraph.end):
        mark, start, stop = event.group(), event.start(), event.end()
        opens, closes = _context(raw, start, stop, paragraph)
        if mark in closers_of and opens and not closes and not _is_elision(raw, stop, words):
            if opened is not None and doubtful is not None:
                pairs.append((*opened[:2], *doubtful))
            opened, doubtful = (start, stop, closers_of[mark]), None
        elif opened is not None and mark in opened[2] and mark in closing and closes:
            if _may_be_genitive(raw, start, stop, words):
                doubtful = (start, stop)
            else:
                pairs.append((*opened[:2], start, stop))
                opened = doubtful = None
    if opened is not None and doubtful is not None:
        pairs.append((*opened[:2], *doubtful))
    return pairs


def _is_elision(raw: str, stop: int, words: Words) -> bool:
    """Tell whether the mark before ``stop`` stands for dropped letters ("'em", "'90s")."""
    word = _WORD.match(raw, stop)
    if word is None:
        return False
    return word[1].lower() in words.elisions or _DECADE.match(raw, stop) is not None


def _may_be_genitive(raw: str, start: int, stop: int, words: Words) -> bool:
    """Tell whether a closing mark may as well be an apostrophe ("the soldiers’ families")."""
    if raw[start - 1] not in "sxzSXZ" and raw[max(0, start - 2) : start] != "in":
        return False
    word = _WORD.match(raw, stop)
    if word is None or not raw[stop].isspace():
        return False
    return not (word[1].lower() in words.after_closing or word[1][0].isupper())


def _context(raw: str, start: int, stop: int, paragraph: Paragraph) -> tuple[bool, bool]:
    """Tell whether the characters around a mark look like an opening and like a closing one."""
    before = raw[start - 1] if start > paragraph.start else " "
    after = raw[stop] if stop < paragraph.end else " "
    opens = not after.isspace() and (before.isspace() or before in _OPENS_AFTER)
    closes = not before.isspace() and (after.isspace() or after in _CLOSES_BEFORE)
    return opens, closes


def _trim(
    raw: str, start: int, end: int, first: int, last: int, *, closed: bool = True
) -> Marked | None:
    """Return the quotation without the white space inside its marks; None if nothing is left."""
    text = raw[start:end]
    bare = text.strip()
    if not any(character.isalnum() for character in bare):
        return None
    begin = start + len(text) - len(text.lstrip())
    return Marked(begin, begin + len(bare), first, last, closed, False)


def _skip_space(raw: str, start: int, end: int) -> int:
    while start < end and raw[start].isspace():
        start += 1
    return start


Marks = tuple[re.Pattern[str], dict[str, frozenset[str]], frozenset[str]]


@cache
def _marks(pairs: tuple[tuple[str, str], ...]) -> Marks:
    """Return the pattern of all marks, the closing marks of each opening one, and all closers."""
    closers: dict[str, set[str]] = {}
    for opening, closing in pairs:
        closers.setdefault(opening, set()).add(closing)
    every = sorted({mark for pair in pairs for mark in pair}, key=lambda mark: (-len(mark), mark))
    # A doubled straight mark ("''") is a mark of its own, never two.
    pattern = re.compile("|".join(_alone(mark) for mark in every))
    return pattern, {o: frozenset(c) for o, c in closers.items()}, frozenset(c for _, c in pairs)


def _alone(mark: str) -> str:
    escaped = re.escape(mark)
    return f"(?<!{escaped}){escaped}(?!{escaped})" if mark == "'" else escaped


def _double_marks(words: Words) -> Marks:
    return _marks(words.double)


def _single_marks(words: Words) -> Marks:
    return _marks(words.single)
