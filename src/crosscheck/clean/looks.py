"""What does a line look like? Its features, for a model that has seen the lines of many pages.

They are of four sorts: its words, its shape, what it shares with the running text of the page, and
its place; the shapes of the lines around it go with them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

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
_AROUND = (-3, -2, -1, 1, 2, 3)
_WINDOW = 6
_TOLD = (
    "words", "a few words", "some words", "many words", "prose", "ends", "capitals", "name", "date",
    "shared", "shared before",
)  # fmt: skip
# What tells something else of running text than of a short line.
_APART = (
    "words", "topic words", "shared", "shared before", "words shared before", "place",
    "text over it", "over the text", "under the text", "last of the text", "capitals",
    "-1 shared", "+1 shared", "over it shared", "under it shared", "over it prose",
    "under it prose",
)  # fmt: skip


class Looks:
    """The features of the lines of one page."""

    def __init__(self, page: Page):
        self._page = page
        self._shapes: dict[int, dict[str, float]] = {}
        lines = page.lines
        self._text = [i for i, line in enumerate(lines) if line.prose and line.words >= _TEXT]
        self._first_with: dict[str, int] = {}
        self._with: Counter[str] = Counter()
        self._before = [0]
        for i, line in enumerate(lines):
            running = line.prose and line.words >= _TEXT
            self._before.append(self._before[-1] + (line.words if running else 0))
            for word in page.content(i) if running else ():
                self._first_with.setdefault(word, i)
                self._with[word] += 1
        self._prose = sum(line.prose for line in lines) / max(1, len(lines))

    def of(self, i: int) -> dict[str, float]:
        """Return the features of line ``i``, by name; those that are 0 are left out."""
        found = {**self._shape(i), **self._place(i)}
        for step in _AROUND:
            if 0 <= i + step < len(self._page.lines):
                shape = self._shape(i + step)
                found.update({f"{step:+} {name}": shape.get(name, 0.0) for name in _TOLD})
            else:
                found[f"{step:+} nothing"] = 1.0
        for side, first, last in (("over", i - _WINDOW, i), ("under", i + 1, i + 1 + _WINDOW)):
            around = range(max(0, first), min(last, len(self._page.lines)))
            for name in ("prose", "shared", "words"):
                total = sum(self._shape(j).get(name, 0.0) for j in around)
                found[f"{side} it {name}"] = total / max(1, len(around))
        if self._page.lines[i].prose:
            found.update({f"{name} in prose": found.get(name, 0.0) for name in _APART})
        words = _words(self._page.lines[i])[:_WORDS]
        found.update({f"“{word}”": 1.0 for word in words})
        if words:
            found[f"first “{words[0]}”"] = 1.0
        return {name: value for name, value in found.items() if value}

    def _shape(self, i: int) -> dict[str, float]:
        if i not in self._shapes:
            # Lines are asked for in order; far ones are not needed again.
            for far in [j for j in self._shapes if abs(j - i) > 2 * _WINDOW]:
                del self._shapes[far]
            self._shapes[i] = {**_shape(self._page, i), **self._shared(i)}
        return self._shapes[i]

    def _shared(self, i: int) -> dict[str, float]:
        line, own = self._page.lines[i], self._page.content(i)
        once = int(line.prose and line.words >= _TEXT)
        shared = sum(self._with[word] > once for word in own)
        before = sum(self._first_with.get(word, i) < i for word in own)
        return {
            "topic words": min(len(own), 15) / 10,
            "shared": shared / max(1, len(own)),
            "shared before": before / max(1, len(own)),
            "words shared before": min(6, before) / 3,
        }

    def _place(self, i: int) -> dict[str, float]:
        lines = self._page.lines
        over, total = self._before[i], max(1, self._before[-1])
        return {
            "place": i / max(1, len(lines) - 1),
            "first line": float(i == 0),
            "lines over it": min(i, 10) / 10,
            "lines under it": min(len(lines) - 1 - i, 10) / 10,
            "over the text": float(not self._text or i < self._text[0]),
            "under the text": float(bool(self._text) and i > self._text[-1]),
            "text over it": over / total,
            "last of the text": float(self._before[i + 1] >= self._before[-1]),
            "lines": min(len(lines), 120) / 60,
            "prose on the page": self._prose,
        }


def _words(line: Line) -> list[str]:
    return _WORD.findall(line.text[:_READ].replace("’", "'").lower())


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
        "capitals in prose": capitals * line.prose,
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
