"""What stands under the article? The author's box, notices, links: all that follows its end."""

from __future__ import annotations

from crosscheck.clean.body import is_pull_quote
from crosscheck.clean.marks import only_buttons
from crosscheck.clean.notices import is_notice
from crosscheck.clean.page import CUT, DROPPED, Page, has_letters, is_name
from crosscheck.clean.shapes import is_byline, is_caption, is_source_tag

_HARD = ("source_tag", "publisher_notice", "author_box", "comment_form")
_LIST = 3  # titles in a row that make a list of links
_LABEL = 5  # words of a tag or of a section's name
_TEASER = 45  # words that a teaser of another story may have


def read_tail(page: Page) -> None:
    """Name the lines under the article's last paragraph."""
    for i in list(page.open_prose()):
        if _is_of_byline(page, i):
            page.lines[i].name("author_box", "begins with the byline's name: a note on the author")
    _read_author_heads(page)
    _read_after_marks(page)
    _read_last_teasers(page)
    end = _article_end(page)
    _read_last_lines(page, end)


def _read_author_heads(page: Page) -> None:
    """Name "About the author" and the paragraph under it, where little follows them."""
    opening = next(page.open_prose(), len(page.lines))
    for i in range(opening + 1, len(page.lines)):
        line = page.lines[i]
        if line.prose or line.words < 2 or line.bare not in page.cues.author_box:
            continue
        rest = list(page.open_prose(i))
        if len(rest) <= 1 or is_author_bio(page, rest[0]):
            line.name("author_box", "stands over a note on the author", again=True)
            for j in range(i + 1, (rest[0] if rest else i) + 1):
                page.lines[j].name("author_box", "is a note on the author")


def is_author_bio(page: Page, i: int) -> bool:
    """Tell whether line ``i`` says who the author is ("Jane Doe is a reporter in Gao").

    It begins with the byline's name; or with a name and a verb such as "is" or "covers", names a
    trade of writing, and the name does not occur in the article (else it is of a person in it).
    """
    line = page.lines[i]
    if _is_of_byline(page, i):
        return True
    match = page.cues.author_bio.match(line.text)
    if match is None or not is_name(match["name"].strip()) or line.words > 90:
        return False
    beginning = match["rest"].lower().split()[:14]
    if not any(word.strip(".,;:()'") in page.cues.author_roles for word in beginning):
        verb = line.text[match.end("name") : match.start("rest")].strip(" (").lower()
        if verb not in page.cues.author_acts:
            return False
    surname = match["name"].split()[-1]
    named = [j for j in range(i) if surname in page.lines[j].text]
    return all(not page.lines[j].prose for j in named)


def _is_of_byline(page: Page, i: int) -> bool:
    """Tell whether a line begins with the name that a byline gives, and a verb of such notes."""
    line = page.lines[i]
    match = page.cues.author_bio.match(line.text)
    return match is not None and match["name"].strip() in _bylines(page)


def _bylines(page: Page) -> list[str]:
    """Return the full names that bylines give."""
    names = []
    for i, line in enumerate(page.lines):
        if line.kind == "byline":
            match = page.cues.byline.match(line.plain) if is_byline(page, i) else None
            name = line.text[match.end() if match else 0 :].split(",")[0].strip()
            if is_name(name) and " " in name:
                names.append(name)
    return names


def _is_under_labels(page: Page, i: int, article: set[str]) -> bool:
    """Tell whether a paragraph foreign to the article stands under three labels or more."""
    labels = 0
    for j in range(i - 1, -1, -1):
        line = page.lines[j]
        if line.kind in (None, "furniture") and not line.prose and not line.advertisement:
            if line.words > 6 or line.final or line.text[0] in '-–—•*“"«':
                break
            labels += 1
        else:
            break
    words = page.content(i)
    return labels >= 3 and len(words & article) <= 0.15 * len(words)


def _read_after_marks(page: Page) -> None:
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
            rest = [j for j in prose if j > i]
            if 2 * seen < total or not rest:
                continue
            if _is_over(page, i, rest, before):
                for other in page.lines[i + 1 :]:
                    kind = "other_stories" if other.prose or other.words > 4 else "furniture"
                    other.name(kind, "stands after the end of the article")
                return


