"""What stands under the article? The author's box, notices, links: all that follows its end."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice

from crosscheck.clean.authors import bylines, is_author_bio, is_of_byline
from crosscheck.clean.body import is_pull_quote
from crosscheck.clean.endings import (
    is_of_site,
    read_after_marks,
    read_last_teasers,
    read_other_article,
)
from crosscheck.clean.lines import GLUE, Line
from crosscheck.clean.notices import is_notice, is_outlet_bio
from crosscheck.clean.page import DROPPED, Page, has_letters, is_item, is_name
from crosscheck.clean.shapes import is_byline, is_caption, is_source_tag

_LIST = 3  # titles in a row that make a list of links
_LAST = 3  # last paragraphs, which may be the site's
_LAST_LABEL = 12  # words of a label under the article
_FOOTER = 8  # topic words of a paragraph on the publication
_FEW = 0.15  # share of them that it may have from the article
_NOTE = 5  # words that a note on the author has at least
_TAGS = 14  # words of a row of tags
_CAPITALS = 0.8
_LABEL = 5  # words of a tag or of a section's name
_RIGHTS = re.compile(r"(?:©|™|®)\W*(?:19|20)\d\d\b|\b(?:19|20)\d\d\W*(?:©|™|®)")


def read_tail(page: Page) -> None:
    """Name the lines under the article's last paragraph."""
    names = bylines(page)
    opening = next(page.open_prose(), len(page.lines))
    for i in range(opening, len(page.lines)):
        line = page.lines[i]
        if line.kind is None and line.words >= _NOTE and is_of_byline(page, i, names):
            page.lines[i].name("author_box", "begins with the byline's name: a note on the author")
    _read_author_heads(page, names)
    read_other_article(page)
    read_after_marks(page)
    read_last_teasers(page)
    end = _article_end(page, names)
    _read_last_lines(page, end, names)


def _read_author_heads(page: Page, names: frozenset[str]) -> None:
    """Name "About the author" and the paragraph under it, where little follows them."""
    prose = list(page.open_prose())
    opening = prose[0] if prose else len(page.lines)
    for i in range(opening + 1, len(page.lines)):
        line = page.lines[i]
        if line.prose or line.words < 2 or line.bare not in page.cues.author_box:
            continue
        # Found in a list made once: a long page may have many such headings.
        following = (prose[k] for k in range(bisect_right(prose, i), len(prose)))
        rest = list(islice((j for j in following if page.is_open_prose(j)), 2))
        if len(rest) <= 1 or is_author_bio(page, rest[0], names):
            line.name("author_box", "stands over a note on the author", again=True)
            for j in range(i + 1, (rest[0] if rest else i) + 1):
                page.lines[j].name("author_box", "is a note on the author")


def _is_under_labels(page: Page, i: int, article: set[str]) -> bool:
    """Tell whether a paragraph foreign to the article stands under three labels or more."""
    labels = 0
    for j in range(i - 1, -1, -1):
        line = page.lines[j]
        if line.kind in (None, "furniture") and not line.prose and not line.advertisement:
            if line.words > 6 or line.final or line.text[0] in '-–—•*“"«' or page.is_dated_item(j):
                break
            labels += 1
        else:
            break
    words = page.content(i)
    return labels >= 3 and len(words & article) <= 0.15 * len(words)


def _article_end(page: Page, names: frozenset[str]) -> int:
    """Name notices and the author's note under the text; return the text's last paragraph."""
    prose = list(page.open_prose())
    last = _LAST if len(prose) > 2 * _LAST else 1
    article = page.topic(prose[: max(1, len(prose) - last)])
    for i in range(len(page.lines) - 1, -1, -1):
        line = page.lines[i]
        if line.kind is not None and line.kind != "title":
            continue
        if i == page.title:
            return i
        if is_pull_quote(line.text):
            return i
        if is_source_tag(page, i):
            line.name("source_tag", "says where the page took the text from")
        elif _is_publishers(page, i, article) and not is_byline(page, i):
            line.name("publisher_notice", "is the publisher's notice about itself or its rights")
        elif line.words >= _NOTE and is_author_bio(page, i, names):
            line.name("author_box", "is a note on the author")
        elif line.prose and len(prose) > 2 and _is_under_labels(page, i, article):
            line.name("furniture", "stands under labels and shares nothing with the article")
        elif line.prose and i and is_source_tag(page, i - 1) and not page.content(i) & article:
            line.name("furniture", "stands under the source and shares nothing with the article")
        elif line.prose and _speaks_of_site(page, i, article):
            line.name("furniture", "speaks to the reader about the site, under the article")
        elif (
            line.prose
            or (line.final and not _asks_as_title(page, i))
            or line.words > 25
            or line.text[0] in '“"«‘-–—•*['
            or page.is_dated_item(i)
        ):
            return i
    return -1


