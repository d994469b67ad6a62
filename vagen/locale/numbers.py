"""Numbers as people read them: grouped, with a true minus sign, and never rounded on the way."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from vagen.locale import cldr

MINUS = "\N{MINUS SIGN}"


def quantity(value: Decimal | int, language: str = "en") -> str:
    """A number as it was given: `6.50` keeps its nought, `12` gets none; `−1`, `1,250`."""
    return signed(value, grouped(Decimal(value).copy_abs(), language))


def number(value: Decimal | int, language: str = "en") -> str:
    """A number in its shortest form: `6.50` is `6.5`, `12.00` is `12`."""
    return quantity(shortest(Decimal(value)), language)


def percent(rate: Decimal | int, language: str = "en") -> str:
    """A rate given in percent (18, not 0.18): `18%`, `17.5%`."""
    return f"{number(rate, language)}%"


def grouped(value: Decimal, language: str) -> str:
    """Every digit of a number that is not negative, with the language's own separators."""
    return f"{value:,f}".translate(_separators(language))


def shortest(value: Decimal) -> Decimal:
    """The same number without noughts behind the point."""
    digits = f"{value:f}"  # Decimal.normalize would round to 28 digits
    return Decimal(digits.rstrip("0").rstrip(".") if "." in digits else digits)


def signed(value: Decimal | int, digits: str) -> str:
    """The digits, with a minus in front where the value is negative; nought has no sign."""
    return MINUS + digits if value < 0 else digits


@cache
def _separators(language: str) -> dict[int, str]:
    symbols = cldr.locale(language).number_symbols["latn"]
    return {ord(","): symbols["group"], ord("."): symbols["decimal"]}
