"""Which words does a source prefer? Log-odds of each framing term, one source against the rest.

The measure is the log-odds ratio with an informative Dirichlet prior of Monroe, Colaresi and Quinn,
“Fightin' Words” (Political Analysis 16, 2008): the whole corpus is the prior, and the interval is
that of the normal approximation they give.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log

import numpy as np
import numpy.typing as npt
import pandas as pd

from crosscheck import tables
from crosscheck.compare.words import count_words

Floats = npt.NDArray[np.float64]
_Z = 1.959964
# Fewer uses than this in the whole corpus say nothing about anybody's preference.
_FEWEST = 4
# Preferences smaller than this factor are not worth telling apart.
_ALIKE = log(3)
# Leave-one-out over a large corpus leaves out the sources that use the terms most.
_LEFT_OUT = 50


def framing_table(
    sentences: pd.DataFrame, concordance: pd.DataFrame, *, prior_strength: float = 500.0
) -> pd.DataFrame:
    """Return table ``framing``: one row a source and term that any source uses.

    ``sentences`` (kept text) gives the sources and their length in words, ``concordance`` the uses
    of terms; ``prior_strength`` is how many words of prior the whole corpus stands for. ``rate``
    is per 1,000 words; ``log_odds`` is natural, positive where the source uses the term more than
    the others, with its 95 % interval (null where there is no other text); ``finding`` says what
    the interval lets one say.
    """
    counts = _Counts.of(sentences, concordance)
    if not counts.terms or not counts.documents:
        return tables.frame("framing", [])
    odds, low, high = counts.log_odds(prior_strength)
    findings = _findings(low, high, counts.uses.sum(axis=0))
    quoted = Counter(zip(*(concordance.loc[concordance["quoted"], c] for c in _USE), strict=True))
    rows = [
        {
            "doc_id": doc_id,
            "group": group,
            "term": term,
            "count": int(counts.uses[i, j]),
            "rate": 1000 * counts.uses[i, j] / counts.words[i],
            "log_odds": odds[i, j],
            "low": low[i, j],
            "high": high[i, j],
            "quoted": quoted[doc_id, group, term],
            "words": int(counts.words[i]),
            "finding": findings[i, j],
        }
        for i, doc_id in enumerate(counts.documents)
        for j, (group, term) in enumerate(counts.terms)
    ]
    return tables.frame("framing", rows)


def stability(
    sentences: pd.DataFrame, concordance: pd.DataFrame, *, prior_strength: float = 500.0
) -> pd.DataFrame:
    """Return table ``stability``: does a preference hold when another source is left out?

    Arguments are those of :func:`framing_table`, and so are the rows. ``low`` and ``high`` are the
    extremes of ``log_odds`` when each other source (of a large corpus, each of the fifty that use
    the terms most) is left out in turn; ``without`` is the first one whose absence changes the
    finding, null where ``stable``.
    """
    counts = _Counts.of(sentences, concordance)
    if not counts.terms or not counts.documents:
        return tables.frame("stability", [])
    odds, low, high = counts.log_odds(prior_strength)
    findings = _findings(low, high, counts.uses.sum(axis=0))
    lowest, highest = odds.copy(), odds.copy()
    without = np.full(odds.shape, -1)
    most = np.argsort(-counts.uses.sum(axis=1), kind="stable")[:_LEFT_OUT]
    for left_out in sorted(most.tolist()):
        rest = counts.without(left_out)
        again, again_low, again_high = rest.log_odds(prior_strength)
        changed = _findings(again_low, again_high, rest.uses.sum(axis=0)) != findings
        others = np.arange(len(counts.documents)) != left_out
        lowest[others] = np.fmin(lowest, again)[others]
        highest[others] = np.fmax(highest, again)[others]
        first = changed & others[:, None] & (without < 0)
        without[first] = left_out
    rows = [
        {
            "doc_id": doc_id,
            "group": group,
            "term": term,
            "log_odds": odds[i, j],
            "low": lowest[i, j],
            "high": highest[i, j],
            "stable": bool(without[i, j] < 0),
            "without": counts.documents[without[i, j]] if without[i, j] >= 0 else None,
        }
        for i, doc_id in enumerate(counts.documents)
        for j, (group, term) in enumerate(counts.terms)
    ]
    return tables.frame("stability", rows)


_USE = ("doc_id", "group", "term")


@dataclass(frozen=True)
class _Counts:
    """Uses of each term by each source, and the words of each source."""

    documents: list[str]
    terms: list[tuple[str, str]]
    uses: Floats
    words: Floats

    @classmethod
    def of(cls, sentences: pd.DataFrame, concordance: pd.DataFrame) -> _Counts:
        words: Counter[str] = Counter()
        for doc_id, text in zip(sentences["doc_id"], sentences["text"], strict=True):
            words[doc_id] += count_words(text)
        documents = [doc_id for doc_id, count in words.items() if count]
        uses = Counter(zip(*(concordance[column] for column in _USE), strict=True))
        terms = sorted({(group, term) for _, group, term in uses})
        table = [[uses[doc_id, *term] for term in terms] for doc_id in documents]
        return cls(
            documents,
            terms,
            np.array(table, dtype=float).reshape(len(documents), len(terms)),
            np.array([words[doc_id] for doc_id in documents], dtype=float),
        )

    def without(self, left_out: int) -> _Counts:
        """Return the counts as if a source had never written."""
        uses, words = self.uses.copy(), self.words.copy()
        uses[left_out], words[left_out] = 0, 0
        return _Counts(self.documents, self.terms, uses, words)

    def log_odds(self, prior_strength: float) -> tuple[Floats, Floats, Floats]:
        """Return the log-odds ratio of each source and term with the ends of its interval."""
        total, length = self.uses.sum(axis=0), self.words.sum()
        prior = prior_strength * total / max(length, 1)
        rest, rest_length = total - self.uses, length - self.words
        with np.errstate(divide="ignore", invalid="ignore"):
            mine = (self.uses + prior) / (self.words[:, None] + prior_strength - self.uses - prior)
            theirs = (rest + prior) / (rest_length[:, None] + prior_strength - rest - prior)
            odds = np.log(mine) - np.log(theirs)
            error = _Z * np.sqrt(1 / (self.uses + prior) + 1 / (rest + prior))
        odds[~np.isfinite(odds) | (rest_length <= 0)[:, None]] = np.nan
        return odds, odds - error, odds + error


def _findings(low: Floats, high: Floats, uses: Floats) -> npt.NDArray[np.str_]:
    """Say what each interval lets one say: more, less, alike, or that the text is too little."""
    found = np.full(low.shape, "too_little")
    found[(low > -_ALIKE) & (high < _ALIKE)] = "alike"
    found[low > 0] = "more"
    found[high < 0] = "less"
    found[:, uses < _FEWEST] = "too_little"
    return found
