"""What does a line look like? Its features, for a model that has seen the lines of many pages.

They are of four sorts: its words, its shape, what it shares with the running text of the page, and
its place; the shapes of the lines around it go with them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate

from crosscheck.clean.lines import Line
from crosscheck.clean.page import CUT, Page, is_item, is_name
from crosscheck.clean.words import is_common

_WORD = re.compile(r"[^\W\d_]+")
_MARKS = {
    "address on the web": re.compile(r"https?://|www\.|\w\.(?:com|org|net|fr)\b"),
    "address for mail": re.compile(r"\w@\w"),
    "handle or tag": re.compile(r"(?<!\w)[#@]\w"),
    "rights": re.compile(r"©|\(c\)|copyright", re.IGNORECASE),
    "bar": re.compile(r"\|"),
    "arrow or dot": re.compile(r"[»›→>▶•·]"),
    "colon at the end": re.compile(r":$"),
    "question": re.compile(r"\?$"),
    "shout": re.compile(r"!"),
    "quotation mark": re.compile(r"[“”\"«»]"),
    "begins with a quotation mark": re.compile(r"^[“\"«‘]"),
    "begins with a bracket": re.compile(r"^\("),
    "begins with a star or dash": re.compile(r"^[*•–—-]"),
}
_READ = 1500  # characters of a line that are read
_WORDS = 60  # words of a line that count one by one
_TEXT = 15  # words from which on a line is running text
_WINDOW = 6  # lines over and under a line that are summed up
_SUMMED = ("prose", "shared", "words")
_TOLD = (
    "words", "a few words", "some words", "many words", "prose", "ends", "capitals", "name", "date",
    "shared", "shared before",
)  # fmt: skip
_AROUND = {step: [(name, f"{step:+} {name}") for name in _TOLD] for step in (-3, -2, -1, 1, 2, 3)}
# What tells something else of running text than of a short line.
_APART = (
    "words", "topic words", "shared", "shared before", "words shared before", "place",
    "text over it", "over the text", "under the text", "last of the text", "capitals",
    "-1 shared", "+1 shared", "over it shared", "under it shared", "over it prose",
    "under it prose",
)  # fmt: skip


def looks(page: Page) -> list[dict[str, float]]:
    """Return the features of every line, by name; those that are 0 are left out."""
    text = [line.prose and line.words >= _TEXT for line in page.lines]
    shapes = [
        {**_shape(page, i), **shared}
        for i, shared in zip(range(len(page.lines)), _shared(page, text), strict=True)
    ]
    sums = {name: [0, *accumulate(shape[name] for shape in shapes)] for name in _SUMMED}
    found = []
    for i, (shape, place) in enumerate(zip(shapes, _places(page, text), strict=True)):
        told = {**shape, **place}
        for step, names in _AROUND.items():
            if 0 <= i + step < len(shapes):
                told.update((named, shapes[i + step][name]) for name, named in names)
            else:
                told[f"{step:+} nothing"] = 1.0
        over, under = max(0, i - _WINDOW), min(i + 1 + _WINDOW, len(shapes))
        for name, total in sums.items():
            told[f"over it {name}"] = (total[i] - total[over]) / max(1, i - over)
            told[f"under it {name}"] = (total[under] - total[i + 1]) / max(1, under - i - 1)
        if page.lines[i].prose:
            told.update((f"{name} in prose", told.get(name, 0.0)) for name in _APART)
        words = _words(page.lines[i])[:_WORDS]
        told.update((f"“{word}”", 1.0) for word in words)
        if words:
            told[f"first “{words[0]}”"] = 1.0
        found.append({name: value for name, value in told.items() if value})
    return found


def looks_again(page: Page, likelihoods: list[float]) -> list[dict[str, float]]:
    """Return what a first judgement of every line tells of the lines around each.

    ``likelihoods`` are those of being furniture, from 0 to 1. With them a line is judged again, as
    in the stacked sequential learning of Cohen and Carvalho (2005).
    """
    prose = [i for i, line in enumerate(page.lines) if line.prose]
    least = list(accumulate((likelihoods[i] for i in prose), min))
    least_below = list(accumulate((likelihoods[i] for i in reversed(prose)), min))[::-1]
    found = []
    for i in range(len(likelihoods)):
        told = {
            f"{step:+} likely": likelihoods[i + step]
            for step in (0, *_AROUND)
            if 0 <= i + step < len(likelihoods)
        }
        over, under = bisect_left(prose, i), bisect_right(prose, i)
        told["prose before likely"] = likelihoods[prose[over - 1]] if over else 1.0
        told["prose before least likely"] = least[over - 1] if over else 1.0
        told["prose after likely"] = likelihoods[prose[under]] if under < len(prose) else 1.0
        told["prose after least likely"] = least_below[under] if under < len(prose) else 1.0
        found.append(told)
    return found


def _shared(page: Page, text: list[bool]) -> Iterator[dict[str, float]]:
    """Yield what each line shares with the running text, and with that before it."""
    first: dict[str, int] = {}
    lines_with: Counter[str] = Counter()
    for i in range(len(text)):
        for word in page.content(i) if text[i] else ():
            first.setdefault(word, i)
            lines_with[word] += 1
    for i in range(len(text)):
        own = page.content(i)
        shared = sum(lines_with[word] > text[i] for word in own)
        before = sum(first.get(word, i) < i for word in own)
        yield {
            "topic words": min(len(own), 15) / 10,
            "shared": shared / max(1, len(own)),
            "shared before": before / max(1, len(own)),
            "words shared before": min(6, before) / 3,
        }


def _places(page: Page, text: list[bool]) -> Iterator[dict[str, float]]:
    """Yield where on the page each line stands."""
    count = len(text)
    words = [line.words * told for line, told in zip(page.lines, text, strict=True)]
    over = [0, *accumulate(words)]
    prose = sum(line.prose for line in page.lines) / max(1, count)
    first = text.index(True) if any(text) else count
    last = count - 1 - text[::-1].index(True) if any(text) else count
    for i in range(count):
        yield {
            "place": i / max(1, count - 1),
            "first line": float(i == 0),
            "lines over it": min(i, 10) / 10,
            "lines under it": min(count - 1 - i, 10) / 10,
            "over the text": float(i < first),
            "under the text": float(i > last),
            "text over it": over[i] / max(1, over[-1]),
            "last of the text": float(over[i + 1] >= over[-1]),
            "lines": min(count, 120) / 60,
            "prose on the page": prose,
        }


def _words(line: Line) -> list[str]:
    return _WORD.findall(line.text[:_READ].lower())


def _shape(page: Page, i: int) -> dict[str, float]:
    line = page.lines[i]
    text = line.text[:_READ]
    words = _WORD.findall(text)
    count = max(1, len(words))
    capitals = sum(word[0].isupper() for word in words) / count
    return {
        "words": min(len(words), 80) / 20,
        "a few words": float(len(words) <= 3),
        "some words": float(4 <= len(words) <= 12),
        "many words": float(len(words) >= 25),
        "very many words": float(len(words) >= 45),
        "prose": float(line.prose),
        "ends": float(line.final),
        "broken off": float(line.text.endswith(CUT)),
        "capitals": capitals,
        "all in capitals": float(text.isupper()),
        "figures": sum(mark.isdigit() for mark in text) / max(1, len(text)),
        "function words": _share((is_common(word.lower(), page.code) for word in words), count),
        "in -ed": _share((word.endswith("ed") for word in words), count),
        "item": float(is_item(text)),
        "name": float(is_name(text)),
        "names": float(bool(page.names(i))),
        "date": float(bool(page.dates(i))),
        **{name: float(bool(mark.search(text))) for name, mark in _MARKS.items()},
    }


def _share(told: Iterable[bool], count: int) -> float:
    return sum(told) / count
