"""`vagen check`: all stages but PDFs and writing."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import click

from vagen.build import check
from vagen.cli.exits import GOOD, PROBLEMS
from vagen.cli.options import moment, on_workspace, workspace_root
from vagen.cli.report import report, report_github, report_json, words_for
from vagen.cli.summary import found


@click.command("check")
@on_workspace
@click.option("--strict", is_flag=True, help="Let warnings stop, too.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="For people, for editors, or for annotations in GitHub.",
)
def check_command(
    folder: Path | None, now: date | datetime | None, *, strict: bool, form: str
) -> int:
    """Show every mistake of the workspace; write nothing."""
    root = workspace_root(folder)
    outcome = check(root, moment(now), strict=strict)
    if form == "json":
        report_json(outcome, root)
    elif form == "github":
        report_github(outcome, root)
    else:
        report(outcome, root, sys.stdout)
        if sys.stdout.isatty():
            click.echo(found(outcome, words_for(outcome)))
    return PROBLEMS if outcome.failed else GOOD
