"""A folder becomes a workspace: files that are not there yet are written, none is overwritten."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vagen.problems import Problem, Span, say

IGNORED = ("site/", "preview/", ".vagen/", "*.vagen-part")
"""What vagen makes and git should not keep."""


@dataclass(frozen=True, slots=True)
class Begun:
    """What was written, by path within the folder; or why nothing was."""

    written: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def begin(
    folder: Path, files: Mapping[str, bytes], beside: Mapping[str, bytes] | None = None
) -> Begun:
    """Write the files into `folder` with a .gitignore; refused where one of them is there already.

    Of those `beside` (for editors, not for people) each is written that is not there yet; they
    are not told of.

    Where the disk refuses, what was written until then is taken away again.
    """
    taken = [name for name in sorted(files) if os.path.lexists(folder / name)]
    if taken:
        return Begun(problems=tuple(_taken(folder, name) for name in taken))
    written: list[Path] = []
    try:
        for name in sorted(files):
            _write(folder / name, files[name], written)
        for name, content in sorted((beside or {}).items()):
            if not os.path.lexists(folder / name):
                _write(folder / name, content, written)
        ignored = ignore(folder)
    except OSError as error:
        for path in written:
            path.unlink(missing_ok=True)
        return Begun(problems=(_unwritten(folder, error),))
    return Begun((*sorted(files), *ignored))


def _write(path: Path, content: bytes, written: list[Path]) -> None:
    """A new file, noted in `written`; never over one that came just now. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        written.append(path)
        file.write(content)


def ignore(folder: Path) -> tuple[str, ...]:
    """.gitignore, with the lines that it lacks added at its end. Raises OSError."""
    path = folder / ".gitignore"
    before = path.read_bytes() if path.exists() else b""
    named = {line.strip().removeprefix(b"/") for line in before.splitlines()}
    lacking = [line for line in IGNORED if line.encode() not in named]
    if not lacking:
        return ()
    gap = b"" if not before or before.endswith(b"\n") else b"\n"
    folder.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        file.write(gap + "".join(f"{line}\n" for line in lacking).encode())
    return (".gitignore",)


def _taken(folder: Path, name: str) -> Problem:
    return Problem(
        Span((folder / name).as_posix()),
        "already-there",
        say("this file is already there; nothing was written"),
        say("choose a new or an empty folder"),
    )


def _unwritten(folder: Path, error: OSError) -> Problem:
    at = Path(os.fsdecode(error.filename)) if error.filename else folder
    return Problem(
        Span(at.as_posix()),
        "not-begun",
        say("this could not be written: {reason}", reason=error.strerror or type(error).__name__),
        say("choose a new folder, in a place where you may write"),
    )
