"""The week of the desk: calls on both clocks, hours by client, and who is away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from vagen.model.channel import Via
from vagen.pages.owner import Owner
from vagen.rules.absences import absences
from vagen.rules.clock import here
from vagen.rules.week import worked

WEEK = timedelta(days=7)
AWAY = timedelta(days=42)


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A call on both clocks: `here` is the practice's."""

    client: str
    title: str
    here: datetime
    there: datetime
    zone: str
    minutes: int
    via: Via | None
    link: str


@dataclass(frozen=True, slots=True)
class WeekRow:
    """Hours of this week, by kind, and of the week before. A kind without a name is ""."""

    id: str
    client: str
    minutes: int
    before: int
    kinds: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class AbsentView:
    """Days off. `clients` are those whose country keeps them; none where they are one's own."""

    since: date
    until: date
    name: str
    clients: tuple[str, ...]


def meetings(owner: Owner) -> Iterator[MeetingView]:
    """The calls of today and of the six days after it."""
    zone, language = owner.workspace.practice.timezone, owner.language
    for one in owner.agenda.meetings:
        begins = here(one.begins, zone)
        if begins.date() < owner.today + WEEK:
            client = one.account.client
            yield MeetingView(
                client=owner.name(one.account),
                title=one.call.title.within(language),
                here=begins,
                there=here(one.begins, client.timezone),
                zone=client.timezone.key,
                minutes=one.call.minutes,
                via=one.call.via,
                link=one.call.link or "",
            )


def week_rows(owner: Owner) -> Iterator[WeekRow]:
    """The clients for whom something was logged this week or the week before, most first."""
    practice = owner.workspace.practice
    for one in worked(owner.workspace, owner.today):
        kinds = ((practice.kind(name) if name else None, sum_) for name, sum_ in one.kinds)
        yield WeekRow(
            id=one.account.id,
            client=owner.name(one.account),
            minutes=one.this_week,
            before=one.last_week,
            kinds=tuple(
                (kind.label.within(owner.language) if kind else "", sum_) for kind, sum_ in kinds
            ),
        )


def away(owner: Owner) -> Iterator[AbsentView]:
    """Days off of the coming six weeks, one's own and the clients'."""
    until = owner.today + AWAY
    for one in absences(owner.workspace, owner.today, until, owner.language):
        clients = tuple(owner.name(account) for account in one.clients)
        yield AbsentView(one.days.since, one.days.until, one.days.name, clients)
