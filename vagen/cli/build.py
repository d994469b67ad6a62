"""`vagen build`: makes the site and says what it did."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import click

from vagen.build import Choices, Outcome, Progress, build
from vagen.cli.exits import GOOD, MISSING, PROBLEMS, REFUSED
from vagen.cli.options import moment, on_workspace, shown_path, workspace_root
from vagen.cli.report import as_data, report, words_for
from vagen.cli.summary import counted, explained, places, stopped

KINDS = ("public", "portal", "welcome", "handbook", "invoices", "desk")
_REFUSALS = {"output-place", "output-link"}
_PATIENCE = 12  # renderings that are over before a progress bar has anything to say


@click.command("build")
@on_workspace
@click.option(
    "--output",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where to write the site; else site/ of the workspace.",
)
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(KINDS),
    help="Make this kind of page; the others stay as they are. May be given again.",
)
@click.option("--no-pdf", is_flag=True, help="Leave the PDFs as they are.")
@click.option("--strict", is_flag=True, help="Let warnings stop the build, too.")
@click.option("--explain", is_flag=True, help="Say for every file why it was made again.")
@click.option("--json", "as_json", is_flag=True, help="Say everything as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but problems.")
def build_command(  # noqa: PLR0913 - one argument an option
    folder: Path | None,
    now: date | datetime | None,
    *,
    output: Path | None,
    only: tuple[str, ...],
    no_pdf: bool,
    strict: bool,
    explain: bool,
    as_json: bool,
    quiet: bool,
) -> int:
    """Make the site: portals, welcome kits, handbook, invoices and public pages."""
    root = workspace_root(folder)
    target = (Path.cwd() / output) if output is not None else root / "site"
    wanted = frozenset({*only, "assets"}) if only else None
    choices = Choices(target, only=wanted, pdf=not no_pdf, strict=strict)
    with _progress(shown=not (quiet or as_json)) as progress:
        outcome = build(root, moment(now), choices, progress)
    code = _exit_code(outcome, only)
    if as_json:
        click.echo(json.dumps(_data(outcome, root, target, code), ensure_ascii=False, indent=2))
        return code
    report(outcome, root, sys.stderr)
    words = words_for(outcome)
    if explain:
        _say(explained(outcome, target, words))
    if quiet:
        return code
    if outcome.failed:
        click.echo(stopped(outcome, words), err=True)
    else:
        _say([counted(outcome, words), *places(outcome, target, words)])
    return code


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _exit_code(outcome: Outcome, only: tuple[str, ...]) -> int:
    codes = {problem.code for problem in outcome.problems}
    errors = {problem.code for problem in outcome.problems if problem.severity == "error"}
    if errors & _REFUSALS:
        return REFUSED
    if errors - {"no-pango"}:
        return PROBLEMS
    return MISSING if errors or ("no-pango" in codes and "invoices" in only) else GOOD


@contextmanager
def _progress(*, shown: bool) -> Iterator[Progress | None]:
    """A bar on the terminal, for builds that take a while; nothing anywhere else."""
    if not (shown and sys.stderr.isatty()):
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, visible=False)

        def tell(path: str, number: int, count: int) -> None:
            bar.update(
                task, completed=number - 1, total=count, description=path, visible=count > _PATIENCE
            )

        yield tell


def _data(outcome: Outcome, root: Path, target: Path, code: int) -> dict[str, object]:
    done = outcome.published
    files = {
        name: list(getattr(done, name)) if done else []
        for name in ("written", "unchanged", "adopted", "removed", "kept")
    }
    return {
        "exit": code,
        "output": shown_path(target, root),
        "problems": as_data(outcome.problems, root, words_for(outcome)),
        **files,
        "reasons": {path: list(parts) for path, parts in done.reasons.items()} if done else {},
    }
