"""What a command needs and was not given: asked for in a terminal, else told with what to type."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import click

from vagen.cli.editor import at_a_terminal
from vagen.cli.report import words_of
from vagen.problems import Message, say
from vagen.source.glance import Glance

_LISTED = 6


def wanted(
    root: Path, given: str, question: Message, name: str, known: tuple[str, ...] = ()
) -> str:
    """What was given, else what a person answers; `known` are the answers that there are."""
    if given:
        return given
    if not at_a_terminal():
        not_given(root, [name])
    asked = question.spoken(words_of(root))
    shown = f"{asked} ({', '.join(known[:_LISTED])})" if known else asked
    answer: str = click.prompt(shown, default=known[0] if len(known) == 1 else None)
    return answer.strip()


def client_wanted(root: Path, given: str) -> str:
    """The client that was named, else the one that a person picks."""
    return wanted(root, given, say("Which client"), "CLIENT", Glance(root).clients())


def not_given(root: Path, lacking: list[str], instead: str = "") -> NoReturn:
    """Nobody can be asked: say what is to be typed, or which option does without."""
    words = words_of(root)
    told = words.gettext("Not given: {names}.").format(names=", ".join(lacking))
    if instead:
        form = words.gettext("To take what is likely, add {option}.")
        told = f"{told} {form.format(option=instead)}"
    raise click.UsageError(told)
