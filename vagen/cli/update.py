"""`vagen update show`: a progress update as text for mail or chat."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import click

from vagen.build import Outcome
from vagen.cli.exits import GOOD, PROBLEMS
from vagen.cli.log import Day
from vagen.cli.options import moment, on_workspace, workspace_root
from vagen.cli.report import report, words_of
from vagen.edit.account import Kept, kept
from vagen.edit.change import Edit
from vagen.locale import catalog
from vagen.locale.days import day
from vagen.model.workspace import UpdateFile
from vagen.pages.sent import readable
from vagen.problems import Message, Problem, Span, say
from vagen.render.plain import as_text, directed
from vagen.rules import clock
from vagen.rules.letters import newest_first, sent, waits
from vagen.source.glance import Glance

_READ = ("client.yaml", "updates/", "documents/")
_LISTED = 6
_WHY = {
    "draft": say("the client does not see it yet: it is a draft"),
    "to come": say("the client does not see it yet: its day is still to come"),
}


@click.group("update")
def update_group() -> None:
    """Show an update as text. `vagen new update` begins one."""


@update_group.command("show")
@click.argument("whose", metavar="CLIENT")
@click.argument("on", metavar="[DATE]", type=Day(), required=False)
@on_workspace
@click.option("--draft", "early", is_flag=True, help="Also one that the client does not see yet.")
def show_command(
    whose: str, on: date | None, folder: Path | None, now: date | datetime | None, *, early: bool
) -> int:
    """Show an update of CLIENT as text, to paste into a mail or a chat.

    It is the newest that the client sees, or that of DATE. Its title is the first line. Only what
    the client may read is shown.
    """
    root = workspace_root(folder)
    glance = Glance(root)
    found = kept(glance, whose, _READ)
    if isinstance(found, Edit):
        report(found, root, sys.stderr)
        return PROBLEMS
    today = _today(found, moment(now))
    file = _wanted(found, on, today, early=early)
    if isinstance(file, Problem):
        report(Outcome((file,)), root, sys.stderr, words_of(root))
        return PROBLEMS
    read = readable(found.workspace, found.account, file)
    report(Outcome(read.problems, glance.texts), root, sys.stderr, words_of(root))
    language = found.account.client.language
    click.echo(directed(_subject(file, language), language))
    click.echo()
    click.echo(as_text(read.prose, language, catalog(language)))
    why = waits(file, today)
    if why:
        click.echo(_WHY[why].spoken(words_of(root)), err=True)
    return GOOD


def _today(found: Kept, when: date | datetime) -> date:
    """Today on the client's clock, as their portal counts it."""
    now = clock.moment(when, found.workspace.practice.timezone)
    return clock.today(now, found.account.client.timezone)


def _wanted(found: Kept, on: date | None, today: date, *, early: bool) -> UpdateFile | Problem:
    """The update of a day, else the newest; those that the client does not see if `early`."""
    files = newest_first(found.account) if early else sent(found.account, today)
    wanted = next((one for one in files if on in (None, one.on)), None)
    if wanted is not None:
        return wanted
    unseen = next((one for one in newest_first(found.account) if on in (None, one.on)), None)
    if unseen is not None:
        command = f"vagen update show {found.account.id} {unseen.on} --draft"
        look = say("to look at it as it is: {command}", command=command)
        return Problem(Span(unseen.path), "no-update", _WHY[waits(unseen, today) or "draft"], look)
    return _none(found, on, files)


def _none(found: Kept, on: date | None, files: list[UpdateFile]) -> Problem:
    folder = f"{found.account.folder}/updates"
    if not files or on is None:
        begin = say("begin one with: {command}", command=f"vagen new update {found.account.id}")
        return Problem(Span(folder), "no-update", say("there is no update here yet"), begin)
    return Problem(
        Span(f"{folder}/{on.isoformat()}.md"),
        "no-update",
        say("there is no update of this day"),
        _days(files),
    )


def _days(files: list[UpdateFile]) -> Message:
    days = ", ".join(one.on.isoformat() for one in files[:_LISTED])
    return say("the newest are of: {days}", days=days)


def _subject(file: UpdateFile, language: str) -> str:
    """The headline, else the day."""
    title = file.update.title.within(language) if file.update.title else ""
    return " ".join(title.split()) or day(file.on, language)
