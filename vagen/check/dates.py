"""Dates in an order that can't be, and a log that is ahead of its time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from vagen.model.workspace import Account, Workspace
from vagen.problems import Problem, say
from vagen.rules.sequence import in_order


def dates(workspace: Workspace, now: datetime) -> tuple[Problem, ...]:
    """Ends before beginnings, tasks finished before they began, entries of days to come."""
    practice = workspace.practice
    known = not practice.lacks("timezone")
    today = now.astimezone(practice.timezone).date() if known else date.max
    found: list[Problem] = []
    for absence in practice.away:
        found += in_order(absence, "from", absence.since, "to", absence.until)
    for account in workspace.accounts:
        found += _of_account(account, today)
    return tuple(found)


def _of_account(account: Account, today: date) -> Iterator[Problem]:
    agreement = account.client.agreement
    if agreement is not None:
        yield from in_order(agreement, "since", agreement.since, "until", agreement.until)
    for call in account.client.calls:
        yield from in_order(call, "from", call.since, "until", call.until)
    for task in account.tasks:
        yield from in_order(task, "start", task.start, "done", task.done)
        yield from in_order(task, "created", task.created, "done", task.done)
    for file in account.documents:
        document = file.document
        yield from in_order(document, "issued", document.issued, "due", document.due)
        if document.period is not None:
            period = document.period
            yield from in_order(period, "from", period.since, "to", period.until)
    for entry in account.entries:
        if entry.on > today:
            yield Problem(
                entry.at,
                "log-in-future",
                say("this is logged for a day that has not come"),
                say("today is {today}", today=today.isoformat()),
                "warning",
            )
