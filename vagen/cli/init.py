"""`vagen init`: begins a workspace, from four questions or from the demo."""

from __future__ import annotations

import os
import shlex
import sys
from datetime import date, datetime
from pathlib import Path

import click

from vagen.build import Outcome
from vagen.cli.exits import GOOD, PROBLEMS, REFUSED
from vagen.cli.options import When, moment
from vagen.cli.questions import asked, likely
from vagen.cli.report import report
from vagen.edit.demo import demo_files, demo_language
from vagen.edit.editors import editor_files
from vagen.edit.folder import begin
from vagen.edit.heading import headed
from vagen.edit.starter import Beginning, starter_files
from vagen.locale import Catalog, catalog, chosen


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--demo", is_flag=True, help="Copy the demo practice, its dates moved to this week.")
@click.option("--no-input", is_flag=True, help="Ask nothing; take what is likely.")
@click.option("--now", type=When(), help="Work as if it were then: a date or an instant.")
def init_command(folder: Path, *, demo: bool, no_input: bool, now: date | datetime | None) -> int:
    """Begin a workspace in DIR. Nothing that is there is overwritten."""
    today = _day(moment(now))
    if demo:
        files, language = demo_files(today), demo_language()
    else:
        beginning = likely(folder, today) if no_input else _answered(folder, today)
        files, language = starter_files(beginning, today), beginning.language
    words = catalog(chosen(os.environ) or language)
    headed_files = {name: headed(name, content) for name, content in files.items()}
    begun = begin(folder, headed_files, editor_files(catalog(language)))
    if begun.problems:
        report(Outcome(begun.problems), Path(), sys.stderr, words)
        return REFUSED if all(one.code == "already-there" for one in begun.problems) else PROBLEMS
    _tell(folder, len(begun.written), words)
    return GOOD


def _answered(folder: Path, today: date) -> Beginning:
    """The answers to the four questions; where nobody answers, what does without is told."""
    try:
        return asked(folder, today)
    except click.Abort:
        if sys.stdin.isatty():
            raise
        click.echo("", err=True)
        words = catalog(chosen(os.environ) or "en")
        form = words.gettext("To take what is likely, add {option}.")
        raise click.UsageError(form.format(option="--no-input")) from None


def _tell(folder: Path, count: int, words: Catalog) -> None:
    """What was written, and what to type next."""
    form = words.ngettext(
        "{count} file written to {folder}", "{count} files written to {folder}", count
    )
    click.echo(form.format(count=count, folder=folder.as_posix()))
    there = "" if folder.resolve() == Path.cwd() else f"cd {shlex.quote(folder.as_posix())} && "
    click.echo(words.gettext("Now type: {command}").format(command=f"{there}vagen build"))


def _day(when: date | datetime) -> date:
    return when.astimezone().date() if isinstance(when, datetime) else when
