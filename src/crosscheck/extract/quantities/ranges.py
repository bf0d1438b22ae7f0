"""Do two numbers state one range? "300 to 400", "two or three", "between 5 and 7 million"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from crosscheck import language
from crosscheck.extract.quantities.lexicon import any_word, endings, scanner, words
from crosscheck.extract.quantities.numerals import Number, read_number

_SIGN = re.compile(r"(?:[A-Z]{0,3}[$€£¥₹] ?)?")
_LAST_WORD = re.compile(r"([\w'’]+)\s*$")
_REACH = 70  # characters before "from" in which a verb of change is looked for
_FAR = 5  # "by $4 billion to $40 billion" is a change; "by 1% to 2%" is a range


class Lead(NamedTuple):
    """What the words before a number make of a second one: a range that begins at ``start``.

    ``between`` asks for one, ``change`` forbids it, ``jump`` forbids it for numbers far apart.
    """

    start: int
    between: bool
    change: bool
    jump: bool


def lead_of(text: str, floor: int, start: int, code: str) -> Lead:
    """Return what the words before ``start`` (nothing before ``floor``) say of a range."""
    before = _LAST_WORD.search(text, max(floor, start - 24), start)
    if before is None:
        return Lead(start, False, False, False)
    last = before[1].lower()
    change = last in words(code, "change_before")
    if change:
        near = text[max(floor, start - _REACH) : before.start()].lower()
        verbs = endings(code, "change_verbs")
        change = any(word.startswith(verbs) for word in near.split())
    between = last in words(code, "between")
    return Lead(before.start(), between, change, last in words(code, "jump_before"))


def upper_end(
    text: str, first: Number, lead: Lead, stop: int, code: str
) -> tuple[str, Number] | None:
    """Return what joins ``first`` to the upper end of a range, and that end; None without one.

    The joint is "-" for every dash, else the word.
    """
    joint = None
    if first.kind in ("digits", "words"):
        joint = _joint_pattern(code).match(text, first.after, stop)
    if joint is None:
        return None
    word = joint[1].lower() if joint[1] else "-"
    allowed = words(code, "between_and" if lead.between else "range_words")
    if word != "-" and (word not in allowed or lead.change):
        return None
    sign = _SIGN.match(text, joint.end(), stop)
    match = scanner(code).match(text, sign.end() if sign else joint.end(), stop)
    second = read_number(text, match, stop, code) if match else None
    return (word, second) if second and _ranges(first, second, lead) else None


def shared_value(first: Number, second: Number) -> float:
    """Return the value of ``first`` with the multiplier it shares ("three to four hundred")."""
    if first.factor == 1 < second.factor and first.value < second.value / second.factor:
        return first.value * second.factor
    return first.value


def _ranges(first: Number, second: Number, lead: Lead) -> bool:
    """Tell whether the two are the ends of a range: rising, and in the same unit."""
    low = shared_value(first, second)
    if second.kind not in ("digits", "words") or second.value <= low:
        return False
    if first.after > first.end and second.unit != first.unit:
        return False
    whole = first.factor > 1 or first.unit is not None
    return not (lead.jump and whole and second.value > _FAR * low)


@cache
def _joint_pattern(code: str) -> re.Pattern[str]:
    data = language.section(code, "quantities")
    spelt = any_word({*map(str, data["range_words"]), *map(str, data["between_and"])})
    return re.compile(
        rf"[‐‑–—-](?!\s)|[^\S\n][–-][^\S\n](?=[$€£¥]?[0-9])|[‐‑-]?\s+({spelt})\s+", re.IGNORECASE
    )
