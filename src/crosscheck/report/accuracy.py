"""How right is each layer, measured against hand coding?"""

from __future__ import annotations

from crosscheck.report.evidence import Evidence, Row
from crosscheck.report.markdown import captioned, escape, paragraphs, table
from crosscheck.report.names import LAYERS
from crosscheck.report.wording import plain_number

_CORPORA = {"sources": "the sources", "sentences": "the coder’s own sentences"}


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
        header += [f"F1 on {_corpus(corpus)} (95% interval)", "n"]
    return paragraphs(
        "How far a finding can be trusted depends on how well the layer under it reads. "
        "@tbl-accuracy holds the program’s output against hand coding. The weakest of all is "
        f"{_layer(weakest['layer']).lower()}, {escape(weakest['aspect'])}, on "
        f"{_corpus(weakest['corpus'])}: precision {_share(weakest['precision'])}, recall "
        f"{_share(weakest['recall'])}.",
        captioned(
            "tbl-accuracy",
            table(header, lines, [32, *[26, 8] * len(corpora)], "l" + "rr" * len(corpora)),
            "Measured accuracy of every layer. F1 is the harmonic mean of precision and recall, n "
            "the number of coded cases; the intervals are bootstrapped over documents.",
        ),
    )


_NONE = ("—", "—")


def _cell(row: Row) -> tuple[str, str]:
    interval = f"{_share(row['low'])}–{_share(row['high'])}"
    return f"{_share(row['f1'])} ({interval})", plain_number(row["gold"])


def _layer(layer: str) -> str:
    return LAYERS.get(layer) or escape(layer)


def _corpus(corpus: str) -> str:
    return _CORPORA.get(corpus) or escape(corpus)


def _share(value: float | None) -> str:
    return "—" if value is None else f"{value:.2f}"
