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
_FOLDERS = ("seeds", "codebook", "results", "figures")
"""Parameters that say where something lies, not what it is."""
_MODEL = "spacy_model"


def colophon(evidence: Evidence) -> str:
    """Return what a reviewer needs to tell whether another run is the same one."""
    parameters = _recorded(evidence, "parameters")
    model = parameters.pop(_MODEL, "''").strip("'\"")
    told = [
        f"{escape(name.replace('_', ' '))} {escape(value)}"
        for name, value in sorted(parameters.items())
        if name not in _FOLDERS
    ]
    text = (
        f"Typeset by {span('', 'renderer')} from what crosscheck {escape(__version__)} computed. "
    )
    if model:
        text += (
            f"Names that the codebook lacks were filled in by the trained model {escape(model)}. "
        )
    else:
        text += "No trained model took part. "
    if told:
        text += f"Parameters: {listed(told)}. "
    return (
        f"{text}The same sources, codebook, parameters and libraries give the same tables and "
        "figures, byte for byte; @sec-tables lists versions and fingerprints to check that by.\n"
    )


def hashes(evidence: Evidence) -> str | None:
    """Return the versions of the libraries and the fingerprints of sources and tables."""
    rows = [
        ["Source", evidence.label(row["doc_id"]), row["sha256"][:_SHOWN]]
        for row in evidence.documents
    ]
    for path in sorted(evidence.paths.tables.glob("*.parquet")):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        rows.append(["Table", escape(path.stem), digest[:_SHOWN]])
    versions = [
        f"{escape(name)} {escape(version)}"
        for name, version in sorted(_recorded(evidence, "environment").items())
    ]
    return paragraphs(
        f"Libraries: {listed(versions)}." if versions else None,
        captioned(
            "tbl-hashes",
            table(["What", "Name", "SHA-256 begins"], rows, [16, 44, 40]),
            "Fingerprints of the sources and of the tables that this report was made from.",
        )
        if rows
        else None,
    )


def _recorded(evidence: Evidence, part: str) -> dict[str, str]:
    """Return what the last run recorded of all its stages, together."""
    found: dict[str, str] = {}
    for stage in load_state(evidence.paths).values():
        found |= stage.get(part, {})
    return found
