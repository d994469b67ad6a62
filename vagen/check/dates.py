"""Dates in an order that can't be, and a log that is ahead of its time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from vagen.model.record import Record
from vagen.model.workspace import Account, Workspace
from vagen.problems import Problem, say


def dates(workspace: Workspace, now: datetime) -> tuple[Problem, ...]:
    """Ends before beginnings, tasks finished before they began, entries of days to come."""
    practice = workspace.practice
    known = not practice.lacks("timezone")
    today = now.astimezone(practice.timezone).date() if known else date.max
    found: list[Problem] = []
    for absence in practice.away:
        found += _order(absence, "from", absence.since, "to", absence.until)
    for account in workspace.accounts:
        found += _of_account(account, today)
    return tuple(found)


def _of_account(account: Account, today: date) -> Iterator[Problem]:
    agreement = account.client.agreement
    if agreement is not None:
        yield from _order(agreement, "since", agreement.since, "until", agreement.until)
    for call in account.client.calls:
        yield from _order(call, "from", call.since, "until", call.until)
    for task in account.tasks:
        yield from _order(task, "start", task.start, "done", task.done)
        yield from _order(task, "created", task.created, "done", task.done)
    for file in account.documents:
        document = file.document
        yield from _order(document, "issued", document.issued, "due", document.due)
        if document.period is not None:
            period = document.period
            yield from _order(period, "from", period.since, "to", period.until)
    for entry in account.entries:
        if entry.on > today:
            yield Problem(
                entry.at,
                "log-in-future",
                say("this is logged for a day that has not come"),
                say("today is {today}", today=today.isoformat()),
                "warning",
            )


def _order(
    record: Record, first: str, since: date | None, last: str, until: date | None
) -> Iterator[Problem]:
    if since is None or until is None or since <= until:
        return
    yield Problem(
        record.place(last),
        "dates-reversed",
        say(
            '"{last}" ({until}) is before "{first}" ({since})',
            last=last,
            until=until.isoformat(),
            first=first,
            since=since.isoformat(),
        ),
        say("change one of the two dates"),
    )
