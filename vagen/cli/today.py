"""`vagen today`: what a day asks, on one screen."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import click

from vagen.cli.brief import Part, parts, title
from vagen.cli.columns import RIGHT, columns
from vagen.cli.exits import GOOD, PROBLEMS
from vagen.cli.log import Day
from vagen.cli.options import moment, on_workspace, workspace_root
from vagen.cli.report import coloured, report, words_for
from vagen.cli.rows import Voice
from vagen.edit.asked import TYPED, client_meant
from vagen.edit.change import Edit
from vagen.locale import Catalog, direction
from vagen.problems import Problem, ordered
from vagen.rules.briefing import Briefing, briefing
from vagen.rules.clock import moment as instant
from vagen.source.day import read_day
from vagen.source.glance import PRACTICE, Glance
from vagen.source.workspace import load

Now = date | datetime | None


@click.command("today")
@on_workspace
@click.option("--on", type=Day(), help="Another day, as it looks from there.")
@click.option("--client", metavar="CLIENT", default="", help="Only what concerns this client.")
def today_command(folder: Path | None, now: Now, on: date | None, client: str) -> int:
    """Show what the day asks: calls, tasks, deadlines, what waits for whom, retainers running low.

    Times are told by your clock and by the client's. Every open task stands here at most once.
    """
    root, when = workspace_root(folder), on or moment(now)
    glance = Glance(root)
    clients: tuple[str, ...] = glance.clients()
    if client:
        meant = client_meant(client, clients)
        if isinstance(meant, Problem):
            glance.page(PRACTICE)  # it says in which language the problem is told
            report(Edit(problems=(meant,), texts={**glance.texts, TYPED: client}), root, sys.stderr)
            return PROBLEMS
        clients = (meant,)
    loaded = load(read_day(root, _somewhere(when), clients))
    errors = ordered(one for one in loaded.problems if one.severity == "error")
    found = Edit(problems=errors, texts=loaded.texts)
    words = words_for(found)
    if loaded.workspace is not None and not loaded.workspace.practice.lacks("timezone"):
        now_there = instant(when, loaded.workspace.practice.timezone)
        broken = {one.at.path for one in errors}
        brief = briefing(loaded.workspace, now_there, words.language, broken)
        voice = Voice(words, brief.now, loaded.workspace.practice.timezone, live=on is None)
        click.echo("\n".join(_page(brief, voice, clients)))
        if errors:
            _regret(found, root, words)
    else:
        report(found, root, sys.stderr, words)
    return PROBLEMS if errors else GOOD


def _somewhere(when: date | datetime) -> date:
    """The day in some zone: the practice's is not read yet."""
    return when.astimezone(UTC).date() if isinstance(when, datetime) else when


def _page(brief: Briefing, voice: Voice, clients: tuple[str, ...]) -> Iterator[str]:
    colour, right = coloured(sys.stdout), direction(voice.language) == "rtl"
    mark = RIGHT if right else ""
    yield _bold(f"{mark}{title(brief, voice)}", colour=colour)
    if not clients:
        yield ""
        yield mark + voice.words.gettext(
            "There are no clients yet: each has a folder in content/clients/ with a client.yaml."
        )
        return
    for part in parts(brief, voice):
        yield ""
        yield _bold(f"{mark}{part.heading}", colour=colour)
        yield from _rows(part, voice.language, colour=colour)
        if part.sentence:
            yield f"{mark}  {part.sentence}"


def _rows(part: Part, language: str, *, colour: bool) -> Iterator[str]:
    """Each row in one line, what says that it is late in red."""
    for row, cells in zip(
        part.rows, columns([one.cells for one in part.rows], language), strict=True
    ):
        told = list(cells)
        if row.late is not None and colour:
            told[row.late] = click.style(told[row.late], fg="red")
        yield "  " + "".join(told)


def _bold(text: str, *, colour: bool) -> str:
    return click.style(text, bold=True) if colour else text


def _regret(found: Edit, root: Path, words: Catalog) -> None:
    """The mistakes, below what can be shown: they are what a person sees last."""
    click.echo("", err=True)
    report(found, root, sys.stderr, words)
    told = words.gettext("What these lines say is left out above, or not sure.")
    click.echo(told, err=True)
