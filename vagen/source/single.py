"""One file of a workspace: its bytes, unless it is a link that leads out."""

from __future__ import annotations

from pathlib import Path

from vagen.problems import Problem, Span, say
from vagen.source.text import MAX_BYTES


def read_bytes(path: Path) -> bytes:
    """At most one byte more than is read: enough to know that it is too much. Raises OSError."""
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def leaves(path: Path, root: Path, home: Path, problems: list[Problem]) -> bool:
    """Whether `path` is a link that leads out of the workspace, or nowhere."""
    if not path.is_symlink():
        return False
    target = path.resolve()
    if target.is_relative_to(home) and target.exists():
        return False
    problems.append(
        Problem(
            Span(path.relative_to(root).as_posix()),
            "link-leaves-workspace",
            say("this link leads out of the workspace, or nowhere"),
            say("put the file itself here"),
        )
    )
    return True


def unreadable(name: str, error: OSError) -> Problem:
    """The system does not let us read a file."""
    return Problem(
        Span(name),
        "unreadable",
        say("the file can't be read: {reason}", reason=error.strerror or "?"),
        say("check that you may read it"),
    )
