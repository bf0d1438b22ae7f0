"""Where do other things than the article begin, and where does the article go on?

A heading ("Most read", "Read also") opens a zone. Titles and teasers of other stories last until
the article goes on: of the paragraphs that follow, those that share more words with the article
than with the titles in the zone.
"""

from __future__ import annotations

import math
import re
from itertools import islice

from crosscheck.clean.alike import likelihood
from crosscheck.clean.comments import read_comments
from crosscheck.clean.notices import is_notice
from crosscheck.clean.page import CUT, Page, has_letters
from crosscheck.clean.shapes import is_byline

_NUMBERED = re.compile(r"(\d{1,2})[.)]\s*\S")
IN_ZONE = "belongs to the other stories under such a heading"
_QUOTES = "\"'“‘«„"
_SUBHEAD = 10  # words of a heading of the article after other stories
_UNDER_HEADING = 2
_TEASER = 50  # words that a teaser may have
_HEADING = 5  # words of a heading over other stories
_RUN_READ = 6  # paragraphs of a run that are weighed
_TEASERS_READ = 50  # teasers that are looked at ahead
_ARTICLE_READ = 400  # lines around a heading in which the article is read
_SHARED = 0.4  # share of names that other stories may have from the article
_WORD = re.compile(r"[^\W\d_]{3,}")
_OWN_NAMES = 3  # names that tell another story of one paragraph from the article
_RARE = 0.15  # likelihood of furniture that a paragraph of an article rarely has
_NEVER = 1e-6
_MOST_LEAN = 1.0  # words, at most
_FEW_WORDS = 60  # topic words that are too few to know the article by


def read_zones(page: Page) -> None:
    """Name the lines of comments and of other stories."""
    read_comments(page)
    i = 0 if page.title is None else page.title + 1
    while i < len(page.lines):
        i = _read_stories(page, i) if _opens_stories(page, i) else i + 1


def _opens_stories(page: Page, i: int) -> bool:
    line = page.lines[i]
    if _is_doubled(page, i):
        return True
    if line.prose or line.kind not in (None, "furniture") or line.words > 14:
        return False
    if line.unglued in page.cues.other_stories or line.bare in page.cues.other_stories:
        return True
    after_lead = i > next(page.open_prose(), len(page.lines))
    return (
        after_lead
        and line.words <= _HEADING
        and any(re.search(rf"\b{re.escape(word)}\b", line.bare) for word in page.cues.stories_words)
    )


def _is_doubled(page: Page, i: int) -> bool:
    """Tell whether line ``i`` and the next are one title twice: a link with and without picture."""
    if i + 1 >= len(page.lines):
        return False
    line, below = page.lines[i], page.lines[i + 1]
    return (
        line.kind is None
        and below.kind is None
        and not line.prose
        and line.words >= 4
        and line.bare == below.bare
        and i > next(page.open_prose(), len(page.lines))
    )


def _read_stories(page: Page, head: int) -> int:
    """Name the zone that opens at ``head``; return the line where the article goes on."""
    resume, i, teasers = len(page.lines), head + 1, 0
    while i < len(page.lines):
        if page.is_open_prose(i):
            run = _run(page, i)
            if len(run) == 1 and _is_card(page, head, i):
                teasers += 1
                i += 1
                continue
            after = _go_on(page, head, run, teasers)
            if after is not None:
                resume = after - _heads_article(page, head, after)
                break
            teasers += 1
            i = run[min(len(run), _RUN_READ) - 1] + 1
        elif page.lines[i].bare in page.cues.stories_end:
            resume = i + 1
            page.lines[i].name("other_stories", "closes a list of other stories", again=True)
            break
        else:
            i += 1
    if resume == len(page.lines):
        resume = _cut_short(page, head)
    # A title with "Read more" under it is the link itself.
    above = page.lines[head - 1]
    title = above.kind is None and not (above.prose or above.final) and above.words >= _HEADING
    if title and resume == head + 1 and head > 1 and page.is_open_prose(head - 2):
        above.name("other_stories", "is the title over such a link")
    page.lines[head].name("other_stories", "stands over links to other stories", again=True)
    for line in page.lines[head + 1 : resume]:
        line.name("other_stories", IN_ZONE)
    return resume


