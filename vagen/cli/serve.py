"""`vagen serve`: shows the site in a browser while you write."""

from __future__ import annotations

import os
import webbrowser
from datetime import date, datetime
from pathlib import Path

import click

from vagen.build import Choices
from vagen.cli.ending import ended_by_signals
from vagen.cli.exits import GOOD
from vagen.cli.options import moment, on_workspace, shown_path, workspace_root
from vagen.cli.report import words_of
from vagen.cli.rounds import Telling, opening
from vagen.problems import say
from vagen.publish.place import PREVIEW
from vagen.watch.watching import Round

PORT = 8200


@click.command("serve")
@on_workspace
@click.option("--open", "opens", is_flag=True, help="Open the browser.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help="Where to listen; the next free port where it is taken.",
)
@click.option("--client", metavar="ID", help="Begin in the portal of this client.")
@click.option(
    "--editor",
    type=click.Choice(
        ["vscode", "vscodium", "cursor", "windsurf", "zed", "idea", "sublime", "textmate", "none"]
    ),
    help="What the links of mistakes open; else what $VISUAL or $EDITOR names.",
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
    """Show the site on this computer alone, in the clear, fresh after every edit, until Ctrl-C."""
    from vagen.serve.answering import Preview
    from vagen.serve.editor import editor_of
    from vagen.serve.server import answering, opened
    from vagen.serve.shell import Shell
    from vagen.serve.stage import Stage
    from vagen.watch.changes import Changes
    from vagen.watch.sight import sight_of
    from vagen.watch.watching import Watching

    root = workspace_root(folder)
    start = _start(root, client)
    changes, stage, words = Changes(), Stage(), words_of(root)
    shell = Shell(root, stage.run, editor or editor_of(os.environ))
    server = opened(port, Preview(root / PREVIEW, stage, shell, changes.wake))
    address = f"http://localhost:{server.port}/{start}"
    telling = Telling(root)

    def tell(done: Round) -> None:
        first = stage.now.number == 0
        stage.turn(done)
        telling.of(done)
        if first and opens:
            webbrowser.open(address)

    with ended_by_signals(changes.close), answering(server):
        sight = sight_of(root, changes, poll=poll)
        try:
            click.echo(opening(shown_path(root, root), sight, words))
            if port not in {0, server.port}:
                click.echo(say("Port {port} is taken.", port=port).spoken(words))
            click.echo(say("To look at it: {address}", address=address).spoken(words))
            choices = Choices(root / PREVIEW, pdf=not no_pdf)
            Watching(root, choices, lambda: moment(now), changes, sight, tell).run()
        finally:
            sight.close()
    return GOOD


def _start(root: Path, client: str | None) -> str:
    """The address to begin at. A client who is not there is a slip of the keyboard."""
    if client is None:
        return ""
    folder = root / "content" / "clients"
    known = sorted(path.parent.name for path in folder.glob("*/client.yaml"))
    if client not in known:
        raise click.BadParameter(
            f"there is no client {client!r}; there are: {', '.join(known) or 'none yet'}",
            param_hint="--client",
        )
    return f"c/{client}/index.html"
