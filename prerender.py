"""Quarto's step before rendering: bring notebooks and the report's parts up to date.

Quarto starts this with whatever Python it finds, so it only looks for the one that has crosscheck:
that of the workbench's .venv, else its own. Standard library only.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent


def main() -> int:
    """Run ``crosscheck prepare``; return its exit status."""
    own = [ROOT / ".venv" / "bin" / "python", ROOT / ".venv" / "Scripts" / "python.exe"]
    python = next((str(path) for path in own if path.exists()), sys.executable)
    found = subprocess.run([python, "-c", "import crosscheck"], capture_output=True, check=False)
    if found.returncode != 0:
        print("crosscheck is not installed here; run “make report” once", file=sys.stderr)
        return 2
    return subprocess.run([python, "-m", "crosscheck", "prepare"], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
