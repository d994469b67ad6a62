"""How changes are seen: told by the system, or found by looking again and again."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from vagen.problems import Message, say
from vagen.watch.changes import LULL, PATIENCE, STAMINA, STORM, Changes
from vagen.watch.events import Eyes
from vagen.watch.mounts import silent_disk
from vagen.watch.stamp import Stamp, stamp

LOOK = 0.5
"""Seconds between two looks where the system tells nothing."""
CHECK = 5.0
"""Seconds between two looks where it does: should anything be missed, it is found then."""
ECHO = 2.5
"""Seconds after which a look's finds are built once more: on some disks a file's time is so coarse
that a second edit within it, of the same size, looks like none."""
_SETTLING = 0.1
_SHARE = 5  # looking takes at most about a fifth of the time


@dataclass(slots=True)
class Sight:
    """Sees the changes of a workspace. `looking` says why it has to look, None where it is told."""

    root: Path
    changes: Changes
    eyes: Eyes | None
    looking: Message | None
    pause: float = CHECK
    seen: Stamp | None = None
    echo: float | None = None

    def before_build(self) -> None:
        """Remembers how all stands; a change from now on is one that the build may not know."""
        if self.eyes:
            self._renew(self.eyes)
        self.seen = stamp(self.root)

    def finds(self) -> bool:
        """Whether a look finds what no build has seen. Waits a moment until it has settled."""
        if self.echo is not None and time.monotonic() >= self.echo:
            self.echo = None
            return True
        fresh = self._look()
        if fresh == self.seen:
            return False
        if self.looking:
            self._settle(fresh)
            self.echo = time.monotonic() + ECHO
        return True

    def close(self) -> None:
        """Ends it."""
        if self.eyes:
            self.eyes.close()

    def _renew(self, eyes: Eyes) -> None:
        try:
            eyes.renew()
        except OSError:
            eyes.close()
            self.eyes, self.looking, self.pause = None, _NO_MORE, LOOK

    def _look(self) -> Stamp:
        began = time.perf_counter()
        found = stamp(self.root)
        took = time.perf_counter() - began
        self.pause = max(LOOK if self.looking else CHECK, took * _SHARE)
        return found

    def _settle(self, fresh: Stamp) -> None:
        """Waits until two looks are the same: a moment apart, in a storm a lull apart."""
        began = time.monotonic()
        while not self.changes.closed:
            storm = _apart(self.seen or {}, fresh) >= STORM
            if time.monotonic() >= began + (STAMINA if storm else PATIENCE):
                return
            time.sleep(LULL if storm else _SETTLING)
            before, fresh = fresh, stamp(self.root)
            if before == fresh:
                return


def _apart(one: Stamp, other: Stamp) -> int:
    """How many files of two looks are not the same."""
    return sum(one.get(path) != other.get(path) for path in one.keys() | other.keys())


_NO_MORE = say("the system allows no more watches")


def sight_of(root: Path, changes: Changes, *, poll: bool = False) -> Sight:
    """The sight of a workspace: by the system's events, where it has them; `poll` does without."""
    kind = None if poll else silent_disk(root)
    if poll or kind is not None:
        why = say("as asked") if poll else say("this disk, {kind}, tells of no changes", kind=kind)
        return Sight(root, changes, None, why, LOOK)
    eyes = Eyes(root, changes)
    try:
        why_not = None if eyes.open() else say("the system tells of no changes here")
    except OSError:
        why_not = _NO_MORE
    if why_not is None:
        return Sight(root, changes, eyes, None)
    eyes.close()
    return Sight(root, changes, None, why_not, LOOK)
