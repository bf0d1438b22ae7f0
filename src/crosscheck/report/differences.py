"""Which words of two passages differ? Marked in both, as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from crosscheck.compare.words import Word, words_of
from crosscheck.report.markdown import exact, span

_PARALLEL = 0.5
"""Share of words in common from which two sentences count as one sentence, reworded."""


def marked_pair(a: str, b: str) -> tuple[str, str]:
    """Return both passages as Markdown, with the words that the other lacks marked."""
    words_a, words_b = words_of(a), words_of(b)
    matcher = _matcher(words_a, words_b)
    common_a, common_b = set[int](), set[int]()
    for block in matcher.get_matching_blocks():
        common_a.update(range(block.a, block.a + block.size))
        common_b.update(range(block.b, block.b + block.size))
    return (
        marked(a, _runs(words_a, common_a)),
        marked(b, _runs(words_b, common_b)),
    )


def parallel(a: str, b: str) -> bool:
    """Tell whether two sentences are the same one, reworded."""
    return _matcher(words_of(a), words_of(b)).ratio() >= _PARALLEL


def marked(text: str, stretches: Sequence[tuple[int, int]]) -> str:
    """Return ``text`` as Markdown with the stretches ``text[start:end]`` marked as differing."""
    parts, done = [], 0
    for start, end in sorted(stretches):
        if start < done:
            continue
        parts += [exact(text[done:start]), span(exact(text[start:end]), "differs")]
        done = end
    return "".join([*parts, exact(text[done:])]).strip()


def _matcher(a: Sequence[Word], b: Sequence[Word]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, [w.folded for w in a], [w.folded for w in b], autojunk=False)


def _runs(words: Sequence[Word], common: set[int]) -> list[tuple[int, int]]:
    """Return the stretches of neighbouring words that are not common."""
    runs: list[tuple[int, int]] = []
    for number, word in enumerate(words):
        if number in common:
            continue
        if runs and number - 1 not in common and number > 0:
            runs[-1] = (runs[-1][0], word.end)
        else:
            runs.append((word.start, word.end))
    return runs
