"""Commands that are imported when they are called, so that `vagen --help` stays instant."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_SHORT = {
    "build": "Make the site.",
    "check": "Show every mistake; write nothing.",
    "completion": "Let your shell complete commands and names.",
    "doctor": "Look at this machine, and say what mends it.",
    "init": "Begin a workspace.",
    "watch": "Make the site again after every edit.",
    "log": "Log time for a client.",
    "new": "Begin a client, an SOP, an invoice, an update …",
    "schema": "Let your editor know the keys.",
    "start": "Start a timer.",
    "status": "Show the timer that runs.",
    "stop": "Stop the timer and log its time.",
    "task": "Add, list, finish and move tasks.",
    "today": "Show what the day asks.",
    "save": "Keep all that changed.",
    "undo": "Take the last save back.",
    "update": "Show an update as text for mail or chat.",
}


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports each at its first use."""

    def __init__(self, *args: object, commands_in: dict[str, str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._commands_in = commands_in

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return sorted(self._commands_in)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        place = self._commands_in.get(cmd_name)
        if place is None:
            return None
        module, _, name = place.partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """The commands that begin so, and the options, without importing any."""
        from click.shell_completion import CompletionItem

        return [
            *(
                CompletionItem(name, help=_SHORT[name])
                for name in self.list_commands(ctx)
                if name.startswith(incomplete)
            ),
            *click.Command.shell_complete(self, ctx, incomplete),
        ]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands from their one line each, without importing any."""
        rows = [(name, _SHORT[name]) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)
