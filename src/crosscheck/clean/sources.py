"""What is known of each source? Reading ``sources.csv``."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from crosscheck.errors import CrosscheckError
from crosscheck.tables import PUBLISHED_BASES

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


class SourceRow(NamedTuple):
    """One row of sources.csv; None where nothing is known.

    ``published`` is a day, a month or a year in ISO 8601; ``published_basis`` says on what ground.
    """

    label: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    published_basis: str | None = None
    language: str | None = None
    url: str | None = None
    rights: str | None = None
    note: str | None = None


COLUMNS = ("file", *SourceRow._fields)


def read_sources(path: Path, files: list[str]) -> dict[str, SourceRow]:
    """Return the row of each of ``files``.

    All columns but ``file`` may be missing or empty. Raises CrosscheckError, naming file and line,
    for an unknown column, a row of the wrong length, a row without its file, a file without its
    row, a second row or label, and a date, basis or language that is none.
    """
    reader = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    rows: dict[str, SourceRow] = {}
    labels: dict[str, int] = {}
    try:
        columns = _columns(path, next(reader, []))
        for cells in reader:
            here = f"{path}, line {reader.line_num}"
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(columns):
                raise CrosscheckError(
                    f"{here}: {len(cells)} fields where the header has {len(columns)}; "
                    "put text with a comma in double quotes"
                )
            known = {name: cell.strip() or None for name, cell in zip(columns, cells, strict=True)}
            name = known.pop("file")
            if name not in files:
                near = get_close_matches(name or "", files, 1)
                hint = (
                    f"; did you mean “{near[0]}”?" if near else "; add the file or remove the row"
                )
                raise CrosscheckError(f"{here}: there is no file “{name or ''}”{hint}")
            if name in rows:
                raise CrosscheckError(f"{here}: a second row for “{name}”; remove one")
            row = SourceRow(**known)
            _check(here, row)
            if row.label is not None and row.label in labels:
                raise CrosscheckError(
                    f"{here}: the label “{row.label}” is taken (line {labels[row.label]}); "
                    "give each source its own"
                )
            if row.label is not None:
                labels[row.label] = reader.line_num
            rows[name] = row
    except csv.Error as error:
        raise CrosscheckError(f"{path}, line {reader.line_num}: not valid CSV: {error}") from None
    missing = [name for name in files if name not in rows]
    if missing:
        raise CrosscheckError(
            f"{path}: no row for “{missing[0]}”; add one with its name in column “file”"
        )
    return rows


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise CrosscheckError(f"{path}: can't be read ({error.strerror})") from None
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CrosscheckError(
            f"{path}: not UTF-8 at byte {error.start}, line {line}; save it as UTF-8"
        ) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise CrosscheckError(f"{path}, line {line}: NUL byte; is it a table?")
    return text


def _columns(path: Path, header: list[str]) -> list[str]:
    columns = [name.strip() for name in header]
    if "file" not in columns:
        raise CrosscheckError(f"{path}, line 1: no column “file”; the first line names the columns")
    for name in columns:
        if name not in COLUMNS:
            near = get_close_matches(name, COLUMNS, 1)
            hint = f"did you mean “{near[0]}”?" if near else f"known are {', '.join(COLUMNS)}"
            raise CrosscheckError(f"{path}, line 1: unknown column “{name}”; {hint}")
        if columns.count(name) > 1:
            raise CrosscheckError(f"{path}, line 1: column “{name}” is there twice; remove one")
    return columns


def _check(here: str, row: SourceRow) -> None:
    """Raise CrosscheckError for a date, basis or language that is none."""
    if row.published is not None and not _is_date(row.published):
        raise CrosscheckError(
            f"{here}: published “{row.published}” is no date; write 2022-08-15, 2022-08 or 2022"
        )
    if row.published_basis is not None and row.published_basis not in PUBLISHED_BASES:
        raise CrosscheckError(
            f"{here}: published_basis “{row.published_basis}” is not one of "
            + ", ".join(PUBLISHED_BASES)
        )
    if (row.published_basis or "unknown") != "unknown" and row.published is None:
        raise CrosscheckError(
            f"{here}: published_basis “{row.published_basis}” without a date in “published”"
        )
    if row.published is not None and row.published_basis == "unknown":
        raise CrosscheckError(
            f"{here}: a date in “published” whose basis is “unknown”; say where it is from"
        )
    if row.language is not None and not _LANGUAGE.fullmatch(row.language):
        raise CrosscheckError(f"{here}: language “{row.language}” is no code such as en or fr")


def _is_date(text: str) -> bool:
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
