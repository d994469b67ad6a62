"""The command line: words and exit codes, no logic. Heavy rooms are imported by their commands."""

from __future__ import annotations

import io
import os
import sys

import click

from vagen.cli.exits import BUG, USAGE
from vagen.cli.lazy import LazyGroup


@click.group(
    cls=LazyGroup,
    commands_in={
        "build": "vagen.cli.build:build_command",
        "check": "vagen.cli.check:check_command",
        "init": "vagen.cli.init:init_command",
        "watch": "vagen.cli.watch:watch_command",
        "serve": "vagen.cli.serve:serve_command",
        "log": "vagen.cli.log:log_command",
        "start": "vagen.cli.log:start_command",
        "status": "vagen.cli.log:status_command",
        "stop": "vagen.cli.log:stop_command",
        "task": "vagen.cli.task:task_group",
        "save": "vagen.cli.save:save_command",
        "undo": "vagen.cli.save:undo_command",
    },
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="vagen")
def vagen() -> None:
    """A practice kept as text files becomes portals, kits, a handbook and invoices."""


def main() -> None:
    """The entry point: runs a command and ends with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal of an older encoding shows signs it lacks as escapes, and goes on.
            stream.reconfigure(errors="backslashreplace")
    try:
        code = vagen.main(prog_name="vagen", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("", err=True)
        code = USAGE
    except click.ClickException as error:
        error.show()
        code = USAGE
    except Exception:  # noqa: BLE001 - whatever else is raised is a bug, and is said to be one
        import traceback

        traceback.print_exc()
        click.echo(_sorry(), err=True)
        code = BUG
    sys.exit(code if isinstance(code, int) else 0)


def _sorry() -> str:
    """What is said of a bug, in the language of the environment."""
    from vagen.locale import catalog, chosen
    from vagen.problems import say

    words = catalog(chosen(os.environ) or "en")
    return say(
        "vagen: this is a bug in vagen, not in your files. Nothing was written half.\n"
        "Please report it with the lines above."
    ).spoken(words)