def _is_over(page: Page, mark: int, rest: list[int], article: set[str]) -> bool:
    """Tell whether none of the paragraphs ``rest`` after ``mark`` goes on with the article."""
    teasers = [j for j in rest if _is_teaser(page, j)]
    kind = page.lines[mark].kind
    hard = kind in _HARD or page.lines[mark].reason.endswith(("a tag", "the tags", "but tags"))
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
        if shared >= 4 and shared >= 0.3 * len(words) and not page.lines[j].text.endswith(CUT):
            return False
    return True


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


def _read_last_teasers(page: Page) -> None:
    """Drop two titles or more at the end of the page, each over a short paragraph of its own.

    They are foreign to the article if the paragraphs share at most one topic word with it, and if
    it does not go by headings itself.
    """
    prose = list(page.open_prose())
    first = len(prose)
    while first > 1 and _is_teaser(page, prose[first - 1]):
        first -= 1
    teasers = prose[first:]
    if len(teasers) < 2 or len(teasers) * 3 > len(prose) * 2:
        return
    article: set[str] = set()
    for i in prose[:first]:
        article |= page.content(i)
    if sum(len(page.content(i) & article) for i in teasers) > 1:
        return
    for line in page.lines[teasers[0] - 1 :]:
        line.name("other_stories", "is a title or a teaser of another story under the article")


def _article_end(page: Page) -> int:
    """Name notices and the author's note under the text; return the text's last paragraph."""
    article: set[str] = set()
    prose = list(page.open_prose())
    for i in prose[: max(1, len(prose) - 1)]:
        article |= page.content(i)
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
        elif is_notice(page.lines[i], page.cues) and not is_byline(page, i):
            line.name("publisher_notice", "is the publisher's notice about itself or its rights")
        elif line.prose and is_author_bio(page, i):
            line.name("author_box", "is a note on the author")
        elif line.prose and len(prose) > 2 and _is_under_labels(page, i, article):
            line.name("furniture", "stands under labels and shares nothing with the article")
        elif line.prose and i and is_source_tag(page, i - 1) and not page.content(i) & article:
            line.name("furniture", "stands under the source and shares nothing with the article")
        elif line.prose or line.final or line.words > 25 or line.text[0] in '“"«‘-–—•*[':
            return i
    return -1


def _read_last_lines(page: Page, end: int) -> None:
    """Name the short lines after the text's last paragraph ``end``."""
    ended = False
    titles = _list_of_titles(page, end)
    for i in range(end + 1, len(page.lines)):
        line = page.lines[i]
        if line.kind is not None:
            ended = ended or not line.advertisement
            continue
        following = page.lines[i + 1] if i + 1 < len(page.lines) else None
        if line.bare in page.cues.author_box and (ended or i > end + 1 or line.words > 1):
            line.name("author_box", "belongs to a note on the author")
        elif is_byline(page, i) and not (ended and i in titles):
            line.name("byline", "says who wrote or supplied the text")
        elif is_name(line.text) and following is not None and not ended:
            if following.kind == "author_box":
                line.name("author_box", "names the author over a note on the author")
            elif following.bare in page.cues.author_box:
                line.name("byline", "names the author under the text")
        elif not has_letters(line.text) and (ended or following is not None):
            line.name("furniture", "has no words")
            continue
        elif ended and not is_caption(page, i):
            kind = "other_stories" if line.words > 4 else "furniture"
            line.name(kind, "stands after the end of the article")
        elif _heads_dropped(page, i):
            line.name("furniture", "stands over furniture")
        elif i in titles:
            line.name("other_stories", "is one of a list of titles under the article")
        ended = ended or (line.kind not in (None, "byline"))


def _heads_dropped(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is a label right over a dropped line."""
    line = page.lines[i]
    if line.final or line.words > 6 or i + 1 >= len(page.lines) or is_caption(page, i):
        return False
    below = page.lines[i + 1]
    return below.kind in DROPPED and not below.advertisement and line.text[0] not in "-–—("


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
    article: set[str] = set()
    for i in page.open_prose():
        article |= page.content(i)
    foreign = sum(len(page.content(i) & article) <= 0.5 * len(page.content(i)) for i in lines)
    titles = all(page.lines[i].words >= 4 for i in lines) and 2 * foreign >= len(lines)
    labels = all(page.lines[i].words <= _LABEL for i in lines) and dropped
    return set(lines) if len(lines) >= _LIST and (titles or labels) else set()
