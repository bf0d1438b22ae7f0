"""What does each source answer to each question of the codebook?

An answer is a claim that fulfils a constraint of the variable. Where several do, the first one
counts, unless a later one says the same more exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any, NamedTuple

import pandas as pd

from crosscheck.codebook.coding import Codebook
from crosscheck.codebook.variables import Category, Variable
from crosscheck.compare.answers_match import Questions, Wanted, questions
from crosscheck.compare.claims_features import Claim
from crosscheck.compare.values import day_of, start_of
from crosscheck.compare.values_relate import Value, precision, same_matter
from crosscheck.tables import frame

_CLOCK = re.compile(r"T\d")


class Candidate(NamedTuple):
    """A claim that may be the answer, with the value that it gives."""

    claim: Claim
    value: Value
    rule: str
    category: Category | None
    fallback: bool = False


def answer_variables(claims: Iterable[Claim], codebook: Codebook) -> pd.DataFrame:
    """Return table ``answers``: rows by source, then in the order of the codebook.

    ``claims`` come source by source. A variable that a source does not answer has no row.
    """
    asked = questions(codebook)
    rows: list[dict[str, Any]] = []
    for doc_id, own in groupby(claims, key=lambda claim: claim.doc_id):
        found: dict[str, list[Candidate]] = {}
        for claim in own:
            for wanted in asked.answered_by(claim):
                value = _value(claim, wanted, asked, codebook)
                if value is not None:
                    found.setdefault(wanted.variable.name, []).append(
                        Candidate(
                            claim, value, wanted.rule, wanted.category, wanted.constraint.fallback
                        )
                    )
        for variable in codebook.variables:
            for answer in choose(variable, found.get(variable.name, []), codebook):
                rows.append(_row(variable, doc_id, answer))
    return frame("answers", rows)


def choose(variable: Variable, candidates: list[Candidate], codebook: Codebook) -> list[Candidate]:
    """Return the answers of one source to one variable among its candidates."""
    firm = [one for one in candidates if not one.fallback]
    if variable.type == "category":
        candidates = _heaviest(variable, firm or candidates)
    chosen: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda one: one.fallback):
        rivals = [
            index
            for index, other in enumerate(chosen)
            if variable.values == "one"
            or same_matter(variable.type, candidate.value, other.value, codebook.part_of)
        ]
        if not rivals:
            if not (candidate.fallback and firm):
                chosen.append(candidate)
            continue
        for index in rivals:
            if _says_more(variable, candidate, chosen[index], codebook):
                chosen[index] = candidate
    unique: dict[tuple[object, ...], Candidate] = {}
    for candidate in chosen:
        unique.setdefault(candidate.value.said, candidate)
    return list(unique.values())


def _says_more(
    variable: Variable, candidate: Candidate, other: Candidate, codebook: Codebook
) -> bool:
    """Tell whether a later claim says the same as an earlier one, more exactly."""
    part_of = codebook.part_of
    kind, one, two = variable.type, candidate.value, other.value
    finer = precision(kind, one, part_of) < precision(kind, two, part_of)
    return finer and same_matter(kind, one, two, part_of)


def _heaviest(variable: Variable, candidates: list[Candidate]) -> list[Candidate]:
    """Return the candidates of the category that counts; of several if the variable lets it."""
    if not candidates or variable.values == "several":
        return candidates
    top = max(candidate.category.weight for candidate in candidates if candidate.category)
    heavy = [one for one in candidates if one.category and one.category.weight == top]
    if variable.tie and len({one.value.value for one in heavy}) > 1:
        tied = heavy[0].value._replace(value=variable.tie)
        return [heavy[0]._replace(value=tied, rule=f"{variable.name} {variable.tie}")]
    return heavy[:1]


def _value(claim: Claim, wanted: Wanted, asked: Questions, codebook: Codebook) -> Value | None:
    """Return the value that a claim gives to a variable, with its scope; None if it gives none."""
    said = _said(claim, wanted, asked, codebook)
    if said is None:
        return None
    return said._replace(place=claim.place_ids, period=claim.period, as_of=claim.as_of)


def _said(claim: Claim, wanted: Wanted, asked: Questions, codebook: Codebook) -> Value | None:
    """Return the bare value, in the terms of the variable's type."""
    kind, value, qualifier = wanted.variable.type, claim.value, claim.qualifier
    if kind == "number":
        return Value(None, claim.low, claim.high, qualifier)
    if wanted.category is not None:
        return Value(wanted.category.value)
    if value is None or (kind == "time" and not _CLOCK.search(value)):
        return None
    if kind in ("place", "actor"):
        if wanted.variable.grain == "within":
            value = asked.within(value, wanted.constraint.within) or value
        return Value(codebook.name_of(value) or claim.text)
    if kind == "date":
        value = day_of(start_of(value))
        if not value.strip("."):  # the hour of an unknown day, or a time without a beginning
            return None
    elif kind == "duration" and claim.role == "by":
        qualifier = qualifier or "at_most"
    return Value(value, qualifier=qualifier)


def _row(variable: Variable, doc_id: str, answer: Candidate) -> dict[str, Any]:
    claim, value = answer.claim, answer.value
    return {
        "variable": variable.name, "doc_id": doc_id, "claim_id": claim.claim_id,
        "value": value.value, "low": value.low, "high": value.high,
        "qualifier": value.qualifier, "start": claim.start, "end": claim.end,
        "text": claim.text, "rule": answer.rule, "place": claim.place,
        "period": claim.period, "as_of": claim.as_of, "speaker": claim.speaker,
    }  # fmt: skip
