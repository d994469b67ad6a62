"""What a document of money adds up to: EN 16931's rounding, which can be redone by hand."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext

from vagen.model.client import Client
from vagen.model.document import Document
from vagen.model.money import rounded
from vagen.model.practice import Practice
from vagen.model.tax import TaxCategory
from vagen.problems import Message
from vagen.rules import tax

_NOTHING = Decimal(0)
_HUNDRED = Decimal(100)
_ROOM = 60
"""Digits to reckon with: two numbers as long as can be typed have a product of more than the
usual 28, which would be rounded there once before it is rounded for good."""


@dataclass(frozen=True, slots=True)
class TaxTotal:
    """The tax of one category and rate (percent) on its base, after the discount."""

    category: TaxCategory
    rate: Decimal
    base: Decimal
    tax: Decimal
    note: Message | None


@dataclass(frozen=True, slots=True)
class Totals:
    """All sums of a document, in major units of `currency`, rounded to its minor units.

    `lines` are the net amounts line by line (BT-131), `lines_sum` their sum (BT-106), `discount`
    what is taken off (BT-107, not negative), `net` BT-109, `tax` BT-110, `gross` BT-112.
    """

    currency: str
    lines: tuple[Decimal, ...]
    lines_sum: Decimal
    discount: Decimal
    net: Decimal
    taxes: tuple[TaxTotal, ...]
    tax: Decimal
    gross: Decimal


def currency_of(document: Document, client: Client) -> str:
    """The document's currency, else the client's."""
    return document.currency or client.currency


def totals(document: Document, practice: Practice, client: Client) -> Totals:
    """Each line rounded half up, then tax once per category and rate on the sum of its lines.

    A line without a known rate counts as 0 %: `tax.missing_rate` names it.
    """
    currency = currency_of(document, client)
    with localcontext(prec=_ROOM):
        lines = tuple(rounded(line.quantity * line.price, currency) for line in document.lines)
        lines_sum = rounded(sum(lines, _NOTHING), currency)
        discount = _discount(document, lines_sum, currency)
        bases = _bases(document, practice, lines)
        shares = _shares(discount, tuple(bases.values()), currency)
        taxes = tuple(
            _tax(
                group,
                rounded(base - share, currency),
                currency,
                tax.note(group[0], practice, client),
            )
            for (group, base), share in zip(bases.items(), shares, strict=True)
        )
        net = rounded(lines_sum - discount, currency)
        charged = rounded(sum((one.tax for one in taxes), _NOTHING), currency)
        gross = rounded(net + charged, currency)
        return Totals(currency, lines, lines_sum, discount, net, taxes, charged, gross)


def _discount(document: Document, lines_sum: Decimal, currency: str) -> Decimal:
    given = document.discount
    if given is None:
        return rounded(_NOTHING, currency)
    if given.amount is not None:
        return rounded(given.amount, currency)
    return rounded(lines_sum * (given.percent or _NOTHING) / _HUNDRED, currency)


def _bases(
    document: Document, practice: Practice, nets: tuple[Decimal, ...]
) -> dict[tuple[TaxCategory, Decimal], Decimal]:
    """The sum of the lines per category and rate, in the order in which they first appear."""
    bases: dict[tuple[TaxCategory, Decimal], Decimal] = {}
    for line, net in zip(document.lines, nets, strict=True):
        rate = tax.rate(line, document, practice)
        group = (tax.category(line, practice), rate if rate is not None else _NOTHING)
        bases[group] = bases.get(group, _NOTHING) + net
    return bases


def _shares(discount: Decimal, bases: tuple[Decimal, ...], currency: str) -> tuple[Decimal, ...]:
    """The discount spread over the groups in proportion; the last takes what rounding leaves."""
    whole = sum(bases, _NOTHING)
    if not bases:
        return ()
    if not whole:
        return (*[_NOTHING] * (len(bases) - 1), discount)
    shares = [rounded(discount * base / whole, currency) for base in bases[:-1]]
    return (*shares, discount - sum(shares, _NOTHING))


def _tax(
    group: tuple[TaxCategory, Decimal], base: Decimal, currency: str, note: Message | None
) -> TaxTotal:
    category, rate = group
    return TaxTotal(category, rate, base, rounded(base * rate / _HUNDRED, currency), note)
