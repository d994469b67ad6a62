"""Sums of money. The templates set them from left to right; no direction marks stand in them."""

from __future__ import annotations

from decimal import Decimal

from vagen.locale.currencies import currency_sign, minor_units
from vagen.locale.numbers import grouped, shortest, signed

_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def amount(value: Decimal, currency: str, language: str = "en") -> str:
    """The figure alone, for columns: `1,695.25`, `−1,200.00`; in yen `1,695`.

    It has the currency's digits. A price with more of them (`41.6667` an hour) shows them all:
    what is printed must be what was reckoned with.
    """
    return signed(value, grouped(_in_minor_units(value, currency).copy_abs(), language))


def money(value: Decimal, currency: str, language: str = "en", *, short: bool = False) -> str:
    """The figure with its sign on the left: `£ 1,695.25`, `₪ 7,342.70`, `−£ 50.00`.

    The space does not break and the minus stands first, in every language. `short` leaves out
    minor units that are nought, for prices in a sentence: `A$ 1,440`.
    """
    exact = _in_minor_units(value, currency)
    if short and exact == exact.to_integral_value():
        exact = shortest(exact)
    figure = f"{currency_sign(currency)}{_NO_BREAK_SPACE}{grouped(exact.copy_abs(), language)}"
    return signed(value, figure)


def plain_money(value: Decimal, currency: str) -> str:
    """`7342.70 ILS`, `-50.00 GBP`: ASCII only, for CSV and file names."""
    return f"{plain_amount(value, currency)} {currency}"


def plain_amount(value: Decimal, currency: str) -> str:
    """`7342.70`, `-50.00`: ASCII only, without grouping."""
    exact = _in_minor_units(value, currency)
    return f"{exact or exact.copy_abs():f}"


def _in_minor_units(value: Decimal, currency: str) -> Decimal:
    """The same value with at least the currency's digits; more only where they say something."""
    least = minor_units(currency)
    given = shortest(value)
    digits = max(least, -int(given.as_tuple().exponent))
    return Decimal(f"{given:.{digits}f}")
