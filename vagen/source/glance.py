"""A look into a workspace that reads only what is asked for, so that a small command is quick.

Records (pydantic) are made where nothing else will do: where a file is wrong, to say what.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from vagen.locale import LANGUAGES
from vagen.model.entry import Entry
from vagen.problems import Problem, Span, say
from vagen.source.log import read_month, told_as_days
from vagen.source.nodes import Mapping, Node, Scalar, Sequence, read_yaml
from vagen.source.single import leaves, read_bytes, unreadable
from vagen.source.text import legible, read_text

PRACTICE = "vagen.yaml"
CLIENTS = "content/clients"
_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*")
_OPEN = re.compile(rb"\d:\d{2}([+-]\d{2}:\d{2})?(-|\xe2\x80[\x93\x94]|\xd6\xbe)(?!\d)")
"""What every open range has, and little else: only files that match it are read for timers."""


@dataclass(frozen=True, slots=True)
class Basics:
    """What most commands need of the practice."""

    zone: ZoneInfo
    language: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TaskGlance:
    """What the log needs of a task: its id, and its title in some language."""

    id: str
    titles: tuple[tuple[str, str], ...]

    def title(self, language: str) -> str:
        """The title in `language`, else in any."""
        texts = dict(self.titles)
        return texts.get(language) or next(iter(texts.values()), "")


@dataclass(frozen=True, slots=True)
class Page:
    """One YAML file: its bytes (None where it is not there), its tree, and the errors in it."""

    path: str
    data: bytes | None
    text: str = ""
    node: Node | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a client's log, with the errors that the reader finds in it."""

    page: Page
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Glance:
    """The workspace at `root`. What was read is kept, so that every look sees the same.

    `new` holds files as a command is about to write them; they hide those on the disk.
    """

    root: Path
    new: dict[str, bytes] = field(default_factory=dict)
    read: dict[str, bytes | None] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def data(self, path: str) -> tuple[bytes | None, tuple[Problem, ...]]:
        """The bytes of a file, None where it is not there or can't be read."""
        if path in self.new:
            return self.new[path], ()
        problems: list[Problem] = []
        if path not in self.read:
            self.read[path] = self._from_disk(path, problems)
        return self.read[path], tuple(problems)

    def page(self, path: str) -> Page:
        """A YAML file as a tree."""
        data, problems = self.data(path)
        if data is None:
            return Page(path, None, problems=problems)
        text, found = read_text(data, path)
        self.texts[path] = legible(data) if text is None else text
        if text is None:
            return Page(path, data, problems=_errors(found))
        node, wrong = read_yaml(text, path)
        return Page(path, data, text, node, _errors([*found, *wrong]))

    def basics(self) -> Basics | list[Problem]:
        """The practice's zone, language and kinds, or why they can't be read."""
        page = self.page(PRACTICE)
        if page.data is None and not page.problems:
            return [no_workspace()]
        if page.problems or not isinstance(page.node, Mapping):
            return list(page.problems) or self._why(page)
        zone = _zone(_text(page.node, "timezone"))
        language = _text(page.node, "language")
        if zone is None or language not in LANGUAGES:
            return self._why(page)
        return Basics(zone, language, _ids(page.node.values.get("kinds")))

    def clients(self) -> tuple[str, ...]:
        """The ids of all clients: the folders that hold a client.yaml."""
        found = (path.parent.name for path in (self.root / CLIENTS).glob("*/client.yaml"))
        return tuple(sorted(name for name in found if not name.startswith(".")))

    def people(self) -> tuple[str, ...]:
        """The ids of the team."""
        found = (path.stem for path in (self.root / "content/team").glob("*.yaml"))
        return tuple(sorted(name for name in found if not name.startswith(".")))

    def language(self, client: str) -> str | None:
        """The language that a client reads, where client.yaml says it."""
        language = _text(self.page(f"{CLIENTS}/{client}/client.yaml").node, "language")
        return language if language in LANGUAGES else None

    def goals(self, client: str) -> tuple[str, ...]:
        """The ids of a client's goals."""
        node = self.page(f"{CLIENTS}/{client}/client.yaml").node
        return _ids(node.values.get("goals")) if isinstance(node, Mapping) else ()

    def tasks(self, client: str) -> tuple[TaskGlance, ...] | None:
        """A client's tasks, None where one of their files can't be read."""
        folder = f"{CLIENTS}/{client}"
        years = sorted((self.root / folder / "tasks").glob("[0-9][0-9][0-9][0-9].yaml"))
        found: list[TaskGlance] = []
        for path in (f"{folder}/tasks.yaml", *(f"{folder}/tasks/{year.name}" for year in years)):
            page = self.page(path)
            if page.problems:
                return None
            found += _tasks(page.node)
        return tuple(found)

    def month(self, client: str, day: date, zone: ZoneInfo) -> Month:
        """The log of the month that `day` is in."""
        page = self.page(f"{CLIENTS}/{client}/time/{day:%Y-%m}.yaml")
        lines = page.text.split("\n")
        if page.problems or page.data is None:
            return Month(page, problems=_errors(told_as_days(list(page.problems), lines)))
        entries, problems = read_month(page.node, page.path, lines, zone)
        return Month(page, entries, _errors(problems))

    def days(self, client: str, days: Iterable[date], zone: ZoneInfo) -> tuple[Entry, ...]:
        """What of some days of a client can be read; the rest of their months is not looked at."""
        by_month: dict[str, list[str]] = {}
        for day in days:
            by_month.setdefault(f"{day:%Y-%m}", []).append(day.isoformat())
        return tuple(
            entry
            for month, names in by_month.items()
            for entry in self._days(f"{CLIENTS}/{client}/time/{month}.yaml", names, zone)
        )

    def open(self, client: str, day: date, zone: ZoneInfo) -> tuple[Entry, ...]:
        """The ranges without an end in the month that `day` is in."""
        data, _ = self.data(f"{CLIENTS}/{client}/time/{day:%Y-%m}.yaml")
        if data is None or not _OPEN.search(data):
            return ()
        return tuple(entry for entry in self.month(client, day, zone).entries if entry.open)

    def _days(self, path: str, names: list[str], zone: ZoneInfo) -> tuple[Entry, ...]:
        data, _ = self.data(path)
        if data is None or not any(name.encode() in data for name in names):
            return ()
        page = self.page(path)
        if not isinstance(page.node, Mapping):
            return ()
        wanted = {name: node for name, node in page.node.values.items() if name in names}
        days = Mapping(page.node.at, wanted, page.node.names)
        return read_month(days, path, page.text.split("\n"), zone)[0]

    def _from_disk(self, path: str, problems: list[Problem]) -> bytes | None:
        place = self.root / path
        if leaves(place, self.root, self.root.resolve(), problems):
            return None
        try:
            return read_bytes(place)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            problems.append(unreadable(path, error))
            return None

    def _why(self, page: Page) -> list[Problem]:
        """What the real reader says of vagen.yaml."""
        from vagen.model.practice import Practice
        from vagen.source.records import read_record

        return list(_errors(read_record(Practice, page.node, page.path)[1]))


def no_workspace() -> Problem:
    """There is no vagen.yaml."""
    return Problem(
        Span(PRACTICE),
        "no-workspace",
        say("there is no vagen.yaml here"),
        say("make a workspace with: vagen init DIR"),
    )


def _errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.severity == "error")


def _text(node: Node | None, name: str) -> str:
    value = node.values.get(name) if isinstance(node, Mapping) else None
    return value.text.strip() if isinstance(value, Scalar) else ""


def _zone(name: str) -> ZoneInfo | None:
    if not _ZONE.fullmatch(name):
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _ids(node: Node | None) -> tuple[str, ...]:
    items = node.items if isinstance(node, Sequence) else []
    return tuple(name for name in (_text(item, "id") for item in items) if name)


def _tasks(node: Node | None) -> Iterable[TaskGlance]:
    for item in node.items if isinstance(node, Sequence) else []:
        if not isinstance(item, Mapping) or not _text(item, "id"):
            continue
        title = item.values.get("title")
        if isinstance(title, Mapping):
            texts = tuple((name, _text(title, name)) for name in title.values)
        else:
            texts = (("", _text(item, "title")),)
        yield TaskGlance(_text(item, "id"), texts)
