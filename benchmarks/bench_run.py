"""How much does ``crosscheck run`` cost beside four papermill commands, and with nothing to do?

Both run the same notebooks on the same sources, the better of two tries each. Printed as ratios:
the bars are 0.8 and two seconds.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from articles import ROOT

NOTEBOOKS = ("01_clean", "02_extract", "03_compare", "04_chart")


def timed(*commands: list[str]) -> float:
    begun = time.perf_counter()
    for command in commands:
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - begun


def main() -> None:
    python = sys.executable
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        results, figures = str(folder / "results"), str(folder / "figures")
        by_hand = [
            [python, "-m", "papermill", f"notebooks/{notebook}.ipynb", str(folder / "out.ipynb"),
             "-p", "results", results, *(("-p", "figures", figures) if notebook[1] == "4" else ())]
            for notebook in NOTEBOOKS
        ]  # fmt: skip
        ours = [python, "-m", "crosscheck", "run", "--results", results, "--figures", figures]
        papermill = min(timed(*by_hand) for _ in range(2))
        forced = min(timed([*ours, "--force"]) for _ in range(2))
        nothing = min(timed(ours) for _ in range(3))
    print(f"four papermill commands  {papermill:6.1f} s")
    print(f"crosscheck run           {forced:6.1f} s   ratio {forced / papermill:.2f} (bar 0.80)")
    print(f"nothing to do            {nothing:6.2f} s   (bar 2)")


if __name__ == "__main__":
    main()
