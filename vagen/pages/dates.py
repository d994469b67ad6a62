"""All dates of a client in one list: months, agenda and calendar file are made from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import takewhile
from typing import Literal

from vagen.locale import catalog
from vagen.pages.clocks import call_view
from vagen.pages.parts import CallView, MoneyView, TaskView
from vagen.pages.portal import Portal
from vagen.pages.tasks import lanes
from vagen.problems import Message, say
from vagen.rules.calls import upcoming
from vagen.rules.clock import at
from vagen.rules.ledger import standings
from vagen.rules.titles import title
from vagen.rules.working_days import days_off

DateKind = Literal["away", "task", "invoice", "agreement", "call"]
_ORDER: tuple[DateKind, ...] = ("away", "task", "invoice", "agreement", "call")

_RENEWAL: dict[str, Message] = {
    "automatic": say("Our agreement renews itself"),
    "by agreement": say("Our agreement ends, and we decide what follows"),
    "none": say("Our agreement ends"),
}


@dataclass(frozen=True, slots=True)
class DateView:
    """A date on the reader's calendar; all but absences and holidays last one day.

    `state` is ask, doing, review, waiting, next, done, call, mark (a day to know of) or away.
    `number` is an invoice's, `sum` what is to be paid on it. An absence has no
    title, a holiday has. `id` tells it apart within its kind, and does not change with its words.
    """

    id: str
    kind: DateKind
    state: str
    title: str
    on: date
    until: date
    late: bool = False
    note: str = ""
    number: str = ""
    sum: MoneyView | None = None
    call: CallView | None = None


def dates(portal: Portal, since: date, until: date) -> tuple[DateView, ...]:
    """Every date of the client from `since` to `until`, both ends included, in order.

    What is done stands on the day on which it was done; only the board knows later what came of
    a due date. Private tasks and the inbox are in no list that a client sees.
    """
    found = (
        *_days_away(portal, since, until),
        *task_dates(portal),
        *invoice_dates(portal),
        *agreement_dates(portal),
        *_calls(portal, since, until),
    )
    return tuple(
        sorted((one for one in found if one.on <= until and one.until >= since), key=_order)
    )


def _order(one: DateView) -> tuple[date, int, bool, int, str]:
    """By the day; on one day what waits for the reader comes first, calls last and by the clock."""
    begins = one.call.yours.hour * 60 + one.call.yours.minute if one.call else 0
    return one.on, _ORDER.index(one.kind), one.state != "ask", begins, one.title


def task_dates(portal: Portal) -> Iterator[DateView]:
    """Due dates of what is open, and the days on which something was finished."""
    board = lanes(portal.account, portal.today)
    for task in (*board.waiting, *board.doing, *board.next):
        if task.due is not None:
            yield _task(task, task.due)
    for task in board.done:
        if task.done or task.due:
            yield _task(task, task.done or task.due or portal.today)


def _task(task: TaskView, on: date) -> DateView:
    return DateView(task.id, "task", task.state, task.title, on, on, task.late, task.note)


def invoice_dates(portal: Portal) -> Iterator[DateView]:
    """The due dates of what is still to be paid."""
    if not portal.shows("invoices"):
        return
    registration = portal.workspace.practice.tax.registration
    for one in standings(portal.workspace, portal.account, portal.today):
        if one.asks:
            yield DateView(
                id=one.number,
                kind="invoice",
                state="ask",
                title=title(one.document.kind, registration, portal.language),
                on=one.due,
                until=one.due,
                late=one.state == "late",
                number=one.number,
                sum=MoneyView(one.balance, one.totals.currency),
            )


def agreement_dates(portal: Portal) -> Iterator[DateView]:
    """The last day of the agreement, and what happens then. Notice is the owner's to think of."""
    agreement = portal.account.client.agreement
    if agreement is not None and agreement.until is not None:
        words = _RENEWAL[agreement.renewal].spoken(catalog(portal.language))
        yield DateView("until", "agreement", "mark", words, agreement.until, agreement.until)


def _days_away(portal: Portal, since: date, until: date) -> Iterator[DateView]:
    practice = portal.workspace.practice
    absences = {(one.since, one.until) for one in practice.away}
    for one in days_off(practice, since, until, portal.language):
        # An absence's words are a note to the reader, a holiday's are its name.
        name, note = ("", one.name) if (one.since, one.until) in absences else (one.name, "")
        day = one.since.isoformat()
        yield DateView(day, "away", "away", name, one.since, one.until, note=note)


def _calls(portal: Portal, since: date, until: date) -> Iterator[DateView]:
    client, practice = portal.account.client, portal.workspace.practice
    start, end = at(since, -1, client.timezone), at(until, 24 * 60, client.timezone)

    def before_the_end(begins: datetime) -> bool:
        return begins.timestamp() < end.timestamp()

    for call in client.calls:
        for begins in takewhile(before_the_end, upcoming(call, client, practice, start)):
            view = call_view(portal, call, begins)
            on = view.yours.date()
            yield DateView(call.id, "call", "call", view.title, on, on, call=view)
