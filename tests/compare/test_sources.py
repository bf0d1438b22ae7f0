"""The five sources: answers against the hand coding, verdicts against an own coding of them."""

import pytest

from crosscheck.clean import clean_corpus, read_corpus
from crosscheck.codebook.coding import read_coder
from crosscheck.compare.agreement import coder_agreement, disagreements
from crosscheck.compare.answers import answer_variables
from crosscheck.compare.claims import claim_rows, find_claims
from crosscheck.compare.reuse import find_reuse
from crosscheck.compare.uncoded import uncoded_claims
from crosscheck.compare.verdicts import compare_answers
from crosscheck.extract.corpus import layer_table, with_shared_dates
from crosscheck.extract.pipeline import articles_from
from crosscheck.tables import frame
from tests.compare.conftest import FOLDER, ROOT

# What a reader of the five sources finds: verdict, sources, independent ones.
VERDICTS = {
    "announcement_date": ("compatible", 4, 4),
    "announced_timeline": ("single_source", 1, 1),
    "completion_date": ("agree", 2, 1),
    "completion_time": ("agree", 2, 1),
    "french_presence_since": ("compatible", 3, 3),
    "barkhane_launched": ("single_source", 1, 1),
    "mission_duration": ("compatible", 3, 3),
    "troops_mali_at_announcement": ("agree", 2, 2),
    "troops_sahel_before": ("single_source", 1, 1),
    "troops_sahel_peak": ("single_source", 1, 1),
    "troops_sahel_after": ("single_source", 1, 1),
    "troops_niger_after": ("compatible", 2, 2),
    "troops_chad": ("single_source", 1, 1),
    "special_forces_niger_border": ("single_source", 1, 1),
    "french_deaths_sahel": ("conflict", 2, 2),
    "french_deaths_mali": ("single_source", 1, 1),
    "jihadists_killed_total": ("single_source", 1, 1),
    "jihadists_neutralised_liptako": ("single_source", 1, 1),
    "civilians_killed": ("different_scope", 2, 2),
    "coup_dates": ("compatible", 3, 3),
    "redeployment_destination": ("agree", 4, 3),
    "last_base_handed_over": ("single_source", 1, 1),
    "who_initiated": ("conflict", 5, 5),
    "stated_reason": ("compatible", 4, 4),
    "malian_partner": ("compatible", 4, 4),
}


@pytest.fixture(scope="module")
def compared(extractor, codebook):
    """Return (raws, claims, answers, reuse) of the five sources, read as the notebooks do."""
    documents, blocks, sentences = clean_corpus(read_corpus(ROOT / "seeds"))
    read = [extractor(article) for article in articles_from(documents, blocks)]
    reuse = find_reuse(sentences, blocks, layer_table("quotes", read))
    claims = [
        claim
        for one in with_shared_dates(read, reuse, extractor)
        for claim in find_claims(*one, codebook=codebook)
    ]
    raws = {one.article.doc_id: one.article.raw for one in read}
    return raws, claims, answer_variables(claims, codebook), reuse


@pytest.fixture(scope="module")
def coder(compared, codebook):
    return read_coder(FOLDER / "gold" / "answers.csv", codebook.variables, compared[0])


def test_answers_against_the_hand_coding(compared, coder):
    def keys(table):
        columns = ["variable", "doc_id", "value", "low", "high"]
        rows = table[columns].astype(object).where(table[columns].notna(), None)
        return set(rows.itertuples(index=False, name=None))

    found, wanted = keys(compared[2]), keys(coder)
    assert len(found & wanted) >= 0.95 * len(wanted), wanted - found
    assert len(found - wanted) <= 0.05 * len(found), found - wanted


def test_answers_stand_where_the_coder_found_them(compared, coder):
    raws, _, answers, _ = compared
    assert all(raws[row.doc_id][row.start : row.end] == row.text for row in answers.itertuples())
    spans = {(row.variable, row.doc_id): row for row in coder.itertuples()}
    single = answers[~answers["variable"].isin({"coup_dates", "stated_reason", "who_initiated"})]
    apart = [
        (row.variable, row.text)
        for row in single.itertuples()
        if (gold := spans.get((row.variable, row.doc_id))) is not None
        and not (row.start < gold.end and gold.start < row.end)
        and row.text != gold.text
    ]
    assert not apart


def test_verdicts(compared, codebook):
    _, _, answers, reuse = compared
    table = compare_answers(answers, codebook, reuse).set_index("variable")
    found = {
        name: (row["verdict"], row["sources"], row["independent"]) for name, row in table.iterrows()
    }
    assert found == VERDICTS


def test_the_two_that_must_come_out(compared, codebook):
    _, _, answers, reuse = compared
    table = compare_answers(answers, codebook, reuse).set_index("variable")
    deaths = table.loc["french_deaths_sahel", "explanation"]
    assert deaths.startswith("53 (") and " and 58 (" in deaths and "unless" in deaths
    assert table.loc["completion_time", "best"] == "2022-08-15T13:00+02:00"
    assert "count as one source" in table.loc["completion_time", "explanation"]


def test_both_coders(compared, coder, codebook):
    table = coder_agreement(compared[2], coder, codebook.variables, draws=50)
    whole = table[table["type"] == "all"].iloc[0]
    assert whole["percent"] >= 0.95 and whole["alpha"] >= 0.9
    assert (table["percent_low"] <= table["percent"]).all()
    assert len(disagreements(compared[2], coder, codebook.variables)) <= 3


def test_uncoded_claims_are_listed_with_their_like(compared):
    _, claims, answers, _ = compared
    table = frame("claims", claim_rows(claims))
    found = uncoded_claims(table, answers)
    spans = set(zip(answers["doc_id"], answers["start"], answers["end"], strict=True))
    assert not spans & set(zip(found["doc_id"], found["start"], found["end"], strict=True))
    assert not found.duplicated(["doc_id", "start", "end"]).any()
    assert (found.groupby("group")["doc_id"].nunique() == found.groupby("group")["sources"].first()
            ).all()  # fmt: skip
    assert "hundreds" in set(found["text"])
