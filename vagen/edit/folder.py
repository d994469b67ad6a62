"""A folder becomes a workspace: files that are not there yet are written, none is overwritten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vagen.problems import Problem, Span, say

IGNORED = ("site/", "preview/", ".vagen/")
"""What vagen makes and git should not keep."""


@dataclass(frozen=True, slots=True)
class Begun:
    """What was written, by path within the folder; or why nothing was."""

    written: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def begin(folder: Path, files: Mapping[str, bytes]) -> Begun:
    """Write the files into `folder` with a .gitignore; refused where one of them is there already.

    Raises OSError where the disk refuses.
    """
    taken = [name for name in sorted(files) if (folder / name).exists()]
    if taken:
        return Begun(problems=tuple(_taken(folder, name) for name in taken))
    for name in sorted(files):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:  # never over an existing file, even one that came just now
            file.write(files[name])
    written = [*sorted(files), *_ignore(folder)]
    return Begun(tuple(written))


def _ignore(folder: Path) -> list[str]:
    """.gitignore, with the lines that it lacks added at its end."""
    path = folder / ".gitignore"
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    lacking = [line for line in IGNORED if line not in before.split("\n")]
    if not lacking:
        return []
    gap = "" if not before or before.endswith("\n") else "\n"
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(gap + "".join(f"{line}\n" for line in lacking))
    return [".gitignore"]


def _taken(folder: Path, name: str) -> Problem:
    return Problem(
        Span((folder / name).as_posix()),
        "already-there",
        say("this file is already there; nothing was written"),
        say("choose a new or an empty folder"),
    )
