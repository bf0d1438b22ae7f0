"""Ours beside dateparser's search and quantulum3, on the coder's own English sentences, in one run.

The sentences are those our rules were made with, so ours is a ceiling, not an estimate; the others
are used as their documentation says. Values are compared where the spans overlap: a date's day (or
month, or year), a quantity's lowest number. textacy's quotations need a trained tagger, which this
project does not ask for, so they are left out.
"""

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from articles import ROOT
from dateparser.search import search_dates
from quantulum3 import parser

from crosscheck.evaluate.gold import sentence_gold
from crosscheck.evaluate.score import score
from crosscheck.extract.article import Article
from crosscheck.extract.pipeline import Extractor, load_gazetteer

GOLD = Path(ROOT / "codebook" / "gold")
Case = dict[str, Any]
Find = Callable[[Case], Sequence[dict[str, Any]]]


def with_dateparser(case: Case) -> list[dict[str, Any]]:
    # A publication known to the month or the year only begins with it.
    base = ((case["published"] or "2022-08-16") + "-01-01")[:10]
    settings = {"RELATIVE_BASE": datetime.fromisoformat(base)}
    rows, position = [], 0
    for text, value in search_dates(case["text"], languages=["en"], settings=settings) or []:
        start = case["text"].find(text, position)
        position = start + len(text)
        rows.append({"start": start, "end": position, "value": value.date().isoformat()})
    return rows


def with_quantulum(case: Case) -> list[dict[str, Any]]:
    found = parser.parse(case["text"])
    return [{"start": q.span[0], "end": q.span[1], "value": float(q.value)} for q in found]


def measure(name: str, find: Find, cases: Sequence[Case], same: Callable[..., bool]) -> None:
    rows = []
    find(cases[0])  # language data is read once, by whoever needs it first
    begun = time.perf_counter()
    for case in cases:
        rows += [{"doc_id": case["id"], **row} for row in find(case)]
    took = 1000 * (time.perf_counter() - begun) / len(cases)
    gold = [row for case in cases for row in case["rows"]]
    result = score(rows, gold, fields=("value",), same=same)
    print(f"  {name:12} F1 {result.f1:.3f}  P {result.precision:.3f}  R {result.recall:.3f}  "
          f"{took:7.2f} ms a sentence")  # fmt: skip


def amount(row: dict[str, Any]) -> float | None:
    """Return the number to compare: the low bound, or the high one where there is no low."""
    return row.get("high") if row.get("low") is None else row.get("low")


def main() -> None:
    extractor = Extractor(load_gazetteer(ROOT / "codebook"))

    def ours(layer: str) -> Find:
        def find(case: Case) -> list[dict[str, Any]]:
            basis = "stated" if case["published"] else "unknown"
            published = case["published"]
            article = Article.of(case["text"], published=published, published_basis=basis)
            rows = [record._asdict() for record in getattr(extractor(article), layer)]
            return [row | {"value": row.get("value", amount(row))} for row in rows]

        return find

    dates = [c for c in sentence_gold(GOLD, "dates") if c["language"] == "en"]
    print(f"dates, {sum(len(c['rows']) for c in dates)} in {len(dates)} sentences")
    prefix = lambda _, a, b: bool(a and b) and str(a)[:10].startswith(str(b)[:10])  # noqa: E731
    measure("crosscheck", ours("dates"), dates, lambda _, a, b: a == b)
    measure("dateparser", with_dateparser, dates, prefix)
    quantities = [c for c in sentence_gold(GOLD, "quantities") if c["language"] == "en"]
    for case in quantities:
        for row in case["rows"]:
            row["value"] = amount(row)
    print(f"quantities, {sum(len(c['rows']) for c in quantities)} in {len(quantities)} sentences")
    measure("crosscheck", ours("quantities"), quantities, lambda _, a, b: a == b)
    measure("quantulum3", with_quantulum, quantities, lambda _, a, b: a == b)


if __name__ == "__main__":
    main()