def _cut_short(page: Page, head: int) -> int:
    """Return where the article goes on after all if a zone took most of it, else the page's end.

    That is the first paragraph that is too long for a teaser.
    """
    before = sum(page.lines[i].words for i in page.open_prose() if i < head)
    after = list(page.open_prose(head + 1))
    if sum(page.lines[i].words for i in after) <= before:
        return len(page.lines)
    long = (i for i in after if page.lines[i].words > _TEASER)
    return next(long, len(page.lines))


def _heads_article(page: Page, head: int, after: int) -> bool:
    """Tell whether the line over paragraph ``after`` is a heading of the article that goes on.

    It goes on with the numbers of the headings before, or stands in quotation marks or is short,
    and its words come again in the paragraphs under it.
    """
    if _is_numbered(page, head, after - 1) or _is_quoted_heading(page, head, after):
        return True
    line, own = page.lines[after - 1], page.content(after - 1)
    if after - 1 <= head or line.kind is not None or line.prose or line.words > _SUBHEAD or not own:
        return False
    return own <= page.topic(islice(page.open_prose(after), _UNDER_HEADING))


def _is_quoted_heading(page: Page, head: int, i: int) -> bool:
    """Tell whether the line over paragraph ``i`` is in quotation marks and quotes from it."""
    line = page.lines[i - 1]
    quoted = i - 1 > head and line.kind is None and line.text[0] in _QUOTES
    return quoted and not line.prose and line.bare.rstrip("'") in page.lines[i].plain


def _is_card(page: Page, head: int, i: int) -> bool:
    """Tell whether paragraph ``i`` stands between another story's title and its byline."""
    title = _is_open_title(page, head, i) or page.lines[i - 1].kind == "other_stories"
    below = i + 1
    return title and i - 1 > head and below < len(page.lines) and is_byline(page, below)


def _is_numbered(page: Page, head: int, i: int) -> bool:
    """Tell whether line ``i`` goes on with the numbers of the headings before ``head``."""
    found = _NUMBERED.match(page.lines[i].text)
    if found is None or page.lines[i].prose:
        return False
    before = (
        _NUMBERED.match(line.text)
        for line in reversed(page.lines[max(0, head - _ARTICLE_READ) : head])
        if line.kind is None and not line.prose
    )
    last = next((match for match in before if match), None)
    return last is not None and int(found[1]) == int(last[1]) + 1


def _run(page: Page, i: int) -> list[int]:
    """Return the paragraphs from ``i`` on with no other open line between them, or the first."""
    run = [i]
    for j in range(i + 1, len(page.lines)):
        if len(run) > _RUN_READ:
            break
        line = page.lines[j]
        if line.kind is not None:
            continue
        if not (line.prose or (line.final and line.words < 15)):
            break
        run.append(j)
    return run


def _go_on(page: Page, head: int, run: list[int], teasers: int) -> int | None:
    """Return the paragraph of ``run`` with which the article goes on, or None if it does not.

    The point is chosen at which the paragraphs before it fit the zone best and those after it the
    article: each counts for the zone by the topic words that it shares with the titles there, for
    the article by those that it shares with that, and words that only the paragraphs share hold
    them together. Standing where teasers stand, alone under a title, counts for the zone, the more
    so where there were ``teasers`` before; all else being equal the article goes on at once.
    """
    run = run[:_RUN_READ]
    if _is_numbered(page, head, run[0] - 1) or _is_quoted_heading(page, head, run[0]):
        return run[0]
    titles: set[str] = set()
    for i in range(head + 1, run[0]):
        if page.lines[i].kind is None and has_letters(page.lines[i].text):
            titles |= page.content(i)
    article = _article_words(page, head, run)
    priors = [-0.5] * len(run)
    if _is_open_title(page, head, run[0]):
        alone = len(run) == 1 and page.lines[run[0]].words <= _TEASER
        lone = alone and _only_teasers_follow(page, head, run[0] + 1)
        priors[0] += 2 * bool(teasers) + (3 if lone else 1 if alone else 0)
        if not teasers and _is_open_title(page, head, run[0] - 1):
            priors[0] -= 1.5  # titles in a row: a list of links without teasers
        elif len(run) > 1 and not page.content(run[0]) & article:
            priors[0] += 1
    for place, i in enumerate(run):
        if page.lines[i].text.endswith(CUT):
            priors[place] = 6.0

    leanings, rests = [], []
    for place, i in enumerate(run):
        words = page.content(i)
        theirs, ours = words & titles - article, words & article - titles
        # A teaser repeats its title; one word alone may be the topic of both stories.
        weight = 2 if place == 0 and len(theirs) > 1 else 1
        leanings.append(weight * len(theirs) - len(ours) + priors[place] + _lean(page, i))
        rests.append(words - titles - article)

    def fit(choice: int) -> float:
        torn = set().union(*rests[:choice]) & set().union(*rests[choice:])
        return sum(leanings[:choice]) - sum(leanings[choice:]) - len(torn)

    choice = max(range(len(run) + 1), key=lambda place: (fit(place), -place))
    if choice == len(run) or (choice and _is_strange(page, head, run[choice:], choice)):
        return None
    return run[choice]


