"""Which lines does their own wording give away? Buttons, advertisements, sign-ups, links."""

from __future__ import annotations

import re

from crosscheck.clean.cues import Cues
from crosscheck.clean.lines import Line
from crosscheck.clean.notices import is_sure_notice
from crosscheck.clean.page import Page, has_letters
from crosscheck.clean.shapes import sections_in

_TOKEN = re.compile(r"[\w&+'-]+")
_HASHTAGS = re.compile(r"(?:[#@]\w+[\s,;|]*)+")
# A link or an e-mail address and nothing else.
_ADDRESS = re.compile(
    r"\W*(?:[^\W\d_]+:?\s){0,2}(?:https?://|www\.)\S+|<?[\w.+-]+@[\w-]+\.\w[\w.]*>?"
    r"|/[\w.-]+/\S*"  # a place in the page's code
)
_E_MAIL = re.compile(r"[\w.+-]@[\w-]+\.\w")
# A title of another story in the midst of the text: "[ Who guards the bridge now? ]".
_BRACKETED = re.compile(r"\[ +\S[^\[\]]*\S +\]")
_PLAYER = re.compile(r"\d+:\d\d(?:\s*/\s*-?\d+:\d\d)+")
_LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_WORD = re.compile(r"\w+(?:'\w+)?")
_QUOTE_MARKS = '“”"«‘'
# Longer lines are read as paragraphs whatever they say.
_MOST_WORDS = 90
_APPEAL = 60
_SHORT = 8
_LABEL = 5
_LONG = 20  # words of a paragraph that may be the article's though it speaks of services
_TOPIC = 8
_SHARED = 0.4
_NETWORKS = 4  # words of buttons in a request to follow
_ROW = 10  # words of a row of sections
_SECTIONS = 4  # among which are so many that every menu has
_CAPITALS = 0.7
_TITLE = 6  # words of a request that may be a title
_BUTTON = "is a button, a label or a link of the page"
_SERVICES_TOLD = "speaks to the reader of the page about its services"
_REQUEST = "asks the reader to do something on the page"


def mark_lines(page: Page) -> None:
    """Name the lines whose wording alone says that they are not the article's."""
    opening = next(page.open_prose(), len(page.lines))
    marked = []
    for i, line in enumerate(page.lines):
        if line.kind is not None:
            continue
        marked.append(i)
        if _ADDRESS.fullmatch(line.text):
            line.name("furniture", "is a bare address")
        elif has_letters(line.text):
            _mark(line, page.cues, after_lead=i > opening)
        elif _PLAYER.fullmatch(line.text):
            line.name("furniture", "is the clock of a player")
    _clear_paragraphs(page, [i for i in marked if page.lines[i].reason == _SERVICES_TOLD])
    _clear_headings(page, [i for i in marked if page.lines[i].reason in (_BUTTON, _REQUEST)])


def _clear_paragraphs(page: Page, marked: list[int]) -> None:
    """Clear paragraphs that speak of services but on the article's topic: it may be about them."""
    long = [i for i in marked if page.lines[i].prose and page.lines[i].words >= _LONG]
    article = page.topic(page.open_prose()) if long else set()
    for i in long:
        own = page.content(i)
        said = sum(phrase in page.lines[i].plain for phrase in page.cues.furniture_anywhere)
        if said < 2 and len(own) >= _TOPIC and len(own & article) >= _SHARED * len(own):
            page.lines[i].clear()


def _clear_headings(page: Page, marked: list[int]) -> None:
    """Clear lines that could be a button or a request, but are the article's.

    They are headings if they stand alone between two paragraphs and are so in articles too ("Terms
    and conditions"), or if they speak of the article's topic and not to the reader ("Subscribe now,
    pay later"), or if the page has no other furniture and they share a word with the article. The
    page's first line may be its title in the form of a request.
    """
    if not marked:
        return
    lone = [i for i in marked if _stands_alone(page, i)]
    first = marked[0] if marked[0] == 0 and _may_be_title(page) else None
    if not lone and first is None:
        return
    article = page.topic(page.open_prose())
    own = {i for i in (*lone, first) if i is not None}
    clean = all(
        i in own or line.kind is None or line.advertisement for i, line in enumerate(page.lines)
    )
    for i in lone:
        line, words = page.lines[i], page.content(i)
        addressed = "|" in line.text or not page.cues.address.isdisjoint(line.plain.split())
        topical = line.reason == _REQUEST and not addressed and bool(words) and words <= article
        offers = not page.cues.services_sure.isdisjoint(line.plain.split())
        heading = clean and line.words > 1 and not (offers or words.isdisjoint(article))
        if line.bare in page.cues.headings_too or topical or heading:
            line.clear()
    if first is not None and len(page.content(first) & article) > 1:
        page.lines[first].clear()


def _stands_alone(page: Page, i: int) -> bool:
    """Tell whether line ``i`` stands between two paragraphs and the text goes on after them."""
    return (
        0 < i < len(page.lines) - 1
        and page.is_open_prose(i - 1)
        and page.is_open_prose(i + 1)
        and next(page.open_prose(i + 2), None) is not None
    )


def _may_be_title(page: Page) -> bool:
    """Tell whether the first line, a request, may be a title: it is long and names no service."""
    line = page.lines[0]
    if line.reason != _REQUEST or line.final or line.words < _TITLE:
        return False
    return page.cues.services.isdisjoint(_WORD.findall(line.plain))


