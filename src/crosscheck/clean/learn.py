"""What do labelled pages teach about furniture? The weights that ``weights`` reads.

``python -m crosscheck.clean.learn [GOLD] [FILE]`` learns them anew, after pages were labelled in
``codebook/gold``; it needs scikit-learn (``pip install -e '.[learn]'``).
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from crosscheck.clean.ledger import LabelledPage, read_contexts, read_pages
from crosscheck.clean.lines import split_lines
from crosscheck.clean.looks import looks, looks_again
from crosscheck.clean.page import DROPPED, Page
from crosscheck.clean.weights import BIAS, WEIGHTS, Weights, weigh, write_weights
from crosscheck.paths import project_root

# A word after a small letter or a comma; so none that begins a sentence.
_WITHIN = re.compile(r"(?<=[a-zà-ÿ,;’'] )[^\W\d_]+")
_PAGES = 5  # pages from which on a language counts as known
_CONTESTED = 2.0
_FOLDS = 5
_LINES = 3  # lines that a feature must stand in
_PENALTY = 0.2  # the inverse strength of the penalty on great weights (C)
_PENALTY_AGAIN = 0.1
_MOST = 300  # characters beyond which a long line counts no more


@dataclass
class _Lines:
    """The lines of a labelled page: features, whether they are dropped, how much they count."""

    page: Page
    features: list[dict[str, float]]
    dropped: list[bool]
    weights: list[float]


def learn(pages: Sequence[LabelledPage], contested: Sequence[LabelledPage] = ()) -> Weights:
    """Return the weights that the lines of ``pages`` give; those of ``contested`` count double.

    A line weighs the root of its characters: half-way between lines, which are what is judged, and
    characters, which are what is scored. Names don't count: they would teach the event that the
    pages are about instead of what pages are like. What the second judgement sees of the first is,
    in learning, that of weights learnt without the page.
    """
    read = [_read(page) for page in pages] + [_read(page, _CONTESTED) for page in contested]
    names = _names(read)
    first = _fit(read, _PENALTY, names)
    for fold in range(_FOLDS):
        others = _fit(
            [lines for n, lines in enumerate(read) if n % _FOLDS != fold], _PENALTY, names
        )
        for lines in read[fold::_FOLDS]:
            judged = [weigh(features, others) for features in lines.features]
            for features, around in zip(
                lines.features, looks_again(lines.page, judged), strict=True
            ):
                features.update(around)
    again = _fit(read, _PENALTY_AGAIN, names)
    languages = Counter(page.language for page in pages)
    return Weights(frozenset(code for code, n in languages.items() if n >= _PAGES), first, again)


def _read(page: LabelledPage, counts: float = 1.0) -> _Lines:
    lines = split_lines(page.raw)
    read = Page(page.raw, page.language, lines)
    dropped = [_is_dropped(page, line.start, line.end) for line in lines]
    weights = [counts * min(len(line.text), _MOST) ** 0.5 for line in lines]
    return _Lines(read, looks(read), dropped, weights)


def _fit(read: Sequence[_Lines], penalty: float, names: Sequence[str]) -> dict[str, float]:
    """Return the weights of a logistic regression, without those that round to nothing."""
    rows = [features for lines in read for features in lines.features]
    seen = Counter(name for row in rows for name in row)
    for name in names:
        seen[f"“{name}”"] = seen[f"first “{name}”"] = 0
    vectors = DictVectorizer()
    table = vectors.fit_transform(
        [{name: row[name] for name in row if seen[name] >= _LINES} for row in rows]
    )
    model = LogisticRegression(C=penalty, max_iter=5000, tol=1e-6)
    model.fit(
        table,
        [dropped for lines in read for dropped in lines.dropped],
        sample_weight=[weight for lines in read for weight in lines.weights],
    )
    found = {BIAS: round(float(model.intercept_[0]), 3)}
    for name, weight in zip(vectors.feature_names_, model.coef_[0], strict=True):
        if round(float(weight), 3):
            found[name] = round(float(weight), 3)
    return found


def _names(read: Sequence[_Lines]) -> list[str]:
    """Return the words that stand capitalised within sentences more often than not."""
    written: Counter[str] = Counter()
    capitalised: Counter[str] = Counter()
    for lines in read:
        for line in lines.page.lines:
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


def learn_from(gold: Path) -> Weights:
    """Return the weights that the labelled pages and contested contexts of ``gold`` give."""
    return learn(read_pages(gold / "pages"), read_contexts(gold / "contexts.txt"))


def main(arguments: list[str]) -> None:
    """Learn from the gold folder in ``arguments`` (default: the project's); write the weights."""
    gold = Path(arguments[0]) if arguments else project_root() / "codebook" / "gold"
    write_weights(learn_from(gold), Path(arguments[1]) if arguments[1:] else WEIGHTS)


if __name__ == "__main__":
    main(sys.argv[1:])
