"""The small report, made once and read by many tests."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from crosscheck.paths import Paths
from crosscheck.report.prepare import folder_of, prepare_report
from crosscheck.report.render import RendererInfo, render_report
from tests.report.small import workbench


class Made(NamedTuple):
    """A workbench whose report has been made."""

    paths: Paths
    report: RendererInfo

    @property
    def html(self) -> str:
        return self.report.html.read_text(encoding="utf-8")

    def part(self, name: str) -> str:
        return (folder_of(self.paths) / f"{name}.md").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder: Path = tmp_path_factory.mktemp("small")
    paths = workbench(folder)
    prepare_report(paths)
    return Made(paths, render_report(paths, renderer="pandoc"))
