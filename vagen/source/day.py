"""The few files that a day is about: no documents, no prose, no logs of years that are over.

They are read by the same reader as a whole workspace, so that records and problems are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from vagen.problems import Problem
from vagen.source.files import Sources
from vagen.source.glance import CLIENTS, PRACTICE
from vagen.source.single import leaves, read_bytes, unreadable

_MONTH = timedelta(days=32)
"""No month of a retainer began longer ago, wherever its client lives."""

_CARRIES = re.compile(rb"\brollover\s*:(?!\s*(?:no|false)\b)")
_BEGINS = re.compile(
    rb"^agreement:[^\n]*\n(?:[ #][^\n]*\n|\n)*? +since: *[\"']?(\d{4}-\d{2})", re.MULTILINE
)
_TASK = re.compile(rb"^- ", re.MULTILINE)
_DONE = re.compile(rb"^(?:- +|  +)status: *done *$", re.MULTILINE)


def read_day(root: Path, day: date, clients: Iterable[str]) -> Sources:
    """vagen.yaml, and of each client its record, its open tasks and the log around `day`.

    `day` may be off by one: it is that of any zone. Where hours of a retainer move on from month
    to month the log is read from the agreement's first month.
    """
    texts: dict[str, bytes] = {}
    problems: list[Problem] = []
    _read(root, PRACTICE, texts, problems)
    for client in clients:
        record = f"{CLIENTS}/{client}/client.yaml"
        _read(root, record, texts, problems)
        for path in _beside(root, f"{CLIENTS}/{client}", texts.get(record, b""), day):
            _read(root, path, texts, problems)
    return Sources(root, texts, problems=tuple(problems), whole=False)


def _beside(root: Path, folder: str, record: bytes, day: date) -> Iterator[str]:
    """The paths of a client's tasks and of its log, as its record needs it."""
    yield f"{folder}/tasks.yaml"
    yield from (f"{folder}/tasks/{name}" for name in _open_years(root / folder / "tasks"))
    first, last = _first_month(record, day), f"{day + timedelta(days=1):%Y-%m}"
    for path in sorted((root / folder / "time").glob("[0-9][0-9][0-9][0-9]-[0-9][0-9].yaml")):
        if first <= path.stem <= last:
            yield f"{folder}/time/{path.name}"


def _first_month(record: bytes, day: date) -> str:
    near = f"{day - _MONTH:%Y-%m}"
    if not _CARRIES.search(record):
        return near
    since = _BEGINS.search(record)
    return min(near, since[1].decode()) if since else ""


def _open_years(folder: Path) -> Iterator[str]:
    """Of the years of tasks that are done those that hold another one; the rest is not parsed."""
    for path in sorted(folder.glob("[0-9][0-9][0-9][0-9].yaml")):
        try:
            data = read_bytes(path)
        except OSError:
            yield path.name
            continue
        if len(_TASK.findall(data)) != len(_DONE.findall(data)):
            yield path.name


def _read(root: Path, path: str, texts: dict[str, bytes], problems: list[Problem]) -> None:
    place = root / path
    if leaves(place, root, root.resolve(), problems):
        return
    try:
        texts[path] = read_bytes(place)
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        problems.append(unreadable(path, error))
