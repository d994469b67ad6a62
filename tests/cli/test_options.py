"""Options that all commands share stand after each command's name."""

from __future__ import annotations

import click
import pytest

from vagen.cli import vagen

BEGINS = {"init"}
"""Commands that take the folder itself: there is no workspace yet."""


def options(name: str) -> set[str]:
    command = vagen.get_command(click.Context(vagen), name)
    assert command is not None
    return {option for one in command.params for option in one.opts}


def names() -> list[str]:
    return vagen.list_commands(click.Context(vagen))


@pytest.mark.parametrize("name", names())
def test_every_command_works_where_and_when_it_is_told_to(name: str) -> None:
    wanted = {"--now"} if name in BEGINS else {"-C", "--now"}
    assert wanted <= options(name)


def test_the_group_itself_takes_neither() -> None:
    assert not {"-C", "--now"} & {option for one in vagen.params for option in one.opts}
