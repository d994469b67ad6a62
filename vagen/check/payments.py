"""Money that arrived, against the document that it is said to pay."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from vagen.model.client import Client
from vagen.model.document import Document, Payment
from vagen.model.workspace import Account, Workspace
from vagen.problems import Problem, say
from vagen.rules.clock import today
from vagen.rules.ledger import Standing, standings
from vagen.rules.totals import currency_of


def payments(workspace: Workspace, now: datetime) -> tuple[Problem, ...]:
    """Payments in another currency, beyond what is owed, before the issue, or of days to come."""
    known = not workspace.practice.lacks("timezone")
    day = today(now, workspace.practice.timezone) if known else date.max
    return tuple(
        problem
        for account in workspace.accounts
        for problem in (*_dated(account, day), *_sums(workspace, account, day))
    )


def _dated(account: Account, day: date) -> Iterator[Problem]:
    """What is wrong with each payment by itself: its day, and its money."""
    by_number = {one.document.number: one.document for one in account.documents}
    for payment in account.payments:
        if payment.on > day:
            yield Problem(
                payment.place("on"),
                "payment-in-future",
                say("this payment arrives on a day that has not come"),
                say("today is {today}", today=day.isoformat()),
                "warning",
            )
        document = by_number.get(payment.document)
        if document is not None:
            yield from _too_early(payment, document)
            yield from _other_money(payment, document, account.client)


def _too_early(payment: Payment, document: Document) -> Iterator[Problem]:
    if document.issued is not None and payment.on < document.issued:
        yield Problem(
            payment.place("on"),
            "paid-before-issue",
            say(
                "this payment arrived before {number} was issued ({issued})",
                number=payment.document,
                issued=document.issued.isoformat(),
            ),
            say("look at the day, and at the number of the document"),
            "warning",
        )


def _other_money(payment: Payment, document: Document, client: Client) -> Iterator[Problem]:
    """A payment in another currency than its document's, where that could be read."""
    currency = currency_of(document, client)
    told = document.currency or not (
        document.lacks("currency") or client.lacks("currency", "agreement")
    )
    if told and payment.currency not in (None, currency):
        yield Problem(
            payment.place("currency"),
            "payment-currency",
            say(
                "this payment is in {paid}, but {number} is in {currency}: it counts nowhere",
                paid=payment.currency,
                number=payment.document,
                currency=currency,
            ),
            say("type what it came to in {currency}", currency=currency),
        )


def _sums(workspace: Workspace, account: Account, day: date) -> Iterator[Problem]:
    """Nothing where a part of what makes the sums could not be read."""
    makes = (workspace.practice.tax, *(file.document for file in account.documents))
    lost = workspace.practice.lacks("tax") or account.client.lacks("currency", "agreement")
    if lost or not all(one.whole for one in makes):
        return
    for standing in standings(workspace, account, day):
        if standing.balance < 0 and standing.payments:
            yield _overpaid(standing)


def _overpaid(standing: Standing) -> Problem:
    last = max(standing.payments, key=lambda one: (one.on, one.place()))
    return Problem(
        last.place("amount"),
        "overpaid",
        say(
            "with this, {number} is paid by {amount} {currency} more than is owed on it",
            number=standing.number,
            amount=f"{-standing.balance:f}",
            currency=standing.totals.currency,
        ),
        say("look at the amount and the number; what was paid back is a payment below 0"),
        "warning",
    )
