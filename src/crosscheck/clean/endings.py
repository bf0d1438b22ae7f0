"""Where is the article over? Marks of its end, other articles and teasers under it."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice

from crosscheck.clean.alike import is_own
from crosscheck.clean.marks import only_buttons
from crosscheck.clean.page import CUT, Page
from crosscheck.clean.shapes import is_byline
from crosscheck.clean.zones import IN_ZONE

_HARD = ("source_tag", "publisher_notice", "author_box", "comment_form")
_TEASER = 45  # words that a teaser of another story may have
_MOST_REST = 200  # paragraphs that may follow the article's end
_FOREIGN = 0.2  # share of topic words that a paragraph of the site's own may have from the article
_SHOUT = 4  # words of a message such as "Success!"
_SITE_WORDS = 3
_ARTICLE = 60  # words after which another article may begin
_TITLE = 25
_WEIGHED = 8  # paragraphs of another article that are read
_OTHER = 0.1  # share of topic words that another article may have from this one
_NAMES = 4  # names of another article
_LONG = 150  # words after which names alone tell of another article
_WORD = re.compile(r"[^\W\d_]{3,}")
_KIN = 0.15  # share of topic words of a paragraph that goes on after a notice
_ELSEWHERE = 0.15  # the same, of one that opens with its place
_DATELINE = re.compile(
    r"[^\W\d_][\w.'’ -]{2,25}(?:[,(][^—–-]{0,30})?\s?[—–-]{1,2}\s"
    r"|[A-ZÀ-Þ][A-ZÀ-Þ'’ -]{2,25}:\s"
)
_FOOTNOTE = re.compile(r"\(\d{1,2}\)|\[\d{1,2}\]")


def read_after_marks(page: Page) -> None:
    """Drop all that follows a mark of the article's end, if the article does not go on there.

    Such marks are rows of buttons, tags, notices and the like. The article goes on if a paragraph
    after the mark shares its topic words. Where titles or broken-off teasers follow, any dropped
    line may be the mark.
    """
    opening = next(page.open_prose(), len(page.lines))
    prose = list(page.open_prose())
    before: set[str] = set()
    seen, total = 0, sum(len(page.lines[i].text) for i in prose)
    for i in range(opening, len(page.lines)):
        line = page.lines[i]
        if page.is_open_prose(i):
            before |= page.content(i)
            seen += len(line.text)
        elif line.kind is not None and not line.advertisement and i > opening:
            first = bisect_right(prose, i)
            if 2 * seen < total or not 0 < len(prose) - first <= _MOST_REST:
                continue
            if _is_over(page, i, prose[first:], before):
                _drop_after(page, i + 1)
                return


def _drop_after(page: Page, start: int) -> None:
    """Drop all lines from ``start`` on but for translators and footnotes right there."""
    end = len(page.lines)
    own = (i for i in range(start, end) if page.lines[i].kind is None)
    first = next((i for i in own if not (is_byline(page, i) or _is_footnote(page, i))), end)
    for line in page.lines[first:]:
        kind = "other_stories" if line.prose or line.words > 4 else "furniture"
        line.name(kind, "stands after the end of the article")


def _is_footnote(page: Page, i: int) -> bool:
    """Tell whether line ``i`` begins with the mark of a note that a paragraph over it bears."""
    mark = _FOOTNOTE.match(page.lines[i].text)
    return mark is not None and any(
        mark.group() in line.text[1:] for line in page.lines[max(0, i - _MOST_REST) : i]
    )


def _is_over(  # noqa: PLR0911
    page: Page, mark: int, rest: list[int], article: set[str]
) -> bool:
    """Tell whether none of the paragraphs ``rest`` after ``mark`` goes on with the article."""
    teasers = [j for j in rest if _is_teaser(page, j)]
    kind = page.lines[mark].kind
    tags = page.lines[mark].reason.endswith(("a tag", "the tags", "but tags"))
    # A teaser right over them: they may be the rest of a story that begins with it.
    teaser = page.lines[mark].prose and page.lines[mark].reason == IN_ZONE
    if teaser and all(page.is_foreign(j, article, _OTHER) for j in rest):
        return True
    if kind != "other_stories" and all(is_of_site(page, j, article) for j in rest):
        return True
    near = {line.kind for line in page.lines[mark - 1 : mark + 2 : 2]}
    hard = tags or (kind in _HARD and not (kind == "publisher_notice" and "other_stories" in near))
    if kind == "author_box" and any(line.kind == kind for line in page.lines[rest[0] :]):
        return False  # the note under the article is a later one
    buttons = kind == "furniture" and only_buttons(page.lines[mark], page.cues)
    if not hard and not (buttons and len(teasers) == len(rest)):
        return False
    if _is_sectioned(page, mark):
        return False
    if len(teasers) == len(rest) >= 2:
        return True
    for j in rest:
        words = page.content(j)
        shared = len(words & article)
        least, share = (2, _KIN) if kind == "publisher_notice" else (4, 0.3)
        goes_on = shared >= least and shared >= share * len(words)
        if goes_on and not page.lines[j].text.endswith(CUT):
            return False
    return True


def is_of_site(page: Page, i: int, article: set[str]) -> bool:
    """Tell whether a paragraph under the article is the site's own: it speaks of its services.

    It shares next to nothing with the article, and is a shout ("Success!"), a teaser, or speaks to
    the reader or of its own texts in a publisher's words.
    """
    line, cues = page.lines[i], page.cues
    if not page.is_foreign(i, article, _FOREIGN):
        return False
    words = {word.strip(".,;:!?()'\"“”") for word in line.spoken.split()}
    known = len(words & cues.notice_words)
    return (
        line.words <= _SHOUT
        or line.text.endswith(CUT)
        or (known >= 1 and not words.isdisjoint(cues.address))
        or known >= _SITE_WORDS
    )


def _is_sectioned(page: Page, mark: int) -> bool:
    """Tell whether the article itself goes by headings with one paragraph under each."""
    return sum(_is_teaser(page, i) for i in page.open_prose() if i < mark) >= 2


def _is_teaser(page: Page, i: int) -> bool:
    """Tell whether a paragraph is broken off, or is a short one that stands alone under a title."""
    line, before = page.lines[i], page.lines[i - 1]
    if line.text.endswith(CUT):
        return True
    alone = i + 1 >= len(page.lines) or not page.is_open_prose(i + 1)
    return (
        alone
        and before.kind is None
        and not before.prose
        and before.words >= 2
        and (line.words <= _TEASER)
    )


def read_last_teasers(page: Page) -> None:
    """Drop two titles or more at the end of the page, each over a short paragraph of its own.

    They are foreign to the article if the paragraphs share at most one topic word with it, and if
    it does not go by headings itself.
    """
    prose = list(page.open_prose())
    first = len(prose)
    while first > 1 and _is_teaser(page, prose[first - 1]):
        first -= 1
    teasers = prose[first:]
    if page.is_live or len(teasers) < 2 or len(teasers) * 3 > len(prose) * 2:
        return
    article = page.topic(prose[:first])
    if sum(len(page.content(i) & article) for i in teasers) > 1:
        return
    if 2 * sum(is_own(page, i) for i in teasers) > len(teasers):
        return
    for line in page.lines[teasers[0] - 1 :]:
        line.name("other_stories", "is a title or a teaser of another story under the article")


def read_other_article(page: Page) -> None:
    """Drop a second article: a title with a date or a byline, over text foreign to the first."""
    if page.is_live:
        return
    article: set[str] = set()
    names: set[str] = set()
    seen = 0
    for i, line in enumerate(page.lines):
        if page.is_open_prose(i):
            article |= page.content(i)
            names.update(word.removesuffix("s") for word in _WORD.findall(line.plain))
            seen += line.words
        elif seen >= _ARTICLE and _may_be_title(page, i):
            rest = list(islice(page.open_prose(i), _WEIGHED))
            words = [page.content(j) for j in rest]
            elsewhere = _is_elsewhere(page, i, rest, article)
            share = _ELSEWHERE if elsewhere else _OTHER
            few = sum(len(own & article) for own in words) <= share * sum(map(len, words))
            other = len(rest) > 1 and few
            apart = elsewhere or _has_own_names(page, i, rest, article, names)
            apart = apart and seen >= _LONG
            if other and (apart or _is_headed(page, i)):
                for rest_line in page.lines[i:]:
                    rest_line.name("other_stories", "belongs to another article under this one")
                return


def _may_be_title(page: Page, i: int) -> bool:
    """Tell whether line ``i`` may be an article's title."""
    line = page.lines[i]
    return line.kind is None and not (line.prose or line.final) and 4 <= line.words <= _TITLE


def _has_own_names(page: Page, i: int, rest: list[int], article: set[str], names: set[str]) -> bool:
    """Tell whether title ``i`` and all paragraphs under it are of other people and places.

    They have several names, none from the article, and the title has no word from it.
    """
    own = set().union(*(page.names(j) for j in rest))
    return (
        len(rest) > 2
        and len(own) >= _NAMES
        and not own & names
        and page.content(i).isdisjoint(article)
    )


def _is_elsewhere(page: Page, i: int, rest: list[int], article: set[str]) -> bool:
    """Tell whether title ``i`` is foreign and the text opens with its place ("ROME - …")."""
    opens = bool(rest) and bool(_DATELINE.match(page.lines[rest[0]].text))
    return opens and page.content(i).isdisjoint(article)


def _is_headed(page: Page, i: int) -> bool:
    """Tell whether a date or a byline stands right under the title ``i``."""
    below = range(i + 1, min(i + 4, len(page.lines)))
    head = next((j for j in below if page.dates(j) or is_byline(page, j)), None)
    return head is not None and not any(page.is_open_prose(j) for j in range(i, head))
