"""The two sides of a document: as it was issued, else as the practice and the client are now."""

from __future__ import annotations

from dataclasses import dataclass

from vagen.model.client import Client
from vagen.model.document import Document, Party
from vagen.model.practice import Practice
from vagen.model.tax import TaxCategory
from vagen.rules.tax import category

_BOTH_IDS = frozenset[TaxCategory]({"AE", "K"})


@dataclass(frozen=True, slots=True)
class Side:
    """A side in words of one language; what is not known is empty. `country` is a code."""

    name: str
    attention: str
    address: tuple[str, ...]
    country: str
    tax_number: str
    email: str
    phone: str


def seller(document: Document, practice: Practice, language: str) -> Side:
    """Who issues the document."""
    if document.seller is not None:
        return _as_issued(document.seller, practice.country)
    return Side(
        name=(practice.legal_name or practice.name).within(language),
        attention="",
        address=_lines(practice.address.within(language) if practice.address else ""),
        country=practice.country,
        tax_number=practice.tax.number or "",
        email=practice.email,
        phone=str(practice.phone or ""),
    )


def buyer(document: Document, client: Client, language: str) -> Side:
    """Whom the document is for."""
    if document.buyer is not None:
        return _as_issued(document.buyer, client.country)
    contact = client.contact
    name = (client.legal_name or client.name).within(language)
    attention = contact.name.within(language) if contact else ""
    return Side(
        name=name,
        attention=attention if attention != name else "",
        address=_lines(client.address.within(language) if client.address else ""),
        country=client.country,
        tax_number=client.tax_number or "",
        email=(contact.email or "") if contact else "",
        phone=str(contact.phone or "") if contact else "",
    )


def seller_needs_number(practice: Practice) -> bool:
    """Whether every document must show the practice's tax number: all registered ones."""
    return practice.tax.registration not in ("us", "none")


def buyer_needs_number(document: Document, practice: Practice) -> bool:
    """Whether the document must show the client's tax number.

    So it is for reverse charge and intra-Community supplies (EN 16931 BR-AE-02, BR-IC-02), and
    for an Israeli tax invoice that carries an allocation number.
    """
    categories = {category(line, practice) for line in document.lines}
    return bool(categories & _BOTH_IDS) or document.allocation is not None


def _as_issued(party: Party, country: str) -> Side:
    return Side(
        name=party.name,
        attention=party.attention or "",
        address=_lines(party.address or ""),
        country=party.country or country,
        tax_number=party.tax_number or "",
        email=party.email or "",
        phone=party.phone or "",
    )


def _lines(address: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in address.splitlines() if line.strip())
