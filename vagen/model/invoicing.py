"""Where money goes, and what holds for every document: accounts, numbers, terms, rounding."""

from __future__ import annotations

from typing import Literal

from vagen.model.money import Currency
from vagen.model.reach import Bic, Iban, Link
from vagen.model.record import Record, key
from vagen.model.terms import Terms
from vagen.model.words import Words

DocumentKind = Literal[
    "quote",
    "proforma",
    "deposit",
    "invoice",
    "tax-invoice",
    "receipt",
    "tax-invoice-receipt",
    "credit",
]
RoundingMode = Literal["up", "nearest", "down"]
RoundingScope = Literal["entry", "day", "line", "invoice"]


class BankAccount(Record):
    """An account that clients may pay into."""

    currency: Currency = key("The currency it takes.", seen="client", example="ILS")
    name: str = key("In whose name.", seen="client", example="Noa Barkai")
    bank: Words = key("The bank.", seen="client", example="Leumi (10)")
    branch: str | None = key("The branch.", seen="client", default=None, example="800")
    account: str | None = key(
        "The account number.", seen="client", default=None, example="99999999"
    )
    iban: Iban | None = key(
        "The IBAN; its check digits are checked.",
        seen="client",
        default=None,
        example="IL620108000000099999999",
    )
    bic: Bic | None = key("The BIC (SWIFT).", seen="client", default=None, example="LUMIILITXXX")
    sort_code: str | None = key(
        "The sort code (United Kingdom), routing number (United States) or BSB (Australia).",
        seen="client",
        default=None,
        example="04-00-75",
    )


class PaymentMethod(Record):
    """Another way to pay."""

    via: Literal["paypal", "wise", "card", "bit", "cash", "cheque", "other"] = key(
        "What it is.", seen="client", example="paypal"
    )
    link: Link | None = key(
        "Where to pay.", seen="client", default=None, example="https://paypal.me/example"
    )
    currencies: tuple[Currency, ...] = key(
        "The currencies it takes; all when empty.", seen="client", default=(), example="EUR"
    )
    note: Words | None = key("What clients read beside it.", seen="client", default=None)


class Series(Record):
    """The numbers of one kind of document."""

    kind: DocumentKind = key("The kind of document.", seen="owner", example="proforma")
    pattern: str = key(
        "How a number looks: {year}, {month}, {client}, {seq} or {seq:04}.",
        seen="owner",
        default="{year}-{seq:04}",
        example='"{year}-{seq:04}"',
    )
    opening: int = key("The first number that vagen gives.", seen="owner", default=1, example="118")


class TimeRounding(Record):
    """How minutes become billed time."""

    increment: int = key("Minutes to round to.", seen="client", default=1, example="15")
    mode: RoundingMode = key(
        "Up, down or to the nearest.", seen="client", default="nearest", example="up"
    )
    scope: RoundingScope = key("What is rounded.", seen="client", default="line", example="entry")


class Invoicing(Record):
    """What holds for every invoice unless a client's agreement says otherwise."""

    numbering: tuple[Series, ...] = key(
        "Numbers, a series a kind of document.", seen="owner", default=()
    )
    terms: Terms | None = key(
        "When an invoice is due.", seen="client", default=None, example="net 15"
    )
    rounding: TimeRounding | None = key("How time is rounded.", seen="client", default=None)
