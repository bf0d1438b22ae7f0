"""The text of a finished report, as a reader gets it, whichever typesetter made it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from pypdf import PdfReader

_RENDERER = re.compile(r"Typeset by .*? from what crosscheck")


class _Text(HTMLParser):
    """Collects the words of the body, the texts of images, ids, targets, widths of columns."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.images: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.widths: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag in ("style", "script", "title", "head"):
            self._silent += 1
        if tag == "img":
            self.images.append(found.get("alt") or "")
        if tag == "col":
            self.widths.append(found.get("style") or "")
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if tag == "a" and found.get("href"):
            self.targets.append(str(found["href"]))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script", "title", "head"):
            self._silent -= 1

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)


def read(html: str) -> _Text:
    """Return the page taken apart."""
    page = _Text()
    page.feed(html)
    return page


def html_words(html: str) -> list[str]:
    """Return the words of a page in reading order, but for the name of the typesetter."""
    return _words("".join(read(html).words))


def pdf_words(path: Path) -> list[str]:
    """Return the words of a PDF in reading order, but for the name of the typesetter."""
    return _words("\n".join(page.extract_text() for page in PdfReader(path).pages))


def _words(text: str) -> list[str]:
    return _RENDERER.sub("Typeset by X from what crosscheck", " ".join(text.split())).split()