def _speaks_of_site(page: Page, i: int, article: set[str]) -> bool:
    """Tell whether a paragraph under furniture is the site's own; elsewhere it must say so twice.

    That is with two of a publisher's words, said to the reader outside quotation marks.
    """
    if _is_footer(page, i, article):
        return True
    if not is_of_site(page, i, article):
        return False
    words = {word.strip(".,;:!?()*") for word in page.lines[i].spoken.split()}
    publishers, address = len(words & page.cues.notice_words), len(words & page.cues.address)
    said = (publishers > 1 and address > 0) or (publishers and address > 1)
    return said or _is_under_furniture(page, i)


def _is_publishers(page: Page, i: int, article: set[str]) -> bool:
    """Tell whether line ``i`` is a notice, states a right, or says what the publication is."""
    line = page.lines[i]
    if is_notice(line, page.cues) or _is_rights(line):
        return True
    return is_outlet_bio(line, page.cues) and page.is_foreign(i, article, 2 * _FEW)


def _is_footer(page: Page, i: int, article: set[str]) -> bool:
    """Tell whether a paragraph at the page's end says under a label who the publication is.

    "Who we are / We believe that …"; it shares next to nothing with the article.
    """
    line, above = page.lines[i], page.lines[i - 1]
    first = line.spoken.split(" ", 1)[0]
    label = not (above.prose or above.final) and above.words <= _TAGS // 2
    return (
        i > 0
        and label
        and first in page.cues.address
        and len(page.content(i)) >= _FOOTER
        and page.is_foreign(i, article, _FEW)
    )


