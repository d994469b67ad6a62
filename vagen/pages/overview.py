"""The first page of a portal: what waits for you, what is being done, what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from vagen.model.client import Client
from vagen.model.workspace import Workspace
from vagen.pages.clocks import away_views, next_call_view, overlap_view, retainer_view
from vagen.pages.frame import Frame, client_frame
from vagen.pages.parts import (
    AwayView,
    CallView,
    MoneyView,
    OverlapView,
    RetainerView,
    TaskView,
)
from vagen.pages.plan import Plan
from vagen.pages.portal import Portal, portals
from vagen.pages.tasks import Lanes, lanes
from vagen.pages.updates import UpdateLink, newest
from vagen.rules.ledger import standings
from vagen.rules.titles import title

SHOWN = 3
LATELY = timedelta(days=14)
AWAY_AHEAD = 60
"""Days for which the first page tells absences; the page on how we work tells a year."""


@dataclass(frozen=True, slots=True)
class InvoiceAsk:
    """An invoice to be paid; `path` is where it stands within the audience."""

    number: str
    title: str
    balance: MoneyView
    due: date
    late_days: int
    path: str


@dataclass(frozen=True, slots=True)
class DeadlineView:
    """The next due date."""

    title: str
    on: date


@dataclass(frozen=True, slots=True)
class OverviewView:
    """`greet` is the contact's first name, may be empty. At most three of doing, next and done
    lately (two weeks) are shown; the counts are those of all. `paused`: the work rests for now.
    """

    frame: Frame
    greet: str
    paused: bool
    asks: tuple[TaskView, ...]
    invoices: tuple[InvoiceAsk, ...]
    doing: tuple[TaskView, ...]
    doing_count: int
    next: tuple[TaskView, ...]
    next_count: int
    done_lately: tuple[TaskView, ...]
    retainer: RetainerView | None
    deadline: DeadlineView | None
    away: tuple[AwayView, ...]
    overlap: OverlapView | None
    call: CallView | None
    update: UpdateLink | None = None


def plan(workspace: Workspace, now: datetime) -> Plan:
    """The first page of every portal."""
    return Plan(
        tuple(
            portal.page("index.html", "portal/overview.html.j2", overview(portal))
            for portal in portals(workspace, now)
        )
    )


def overview(portal: Portal) -> OverviewView:
    """What one client's first page shows."""
    board = lanes(portal.account, portal.today)
    lately = portal.today - LATELY
    return OverviewView(
        frame=client_frame(portal.workspace, portal.account, portal.now, "overview"),
        greet=greeting(portal.account.client),
        paused=portal.account.client.status == "paused",
        asks=board.waiting,
        invoices=_invoice_asks(portal),
        doing=board.doing[:SHOWN],
        doing_count=len(board.doing),
        next=board.next[:SHOWN],
        next_count=len(board.next),
        done_lately=tuple(one for one in board.done if one.done and one.done >= lately)[:SHOWN],
        retainer=retainer_view(portal),
        deadline=_deadline(board, portal.today),
        away=away_views(portal, AWAY_AHEAD),
        overlap=overlap_view(portal),
        call=next_call_view(portal),
        update=newest(portal),
    )


def greeting(client: Client) -> str:
    """How a page greets: the contact's first name, empty without a contact.

    A name that begins with a title (`Dr. Levi`) stays whole.
    """
    if client.contact is None:
        return ""
    name = client.contact.name.within(client.language)
    first = name.split()[0]
    return name if first.endswith((".", "׳", "'", '"', "״")) else first


def _invoice_asks(portal: Portal) -> tuple[InvoiceAsk, ...]:
    if not portal.shows("invoices"):
        return ()
    found = standings(portal.workspace, portal.account, portal.today)
    registration = portal.workspace.practice.tax.registration
    asks = [
        InvoiceAsk(
            number=one.number,
            title=title(one.document.kind, registration, portal.language),
            balance=MoneyView(one.balance, one.totals.currency),
            due=one.due,
            late_days=one.late_days,
            path="invoices/",
        )
        for one in found
        if one.asks
    ]
    return tuple(sorted(asks, key=lambda ask: (ask.due, ask.number)))


def _deadline(board: Lanes, today: date) -> DeadlineView | None:
    """The next due date from today on; what is late already says so by itself."""
    ahead = [
        DeadlineView(task.title, task.due)
        for task in (*board.waiting, *board.doing, *board.next)
        if task.due is not None and task.due >= today
    ]
    return min(ahead, key=lambda one: one.on, default=None)
