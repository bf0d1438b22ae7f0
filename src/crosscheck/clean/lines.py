"""What are the lines of a page? The units that cleaning keeps or drops; they tile the raw text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from crosscheck.clean.words import content_words, names_in

BLANK = "blank"
# Characters that show nothing; a line of only these is a blank line.
_NOTHING = (
    " \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u200b\u2060\ufeff"
)
_FINAL = re.compile(
    r"(?P<mark>[.!?…。؟।]|\.\.\.)[”\"’'»\u00a0 )\]*]*(?:\[\d{1,3}\]|\([^()]{1,20}\))?$"
)
_SENTENCE_BREAK = re.compile(r"[^\W\d_]{3,}[”\"’')\]]*[.!?…][”\"’'»)\]]*\s+[“\"‘'«(]*[A-ZÀ-Þ]")
_WORD = re.compile(r"\w+(?:['’.\-]\w+)*")
# Where a small letter meets a capital.
GLUE = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_EDGES = " \t*•·▪■●–—-:.…!,;»«›‹>|→←↑↓+[]()<“”\"'/\\#_="
_LONG = 1500
_BYLINE = 60  # characters of a line that may be a byline
_QUOTED = re.compile(r"[“\"«][^”\"»]*[”\"»]")
_US = re.compile(r"\bUS\b")


@dataclass(slots=True)
class Line:
    """One line of a page with the white space after it, and what cleaning makes of it.

    ``text`` has no white space around it; ``plain`` is its lower case with one kind of apostrophe
    and single blanks (of a very long line, of its beginning), ``bare`` the same without marks at
    either end. ``prose`` tells whether it has the shape of a paragraph, ``final`` whether it ends
    like a sentence. ``kind`` is None until a rule has named it.
    """

    start: int
    end: int
    text: str
    plain: str
    bare: str
    words: int
    final: bool
    prose: bool
    kind: str | None = None
    reason: str = ""
    advertisement: bool = False
    _content: frozenset[str] | None = field(default=None, repr=False)
    _names: frozenset[str] | None = field(default=None, repr=False)

    @classmethod
    def of(cls, raw: str, start: int, end: int) -> Line:
        """Describe ``raw[start:end]``."""
        text = raw[start:end].strip(_NOTHING)
        head = text[:_LONG]
        plain = " ".join(head.replace("’", "'").lower().split())
        words = len(_WORD.findall(head)) if len(text) <= _LONG else _LONG
        found = _FINAL.search(text, max(0, len(text) - 40))
        return cls(
            start,
            end,
            text,
            plain,
            plain.strip(_EDGES),
            words,
            found is not None,
            _is_prose(head, words, found["mark"] if found else ""),
        )

    @property
    def unglued(self) -> str:
        """``bare`` with a blank where a small letter meets a capital ("FacebookTweet")."""
        parted = " ".join(GLUE.sub(" ", self.text[:_LONG]).replace("’", "'").lower().split())
        return parted.strip(_EDGES)

    @property
    def spoken(self) -> str:
        """``plain`` without what stands in quotation marks, and without the country's "US"."""
        text = _US.sub(" ", _QUOTED.sub(" ", self.text[:_LONG]))
        return " ".join(text.replace("’", "'").lower().split())

    def content(self, code: str) -> frozenset[str]:
        """Return the stems of the words that carry the line's topic, in language ``code``."""
        if self._content is None:
            self._content = content_words(self.plain, code)
        return self._content

    def names(self, code: str) -> frozenset[str]:
        """Return the names in the line (of a very long one, in its beginning), in small letters."""
        if self._names is None:
            self._names = names_in(self.text[:_LONG], code)
        return self._names

    def clear(self) -> None:
        """Take back the kind that a rule gave the line."""
        self.kind, self.reason = None, ""

    def name(self, kind: str, reason: str, *, again: bool = False) -> None:
        """Give the line its kind unless a rule before did (``again``: even then)."""
        if self.kind is None or again:
            self.kind, self.reason = kind, reason


