"""What is known of a language, as data: ``en.yml``, ``fr.yml``; one engine reads them.

Each file has one section a question (``sentences``, ``cleaning``, ``numbers``, ``entities``,
``dates``, ``quantities``, ``quotes``, …); a reader of a section asks for it by name.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from crosscheck.errors import CrosscheckError
from crosscheck.yaml import read_yaml

_HERE = Path(__file__).parent
DEFAULT = "en"


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have data, in alphabetical order."""
    return tuple(sorted(path.stem for path in _HERE.glob("*.yml")))


def known(code: str | None) -> str:
    """Return ``code`` if there is data for it, else the default language."""
    return code if code in languages() else DEFAULT


@cache
def section(code: str, name: str) -> dict[str, Any]:
    """Return section ``name`` of language ``code``; treat it as read-only.

    Raises CrosscheckError if the language or the section does not exist.
    """
    data = _file(code)
    if name not in data:
        raise CrosscheckError(f"{_HERE / f'{code}.yml'}: no section “{name}”")
    found: dict[str, Any] = data[name]
    return found


@cache
def _file(code: str) -> dict[str, Any]:
    data: dict[str, Any] = read_yaml(_HERE / f"{code}.yml")
    return data
