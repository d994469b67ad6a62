"""Writes the key tables of docs/format.md from the records; with --check it only compares."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin, get_type_hints

from vagen.locale.catalog import LANGUAGES
from vagen.model.agreement import Agreement, Retainer
from vagen.model.calendar import Clock, Day
from vagen.model.channel import Response
from vagen.model.client import Call, Channel, Client, Contact, FileLink, Goal, Portal
from vagen.model.document import Discount, Document, Exchange, Line, Party, Payment, Period
from vagen.model.duration import Minutes
from vagen.model.enclosure import Enclosure
from vagen.model.flag import Flag
from vagen.model.hours import Hours
from vagen.model.identifier import Id
from vagen.model.invoicing import BankAccount, Invoicing, PaymentMethod, Series, TimeRounding
from vagen.model.money import Amount, Currency, Percent, Quantity, SignedAmount
from vagen.model.person import Person
from vagen.model.place import Country, Language, Zone
from vagen.model.practice import Area, Brand, Kind, Practice, Profile, Publishing
from vagen.model.promise import Promise
from vagen.model.reach import Bic, Colour, Email, Iban, Link, Phone
from vagen.model.record import Record
from vagen.model.recurrence import Recurrence
from vagen.model.schedule import Absence, Block, ExtraHoliday, Holidays, Week
from vagen.model.service import Page, Service, Update
from vagen.model.sop import Change, Sop, Stage
from vagen.model.task import Approval, Review, Task, TaskLink
from vagen.model.tax import Tax, TaxRate
from vagen.model.terms import Terms
from vagen.model.words import Words

PAGE = Path(__file__).resolve().parent.parent / "docs" / "format.md"
RECORDS: tuple[type[Record], ...] = (
    Practice, Brand, Profile, Week, Absence, Holidays, ExtraHoliday, Response, Tax, TaxRate,
    BankAccount, PaymentMethod, Invoicing, Series, TimeRounding, Kind, Area, Block, Publishing,
    Client, Contact, Channel, FileLink, Goal, Agreement, Retainer, Call, Portal, Task, TaskLink,
    Approval, Review, Document, Party, Period, Exchange, Line, Discount, Payment, Sop, Stage,
    Change, Service, Page, Update, Enclosure, Person,
)  # fmt: skip
_TYPES: tuple[tuple[object, str], ...] = (
    (Amount, "an amount"),
    (SignedAmount, "an amount, below 0 too"),
    (Quantity, "a number"),
    (Percent, "a percentage"),
    (Currency, "a currency"),
    (Country, "a country"),
    (Language, ", ".join(f"`{one}`" for one in LANGUAGES)),
    (Zone, "a zone"),
    (Words, "a text, in one language or more"),
    (Flag, "`yes`, `no`"),
    (Id, "an id"),
    (Day, "a day"),
    (Clock, "a time of day"),
    (Minutes, "a duration"),
    (Hours, "hours of a day"),
    (Promise, "a promise"),
    (Recurrence, "a rhythm"),
    (Terms, "terms of payment"),
    (Email, "an e-mail address"),
    (Phone, "a phone number"),
    (Link, "a link"),
    (Iban, "an IBAN"),
    (Bic, "a BIC"),
    (Colour, "a colour"),
    (str, "a text"),
    (int, "a whole number"),
)
_MARKED = re.compile(r"<!-- keys: (\w+) -->\n.*?<!-- end -->", re.DOTALL)


def table(cls: type[Record]) -> str:
    """The keys of a record: what each says and takes, its default, an example, who sees it."""
    rows = [
        "| key | what it is | takes | default | example | who sees it |",
        "|--|--|--|--|--|--|",
    ]
    hints = get_type_hints(cls, include_extras=True)
    for name, info in cls.model_fields.items():
        if name == "origin":
            continue
        extra = info.json_schema_extra
        seen = extra["seen"] if isinstance(extra, dict) else ""
        example = f"`{info.examples[0]}`" if info.examples else ""
        default = "**needed**" if info.is_required() else shown_default(info.default)
        cells = (f"`{info.alias or name}`", info.description, takes(hints[name]), default, example)
        rows.append(f"| {' | '.join(str(cell) for cell in cells)} | {seen} |")
    return "\n".join(rows)


def takes(hint: object) -> str:
    """What is typed for a value of this type, in the words of the page's chapter on values."""
    for known, words in _TYPES:
        if hint == known:
            return words
    arguments = [one for one in get_args(hint) if one not in (type(None), ...)]
    origin = get_origin(hint)
    if origin is Literal:
        return ", ".join(f"`{one}`" for one in arguments)
    if origin is tuple:
        return f"a list: {takes(arguments[0])}"
    if origin is Annotated:
        return takes(arguments[0])
    if origin in (Union, UnionType):
        return " or ".join(takes(one) for one in arguments)
    return "keys"


def shown_default(value: object) -> str:
    """A default as it would be typed; nothing where it is as if nothing were there."""
    if isinstance(value, tuple):
        return ", ".join(f"`{one}`" for one in value)
    if value is None or isinstance(value, Record):
        return ""
    if isinstance(value, bool):
        return "`yes`" if value else "`no`"
    plain = not str(value).startswith(("#", "{"))
    return f"`{value}`" if plain else f'`"{value}"`'


def filled(text: str) -> str:
    """The page with every table as the records are now."""
    by_name = {cls.__name__: cls for cls in RECORDS}
    return _MARKED.sub(
        lambda found: f"<!-- keys: {found[1]} -->\n{table(by_name[found[1]])}\n<!-- end -->", text
    )


def main(arguments: list[str]) -> int:
    """Writes docs/format.md, or says whether it is up to date."""
    text = PAGE.read_text(encoding="utf-8")
    if "--check" not in arguments:
        PAGE.write_text(filled(text), encoding="utf-8", newline="\n")
    elif filled(text) != text:
        print("docs/format.md is behind the records: run scripts/format.py")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
