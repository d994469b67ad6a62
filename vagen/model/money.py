"""Amounts, currencies and percentages. Decimal always, never float."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Annotated

from pydantic import PlainValidator

from vagen.model.number import read_number
from vagen.model.typed import instead, nearest, shown, text_schema, typed
from vagen.problems import Wrong, say

WHOLE = Decimal(100)
MOST_NAMED = 4
_DOLLARS = frozenset(["$", "dollar", "dollars", "דולר"])
_ROOMY = Context(prec=60, rounding=ROUND_HALF_UP)
_SIGNS = {
    "₪": "ILS", "nis": "ILS", "ש״ח": "ILS", 'ש"ח': "ILS", "שח": "ILS",
    "€": "EUR", "£": "GBP", "us$": "USD", "a$": "AUD", "au$": "AUD", "ca$": "CAD", "nz$": "NZD",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Money:
    """An amount (major units) in a currency. Two currencies never add up: that is a ValueError."""

    amount: Decimal
    currency: str

    @classmethod
    def zero(cls, currency: str) -> Money:
        """Nothing, in a currency."""
        return cls(Decimal(0), currency)

    def __add__(self, other: Money) -> Money:
        return Money(self.amount + self._same(other).amount, self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.amount - self._same(other).amount, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.amount if self.amount else self.amount, self.currency)

    @property
    def rounded(self) -> Money:
        """The same in whole minor units, half up."""
        return Money(rounded(self.amount, self.currency), self.currency)

    def _same(self, other: Money) -> Money:
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not add up")
        return other


def total(parts: Iterable[Money], currency: str) -> Money:
    """The sum of amounts that are all in `currency`."""
    return sum(parts, Money.zero(currency))


def rounded(amount: Decimal, currency: str) -> Decimal:
    """To the currency's minor units, half up, away from zero (EN 16931, BR-DEC)."""
    from vagen.locale.currencies import minor_units

    unit = Decimal(1).scaleb(-minor_units(currency))
    result = amount.quantize(unit, context=_ROOMY)
    return result or abs(result)  # no -0.00 on an invoice


def read_amount(raw: object) -> Decimal:
    """`35.10`, zero or more; raises Wrong. The zeros typed behind the point are kept."""
    return read_number(raw, say("an amount"), least=Decimal(0))


def read_signed_amount(raw: object) -> Decimal:
    """`-35.10` or `35.10`; raises Wrong."""
    return read_number(raw, say("an amount"), least=None)


def read_quantity(raw: object) -> Decimal:
    """`12.5`; below 0 it takes something back (EN 16931: a price may not be negative, BT-146)."""
    return read_number(raw, say("a quantity"), least=None)


def read_percent(raw: object) -> Decimal:
    """Percent of `18%` or `17.5%`, 0 to 100; raises Wrong (a bare `18` too: 18 what?)."""
    if isinstance(raw, Decimal):
        return raw
    text = typed(raw, say("a percentage"), "18%")
    bare = text.strip("%٪").strip()
    try:
        number = read_number(bare.replace(",", ".") or text, say("a percentage"), least=Decimal(0))
    except Wrong:
        message = say('"{value}" is no percentage', value=shown(text))
        raise Wrong("bad-percent", message, say("for example: {example}", example="18%")) from None
    if number > WHOLE:
        message = say("{value} is more than the whole", value=shown(text))
        raise Wrong("bad-percent", message, say("percentages go from 0% to 100%"))
    if text == f"{bare}%" and "," not in text:
        return number
    raise _no_percent_sign(text, number)


def _no_percent_sign(text: str, number: Decimal) -> Wrong:
    message = say('"{value}" is not how a percentage is written', value=text)
    if 0 < number < 1 and "%" not in text:
        either, other = f"{number * 100:f}".rstrip("0").rstrip("."), f"{number:f}"
        hint = say("type {either} or {other}", either=f"{either}%", other=f"{other}%")
        return Wrong("bad-percent", message, hint)
    return instead("bad-percent", message, f"{number:f}%")


def read_currency(raw: object) -> str:
    """An ISO 4217 code, `ILS`; raises Wrong."""
    from vagen.locale.currencies import currencies, is_currency

    text = typed(raw, say("a currency"), "ILS")
    if is_currency(text):
        return text
    message = say('"{value}" is no currency code', value=shown(text))
    meant = text.upper() if is_currency(text.upper()) else _SIGNS.get(text.casefold())
    if meant:
        raise instead("unknown-currency", message, meant)
    near = ", ".join(_named(text.casefold())) or nearest(text, currencies())
    if near:
        raise Wrong("unknown-currency", message, say("did you mean {near}?", near=near))
    examples = "ILS, EUR, GBP, USD"
    hint = say("a currency is its three letters, for example: {example}", example=examples)
    raise Wrong("unknown-currency", message, hint)


def _named(word: str) -> list[str]:
    """The currencies that a name may mean, in the languages vagen speaks; none if that is many."""
    from vagen.locale import LANGUAGES
    from vagen.locale.currencies import currencies, currency_name

    if word in _DOLLARS:
        return ["USD", "CAD", "AUD"]
    found = {
        code
        for code in currencies()
        for language in LANGUAGES
        if word in (name := currency_name(code, language).casefold()).split() or word == name
    }
    return sorted(found) if len(found) <= MOST_NAMED else []


_NUMBER = "[0-9]+([.][0-9]+)?"
Amount = Annotated[
    Decimal, PlainValidator(read_amount), text_schema(f"^{_NUMBER}$", "35.10", also=("number",))
]
SignedAmount = Annotated[
    Decimal,
    PlainValidator(read_signed_amount),
    text_schema(f"^-?{_NUMBER}$", "-35.10", also=("number",)),
]
Quantity = Annotated[
    Decimal, PlainValidator(read_quantity), text_schema(f"^-?{_NUMBER}$", "12.5", also=("number",))
]
Percent = Annotated[
    Decimal, PlainValidator(read_percent), text_schema(f"^{_NUMBER}%$", "18%", "17.5%")
]
Currency = Annotated[
    str, PlainValidator(read_currency), text_schema("^[A-Z]{3}$", "ILS", "EUR", listed="currency")
]
