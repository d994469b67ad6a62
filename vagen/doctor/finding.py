"""What was found of one thing that vagen needs, or would be glad of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vagen.problems import Message

State = Literal["good", "note", "missing"]
"""`missing`: something does not work without it. `note`: all works, and could work better."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A thing's name, how it stands, a sentence about it, and the command that mends it."""

    name: str
    state: State
    says: Message
    command: str = ""


def good(name: str, says: Message) -> Finding:
    """It is there."""
    return Finding(name, "good", says)


def missing(name: str, says: Message, command: str) -> Finding:
    """It is not there, and something that vagen does needs it."""
    return Finding(name, "missing", says, command)


def note(name: str, says: Message, command: str = "") -> Finding:
    """All works; this could be better."""
    return Finding(name, "note", says, command)
