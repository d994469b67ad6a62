"""A document of money as it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from vagen.model.invoicing import DocumentKind
from vagen.pages.frame import Frame
from vagen.pages.pay import PayAccount, PayMethod

PaperSize = Literal["a4", "letter"]
"""A4 is the default of every printed view; Letter is for readers in the countries that use it."""

# Unicode CLDR 47, supplemental/measurementData: the paper size US-Letter.
_LETTER = "BZ CA CL CO CR GT MX NI PA PH PR SV US VE"


@dataclass(frozen=True, slots=True)
class PartyView:
    """A side: `registration` is the words before the tax number (`עוסק מורשה`, `VAT no.`)."""

    name: str
    attention: str
    address: tuple[str, ...]
    registration: str
    tax_number: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class LineView:
    """A line: quantity × price = net, in the document's currency."""

    text: str
    detail: str
    quantity: Decimal
    unit: str
    price: Decimal
    net: Decimal


@dataclass(frozen=True, slots=True)
class TaxView:
    """Tax of one category and rate (percent) on its base."""

    category: str
    rate: Decimal
    base: Decimal
    tax: Decimal
    note: str


@dataclass(frozen=True, slots=True)
class PaymentView:
    """A payment that arrived."""

    on: date
    amount: Decimal
    via: str


@dataclass(frozen=True, slots=True)
class InvoicePaperView:
    """The whole document. Amounts are Decimals of `currency`.

    `title` is the document's name in law and language; `terms` spelled as in YAML, empty where the
    document states another due date; `sum_due` is what is still to be paid, below 0 where it is in
    the client's favour; `notes` stand below (law, thanks). `discount` and `credited` (by credit
    notes) are not negative. `tax_name` is what the seller's tax is called.
    """

    frame: Frame
    title: str
    number: str
    issued: date
    due: date
    since: date | None
    until: date | None
    terms: str
    reference: str
    allocation: str
    subject: str
    seller: PartyView
    buyer: PartyView
    currency: str
    lines: tuple[LineView, ...]
    lines_sum: Decimal
    discount: Decimal
    discount_text: str
    net: Decimal
    taxes: tuple[TaxView, ...]
    tax: Decimal
    gross: Decimal
    payments: tuple[PaymentView, ...]
    paid: Decimal
    sum_due: Decimal
    accounts: tuple[PayAccount, ...]
    methods: tuple[PayMethod, ...]
    exchange: str
    notes: tuple[str, ...]
    kind: DocumentKind = "invoice"
    credited: Decimal = Decimal(0)
    tax_name: Literal["vat", "gst"] = "vat"
    paper: PaperSize = "a4"


def paper_size(country: str) -> PaperSize:
    """The paper that a country prints on."""
    return "letter" if country in _LETTER.split() else "a4"
