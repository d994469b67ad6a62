"""What a command would do to a person's files, as a value: before it is done, and instead of it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from vagen.model.entry import Entry
from vagen.problems import Problem, Span

Verb = Literal["logged", "started", "stopped", "dropped", "added", "moved", "unchanged", "begun"]
_CONTEXT = 2


@dataclass(frozen=True, slots=True)
class Change:
    """A file by its path in the workspace, its bytes before (None: it is new) and after."""

    path: str
    before: bytes | None
    after: bytes

    def diff(self) -> Iterator[str]:
        """The lines that change, marked with + and -, and two around them."""
        old, new = (_lines(data or b"") for data in (self.before, self.after))
        found = difflib.unified_diff(old, new, n=_CONTEXT, lineterm="")
        yield from (line for line in found if not line.startswith(("--- ", "+++ ")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One thing that a command did, for telling it: to an entry of the log, or to a task."""

    verb: Verb
    client: str
    at: Span
    entry: Entry | None = None
    task: str = ""
    title: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """The changes of a command in the order in which they are written, or why there are none.

    `texts` are the texts that problems point into; under `""` what was typed at the command.
    `whole` is a new folder that comes with all of its files at once, or not at all.
    """

    changes: tuple[Change, ...] = ()
    whole: str = ""
    done: tuple[Done, ...] = ()
    problems: tuple[Problem, ...] = ()
    texts: dict[str, str] = field(default_factory=dict, repr=False)

    @property
    def language(self) -> str | None:
        """Not read here: `texts` have it."""
        return None

    @property
    def failed(self) -> bool:
        """Whether an error keeps the command from its end."""
        return any(problem.severity == "error" for problem in self.problems)


def _lines(data: bytes) -> list[str]:
    return data.decode("utf-8", "replace").removeprefix("\ufeff").splitlines()
