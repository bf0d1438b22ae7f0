"""Is a line said by the publisher, about itself, its texts and its rights?"""

from __future__ import annotations

from crosscheck.clean.cues import Cues
from crosscheck.clean.lines import Line
from crosscheck.clean.page import is_name

_MOST_WORDS = 150
_MOST_WORDS_SURE = 60
_SHORT = 8
_BEGINNING = 20  # words after a publication's name in which it says what it is
_OWN_WORDS = 2  # of a publisher, in a line that speaks of itself
_EDGES = ".,;:!?()'\"“”*"


def is_sure_notice(line: Line, cues: Cues) -> bool:
    """Tell whether a line is a publisher's notice wherever it stands.

    It speaks of itself in the words of a publisher ("This article was originally published in …"),
    or addresses the reader and is made of a publisher's words for a quarter and more, or of two
    and a phrase of rights.
    """
    if line.words > _MOST_WORDS_SURE or _is_note(line, cues):
        return False
    disclaims = any(phrase in line.plain for phrase in cues.disclaims)
    if (
        any(phrase in line.plain for phrase in cues.notice_sure)
        or (line.bare.startswith(cues.notice_self) and _says(line, cues))
        or (line.bare.startswith(cues.notes_kept) and disclaims)
    ):
        return True
    if not line.prose or cues.address.isdisjoint(line.plain.split()):
        return False
    words = _words(line)
    if cues.address.isdisjoint(words):
        return False
    distinct, share = _weight(words, cues)
    return (distinct >= 4 and share >= 0.25) or (distinct >= 2 and _says(line, cues))


def is_notice(line: Line, cues: Cues) -> bool:
    """Tell whether a line that stands under the article is a publisher's notice.

    There a phrase of rights or a tenth of a publisher's words is enough, or that it speaks of
    "this article" without being a correction.
    """
    if line.words > _MOST_WORDS or _is_note(line, cues):
        return False
    words = _words(line)
    distinct, share = _weight(words, cues)
    begins = line.plain.lstrip("*•[( ").startswith(cues.notice_begins)
    if any(phrase in line.plain for phrase in cues.notice_sure):
        return True
    if begins and any(phrase in line.plain for phrase in cues.publisher_notice):
        # 'Disclaimer: "The views expressed here …"'
        return True
    if not line.prose:
        figures = any(c.isdigit() for c in line.text)
        short = line.words <= _SHORT
        return _says(line, cues) or (begins and (figures or short or distinct >= 2))
    return (
        line.bare.startswith(cues.notice_self)
        or (distinct >= _OWN_WORDS and any(phrase in line.spoken for phrase in cues.notice_self))
        or (_says(line, cues) and (begins or (distinct >= 2 and share >= 0.1)))
        or (begins and distinct >= 2)
        or (distinct >= 5 and share >= 0.2)
        or is_sure_notice(line, cues)
    )


def is_outlet_bio(line: Line, cues: Cues) -> bool:
    """Tell whether a line says what a publication is ("The Mirror is an independent weekly …").

    It begins with a name and what that does, and has two words of publications soon after.
    """
    match = cues.outlet_bio.match(line.text)
    if match is None or line.words > _MOST_WORDS or not is_name(match["name"]):
        return False
    words = match["rest"].lower().split()[:_BEGINNING]
    return len(cues.outlet_words.intersection(word.strip(_EDGES) for word in words)) > 1


def _says(line: Line, cues: Cues) -> bool:
    spoken = line.spoken if line.prose else line.plain
    return any(phrase in spoken for phrase in cues.publisher_notice)


def _is_note(line: Line, cues: Cues) -> bool:
    """Tell whether a line is the newsroom's note on the article: a correction, a contribution.

    A note that only says whose opinion the article is, is the publisher's ("Editor's note: X is a
    fellow at Y. The views are not necessarily ours").
    """
    if any(phrase in line.plain for phrase in cues.disclaims):
        return False
    return any(phrase in line.plain for phrase in cues.notes_kept)


def _words(line: Line) -> list[str]:
    return [word.strip(_EDGES) for word in (line.spoken if line.prose else line.plain).split()]


def _weight(words: list[str], cues: Cues) -> tuple[int, float]:
    """Return how many different words of a publisher there are, and their share of all words."""
    known = cues.notice_words
    return len(known.intersection(words)), sum(word in known for word in words) / max(1, len(words))
