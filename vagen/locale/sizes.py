"""How large a file is, as people read it."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from vagen.locale.numbers import number

_UNITS = ("KB", "MB", "GB")
_THOUSAND = 1000
_TENTHS_BELOW = 10


def file_size(size: int, language: str = "en") -> str:
    """`1 KB`, `184 KB`, `1.2 MB`, `86 MB`: thousands of bytes, at least one.

    Tenths are said below ten only, where they make a difference; no file is called empty.
    """
    value, unit = Decimal(max(size, 0)) / _THOUSAND, 0
    while _rounded(value, unit) >= _THOUSAND and unit + 1 < len(_UNITS):
        value, unit = value / _THOUSAND, unit + 1
    figure = number(max(_rounded(value, unit), Decimal(1)), language)
    return f"{figure}\N{NO-BREAK SPACE}{_UNITS[unit]}"


def _rounded(value: Decimal, unit: int) -> Decimal:
    tenths = unit > 0 and value < _TENTHS_BELOW
    return value.quantize(Decimal("0.1") if tenths else Decimal(1), ROUND_HALF_UP)
