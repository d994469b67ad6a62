"""One look at all files of a workspace: two looks that differ tell that something changed."""

from __future__ import annotations

import os
from pathlib import Path

from vagen.watch.concern import WATCHED, concerns

Stamp = dict[str, tuple[int, int, int]]
"""By path: when the file was last written (nanoseconds), its size, its number on the disk."""


def stamp(root: Path) -> Stamp:
    """The look. What goes away meanwhile, or can't be read, is left out."""
    found: Stamp = {}
    for name in WATCHED:
        _look(root / name, name, found)
    return found


def _look(path: Path | os.DirEntry[str], name: str, found: Stamp) -> None:
    try:
        if path.is_dir():
            _look_into(path, name, found)
        else:
            stat = path.stat()
            found[name] = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
    except OSError:
        return


def _look_into(folder: Path | os.DirEntry[str], name: str, found: Stamp) -> None:
    if "/" in name and os.path.islink(folder):  # noqa: PTH114 - an entry of scandir or a path
        return  # what stands behind a link to a folder is not read
    found[name] = (0, 0, 0)
    with os.scandir(folder) as entries:
        for entry in entries:
            path = f"{name}/{entry.name}"
            if concerns(path):
                _look(entry, path, found)
