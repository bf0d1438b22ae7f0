"""The values that the report's own prose is bound to, as ``{{< var sources.count >}}``."""

from __future__ import annotations

from collections import Counter

from crosscheck.report.answers import value_words, variable_of
from crosscheck.report.evidence import Evidence
from crosscheck.report.wording import capital, counted, number_word, percent, plain_number

UNKNOWN = "a day or number that the sources leave open"


def values(evidence: Evidence) -> dict[str, dict[str, str]]:
    """Return section → name → what it says, in words or digits as prose has them."""
    documents, blocks = evidence.documents, evidence.records("blocks")
    ink = sum(len("".join(row["text"].split())) for row in blocks)
    lost = sum(len("".join(row["text"].split())) for row in blocks if not row["kept"])
    verdicts = Counter(row["verdict"] for row in evidence.records("verdicts"))
    best = {
        row["variable"]: value_words(evidence, variable_of(evidence, row["variable"]), row["best"])
        for row in evidence.records("verdicts")
        if row["best"]
    }
    asked = {
        variable.name: best.get(variable.name, UNKNOWN) for variable in evidence.codebook.variables
    }
    said: dict[str, dict[str, str]] = {
        "sources": {
            "count": number_word(len(documents)),
            "counted": counted(len(documents), "source"),
            "Counted": capital(counted(len(documents), "source")),
            "characters": plain_number(sum(row["chars"] for row in documents)),
            "dropped": percent(lost / ink if ink else 0.0),
        },
        "found": {
            name: plain_number(len(evidence.table(name)))
            for name in ("mentions", "entities", "dates", "quantities", "quotes", "claims",
                         "answers", "reuse")
        },
        "best": asked,
        "questions": {
            "counted": counted(sum(verdicts.values()), "question"),
            **{name: number_word(verdicts[name]) for name in ("agree", "compatible",
               "different_scope", "conflict", "single_source", "silent")},
        },
    }  # fmt: skip
    return said