def _asks_as_title(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is a question under a title or a label, and so a title itself."""
    line, above = page.lines[i], page.lines[i - 1]
    label = not (above.prose or above.final) and above.kind in (None, "furniture", "other_stories")
    return line.text.endswith("?") and line.words >= 3 and label and i > 0


def _is_rights(line: Line) -> bool:
    """Tell whether a line states a right by its sign and a year ("© 2022 …")."""
    return _RIGHTS.search(line.text) is not None


def _is_under_furniture(page: Page, i: int) -> bool:
    """Tell whether the line before ``i`` is dropped and no advertisement."""
    before = page.lines[i - 1] if i else page.lines[0]
    return before.kind in DROPPED and not before.advertisement


def _read_last_lines(page: Page, end: int, names: frozenset[str]) -> None:
    """Name the short lines after the text's last paragraph ``end``."""
    ended = noted = False
    for i in _last_tags(page, end):
        page.lines[i].name("furniture", "is one of the tags under the article")
    titles = _list_of_titles(page, end)
    for i in range(end + 1, len(page.lines)):
        line = page.lines[i]
        if line.kind is not None:
            ended = ended or not line.advertisement
            noted = noted or line.kind in ("author_box", "publisher_notice")
            continue
        following = page.lines[i + 1] if i + 1 < len(page.lines) else None
        if line.bare in page.cues.author_box and (ended or i > end + 1 or line.words > 1):
            line.name("author_box", "belongs to a note on the author")
        elif is_byline(page, i) and not (ended and i in titles):
            line.name("byline", "says who wrote or supplied the text")
            boxed = following is not None and following.bare in page.cues.author_box
            if boxed and any(line.plain.endswith(name) for name in names):
                line.name("author_box", "names the author over a note on the author", again=True)
        elif _may_be_author(line) and following is not None and not ended:
            _name_author(page, line, following)
        elif not has_letters(line.text) and (ended or following is not None):
            line.name("furniture", "has no words")
            continue
        elif ended and not (is_caption(page, i) and not noted):
            kind = "other_stories" if line.words > 4 else "furniture"
            line.name(kind, "stands after the end of the article")
        elif _heads_dropped(page, i) and not _says_when(page, i):
            line.name("furniture", "stands over furniture")
        elif i in titles:
            line.name("other_stories", "is one of a list of titles under the article")
        elif _is_last_label(page, i, end):
            line.name("furniture", "is a label under the article's last paragraph")
        ended = ended or (line.kind not in (None, "byline"))


def _is_last_label(page: Page, i: int, end: int) -> bool:
    """Tell whether line ``i`` under the text is neither a sentence nor what an article ends with.

    It may end with a name, a credit, a date, a list, or the attribution of a quotation.
    """
    line, above = page.lines[i], page.lines[i - 1]
    if end < 0 or line.prose or line.final or line.words > _LAST_LABEL:
        return False
    if page.dates(i) or page.is_clock(i) or line.bare in page.cues.notes_kept:
        return False
    if not page.lines[end].final or (above.kind is None and above.text[-1] in ':”"»'):
        return False
    if _is_row_of_tags(page, i, end):
        return True
    own = is_byline(page, i) or is_caption(page, i) or _may_be_author(line) or is_item(line.text)
    own = own or (line.words == 1 and line.text.isupper())  # "ENDS"
    own = own and not _is_glued(line)
    own = own or ("/" in line.text and is_name(line.text.split("/")[0]))  # "Jane Doe / Mirror"
    return not own and line.text[0] not in '-–—(“"«*' and line.text[-1] != ":"


def _is_glued(line: Line) -> bool:
    """Tell whether a line is names without blanks between them, as rows of tags are printed."""
    return len(GLUE.findall(line.text)) > 1 and "@" not in line.text


def _is_row_of_tags(page: Page, i: int, end: int) -> bool:
    """Tell whether line ``i`` is labels in a row, most of which the article speaks of."""
    text = page.lines[i].text
    words = text.split()
    capitals = len(words) > _LIST and all(word[0].isupper() for word in words)
    parts = words if capitals and "," not in text else text.split(",")
    parts = [part.strip().lower() for part in parts]
    if len(parts) < _LIST or any(not 0 < len(part.split()) <= _LIST for part in parts):
        return False
    return _are_told(page, end, parts)


def _are_told(page: Page, end: int, labels: list[str]) -> bool:
    """Tell whether most of ``labels`` stand in the article, which goes to line ``end``."""
    article = " ".join(line.plain for line in page.lines[: end + 1])
    return 2 * sum(label in article for label in labels) > len(labels)


def _name_author(page: Page, line: Line, following: Line) -> None:
    """Name a line with a name, by what stands under it."""
    if following.kind == "author_box":
        line.name("author_box", "names the author over a note on the author")
    elif following.bare in page.cues.author_box:
        line.name("byline", "names the author under the text")


def _may_be_author(line: Line) -> bool:
    """Tell whether a line is a name, and no row of names as tags are."""
    return is_name(line.text) and not (line.words > _LABEL - 1 and _is_tags(line))


def _last_tags(page: Page, end: int) -> set[int]:
    """Return the page's last lines if they are tags: labels, most of them words of the article."""
    lines = [i for i in range(end + 1, len(page.lines)) if page.lines[i].kind is None]
    if len(lines) < _LIST or any(not _may_be_tag(page, i) for i in lines):
        return set()
    told = _are_told(page, end, [page.lines[i].bare for i in lines])
    return set(lines) if told and page.lines[end].text[-1] != ":" else set()


def _may_be_tag(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is a word or three without figures or marks, and no byline."""
    line = page.lines[i]
    letters = all(c.isalpha() or c in " '’-&" for c in line.text)
    return line.words <= _LIST and letters and not (is_byline(page, i) or is_caption(page, i))


def _heads_dropped(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is a label right over a dropped line."""
    line = page.lines[i]
    most = _TAGS if _is_tags(line) else _LABEL + 1
    if line.final or line.words > most or i + 1 >= len(page.lines) or is_caption(page, i):
        return False
    below = page.lines[i + 1]
    return below.kind in DROPPED and not below.advertisement and line.text[0] not in "-–—("


def _says_when(page: Page, i: int) -> bool:
    """Tell whether line ``i`` says when the text was published ("Published on 3 May 2022")."""
    return bool(page.dates(i)) and page.cues.published.match(page.lines[i].plain) is not None


def _is_tags(line: Line) -> bool:
    """Tell whether a line has the shape of names in a row: nearly all its words are capitalised."""
    words = line.text.split()
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _LIST and capitals >= _CAPITALS * len(words) and "," not in line.text


def _list_of_titles(page: Page, end: int) -> set[int]:
    """Return the lines after ``end`` that are a list of titles foreign to the article.

    Three titles are a list; shorter lines (tags, names of sections) only if they are three and
    more and stand right over a dropped line.
    """
    lines = []
    dropped = False
    for i in range(end + 1, len(page.lines)):
        line = page.lines[i]
        if line.kind is not None:
            dropped = dropped or (line.kind in DROPPED and not line.advertisement)
        elif line.words <= 25 and not (line.final or line.text[0] in "-–—•*" or page.dates(i)):
            lines.append(i)
    article = page.topic(page.open_prose())
    foreign = sum(page.is_foreign(i, article, 0.5) for i in lines)
    titles = all(page.lines[i].words >= 4 for i in lines) and 2 * foreign >= len(lines)
    labels = all(page.lines[i].words <= _LABEL for i in lines) and dropped
    return set(lines) if len(lines) >= _LIST and (titles or labels) else set()
