"""Where an output folder may stand, and how it is named in receipts and problems."""

from __future__ import annotations

import os
from pathlib import Path

from vagen.problems import Message, Problem, Span, say

PREVIEW = ".vagen/preview"
"""The one place in .vagen/ where a site may stand: what `vagen serve` shows."""

_TAKEN = ("content", "layouts", ".vagen", ".git")


def refused_output(workspace: Path, folder: Path) -> Problem | None:
    """Why nothing may be written into `folder`: it would mix with what a person wrote."""
    home, place = real(workspace), real(folder)
    if _is_inside(_absolute(folder), _absolute(workspace)) and not _is_inside(place, home):
        return linked(shown(workspace, folder))
    if (home / ".vagen").is_symlink():
        return linked(".vagen")
    if _is_inside(home, place):
        return _refused(workspace, folder, say("the output folder would hold the workspace itself"))
    for name in _TAKEN if place != home / PREVIEW else ():
        if _is_inside(place, real(home / name)):
            return _refused(
                workspace, folder, say("the output folder would stand inside {name}/", name=name)
            )
    if place.exists() and not place.is_dir():
        return _refused(workspace, folder, say("the output folder is a file"))
    return None


def linked(path: str) -> Problem:
    """A symbolic link stands where vagen would write; it is never followed."""
    return Problem(
        Span(path),
        "output-link",
        say("a symbolic link stands in the way of the output"),
        say("delete the link, or name the folder it leads to with --output"),
    )


def unwritable(path: str, reason: str) -> Problem:
    """The disk refused; the next build finishes what this one began."""
    return Problem(
        Span(path),
        "output-write",
        say("the output could not be written: {reason}", reason=reason),
        say("free the disk or the file, then build again: nothing needs to be cleaned up"),
    )


def shown(workspace: Path, path: Path) -> str:
    """A path relative to the workspace with `/`, else the absolute path."""
    place, home = _absolute(path), _absolute(workspace)
    return (place.relative_to(home) if place.is_relative_to(home) else place).as_posix()


def identity(workspace: Path, folder: Path) -> str:
    """What tells one output folder from another; it outlives a move of the whole workspace."""
    return shown(real(workspace), real(folder))


def real(path: Path) -> Path:
    """The absolute path with every symbolic link followed; it need not exist."""
    return Path(os.path.realpath(path))


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow the links


def _refused(workspace: Path, folder: Path, message: Message) -> Problem:
    return Problem(
        Span(shown(workspace, folder)),
        "output-place",
        message,
        say("name an empty folder, or leave --output out: site/ is the usual place"),
    )


def _is_inside(path: Path, folder: Path) -> bool:
    """Whether `path` is `folder` or stands in it, however its name is spelled on this disk."""
    return any(_same(place, folder) for place in (path, *path.parents))


def _same(one: Path, other: Path) -> bool:
    try:
        return one == other or one.samefile(other)
    except OSError:
        return False
