"""Ours beside dateparser, quantulum3 and textacy, on the coder's own English sentences, in one run.

The sentences are those our rules were made with, so ours is a ceiling, not an estimate; the others
are used as their documentation says. Values are compared where the spans overlap: a date's day (or
month, or year), a quantity's lowest number; quotations by overlap alone. Of ours the layer itself
is timed, from the bare text; for quantities and quotations that is everything they need. textacy's
quotations need a trained tagger, so they are measured where en_core_web_sm is installed.
"""

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import spacy
from articles import ROOT
from dateparser.search import search_dates
from quantulum3 import classifier, parser
from spacy.language import Language
from textacy.extract import direct_quotations

from crosscheck.evaluate.gold import sentence_gold
from crosscheck.evaluate.layers import ANY_OVERLAP, QUOTE_OVERLAP
from crosscheck.evaluate.score import score
from crosscheck.extract.article import Article, make_doc
from crosscheck.extract.pipeline import Extractor, load_gazetteer

RUNS = 3
MARKS = "\"'“”‘’«» "
# Its classifier of units was pickled with a scikit-learn that is gone; only numbers are compared.
classifier.USE_CLF = False
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


def with_textacy(nlp: Language) -> Find:
    def find(case: Case) -> list[dict[str, Any]]:
        rows = []
        for triple in direct_quotations(nlp(case["text"])):
            said, first = triple.content.text, triple.content.start_char
            bare = said.strip(MARKS)
            start = first + len(said) - len(said.lstrip(MARKS))
            rows.append({"start": start, "end": start + len(bare)})
        return rows

    return find


def measure(
    name: str,
    find: Find,
    cases: Sequence[Case],
    same: Callable[..., bool] | None = None,
    fields: tuple[str, ...] = ("value",),
) -> float:
    """Print the score and the time a sentence of one program; return the time.

    The best of three runs, so that what a program reads or compiles once is not counted.
    """
    took = float("inf")
    for _ in range(RUNS):
        begun = time.perf_counter()
        found = [find(case) for case in cases]
        took = min(took, 1000 * (time.perf_counter() - begun) / len(cases))
    rows = [{"doc_id": case["id"], **row} for case, some in zip(cases, found, strict=True)
            for row in some]  # fmt: skip
    gold = [row for case in cases for row in case["rows"]]
    overlap = ANY_OVERLAP if fields else QUOTE_OVERLAP
    result = score(rows, gold, fields=fields, same=same, overlap=overlap)
    print(f"  {name:12} F1 {result.f1:.3f}  P {result.precision:.3f}  R {result.recall:.3f}  "
          f"{took:7.2f} ms a sentence")  # fmt: skip
    return took


def amount(row: dict[str, Any]) -> float | None:
    """Return the number to compare: the low bound, or the high one where there is no low."""
    return row.get("high") if row.get("low") is None else row.get("low")


def english(layer: str) -> list[Case]:
    """Return the English sentences of a layer, and say how many."""
    cases = [case for case in sentence_gold(GOLD, layer) if case["language"] == "en"]
    print(f"{layer}, {sum(len(case['rows']) for case in cases)} in {len(cases)} sentences")
    return cases


def main() -> None:
    extractor = Extractor(load_gazetteer(ROOT / "codebook"))

    def article(case: Case) -> Article:
        basis = "stated" if case.get("published") else "unknown"
        return Article.of(case["text"], published=case.get("published"), published_basis=basis)

    def our_dates(case: Case) -> list[dict[str, Any]]:
        found = extractor.dates(make_doc(extractor.nlp, article(case)))
        return [date._asdict() for date in found]

    def our_quantities(case: Case) -> list[dict[str, Any]]:
        rows = [record._asdict() for record in extractor(article(case)).quantities]
        return [row | {"value": amount(row)} for row in rows]

    def our_quotes(case: Case) -> list[dict[str, Any]]:
        doc = make_doc(extractor.nlp, article(case))
        return [quote._asdict() for quote in extractor.quotes(doc, extractor.entities(doc))]

    dates = english("dates")
    prefix = lambda _, a, b: bool(a and b) and str(a)[:10].startswith(str(b)[:10])  # noqa: E731
    equal = lambda _, a, b: a == b  # noqa: E731
    ours = measure("crosscheck", our_dates, dates, equal)
    theirs = measure("dateparser", with_dateparser, dates, prefix)
    print(f"  {theirs / ours:.1f} times as fast as dateparser's search (bar 10)")
    quantities = english("quantities")
    for case in quantities:
        for row in case["rows"]:
            row["value"] = amount(row)
    measure("crosscheck", our_quantities, quantities, equal)
    measure("quantulum3", with_quantulum, quantities, equal)
    quotes = english("quotes")
    measure("crosscheck", our_quotes, quotes, fields=())
    try:
        measure("textacy", with_textacy(spacy.load("en_core_web_sm")), quotes, fields=())
    except OSError as missing:
        print(f"  textacy      not measured: {str(missing).splitlines()[0]}")


if __name__ == "__main__":
    main()
