"""One save at a time, and none that a killed one keeps from being made."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from vagen.disk.lock import locked
from vagen.repository.git import Git


@contextmanager
def turn(git: Git) -> Iterator[None]:
    """Waits until no other save or undo of this repository runs. Raises OSError.

    While one runs, a mark stands in git's folder. A mark that nobody holds is that of a killed
    run; what git's own index was locked for then is gone with it, and the lock is taken away.
    """
    place = git.root / git.asked("rev-parse", "--git-path", "vagen-save")
    with locked(place.with_name("vagen-save.lock")):
        if place.exists():
            (git.root / git.asked("rev-parse", "--git-path", "index.lock")).unlink(missing_ok=True)
        place.touch()
        try:
            yield
        finally:
            place.unlink(missing_ok=True)
