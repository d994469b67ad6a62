"""`vagen serve`: shows the site in a browser while you write."""

from __future__ import annotations

import os
import sys
import threading
import webbrowser
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vagen.build import Choices
from vagen.cli.completing import ClientName
from vagen.cli.ending import ended_by_signals
from vagen.cli.exits import GOOD, PROBLEMS
from vagen.cli.options import moment, on_workspace, shown_path, workspace_root
from vagen.cli.report import report, words_of
from vagen.cli.rounds import Telling, opening
from vagen.edit.asked import TYPED, client_meant
from vagen.edit.change import Edit
from vagen.locale import Catalog
from vagen.problems import Problem, say
from vagen.publish.place import PREVIEW
from vagen.serve.editor import EDITORS, editor_of
from vagen.source.glance import Glance
from vagen.watch.watching import Round

if TYPE_CHECKING:  # for types alone: `vagen serve --help` has no need of a server
    from vagen.serve.server import Server
    from vagen.serve.stage import Stage

PORT = 8200
_NO_EDITOR = "none"


@click.command("serve")
@on_workspace
@click.option("--open", "opens", is_flag=True, help="Open the browser.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help="Where to listen; where that is taken, the next that is free.",
)
@click.option("--client", metavar="ID", type=ClientName(), help="Begin in this client's portal.")
@click.option(
    "--editor",
    metavar="NAME",
    type=click.Choice([*EDITORS, _NO_EDITOR]),
    help="What the links at mistakes open: vscode, zed, idea, none …; else what $VISUAL names.",
)
@click.option("--no-pdf", is_flag=True, help="Make no PDFs.")
@click.option("--poll", is_flag=True, help="Look for changes instead of being told of them.")
def serve_command(  # noqa: PLR0913 - one argument an option
    folder: Path | None,
    now: date | datetime | None,
    *,
    opens: bool,
    port: int,
    client: str | None,
    editor: str | None,
    no_pdf: bool,
    poll: bool,
) -> int:
    """Show the site on this computer alone, fresh after every edit, until Ctrl-C."""
    from vagen.serve.answering import Preview
    from vagen.serve.server import answering, opened
    from vagen.serve.shell import Shell
    from vagen.serve.stage import Stage
    from vagen.watch.changes import Changes
    from vagen.watch.sight import sight_of
    from vagen.watch.watching import Watching

    root = workspace_root(folder)
    words, start = words_of(root), _start(root, client)
    if start is None:
        return PROBLEMS
    changes, stage = Changes(), Stage()
    shell = Shell(root, stage.run, editor or editor_of(os.environ))
    server = opened(port, Preview(root / PREVIEW, stage, shell, changes.wake))
    showing = _Showing(stage, Telling(root), f"{server.address}{start}", words, opens=opens)
    choices = Choices(root / PREVIEW, pdf=not no_pdf)
    with ended_by_signals(changes.close), answering(server):
        sight = sight_of(root, changes, poll=poll)
        try:
            click.echo(opening(shown_path(root, root), sight, words))
            _say_where(server, port, showing.begins, words)
            Watching(root, choices, lambda: moment(now), changes, sight, showing.of).run()
        finally:
            sight.close()
    return GOOD


@dataclass(slots=True)
class _Showing:
    """What happens to every build: the browser sees it, the terminal tells of it."""

    stage: Stage
    telling: Telling
    begins: str
    words: Catalog
    opens: bool

    def of(self, done: Round) -> None:
        """A build. The browser is opened after the first: it has something to show."""
        self.stage.turn(done)
        self.telling.of(done)
        if self.opens:
            self.opens = False
            # In a thread of its own: a browser that runs in a terminal returns when it is closed.
            threading.Thread(target=self._open, daemon=True).start()

    def _open(self) -> None:
        if not webbrowser.open(self.begins):
            told = say("No browser was found: open {address} yourself.", address=self.begins)
            click.echo(told.spoken(self.words), err=True)


def _say_where(server: Server, port: int, begins: str, words: Catalog) -> None:
    if port not in {0, server.port}:
        told = say("Port {port} is not free, so it is {other}.", port=port, other=server.port)
        click.echo(told.spoken(words))
    click.echo(say("To look at it: {address}", address=begins).spoken(words))


def _start(root: Path, client: str | None) -> str | None:
    """Where to begin, below the site's address; None where there is no such client, as is told."""
    if client is None:
        return ""
    meant = client_meant(client, Glance(root).clients())
    if isinstance(meant, Problem):
        report(Edit(problems=(meant,), texts={TYPED: client}), root, sys.stderr, words_of(root))
        return None
    return f"c/{meant}/index.html"
