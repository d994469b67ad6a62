"""What was agreed with a client: scope, price, terms, retainer."""

from __future__ import annotations

from typing import Literal

from vagen.model.calendar import Day
from vagen.model.duration import Minutes
from vagen.model.flag import Flag
from vagen.model.identifier import Id
from vagen.model.invoicing import TimeRounding
from vagen.model.money import Amount, Currency, Percent
from vagen.model.record import Record, key
from vagen.model.terms import Terms
from vagen.model.words import Words


class Retainer(Record):
    """Hours, or an amount of money, granted each month for a fixed price."""

    hours: Minutes | None = key(
        "Time included in a month.", seen="client", default=None, example="20h"
    )
    amount: Amount | None = key(
        "Money included in a month, where it is not hours.", seen="client", default=None
    )
    price: Amount = key("The price of a month, net.", seen="client", example="4800")
    rollover: Minutes | Flag = key(
        "What is left moves on: `no`, `yes`, or at most this much.",
        seen="client",
        default=False,
        example="5h",
    )
    expires: int | None = key(
        "After how many months time that moved on is lost.",
        seen="client",
        default=None,
        example="1",
    )
    overage: Amount | None = key(
        "The price of an hour beyond it, net.", seen="client", default=None, example="260"
    )


class Agreement(Record):
    """The agreement in force."""

    since: Day = key("The first day.", seen="client", example="2026-09-01")
    until: Day | None = key("The last day; open when absent.", seen="client", default=None)
    notice: str | None = key(
        "How long before it ends one side says so.", seen="owner", default=None, example="30 days"
    )
    renewal: Literal["automatic", "by agreement", "none"] = key(
        "What happens when it ends.", seen="client", default="by agreement"
    )
    package: Id | None = key(
        "The service package it is built on.", seen="client", default=None, example="social-media"
    )
    scope: tuple[Words, ...] = key("What is included.", seen="client", default=())
    out_of_scope: tuple[Words, ...] = key("What is not.", seen="client", default=())
    rate: Amount | None = key(
        "The price of an hour, net.", seen="client", default=None, example="240"
    )
    currency: Currency | None = key(
        "The agreement's currency; the client's when absent.", seen="client", default=None
    )
    terms: Terms | None = key(
        "When invoices are due; the practice's when absent.",
        seen="client",
        default=None,
        example="EOM+15",
    )
    deposit: Percent | None = key(
        "What is paid up front.", seen="client", default=None, example="50%"
    )
    rounding: TimeRounding | None = key(
        "How time is rounded; the practice's when absent.", seen="client", default=None
    )
    retainer: Retainer | None = key("A monthly retainer.", seen="client", default=None)
    signed: str | None = key(
        "The signed file, in the client's documents/.",
        seen="client",
        default=None,
        example="agreement.pdf",
    )
