"""Carrying out the fates: files move into place one by one, then what is no longer wanted leaves.

A kill between any two of these steps leaves whole files, each of them known to the receipts or
to the journal.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from vagen.disk.settled import keep_names
from vagen.publish.atomic import move_whole, part_beside
from vagen.publish.output import folded, parents


def commit(
    folder: Path, *, write: Mapping[str, Path], leave: Collection[str], left: Iterable[str]
) -> None:
    """Moves the staged files of `write` to their paths and removes those of `leave`; folders
    that these, and the files that have `left` by other hands, leave empty are removed too.

    What stands in the way of a new file leaves first, all else last, so that a page never links
    to one that is not there yet. Raises OSError.
    """
    first = _in_the_way(write, leave)
    for path in sorted(first):
        _take_away(folder, path)
    for path, staged in write.items():
        _make_room(folder, path)
        move_whole(staged, folder / path)
    for touched in sorted({(folder / path).parent for path in write}):
        keep_names(touched)
    for path in sorted(set(leave) - first):
        _take_away(folder, path)
    for path in left:
        _tidy(folder, path)


def clear_up(folder: Path, paths: Iterable[str]) -> None:
    """Removes the copies and the empty folders that a killed build left at these paths."""
    for path in paths:
        if any((folder / parent).is_symlink() for parent in parents(path)):
            continue
        part = part_beside(folder / path)
        if part.is_file():
            part.unlink()
        _tidy(folder, path)


def _in_the_way(write: Iterable[str], leave: Iterable[str]) -> set[str]:
    """The files that leave where a new one needs their name, or a folder of that name."""
    going = {path: {folded(path), *map(folded, parents(path))} for path in leave}
    places = {folded(path) for path in write}
    needed = places | {folded(parent) for path in write for parent in parents(path)}
    return {path for path, names in going.items() if folded(path) in needed or names & places}


def _take_away(folder: Path, path: str) -> None:
    (folder / path).unlink(missing_ok=True)
    _tidy(folder, path)


def _tidy(folder: Path, path: str) -> None:
    """Removes the empty folders that a path passed through, but never `folder` itself."""
    for place in (folder / parent for parent in reversed([*parents(path)])):
        if place.is_symlink() or (place.exists() and not _is_empty(place)):
            return
        if place.exists():
            place.rmdir()


def _make_room(folder: Path, path: str) -> None:
    """Makes the folders above a file, and takes away empty ones of its own name."""
    folder.mkdir(parents=True, exist_ok=True)
    for parent in parents(path):
        (folder / parent).mkdir(exist_ok=True)
        if (folder / parent).is_symlink():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), folder / parent)
    if (folder / path).is_dir():
        _remove_empty(folder / path)


def _remove_empty(folder: Path) -> None:
    for place, _, _ in os.walk(folder, topdown=False):
        Path(place).rmdir()


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())
