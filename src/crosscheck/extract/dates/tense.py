"""Does the clause around a date look back or ahead? Cue words, as HeidelTime uses tense."""

from __future__ import annotations

import re
from functools import cache

from crosscheck import language
from crosscheck.extract.numbers import any_of


@cache
def _cues(code: str) -> re.Pattern[str]:
    data = language.section(code, "dates")["tense"]
    future = any_of(case for word in data["future"] for case in (word, word.capitalize()))
    past = any_of(case for word in data["past"] for case in (word, word.capitalize()))
    endings = any_of(data["past_endings"])  # of words in small letters: not "the United States"
    ahead = any_of(data["future_endings"])
    ending = rf"|\w\w+(?:{ahead})\b" if ahead else ""
    carried = rf"(?:\s+(?:{any_of(data['carried'])})\b)*(?:\s+\w+)?"
    return re.compile(
        rf"(?<!\w)(?:(?P<future>(?:(?:{future})\b{ending}){carried})"
        rf"|(?:{past})\b|[^\W\d_A-ZÀ-Þ]{{2,}}(?:{endings})\b)"
    )


def looks_ahead(sentence: str, at: int, end: int, code: str) -> bool | None:
    """Tell whether the nearest cue says that a date at ``sentence[at:end]`` lies ahead.

    The cue before the date decides, else the one after it; None where there is none.
    """
    data = language.section(code, "dates")["tense"]
    if any(sentence.startswith(mark, end) for mark in data["possessive"]):
        return False  # "Wednesday's ruling" has been given
    leading = sentence[max(0, at - 16) : at].lower().rstrip()
    if any(re.search(rf"(?<!\w){cue}$", leading) for cue in data["ahead_of_date"]):
        return True
    before = after = None
    for match in _cues(code).finditer(sentence):
        if match.end() <= at:
            before = match
        elif match.start() >= end:
            after = match
            break
    cue = before or after
    return None if cue is None else cue.lastgroup == "future"
