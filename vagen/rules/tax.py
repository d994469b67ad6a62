"""Which tax a line carries: its EN 16931 category, its rate, and the words that go with it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from vagen.model.client import Client
from vagen.model.document import Document, Line
from vagen.model.practice import Practice
from vagen.model.tax import Registration, TaxCategory
from vagen.problems import Message, say

STANDARD: TaxCategory = "S"
_NONE = Decimal(0)

USUAL: dict[Registration, TaxCategory] = {
    # An exempt dealer charges no VAT at all, and has no VAT number (VAT Law, 1975, section 31(3)).
    "il-exempt-dealer": "O",
    "il-licensed-dealer": "S",
    "eu-vat": "S",
    # Exempt under the special scheme, Directive 2006/112/EC, Articles 281 to 294.
    "eu-small-business": "E",
    "uk-vat": "S",
    "au-gst": "S",
    "us": "O",
    "none": "O",
}
"""The category of a line that names none, by the seller's registration."""


def category(line: Line, practice: Practice) -> TaxCategory:
    """The line's tax category, else the usual one of the practice's registration."""
    return line.tax or USUAL[practice.tax.registration]


def rate(line: Line, document: Document, practice: Practice) -> Decimal | None:
    """The rate (percent) of a line; None where it is taxed and nobody stated a rate.

    Only category S has one (EN 16931 BR-S-05; BR-Z-05, BR-E-05, BR-AE-05, BR-G-05 and BR-IC-05
    want 0, BR-O-05 none). A draft takes the newest rate.
    """
    if category(line, practice) != STANDARD:
        return _NONE
    if line.rate is not None:
        return line.rate
    return practice.rate_on(document.issued or date.max, STANDARD)


def missing_rate(document: Document, practice: Practice) -> tuple[Line, ...]:
    """The lines that are taxed at a rate nobody stated; totals count them as 0 %."""
    return tuple(line for line in document.lines if rate(line, document, practice) is None)


def wrong_rate(document: Document, practice: Practice) -> tuple[Line, ...]:
    """The lines whose own rate contradicts their category: 0 % in S, more than 0 % elsewhere."""
    return tuple(
        line
        for line in document.lines
        if line.rate is not None and (category(line, practice) == STANDARD) == (line.rate == _NONE)
    )


def mixes_outside_scope(document: Document, practice: Practice) -> bool:
    """Whether category O stands beside another one, which EN 16931 BR-O-11 forbids."""
    categories = {category(line, practice) for line in document.lines}
    return "O" in categories and len(categories) > 1


_NOTES: dict[TaxCategory, Message] = {
    "Z": say("Zero-rated."),
    "E": say("Exempt from VAT."),
    "AE": say("Reverse charge: the recipient accounts for the tax."),
    "G": say("Export, zero-rated."),
    "K": say("Intra-Community supply, exempt from VAT."),
    "O": say("Not subject to VAT."),
}
_OWN_NOTES: dict[tuple[Registration, TaxCategory], Message] = {
    ("il-exempt-dealer", "O"): say("Exempt dealer: no VAT is charged."),
    ("eu-small-business", "E"): say(
        "Exempt from VAT: small business scheme, Directive 2006/112/EC, Article 284."
    ),
}
_ISRAELI_EXPORT = say(
    "Zero-rated: service to a non-resident, section 30(a)(5) of the VAT Law, 1975."
)


def note(of: TaxCategory, practice: Practice, client: Client) -> Message | None:
    """Why no tax is charged, as the document has to say it; None for category S."""
    registration = practice.tax.registration
    # Israel zero-rates services to those who are not resident there; people type G or Z for it.
    if registration == "il-licensed-dealer" and of in ("Z", "G") and client.country != "IL":
        return _ISRAELI_EXPORT
    return _OWN_NOTES.get((registration, of)) or _NOTES.get(of)
