"""What a document is called in law and language, and which documents a registration may issue."""

from __future__ import annotations

from vagen.model.invoicing import DocumentKind
from vagen.model.practice import Practice
from vagen.model.tax import Registration
from vagen.model.workspace import DocumentFile

_Titles = dict[DocumentKind, tuple[str, str]]
"""English, Hebrew."""

# Plain commercial names, for whoever is under no rule about them.
_PLAIN: _Titles = {
    "quote": ("Quote", "הצעת מחיר"),
    "proforma": ("Pro forma invoice", "חשבונית פרופורמה"),
    "deposit": ("Deposit invoice", "חשבון מקדמה"),
    "invoice": ("Invoice", "חשבונית"),
    "tax-invoice": ("Tax invoice", "חשבונית מס"),
    "receipt": ("Receipt", "קבלה"),
    "tax-invoice-receipt": ("Tax invoice and receipt", "חשבונית מס קבלה"),
    "credit": ("Credit note", "הודעת זיכוי"),
}

# Israel: VAT Regulations (Bookkeeping), 1976, and Income Tax Directives (Bookkeeping), 1973. What
# asks for money before it is paid is a deal invoice, never a tax invoice, whatever its kind.
_ISRAEL: _Titles = {
    "proforma": ("Deal invoice", "חשבון עסקה"),
    "deposit": ("Deal invoice for a deposit", "חשבון עסקה למקדמה"),
    "invoice": ("Deal invoice", "חשבון עסקה"),
}
# Directive 2006/112/EC, Article 226, and VAT Regulations 1995 (SI 1995/2518), regulations 13 to 16,
# prescribe what an invoice holds, not its title; "VAT invoice" is what bookkeepers look for.
_VAT: _Titles = {
    "tax-invoice": ("VAT invoice", "חשבונית מס"),
    "tax-invoice-receipt": ("VAT invoice and receipt", "חשבונית מס קבלה"),
}
_BY_REGISTRATION: dict[Registration, _Titles] = {
    "il-exempt-dealer": _ISRAEL | {"credit": ("Credit for a deal invoice", "זיכוי לחשבון עסקה")},
    "il-licensed-dealer": _ISRAEL | {"credit": ("Credit tax invoice", "חשבונית מס זיכוי")},
    "eu-vat": _VAT,
    "uk-vat": _VAT | {"credit": ("VAT credit note", "הודעת זיכוי")},
    # A New Tax System (Goods and Services Tax) Act 1999, sections 29-70 and 29-75.
    "au-gst": {"credit": ("Adjustment note", "הודעת זיכוי")},
}

_TAX_INVOICES = frozenset[DocumentKind]({"tax-invoice", "tax-invoice-receipt"})
_FORBIDDEN: dict[Registration, frozenset[DocumentKind]] = {
    # VAT Law, 1975, section 47(a): a tax invoice is the licensed dealer's alone.
    "il-exempt-dealer": _TAX_INVOICES,
    "eu-small-business": _TAX_INVOICES,
    "us": _TAX_INVOICES,
    "none": _TAX_INVOICES,
}
# Documents that must be issued in registered software and signed (Israel: Income Tax Directives
# (Bookkeeping), 1973, sections 18B and 36; secondary sources).
_SIGNED: dict[Registration, frozenset[DocumentKind]] = {
    "il-exempt-dealer": frozenset[DocumentKind]({"receipt"}),
    "il-licensed-dealer": _TAX_INVOICES | frozenset[DocumentKind]({"receipt", "credit"}),
}


def title(kind: DocumentKind, registration: Registration, language: str) -> str:
    """The document's name, in Hebrew where the language is Hebrew, else in English."""
    english, hebrew = (_PLAIN | _BY_REGISTRATION.get(registration, {}))[kind]
    return hebrew if language == "he" else english


def forbidden(registration: Registration) -> frozenset[DocumentKind]:
    """The kinds of document that this registration may never issue."""
    return _FORBIDDEN.get(registration, frozenset())


def copies_only(practice: Practice, kind: DocumentKind) -> bool:
    """Whether a kind may stand here only as the stored PDF of a registered program's document.

    So it is with Israel's tax documents, unless the owner prints and signs them on paper.
    """
    if practice.tax.i_print_and_sign:
        return False
    return kind in _SIGNED.get(practice.tax.registration, frozenset())


def issuable(practice: Practice, file: DocumentFile) -> bool:
    """Whether a document may go out: its registration allows it, and it is a copy where it must."""
    kind = file.document.kind
    if kind in forbidden(practice.tax.registration):
        return False
    return file.document.draft or file.pdf is not None or not copies_only(practice, kind)


_SELLER: dict[Registration, tuple[str, str]] = {
    "il-exempt-dealer": ("Exempt dealer no.", "עוסק פטור"),
    "il-licensed-dealer": ("Licensed dealer no.", "עוסק מורשה"),
    "eu-vat": ("VAT no.", "מס׳ מע״מ"),
    "eu-small-business": ("Tax no.", "מס׳ תיק מס"),
    "uk-vat": ("VAT no.", "מס׳ מע״מ"),
    "au-gst": ("ABN", "ABN"),
    "us": ("EIN", "EIN"),
    "none": ("Tax no.", "מס׳ תיק מס"),
}
_BUYER: dict[str, tuple[str, str]] = {
    "IL": ("Company or dealer no.", "ח.פ./עוסק"),
    "GB": ("VAT no.", "מס׳ מע״מ"),
    "AU": ("ABN", "ABN"),
    "NZ": ("NZBN", "NZBN"),
    "US": ("EIN", "EIN"),
    "CH": ("UID", "UID"),
}
_EU = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"


def seller_number(registration: Registration, language: str) -> str:
    """The words before the practice's tax number."""
    return _spoken(_SELLER[registration], language)


def buyer_number(country: str, language: str) -> str:
    """The words before a client's tax number, by the country they are established in."""
    if country in _EU.split():
        return _spoken(_BUYER["GB"], language)
    return _spoken(_BUYER.get(country, _SELLER["none"]), language)


def _spoken(words: tuple[str, str], language: str) -> str:
    return words[1] if language == "he" else words[0]
