"""The scores against the hand coding, and the gate under which they must not fall."""

import csv
from functools import cache
from pathlib import Path

import pytest
import spacy

from crosscheck.codebook.entities import read_gazetteer
from crosscheck.evaluate.gold import sentence_gold, source_gold
from crosscheck.evaluate.score import score
from crosscheck.extract.article import Article, Passage, make_doc
from crosscheck.extract.dates import DateFinder
from crosscheck.extract.entities import EntityFinder, Gazetteer
from crosscheck.extract.quantities import QuantityFinder

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "codebook" / "gold"
VALUE = ("low", "high")
GATES = {
    # corpus, fields: F1 at least
    ("sources", VALUE): 0.97,
    ("sources", (*VALUE, "qualifier", "unit")): 0.97,
    ("sources", ("counted",)): 0.95,
    ("sources", ("place",)): 0.95,
    ("sources", ("as_of",)): 0.95,
    ("sentences", VALUE): 0.97,
    ("sentences", (*VALUE, "qualifier", "unit")): 0.97,
    ("sentences", ("counted",)): 0.95,
}


def sources():
    with (GOLD / "blocks.csv").open(encoding="utf-8", newline="") as file:
        blocks = [row for row in csv.DictReader(file) if row["kept"] == "true"]
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        raw = path.read_bytes().decode("utf-8")
        spans = [(int(b["start"]), int(b["end"])) for b in blocks if b["doc_id"] == path.stem]
        passages = [
            Passage(number, start, end, raw[start:end], "paragraph", "en")
            for number, (start, end) in enumerate(spans)
        ]
        yield Article.of(raw, doc_id=path.stem, published="2022-08-16", passages=passages)


@cache
def read(corpus):
    """Return what was found and what the coder found in "sources" or in "sentences"."""
    if corpus == "sources":
        articles = list(sources())
        gold = source_gold(GOLD, "quantities", {one.doc_id: one.raw for one in articles})
    else:
        coded = sentence_gold(GOLD, "quantities")
        articles = [
            Article.of(one["text"], doc_id=one["id"], language_code=one["language"])
            for one in coded
        ]
        gold = [row for one in coded for row in one["rows"]]
    nlp, dates, quantities = spacy.blank("en"), DateFinder(), QuantityFinder()
    entities = EntityFinder(Gazetteer(read_gazetteer(ROOT / "codebook" / "entities.yml")))
    found = []
    for article in articles:
        doc = make_doc(nlp, article)
        rows = quantities(doc, dates(doc), entities(doc))
        found += [{"doc_id": article.doc_id, **row._asdict()} for row in rows]
    return found, gold


@pytest.mark.parametrize(("corpus", "fields"), GATES)
def test_scores_do_not_fall(corpus, fields):
    found, gold = read(corpus)
    one = score(found, gold, fields=fields, overlap=0.99)
    assert gold
    assert one.f1 >= GATES[corpus, fields], (one, one.misses, one.spurious)


def test_the_coded_sentences_are_well_formed():
    sentences = sentence_gold(GOLD, "quantities")
    assert len(sentences) >= 100
    assert len({one["id"] for one in sentences}) == len(sentences)
    assert sum(not one["rows"] for one in sentences) >= 15
    assert {one["language"] for one in sentences} == {"en", "fr"}
    for one in sentences:
        assert set(one) <= {"id", "language", "published", "text", "quantities", "rows"}
        for row in one["rows"]:
            assert one["text"][row["start"] : row["end"]] == row["text"]
            assert row.get("low") is not None or row.get("high") is not None
