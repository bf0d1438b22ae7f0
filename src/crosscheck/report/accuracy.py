"""How right is each layer, measured against hand coding?"""

from __future__ import annotations

from crosscheck.report.evidence import Evidence, Row
from crosscheck.report.markdown import captioned, escape, paragraphs, table
from crosscheck.report.names import LAYERS
from crosscheck.report.wording import plain_number

_CORPORA = {"sources": "the sources", "sentences": "our own sentences"}


def accuracy(evidence: Evidence) -> str:
    """Return the measured scores of every layer, with how much hand coding they rest on."""
    rows = evidence.records("scores")
    if not rows:
        return (
            "No hand coding of these sources exists (codebook/gold), so nothing here says how "
            "often the program errs on them.\n"
        )
    weakest = min(rows, key=lambda row: row["f1"])
    lines = [
        [
            _layer(row), escape(row["aspect"]),
            escape(_CORPORA.get(row["corpus"], row["corpus"])), plain_number(row["gold"]),
            _share(row["precision"]), _share(row["recall"]),
            f"{_share(row['f1'])} ({_share(row['low'])}–{_share(row['high'])})",
        ]
        for row in rows
    ]  # fmt: skip
    header = ["Layer", "What is compared", "On", "n", "Precision", "Recall", "F1 (95% interval)"]
    return paragraphs(
        "How far the findings can be trusted depends on how well each layer reads. @tbl-accuracy "
        "holds the program’s output against hand coding made before it ran; n is the number of "
        "coded cases. The weakest is "
        f"{_layer(weakest).lower()} ({escape(weakest['aspect'])}, "
        f"on {escape(_CORPORA.get(weakest['corpus'], weakest['corpus']))}), with an F1 of "
        f"{_share(weakest['f1'])}.",
        captioned(
            "tbl-accuracy",
            table(header, lines, [13, 19, 18, 7, 12, 10, 21], "lllrrrr"),
            "Measured accuracy of every layer; intervals by bootstrap over documents.",
        ),
    )


def _layer(row: Row) -> str:
    return LAYERS.get(row["layer"]) or escape(row["layer"])


def _share(value: float | None) -> str:
    return "—" if value is None else f"{value:.2f}"
