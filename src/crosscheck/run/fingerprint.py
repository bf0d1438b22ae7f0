"""What does a stage depend on? Content hashes of its data, code, parameters and environment."""

from __future__ import annotations

import hashlib
import platform
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

import crosscheck
from crosscheck.paths import Paths
from crosscheck.run.stages import StageFiles, cells, source_of

_PACKAGE = Path(crosscheck.__file__).parent
MISSING = "missing"
_IMPORT = re.compile(
    r"^[ \t]*(?:from (?P<module>crosscheck[\w.]*) import (?P<names>\([^)]*\)|[^\n]*)"
    r"|import (?P<plain>crosscheck[\w.]*))",
    re.MULTILINE,
)
_NAME = re.compile(r"\w+")

Fingerprint = dict[str, dict[str, str]]


def fingerprint(stage: StageFiles, paths: Paths, parameters: Mapping[str, Any]) -> Fingerprint:
    """Return what ``stage`` depends on: part (data, code, parameters, environment) → name → hash.

    Nothing in it depends on a clock or on where the workbench lies.
    """
    notebook = stage.notebook(paths)
    code = {f"notebooks/{notebook.name}": _hash_notebook(notebook)}
    for path in reached(notebook):
        code[f"src/crosscheck/{path.relative_to(_PACKAGE).as_posix()}"] = hash_file(path)
    return {
        "data": {name_of(path, paths): hash_file(path) for path in stage.inputs(paths)},
        "code": code,
        "parameters": {name: repr(value) for name, value in sorted(parameters.items())},
        "environment": environment(),
    }


def name_of(path: Path, paths: Paths) -> str:
    """Return what ``path`` is called wherever the workbench lies: ``seeds/…``, ``results/…``."""
    for role in ("seeds", "codebook", "figures", "results", "root"):
        folder: Path = getattr(paths, role)
        if path.is_relative_to(folder):
            inside = path.relative_to(folder).as_posix()
            return inside if role == "root" else f"{role}/{inside}"
    return path.name


def hash_file(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, or ``missing``."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return MISSING


def _hash_notebook(notebook: Path) -> str:
    """Return the hash of a notebook's sources: neither outputs nor execution counts matter."""
    sources = [(cell["cell_type"], source_of(cell)) for cell in cells(notebook)]
    return hashlib.sha256(repr(sources).encode()).hexdigest()


def reached(notebook: Path) -> list[Path]:
    """Return the files of the package that ``notebook`` reaches through its imports, sorted.

    A module brings the data files (YAML, styles, outlines) of its folder and of ``data/`` in it.
    """
    sources = [source_of(cell) for cell in cells(notebook) if cell["cell_type"] == "code"]
    waiting = [module for source in sources for module in _imported(source)]
    seen: set[Path] = set()
    while waiting:
        module = waiting.pop()
        for path in _files_of(module):
            if path not in seen:
                seen.add(path)
                waiting += _imports_of(path)
    folders = {path.parent for path in seen} - {_PACKAGE}
    data = {
        path
        for folder in folders
        for path in (*folder.iterdir(), *folder.glob("data/*"))
        if path.is_file() and path.suffix not in {".py", ".pyc"} and path.name[0] != "."
    }
    return sorted(seen | data)


@cache
def _imports_of(path: Path) -> tuple[str, ...]:
    return tuple(_imported(path.read_text(encoding="utf-8")))


def _imported(source: str) -> Iterable[str]:
    """Yield the dotted names under ``crosscheck`` that a source imports, wherever it does.

    Read by pattern, ten times faster than by syntax; a line that only looks like an import can add
    a file to what is watched, never lose one.
    """
    for match in _IMPORT.finditer(source):
        module = match["module"] or match["plain"]
        yield module
        yield from (f"{module}.{name}" for name in _NAME.findall(match["names"] or ""))


@cache
def _files_of(module: str) -> tuple[Path, ...]:
    """Return the file of a dotted name, and the ``__init__`` of each package above it."""
    return tuple(_on_the_way(module))


def _on_the_way(module: str) -> Iterable[Path]:
    folder = _PACKAGE
    for part in module.split(".")[1:]:
        yield folder / "__init__.py"
        if (folder / f"{part}.py").is_file():
            yield folder / f"{part}.py"
            return
        folder = folder / part
        if not folder.is_dir():
            return
    yield folder / "__init__.py"


@cache
def _versions() -> tuple[tuple[str, str], ...]:
    required = metadata.requires("crosscheck") or []
    names = {
        re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in required if "extra ==" not in line
    }
    return tuple((name, metadata.version(name)) for name in sorted(names))


def environment() -> dict[str, str]:
    """Return the versions of Python and of the libraries that the project asks for."""
    return {"python": platform.python_version(), **dict(_versions())}
