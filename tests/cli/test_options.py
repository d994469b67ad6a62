"""Options that all commands share stand after each command's name."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest

from vagen.cli import vagen

WITHOUT = {
    "init": {"-C"},  # takes the folder itself: there is no workspace yet
    "completion": {"-C", "--now"},  # speaks of a shell
    "doctor": {"--now"},  # speaks of this machine
}


def commands(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, by the words that call it."""
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, f"{before}{name} ")
        else:
            yield before + name, command


@pytest.mark.parametrize(("name", "command"), [*commands(vagen)])
def test_every_command_works_where_and_when_it_is_told_to(
    name: str, command: click.Command
) -> None:
    wanted = {"-C", "--now"} - WITHOUT.get(name, set())
    assert wanted <= {option for one in command.params for option in one.opts}


def test_the_group_itself_takes_neither() -> None:
    assert not {"-C", "--now"} & {option for one in vagen.params for option in one.opts}
