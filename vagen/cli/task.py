"""`vagen task`: add, list, done, move."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, get_args

import click

from vagen.cli.completing import ClientName, KindName, PersonName, SopName, TaskName
from vagen.cli.exits import GOOD, PROBLEMS
from vagen.cli.log import Day
from vagen.cli.options import moment, on_workspace, workspace_root
from vagen.cli.report import report, words_for
from vagen.cli.told import tell
from vagen.edit.change import Done
from vagen.edit.tasklist import all_tasks
from vagen.edit.tasks import Move, add, move
from vagen.edit.writing import carry_out
from vagen.locale import Catalog
from vagen.model.task import TaskStatus
from vagen.problems import Message, say
from vagen.source.glance import Glance

Now = date | datetime | None
_DRY = click.option("--dry-run", "dry", is_flag=True, help="Show what would change, write nothing.")
_NAMES = {"--sop": SopName(), "--assignee": PersonName(), "--kind": KindName()}
_STATUS = click.Choice(get_args(TaskStatus))


@click.group("task")
def task_group() -> None:
    """Add, list, finish and move the tasks of clients."""


def _keys(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of `add` that are keys of the task, in the order in which they are written."""
    texts = (
        ("--note", "TEXT", "What the client reads beside it."),
        ("--sop", "AREA/SOP", "The SOP it follows."),
        ("--assignee", "PERSON", "Who does it."),
        ("--kind", "KIND", "The kind of work."),
        ("--goal", "GOAL", "The client's goal that it serves."),
        ("--estimate", "TIME", "How long it should take: 2h, 1h30m."),
        ("--due", "DATE", "The due date."),
        ("--start", "DATE", "Not before."),
        ("--for", "WHOM", "Whom it waits for: client, or a name."),
    )
    for name, what, says in texts:
        kept = "waiting_for" if name == "--for" else name[2:]
        typed = _NAMES.get(name)
        command = click.option(name, kept, metavar=what, default="", help=says, type=typed)(command)
    flags = (
        ("--private", "The client never sees it."),
        ("--urgent", "It is urgent whatever its date."),
        ("--important", "It matters beyond its date."),
    )
    for name, says in flags:
        command = click.option(name, is_flag=True, help=says)(command)
    return command


@task_group.command("add")
@click.argument("client", metavar="CLIENT", type=ClientName())
@click.argument("title", metavar="TITLE", nargs=-1, required=True)
@on_workspace
@click.option("--status", type=_STATUS, default="todo", help="Where it stands; else todo.")
@_keys
@click.option("--id", metavar="ID", default="", help="Its id; else one is made from the title.")
@_DRY
def add_command(
    client: str,
    title: tuple[str, ...],
    folder: Path | None,
    now: Now,
    *,
    dry: bool,
    **keys: str | bool,
) -> int:
    """Add a task for CLIENT at the end of its list."""
    root, when = workspace_root(folder), moment(now)
    order = (
        "id", "status", "waiting_for", "start", "due", "estimate", "important", "urgent", "goal",
        "kind", "assignee", "sop", "private", "note",
    )  # fmt: skip
    typed = [(key, keys[key]) for key in order]
    edit = carry_out(
        root, lambda glance: add(glance, client, " ".join(title), typed, when), dry=dry
    )
    return tell(edit, root, said, dry=dry)


@task_group.command("list")
@click.argument("client", metavar="[CLIENT]", default="", type=ClientName())
@on_workspace
@click.option("--status", type=_STATUS, help="Only those that stand there.")
@click.option("--all", "every", is_flag=True, help="Those that are done, too.")
def list_command(
    client: str, folder: Path | None, now: Now, *, status: str | None, every: bool
) -> int:
    """List the tasks of CLIENT, or of all: name, status, due date, title."""
    root = workspace_root(folder)
    edit, rows = all_tasks(Glance(root), client, moment(now))
    words = words_for(edit)
    report(edit, root, sys.stderr, words)
    shown = [
        row for row in rows if (row.status == status if status else every or row.status != "done")
    ]
    widest = max((len(row.name) for row in shown), default=0)
    for row in shown:
        late = words.gettext("late") if row.late else ""
        when = f"{row.due} {late}".strip() or "-"
        click.echo(f"{row.name:<{widest}}  {row.status:<8}  {when:<15}  {row.title}")
    if not shown and not edit.failed:
        click.echo(words.gettext("There are no tasks here."))
    return PROBLEMS if edit.failed else GOOD


@task_group.command("done")
@click.argument("task", metavar="CLIENT/TASK", type=TaskName())
@on_workspace
@click.option("--on", type=Day(), help="The day; else today in the practice's zone.")
@_DRY
def done_command(task: str, folder: Path | None, now: Now, on: date | None, *, dry: bool) -> int:
    """Finish a task: it is done, today."""
    return _move(task, Move(status="done", on=on), folder, now, dry=dry)


@task_group.command("move")
@click.argument("task", metavar="CLIENT/TASK", type=TaskName())
@click.argument("status", metavar="STATUS", type=_STATUS)
@on_workspace
@click.option("--for", "whom", metavar="WHOM", default="", help="Whom it waits for, e.g. client.")
@_DRY
def move_command(  # noqa: PLR0913 - one argument an option
    task: str, status: str, folder: Path | None, now: Now, whom: str, *, dry: bool
) -> int:
    """Move a task: inbox, todo, doing, review, approval, waiting or done."""
    return _move(task, Move(status=status, waiting_for=whom), folder, now, dry=dry)


def _move(task: str, to: Move, folder: Path | None, now: Now, *, dry: bool) -> int:
    root, when = workspace_root(folder), moment(now)
    edit = carry_out(root, lambda glance: move(glance, task, to, when), dry=dry)
    return tell(edit, root, said, dry=dry)


def said(done: Done, words: Catalog) -> str:
    """What happened to a task, as a sentence."""
    forms = {
        "added": say("Added {name}: {title}"),
        "moved": say("{name} is {status} now: {title}"),
        "unchanged": say("{name} is {status} already: {title}"),
    }
    values = {
        "name": f"{done.client}/{done.task}",
        "status": done.status,
        "title": done.title,
    }
    return Message(forms[done.verb].text, tuple(values.items())).spoken(words)
