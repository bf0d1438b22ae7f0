"""What are the sources? Reading a folder of texts, and refusing what is not one.

Every problem is a CrosscheckError of one line that names the file and, if there is one, the line.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from crosscheck.clean.sources import SourceRow, read_sources
from crosscheck.errors import CrosscheckError

SUFFIX = ".txt"
TABLE = "sources.csv"
BYTE_ORDER_MARK = "\ufeff"
# How files begin that are no text, whatever their name.
_FORMATS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "a rich text document"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_SAMPLE = 8192


@dataclass(frozen=True)
class Source:
    """One source: its raw text as decoded from UTF-8, line ends as in the file.

    ``sha256`` is of the file's bytes; ``row`` is what sources.csv says of it. A byte order mark is
    part of the raw text (its first character), so that the bytes can be made again.
    """

    doc_id: str
    raw: str
    sha256: str
    row: SourceRow = field(default_factory=SourceRow)


def read_corpus(seeds: Path) -> list[Source]:
    """Return the sources of folder ``seeds``, in the order of their names.

    They are its ``*.txt`` files; ``sources.csv``, if there is one, must have a row for each and no
    other. Other files are left alone. Raises CrosscheckError for a folder that is missing or holds
    no texts, for a file that is empty, binary, not UTF-8 or has NUL bytes, for a text that is there
    twice, and for what is wrong in sources.csv.
    """
    if not seeds.is_dir():
        problem = "is a file, not a folder" if seeds.exists() else "no such folder"
        raise CrosscheckError(f"{seeds}: {problem}; give the folder that holds the sources")
    paths = sorted((path for path in seeds.iterdir() if _is_text(path)), key=lambda path: path.name)
    if not paths:
        raise CrosscheckError(f"{seeds}: no sources; put one {SUFFIX} file for each article there")
    table = seeds / TABLE
    rows = read_sources(table, [path.name for path in paths]) if table.exists() else {}
    sources: list[Source] = []
    stems: dict[str, Path] = {}
    texts: dict[bytes, Path] = {}
    for path in paths:
        if path.stem in stems:
            raise CrosscheckError(
                f"{path}: has the same name as {stems[path.stem].name} but for the ending; rename"
            )
        stems[path.stem] = path
        content = _read(path)
        raw = _decode(path, content)
        # The same words count as the same text whatever the white space between them.
        print_ = hashlib.sha256(" ".join(raw.strip(BYTE_ORDER_MARK).split()).encode()).digest()
        if print_ in texts:
            raise CrosscheckError(
                f"{path}: the same text as {texts[print_].name}; remove one of them"
            )
        texts[print_] = path
        digest = hashlib.sha256(content).hexdigest()
        sources.append(Source(path.stem, raw, digest, rows.get(path.name, SourceRow())))
    return sources


def _is_text(path: Path) -> bool:
    """Tell whether ``path`` is to be read: its ending says so, and it is not hidden."""
    return path.suffix.lower() == SUFFIX and not path.name.startswith(".")


def _read(path: Path) -> bytes:
    if path.is_dir():
        raise CrosscheckError(f"{path}: is a folder, not a text; rename or move it")
    try:
        return path.read_bytes()
    except OSError as error:
        raise CrosscheckError(f"{path}: can't be read ({error.strerror})") from None


def _decode(path: Path, content: bytes) -> str:
    """Return the text of a file, or say what keeps it from being one."""
    for beginning, name in _FORMATS:
        if content.startswith(beginning):
            raise CrosscheckError(f"{path}: is {name}, not a text; save the article as plain text")
    if content.startswith(_UTF16):
        raise CrosscheckError(
            f"{path}: not UTF-8 at byte 0, line 1 (it looks like UTF-16); save it as UTF-8"
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CrosscheckError(
            f"{path}: not UTF-8 at byte {error.start}, line {line}; save it as UTF-8"
        ) from None
    nul = content.find(b"\0")
    if nul >= 0:
        line = content.count(b"\n", 0, nul) + 1
        raise CrosscheckError(f"{path}: NUL byte at byte {nul}, line {line}; is it a text?")
    sample = content[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROL)) > len(sample) // 20:
        raise CrosscheckError(f"{path}: binary, not a text; save the article as plain text")
    if not text.strip(BYTE_ORDER_MARK).strip():
        raise CrosscheckError(f"{path}: empty; put the article's text there or remove the file")
    return text
