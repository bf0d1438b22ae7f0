"""How right is each layer, measured against hand coding?"""

from __future__ import annotations

from crosscheck.report.evidence import Evidence, Row
from crosscheck.report.markdown import captioned, escape, paragraphs, table
from crosscheck.report.names import LAYERS
from crosscheck.report.wording import percent, plain_number

_CORPORA = {"sources": "the sources", "own": "texts of our own", "aside": "articles kept aside"}


def accuracy(evidence: Evidence) -> str:
    """Return the measured scores of every layer, with how much hand coding they rest on."""
    rows = evidence.records("scores")
    if not rows:
        return (
            "No hand coding of these sources exists (codebook/gold), so nothing here says how "
            "often the program errs on them.\n"
        )
    weakest = min(rows, key=lambda row: row["f1"])
    corpora = list(dict.fromkeys(row["corpus"] for row in rows))
    cells = {(row["layer"], row["aspect"], row["corpus"]): _cell(row) for row in rows}
    measures = list(dict.fromkeys((row["layer"], row["aspect"]) for row in rows))
    lines = [
        [
            f"{_layer(layer)}, {escape(aspect)}",
            *(cell for corpus in corpora for cell in cells.get((layer, aspect, corpus), _NONE)),
        ]
        for layer, aspect in measures
    ]
    header = ["What is compared"]
    for corpus in corpora:
        header += [f"F1 on {_corpus(corpus)}", "n"]
    return paragraphs(
        "**Accuracy.** How far a finding can be trusted depends on how well the layer under it "
        "reads. @tbl-accuracy holds the program’s output against hand coding. "
        + _weakest(weakest)
        + " The rules were made with the sources and the coder’s own texts at hand, so those "
        "scores are upper bounds; only the articles kept aside say how the program does "
        "elsewhere. " + agreement(evidence),
        captioned(
            "tbl-accuracy",
            table(header, lines, [32, *[26, 8] * len(corpora)], "l" + "rr" * len(corpora)),
            "Measured accuracy: F1, in brackets its bootstrapped 95% interval; n, the coded cases "
            "(characters, for cleaning).",
        ),
    )


_NONE = ("—", "—")


def _weakest(row: Row) -> str:
    where = f"{_layer(row['layer']).lower()} ({escape(row['aspect'])}) on {_corpus(row['corpus'])}"
    if row["f1"] == 1:
        return "Every layer reads the coded texts as the coder did."
    return (
        f"The weakest is {where}: precision {_share(row['precision'])}, recall "
        f"{_share(row['recall'])}."
    )


def agreement(evidence: Evidence) -> str:
    """Return how far the program's answers agree with a human coder's, in a sentence."""
    row = next(iter(evidence.records("agreement", type="all")), None)
    if row is None or not row["units"]:
        return "No person has answered the questions of the codebook beside the program."
    by_type = [one for one in evidence.records("agreement") if one["type"] != "all"]
    weakest = min(by_type, key=lambda one: one["percent"], default=row)
    text = (
        f"Of the {row['units']} answers that a person or the program gave, the two agree on "
        f"{percent(row['percent'])}"
    )
    if row["alpha"] is not None:
        text += f" (Krippendorff’s alpha {_share(row['alpha'])}"
        if row["alpha_low"] is not None:
            text += f", 95% interval {_share(row['alpha_low'])}–{_share(row['alpha_high'])}"
        text += ")"
    if weakest["percent"] < row["percent"]:
        text += f"; least on answers of the type {escape(weakest['type'])}, "
        text += f"{percent(weakest['percent'])} of {weakest['units']}"
    return f"{text}."


def _cell(row: Row) -> tuple[str, str]:
    interval = "" if row["low"] is None else f" ({_share(row['low'])}–{_share(row['high'])})"
    return f"{_share(row['f1'])}{interval}", plain_number(row["gold"])


def _layer(layer: str) -> str:
    return LAYERS.get(layer) or escape(layer)


def _corpus(corpus: str) -> str:
    return _CORPORA.get(corpus) or escape(corpus)


def _share(value: float | None) -> str:
    """Return a share with two decimals, with three where two would make a whole of it."""
    if value is None:
        return "—"
    return f"{value:.3f}" if 0.995 <= value < 1 else f"{value:.2f}"
