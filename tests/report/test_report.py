"""The finished report: what it says, that its links lead somewhere, that it needs nothing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pikepdf
import pytest

from crosscheck import tables
from crosscheck.errors import CrosscheckError
from crosscheck.report.answers import cited
from crosscheck.report.prepare import folder_of, prepare_report
from crosscheck.report.render import render_report
from crosscheck.run.get_quarto import quarto_program
from tests.report.conftest import Made
from tests.report.plain import html_words, pdf_words, read
from tests.report.small import REPOSITORY, rows, workbench

needs_quarto = pytest.mark.skipif(quarto_program() is None, reason="Quarto is not installed")


def test_no_link_inside_the_report_is_dead(made: Made) -> None:
    page = read(made.html)
    assert len(page.ids) == len(set(page.ids))
    inside = [target[1:] for target in page.targets if target.startswith("#")]
    assert inside and set(inside) <= set(page.ids)


def test_links_out_of_the_report_lead_to_the_notebook_that_drew_a_figure(made: Made) -> None:
    outside = {target for target in read(made.html).targets if not target.startswith("#")}
    assert outside == {"../notebooks/04_chart.ipynb", "https://www.wikidata.org/wiki/Q1"}
    qmd = (REPOSITORY / "report.qmd").read_text(encoding="utf-8")
    assert "figures/timeline.svg" in qmd


def test_every_answer_leads_to_its_place_and_back(made: Made) -> None:
    parts = made.part("tables") + made.part("conflicts")
    appendix = made.part("appendix")
    order = {"a": 1, "b": 2, "c": 3}
    for answer in rows()["answers"]:
        place = f"s{order[answer['doc_id']]}-{answer['start']}"
        back = f"answer-{answer['variable'].replace('_', '-')}-{place}"
        assert f"(#{place})" in parts and f"#{back}}}" in parts
        assert f"(#{back})" in appendix and f"#{place} " in appendix


@pytest.mark.parametrize("layer", ["quantities", "quotes", "dates", "mentions"])
def test_every_extraction_has_its_place_and_leads_back(made: Made, layer: str) -> None:
    appendix, order = made.part("appendix"), {"a": 1, "b": 2, "c": 3}
    for row in rows()[layer]:
        assert f"#s{order[row['doc_id']]}-{row['start']} " in appendix
    backs = {"quantities": "number-", "quotes": "quote-", "dates": "date-", "mentions": "entity-"}
    assert f"(#{backs[layer]}" in appendix


def test_figures_carry_their_own_words(made: Made) -> None:
    images = read(made.html).images
    assert images == ["A timeline with “one” bar & 2 ends.", "A numbers with “one” bar & 2 ends."]
    assert "There is nothing to draw (map)." in made.html


def test_references_are_numbered_and_linked(made: Made) -> None:
    assert re.search(r'<a href="#tbl-sources" class="quarto-xref">Table\xa01</a>', made.html)
    assert re.search(r'<a href="#sec-appendix" class="quarto-xref">Section\xa013</a>', made.html)
    assert "@tbl-" not in made.html and "@sec-" not in made.html and "@fig-" not in made.html


def test_the_page_is_whole_in_itself(made: Made) -> None:
    assert made.report.html.stat().st_size < 3_000_000
    assert not re.search(r"(?:src|href)=\"https?://(?!www\.wikidata)", made.html)
    assert "<script" not in made.html and "@import" not in made.html


def test_the_pdf_is_tagged_and_has_its_fonts_in_it(made: Made) -> None:
    with pikepdf.open(made.report.pdf) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en"
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.docinfo.get("/Title")) == "Leaving Mali"
        fonts = [one for one in pdf.objects if _is(one, "/FontDescriptor")]
        assert fonts
        assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(one.keys()) for one in fonts)
        described = [str(one.Alt) for one in pdf.objects if _is_figure(one)]
        assert "A timeline with “one” bar & 2 ends." in described


def _is(one: object, kind: str) -> bool:
    return isinstance(one, pikepdf.Dictionary) and one.get("/Type") == kind


def _is_figure(one: object) -> bool:
    return isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure" and "/Alt" in one


def test_html_and_pdf_say_the_same(made: Made) -> None:
    # A PDF breaks words and numbers its pages, so beginnings are looked up, letter by letter.
    printed = _letters(pdf_words(made.report.pdf))
    paragraphs = re.findall(r"<p>((?:(?!</p>).){60,})</p>", made.html, flags=re.DOTALL)
    assert len(paragraphs) > 20
    for paragraph in paragraphs:
        assert _letters(html_words(paragraph))[:30] in printed


def _letters(words: list[str]) -> str:
    return "".join(letter for letter in "".join(words) if letter.isalpha())


@needs_quarto
def test_quarto_and_pandoc_say_the_same(made: Made, tmp_path: Path) -> None:
    other = render_report(made.paths, renderer="quarto", output=tmp_path)
    assert html_words(other.html.read_text(encoding="utf-8")) == html_words(made.html)
    assert pdf_words(other.pdf) == pdf_words(made.report.pdf)
    ours, theirs = read(made.html), read(other.html.read_text(encoding="utf-8"))
    assert theirs.images == ours.images
    assert theirs.targets == ours.targets
    assert theirs.widths == ours.widths
    assert set(ours.ids) - {one for one in ours.ids if one.endswith("-caption")} <= set(theirs.ids)


def test_nothing_is_rewritten_while_the_inputs_are_the_same(made: Made) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder_of(made.paths).iterdir()}
    assert prepare_report(made.paths) is False
    assert before == {path: path.stat().st_mtime_ns for path in folder_of(made.paths).iterdir()}


def test_two_reports_of_the_same_tables_are_the_same_bytes(made: Made, tmp_path: Path) -> None:
    again = render_report(made.paths, renderer="pandoc", output=tmp_path)
    assert again.html.read_bytes() == made.report.html.read_bytes()


def test_the_prose_follows_the_verdict(tmp_path: Path) -> None:
    paths = workbench(tmp_path)
    prepare_report(paths)
    before = _parts(paths.results)
    assert "People killed in the valley](#parted" in before["summary"]
    assert "both be the toll" in before["conflicts"]

    verdicts = tables.read(paths.tables, "verdicts")
    changed = verdicts["variable"] == "deaths_valley"
    verdicts.loc[changed, ["verdict", "explanation"]] = ["compatible", "Both can be true."]
    tables.write(paths.tables, "verdicts", verdicts)

    assert prepare_report(paths) is True
    after = _parts(paths.results)
    assert "contradict" not in after["summary"]
    assert "On no question do the sources contradict each other." in after["conflicts"]
    assert "People killed in the valley" in after["agreements"]


def _parts(results: Path) -> dict[str, str]:
    folder = results / "report"
    return {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}


def test_sources_are_called_by_their_names(made: Made) -> None:
    assert "12 \\(*Valley Post*\\) and about 15 \\(*Orvik Wire*\\) can’t" in made.part("summary")
    assert "ource 1" not in made.part("summary") + made.part("conflicts")


def test_copied_support_is_told_apart(made: Made) -> None:
    assert "but they share their copy: one origin, not two" in made.part("summary")
    assert "all from one origin" in made.part("agreements")


def test_what_no_question_asks_for_is_listed(made: Made) -> None:
    assert "one number, date, duration or reason that fits no question" in made.part("uncoded")
    assert "“more than 2\\,000”" in made.part("tables")


def test_words_that_differ_are_marked_on_both_sides(made: Made) -> None:
    assert "[twice]{.differs}" in made.part("reuse")
    conflict = made.part("conflicts")
    assert "[12]{.differs}" in conflict and "[Some 15]{.differs}" in conflict


@pytest.mark.parametrize(
    "without",
    [
        ("verdicts", "answers", "claims"),
        ("mentions", "entities"),
        ("dates", "quantities", "quotes"),
        ("reuse", "framing", "scores"),
        tuple(name for name in rows() if name not in ("documents", "blocks")),
    ],
)
def test_a_table_that_is_missing_leaves_no_hole(tmp_path: Path, without: tuple[str, ...]) -> None:
    paths = workbench(tmp_path, without=without)
    if "verdicts" in without:
        shutil.rmtree(paths.codebook)  # an empty codebook
    prepare_report(paths)
    made = render_report(paths, renderer="pandoc")
    page = read(made.html.read_text(encoding="utf-8"))
    inside = {target[1:] for target in page.targets if target.startswith("#")}
    assert inside <= set(page.ids)
    assert "nan" not in html_words(made.html.read_text(encoding="utf-8"))


def test_no_sources_at_all(tmp_path: Path) -> None:
    paths = workbench(tmp_path, without=tuple(rows()))
    prepare_report(paths)
    made = render_report(paths, renderer="pandoc")
    assert "nothing to report" in made.html.read_text(encoding="utf-8")


def test_a_value_that_nothing_is_known_of_is_an_error_with_its_line(tmp_path: Path) -> None:
    paths = workbench(tmp_path)
    report = tmp_path / "report.qmd"
    report.write_text("---\ntitle: T\n---\n\nOf {{< var no.such >}}.\n", encoding="utf-8")
    prepare_report(paths)
    with pytest.raises(CrosscheckError, match=r"report.qmd, line 5: no variable “no.such”"):
        render_report(paths, renderer="pandoc")


def test_a_reference_to_nothing_is_an_error_and_leaves_the_old_report(tmp_path: Path) -> None:
    paths = workbench(tmp_path)
    (tmp_path / "_report").mkdir()
    (tmp_path / "_report" / "report.html").write_text("old", encoding="utf-8")
    report = tmp_path / "report.qmd"
    report.write_text("---\ntitle: T\n---\n\nSee @tbl-nowhere.\n", encoding="utf-8")
    prepare_report(paths)
    with pytest.raises(CrosscheckError, match="@tbl-nowhere"):
        render_report(paths, renderer="pandoc")
    assert [path.name for path in (tmp_path / "_report").iterdir()] == ["report.html"]


def test_a_figure_without_words_is_an_error(tmp_path: Path) -> None:
    paths = workbench(tmp_path)
    (paths.figures / "timeline.svg").write_text("<svg/>", encoding="utf-8")
    with pytest.raises(CrosscheckError, match=r"timeline.svg: no alternative text"):
        prepare_report(paths)


def test_a_broken_table_is_an_error(tmp_path: Path) -> None:
    paths = workbench(tmp_path)
    pd.DataFrame({"x": [1]}).to_parquet(paths.tables / "verdicts.parquet")
    with pytest.raises(CrosscheckError, match="table verdicts"):
        prepare_report(paths)


def test_no_workbench(tmp_path: Path) -> None:
    paths = workbench(tmp_path)
    (tmp_path / "report.qmd").unlink()
    with pytest.raises(CrosscheckError, match=r"report.qmd: no such file"):
        prepare_report(paths)


def test_two_answers_of_one_place_have_anchors_of_their_own() -> None:
    reasons = [SimpleNamespace(value=name, label=name) for name in ("quarrel", "hindrance")]
    variable = SimpleNamespace(name="reason", type="category", categories=reasons)
    evidence = SimpleNamespace(
        codebook=SimpleNamespace(variables=[variable]),
        order={"a": 1},
        row_of=lambda layer, row, anchor: anchor,
        cite=lambda doc_id, start, end, words: words,
    )
    row = {"variable": "reason", "doc_id": "a", "start": 7, "end": 20, "qualifier": None}
    first, second = (cited(evidence, row | {"value": one.value}) for one in reasons)
    assert "#answer-reason-s1-7-quarrel" in first
    assert "#answer-reason-s1-7-hindrance" in second
