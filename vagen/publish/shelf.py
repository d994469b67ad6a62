"""What stands in the output folder now: every name in it, without following a link."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from vagen.publish.key import sha256
from vagen.publish.output import IGNORED, folded, parents
from vagen.publish.receipts import Receipt

Form = Literal["file", "folder", "link", "other"]


@dataclass(frozen=True, slots=True)
class Standing:
    """One name in the folder: `size` in bytes, `mtime_ns` in nanoseconds as the disk says."""

    form: Form
    size: int
    mtime_ns: int


@dataclass(frozen=True)
class Shelf:
    """The names under `folder`, by path with `/`."""

    folder: Path
    names: Mapping[str, Standing]

    def form(self, path: str) -> Form | None:
        """What stands at a path, if anything does."""
        found = self.names.get(path)
        return found.form if found else None

    def digest(self, path: str) -> str:
        """The SHA-256 digest of a file's bytes; empty for what is no file. Raises OSError."""
        return sha256((self.folder / path).read_bytes()) if self.form(path) == "file" else ""

    def holds(self, path: str, receipt: Receipt, *, before: int) -> bool:
        """Whether the file is as its receipt says. Its size and time tell where it is older than
        `before` (nanoseconds), else its bytes do. Raises OSError.
        """
        found = self.names.get(path)
        if found is None or found.form != "file" or found.size != receipt.size:
            return False
        untouched = found.mtime_ns == receipt.mtime_ns < before
        return untouched or self.digest(path) == receipt.sha256

    def obstacle(self, path: str, leaving: AbstractSet[str]) -> str | None:
        """What keeps a file from standing at `path` once all that is `leaving` has left."""
        for parent in parents(path):
            for name in self._alike(parent):
                if self.form(name) != "folder" and name not in leaving:
                    return name
        for name in self._alike(path):
            staying = self._staying(name, leaving)
            if staying and (staying != path or self.form(path) != "file"):
                return staying
        return None

    def _staying(self, name: str, leaving: AbstractSet[str]) -> str | None:
        """The name itself, or the first in the folder of that name, that does not leave."""
        names: Iterable[str] = (name,)
        if self.form(name) == "folder":
            inside = (one for one in self.names if one.startswith(f"{name}/"))
            names = (one for one in inside if self.form(one) != "folder")
        return next((one for one in names if one not in leaving), None)

    def _alike(self, path: str) -> tuple[str, ...]:
        """The names that some disks take for the same as `path`."""
        return self._spellings.get(folded(path), ())

    @cached_property
    def _spellings(self) -> Mapping[str, tuple[str, ...]]:
        alike: dict[str, tuple[str, ...]] = {}
        for name in self.names:
            alike[folded(name)] = (*alike.get(folded(name), ()), name)
        return alike


def shelf(folder: Path) -> Shelf:
    """Everything in the folder, or nothing where it does not exist yet. Raises OSError."""
    names: dict[str, Standing] = {}
    ahead = [""] if folder.exists() else []
    while ahead:
        start = ahead.pop()
        found = {f"{start}{name}": one for name, one in _names(folder / start)}
        ahead += (f"{path}/" for path, one in found.items() if one.form == "folder")
        names |= found
    return Shelf(folder, dict(sorted(names.items())))


def _names(folder: Path) -> Iterator[tuple[str, Standing]]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.name not in IGNORED:
                yield entry.name, _read(entry.stat(follow_symlinks=False))


def standing(path: Path) -> Standing:
    """What stands at one place. Raises OSError where nothing does."""
    return _read(path.lstat())


def _read(found: os.stat_result) -> Standing:
    return Standing(_form(found.st_mode), found.st_size, found.st_mtime_ns)


def _form(mode: int) -> Form:
    if stat.S_ISLNK(mode):
        return "link"
    if stat.S_ISDIR(mode):
        return "folder"
    return "file" if stat.S_ISREG(mode) else "other"
