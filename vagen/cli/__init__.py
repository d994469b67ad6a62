"""The command line: words and exit codes, no logic. Heavy rooms are imported by their commands."""

from __future__ import annotations

import io
import os
import sys

import click

from vagen.cli.exits import BUG, MISSING, USAGE
from vagen.cli.lazy import LazyGroup


@click.group(
    cls=LazyGroup,
    commands_in={
        "build": "vagen.cli.build:build_command",
        "check": "vagen.cli.check:check_command",
        "completion": "vagen.cli.completion:completion_command",
        "doctor": "vagen.cli.doctor:doctor_command",
        "init": "vagen.cli.init:init_command",
        "watch": "vagen.cli.watch:watch_command",
        "log": "vagen.cli.log:log_command",
        "new": "vagen.cli.new:new_group",
        "schema": "vagen.cli.schema:schema_command",
        "start": "vagen.cli.log:start_command",
        "status": "vagen.cli.log:status_command",
        "stop": "vagen.cli.log:stop_command",
        "task": "vagen.cli.task:task_group",
        "today": "vagen.cli.today:today_command",
        "save": "vagen.cli.save:save_command",
        "undo": "vagen.cli.save:undo_command",
        "update": "vagen.cli.update:update_group",
    },
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="vagen")
def vagen() -> None:
    """A practice kept as text files becomes portals, kits, a handbook and invoices."""


_COMPLETING = "_VAGEN_COMPLETE"
"""Set by a shell that asks what may be typed next, in the middle of a person's line."""


def main() -> None:
    """The entry point: runs a command and ends with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal of an older encoding shows signs it lacks as escapes, and goes on.
            stream.reconfigure(errors="backslashreplace")
    if _COMPLETING in os.environ:
        from vagen.cli.shells import learn

        learn()
    try:
        code = vagen.main(prog_name="vagen", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("", err=True)
        code = USAGE
    except click.ClickException as error:
        error.show()
        code = USAGE
    except Exception:  # noqa: BLE001 - whatever else is raised is a bug, and is said to be one
        if _COMPLETING in os.environ:
            sys.exit(BUG)  # a traceback would stand in the line that is being typed
        code = _unforeseen()
    sys.exit(code if isinstance(code, int) else 0)


def _unforeseen() -> int:
    """Tells of what was raised; without time zones nothing works, which is no bug."""
    from vagen.locale import catalog, chosen
    from vagen.problems import say

    words = catalog(chosen(os.environ) or "en")
    if not _has_time_zones():
        says = say("vagen: time zones are missing on this machine. Type: vagen doctor")
        click.echo(says.spoken(words), err=True)
        return MISSING
    import traceback

    traceback.print_exc()
    sorry = say(
        "vagen: this is a bug in vagen, not in your files. Nothing was written half.\n"
        "Please report it with the lines above."
    )
    click.echo(sorry.spoken(words), err=True)
    return BUG


def _has_time_zones() -> bool:
    try:
        from zoneinfo import ZoneInfo

        from vagen.locale.places import zones

        return bool(ZoneInfo(zones()[-1]))
    except (ImportError, LookupError, OSError):
        return False
