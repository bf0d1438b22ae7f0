"""Which parameters does a notebook take, and may they have these values?"""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from crosscheck.errors import CrosscheckError
from crosscheck.run.stages import cells, source_of
from crosscheck.settings import Settings, settings_of
from crosscheck.yaml import read_yaml

_TYPES: dict[str, type] = {"str": str, "int": int, "float": float, "bool": bool}


def declared(notebook: Path) -> dict[str, tuple[str, Any]]:
    """Return the parameters of ``notebook``: name → (type, default), from its parameters cell.

    Raises CrosscheckError where the cell is missing or holds more than annotated literals.
    """
    for cell in cells(notebook):
        metadata = cell.get("metadata")
        if isinstance(metadata, dict) and "parameters" in metadata.get("tags", ()):
            return dict(_assignments(notebook, source_of(cell)))
    raise CrosscheckError(f"{notebook}: no cell is tagged “parameters”")


def _assignments(notebook: Path, source: str) -> Iterable[tuple[str, tuple[str, Any]]]:
    try:
        statements = ast.parse(source).body
        for node in statements:
            if not isinstance(node, ast.AnnAssign) or node.value is None:
                raise ValueError(f"line {node.lineno} is not “name: type = literal”")
            name, kind = ast.unparse(node.target), ast.unparse(node.annotation)
            if kind not in _TYPES:
                raise ValueError(f"the type of {name} is {kind}, not {', '.join(_TYPES)}")
            yield name, (kind, ast.literal_eval(node.value))
    except (SyntaxError, ValueError) as error:
        raise CrosscheckError(f"{notebook}: parameters cell: {error}") from None


def from_file(path: Path) -> dict[str, Any]:
    """Return the parameters that a YAML file gives (name: value)."""
    content = read_yaml(path)
    if content is None:
        return {}
    if not isinstance(content, dict) or not all(isinstance(key, str) for key in content):
        raise CrosscheckError(f"{path}, line 1: parameters are written “name: value”, one a line")
    return content


def check_values(
    given: Mapping[str, Any], known: Mapping[str, tuple[str, Any]], where: str
) -> dict[str, Any]:
    """Return ``given`` with each value in its declared type.

    ``known`` maps a name to (type, default), as from ``declared``; a text from the command line is
    read as that type. Raises CrosscheckError for an unknown name (with the closest known one), a
    value of another type, or one out of range.
    """
    values: dict[str, Any] = {}
    for name, value in given.items():
        if name not in known:
            close = difflib.get_close_matches(name, known, n=1, cutoff=0.0)
            hint = f"; did you mean “{close[0]}”?" if close else ""
            raise CrosscheckError(f"{where} has no parameter “{name}”{hint}")
        kind = known[name][0]
        try:
            values[name] = TypeAdapter(_TYPES[kind]).validate_python(value)
        except ValidationError:
            raise CrosscheckError(f"parameter {name} = {value!r}: not of type {kind}") from None
    settings_of({name: v for name, v in values.items() if name in Settings.model_fields})
    return values
