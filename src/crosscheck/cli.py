"""The command ``crosscheck``: run, status, report, evaluate, verify, new.

Each command imports what it needs when it is called, so that a run with nothing to do is quick.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from crosscheck import __version__
from crosscheck.errors import CrosscheckError
from crosscheck.paths import NOTEBOOKS, Paths, project_root

_Command = TypeVar("_Command", bound=Callable[..., Any])
_FOLDERS = ("seeds", "codebook", "results", "figures")


def _folders(command: _Command) -> _Command:
    for name in reversed(_FOLDERS):
        option = click.option(
            f"--{name}", metavar="DIR", help=f"Folder of the {name}; default {name}/."
        )
        command = option(command)
    return command


def _parameters(command: _Command) -> _Command:
    command = click.option(
        "-f", "--parameters-file", type=click.Path(path_type=Path), help="Parameters from YAML."
    )(command)
    return click.option(
        "-p", "--parameter", "pairs", nargs=2, multiple=True, metavar="NAME VALUE",
        help="One parameter of the notebooks; may be repeated.",
    )(command)  # fmt: skip


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def cli() -> None:
    """How several sources tell the same event, each claim tied to its characters."""


@cli.command()
@_folders
@_parameters
@click.option("--force", is_flag=True, help="Run also what is up to date.")
@click.argument("notebooks", nargs=-1)
def run(force: bool, notebooks: tuple[str, ...], **options: Any) -> None:
    """Run the notebooks that are stale, in sequence, through papermill."""
    paths, given = _opened(options)
    _bring_up_to_date(paths, given, notebooks, force=force)


@cli.command()
@_folders
@_parameters
def status(**options: Any) -> None:
    """Say for each stage whether it is stale, and why."""
    from crosscheck.run.sequence import plan, statuses
    from crosscheck.run.stages import STAGES

    paths, given = _opened(options)
    for found in statuses(STAGES, paths, plan(STAGES, paths, given)):
        click.echo(f"{found.stage}: {'stale' if found.stale else 'up to date'}")
        for reason in found.reasons:
            click.echo(f"  {reason}")


@cli.command()
@_folders
@_parameters
def prepare(**options: Any) -> None:
    """Bring notebooks and the parts of the report up to date; Quarto's step before rendering."""
    from crosscheck.report.prepare import prepare_report

    paths, given = _opened(options)
    _bring_up_to_date(paths, given)
    prepare_report(paths)


@cli.command()
@_folders
@_parameters
@click.option("--output", type=click.Path(path_type=Path), help="Folder; default _report/.")
@click.option("--renderer", type=click.Choice(["quarto", "pandoc"]), help="Default: what is here.")
def report(output: Path | None, renderer: str | None, **options: Any) -> None:
    """Bring the notebooks up to date and typeset the report, HTML and PDF."""
    from crosscheck.report.prepare import prepare_report
    from crosscheck.report.render import render_report

    paths, given = _opened(options)
    _bring_up_to_date(paths, given)
    prepare_report(paths)
    made = render_report(paths, output=output, renderer=renderer)
    click.echo(f"{made.name} set {_near(made.html)} and {_near(made.pdf)}")


@cli.command()
@_folders
@_parameters
@click.option("--errors", is_flag=True, help="List every error in its context.")
def evaluate(errors: bool, **options: Any) -> None:
    """Score each layer against the hand coding in the codebook."""
    from crosscheck import tables

    paths, given = _opened(options)
    _bring_up_to_date(paths, given, ("01_clean", "02_extract"))
    scores = tables.read(paths.tables, "scores")
    click.echo(
        scores.round(3).to_string(index=False, na_rep="") if len(scores) else "no hand coding"
    )
    for row in tables.read(paths.tables, "errors").itertuples(index=False) if errors else ():
        click.echo(f"\n{row.layer}, {row.aspect}, {row.corpus}, {row.doc_id}: {row.error}")
        click.echo(f"  {row.context}\n  {row.fields}")


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Write a workbench for another event into FOLDER; it runs at once on two sample texts."""
    from crosscheck.new.workbench import new_workbench

    new_workbench(folder)
    click.echo(
        f"{folder}: a workbench with two sample texts; “cd {folder}”, then “crosscheck report”"
    )


def _near(path: Path) -> str:
    """Return ``path`` as seen from where the user stands."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


@cli.command()
@_folders
@_parameters
def verify(**options: Any) -> None:
    """Run everything anew elsewhere and say whether the same tables and figures come out."""
    from crosscheck.run.verify import verify as compare

    paths, given = _opened(options)
    found = list(compare(paths, given))
    for name, verdict in found:
        if verdict != "same":
            click.echo(f"{verdict}: {name}")
    same = sum(verdict == "same" for _, verdict in found)
    click.echo(f"{same} of {len(found)} tables and figures came out the same, byte for byte")
    sys.exit(same != len(found))


def _bring_up_to_date(
    paths: Paths, given: dict[str, Any], notebooks: tuple[str, ...] = (), *, force: bool = False
) -> None:
    from crosscheck.run.sequence import plan, recover, statuses
    from crosscheck.run.sequence import run as run_stages
    from crosscheck.run.stages import choose

    stages = choose(notebooks)
    planned = plan(stages, paths, given)
    recover(paths)
    if not force and not any(found.stale for found in statuses(stages, paths, planned)):
        click.echo(f"up to date: {', '.join(stage.name for stage in stages)}")
        return
    from crosscheck.run.preflight import preflight  # reads with what the stages read with

    preflight(paths)
    ran = run_stages(stages, paths, planned, force=force)
    skipped = [stage.name for stage in stages if stage.name not in ran]
    click.echo(f"ran: {', '.join(ran)}" + (f"; up to date: {', '.join(skipped)}" * bool(skipped)))


def _opened(options: dict[str, Any]) -> tuple[Paths, dict[str, Any]]:
    """Return the folders and the parameters that the command line gives."""
    root = project_root()
    if not all((root / "notebooks" / f"{name}.ipynb").exists() for name in NOTEBOOKS):
        raise CrosscheckError(
            f"{root}: no workbench here (no notebooks/01_clean.ipynb); go to one, or make one "
            "with “crosscheck new DIR”"
        )
    given: dict[str, Any] = {}
    if options.get("parameters_file"):
        from crosscheck.run.parameters import from_file

        given |= from_file(options["parameters_file"])
    given |= dict(options.get("pairs", ()))
    # A folder may be named as an option or as a parameter; the option wins, and both are taken
    # from where the user stands.
    folders = {
        name: str(Path(chosen).resolve())
        for name in _FOLDERS
        if (chosen := options.get(name) or given.pop(name, None))
    }
    for name in _FOLDERS:
        given.pop(name, None)
    return Paths.of(**folders, root=root), given


def main() -> None:
    """Run the command; a problem in the input is one line and exit status 2."""
    try:
        sys.exit(cli.main(standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except CrosscheckError as error:
        click.echo(f"crosscheck: {error}", err=True)
        sys.exit(2)
    except (KeyboardInterrupt, click.Abort):
        click.echo("crosscheck: stopped; the results of the run before are as they were", err=True)
        sys.exit(130)
    except Exception as error:
        from crosscheck.run.failure import NotebookError

        if not isinstance(error, NotebookError):
            raise
        click.echo(str(error), err=True)
        sys.exit(1)