def _lean(page: Page, i: int) -> float:
    """Return how much paragraph ``i`` reads like furniture rather than like an article.

    It is in words: the log-odds, from the point on at which an article's paragraphs hardly ever
    are, and no more than a few words.
    """
    like = likelihood(page, i)
    if like is None:
        return 0.0
    like = min(max(like, _NEVER), 1 - _NEVER)
    odds = math.log(like / (1 - like))
    return max(-_MOST_LEAN, min(_MOST_LEAN, odds - math.log(_RARE)))


def _is_strange(page: Page, head: int, last: list[int], before: int) -> bool:
    """Tell whether ``last`` are the page's last paragraphs and have hardly a name from the article.

    ``before`` paragraphs of another story stand right over them, so they may be its end; where it
    is only one, they must be two at least, with several names and none from the article.
    """
    if len(list(islice(page.open_prose(last[-1] + 1), 2))) > 1:
        return False
    words: set[str] = set()
    article: set[str] = set()
    for i in page.open_prose(max(0, head - _ARTICLE_READ)):
        if i >= head:
            break
        words.update(word.removesuffix("s") for word in _WORD.findall(page.lines[i].plain))
        article |= page.names(i)
    names = [page.names(i) for i in last]
    if before > 1:
        return all(len(own & words) <= _SHARED * len(own) for own in names)
    own = set().union(*names)
    said = (word for i in last for word in _WORD.findall(page.lines[i].plain))
    return (
        len(last) > 1
        and len(own) >= _OWN_NAMES
        and own.isdisjoint(words)
        and article.isdisjoint(word.removesuffix("s") for word in said)
    )


def _only_teasers_follow(page: Page, head: int, start: int) -> bool:
    """Tell whether from ``start`` on every paragraph stands alone under a title."""
    i = next(page.open_prose(start), None)
    for _ in range(_TEASERS_READ):
        if i is None:
            break
        if is_notice(page.lines[i], page.cues):
            i = next(page.open_prose(i + 1), None)
            continue
        run = _run(page, i)
        if len(run) > 1 or not _is_open_title(page, head, i):
            return False
        i = next(page.open_prose(run[-1] + 1), None)
    return True


def _is_open_title(page: Page, head: int, i: int) -> bool:
    """Tell whether the line before ``i`` is a title in the zone."""
    before = page.lines[i - 1]
    return (
        i - 1 > head
        and before.kind is None
        and not before.prose
        and before.words >= 3
        and before.bare not in page.cues.other_stories
    )


def _article_words(page: Page, head: int, run: list[int]) -> set[str]:
    """Return the topic words of the article before ``head``; if few, of all outside ``run``."""
    article: set[str] = set()
    if page.title is not None:
        article |= page.content(page.title)
    for i in page.open_prose(max(0, head - _ARTICLE_READ)):
        if i >= head and (len(article) >= _FEW_WORDS or i > head + _ARTICLE_READ):
            break
        if i not in run:
            article |= page.content(i)
    return article
