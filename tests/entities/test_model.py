"""A statistical model of the user fills gaps and overrides nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.util import fix_random_seed

from crosscheck.extract.entities import EntityFinder
from tests.entities.conftest import GAZETTEER, find

# A word that no rule takes for a name, and one that the codebook knows under another label.
LESSONS = [
    ("we ate zarbin today", [(7, 13, "ORG")]),
    ("then zarbin fell", [(5, 11, "ORG")]),
    ("old zarbin and new bread", [(4, 10, "ORG")]),
    ("the Togo team slept", [(4, 8, "PER")]),
    ("near Togo we slept", [(5, 9, "PER")]),
    ("a quiet day", []),
]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Language:
    """A tiny pipeline, trained here, saved and loaded again as a user's would be."""
    fix_random_seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("ner")
    examples = [
        Example.from_dict(nlp.make_doc(text), {"entities": spans}) for text, spans in LESSONS
    ]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(25):
        nlp.update(examples, sgd=optimizer, drop=0.0)
    folder: Path = tmp_path_factory.mktemp("model")
    nlp.to_disk(folder)
    return spacy.load(folder)


def test_fills_gaps_and_never_overrides(model: Language) -> None:
    text = "the Togo team slept. we ate zarbin today"
    plain = find(text)
    both = find(text, finder=EntityFinder(GAZETTEER, model=model))
    assert [m.text for m in plain] == ["Togo"]
    assert [(m.text, m.label, m.rule) for m in both] == [
        ("Togo", "GPE", "codebook"), ("zarbin", "ORG", "model:ORG"),
    ]  # fmt: skip
    assert both[1].entity_id == "org:zarbin"
    assert all(text[m.start : m.end] == m.text for m in both)


def test_labels_of_other_schemes(model: Language) -> None:
    ruler = spacy.blank("en")
    patterns = [
        {"label": "PER", "pattern": "zarbin"},
        {"label": "MISC", "pattern": "bread"},
    ]
    ruler.add_pipe("entity_ruler").add_patterns(patterns)  # type: ignore[attr-defined]
    found = find("zarbin ate bread", finder=EntityFinder(GAZETTEER, model=ruler))
    assert [(m.text, m.label, m.rule) for m in found] == [("zarbin", "PERSON", "model:PER")]
