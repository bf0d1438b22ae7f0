"""A page while it is being cleaned: its lines, its language, its cues, its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from crosscheck.clean.cues import Cues, cues
from crosscheck.clean.lines import Line
from crosscheck.clean.pagedates import PageDate, find_dates
from crosscheck.clean.words import content_words

KEPT = (
    "title", "subtitle", "dateline", "heading", "paragraph", "quotation", "attribution",
    "caption", "byline", "post", "list_item",
)  # fmt: skip
DROPPED = (
    "breadcrumb", "repeated_title", "crawl_date", "furniture", "comment_form", "author_box",
    "other_stories", "publisher_notice", "source_tag", "blank",
)  # fmt: skip

# How a teaser ends that is broken off.
CUT = ("...", "…", "[…]", "[...]")

_ITEM = re.compile(r"(?:[-–•*▪■●·]\s|\[?\d{1,2}[.)\]]\s|[a-z]\)\s)\s*\S")
_LETTER = re.compile(r"[^\W\d_]")
_NAME = re.compile(
    r"(?:[^\W\d_a-zà-ÿ][\w.'’-]*)"
    r"(?:(?:,? (?:and|et|in|à|de|du|van|von|bin|ag|al|el|ould|&|with|at)"
    r"(?: (?:der?|den|las?|los))?|,)?"
    r" [^\W\d_a-zà-ÿ][\w.'’-]*){1,7}"
)
# What a line that dates a page may hold beside the date: times, zones, a few words.
_TIME = re.compile(
    r"\b\d{1,2}(?:[:.h]\d{2}(?::\d{2})?|h)(?:\s?[ap]\.?m\b\.?)?(?:\s?[a-z]{2,4}\b(?:[+-]\d+)?)?"
    r"|\b\d{1,2}\s?[ap]\.?m\b\.?(?:\s[a-z]{2,4}\b)?"
)
_LIVE = 3  # times of day that stand alone on the page of a live blog
_DATED = 40  # characters in which the date of such a line stands
_AFTER = tuple(":–—-")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass
class Page:
    """The lines of one source; rules give them their kinds, the first rule that speaks decides.

    ``frame`` is the stretch of lines that the article lies in, on a crowded page; ``likelihoods``
    are those of being furniture, a line each, once they were asked for.
    """

    raw: str
    code: str
    lines: list[Line]
    title: int | None = None
    frame: tuple[int, int] = (0, 0)
    likelihoods: list[float] | None = field(default=None, repr=False)
    _dates: dict[int, list[PageDate]] = field(default_factory=dict, repr=False)

    @property
    def cues(self) -> Cues:
        """The cues of the page's language."""
        return cues(self.code)

    def open_prose(self, start: int = 0) -> Iterator[int]:
        """Yield the lines from ``start`` that look like running text and have no kind yet."""
        return (i for i in range(start, len(self.lines)) if self.is_open_prose(i))

    def is_open_prose(self, i: int) -> bool:
        """Tell whether line ``i`` looks like running text and has no kind yet."""
        line = self.lines[i]
        return line.prose and line.kind is None

    def content(self, i: int) -> frozenset[str]:
        """Return the topic words of line ``i``."""
        return self.lines[i].content(self.code)

    def topic(self, lines: Iterable[int]) -> set[str]:
        """Return the topic words of ``lines`` together."""
        return set().union(*map(self.content, lines))

    def is_foreign(self, i: int, article: set[str], share: float) -> bool:
        """Tell whether line ``i`` has at most ``share`` of its topic words from the article."""
        own = self.content(i)
        return len(own & article) <= share * len(own)

    def names(self, i: int) -> frozenset[str]:
        """Return the names in line ``i``."""
        return self.lines[i].names(self.code)

    def content_of(self, text: str) -> frozenset[str]:
        """Return the topic words of ``text``."""
        return content_words(text.lower(), self.code)

    def dates(self, i: int) -> list[PageDate]:
        """Return the whole dates in line ``i`` if all that the line does is to date the page."""
        if i not in self._dates:
            self._dates[i] = self._find_dates(i)
        return self._dates[i]

    def _find_dates(self, i: int) -> list[PageDate]:
        line = self.lines[i]
        if line.prose or line.words > 22 or not any(c.isdigit() for c in line.plain):
            return []
        dates = find_dates(line.plain, self.code)
        if not dates:
            return []
        late = dates[0].start > 25 and not self.cues.published.match(line.plain)
        late = late and not self.cues.source_tag.fullmatch(line.plain)
        if self.words_beside_dates(i) > (3 if late else 6):
            return []
        return [date for date in dates if date.value]

    def is_dated_item(self, i: int) -> bool:
        """Tell whether line ``i`` is of a chronology: "April 19: Gossi is handed over"."""
        plain = self.lines[i].plain
        found = find_dates(plain[:_DATED], self.code)
        return bool(found) and found[0].start == 0 and plain[found[0].end :].lstrip()[:1] in _AFTER

    def words_beside_dates(self, i: int) -> int:
        """Return how many words line ``i`` has beside dates, times and cues of publication."""
        rest = self.lines[i].plain
        for found in reversed(find_dates(rest, self.code)):
            rest = rest[: found.start] + " " + rest[found.end :]
        rest = self.cues.updated.sub(" ", self.cues.published.sub(" ", _TIME.sub(" ", rest)))
        return len(_WORD.findall(rest))

    @cached_property
    def is_live(self) -> bool:
        """Whether the page is a live blog: short texts, each under its time of day."""
        return sum(self.is_clock(i) for i in range(len(self.lines))) >= _LIVE

    def is_clock(self, i: int) -> bool:
        """Tell whether line ``i`` is nothing but a time of day, as in a live blog."""
        line = self.lines[i]
        if line.words > 6 or not _TIME.search(line.plain):
            return False
        rest = self.cues.updated.sub(" ", self.cues.published.sub(" ", line.plain))
        return not _WORD.search(_TIME.sub(" ", rest).replace(" at ", " "))


def is_item(text: str) -> bool:
    """Tell whether ``text`` begins like an item of a list: with a bullet, a dash or a number."""
    return _ITEM.match(text) is not None


def has_letters(text: str) -> bool:
    """Tell whether there is any letter in ``text``."""
    return _LETTER.search(text) is not None


def is_name(text: str) -> bool:
    """Tell whether ``text`` has the shape of one or more names: capitalised words only."""
    return len(text) <= 90 and _NAME.fullmatch(text.strip("—–- \t.,:*•|")) is not None
