"""Which kernel does the next notebook get? One that was started while this one was running."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from jupyter_client.manager import AsyncKernelManager
from jupyter_core.utils import run_sync

KERNEL = "python3"


class Kernels:
    """Kernels for notebooks in one folder, each used once, the next one always starting ahead.

    A kernel takes longer to start than most cells take to run, and it starts in a process of its
    own; so a sequence of notebooks need not wait for it.
    """

    def __init__(self, folder: Path):
        self._folder = folder
        self._ahead: AsyncKernelManager | None = None
        self._used: AsyncKernelManager | None = None

    def take(self, *, more: bool) -> AsyncKernelManager:
        """Return a started kernel's manager; with ``more``, start another one for the next call."""
        self._stop(self._used)
        self._used = self._ahead or self._start()
        self._ahead = self._start() if more else None
        return self._used

    def __enter__(self) -> Self:
        """Start the first kernel."""
        self._ahead = self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        """Stop every kernel."""
        self._stop(self._used)
        self._stop(self._ahead)

    def _start(self) -> AsyncKernelManager:
        manager = AsyncKernelManager(kernel_name=KERNEL)
        # Its notice that a kernel listens on this machine is no news to anyone here.
        quiet = ["--IPKernelApp.log_level=ERROR"]
        run_sync(manager.start_kernel)(cwd=str(self._folder), extra_arguments=quiet)
        return manager

    @staticmethod
    def _stop(manager: AsyncKernelManager | None) -> None:
        if manager is not None and manager.has_kernel:
            run_sync(manager.shutdown_kernel)(now=True)
