"""Which lines are about the author? Names in bylines, and the notes that say who the author is."""

from __future__ import annotations

import re

from crosscheck.clean.page import Page, is_name
from crosscheck.clean.shapes import is_byline

_NOTE_WORDS = 90
_BEGINNING = 14  # words after the name in which the trade stands


def bylines(page: Page) -> frozenset[str]:
    """Return the full names, in small letters, that the page's bylines give."""
    names = []
    for i, line in enumerate(page.lines):
        if line.kind == "byline" or (line.kind is None and is_byline(page, i)):
            match = page.cues.byline.match(line.plain) if is_byline(page, i) else None
            name = line.text[match.end() if match else 0 :].split(",")[0].strip(" :|\t")
            for author in re.split(r"\s(?:and|et|&)\s", name):
                if is_name(author) and " " in author:
                    names.append(author.lower())
    return frozenset(names)


def is_of_byline(page: Page, i: int, names: frozenset[str]) -> bool:
    """Tell whether line ``i`` begins with one of the bylines' ``names`` and a verb of notes."""
    match = page.cues.author_bio.match(page.lines[i].text)
    return match is not None and match["name"].strip().lower() in names


def is_author_bio(page: Page, i: int, names: frozenset[str]) -> bool:
    """Tell whether line ``i`` says who the author is ("Jane Doe is a reporter in Gao").

    It begins with a name of a byline, or calls its subject the author; or it begins with a name
    and a verb such as "is" or "covers", names a trade of writing, and the name does not occur in
    the article (else it is of a person in it).
    """
    line = page.lines[i]
    if is_of_byline(page, i, names) or page.cues.author_subject.match(line.plain):
        return True
    match = page.cues.author_bio.match(line.text)
    note = any(phrase in line.plain for phrase in page.cues.notes_kept)
    if match is None or note or line.words > _NOTE_WORDS:
        return False
    name = match["name"].strip()
    if any(name.lower() in full.split() for full in names):
        return True
    if not is_name(name):
        return False
    beginning = match["rest"].lower().split()[:_BEGINNING]
    if not any(word.strip(".,;:()'") in page.cues.author_roles for word in beginning):
        verb = line.text[match.end("name") : match.start("rest")].strip(" (").lower()
        if verb not in page.cues.author_acts:
            return False
    surname = name.split()[-1]
    return not any(line.prose and surname in line.text for line in page.lines[:i])
