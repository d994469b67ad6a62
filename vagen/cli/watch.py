"""`vagen watch`: makes the site again after every edit."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from vagen.build import Choices
from vagen.cli.ending import ended_by_signals
from vagen.cli.exits import GOOD
from vagen.cli.options import moment, on_workspace, shown_path, workspace_root
from vagen.cli.report import words_of
from vagen.cli.rounds import Telling, opening


@click.command("watch")
@on_workspace
@click.option(
    "--output",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where to write the site; else site/ of the workspace.",
)
@click.option("--no-pdf", is_flag=True, help="Leave the PDFs as they are.")
@click.option("--poll", is_flag=True, help="Look for changes instead of being told of them.")
def watch_command(
    folder: Path | None,
    now: date | datetime | None,
    *,
    output: Path | None,
    no_pdf: bool,
    poll: bool,
) -> int:
    """Make the site, and make it again after every edit, until Ctrl-C."""
    from vagen.watch.changes import Changes
    from vagen.watch.sight import sight_of
    from vagen.watch.watching import Watching

    root = workspace_root(folder)
    target = (Path.cwd() / output) if output is not None else root / "site"
    changes = Changes()
    with ended_by_signals(changes.close):
        sight = sight_of(root, changes, poll=poll)
        try:
            click.echo(opening(shown_path(root, root), sight, words_of(root)))
            Watching(
                root,
                Choices(target, pdf=not no_pdf),
                lambda: moment(now),
                changes,
                sight,
                Telling(root).of,
            ).run()
        finally:
            sight.close()
    return GOOD
