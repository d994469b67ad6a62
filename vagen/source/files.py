"""The one place that reads a workspace from the disk: bytes in, nothing decided."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from vagen.model.workspace import StoredFile
from vagen.problems import Problem, Span, say
from vagen.source.single import leaves, read_bytes, unreadable

FREE_FOLDERS = ("documents", "files")
TEXTS = (".yaml", ".yml", ".md")


@dataclass(frozen=True, slots=True)
class Sources:
    """What a workspace holds: texts as bytes by path, other files by digest.

    Where it is not `whole`, nothing follows from a file that is not there.
    """

    root: Path
    texts: dict[str, bytes] = field(default_factory=dict)
    stored: dict[str, StoredFile] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    whole: bool = True

    def beside(self, folder: str) -> tuple[StoredFile, ...]:
        """The stored files in a folder and below it, by path."""
        prefix = folder + "/"
        return tuple(self.stored[path] for path in sorted(self.stored) if path.startswith(prefix))


def read_sources(root: Path) -> Sources:
    """Everything under content/, and vagen.yaml. Links out of the workspace are not followed.

    Those in layouts/ are named too, though the templates are read elsewhere.
    """
    texts: dict[str, bytes] = {}
    stored: dict[str, StoredFile] = {}
    problems: list[Problem] = []
    for path in (*_files(root, problems), *_walked(root, "layouts", problems)):
        name = path.relative_to(root).as_posix()
        if name.startswith("layouts/"):
            continue
        try:
            if _is_text(name):
                texts[name] = read_bytes(path)
            else:
                stored[name] = _stored(path, name)
        except OSError as error:
            problems.append(unreadable(name, error))
    return Sources(root, texts, stored, tuple(problems))


def _is_text(name: str) -> bool:
    free = any(part in FREE_FOLDERS for part in name.split("/")[:-1])
    """Also `tasks.yaml.txt` and `Tasks.YAML`, which are named as files that no page reads."""
    text = name.lower().removesuffix(".txt").endswith(TEXTS)
    return text and (not free or name.endswith("/documents/documents.yaml"))


def _stored(path: Path, name: str) -> StoredFile:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return StoredFile(name, path.stat().st_size, digest)


def _files(root: Path, problems: list[Problem]) -> Iterator[Path]:
    practice = root / "vagen.yaml"
    if practice.is_file() and not leaves(practice, root, root.resolve(), problems):
        yield practice
    yield from _walked(root, "content", problems)


def _walked(root: Path, top: str, problems: list[Problem]) -> Iterator[Path]:
    """The files in a folder of the workspace and below it, which is no link itself."""
    home = root.resolve()
    if (root / top).is_symlink():
        _note_link(root / top, root, home, problems)
        return
    for folder, folders, names in os.walk(root / top):
        here = Path(folder)
        folders[:] = sorted(_walkable(here, folders, root, home, problems))
        for name in sorted(names):
            path = here / name
            if name.startswith(".") or leaves(path, root, home, problems) or not path.is_file():
                continue
            yield path


def _walkable(
    here: Path, folders: list[str], root: Path, home: Path, problems: list[Problem]
) -> Iterator[str]:
    for name in folders:
        path = here / name
        if name.startswith("."):
            continue
        if path.is_symlink():
            _note_link(path, root, home, problems)
        else:
            yield name


def _note_link(path: Path, root: Path, home: Path, problems: list[Problem]) -> None:
    """A link to a folder: it leaves the workspace, or is at least not followed."""
    if not leaves(path, root, home, problems):
        span = Span(path.relative_to(root).as_posix())
        message = say("a link to a folder is not followed")
        hint = say("move the folder itself here")
        problems.append(Problem(span, "folder-link", message, hint, "warning"))
