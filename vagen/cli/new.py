"""`vagen new`: begins a client, an SOP, a service, an invoice, an update or a note."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from vagen.cli.editor import at_a_terminal, chosen_editor, edit
from vagen.cli.exits import GOOD, MISSING, PROBLEMS
from vagen.cli.log import Day
from vagen.cli.month import Month
from vagen.cli.options import moment, on_workspace, shown_path, workspace_root
from vagen.cli.report import report, words_for
from vagen.cli.told import tell
from vagen.cli.wanted import client_wanted, not_given, wanted
from vagen.edit.account import practice_of
from vagen.edit.bill import invoice
from vagen.edit.change import Done, Edit
from vagen.edit.form import refused
from vagen.edit.letter import update
from vagen.edit.newclient import NewClient, client, lacking_in, likely, taken, with_id, wrong_in
from vagen.edit.newtext import note, service, sop
from vagen.edit.writing import carry_out
from vagen.locale import Catalog
from vagen.model.practice import Practice
from vagen.problems import Message, Problem, Span, say
from vagen.rules import clock
from vagen.source.glance import Basics, Glance

Now = date | datetime | None


@click.group("new")
def new_group() -> None:
    """Begin a client, an SOP, a service, an invoice, an update or a note.

    Each writes a new file from what your files already say, opens it in your editor ($VISUAL or
    $EDITOR), and checks it when you close that. Nothing that is there is overwritten.
    """


@dataclass(frozen=True, slots=True)
class _Run:
    """Where and when a command works, and how far it goes: whether it opens an editor, if told."""

    root: Path
    now: Now
    dry: bool
    opens: bool | None

    def today(self) -> date:
        """Today in the practice's zone; where that can't be read, the command refuses anyhow."""
        basics = Glance(self.root).basics()
        zone = basics.zone if isinstance(basics, Basics) else ZoneInfo("UTC")
        return clock.today(clock.moment(moment(self.now), zone), zone)


def _begins(begin: Callable[..., int]) -> Callable[..., int]:
    """The options of every command that begins a file; it gets them as one."""

    @wraps(begin)
    def command(
        folder: Path | None, now: Now, *, dry: bool, opens: bool | None, **given: object
    ) -> int:
        return begin(_Run(workspace_root(folder), now, dry, opens), **given)

    dry = click.option("--dry-run", "dry", is_flag=True, help="Show the file, write nothing.")
    opens = click.option(
        "--edit/--no-edit", "opens", default=None, help="Open it in an editor; else in a terminal."
    )
    wrapped: Callable[..., int] = on_workspace(opens(dry(command)))
    return wrapped


@new_group.command("client")
@click.argument("id_", metavar="ID", default="")
@click.option("--name", metavar="TEXT", default="", help="The name that pages show.")
@click.option("--language", metavar="en|he", default="", help="What the client reads.")
@click.option("--timezone", "zone", metavar="ZONE", default="", help="The client's clock.")
@click.option("--currency", metavar="CODE", default="", help="What the client is billed in.")
@click.option("--country", metavar="CODE", default="", help="Where the client is: IL, GB, US.")
@click.option("--no-input", is_flag=True, help="Ask nothing; take what is likely.")
@_begins
def client_command(run: _Run, id_: str, *, no_input: bool, **given: str) -> int:
    """Begin the folder of a client; ID is its name, as in content/clients/ID.

    In a terminal it asks for what was not given. Money and clock are those of the country.
    """
    glance, today = Glance(run.root), run.today()
    practice = practice_of(glance)
    if isinstance(practice, Edit):
        return tell(practice, run.root, said, dry=run.dry)
    typed = with_id(NewClient(id=id_, **given), glance.clients())
    whole = _whole_client(typed, practice, run, no_input=no_input)
    if isinstance(whole, Problem):
        return tell(refused(glance, [whole]), run.root, said, dry=run.dry)
    return _begin(run, lambda glance: client(glance, whole, practice, today))


def _whole_client(
    typed: NewClient, practice: Practice, run: _Run, *, no_input: bool
) -> NewClient | Problem:
    """The client with what a person answers; where nobody can be asked, all must be typed."""
    glance = Glance(run.root)
    if typed.id and wrong_in(typed):
        return typed  # it is told before anything is asked
    there = taken(glance, typed.id)
    if there is not None:
        return there
    if at_a_terminal() and not no_input:
        from vagen.cli.questions import client_asked

        return client_asked(typed, practice, run.today(), glance.clients())
    lacking = lacking_in(typed)
    if no_input:
        lacking = [] if typed.id else lacking[:1]
    if lacking:
        not_given(run.root, lacking, "" if no_input else "--no-input")
    return likely(typed, practice, run.today())


@new_group.command("sop")
@click.argument("name", metavar="AREA/NAME", default="")
@click.option("--title", metavar="TEXT", default="", help="What it is called.")
@_begins
def sop_command(run: _Run, name: str, *, title: str) -> int:
    """Begin an SOP. Only you read it until you say who else does."""
    name = wanted(run.root, name, say("Its area and name, as office/inbox"), "AREA/NAME")
    return _begin(run, lambda glance: sop(glance, name, title, run.today()))


@new_group.command("service")
@click.argument("name", metavar="NAME", default="")
@click.option("--title", metavar="TEXT", default="", help="What it is called.")
@_begins
def service_command(run: _Run, name: str, *, title: str) -> int:
    """Begin a service package. The public pages show it once you say so."""
    name = wanted(run.root, name, say("Its name, as social-media"), "NAME")
    return _begin(run, lambda glance: service(glance, name, title, run.today()))


@new_group.command("note")
@click.argument("whose", metavar="CLIENT", default="")
@click.argument("title", metavar="[TITLE]", nargs=-1)
@_begins
def note_command(run: _Run, whose: str, title: tuple[str, ...]) -> int:
    """Begin a note about CLIENT. It is for your eyes only."""
    whose = client_wanted(run.root, whose)
    return _begin(run, lambda glance: note(glance, whose, " ".join(title), run.today()))


@new_group.command("invoice")
@click.argument("whose", metavar="CLIENT", default="")
@click.option("--month", type=Month(), help="The month that is billed; else this one.")
@click.option("--blank", "by_hand", is_flag=True, help="With one line for you to type.")
@_begins
def invoice_command(run: _Run, whose: str, *, month: date | None, by_hand: bool) -> int:
    """Draft an invoice for CLIENT from a month's billable hours or retainer.

    It has no number, so that only you see it.
    """
    first = month or run.today().replace(day=1)
    whose = client_wanted(run.root, whose)
    return _begin(run, lambda glance: invoice(glance, whose, first, by_hand=by_hand))


@new_group.command("update")
@click.argument("whose", metavar="CLIENT", default="")
@click.option("--on", type=Day(), help="Its day; else today in the practice's zone.")
@_begins
def update_command(run: _Run, whose: str, *, on: date | None) -> int:
    """Draft a progress update for CLIENT, from the tasks and hours since the last one.

    Only you see it until you take its line `draft: yes` out.
    """
    whose = client_wanted(run.root, whose)
    return _begin(run, lambda glance: update(glance, whose, on or run.today()))


def said(done: Done, words: Catalog) -> str:
    """What was begun; the path is put in where it is told."""
    return Message(say("Begun: {path}").text, (("path", done.title),)).spoken(words)


def _begin(run: _Run, plan: Callable[[Glance], Edit]) -> int:
    """Write the files, let the person go on in the first of them, and check them."""
    done = carry_out(run.root, plan, dry=run.dry)
    code = tell(done, run.root, _told_from(run.root), dry=run.dry)
    if code != GOOD or run.dry:
        return code
    opened = _opened(run, done.done[0].at, words_for(done))
    if _wrong(run, {change.path for change in done.changes}):
        return PROBLEMS
    return GOOD if opened else MISSING


def _opened(run: _Run, at: Span, words: Catalog) -> bool:
    """Open a file in the person's editor, where it is wanted; whether the system let us."""
    if not (at_a_terminal() if run.opens is None else run.opens):
        return True
    editor = chosen_editor(os.environ)
    if not editor:
        if run.opens:
            click.echo(words.gettext("No editor is chosen: set $EDITOR to its name."), err=True)
        return not run.opens
    reason = edit(editor, run.root / at.path, at.line)
    if reason:
        form = words.gettext("The editor {editor} could not be opened: {reason}")
        click.echo(form.format(editor=editor[0], reason=reason), err=True)
        click.echo(words.gettext("The file is written; open it yourself."), err=True)
    return not reason


def _wrong(run: _Run, paths: set[str]) -> bool:
    """Show what `vagen check` finds in these files; whether there was anything."""
    from vagen.build import check

    outcome = check(run.root, moment(run.now))
    own = tuple(one for one in outcome.problems if one.at.path in paths)
    report(replace(outcome, problems=own), run.root, sys.stderr)
    return bool(own)


def _told_from(root: Path) -> Callable[[Done, Catalog], str]:
    """The sentence with the path as it is seen from the current folder."""
    return lambda done, words: said(replace(done, title=shown_path(done.title, root)), words)