def _is_prose(text: str, words: int, mark: str) -> bool:
    """Tell whether a line looks like running text rather than a title, a name or a button."""
    if words < 5:
        return len(text) >= 150
    if mark in (".", "...", "…", "。", "।"):
        return True
    if words >= 35 or len(text) >= 400 or (words >= 8 and text[-1] == ":"):
        return True
    # A title may be a question, or two short sentences without the last full stop.
    return words >= 20 and (bool(mark) or _SENTENCE_BREAK.search(text) is not None)


def split_lines(raw: str) -> list[Line]:
    """Return the lines of ``raw``; in order their spans tile it.

    Blank lines belong to the line before them (those at the beginning to the first line). Lines
    of one paragraph that was wrapped, at a column or in the middle of a sentence, are one. A byte
    order mark is a line of its own, of kind ``blank``, and so is a text of white space only.
    """
    spans: list[list[int]] = []
    followed: list[bool] = []  # whether the next line follows without a blank one
    position = 1 if raw.startswith("\ufeff") else 0
    first = position
    for piece in raw[position:].splitlines(keepends=True):
        end = position + len(piece)
        if piece.strip(_NOTHING):
            spans.append([position if spans else first, end])
            followed.append(True)
        elif spans:
            spans[-1][1] = end
            followed[-1] = False
        position = end
    lines = [Line.of(raw, start, end) for start, end in _join_wrapped(raw, spans, followed)]
    if first or (raw and not lines):
        end = lines[0].start if lines else len(raw)
        mark = Line.of(raw, 0, end)
        mark.name(BLANK, "shows nothing")
        lines.insert(0, mark)
    return lines


def _join_wrapped(raw: str, spans: list[list[int]], followed: list[bool]) -> list[list[int]]:
    """Join the lines of paragraphs that were wrapped."""
    if not any(followed):
        return spans
    texts = [raw[start:end].strip(_NOTHING) for start, end in spans]
    width = _wrap_width(texts, followed)
    joined = [list(spans[0])] if spans else []
    for i in range(1, len(spans)):
        before, text = texts[i - 1], texts[i]
        if followed[i - 1] and (_did_not_fit(before, text, width) or _goes_on(before, text)):
            joined[-1][1] = spans[i][1]
        else:
            joined.append(list(spans[i]))
    return joined


def _wrap_width(texts: list[str], followed: list[bool]) -> int:
    """Return the column at which the page was wrapped, or 0 if it was not."""
    pairs = [(texts[i], texts[i + 1]) for i in range(len(texts) - 1) if followed[i]]
    width = max((len(before) for before, _ in pairs), default=0)
    if not 40 <= width <= 130:
        return 0
    full = [(before, text) for before, text in pairs if len(before) >= 0.6 * width]
    fits = sum(_did_not_fit(before, text, width) for before, text in full)
    return width if fits >= 3 and fits >= 0.7 * len(full) else 0


def _did_not_fit(before: str, text: str, width: int) -> bool:
    """Tell whether the first word of ``text`` had no room on the line ``before``."""
    word = text.split(None, 1)[0]
    return bool(width) and 2 * len(before) >= width and len(before) + 1 + len(word) > width


def _goes_on(before: str, text: str) -> bool:
    """Tell whether ``text`` goes on with a sentence that the line before broke off.

    A short line without an end that has a name after its first word may be a byline.
    """
    words = text.split(None, 2)
    if len(text) <= _BYLINE and len(words) > 1 and words[1][0].isupper() and text[-1] not in ".!?":
        return False
    return (
        text[0].islower()
        and text.split(None, 1)[:1] != before.split(None, 1)[:1]
        and before[-1] not in '.!?…:;”"»'
        and len(before.split(None, 5)) >= 4
        and len(text.split(None, 6)) >= 5
    )
