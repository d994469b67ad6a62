"""Putting a file in place whole: a reader, and a build that is killed, finds the old or the new."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

from vagen.disk.settled import keep_names, write_new
from vagen.publish.key import sha256


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file of our own beside its place, then moves it there. Raises OSError."""
    part = path.with_name(f"{path.name}.part")
    write_new(part, content)
    os.replace(part, path)  # noqa: PTH105 - the one call that every killed build is tested at
    keep_names(path.parent)


def move_whole(staged: Path, target: Path) -> None:
    """Moves a staged file to its place, from another disk by way of a copy beside that place."""
    try:
        os.replace(staged, target)  # noqa: PTH105 - as above
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        part = part_beside(target)
        part.unlink(missing_ok=True)
        _copy(staged, part)
        os.replace(part, target)  # noqa: PTH105 - as above


def part_beside(target: Path) -> Path:
    """Where a copy waits on the target's own disk: a short name that the next build knows."""
    return target.with_name(f".vagen-{sha256(os.fsencode(target.name))[:16]}.part")


def _copy(staged: Path, part: Path) -> None:
    with staged.open("rb") as source, part.open("xb") as copy:
        shutil.copyfileobj(source, copy)
        copy.flush()
        os.fsync(copy.fileno())
