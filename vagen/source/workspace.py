"""Sources become the Workspace: every file read once, every problem kept, a bad file skipped."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from vagen.model.client import Client
from vagen.model.document import Document, Payment
from vagen.model.enclosure import Enclosure
from vagen.model.entry import Entry
from vagen.model.person import Person
from vagen.model.practice import Practice
from vagen.model.service import Page, Service, Update
from vagen.model.sop import Sop
from vagen.model.task import Task
from vagen.model.workspace import (
    Account,
    DocumentFile,
    PageFile,
    ServiceFile,
    SopFile,
    StoredFile,
    Teammate,
    UpdateFile,
    Workspace,
)
from vagen.problems import Problem, Span, say
from vagen.source.files import Sources
from vagen.source.log import read_month, told_as_days
from vagen.source.reading import Reading
from vagen.source.records import read_nothing
from vagen.source.rooms import Room, room_of, unplaced

_OF_CLIENT = ("client", "tasks", "time", "document", "payments", "update", "enclosures")


@dataclass(frozen=True, slots=True)
class Loaded:
    """The workspace, as far as it can be read (None without a practice), and what is wrong.

    `texts` are the files as read, for showing the line that a problem points at.
    """

    workspace: Workspace | None
    problems: tuple[Problem, ...]
    texts: dict[str, str]


def load(sources: Sources) -> Loaded:
    """Read every text of the sources into records."""
    loader = _Loader(sources)
    return Loaded(loader.workspace(), tuple(loader.reading.problems), loader.reading.texts)


@dataclass(slots=True)
class _Drawer:
    """What has been read of one client so far."""

    client: Client | None = None
    tasks: list[Task] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    documents: list[DocumentFile] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)
    updates: list[UpdateFile] = field(default_factory=list)
    enclosures: list[Enclosure] = field(default_factory=list)


class _Loader:
    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.reading = Reading(sources)
        self.drawers: dict[str, _Drawer] = {}
        self.sops: list[SopFile] = []
        self.services: list[ServiceFile] = []
        self.pages: list[PageFile] = []
        self.team: list[Teammate] = []
        self.zone: ZoneInfo | None = None

    def workspace(self) -> Workspace | None:
        practice = self._practice()
        if practice is not None and not practice.lacks("timezone"):
            self.zone = practice.timezone
        for path in sorted(self.sources.texts):
            if path != "vagen.yaml":
                self._read(path)
        if practice is None:
            return None
        return Workspace(
            practice,
            tuple(self._accounts()),
            tuple(sorted(self.sops, key=lambda one: one.id)),
            tuple(self.services),
            tuple(self.pages),
            tuple(self.team),
            self._logo(practice),
            frozenset(self.reading.unread),
        )

    def _practice(self) -> Practice | None:
        if "vagen.yaml" not in self.sources.texts:
            self.reading.problems.append(
                Problem(
                    Span("vagen.yaml"),
                    "no-workspace",
                    say("there is no vagen.yaml here"),
                    say("make a workspace with: vagen init DIR"),
                )
            )
            return None
        return self.reading.record(Practice, "vagen.yaml")

    def _accounts(self) -> list[Account]:
        accounts = []
        for name, drawer in sorted(self.drawers.items()):
            path = f"content/clients/{name}/client.yaml"
            if path not in self.sources.texts:
                self.reading.problems.append(
                    Problem(
                        Span(path),
                        "missing-file",
                        say('the client "{client}" has no client.yaml', client=name),
                        say("add one, or move the folder out of content/clients/"),
                    )
                )
                drawer.client = read_nothing(Client, path)
            if drawer.client is not None and self.reading.named(name, path):
                accounts.append(self._account(name, drawer, drawer.client))
        return accounts

    def _account(self, name: str, drawer: _Drawer, client: Client) -> Account:
        return Account(
            name,
            client,
            tuple(drawer.tasks),
            tuple(drawer.entries),
            tuple(drawer.documents),
            tuple(drawer.payments),
            tuple(drawer.updates),
            self.sources.beside(f"content/clients/{name}/documents"),
            tuple(drawer.enclosures),
        )

    def _logo(self, practice: Practice) -> StoredFile | None:
        if practice.brand.logo is None or not self.sources.whole:
            return None
        logo = self.sources.stored.get(practice.brand.logo)
        if logo is None:
            self.reading.problems.append(
                Problem(
                    practice.brand.place("logo"),
                    "missing-file",
                    say('there is no file "{path}"', path=practice.brand.logo),
                    say("put it under content/ and name it so: content/brand/logo.svg"),
                )
            )
        return logo

    # One method a room: what a file of this kind adds to the workspace.

    def _read(self, path: str) -> None:
        room, ids = room_of(path)
        if room in ("unknown", "reserved", "words"):
            self._only_syntax(path, room)
            return
        if room in _OF_CLIENT:
            self._of_client(room, path, ids, self.drawers.setdefault(ids["id"], _Drawer()))
        elif room == "person":
            person = self.reading.record(Person, path)
            if person is not None and self.reading.named(ids["id"], path):
                self.team.append(Teammate(ids["id"], person))
        else:
            self._written(room, path, ids)

    def _of_client(self, room: Room, path: str, ids: dict[str, str], drawer: _Drawer) -> None:
        match room:
            case "client":
                drawer.client = self.reading.record(Client, path)
            case "tasks":
                drawer.tasks += self.reading.records(Task, path)
            case "payments":
                drawer.payments += self.reading.records(Payment, path)
            case "enclosures":
                drawer.enclosures += self.reading.records(Enclosure, path)
            case "time":
                drawer.entries += self._month(path)
            case "document":
                document = self.reading.record(Document, path)
                if document is not None:
                    pdf = self.sources.stored.get(path.removesuffix(".yaml") + ".pdf")
                    drawer.documents.append(DocumentFile(ids["name"], path, document, pdf))
            case _:
                self._update(path, ids["day"], drawer)

    def _month(self, path: str) -> tuple[Entry, ...]:
        before = len(self.reading.problems)
        node = self.reading.node(path)
        lines = self.reading.texts.get(path, "").split("\n")
        entries, problems = read_month(node, path, lines, self.zone)
        found = [*self.reading.problems[before:], *problems]
        self.reading.problems[before:] = told_as_days(found, lines)
        return entries

    def _update(self, path: str, day: str, drawer: _Drawer) -> None:
        update, prose = self.reading.front(Update, path)
        try:
            on = date.fromisoformat(day)
        except ValueError:
            self.reading.problems.append(
                Problem(
                    Span(path),
                    "impossible-date",
                    say("there is no day {day}", day=day),
                    say("name the file after a day: 2026-11-30.md"),
                )
            )
            return
        if update is not None:
            drawer.updates.append(UpdateFile(on, path, update, prose))

    def _written(self, room: Room, path: str, ids: dict[str, str]) -> None:
        """SOPs, packages and pages: front matter and prose, with files/ beside them."""
        files = self.sources.beside(path.rpartition("/")[0] + "/files")
        if not self.reading.named(ids["id"], path):
            return
        if room == "sop":
            sop, prose = self.reading.front(Sop, path)
            if sop is not None and self.reading.named(ids["area"], path):
                name = f"{ids['area']}/{ids['id']}"
                self.sops.append(SopFile(name, path, sop, prose, files))
        elif room == "service":
            service, prose = self.reading.front(Service, path)
            if service is not None:
                self.services.append(ServiceFile(ids["id"], path, service, prose, files))
        else:
            page, prose = self.reading.front(Page, path)
            if page is not None:
                self.pages.append(PageFile(ids["id"], path, page, prose, files))

    def _only_syntax(self, path: str, room: Room) -> None:
        if room == "unknown":
            self.reading.problems.append(unplaced(path))
        if path.lower().removesuffix(".txt").endswith(".md"):
            self.reading.split(path)
        else:
            self.reading.node(path)
