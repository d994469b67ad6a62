"""`vagen update show`: a progress update as text for mail or chat."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import click

from vagen.build import Outcome
from vagen.cli.exits import GOOD, PROBLEMS
from vagen.cli.log import Day
from vagen.cli.options import on_workspace, workspace_root
from vagen.cli.report import report, words_of
from vagen.edit.account import Kept, kept
from vagen.edit.change import Edit
from vagen.locale import catalog
from vagen.locale.days import day
from vagen.model.workspace import UpdateFile
from vagen.pages.sent import readable
from vagen.problems import Problem, Span, say
from vagen.render.plain import as_text
from vagen.source.glance import Glance

_READ = ("client.yaml", "updates/", "documents/")
_LISTED = 6


@click.group("update")
def update_group() -> None:
    """Show an update as text. `vagen new update` begins one."""


@update_group.command("show")
@click.argument("whose", metavar="CLIENT")
@on_workspace
@click.option("--on", type=Day(), help="The update of this day; else the newest.")
def show_command(
    whose: str, folder: Path | None, now: date | datetime | None, on: date | None
) -> int:
    """Show an update of CLIENT as text, to paste into a mail or a chat.

    Its title is the first line. Only what the client may read is shown.
    """
    del now
    root = workspace_root(folder)
    glance = Glance(root)
    found = kept(glance, whose, _READ)
    if isinstance(found, Edit):
        report(found, root, sys.stderr)
        return PROBLEMS
    file = _wanted(found, on)
    if isinstance(file, Problem):
        report(Outcome((file,)), root, sys.stderr, words_of(root))
        return PROBLEMS
    read = readable(found.workspace, found.account, file)
    report(Outcome(read.problems, glance.texts), root, sys.stderr, words_of(root))
    language = found.account.client.language
    click.echo(_subject(file, language))
    click.echo()
    click.echo(as_text(read.prose, language, catalog(language)))
    return GOOD


def _wanted(found: Kept, on: date | None) -> UpdateFile | Problem:
    """The update of a day, else the newest."""
    files = sorted(found.account.updates, key=lambda one: one.on, reverse=True)
    wanted = next((one for one in files if on in (None, one.on)), None)
    if wanted is not None:
        return wanted
    folder = f"{found.account.folder}/updates"
    begin = say("begin one with: {command}", command=f"vagen new update {found.account.id}")
    if not files or on is None:
        return Problem(Span(folder), "no-update", say("there is no update here yet"), begin)
    days = ", ".join(one.on.isoformat() for one in files[:_LISTED])
    return Problem(
        Span(f"{folder}/{on.isoformat()}.md"),
        "no-update",
        say("there is no update of this day"),
        say("the newest are of: {days}", days=days),
    )


def _subject(file: UpdateFile, language: str) -> str:
    """The headline, else the day."""
    title = file.update.title.within(language) if file.update.title else ""
    return " ".join(title.split()) or day(file.on, language)
