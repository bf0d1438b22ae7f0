"""What do the mentions around it add to a mention? A year, a month, the day of a speech."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck import language
from crosscheck.extract.dates.calendar import point_of
from crosscheck.extract.dates.context import RELATIVE, Anchor, Context
from crosscheck.extract.dates.expressions import Expression
from crosscheck.extract.dates.placed import Placed
from crosscheck.extract.dates.resolve import resolve

_OPENING = 12  # characters: "In 2013, …" at the head of a sentence
_BACK = 3  # sentences between who spoke when and the quotation
_MARKS = (("“", "”"), ("«", "»"))


def completed(placed: Sequence[Placed], at: int) -> Expression:
    """Return a day of a list with the month its neighbour has ("28 and 29 March 2022")."""
    found = placed[at].found
    if found.rule != "day_of_list":
        return found
    following = placed[at + 1].found if at + 1 < len(placed) else None
    if following is not None and following.start - found.end < _OPENING and following.has("month"):
        other = following
    else:
        other = placed[at - 1].found
    missing = {"month", "year", "next", "this"} - {word.name for word in found.words}
    return found.with_words(
        found.words + tuple(word for word in other.words if word.name in missing)
    )


def frame(placed: Sequence[Placed], at: int) -> int | None:
    """Return the year that the sentence gives to a month without one.

    "In 2013 they landed in January", "between March and April 2022", "January 11: …" in a list
    under the heading "2013".
    """
    found, code, sentence, article = placed[at]
    if not found.has("month", "season", "holiday") or found.has("year"):
        return None
    end = found.end
    for other in placed[at + 1 :]:
        between = article.raw[end : other.found.start]
        if other.sentence != sentence or not _joins(between, code):
            break
        if other.found.has("year"):
            return int(other.found.value("year"))
        end = other.found.end
    chained = _chained(placed, at)
    if chained is not None:
        return chained
    listed = placed[at].opening() < _OPENING
    for other in reversed(placed[:at]):
        if other.found.rule != "year" or other.opening() >= _OPENING:
            continue
        if other.sentence == sentence or (listed and other.is_whole_sentence()):
            return int(other.found.value("year"))
        if other.is_whole_sentence():
            break
    return None


def _chained(placed: Sequence[Placed], at: int) -> int | None:
    """Return the year of a month told on: "begun in June 2021, resumed in July"."""
    found, code, sentence, article = placed[at]
    other = placed[at - 1] if at else placed[at]
    months = other.found.value("month"), found.value("month")
    if other.sentence != sentence or not other.found.has("year") or None in months:
        return None
    said = article.raw[other.found.start - other.opening() : other.found.start].lower().split()
    background = not {word.strip(",") for word in said}.isdisjoint(
        language.section(code, "dates")["subordinate"]
    )
    return None if background or months[0] >= months[1] else int(other.found.value("year"))


def _joins(between: str, code: str) -> bool:
    gaps = language.section(code, "dates")["gaps"]
    return " ".join(between.lower().split()) in {",", "-", "–", *gaps["and"], *gaps["to"]}


def spoken_on(placed: Sequence[Placed], at: int, anchor: Anchor | None) -> Anchor | None:
    """Return the day on which someone said "today", if the text names it ("… said on Monday")."""
    where = placed[at]
    if anchor is None or not where.found.has("day") or not _quoted(where):
        return None
    same = [p for p in placed if p.sentence == where.sentence and p.found.rule == "weekday"]
    before = [
        p
        for p in placed[:at]
        if p.found.rule == "weekday" and 0 < where.sentence - p.sentence <= _BACK
    ]
    for other in (*same, *reversed(before)):
        if _quoted(other):
            continue
        context = Context(anchor, other.code, other.article.raw, ahead=lambda: False)
        value = resolve(other.found, context)
        day = point_of(value.value)
        if day is not None:
            return Anchor(day, value.basis or RELATIVE, anchor.or_later)
    return None


def _quoted(where: Placed) -> bool:
    """Tell whether a mention lies inside quotation marks opened in its paragraph."""
    article, at = where.article, where.found.start
    passage = next((p for p in article.passages if p.start <= at < p.end), None)
    before = article.raw[passage.start : at] if passage else ""
    if before.count('"') % 2:
        return True
    return any(before.rfind(opening) > before.rfind(closing) for opening, closing in _MARKS)
