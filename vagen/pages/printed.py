"""An issued document of money becomes what its paper shows."""

from __future__ import annotations

from dataclasses import replace

from vagen.locale import catalog
from vagen.locale.days import day
from vagen.locale.money import money
from vagen.locale.numbers import number
from vagen.locale.places import country_name
from vagen.model.document import Document
from vagen.model.money import rounded
from vagen.pages.frame import Frame, client_frame
from vagen.pages.paper import (
    InvoicePaperView,
    LineView,
    PartyView,
    PaymentView,
    TaxView,
    paper_size,
)
from vagen.pages.pay import PayAccount, PayMethod, pay_accounts, pay_methods
from vagen.pages.portal import Portal
from vagen.problems import Message, say
from vagen.rules import parties
from vagen.rules.due import terms_of
from vagen.rules.ledger import ASKS, Standing
from vagen.rules.parties import Side
from vagen.rules.titles import buyer_number, seller_number, title

_PAID_BY_ITSELF = ("receipt", "tax-invoice-receipt")


def invoice_paper(portal: Portal, standing: Standing) -> InvoicePaperView:
    """An issued document as it is printed today, with the payments that have come in."""
    language, document, sums = portal.language, standing.document, standing.totals
    registration = portal.workspace.practice.tax.registration
    seller, buyer = _sides(portal, document)
    accounts, methods = _ways(portal, standing)
    return InvoicePaperView(
        frame=_frame(portal, standing),
        title=title(document.kind, registration, language),
        number=standing.number,
        issued=standing.issued,
        due=standing.due,
        since=document.period.since if document.period else None,
        until=document.period.until if document.period else None,
        terms=_terms(portal, standing),
        reference=document.reference or "",
        allocation=document.allocation or "",
        subject=document.subject.within(language) if document.subject else "",
        seller=seller,
        buyer=buyer,
        currency=sums.currency,
        lines=_lines(standing, language),
        lines_sum=sums.lines_sum,
        discount=sums.discount,
        discount_text=document.discount.text.within(language) if document.discount else "",
        net=sums.net,
        taxes=_taxes(standing, language),
        tax=sums.tax,
        gross=sums.gross,
        payments=tuple(PaymentView(one.on, one.amount, one.via) for one in standing.payments),
        paid=sums.gross if document.kind in _PAID_BY_ITSELF else standing.paid,
        sum_due=-sums.gross if document.kind == "credit" else standing.balance,
        accounts=accounts,
        methods=methods,
        exchange=_exchange(standing, language),
        notes=_notes(portal, document),
        kind=document.kind,
        credited=standing.credited,
        tax_name="gst" if registration == "au-gst" else "vat",
        paper=paper_size(portal.account.client.country),
    )


def _frame(portal: Portal, standing: Standing) -> Frame:
    """A paper has no pages around it, and the day of its issue: it is not redrawn each morning."""
    frame = client_frame(portal.workspace, portal.account, portal.now, "invoices")
    return replace(frame, nav=(), today=standing.issued)


def _terms(portal: Portal, standing: Standing) -> str:
    terms = terms_of(portal.workspace.practice, portal.account.client)
    follows = terms is not None and terms.due(standing.issued) == standing.due
    return str(terms) if follows and standing.document.kind in ASKS else ""


def _sides(portal: Portal, document: Document) -> tuple[PartyView, PartyView]:
    """Seller and buyer; where they live in two countries, both name theirs."""
    practice, client, language = portal.workspace.practice, portal.account.client, portal.language
    ours = parties.seller(document, practice, language)
    theirs = parties.buyer(document, client, language)
    abroad = ours.country != theirs.country
    number = seller_number(practice.tax.registration, language)
    return (
        _party(ours, number, language, abroad=abroad),
        _party(theirs, buyer_number(theirs.country, language), language, abroad=abroad),
    )


def _ways(
    portal: Portal, standing: Standing
) -> tuple[tuple[PayAccount, ...], tuple[PayMethod, ...]]:
    """Where a document that asks for money can be paid, in its currency."""
    if not standing.asks:
        return (), ()
    practice, currencies = portal.workspace.practice, (standing.totals.currency,)
    return (
        pay_accounts(practice, currencies, portal.language),
        pay_methods(practice, currencies, portal.language),
    )


def _party(side: Side, registration: str, language: str, *, abroad: bool) -> PartyView:
    country = (country_name(side.country, language),) if abroad else ()
    return PartyView(
        name=side.name,
        attention=side.attention,
        address=(*side.address, *(one for one in country if one not in side.address)),
        registration=registration if side.tax_number else "",
        tax_number=side.tax_number,
        email=side.email,
        phone=side.phone,
    )


def _lines(standing: Standing, language: str) -> tuple[LineView, ...]:
    pairs = zip(standing.document.lines, standing.totals.lines, strict=True)
    return tuple(
        LineView(
            text=line.text.within(language),
            detail=line.detail.within(language) if line.detail else "",
            quantity=line.quantity,
            unit=line.unit,
            price=line.price,
            net=net,
        )
        for line, net in pairs
    )


def _taxes(standing: Standing, language: str) -> tuple[TaxView, ...]:
    return tuple(
        TaxView(one.category, one.rate, one.base, one.tax, _spoken(one.note, language))
        for one in standing.totals.taxes
    )


def _exchange(standing: Standing, language: str) -> str:
    """The rate with its day and source, and what the whole is worth at it."""
    used = standing.document.exchange
    if used is None:
        return ""
    worth = rounded(standing.totals.gross * used.rate, used.currency)
    message = say(
        "1 {currency} = {rate} {other}, {source}, {day}; in total {worth}.",
        currency=standing.totals.currency,
        rate=number(used.rate, language),
        other=used.currency,
        source=used.source,
        day=day(used.date, language),
        worth=money(worth, used.currency, language),
    )
    return _spoken(message, language)


def _notes(portal: Portal, document: Document) -> tuple[str, ...]:
    """What the law wants said, then what the owner wrote."""
    registration = portal.workspace.practice.tax.registration
    said: list[Message] = []
    if document.kind == "credit" and document.original:
        said.append(say("Corrects document {number}.", number=document.original))
    if document.kind in ASKS and document.kind != "tax-invoice":
        if registration == "il-licensed-dealer":
            said.append(say("This is not a tax invoice. A tax invoice follows your payment."))
        if registration == "il-exempt-dealer":
            said.append(say("A receipt follows your payment."))
    own = (document.notes.within(portal.language),) if document.notes else ()
    return (*(_spoken(one, portal.language) for one in said), *own)


def _spoken(message: Message | None, language: str) -> str:
    return message.spoken(catalog(language)) if message else ""
