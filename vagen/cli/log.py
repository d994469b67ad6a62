"""`vagen log`, `start`, `stop`, `status`: time, typed whole or by a timer."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime
from pathlib import Path

import click

from vagen.cli.completing import ClientName, LogLine, PersonName
from vagen.cli.exits import GOOD, PROBLEMS
from vagen.cli.options import moment, on_workspace, workspace_root
from vagen.cli.report import report, words_for
from vagen.cli.told import tell
from vagen.edit.change import Done
from vagen.edit.log import Stop, log, start, status, stop
from vagen.edit.timer import Running
from vagen.edit.writing import carry_out
from vagen.locale import Catalog, catalog, chosen
from vagen.model.calendar import read_day
from vagen.model.duration import spell
from vagen.problems import Message, Wrong, say
from vagen.source.glance import Glance

Now = date | datetime | None
_DRY = click.option("--dry-run", "dry", is_flag=True, help="Show what would change, write nothing.")


class Day(click.ParamType[date]):
    """A date; its mistakes are those of the files."""

    name = "DATE"

    def convert(self, value: object, param: object, ctx: object) -> date:
        """The date typed."""
        try:
            return read_day(value)
        except Wrong as wrong:
            words = catalog(chosen(os.environ) or "en")  # the practice is not read yet
            hint = f" ({wrong.hint.spoken(words)})" if wrong.hint else ""
            self.fail(f"{wrong.message.spoken(words)}{hint}", param, ctx)  # type: ignore[arg-type]


@click.command("log")
@click.argument("client", metavar="CLIENT", type=ClientName())
@click.argument("line", metavar="LINE", nargs=-1, required=True, type=LogLine())
@on_workspace
@click.option("--on", type=Day(), help="The day; else today in the practice's zone.")
@_DRY
def log_command(  # noqa: PLR0913 - one argument an option
    client: str, line: tuple[str, ...], folder: Path | None, now: Now, on: date | None, *, dry: bool
) -> int:
    """Log time for CLIENT (its id, or how that begins).

    LINE is a line of the log: "09:00-10:30 Call #content @dec-calendar", "45m Inbox #email !".
    """
    root, when = workspace_root(folder), moment(now)
    edit = carry_out(root, lambda glance: log(glance, client, " ".join(line), when, on), dry=dry)
    return tell(edit, root, said, dry=dry)


@click.command("start")
@click.argument("client", metavar="CLIENT", type=ClientName())
@click.argument("line", metavar="[WORDS]", nargs=-1, type=LogLine())
@on_workspace
@click.option("--at", metavar="TIME", default="", help="When it began today; else now.")
@click.option("--switch", is_flag=True, help="Stop the timer that runs and start this one.")
@_DRY
def start_command(  # noqa: PLR0913 - one argument an option
    client: str,
    line: tuple[str, ...],
    folder: Path | None,
    now: Now,
    at: str,
    *,
    switch: bool,
    dry: bool,
) -> int:
    """Start a timer for CLIENT: an open range in its log, until `vagen stop`.

    WORDS are what is done, and its markers: "Newsletter #design @december". They can wait until
    the end.
    """
    root, when, words = workspace_root(folder), moment(now), " ".join(line)
    edit = carry_out(
        root, lambda glance: start(glance, client, words, when, at, switch=switch), dry=dry
    )
    return tell(edit, root, said, dry=dry)


@click.command("stop")
@click.argument("line", metavar="[WORDS]", nargs=-1, type=LogLine())
@on_workspace
@click.option("--at", metavar="TIME", default="", help="When the work ended; else now.")
@click.option(
    "--person", metavar="ID", type=PersonName(), help="Stop the timer of somebody of the team."
)
@click.option("--drop", is_flag=True, help="Take the timer back: nothing is logged.")
@_DRY
def stop_command(  # noqa: PLR0913 - one argument an option
    line: tuple[str, ...],
    folder: Path | None,
    now: Now,
    at: str,
    person: str | None,
    *,
    drop: bool,
    dry: bool,
) -> int:
    """Stop the timer: its line in the log gets its end.

    WORDS, where there are any, take the place of those that it was started with; markers that
    they do not have stay.
    """
    root, when = workspace_root(folder), moment(now)
    how = Stop(at=at, typed=" ".join(line), person=person, drop=drop)
    edit = carry_out(root, lambda glance: stop(glance, when, how), dry=dry)
    return tell(edit, root, said, dry=dry)


@click.command("status")
@on_workspace
def status_command(folder: Path | None, now: Now) -> int:
    """Show the timer that runs."""
    root = workspace_root(folder)
    edit, timers = status(Glance(root), moment(now))
    words = words_for(edit)
    report(edit, root, sys.stderr, words)
    for timer in timers:
        click.echo(_running(timer, words))
    if not timers and not edit.failed:
        click.echo(words.gettext("No timer is running."))
    return PROBLEMS if edit.failed else GOOD


def said(done: Done, words: Catalog) -> str:
    """One line of the log as a sentence."""
    entry = done.entry
    if entry is None:
        return ""
    values = {
        "client": done.client,
        "day": entry.on.isoformat(),
        "spelled": spell(entry.minutes),
        "time": f"{entry.start:%H:%M}" if entry.start else "",
        "text": _with_marks(entry.text, done),
    }
    forms = {
        "logged": say("Logged for {client} on {day}: {spelled} {text}"),
        "started": say("Started for {client} at {time}: {text}"),
        "stopped": say("Stopped for {client}, {spelled} since {time}: {text}"),
        "dropped": say("Taken back for {client}, nothing is logged: {text}"),
    }
    return _filled(forms[done.verb], values, words)


def _filled(form: Message, values: dict[str, str], words: Catalog) -> str:
    return Message(form.text, tuple(values.items())).spoken(words)


def _with_marks(text: str, done: Done) -> str:
    entry = done.entry
    if entry is None:
        return text
    names = (("#", entry.kind), ("@", entry.task), ("+", entry.person))
    marks = [f"{sign}{name}" for sign, name in names if name]
    return " ".join([text, *marks, *(() if entry.billable_mark else ("!",))])


def _running(timer: Running, words: Catalog) -> str:
    entry = timer.entry
    done = Done(verb="started", client=timer.client, at=entry.at, entry=entry)
    values = {
        "client": timer.client,
        "spelled": spell(max(0, timer.minutes)),
        "time": f"{entry.start:%H:%M}",
        "day": entry.on.isoformat(),
        "text": _with_marks(entry.text, done),
    }
    form = say("Running for {client}, {spelled} since {day} {time}: {text}")
    return _filled(form, values, words)
