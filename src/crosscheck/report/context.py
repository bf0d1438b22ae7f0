"""A span in its words: a few before it, a few after, the span itself leading to its place."""

from __future__ import annotations

from crosscheck.report.evidence import Evidence, Row
from crosscheck.report.markdown import escape


def in_context(evidence: Evidence, row: Row, *, before: int = 4, after: int = 5) -> str:
    """Return the words around ``raw[start:end]`` within its sentence, as Markdown.

    An ellipsis stands where the sentence goes on; a span outside every sentence stands alone.
    """
    words = evidence.cite(row["doc_id"], row["start"], row["end"], f"**{escape(row['text'])}**")
    sentence = evidence.sentence_at(row["doc_id"], row["start"])
    if sentence is None or row["end"] > sentence["end"]:
        return words
    text, offset = sentence["text"], sentence["start"]
    left, right = text[: row["start"] - offset], text[row["end"] - offset :]
    # Words that touch the span (“nine-year”, “Mali’s”) belong to it and are not counted.
    head = left.split()[-before:] if before else []
    tail = right.split()[:after] if after else []
    cut_left = len(left.split()) > len(head)
    cut_right = len(right.split()) > len(tail)
    start = escape(" ".join(head)) + (" " if left[-1:].isspace() else "")
    end = (" " if right[:1].isspace() else "") + escape(" ".join(tail))
    return f"{'… ' * cut_left}{start}{words}{end}{' …' * cut_right}"
