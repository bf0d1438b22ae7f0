"""Where do the readers' comments begin?"""

from __future__ import annotations

from crosscheck.clean.page import Page

_COMMENTS_WITHIN = 14  # lines after a heading in which a mark of comments must stand


def read_comments(page: Page) -> None:
    """Name the lines of comments, which last to the end of the page or to other stories."""
    opening = next(page.open_prose(), len(page.lines))
    start = _comments_begin(page, opening)
    if start is None:
        return
    stories = False
    for i in range(start, len(page.lines)):
        stories = stories or (i > start and page.lines[i].bare in page.cues.other_stories)
        if stories:
            page.lines[i].name("other_stories", "stands after the comments")
        else:
            page.lines[i].name("comment_form", "belongs to the readers' comments", again=True)


def _comments_begin(page: Page, opening: int) -> int | None:
    """Return the line where comments begin: at a heading, or at the name over the first of them.

    A mark that only comments have must stand near, or it is a heading of the article.
    """
    cues = page.cues
    for i in range(opening + 1, len(page.lines)):
        line = page.lines[i]
        named = not line.prose and line.bare in cues.comment_names
        if not named and (line.words > 30 or line.unglued not in cues.comments):
            continue
        near = page.lines[i : i + 1 + _COMMENTS_WITHIN]
        marks = sum(
            other.bare in cues.comment_marks
            or (not other.prose and other.bare in cues.comment_names)
            for other in near
        )
        if marks >= (3 if named else 1):
            return i
    return None
