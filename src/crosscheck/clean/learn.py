"""What do labelled pages teach about furniture? The weights that ``alike`` reads.

``python -m crosscheck.clean.learn [GOLD] [FILE]`` learns them anew, after pages were labelled in
``codebook/gold``; it needs scikit-learn (``pip install -e '.[learn]'``).
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from crosscheck.clean.alike import BIAS, WEIGHTS, Weights, write_weights
from crosscheck.clean.ledger import LabelledPage, read_contexts, read_pages
from crosscheck.clean.lines import split_lines
from crosscheck.clean.looks import Looks
from crosscheck.clean.page import DROPPED, Page
from crosscheck.paths import project_root

# A word after a small letter or a comma; so none that begins a sentence.
_WITHIN = re.compile(r"(?<=[a-zà-ÿ,;’'] )[^\W\d_]+")
_PAGES = 5  # pages from which on a language counts as known
_CONTEXTS = 2
_LINES = 3  # lines that a feature must stand in
_PENALTY = 0.2  # the inverse strength of the penalty on great weights (C)
_MOST = 300  # characters beyond which a long line counts no more


def learn(pages: Sequence[LabelledPage]) -> Weights:
    """Return the weights that the lines of ``pages`` give.

    A line weighs the root of its characters: half-way between lines, which are what is judged, and
    characters, which are what is scored. Names don't count: they would teach the event that the
    pages are about instead of what pages are like.
    """
    rows: list[dict[str, float]] = []
    dropped: list[bool] = []
    weights: list[float] = []
    languages: Counter[str] = Counter()
    for page in pages:
        languages[page.language] += 1
        lines = split_lines(page.raw)
        looks = Looks(Page(page.raw, page.language, lines))
        for i, line in enumerate(lines):
            rows.append(looks.of(i))
            dropped.append(_is_dropped(page, line.start, line.end))
            weights.append(min(len(line.text), _MOST) ** 0.5)
    seen = Counter(name for row in rows for name in row)
    for name in _names(pages):
        seen[f"“{name}”"] = seen[f"first “{name}”"] = 0
    vectors = DictVectorizer()
    table = vectors.fit_transform(
        [{name: row[name] for name in row if seen[name] >= _LINES} for row in rows]
    )
    model = LogisticRegression(C=_PENALTY, max_iter=5000, tol=1e-6)
    model.fit(table, dropped, sample_weight=weights)
    found = {BIAS: round(float(model.intercept_[0]), 3)}
    for name, weight in zip(vectors.feature_names_, model.coef_[0], strict=True):
        if round(float(weight), 3):
            found[name] = round(float(weight), 3)
    return Weights(frozenset(code for code, n in languages.items() if n >= _PAGES), found)


def _names(pages: Sequence[LabelledPage]) -> list[str]:
    """Return the words that stand capitalised within sentences more often than not."""
    written: Counter[str] = Counter()
    capitalised: Counter[str] = Counter()
    for page in pages:
        for line in split_lines(page.raw):
            for word in _WITHIN.findall(line.text) if line.prose else ():
                written[word.lower()] += 1
                capitalised[word.lower()] += word[0].isupper()
    return [word for word in written if 2 * capitalised[word] > written[word]]


def _is_dropped(page: LabelledPage, start: int, end: int) -> bool:
    """Tell whether most of ``raw[start:end]`` is labelled as dropped."""
    dropped = kept = 0
    for first, last, kind in page.labels:
        common = len("".join(page.raw[max(start, first) : min(end, last)].split()))
        dropped, kept = (dropped + common, kept) if kind in DROPPED else (dropped, kept + common)
    return dropped > kept


def read_labelled(gold: Path) -> list[LabelledPage]:
    """Return the labelled pages and the contested contexts of folder ``gold``."""
    return [*read_pages(gold / "pages"), *(_CONTEXTS * read_contexts(gold / "contexts.txt"))]


def main(arguments: list[str]) -> None:
    """Learn from the gold folder in ``arguments`` (default: the project's); write the weights."""
    gold = Path(arguments[0]) if arguments else project_root() / "codebook" / "gold"
    write_weights(learn(read_labelled(gold)), Path(arguments[1]) if arguments[1:] else WEIGHTS)


if __name__ == "__main__":
    main(sys.argv[1:])
