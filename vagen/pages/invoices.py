"""The client's invoices: state, balance, PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from vagen.model.identifier import slug
from vagen.model.invoicing import DocumentKind
from vagen.model.workspace import Workspace
from vagen.pages.artifact import Artifact, Content, Copy, Paper
from vagen.pages.frame import Frame, client_frame
from vagen.pages.listing import Entry, Listing
from vagen.pages.parts import MoneyView
from vagen.pages.pay import PayAccount, PayMethod, pay_accounts, pay_methods
from vagen.pages.plan import Plan
from vagen.pages.portal import Portal, portals
from vagen.pages.printed import invoice_paper
from vagen.rules.ledger import Standing, balances, standings
from vagen.rules.titles import issuable, title


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """One issued document. `title` is its name in law and language (`Invoice`, `חשבון עסקה`).

    `state` is open, part, paid, late, credited, or quote, which asks for nothing yet. Of a credit
    note `gross` is below 0. `pdf` is a path within the audience, empty where there is none; `id` is
    the name of that file, for an anchor.
    """

    number: str
    kind: DocumentKind
    title: str
    subject: str
    issued: date
    due: date
    gross: MoneyView
    paid: MoneyView
    balance: MoneyView
    state: str
    late_days: int
    pdf: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class InvoicesView:
    """Newest first. `balances` is what is to be paid in sum, one a currency, above 0.

    `accounts` and `methods` take the currencies of what is open, else the client's.
    """

    frame: Frame
    rows: tuple[InvoiceRow, ...]
    balances: tuple[MoneyView, ...]
    accounts: tuple[PayAccount, ...]
    methods: tuple[PayMethod, ...]


def plan(workspace: Workspace, now: datetime) -> Plan:
    """The page of every portal that shows invoices, and the PDF of each issued document."""
    return Plan(
        tuple(
            artifact
            for portal in portals(workspace, now, "invoices")
            for artifact in _artifacts(portal)
        )
    )


def _artifacts(portal: Portal) -> Iterator[Artifact]:
    found = standings(portal.workspace, portal.account, portal.today)
    names = pdf_names(one for one in found if issuable(portal.workspace.practice, one.file))
    view = invoices(portal, found, names)
    yield portal.page(
        "invoices/index.html", "portal/invoices.html.j2", view, listing=_listing(view, portal)
    )
    for standing in found:
        if standing.file.path in names:
            content = _pdf(portal, standing)
            yield portal.file(names[standing.file.path], content, "invoices")


def _listing(view: InvoicesView, portal: Portal) -> Listing:
    entries = (
        Entry(f"{row.title} {row.number}", row.subject, f"d-{row.id}")
        for row in view.rows
        if row.id
    )
    return Listing(portal.words("Invoices"), tuple(entries))


def _pdf(portal: Portal, standing: Standing) -> Content:
    """The stored PDF where there is one: what was issued is never redrawn."""
    if standing.file.pdf is not None:
        return Copy(standing.file.pdf)
    view = invoice_paper(portal, standing)
    return Paper("print/invoice.html.j2", view, portal.language, portal.workspace.logo)


def pdf_names(found: Iterable[Standing]) -> dict[str, str]:
    """The path within the portal of each document's PDF, by the document's own path.

    `DI-0118` is di-0118.pdf; of two numbers that come to the same name the later has a suffix,
    so that a link that was sent stays good.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for one in sorted(found, key=lambda one: (one.issued, one.number, one.file.path)):
        plain = slug(one.number) or "document"
        name, count = plain, 1
        while name in taken:
            count += 1
            name = f"{plain}-{count}"
        taken.add(name)
        names[one.file.path] = f"invoices/{name}.pdf"
    return names


def invoices(portal: Portal, found: tuple[Standing, ...], names: dict[str, str]) -> InvoicesView:
    """What one client's page of invoices shows."""
    practice, client = portal.workspace.practice, portal.account.client
    owed = [(currency, sum_) for currency, sum_ in balances(found) if sum_ > 0]
    currencies = {one.totals.currency for one in found if one.asks} or {client.currency}
    return InvoicesView(
        frame=client_frame(portal.workspace, portal.account, portal.now, "invoices"),
        rows=tuple(_row(portal, one, names.get(one.file.path, "")) for one in found),
        balances=tuple(MoneyView(sum_, currency) for currency, sum_ in owed),
        accounts=pay_accounts(practice, currencies, portal.language),
        methods=pay_methods(practice, currencies, portal.language),
    )


def _row(portal: Portal, standing: Standing, pdf: str) -> InvoiceRow:
    document, currency = standing.document, standing.totals.currency
    registration = portal.workspace.practice.tax.registration
    sign = -1 if document.kind == "credit" else 1
    return InvoiceRow(
        number=standing.number,
        kind=document.kind,
        title=title(document.kind, registration, portal.language),
        subject=_subject(portal, standing),
        issued=standing.issued,
        due=standing.due,
        gross=MoneyView(sign * standing.totals.gross, currency),
        paid=MoneyView(standing.paid, currency),
        balance=MoneyView(standing.balance, currency),
        state=standing.state,
        late_days=standing.late_days,
        pdf=pdf,
        id=pdf.removeprefix("invoices/").removesuffix(".pdf"),
    )


def _subject(portal: Portal, standing: Standing) -> str:
    """What it is about, else what its first line says."""
    document = standing.document
    said = document.subject or (document.lines[0].text if document.lines else None)
    return said.within(portal.language) if said else ""
