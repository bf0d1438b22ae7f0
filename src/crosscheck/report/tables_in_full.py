"""The tables that the main text has no room for, each under a heading of its own."""

from __future__ import annotations

from crosscheck.report.colophon import hashes
from crosscheck.report.comparison import questions
from crosscheck.report.entities import more_entities
from crosscheck.report.evidence import Evidence
from crosscheck.report.framing import in_context, terms
from crosscheck.report.markdown import paragraphs
from crosscheck.report.numbers import more_numbers
from crosscheck.report.quotations import more_quotations
from crosscheck.report.timeline import more_dates
from crosscheck.report.uncoded import uncoded_in_full

_PARTS = (
    ("Questions and answers", "questions", questions),
    ("Claims without a question", "uncoded", uncoded_in_full),
    ("Names", "names", more_entities),
    ("Dates", "dates", more_dates),
    ("Amounts", "amounts", more_numbers),
    ("Quotations", "quotations", more_quotations),
    ("Terms", "framing", terms),
    ("Terms in context", "terms", in_context),
    ("Fingerprints", "hashes", hashes),
)


def tables_in_full(evidence: Evidence) -> str:
    """Return the tables in full; a part without rows is left out."""
    told = []
    for title, name, part in _PARTS:
        body = part(evidence)
        if body:
            told.append(f"## {title} {{#sec-full-{name}}}\n\n{body}")
    return paragraphs(*told)
