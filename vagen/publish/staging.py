"""Where rendered bytes wait until every page of a build is known to be good."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from vagen.disk.settled import write_new
from vagen.problems import Problem
from vagen.publish.key import sha256
from vagen.publish.output import Made


@dataclass(frozen=True, slots=True)
class Staged:
    """One file that waits: its place, its bytes' digest and number, whether it gave warnings."""

    file: Path
    sha256: str
    size: int
    warned: bool


@dataclass(frozen=True, slots=True)
class Staging:
    """The files of one build that wait in `folder`, and the problems that making them gave."""

    folder: Path
    files: dict[str, Staged] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def take(self, path: str, made: Made) -> None:
        """Lets the bytes of one output wait. Raises OSError.

        Every byte of the site passes here once, on its way from rendering to the disk: this is
        the place where sealing belongs.
        """
        self.problems.extend(made.problems)
        if made.content is None or any(one.severity == "error" for one in made.problems):
            return
        file = self.folder / str(len(self.files))
        write_new(file, made.content)
        digest, size = sha256(made.content), len(made.content)
        self.files[path] = Staged(file, digest, size, warned=bool(made.problems))


@contextmanager
def staging(folder: Path) -> Iterator[Staging]:
    """A fresh place under `folder`, cleared in the end, as is what killed builds left in it.

    The caller holds the workspace's lock, so no other build is at work there. Raises OSError.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield Staging(Path(tempfile.mkdtemp(dir=folder)))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
