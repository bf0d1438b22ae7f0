"""The table of entities, and the rows that the codebook lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd
import yaml

from crosscheck import tables
from crosscheck.extract.entities.gazetteer import Gazetteer
from crosscheck.extract.records import Mention

_Mentions = Mapping[str, Sequence[Mention]]


def entities_table(mentions_by_doc: _Mentions, gazetteer: Gazetteer) -> pd.DataFrame:
    """Return table ``entities``: one row an entity, the most widely named first.

    Name, label and Wikidata id are the codebook's; of an entity that it lacks, the longest form
    among the most frequent, and no Wikidata id.
    """
    rows = []
    for entity_id, (names, labels, documents) in _collected(mentions_by_doc).items():
        known = gazetteer.rows.get(entity_id)
        rows.append(
            {
                "entity_id": entity_id,
                "name": known.name if known else _best(names),
                "label": known.label if known else min(labels, key=lambda x: (-labels[x], x)),
                "wikidata": known.wikidata if known else None,
                "mentions": sum(names.values()),
                "documents": len(documents),
            }
        )
    table = tables.frame("entities", rows)
    order = ["documents", "mentions", "entity_id"]
    return table.sort_values(order, ascending=[False, False, True], ignore_index=True)


def unlinked_rows(mentions_by_doc: _Mentions, gazetteer: Gazetteer) -> str:
    """Return codebook rows (YAML, to paste under ``entities:``) for what the codebook lacks.

    Each row's note says how often and in which sources the name stands, for the person who
    reviews it. Empty when nothing is missing.
    """
    rows = []
    for entity_id, (names, labels, documents) in sorted(_collected(mentions_by_doc).items()):
        if entity_id in gazetteer.rows:
            continue
        name = _best(names)
        row: dict[str, object] = {
            "id": entity_id.partition(":")[2] or entity_id,
            "name": name,
            "label": min(labels, key=lambda x: (-labels[x], x)),
        }
        others = sorted(set(names) - {name})
        if others:
            row["aliases"] = {"en": others}
        row["note"] = f"named {sum(names.values())} times in {', '.join(sorted(documents))}"
        rows.append(row)
    if not rows:
        return ""
    text = yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, width=96)
    return "".join(f"  {line}\n" for line in text.splitlines())


def _collected(
    mentions_by_doc: _Mentions,
) -> dict[str, tuple[Counter[str], Counter[str], set[str]]]:
    found: dict[str, tuple[Counter[str], Counter[str], set[str]]] = {}
    for doc_id, mentions in mentions_by_doc.items():
        for mention in mentions:
            names, labels, documents = found.setdefault(
                mention.entity_id, (Counter(), Counter(), set())
            )
            names[mention.text] += 1
            labels[mention.label] += 1
            documents.add(doc_id)
    return found


def _best(names: Counter[str]) -> str:
    """Return the longest name, the most frequent of equals, the first by alphabet of those."""
    return min(names, key=lambda name: (-len(name), -names[name], name))
