"""Which lines are tags, under a heading such as "Topics"?"""

from __future__ import annotations

from crosscheck.clean.page import Page

_MOST_TAGS = 25
_OVER_TAGS, _TAG = "stands over the tags", "is a tag"
_TAG_WORDS = 5


def read_tags(page: Page) -> None:
    """Name headings over tags ("Topics") and the short lines under them."""
    opening = next(page.open_prose(), len(page.lines))
    for i, line in enumerate(page.lines):
        if line.prose or line.kind not in (None, "furniture") or line.bare not in page.cues.tags:
            continue
        tags = []
        for other in page.lines[i + 1 : i + 1 + _MOST_TAGS]:
            # Over the text a title may follow, so only the shortest lines are tags there.
            if other.final or other.words > (_TAG_WORDS if i > opening else 2):
                break
            if other.kind is not None or other.bare in page.cues.other_stories:
                break
            tags.append(other)
        if i > opening or tags:
            line.name("furniture", _OVER_TAGS)
            for other in tags:
                other.name("furniture", _TAG)
