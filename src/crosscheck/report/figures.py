"""Which figures are there, and what do they show those who can't see them?"""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

from crosscheck.errors import CrosscheckError
from crosscheck.paths import Paths

NOTEBOOK = "04_chart"
_FIGURE = re.compile(r"!\[.*?\]\(figures/([\w-]+)\.svg\)", re.DOTALL)
_DESCRIPTION = re.compile(r"<desc[^>]*>(.*?)</desc>", re.DOTALL)


def figures(paths: Paths, report: str) -> str:
    """Return, as JSON, what ``report`` (the text of report.qmd) has to know of its figures.

    Each figure that it shows: whether it was drawn, its alternative text (the SVG's own ``desc``),
    and the notebook that drew it. Raises CrosscheckError for a figure without such a text.
    """
    known = {name: _figure(paths, name) for name in _FIGURE.findall(report)}
    return json.dumps(known, indent=1, ensure_ascii=False) + "\n"


def _figure(paths: Paths, name: str) -> dict[str, object]:
    path = paths.figures / f"{name}.svg"
    if not path.exists():
        return {"drawn": False, "absent": f"There is nothing to draw ({name})."}
    return {
        "drawn": True,
        "alt": _alternative(path),
        "notebook": f"{NOTEBOOK}.ipynb",
        "address": f"../notebooks/{NOTEBOOK}.ipynb",
    }


def _alternative(path: Path) -> str:
    found = _DESCRIPTION.search(path.read_text(encoding="utf-8"))
    said = " ".join(unescape(found[1]).split()) if found else ""
    if not said:
        raise CrosscheckError(
            f"{path}: no alternative text; the SVG needs a “desc” that states the finding"
        )
    return said
