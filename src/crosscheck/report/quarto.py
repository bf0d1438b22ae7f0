"""The report by Quarto."""

from __future__ import annotations

import subprocess
from pathlib import Path

from crosscheck.errors import CrosscheckError


def render(stage: Path, program: str) -> tuple[Path, Path]:
    """Set ``stage/report.qmd`` in both formats; return the HTML and the PDF.

    Raises CrosscheckError with Quarto's own complaint.
    """
    done = subprocess.run(
        [program, "render", "--quiet"],
        cwd=stage, capture_output=True, text=True, check=False,
    )  # fmt: skip
    made = stage / "_report" / "report.html", stage / "_report" / "report.pdf"
    if done.returncode != 0 or not all(path.exists() for path in made):
        raise CrosscheckError(f"Quarto refused the report: {complaint(done.stderr)}")
    return made


def complaint(stderr: str) -> str:
    """Return the lines of a typesetter's output that say what went wrong, as one."""
    lines = [line.strip() for line in stderr.splitlines() if line.strip()]
    errors = [line for line in lines if "error" in line.lower()] or lines[-3:]
    return " ".join(errors)[:500] or "it gave no reason"
