"""The layouts: templates, styles, fonts and scripts, the workspace's own before the built-in ones.

All files are read once. A build therefore draws every page with the templates that its keys were
made of, and a template can reach no file that was not read here.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Literal

from vagen.problems import Problem
from vagen.source.single import unreadable

Medium = Literal["screen", "paper"]

FOLDER = "layouts"
"""The folder's name, in a workspace as in vagen's own source."""

_ASSETS = "assets/"
_PAPER = "print/"
_SHARED = "parts/"


@dataclass(frozen=True)
class Layouts:
    """Files by their name within the folder (`portal/board.html.j2`). Equal when all bytes are."""

    files: Mapping[str, bytes] = field(repr=False, hash=False)
    own: frozenset[str] = frozenset()
    """Names that the workspace itself brings."""
    home: str = field(default="", compare=False)
    """The folder of the built-in layouts; empty where all stand in the workspace."""
    problems: tuple[Problem, ...] = field(default=(), compare=False)
    """Files of the workspace that can't be read, and so shadow nothing."""

    def __hash__(self) -> int:
        return hash(self._all)

    def path(self, name: str) -> str:
        """Where a file stands: seen from the workspace, or the whole path of a built-in one."""
        folder = FOLDER if name in self.own or not self.home else self.home
        return f"{folder}/{name}"

    def texts(self, paths: Iterable[str]) -> dict[str, str]:
        """The texts of those paths that are files of the layouts, to show a problem's line."""
        names = {self.path(name): name for name in self.files}
        return {
            path: self.files[names[path]].decode("utf-8-sig", "replace").replace("\r\n", "\n")
            for path in paths
            if path in names
        }

    @property
    def assets(self) -> tuple[str, ...]:
        """What the site ships for all audiences, by its name within `assets/`."""
        names = (name for name in sorted(self.files) if name.startswith(_ASSETS))
        return tuple(name.removeprefix(_ASSETS) for name in names)

    def asset(self, name: str) -> bytes | None:
        """The bytes of an asset; None where there is none of that name."""
        return self.files.get(_ASSETS + name)

    def asset_digest(self, name: str) -> str:
        """A hash of an asset's bytes, empty where there is none of that name."""
        data = self.asset(name)
        return sha256(data).hexdigest() if data is not None else ""

    def shapes(self, name: str, medium: Medium) -> bool:
        """Whether a page of this medium may be made of this file; it can't read any other."""
        if medium == "paper":
            return name.startswith((_PAPER, _SHARED))
        return not name.startswith((_ASSETS, _PAPER))

    def digest(self, medium: Medium) -> str:
        """A hash of every file that can shape a page of this medium."""
        return self._paper if medium == "paper" else self._screen

    @cached_property
    def _screen(self) -> str:
        return _hash(self.files, (name for name in self.files if self.shapes(name, "screen")))

    @cached_property
    def _paper(self) -> str:
        return _hash(self.files, (name for name in self.files if self.shapes(name, "paper")))

    @cached_property
    def _all(self) -> str:
        return _hash(self.files, self.files)


def read_layouts(workspace: Path | None = None) -> Layouts:
    """The built-in layouts, shadowed file by file by those in the folder `layouts/` of a workspace.

    A link that leads out of its folder is left out, and so is what its name hides (`.x`, `~`).
    """
    built_in = _built_in()
    files = dict(_files(built_in))
    folder = workspace / FOLDER if workspace is not None else None
    if folder is None or not folder.is_dir() or folder.is_symlink():
        return Layouts(files, home=built_in.as_posix())
    if folder.resolve() == built_in.resolve():
        return Layouts(files)
    problems: list[Problem] = []
    brought = dict(_files(folder, problems))
    return Layouts(
        files | brought, frozenset(brought), built_in.as_posix(), problems=tuple(problems)
    )


def built_in_fonts() -> tuple[Path, ...]:
    """Where the fonts that come with vagen lie: those of papers, and that of pages."""
    return (_built_in() / "print/fonts", _built_in() / "assets/fonts")


def _built_in() -> Path:
    """In an installed wheel the folder stands inside the package, in a checkout beside it."""
    package = Path(__file__).resolve().parent.parent
    inside = package / FOLDER
    return inside if inside.is_dir() else package.parent / FOLDER


def _files(folder: Path, problems: list[Problem] | None = None) -> Iterable[tuple[str, bytes]]:
    """Names and bytes. What can't be read is told in `problems`; without a list it raises."""
    root = folder.resolve()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        hidden = any(part.startswith(".") for part in name.split("/")) or name.endswith("~")
        if hidden or not path.is_file() or not path.resolve().is_relative_to(root):
            continue
        try:
            data = path.read_bytes()
        except OSError as error:
            if problems is None:
                raise
            problems.append(unreadable(f"{FOLDER}/{name}", error))
            continue
        yield name, data


def _hash(files: Mapping[str, bytes], names: Iterable[str]) -> str:
    whole = sha256()
    for name in sorted(names):
        whole.update(os.fsencode(name) + b"\0" + sha256(files[name]).digest())
    return whole.hexdigest()
