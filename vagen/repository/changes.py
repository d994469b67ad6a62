"""What a save takes in: which files came, changed, went or were renamed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vagen.repository.git import Git
from vagen.repository.state import State

How = Literal["new", "changed", "gone", "renamed"]
_HOW: dict[str, How] = {"A": "new", "C": "new", "D": "gone", "R": "renamed"}
EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
"""git's name for a folder without files: what the first save is compared with."""


@dataclass(frozen=True, slots=True)
class Change:
    """One file: its path within the workspace, and what it was called before, where renamed."""

    how: How
    path: str
    old: str = ""

    @property
    def inverse(self) -> Change:
        """What takes it back."""
        other: dict[How, How] = {"new": "gone", "gone": "new"}
        if self.how == "renamed":
            return Change("renamed", self.old, self.path)
        return Change(other.get(self.how, self.how), self.path)


def staged(git: Git, state: State) -> tuple[Change, ...]:
    """What stands ready to be saved, within the workspace."""
    base = state.head or EMPTY_TREE
    return read(git.does("diff", "--cached", "--name-status", "-z", "-M", "--relative", base))


def within(git: Git, commit: str) -> tuple[Change, ...]:
    """What an earlier save changed within the workspace."""
    diff = (
        "diff-tree",
        "--name-status",
        "-z",
        "-M",
        "-r",
        "--relative",
        "--root",
        "--no-commit-id",
    )
    return read(git.does(*diff, commit))


def read(listed: str) -> tuple[Change, ...]:
    """`git diff --name-status -z` as values."""
    return tuple(sorted(_read(iter(listed.split("\0"))), key=lambda one: one.path))


def _read(parts: Iterator[str]) -> Iterator[Change]:
    for status in parts:
        if not status:
            return
        how = _HOW.get(status[0], "changed")
        if status[0] in "RC":
            old, new = next(parts), next(parts)
            yield Change(how, new, old if how == "renamed" else "")
        else:
            yield Change(how, next(parts))
