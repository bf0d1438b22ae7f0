"""Writing pandoc's Markdown: text kept exactly as it is, links, tables, floats, blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_LONG = 120
"""A line longer than pandoc's column width, so that the widths of a pipe table count."""


def escape(text: object) -> str:
    """Return ``text`` as Markdown that reads as exactly these characters, on one line."""
    return _PUNCTUATION.sub(r"\\\1", " ".join(str(text).split()))


def exact(text: str) -> str:
    """Return a stretch of a source as Markdown: white space at its ends is kept as one space.

    The space is written as an entity, for pandoc trims the content of a span.
    """
    before = "&#32;" if text[:1].isspace() else ""
    after = "&#32;" if text[-1:].isspace() and text.strip() else ""
    return before + escape(text) + after


def link(content: str, target: str) -> str:
    """Return ``content`` (Markdown) as a link to an anchor of the report, or to an address."""
    return f"[{content}]({target})"


def span(content: str, *classes: str, id: str | None = None) -> str:
    """Return ``content`` (Markdown) with classes and, if given, as an anchor."""
    names = [f"#{id}"] if id else []
    names += [f".{name}" for name in classes]
    return f"[{content}]{{{' '.join(names)}}}" if names else content


def block(content: str, *classes: str, id: str | None = None) -> str:
    """Return ``content`` (Markdown blocks) as a division with classes."""
    names = [f"#{id}"] if id else []
    names += [f".{name}" for name in classes]
    # The fence is longer than any inside, so that divisions can be nested.
    fence = ":" * max([3, *(len(run) + 1 for run in re.findall(r"^:{3,}", content, re.M))])
    return f"{fence} {{{' '.join(names)}}}\n{content.strip()}\n{fence}\n"


def table(
    header: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int], align: str = ""
) -> str:
    """Return a pipe table of Markdown cells.

    ``widths`` are the columns' shares; ``align`` has a letter for each column: l, r or c (all
    left if it is empty).
    """
    marks = {"l": (":", "-"), "r": ("-", ":"), "c": (":", ":")}
    total = sum(widths)
    rule = []
    for width, letter in zip(widths, align or "l" * len(widths), strict=True):
        left, right = marks[letter]
        rule.append(left + "-" * max(3, round(_LONG * width / total)) + right)
    lines = [_row(header), "|" + "|".join(rule) + "|"]
    lines += [_row(cells) for cells in rows]
    return "\n".join(lines) + "\n"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(" ".join(cell.split()) for cell in cells) + " |"


def captioned(id: str, body: str, caption: str) -> str:
    """Return ``body`` as a float (``tbl-…`` or ``fig-…``) that ``@id`` refers to."""
    return block(f"{body.strip()}\n\n{caption.strip()}\n", id=id)


def in_lines(items: Iterable[str]) -> str:
    """Return Markdown items one under the other, also inside a cell of a table."""
    return " []{.newline} ".join(items)


def paragraphs(*parts: str | None) -> str:
    """Join what is not empty into paragraphs."""
    return "\n\n".join(part.strip() for part in parts if part and part.strip()) + "\n"


def bullets(items: Iterable[str], *, numbered: bool = False) -> str:
    """Return a list of Markdown items."""
    mark = "1. " if numbered else "- "
    pad = " " * len(mark)
    return "\n".join(mark + item.strip().replace("\n", "\n" + pad) for item in items) + "\n"
