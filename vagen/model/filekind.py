"""The kinds of files that a workspace is made of, and the record that each holds."""

from __future__ import annotations

from dataclasses import dataclass

from vagen.model.client import Client
from vagen.model.document import Document, Payment
from vagen.model.enclosure import Enclosure
from vagen.model.person import Person
from vagen.model.practice import Practice
from vagen.model.record import Record
from vagen.model.service import Page, Service, Update
from vagen.model.sop import Sop
from vagen.model.task import Task
from vagen.problems import Message, say


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: its name, its record (`many`: a list of them), what it is.

    The log has no record: it is a block of lines a day.
    """

    name: str
    says: Message
    record: type[Record] | None = None
    many: bool = False


FILE_KINDS = (
    FileKind("practice", say("The practice: vagen.yaml"), Practice),
    FileKind("client", say("A client: client.yaml"), Client),
    FileKind("tasks", say("A client's tasks: tasks.yaml"), Task, many=True),
    FileKind("time", say("The log of a month: time/2026-11.yaml")),
    FileKind("document", say("An invoice or another document: invoices/"), Document),
    FileKind("payments", say("Money that arrived: payments.yaml"), Payment, many=True),
    FileKind(
        "enclosures", say("What a client's files are called: documents.yaml"), Enclosure, many=True
    ),
    FileKind("person", say("Someone who helps: content/team/"), Person),
    FileKind("update", say("The front matter of a progress update"), Update),
    FileKind("sop", say("The front matter of a procedure"), Sop),
    FileKind("service", say("The front matter of a package"), Service),
    FileKind("page", say("The front matter of a page"), Page),
)