def _mark(line: Line, cues: Cues, *, after_lead: bool) -> None:
    bare = line.bare
    if line.text[0] in _QUOTE_MARKS and line.text[-1] in _QUOTE_MARKS:
        return
    if bare in cues.advertisement:
        line.name("furniture", "announces an advertisement")
        line.advertisement = True
    elif _is_label(line, cues):
        line.name("furniture", _BUTTON)
    elif only_buttons(line, cues):
        line.name("furniture", "holds nothing but buttons")
    elif _is_row(line) and sections_in(line, cues) >= _SECTIONS:
        line.name("breadcrumb", "names sections of the site in a row")
    elif _is_row(line) and after_lead and _begins_with_heading(line, cues):
        line.name("other_stories", "is a heading with topics or titles in a row")
    elif _is_link(line, cues, after_lead=after_lead):
        line.name("other_stories", "links to another story")
    elif _is_request(line, cues):
        line.name("furniture", _REQUEST)
    elif _addresses_reader(line, cues):
        line.name("furniture", _SERVICES_TOLD)
    elif is_sure_notice(line, cues):
        line.name("publisher_notice", "is the publisher's notice about the text itself")
    elif _HASHTAGS.fullmatch(line.text) and after_lead:
        line.name("furniture", "holds nothing but tags")


def _is_label(line: Line, cues: Cues) -> bool:
    """Tell whether the whole line is a known label; a sentence must be so without gaps."""
    bare = line.bare.replace(":", "")
    if line.prose or (line.final and line.words > _LABEL):
        return cues.furniture.exact(bare)
    if line.words <= 2 * _LABEL and _counts(line, cues):
        return True
    return bare in cues.furniture or line.unglued in cues.furniture


def _is_row(line: Line) -> bool:
    """Tell whether a line is names or titles in a row: capitalised, and no sentence."""
    words = line.text.split() if not line.final and _ROW <= line.words <= _MOST_WORDS else []
    plain = [word for word in words if word[0].isalnum()]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in plain)
    return bool(plain) and capitals >= _CAPITALS * len(plain)


def _begins_with_heading(line: Line, cues: Cues) -> bool:
    """Tell whether a line begins with a heading over tags or stories ("Related topics X Y")."""
    words = line.plain.replace(":", "").split()
    begins = (" ".join(words[:size]) for size in (3, 2))
    return any(begin in cues.tags or begin in cues.other_stories for begin in begins)


def _counts(line: Line, cues: Cues) -> bool:
    """Tell whether a line holds numbers and what pages count ("3 comments 2.4k views")."""
    words = _LETTERS.findall(line.plain)
    return (
        any(c.isdigit() for c in line.text)
        and not cues.counters.isdisjoint(words)
        and all(word in cues.counters or word in ("k", "m") for word in words)
    )


def only_buttons(line: Line, cues: Cues) -> bool:
    """Tell whether a line holds only words of buttons ("Share on Facebook", "0 Shares").

    Of three and more, some other word may be among them.
    """
    if line.final or line.words > 14:
        return False
    words = [word for word in _TOKEN.findall(line.unglued) if not word.isdigit()]
    buttons = sum(word in cues.buttons for word in words)
    others = sum(word not in cues.buttons and word not in cues.buttons_between for word in words)
    return buttons >= 1 and (not others or (buttons >= 3 and others <= buttons))


def _is_request(line: Line, cues: Cues) -> bool:
    """Tell whether a line asks for a click, a follow, a sign-up; a sentence must name what for."""
    words = line.bare.split()
    networks = cues.buttons.intersection(word.strip(",.:") for word in words[1:])
    if words[:1] and words[0] in cues.commands and len(networks) >= _NETWORKS:
        # "Follow the paper on Twitter, Facebook and Instagram for insights …"
        return line.words <= _APPEAL
    if line.text[0] in _QUOTE_MARKS:
        return False
    begins = line.bare.startswith(cues.furniture_begins)
    if line.words > 30 or not (begins or line.unglued.startswith(cues.furniture_begins)):
        return False
    return not line.final or not cues.services.isdisjoint(_TOKEN.findall(line.plain)[1:])


def _is_link(line: Line, cues: Cues, *, after_lead: bool) -> bool:
    """Tell whether a line is a labelled link ("Read also: a title")."""
    if not after_lead or line.words > 40:
        return False
    if not line.prose and (line.text[0] in "←❮" or line.text[-1] in "→❯"):
        return True
    if _BRACKETED.fullmatch(line.text):
        return True
    match = cues.inline.match(line.plain)
    if match is None:
        return False
    # Without a colon it must not be a sentence: "Read also the treaty, he said."
    told = any(mark in match.group() for mark in ":|»>–—-")
    return told or not line.final or line.text[: len(match.group())].isupper()


def _addresses_reader(line: Line, cues: Cues) -> bool:
    """Tell whether a line, of any length, speaks about the page's services.

    Running text must do so to the reader: a report on newspapers has such words too.
    """
    if line.words > _MOST_WORDS or line.text[0] in _QUOTE_MARKS:
        return False
    said = [phrase for phrase in cues.furniture_anywhere if phrase in line.plain]
    services = len(cues.services.intersection(_WORD.findall(line.plain)))
    if line.prose and not said and services < 2 and not _E_MAIL.search(line.text):
        return False
    spoken = line.spoken if line.prose else line.plain
    said = [phrase for phrase in said if phrase in spoken]
    words = set(_WORD.findall(spoken))
    addressed = not words.isdisjoint(cues.address) or any(name in spoken for name in cues.itself)
    if line.words <= _APPEAL and (
        len(words & cues.services_sure) > 1 or (addressed and _E_MAIL.search(line.text))
    ):
        return True
    if said:
        sure = len(said) > 1 or any(map(spoken.startswith, said))
        return addressed or not line.prose or sure
    if not line.prose and line.words <= _SHORT and not words.isdisjoint(cues.services_sure):
        return True
    services = len(words & cues.services)
    return services >= 2 and line.words <= _APPEAL and addressed
