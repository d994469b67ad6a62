"""The whole practice as values: what the reader hands to checks and planners."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vagen.model.client import Client
from vagen.model.document import Document, Payment
from vagen.model.enclosure import Enclosure
from vagen.model.entry import Entry
from vagen.model.person import Person
from vagen.model.practice import Practice
from vagen.model.prose import Prose
from vagen.model.service import Page, Service, Update
from vagen.model.sop import Sop
from vagen.model.task import Task


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that pages may hand on as it is: `path` from the workspace, bytes by digest."""

    path: str
    size: int
    sha256: str

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """A document of money with its file's stem, and the PDF that stands beside it, if any."""

    name: str
    path: str
    document: Document
    pdf: StoredFile | None = None


@dataclass(frozen=True, slots=True)
class SopFile:
    """An SOP: `id` is `area/sop`."""

    id: str
    path: str
    sop: Sop
    prose: Prose
    files: tuple[StoredFile, ...] = ()

    @property
    def area(self) -> str:
        """The folder it stands in."""
        return self.id.partition("/")[0]


@dataclass(frozen=True, slots=True)
class ServiceFile:
    """A service package: `id` is the file's stem."""

    id: str
    path: str
    service: Service
    prose: Prose
    files: tuple[StoredFile, ...] = ()


@dataclass(frozen=True, slots=True)
class PageFile:
    """A further public page: `id` is the file's stem."""

    id: str
    path: str
    page: Page
    prose: Prose
    files: tuple[StoredFile, ...] = ()


@dataclass(frozen=True, slots=True)
class UpdateFile:
    """A progress update of a day."""

    on: date
    path: str
    update: Update
    prose: Prose


@dataclass(frozen=True, slots=True)
class Account:
    """A client and all that is kept for them. `id` is the folder's name.

    `files` are those of its documents/, `enclosures` what they are called.
    """

    id: str
    client: Client
    tasks: tuple[Task, ...] = ()
    entries: tuple[Entry, ...] = ()
    documents: tuple[DocumentFile, ...] = ()
    payments: tuple[Payment, ...] = ()
    updates: tuple[UpdateFile, ...] = ()
    files: tuple[StoredFile, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()

    @property
    def folder(self) -> str:
        """Where it stands in the workspace."""
        return f"content/clients/{self.id}"

    def task(self, name: str) -> Task | None:
        """The task with this id."""
        return next((task for task in self.tasks if task.id == name), None)


@dataclass(frozen=True, slots=True)
class Teammate:
    """A person of the team with their id, the file's stem."""

    id: str
    person: Person


@dataclass(frozen=True, slots=True)
class Workspace:
    """A practice, its clients, SOPs, packages, pages and people, each sorted by id.

    `unread` are the paths of files of which something got lost whole: what refers to something in
    one of them is not called broken. What got lost of a record the record itself knows (`lacks`).
    """

    practice: Practice
    accounts: tuple[Account, ...] = ()
    sops: tuple[SopFile, ...] = ()
    services: tuple[ServiceFile, ...] = ()
    pages: tuple[PageFile, ...] = ()
    team: tuple[Teammate, ...] = ()
    logo: StoredFile | None = None
    unread: frozenset[str] = frozenset()

    def account(self, client: str) -> Account | None:
        """The account of a client's id."""
        return next((one for one in self.accounts if one.id == client), None)

    def sop(self, name: str) -> SopFile | None:
        """The SOP with this area/sop."""
        return next((one for one in self.sops if one.id == name), None)
