"""The system's own events, by watchdog: the root alone, content/ and layouts/ with all below them.

The root's other folders (.git, .venv, site/) may be huge and change with every build; they are
not watched at all.
"""

from __future__ import annotations

import logging
import os
import threading
from pathlib import Path
from typing import Final
from uuid import uuid4

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from vagen.watch.changes import Changes
from vagen.watch.concern import WATCHED, concerns

PROBED: Final = 2.0
"""Seconds within which a system that tells of changes has told of one."""

# A watch that is taken away while its thread reads makes watchdog say so: nothing for a person.
logging.getLogger("watchdog").addHandler(logging.NullHandler())

_READING = frozenset({"opened", "closed_no_write"})  # a build's own, too


class Eyes:
    """Notes in `changes` what the system tells about the workspace `root`."""

    def __init__(self, root: Path, changes: Changes) -> None:
        self._root = Path(os.path.realpath(root))
        self._noted = _Noted(self._root, changes)
        self._observer = Observer()
        self._watches: dict[str, tuple[int, ObservedWatch]] = {}

    def open(self) -> bool:
        """Begins. False where this system tells nothing; raises OSError where it allows no more."""
        self._observer.start()
        self.renew()
        return self._tells()

    def renew(self) -> None:
        """Watches what has come since, or was put in the place of what was watched.

        Raises OSError where the system allows no more watches.
        """
        for name in ("", *WATCHED[:2]):
            folder = self._root / name
            number = _number(folder)
            watched, watch = self._watches.get(name, (None, None))
            if number == watched:
                continue
            if watch is not None:
                self._unwatch(watch)
                del self._watches[name]
            if number is not None:
                new = self._observer.schedule(self._noted, str(folder), recursive=bool(name))
                self._watches[name] = (number, new)

    def close(self) -> None:
        """Ends, and waits for the threads."""
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()

    def _unwatch(self, watch: ObservedWatch) -> None:
        try:
            self._observer.unschedule(watch)
        except (KeyError, OSError):
            return  # what was watched is gone, and the watch with it

    def _tells(self) -> bool:
        """Whether a file that is written in .vagen/ is told of."""
        place = self._root / ".vagen"
        place.mkdir(exist_ok=True)
        heard = _Heard()
        watch = self._observer.schedule(heard, str(place))
        probe = place / f"probe-{uuid4().hex}"
        try:
            probe.touch()
            return heard.at_all.wait(PROBED)
        finally:
            probe.unlink(missing_ok=True)
            self._unwatch(watch)


class _Noted(FileSystemEventHandler):
    def __init__(self, root: Path, changes: Changes) -> None:
        self._root = root
        self._changes = changes

    def on_any_event(self, event: FileSystemEvent) -> None:
        folder_only = event.is_directory and event.event_type == "modified"
        if event.event_type in _READING or folder_only:
            return
        if any(concerns(self._name(path)) for path in (event.src_path, event.dest_path) if path):
            self._changes.note()

    def _name(self, path: bytes | str) -> str:
        return Path(os.path.relpath(os.fsdecode(path), self._root)).as_posix()


class _Heard(FileSystemEventHandler):
    def __init__(self) -> None:
        self.at_all = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        del event
        self.at_all.set()


def _number(folder: Path) -> int | None:
    """The number of a folder on its disk: another folder at the same path has another one."""
    try:
        return folder.stat().st_ino if folder.is_dir() else None
    except OSError:
        return None
