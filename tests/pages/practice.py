"""A small practice to plan from, built in Python: every builder takes the keys of its YAML file."""

from __future__ import annotations

from datetime import UTC, date, datetime

from vagen.model.client import Client
from vagen.model.document import Document, Payment
from vagen.model.entry import Entry
from vagen.model.practice import Practice
from vagen.model.service import Page, Service
from vagen.model.sop import Sop
from vagen.model.task import Task
from vagen.model.workspace import (
    Account,
    DocumentFile,
    PageFile,
    ServiceFile,
    SopFile,
    StoredFile,
    Workspace,
)
from vagen.problems import Span

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
"""A Monday: noon in Jerusalem, 10:00 in London."""

WEEK = dict.fromkeys(("sun", "mon", "tue", "wed", "thu"), "09:00-17:00")
PRACTICE = {
    "name": {"en": "Noa Barkai", "he": "נועה ברקאי"},
    "owner": {"en": "Noa Barkai", "he": "נועה ברקאי"},
    "email": "noa@barkai.example",
    "phone": "+972 54 555 0142",
    "address": "14 HaZayit Street\nPardes Hanna",
    "country": "IL",
    "language": "he",
    "timezone": "Asia/Jerusalem",
    "currency": "ILS",
    "hours": WEEK,
    "tax": {
        "registration": "il-licensed-dealer",
        "number": "038461927",
        "rates": [
            {"category": "S", "rate": "17%"},
            {"category": "S", "rate": "18%", "since": "2025-01-01"},
        ],
    },
    "invoice": {"terms": "net 15"},
    "bank": [
        {"currency": "ILS", "name": "Noa Barkai", "bank": {"en": "Leumi", "he": "לאומי"}},
        {"currency": "GBP", "name": "Noa Barkai", "bank": "Wise", "sort_code": "04-00-75"},
    ],
    "kinds": [
        {"id": "content", "label": {"en": "Content", "he": "תוכן"}},
        {"id": "email", "label": {"en": "E-mail", "he": "דואר"}},
        {"id": "admin", "label": "Admin", "billable": "no"},
    ],
}
CLIENT = {
    "name": "Wren & Rowe",
    "country": "GB",
    "language": "en",
    "timezone": "Europe/London",
    "currency": "GBP",
    "contacts": [{"name": "Imogen Wren", "email": "imogen@wren.example"}],
}


def practice(**keys: object) -> Practice:
    return Practice.model_validate(PRACTICE | keys)


def client(**keys: object) -> Client:
    return Client.model_validate(CLIENT | keys)


def task(id: str, **keys: object) -> Task:
    return Task.model_validate({"id": id, "title": f"Title of {id}"} | keys)


def entry(on: str, minutes: int, **keys: object) -> Entry:
    more = {"text": "Words of the log", "at": Span("time.yaml")} | keys
    return Entry(on=date.fromisoformat(on), minutes=minutes, **more)


def document(number: str | None = "2026-0001", **keys: object) -> Document:
    lines = [{"text": "Work", "quantity": "10", "unit": "hour", "price": "100"}]
    usual = {"kind": "proforma", "number": number, "issued": "2026-11-01", "lines": lines}
    return Document.model_validate(usual | keys)


def document_file(
    document: Document, name: str = "", pdf: StoredFile | None = None
) -> DocumentFile:
    name = name or (document.number or "draft").lower()
    return DocumentFile(name, f"content/clients/wren/invoices/{name}.yaml", document, pdf)


def payment(document: str, amount: str, on: str = "2026-11-10", **keys: object) -> Payment:
    return Payment.model_validate({"document": document, "amount": amount, "on": on} | keys)


def account(id: str = "wren", of: Client | None = None, **kept: object) -> Account:
    documents = tuple(
        one if isinstance(one, DocumentFile) else document_file(one)
        for one in kept.pop("documents", ())
    )
    return Account(id, of or client(), documents=documents, **kept)


def sop(id: str, **keys: object) -> SopFile:
    record = Sop.model_validate({"title": f"Title of {id}"} | keys)
    return SopFile(id, f"content/sops/{id}.md", record, ())


def service(id: str, **keys: object) -> ServiceFile:
    record = Service.model_validate({"title": f"Title of {id}"} | keys)
    return ServiceFile(id, f"content/services/{id}.md", record, ())


def page(id: str, **keys: object) -> PageFile:
    record = Page.model_validate({"title": f"Title of {id}"} | keys)
    return PageFile(id, f"content/pages/{id}.md", record, ())


def workspace(*accounts: Account, of: Practice | None = None, **kept: object) -> Workspace:
    return Workspace(of or practice(), accounts or (account(),), **kept)


def stored(path: str) -> StoredFile:
    return StoredFile(path, 3, "0" * 64)
