"""A document of money: one file in a client's invoices/ folder."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from vagen.model.calendar import Day
from vagen.model.invoicing import DocumentKind
from vagen.model.money import Amount, Currency, Percent, Quantity, SignedAmount
from vagen.model.record import Record, key
from vagen.model.tax import TaxCategory
from vagen.model.words import Words

Unit = Literal["hour", "day", "month", "piece", "project", "fixed"]


class Party(Record):
    """A side of a document, as it was when it was issued."""

    name: str = key("The legal name.", seen="client", example="Studio Linen Ltd")
    attention: str | None = key("For whose attention.", seen="client", default=None)
    address: str | None = key("The address, a line a line.", seen="client", default=None)
    country: str | None = key("The country code.", seen="client", default=None, example="GB")
    tax_number: str | None = key("The tax number.", seen="client", default=None)
    email: str | None = key("E-mail.", seen="client", default=None)
    phone: str | None = key("Phone.", seen="client", default=None)


class Period(Record):
    """The days a document is about."""

    since: Day = key("The first day.", seen="client", alias="from", example="2026-10-01")
    until: Day = key("The last day.", seen="client", alias="to", example="2026-10-31")


class Exchange(Record):
    """The rate that turned one currency into the practice's own."""

    currency: Currency = key("Into which currency.", seen="client", example="ILS")
    rate: Quantity = key("How much of it one unit buys.", seen="client", example="4.6321")
    date: Day = key("The day of the rate.", seen="client")
    source: str = key("Who published it.", seen="client", example="Bank of Israel")


class Line(Record):
    """A line: quantity × price, net."""

    text: Words = key("What it is for.", seen="client")
    detail: Words | None = key("A second, smaller line.", seen="client", default=None)
    quantity: Quantity = key(
        "How many; negative takes something back.",
        seen="client",
        default=Decimal(1),
        example="6.50",
    )
    unit: Unit = key("Of what.", seen="client", default="piece", example="hour")
    price: Amount = key("The price of one, net.", seen="client", example="260")
    tax: TaxCategory | None = key(
        "The tax category; the document's usual one when absent.",
        seen="client",
        default=None,
        example="S",
    )
    rate: Percent | None = key(
        "The tax rate; the practice's on the day of issue when absent.",
        seen="client",
        default=None,
        example="18%",
    )
    source: str | None = key(
        "Where it comes from: log, retainer, an agreement.", seen="owner", default=None
    )


class Discount(Record):
    """Taken off the sum of the lines, before tax."""

    text: Words = key("Why.", seen="client")
    percent: Percent | None = key("As a share.", seen="client", default=None, example="10%")
    amount: Amount | None = key("Or as an amount.", seen="client", default=None)


class Document(Record):
    """An invoice or another document. Without a number it is a draft, seen by nobody else."""

    kind: DocumentKind = key("What it is.", seen="client", example="proforma")
    number: str | None = key(
        "Its number; a draft has none.", seen="client", default=None, example="2026-0118"
    )
    issued: Day | None = key("The day of issue; drafts have none.", seen="client", default=None)
    due: Day | None = key("The due date; from the terms when absent.", seen="client", default=None)
    period: Period | None = key("The days it is about.", seen="client", default=None)
    seller: Party | None = key(
        "My details at issue; from vagen.yaml when absent.", seen="client", default=None
    )
    buyer: Party | None = key(
        "The client's details at issue; from client.yaml when absent.", seen="client", default=None
    )
    subject: Words | None = key("What it is about.", seen="client", default=None)
    reference: str | None = key(
        "The client's order number.", seen="client", default=None, example="PO-3391"
    )
    allocation: str | None = key("Israel: the allocation number.", seen="client", default=None)
    original: str | None = key(
        "The number of the document a credit note corrects.", seen="client", default=None
    )
    currency: Currency | None = key(
        "Its currency; the client's when absent.", seen="client", default=None
    )
    exchange: Exchange | None = key("The exchange rate used.", seen="client", default=None)
    lines: tuple[Line, ...] = key("The lines.", seen="client")
    discount: Discount | None = key("A discount on the whole.", seen="client", default=None)
    notes: Words | None = key("Words below the sum.", seen="client", default=None)

    @property
    def draft(self) -> bool:
        """Whether it has not been issued."""
        return self.number is None


class Payment(Record):
    """Money that arrived: payments.yaml."""

    on: Day = key("The day it arrived.", seen="client")
    amount: SignedAmount = key("How much; negative was paid back.", seen="client", example="3000")
    currency: Currency | None = key(
        "In which currency; the document's when absent.", seen="client", default=None
    )
    document: str = key("The number of the document it pays.", seen="client", example="2026-0118")
    via: Literal["bank", "paypal", "wise", "card", "bit", "cash", "cheque", "other"] = key(
        "How.", seen="client", default="bank"
    )
    fee: Amount | None = key("What the way of paying cost.", seen="owner", default=None)
    reference: str | None = key("The reference on the statement.", seen="owner", default=None)
