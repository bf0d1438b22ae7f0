"""The report by pandoc and Typst, the engines inside Quarto, from their PyPI wheels."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path
from typing import Any

import pypandoc
import typst
import yaml

from crosscheck.errors import CrosscheckError
from crosscheck.report.prepare import REPORT, VARIABLES
from crosscheck.yaml import read_yaml

_VARIABLE = re.compile(r"\{\{<\s*var\s+([\w.]+)\s*>\}\}")
_FILTERS = ("results.lua", "crossref.lua")
_OPTIONS = (
    "template", "css", "embed-resources", "toc", "toc-depth", "number-sections",
    "shift-heading-level-by",
)  # fmt: skip
"""What pandoc takes from the settings of a format in _quarto.yml, under Quarto's own names."""


def render(stage: Path) -> tuple[Path, Path]:
    """Set ``stage/report.qmd`` in both formats; return the HTML and the PDF.

    Raises CrosscheckError with the complaint of pandoc or Typst.
    """
    source = stage / REPORT
    text = with_variables(source.read_text(encoding="utf-8"), read_yaml(stage / VARIABLES), source)
    settings = read_yaml(stage / "_quarto.yml")
    output = stage / "_report"
    output.mkdir()
    html, pdf = output / "report.html", output / "report.pdf"
    printed = stage / "report.typ"
    for kind, target in (("html", html), ("typst", printed)):
        _pandoc(stage, text, kind, settings, target)
    try:
        typst.compile(printed, output=pdf, root=stage, pdf_standards=["ua-1"])
    except typst.TypstError as error:
        raise CrosscheckError(f"Typst refused the report: {' '.join(str(error).split())}") from None
    return html, pdf


def _pandoc(stage: Path, text: str, kind: str, settings: dict[str, Any], target: Path) -> None:
    """Write ``target`` with the settings that _quarto.yml has for the format."""
    own = settings["format"][kind]
    defaults = {
        **{name: own[name] for name in _OPTIONS if name in own},
        "standalone": True,
        "wrap": "none",
        "filters": [f"results/report/{name}" for name in _FILTERS],
        "metadata": {"lang": settings["lang"], "toc-title": settings["toc-title"]},
        "variables": {"typst-version": metadata.version("typst")},
    }
    written = stage / f"{kind}.yml"
    written.write_text(yaml.safe_dump(defaults), encoding="utf-8")
    try:
        pypandoc.convert_text(
            text, kind, format="markdown", outputfile=str(target), cworkdir=str(stage),
            extra_args=[f"--defaults={written}"],
        )  # fmt: skip
    except RuntimeError as error:
        raise CrosscheckError(
            f"pandoc refused the report: {' '.join(str(error).split())}"
        ) from None


def with_variables(text: str, variables: dict[str, Any], source: Path) -> str:
    """Return ``text`` with each ``{{< var a.b >}}`` replaced by its value.

    Raises CrosscheckError, naming file and line, for a variable that nothing is known of.
    """

    def value(match: re.Match[str]) -> str:
        found: Any = variables
        for key in match[1].split("."):
            found = found.get(key) if isinstance(found, dict) else None
        if found is None:
            line = text.count("\n", 0, match.start()) + 1
            raise CrosscheckError(f"{source.name}, line {line}: no variable “{match[1]}”")
        return str(found)

    return _VARIABLE.sub(value, text)
