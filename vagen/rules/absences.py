"""Who is away soon: the practice, and clients on the public holidays of their countries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vagen.model.workspace import Account, Workspace
from vagen.rules.working_days import DayOff, client_week, days_off, public_holidays

_NOT_YET_OR_NO_MORE = ("lead", "discovery", "ended")


@dataclass(frozen=True, slots=True)
class Absent:
    """Days off. `clients` are those whose country keeps them, empty where they are one's own."""

    days: DayOff
    clients: tuple[Account, ...] = ()


def absences(workspace: Workspace, since: date, until: date, language: str) -> tuple[Absent, ...]:
    """Days off that touch `since` to `until`, in order; one's own before the clients'.

    A holiday of clients that the practice keeps, too, stands once.
    """
    mine = days_off(workspace.practice, since, until, language)
    found = [Absent(one) for one in mine]
    for days, clients in _of_clients(workspace, since, until, language).items():
        if not any(one.since <= days.since <= one.until for one in mine):
            found.append(Absent(days, clients))
    return tuple(sorted(found, key=lambda one: (one.days.since, bool(one.clients), one.days.name)))


def _of_clients(
    workspace: Workspace, since: date, until: date, language: str
) -> dict[DayOff, tuple[Account, ...]]:
    """The holidays on which a client would have worked, each with all whose country keeps it."""
    found: dict[DayOff, tuple[Account, ...]] = {}
    for account in workspace.accounts:
        client = account.client
        if client.status in _NOT_YET_OR_NO_MORE:
            continue
        week = client_week(client)
        for days in public_holidays(client.country, since, until, language):
            if week.on(days.since.weekday()):
                found[days] = (*found.get(days, ()), account)
    return found
