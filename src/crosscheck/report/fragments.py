"""The parts of the report that are made from the tables, by name."""

from __future__ import annotations

from collections.abc import Callable

import yaml

from crosscheck.paths import Paths
from crosscheck.report.accuracy import accuracy
from crosscheck.report.appendix import appendix
from crosscheck.report.cleaning import cleaning
from crosscheck.report.colophon import colophon
from crosscheck.report.comparison import agreements, comparison, conflicts
from crosscheck.report.entities import entities
from crosscheck.report.evidence import Evidence
from crosscheck.report.framing import framing
from crosscheck.report.numbers import numbers
from crosscheck.report.quotations import quotations
from crosscheck.report.reuse import reuse
from crosscheck.report.sources import sources
from crosscheck.report.summary import summary
from crosscheck.report.tables_in_full import tables_in_full
from crosscheck.report.timeline import timeline
from crosscheck.report.uncoded import uncoded
from crosscheck.report.values import values

# The appendix comes last: it makes the anchors of all that the others cite.
PARTS: dict[str, Callable[[Evidence], str]] = {
    "summary": summary,
    "sources": sources,
    "cleaning": cleaning,
    "entities": entities,
    "timeline": timeline,
    "numbers": numbers,
    "quotations": quotations,
    "comparison": comparison,
    "agreements": agreements,
    "conflicts": conflicts,
    "uncoded": uncoded,
    "reuse": reuse,
    "framing": framing,
    "accuracy": accuracy,
    "colophon": colophon,
    "tables": tables_in_full,
    "appendix": appendix,
}


def fragments(paths: Paths) -> tuple[dict[str, str], str]:
    """Return each part's Markdown by name, and the values of the prose as YAML."""
    evidence = Evidence(paths)
    written = {name: part(evidence) for name, part in PARTS.items()}
    said = yaml.safe_dump(values(evidence), allow_unicode=True, sort_keys=True)
    return written, said
