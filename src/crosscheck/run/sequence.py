"""How do the notebooks run one after the other, and what if one fails?"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from crosscheck.paths import Paths
from crosscheck.run.fingerprint import fingerprint
from crosscheck.run.parameters import check_values, declared
from crosscheck.run.stages import StageFiles
from crosscheck.run.status import Status, record, status_of

_BEFORE = ".before"
_FAILED = "failed"
Plan = dict[str, dict[str, Any]]


def plan(stages: Sequence[StageFiles], paths: Paths, given: Mapping[str, Any]) -> Plan:
    """Return for each stage the parameters it will run with, all checked.

    ``given`` are the parameters of the command line and of a file; each stage takes those it has.
    Raises CrosscheckError before anything runs when one is unknown, mistyped or out of range.
    """
    known = {stage.name: declared(stage.notebook(paths)) for stage in stages}
    together = {name: value for one in known.values() for name, value in one.items()}
    where = stages[0].name if len(stages) == 1 else "no notebook here"
    values = check_values(given, together, where) if given else {}
    folders = {name: _told(getattr(paths, name), paths) for name in ("seeds", "codebook",
               "results", "figures")}  # fmt: skip
    return {
        name: {
            **{key: default for key, (_, default) in own.items()},
            **{key: value for key, value in folders.items() if key in own},
            **{key: value for key, value in values.items() if key in own},
        }
        for name, own in known.items()
    }


def _told(folder: Path, paths: Paths) -> str:
    """Return a folder as the notebooks are told it: relative to the workbench where it can be."""
    inside = folder.is_relative_to(paths.root)
    return (folder.relative_to(paths.root) if inside else folder).as_posix()


def statuses(stages: Sequence[StageFiles], paths: Paths, planned: Plan) -> list[Status]:
    """Return the status of each stage; one behind a stale one waits for it."""
    found: list[Status] = []
    for stage in stages:
        status = status_of(stage, paths, planned[stage.name])
        stale = [other.stage for other in found if other.stale]
        if not status.stale and stale:
            status = Status(stage.name, (f"{stale[0]} before it has to run",))
        found.append(status)
    return found


def run(
    stages: Sequence[StageFiles], paths: Paths, planned: Plan, *, force: bool = False
) -> list[str]:
    """Run the stages that are stale (all with ``force``), in order; return their names.

    When one fails, or on Ctrl-C, the results of the run before are put back as they were.
    """
    # Imported here because a run with nothing to do needs neither Jupyter nor papermill.
    from crosscheck.run.kernels import Kernels

    recover(paths)
    ran: list[str] = []
    with _restoring(paths), Kernels(paths.root / "notebooks") as kernels:
        from crosscheck.run.execute import execute  # a second's import, while the kernel starts

        for stage in stages:
            if not force and not status_of(stage, paths, planned[stage.name]).stale:
                continue
            ran_from = fingerprint(stage, paths, planned[stage.name])
            execute(
                stage.notebook(paths),
                paths.executed / f"{stage.name}.ipynb",
                paths.results / _FAILED / f"{stage.name}.ipynb",
                planned[stage.name],
                kernels.take(more=stage is not stages[-1]),
            )
            record(stage, paths, ran_from)
            ran.append(stage.name)
    shutil.rmtree(paths.results / _FAILED, ignore_errors=True)
    return ran


def recover(paths: Paths) -> None:
    """Put back what a run that was killed (power, kill -9) had set aside."""
    if (paths.results / _BEFORE / "complete").exists():
        _put_back(paths)
    shutil.rmtree(paths.results / _BEFORE, ignore_errors=True)


@contextmanager
def _restoring(paths: Paths) -> Iterator[None]:
    """Keep the results as they are; put them back if the block does not end well."""
    aside = paths.results / _BEFORE
    fresh = not paths.results.exists()
    try:
        for name, folder in _kept(paths).items():
            if folder.exists():
                _link_tree(folder, aside / name)
        aside.mkdir(parents=True, exist_ok=True)
        (aside / "complete").touch()
        yield
    except BaseException:
        _put_back(paths)
        shutil.rmtree(aside, ignore_errors=True)
        if fresh and paths.results.exists() and not any(paths.results.iterdir()):
            paths.results.rmdir()
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _kept(paths: Paths) -> dict[str, Path]:
    return {
        "tables": paths.tables,
        "notebooks": paths.executed,
        "figures": paths.figures,
        "state.json": paths.results / "state.json",
    }


def _put_back(paths: Paths) -> None:
    for name, folder in _kept(paths).items():
        saved = paths.results / _BEFORE / name
        if folder.is_dir():
            shutil.rmtree(folder)
        else:
            folder.unlink(missing_ok=True)
        if saved.exists():
            folder.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(saved, folder)


def _link_tree(source: Path, target: Path) -> None:
    """Copy by hard links: every writer here replaces a file and never changes one in place."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_file():
        _link(str(source), str(target))
    else:
        shutil.copytree(source, target, copy_function=_link, dirs_exist_ok=True)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
