"""Where do the sources agree, and where do they contradict each other?

Support is counted twice: sources, and independent sources, where those that share the copy on which
the answer rests count once. Following the practice of the Uppsala Conflict Data Program the lowest,
the best and the highest value are all shown, nothing is averaged, and the rule that picked the best
is named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from crosscheck.codebook.coding import Codebook
from crosscheck.codebook.variables import Variable
from crosscheck.compare.reuse_groups import SharedCopy
from crosscheck.compare.values_relate import Value
from crosscheck.compare.verdicts_best import extremes, pick_best
from crosscheck.compare.verdicts_explain import explain
from crosscheck.compare.verdicts_given import Given
from crosscheck.compare.verdicts_judge import judge
from crosscheck.tables import frame


def compare_answers(
    answers: pd.DataFrame,
    codebook: Codebook,
    reuse: pd.DataFrame,
    *,
    names: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """Return table ``verdicts``: one row a variable, in the order of the codebook.

    ``answers`` and ``reuse`` are the tables of these names; ``names`` says how the explanation
    calls each source, in the order of the sources (default: "source 1", "source 2" in the order of
    their ids). ``low``, ``best`` and ``high`` are values as in the answers, dates of a set joined
    by "; "; ``rule`` names what picked ``best``, which is null where nothing decides.
    """
    if names is None:
        documents = sorted(set(answers["doc_id"]))
        names = {doc_id: f"source {number}" for number, doc_id in enumerate(documents, start=1)}
    copy = SharedCopy(reuse)
    found = _given(answers, names)
    return frame(
        "verdicts",
        [_verdict(variable, found.get(variable.name, []), copy, codebook, names)
         for variable in codebook.variables],
    )  # fmt: skip


def _given(answers: pd.DataFrame, names: Mapping[str, str]) -> dict[str, list[Given]]:
    """Return the answers by variable, in the order of the sources."""
    rank = {doc_id: number for number, doc_id in enumerate(names)}
    found: dict[str, list[Given]] = defaultdict(list)
    columns = ("variable", "doc_id", "start", "end", "text", "value", "low", "high", "qualifier",
               "place", "period", "as_of")  # fmt: skip
    series = [answers[name].astype(object).where(answers[name].notna(), None) for name in columns]
    for (
        variable,
        doc_id,
        start,
        end,
        text,
        value,
        low,
        high,
        qualifier,
        place,
        period,
        as_of,
    ) in zip(*series, strict=True):
        said = Value(value, low, high, qualifier, (place,) if place else (), period, as_of)
        found[variable].append(Given(doc_id, int(start), int(end), text, said))
    for some in found.values():
        some.sort(key=lambda given: (rank.get(given.doc_id, len(rank)), given.start))
    return found


def _verdict(
    variable: Variable,
    given: Sequence[Given],
    copy: SharedCopy,
    codebook: Codebook,
    names: Mapping[str, str],
) -> dict[str, Any]:
    """Return the row of one variable."""
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for one in given:
        spans[one.doc_id].append((one.start, one.end))
    groups = copy.groups(spans, spans)
    judgement = judge(variable, given, codebook.part_of)
    low, high = extremes(variable, given)
    best, rule = pick_best(variable, given, judgement, groups, codebook.part_of)
    return {
        "variable": variable.name,
        "verdict": judgement.verdict,
        "sources": len(spans),
        "independent": len(set(groups.values())),
        "low": low,
        "best": best,
        "high": high,
        "explanation": explain(
            variable, given, judgement, groups, names=names, places=codebook.place_labels
        ),
        "rule": rule,
    }
