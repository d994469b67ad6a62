"""A service package: content/services/<package>.md; and further public pages."""

from __future__ import annotations

from typing import Literal

from vagen.model.flag import Flag
from vagen.model.money import Amount, Currency
from vagen.model.place import Language
from vagen.model.record import Record, key
from vagen.model.words import Words


class Service(Record):
    """The front matter of a package."""

    title: Words = key("What it is called.", seen="everyone")
    deliverables: tuple[Words, ...] = key("What is delivered.", seen="everyone", default=())
    not_included: tuple[Words, ...] = key("What is not included.", seen="everyone", default=())
    price: Amount | None = key("The price, net.", seen="everyone", default=None, example="4800")
    currency: Currency | None = key(
        "Its currency; the practice's when absent.", seen="everyone", default=None
    )
    unit: Literal["month", "hour", "project", "piece"] = key(
        "What the price is for.", seen="everyone", default="project", example="month"
    )
    turnaround: Words | None = key("How long it takes.", seen="everyone", default=None)
    public: Flag = key("Whether the public pages show it.", seen="owner", default=True)


class Page(Record):
    """The front matter of a further public page."""

    title: Words = key("What it is called.", seen="public")
    language: Language | None = key(
        "Its language; the practice's when absent.", seen="public", default=None
    )
    summary: Words | None = key("One sentence below the title.", seen="public", default=None)


class Update(Record):
    """The front matter of a progress update; its date is the file's name."""

    title: Words | None = key("A headline.", seen="client", default=None)
    draft: Flag = key("Whether it is a draft, which only you see.", seen="owner", default=False)
