"""Plain numbers, as money and quantities are typed."""

from __future__ import annotations

import re
from decimal import Decimal

from vagen.model.typed import instead, shown, typed
from vagen.problems import Message, Wrong, say

MOST_DIGITS = 15
_PLAIN = re.compile(r"-?[0-9]+([.][0-9]+)?")
_GROUPED = re.compile(r"-?[0-9]{1,3}([,'’ ][0-9]{3})+([.][0-9]+)?")
_DOTTED = re.compile(r"-?[0-9]{1,3}([.][0-9]{3})+,[0-9]{1,2}")
_COMMA = re.compile(r"-?[0-9]+,([0-9]{1,2}|[0-9]{4,})")
_OPEN = re.compile(r"-?([.][0-9]+|[0-9]+[.])")
_EXPONENT = re.compile(r"-?[0-9]{1,15}([.][0-9]{1,15})?e[+]?([0-9]{1,2})", re.IGNORECASE)
_CURRENCY = re.compile(r"^(?:[₪$€£¥]|[A-Za-z]{3}\b)\s*|\s*(?:[₪$€£¥]|\b[A-Za-z]{3}|ש[\"״]ח)$")


def read_number(raw: object, what: Message, *, least: Decimal | None) -> Decimal:
    """A plain decimal number such as `1200` or `35.10`, at least `least`; raises Wrong.

    `1,200` means two numbers in two countries, so it is refused; so are more than 15 digits.
    """
    if isinstance(raw, Decimal):
        return raw
    text = typed(raw, what, "35.10")
    if not _PLAIN.fullmatch(text):
        raise _not_plain(text, what, least)
    if sum(letter not in ".-" for letter in text) > MOST_DIGITS:
        message = say("{value} has more than {most} digits", value=shown(text), most=MOST_DIGITS)
        raise Wrong("bad-amount", message, say("type a number with fewer digits"))
    number = Decimal(text)
    if least is not None and number < least:
        message = say("{value} is below {least}", value=text, least=least)
        raise Wrong("bad-amount", message, say("type {least} or more", least=least))
    return number or abs(number)  # -0 is 0


def _not_plain(text: str, what: Message, least: Decimal | None) -> Wrong:
    code = "bad-amount"
    bare, currency = _without_currency(text)
    meant = _number_meant(bare)
    good = meant is not None and _readable(meant, what, least)
    if currency:
        message = say('"{value}" says its currency, which has a key of its own', value=shown(text))
    elif good:
        message = say('"{value}" is not a plain number', value=shown(text))
    else:
        message = say('"{value}" is not {what}', value=shown(text), what=what)
    if good and meant is not None:
        return instead(code, message, meant)
    return Wrong(
        code, message, say("type a plain number, for example: {example}", example="1200 or 35.10")
    )


def _without_currency(text: str) -> tuple[str, str]:
    bare = _CURRENCY.sub("", text).strip()
    return (bare, text) if bare != text and any(one in "0123456789" for one in bare) else (text, "")


def _readable(text: str, what: Message, least: Decimal | None) -> bool:
    try:
        read_number(text, what, least=least)
    except Wrong:
        return False
    return True


def _number_meant(text: str) -> str | None:
    """The plain number behind `1,200.50`, `1.200,50`, `12,5`, `.5`, `+5`, `(5)` or `1e5`."""
    text = text.replace("\N{MINUS SIGN}", "-").removeprefix("+")
    if text.startswith("(") and text.endswith(")"):
        text = f"-{text[1:-1]}"
    if _PLAIN.fullmatch(text):
        return text
    if _GROUPED.fullmatch(text):
        return re.sub("[,'’ ]", "", text)
    if _DOTTED.fullmatch(text):
        return text.replace(".", "").replace(",", ".")
    if _COMMA.fullmatch(text):
        return text.replace(",", ".")
    return f"{Decimal(text):f}" if _OPEN.fullmatch(text) or _EXPONENT.fullmatch(text) else None
