"""Who is named in a paragraph of its own, below or above a quotation?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosscheck.extract.quotes.marks import Marked
from crosscheck.extract.quotes.memory import Memory, Speaker
from crosscheck.extract.quotes.paragraphs import Paragraph
from crosscheck.extract.quotes.words import words_of

_MOST_CREDIT = 160
_DASHES = "—–―-"
_NAME_ENDS = re.compile(r"[,(\n]")


def is_by_itself(memory: Memory, paragraph: Paragraph, quotation: Marked) -> bool:
    """Tell whether a quotation is all that its paragraph holds."""
    raw = memory.discourse.raw
    before = raw[paragraph.start : quotation.first]
    return not before.strip() and not raw[quotation.last : paragraph.end].strip()


def credited_beside(memory: Memory, paragraphs: Sequence[Paragraph], number: int) -> Speaker | None:
    """Return the speaker named in the paragraph below or above paragraph ``number``.

    Cleaning tells an attribution by its kind; in plain text it is a name with what the person is,
    without a full stop, below the quotation.
    """
    below = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
    above = paragraphs[number - 1] if number else None
    if below is not None and (below.kind == "attribution" or _is_credit(memory, below)):
        return named_in(memory, below.start, below.end)
    if above is not None and above.kind == "attribution":
        return named_in(memory, above.start, above.end)
    return None


def named_in(memory: Memory, start: int, end: int) -> Speaker | None:
    """Return the person, else the body, else the words between two offsets."""
    discourse = memory.discourse
    text = discourse.raw[start:end].strip()
    if not text:
        return None
    inside = discourse.mentions_in(start, end)
    for label in ("PERSON", "ORG"):
        for mention in inside:
            # "UN" is not "UN Mission in X".
            goes_on = discourse.raw[mention.end : mention.end + 2].strip(" ").isalpha()
            if mention.label == label and (label == "PERSON" or not goes_on):
                return memory.of_mention(mention)
    for mention in discourse.mentions:
        if mention.text == text:
            return memory.of_mention(mention)
    name = _NAME_ENDS.split(text)[0].strip(f" {_DASHES}")
    return Speaker(name or text, None, None)


def _is_credit(memory: Memory, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is but a name with what the person is."""
    raw = memory.discourse.raw
    text = raw[paragraph.start : paragraph.end].strip()
    if paragraph.kind != "paragraph" or len(text) > _MOST_CREDIT or text[-1:] in ("", *'!?:;”"»'):
        return False
    if text[-1] == "." and text[0] not in _DASHES:
        return False
    for mention in memory.discourse.mentions_in(paragraph.start, paragraph.end)[:1]:
        lead = raw[paragraph.start : mention.start].strip(f" \n\t{_DASHES}")
        follows = raw[mention.end : paragraph.end].lstrip()[:1]
        titles = words_of(paragraph.language).is_title(lead)
        return mention.label == "PERSON" and titles and follows in ("", ",", "(", *_DASHES)
    return False
