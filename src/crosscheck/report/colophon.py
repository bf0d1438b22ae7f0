"""With what was the report made? Programs, parameters, and hashes of what went in and came out."""

from __future__ import annotations

import hashlib

from crosscheck import __version__
from crosscheck.report.evidence import Evidence
from crosscheck.report.markdown import captioned, escape, paragraphs, span, table
from crosscheck.report.wording import listed
from crosscheck.run.status import load_state

_SHOWN = 16
"""Characters of a hash that are printed; enough to tell two files apart."""


def colophon(evidence: Evidence) -> str:
    """Return what a reviewer needs to tell whether another run is the same one."""
    state = load_state(evidence.paths)
    environment: dict[str, str] = {}
    parameters: dict[str, str] = {}
    for stage in state.values():
        environment |= stage.get("environment", {})
        parameters |= stage.get("parameters", {})
    versions = listed(
        [f"{escape(name)} {escape(version)}" for name, version in environment.items()]
    )
    text = [
        f"Typeset by {span('', 'renderer')} from what crosscheck {escape(__version__)} computed"
        + (f" with {versions}" if versions else "")
        + ". No clock and no chance enter the results: the same sources, codebook and parameters "
        "give the same tables and figures, byte for byte."
    ]
    if parameters:
        told = listed([f"{escape(name)} = {escape(value)}" for name, value in parameters.items()])
        text.append(f"Parameters: {told}.")
    text.append(
        "Fingerprints of the sources and of the tables are listed in @sec-tables; a run that "
        "gives the same ones is the same run."
    )
    return paragraphs(*text)


def hashes(evidence: Evidence) -> str | None:
    """Return the fingerprints of the sources and of the tables that the report was made from."""
    rows = [
        [
            "source",
            evidence.label(row["doc_id"]),
            escape(row["doc_id"] + ".txt"),
            row["sha256"][:_SHOWN],
        ]
        for row in evidence.documents
    ]
    for path in sorted(evidence.paths.tables.glob("*.parquet")):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        rows.append(["table", escape(path.stem), escape(path.name), digest[:_SHOWN]])
    if not rows:
        return None
    return captioned(
        "tbl-hashes",
        table(["What", "Name", "File", "SHA-256 begins"], rows, [12, 26, 34, 28]),
        "Fingerprints of the sources and of the tables that this report was made from.",
    )
