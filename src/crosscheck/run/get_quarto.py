"""Is Quarto here, and if not, can pip bring it? Tried once; a failure is remembered.

The package quarto-cli downloads Quarto's program while it is installed, which not every network
allows. Without it pandoc and Typst set the report.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

_PATIENCE = 600  # seconds; the program is about 100 MB


def quarto_program() -> str | None:
    """Return the path of ``quarto``: the one on PATH, or the one beside this Python."""
    return shutil.which("quarto") or shutil.which("quarto", path=str(Path(sys.executable).parent))


def get_quarto(requirements: Path) -> None:
    """Install Quarto by pip unless it is here or was tried before; one line where it fails."""
    tried = Path(sys.prefix) / ".no-quarto"
    if quarto_program() or tried.exists():
        return
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes",
               "-r", str(requirements)]  # fmt: skip
    try:
        done = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=False)
        failed = done.returncode != 0
    except subprocess.TimeoutExpired:
        failed = True
    if failed or not quarto_program():
        tried.write_text("pip install quarto-cli failed; delete this file to try again\n")
        print(
            "Quarto can't be downloaded here: pandoc and Typst set the report instead "
            f"(delete {tried.parent.name}/{tried.name} to try again)"
        )


if __name__ == "__main__":
    get_quarto(Path(sys.argv[1]))
