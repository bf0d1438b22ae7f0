"""Where does a quotation in marks begin and end, whatever the typography of the press?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from crosscheck.extract.quotes.pairing import Opened, Pair, context, pair_marks
from crosscheck.extract.quotes.paragraphs import Paragraph
from crosscheck.extract.quotes.singles import pair_singles
from crosscheck.extract.quotes.unclosed import end_of_unclosed
from crosscheck.extract.quotes.words import Words


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


def marked_spans(raw: str, paragraphs: Iterable[Paragraph], words: Words) -> list[Marked]:
    """Return the outermost quotations of ``paragraphs``, in order, none of them empty.

    A quotation that runs over paragraphs, its opening mark repeated at each, gives one row a
    paragraph. An opening mark without a closing one reaches to the end of its paragraph at most,
    or to the next quotation in it. Takes time linear in the length of the text.
    """
    any_opening = _any_opening(words)
    spans: list[Marked] = []
    pending: Opened | None = None
    for paragraph in paragraphs:
        start, end = paragraph.start, paragraph.end
        if pending is None and any_opening.search(raw, start, end) is None:
            continue
        pairs, unclosed, strays = pair_marks(raw, start, end, words)
        found = _outermost(raw, paragraph, pairs, unclosed, words)
        if pending is not None:
            begin = start + len(raw[start:end]) - len(raw[start:end].lstrip())
            if found and found[0].first == begin and raw.startswith(pending.mark, begin):
                found[0] = found[0]._replace(resumes=True)
            elif strays and (not found or strays[0][0] < found[0].first):
                _resume(raw, Pair(begin, begin, *strays[0]), spans, found, soft=paragraph.soft)
        pending = unclosed[-1] if unclosed and found and not found[-1].closed else None
        spans += found
    return spans


def _resume(raw: str, tail: Pair, spans: list[Marked], found: list[Marked], *, soft: bool) -> None:
    """Add the end of a quotation whose opening mark stands in the paragraph before."""
    marked = _trim(raw, tail, closed=True)
    if marked is not None and soft and spans:
        spans[-1] = spans[-1]._replace(end=marked.end, last=marked.last, closed=True)
    elif marked is not None:
        found.insert(0, marked._replace(resumes=True))


def _outermost(
    raw: str, paragraph: Paragraph, pairs: list[Pair], unclosed: list[Opened], words: Words
) -> list[Marked]:
    """Return what is quoted in a paragraph, leaving out what lies inside another quotation."""
    doubles = _not_inside(sorted(pairs))
    starts = sorted({*(pair.first for pair in doubles), *(opened.first for opened in unclosed)})
    following = dict(zip(starts, [*starts[1:], paragraph.end], strict=True)) if starts else {}
    open_ended: set[Pair] = set()
    reached = 0
    for opened in unclosed:
        while reached < len(doubles) and doubles[reached].last <= opened.first:
            reached += 1
        inside = reached < len(doubles) and doubles[reached].first < opened.first
        opens, _ = context(raw, opened.first, opened.start, paragraph.start, paragraph.end)
        if not inside and opens:
            bound = following[opened.first]
            end = end_of_unclosed(raw, opened.start, bound, words)
            open_ended.add(Pair(opened.first, opened.start, end, end if end < bound else bound))
    taken = sorted([*doubles, *open_ended])
    singles = _not_crossing(pair_singles(raw, paragraph.start, paragraph.end, words), taken)
    taken = _not_inside(sorted([*taken, *singles]))
    found = (_trim(raw, pair, closed=pair not in open_ended) for pair in taken)
    return [marked for marked in found if marked is not None]


def _not_inside(pairs: list[Pair]) -> list[Pair]:
    """Return the sorted pairs that begin after the pair before them has ended."""
    kept: list[Pair] = []
    for pair in pairs:
        if not kept or pair.first >= kept[-1].last:
            kept.append(pair)
    return kept


def _not_crossing(singles: list[Pair], doubles: list[Pair]) -> list[Pair]:
    """Return the pairs of single marks that do not cross the border of a double-mark quotation."""
    kept = []
    reached = 0
    for pair in singles:
        while reached < len(doubles) and doubles[reached].last <= pair.first:
            reached += 1
        partner = doubles[reached] if reached < len(doubles) else None
        # It may hold all of the other one, lie within it, or end before it begins.
        crosses = partner is not None and partner.first < pair.last < partner.last
        if partner is None or pair.first > partner.first or not crosses:
            kept.append(pair)
    return kept


def _trim(raw: str, pair: Pair, *, closed: bool) -> Marked | None:
    """Return the quotation without the white space inside its marks; None if nothing is left."""
    text = raw[pair.start : pair.end]
    bare = text.strip()
    if not any(character.isalnum() for character in bare):
        return None
    begin = pair.start + len(text) - len(text.lstrip())
    return Marked(begin, begin + len(bare), pair.first, pair.last, closed, False)


@cache
def _any_opening(words: Words) -> re.Pattern[str]:
    """Return a pattern that finds any mark which may open a quotation; ’ within words is none."""
    opening = {pair[0] for pair in (*words.double, *words.single)} - {"'"}
    return re.compile("|".join([*sorted(map(re.escape, opening)), r"”(?=\w)", r"(?<!\w)'(?=\w)"]))
