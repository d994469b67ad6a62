"""How the practice is registered for tax, and its rates."""

from __future__ import annotations

from typing import Literal

from vagen.model.calendar import Day
from vagen.model.flag import Flag
from vagen.model.money import Percent
from vagen.model.record import Record, key

TaxCategory = Literal["S", "Z", "E", "AE", "G", "K", "O"]
Registration = Literal[
    "il-exempt-dealer",
    "il-licensed-dealer",
    "eu-vat",
    "eu-small-business",
    "uk-vat",
    "au-gst",
    "us",
    "none",
]


class TaxRate(Record):
    """A tax rate, from a day on."""

    category: TaxCategory = key(
        "The EN 16931 category: S standard, Z zero, E exempt, AE reverse charge, G export, K intra-community, O outside scope.",
        seen="client",
        default="S",
        example="S",
    )
    rate: Percent = key("The rate.", seen="client", example="18%")
    since: Day | None = key(
        "The first day it holds.", seen="owner", default=None, example="2025-01-01"
    )


class Tax(Record):
    """How the practice is registered."""

    registration: Registration = key(
        "What the practice is to the tax authority; decides which documents exist and what they are called.",
        seen="client",
        default="none",
        example="il-licensed-dealer",
    )
    number: str | None = key(
        "The number that documents show.", seen="client", default=None, example="038461927"
    )
    rates: tuple[TaxRate, ...] = key("The rates, newest last.", seen="client", default=())
    i_print_and_sign: Flag = key(
        "Israel: the owner prints and signs tax documents on paper.", seen="owner", default=False
    )
