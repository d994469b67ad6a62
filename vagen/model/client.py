"""A client: client.yaml."""

from __future__ import annotations

from typing import Literal

from vagen.model.agreement import Agreement
from vagen.model.calendar import Clock, Day
from vagen.model.channel import Via
from vagen.model.flag import Flag
from vagen.model.identifier import Id
from vagen.model.money import Currency
from vagen.model.place import Country, Language, Zone
from vagen.model.promise import Promise
from vagen.model.reach import Email, Link, Phone
from vagen.model.record import Record, key
from vagen.model.recurrence import Recurrence
from vagen.model.schedule import Week
from vagen.model.words import Words

ClientStatus = Literal[
    "lead", "discovery", "proposal", "agreement", "intake", "active", "paused", "ended"
]
Purpose = Literal["request", "question", "meeting", "urgent", "file", "feedback"]
Section = Literal[
    "board", "deadlines", "time", "updates", "invoices", "documents", "work", "welcome", "sops"
]


class Contact(Record):
    """Someone at the client's."""

    name: Words = key("Name.", seen="client", example="Maya Levi")
    role: Words | None = key("What they do.", seen="owner", default=None, example="Founder")
    email: Email | None = key("E-mail.", seen="client", default=None)
    phone: Phone | None = key("Phone.", seen="client", default=None)
    primary: Flag = key("Whom the pages greet.", seen="owner", default=False)


class Channel(Record):
    """Which way for which purpose."""

    purpose: Purpose = key("What it is for.", seen="client", example="request")
    via: Via = key("Through what.", seen="client", example="email")
    to: str = key("The address, number or https link.", seen="client", example="noa@barkai.example")
    reply: Promise | None = key(
        "How soon I answer here; the practice's promise when absent.",
        seen="client",
        default=None,
        example="4h",
    )


class FileLink(Record):
    """Where files live."""

    name: Words = key("What is there.", seen="client", example="Brand folder")
    link: Link = key("Where.", seen="client", example="https://drive.example/brand")


class Goal(Record):
    """What the client wants to reach."""

    id: Id = key("Its name in tasks.", seen="client", example="reach")
    text: Words = key("The goal.", seen="client")
    measure: Words | None = key("How we will know.", seen="client", default=None)


class Call(Record):
    """A recurring call, at its wall-clock time in its own zone."""

    id: Id = key("Its name.", seen="client", example="weekly")
    title: Words = key("What it is about.", seen="client")
    every: Recurrence = key("When, in words.", seen="client", example="week on tue")
    at: Clock = key("The time of day.", seen="client", example="09:30")
    zone: Zone | None = key(
        "The zone that owns it; the client's when absent.", seen="client", default=None
    )
    minutes: int = key("How long, in minutes.", seen="client", default=30)
    via: Via | None = key("Through what.", seen="client", default=None)
    link: Link | None = key("Where to join.", seen="client", default=None)
    since: Day | None = key("The first day.", seen="client", default=None, alias="from")
    until: Day | None = key("The last day.", seen="client", default=None)


class Portal(Record):
    """The client's portal."""

    sections: tuple[Section, ...] = key(
        "The pages shown; all when empty.", seen="owner", default=()
    )
    turn: int = key("Which key is in use (once sealing exists).", seen="owner", default=1)
    closed: Day | None = key("From this day on there is no portal.", seen="owner", default=None)


class Client(Record):
    """client.yaml. The id is the folder's name."""

    name: Words = key("The client's name, as pages show it.", seen="client", example="Studio Linen")
    legal_name: Words | None = key(
        "The name on documents, where it differs.", seen="client", default=None
    )
    tax_number: str | None = key(
        "The number documents show.", seen="client", default=None, example="514876325"
    )
    address: Words | None = key(
        "The address on documents, a line a line.", seen="client", default=None
    )
    country: Country = key("Where the client is established.", seen="client", example="GB")
    language: Language = key(
        "The language of the portal and of documents.", seen="client", example="en"
    )
    timezone: Zone = key("The client's clock.", seen="client", example="Europe/London")
    currency: Currency = key("What the client is billed in.", seen="client", example="GBP")
    status: ClientStatus = key("Where the work stands.", seen="client", default="active")
    since: Day | None = key("The first day of working together.", seen="client", default=None)
    hours: Week | None = key(
        "The client's working hours; 09:00-17:00 on the country's workdays when absent.",
        seen="client",
        default=None,
    )
    contacts: tuple[Contact, ...] = key("People.", seen="client", default=())
    channels: tuple[Channel, ...] = key("Which way for which purpose.", seen="client", default=())
    files: tuple[FileLink, ...] = key("Where files live.", seen="client", default=())
    goals: tuple[Goal, ...] = key("What the client wants to reach.", seen="client", default=())
    agreement: Agreement | None = key("What was agreed.", seen="client", default=None)
    calls: tuple[Call, ...] = key("Recurring calls.", seen="client", default=())
    time: Literal["kinds", "detail", "none"] = key(
        "What of the log the client sees: hours by kind, the words too, or nothing.",
        seen="owner",
        default="kinds",
    )
    portal: Portal = key("The portal.", seen="owner", default=Portal())
    culture: Words | None = key(
        "Style, holidays, formality: for my eyes only.", seen="private", default=None
    )
    referred_by: str | None = key("Who sent them.", seen="owner", default=None)
    notes: str | None = key("Notes for my eyes only.", seen="private", default=None)

    @property
    def contact(self) -> Contact | None:
        """Whom the pages greet: the primary contact, else the first."""
        chosen = [one for one in self.contacts if one.primary] or list(self.contacts)
        return chosen[0] if chosen else None
