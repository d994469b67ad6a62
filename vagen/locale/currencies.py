"""Currencies: which there are, how many digits their minor unit has, how they are called."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from vagen.locale import cldr

# ISO 4217, list one: all others have two digits. CLDR's own digits are not these: they follow
# what shops still count in (none for the Lebanese pound), an invoice follows the standard.
_NO_DIGITS = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
_THREE_DIGITS = "BHD IQD JOD KWD LYD OMR TND"
_MINOR_UNITS = {**dict.fromkeys(_NO_DIGITS.split(), 0), **dict.fromkeys(_THREE_DIGITS.split(), 3)}

# Books are kept for years: a currency that ended since then may stand on a document.
_STILL_IN_BOOKS = 2020

# A sign that our typeface draws, after letters where they tell two dollars apart; other
# currencies go by their code.
_SIGN = re.compile(r"[A-Z]{0,2}[$€£¥₪]")


def is_currency(code: str) -> bool:
    """Whether it is the ISO 4217 code of money that is tender, or was until a few years ago."""
    return code in _known()


def currencies() -> tuple[str, ...]:
    """All codes that `is_currency` knows, sorted."""
    return tuple(sorted(_known()))


def minor_units(code: str) -> int:
    """The digits behind the point: ILS 2, JPY 0, KWD 3 (ISO 4217)."""
    return _MINOR_UNITS.get(code, 2)


def currency_name(code: str, language: str) -> str:
    """`British Pound`, `שקל חדש`; the code where it has no name."""
    name: str = cldr.locale(language).currencies.get(code, code)
    return name


@cache
def currency_sign(code: str) -> str:
    """`₪`, `£`, `A$`, `US$`; the code itself where no sign says it without doubt.

    The same in every language, so that a sum looks alike to the two who talk about it.
    """
    sign: str = cldr.locale("en").currency_symbols.get(code, code)
    return sign if _SIGN.fullmatch(sign) else code


@cache
def _known() -> frozenset[str]:
    from babel.core import get_global

    return frozenset(
        code
        for uses in get_global("territory_currencies").values()
        for code, _, end, is_tender in uses
        if is_tender and (end is None or end[0] >= _STILL_IN_BOOKS)
    )


def currency_of(country: str, on: date) -> str | None:
    """The currency (ISO 4217) that a country pays in on a day, None where none is told."""
    from babel.numbers import get_territory_currencies

    told = get_territory_currencies(country, start_date=on)
    return next((code for code in told if is_currency(code)), None)
