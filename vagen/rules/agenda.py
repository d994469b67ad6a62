"""The practice on a day: one set of decisions for `vagen today` and for the desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from vagen.model.client import Call
from vagen.model.entry import Entry
from vagen.model.workspace import Account, SopFile, Workspace
from vagen.rules.absences import Absent, absences
from vagen.rules.calls import upcoming
from vagen.rules.clock import at, here, today
from vagen.rules.matters import Matter, due, matters, pressing
from vagen.rules.pace import Pace, pace
from vagen.rules.unpaid import Ages, Unpaid, ages, all_standings, unpaid
from vagen.rules.waits import MINE, Wait, stale_sops, waits

SOON = 7
"""How many days ahead calls and deadlines are told."""

AWAY_SOON = 14
_OVER = "ended"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A call of a client on a day: it begins at an instant that every clock tells its own way."""

    account: Account
    call: Call
    begins: datetime

    @property
    def ends(self) -> datetime:
        """When it is over."""
        return here(here(self.begins, "UTC") + timedelta(minutes=self.call.minutes), "UTC")


@dataclass(frozen=True, slots=True)
class Running:
    """A range of the log that nobody closed yet."""

    account: Account
    entry: Entry


@dataclass(frozen=True, slots=True)
class Agenda:
    """All that a day asks of the practice. `today` is its own; money is on the clients' days."""

    today: date
    meetings: tuple[Meeting, ...]
    matters: tuple[Matter, ...]
    waits: tuple[Wait, ...]
    stale_sops: tuple[tuple[SopFile, date], ...]
    paces: tuple[Pace, ...]
    money: tuple[Unpaid, ...]
    running: tuple[Running, ...]
    absences: tuple[Absent, ...]

    @property
    def deadlines(self) -> tuple[Matter, ...]:
        """Every open task with a due date."""
        return due(self.matters)

    @property
    def pressing(self) -> tuple[Matter, ...]:
        """What is worth one's own attention today."""
        return pressing(self.matters, self.today)

    @property
    def waits_for_me(self) -> tuple[Wait, ...]:
        """Answered approvals, reviews, the inbox."""
        return tuple(one for one in self.waits if one.why in MINE)

    @property
    def waits_for_others(self) -> tuple[Wait, ...]:
        """What a client or somebody else has to do."""
        return tuple(one for one in self.waits if one.why not in MINE)

    @property
    def unpaid(self) -> tuple[Unpaid, ...]:
        """Every document on which something is still to be paid."""
        return unpaid(self.money)

    @property
    def ages(self) -> tuple[Ages, ...]:
        """What is owed, a currency a row."""
        return ages(self.money)

    def of_day(self, day: date, workspace: Workspace) -> tuple[Meeting, ...]:
        """The meetings of a day of the practice's."""
        zone = workspace.practice.timezone
        return tuple(one for one in self.meetings if here(one.begins, zone).date() == day)


def agenda(workspace: Workspace, now: datetime, language: str) -> Agenda:
    """The day of the aware instant `now`. Names of holidays are in `language`."""
    practice = workspace.practice
    day = today(now, practice.timezone)
    found = matters(workspace, day)
    return Agenda(
        today=day,
        meetings=meetings(workspace, day, SOON),
        matters=found,
        waits=waits(found),
        stale_sops=stale_sops(workspace, day),
        paces=tuple(
            one
            for account in workspace.accounts
            if (one := pace(account, practice, today(now, account.client.timezone)))
        ),
        money=all_standings(workspace, now),
        running=tuple(_running(workspace)),
        absences=absences(workspace, day, day + timedelta(days=AWAY_SOON), language),
    )


def meetings(workspace: Workspace, day: date, days: int) -> tuple[Meeting, ...]:
    """The calls of a day of the practice's and of so many days after it, in order."""
    found = [
        Meeting(account, call, begins)
        for account in workspace.accounts
        if account.client.status != _OVER
        for call in account.client.calls
        for begins in _begins(workspace, account, call, (day, days))
    ]
    return tuple(sorted(found, key=lambda one: (one.begins.timestamp(), one.account.id)))


def _begins(
    workspace: Workspace, account: Account, call: Call, span: tuple[date, int]
) -> Iterator[datetime]:
    zone = workspace.practice.timezone
    start, end = (at(span[0] + timedelta(days=more), 0, zone) for more in (0, span[1] + 1))
    before = start - timedelta(seconds=1)
    for begins in upcoming(call, account.client, workspace.practice, before):
        if begins.timestamp() >= end.timestamp():
            return
        yield begins


def _running(workspace: Workspace) -> Iterator[Running]:
    for account in workspace.accounts:
        for entry in account.entries:
            if entry.open:
                yield Running(account, entry)
