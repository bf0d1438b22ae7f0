"""How does one notebook run? Through papermill; the executed copy has no clock in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import papermill
from jupyter_client.manager import AsyncKernelManager
from papermill.exceptions import PapermillExecutionError

from crosscheck.files import replacing
from crosscheck.run.failure import NotebookError
from crosscheck.run.kernels import KERNEL


def execute(
    notebook: Path,
    copy: Path,
    failed: Path,
    parameters: Mapping[str, Any],
    kernel: AsyncKernelManager,
) -> None:
    """Run ``notebook`` with ``parameters`` on ``kernel``; write the executed copy to ``copy``.

    On failure the copy goes to ``failed`` instead, and NotebookError tells the error and the path.
    """
    with replacing(copy) as temporary:
        try:
            papermill.execute_notebook(
                str(notebook),
                str(temporary),
                parameters=dict(parameters),
                kernel_name=KERNEL,
                km=kernel,
                language="python",
                cwd=str(notebook.parent),
                progress_bar={"desc": notebook.stem},
            )
        except PapermillExecutionError as error:
            with replacing(failed) as kept:
                temporary.rename(kept)
            # A failing cell's own error, not the tower of calls above it.
            what = " ".join(f"{error.ename}: {error.evalue}".split())
            raise NotebookError(
                f"{notebook.stem} failed in cell {error.cell_index}: {what}\n"
                f"the executed copy shows where: {failed}"
            ) from None
        _tidy(temporary)


def _tidy(path: Path) -> None:
    """Take clocks, random ids and machine paths out of an executed copy."""
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    notebook.metadata.pop("papermill", None)
    for number, cell in enumerate(notebook.cells):
        for key in ("papermill", "execution"):
            cell.metadata.pop(key, None)
        if "injected-parameters" in cell.metadata.get("tags", ()):
            cell["id"] = f"injected-parameters-{number}"
    nbformat.write(notebook, path)  # type: ignore[no-untyped-call]
