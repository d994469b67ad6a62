"""The owner's desk: the whole practice on one page, to look at each day and to print on Monday."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from vagen.locale import catalog
from vagen.model.audience import OWNER
from vagen.model.channel import Via
from vagen.model.workspace import Workspace
from vagen.pages import duties
from vagen.pages.artifact import Artifact, Html
from vagen.pages.duties import DutyView, StaleView
from vagen.pages.frame import Frame, NavItem, owner_frame
from vagen.pages.listing import Entry, Listing, joined
from vagen.pages.owed import AgesRow, ReadyRow, UnpaidRow, ages_rows, ready_rows, sums, unpaid_rows
from vagen.pages.owner import HANDBOOK, Owner
from vagen.pages.parts import MoneyView
from vagen.pages.plan import Plan
from vagen.pages.roster import ClientRow, roster
from vagen.rules.absences import absences
from vagen.rules.clock import here
from vagen.rules.week import week_start, worked

WEEKS = timedelta(days=28)
"""How far ahead deadlines are listed at once; what comes later is folded away."""

AWAY = timedelta(days=42)
_WEEK = timedelta(days=7)
_MINE = ("todo", "doing", "review")


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


@dataclass(frozen=True, slots=True)
class DeskView:
    """All of it. `due` are deadlines of the coming weeks and late ones, `later` all others.

    `pressing` counts the tasks in one's own hands that are due by today; `people` all clients that
    there are, also those that left and are not shown. The four parts of `urgent_important` hold
    what is in one's own hands. `week_since` is the first day of this week; `running` names the
    clients in whose log an entry has no end yet: until it has, it counts nothing.
    """

    frame: Frame
    people: int
    pressing: int
    meetings: tuple[MeetingView, ...]
    due: tuple[DutyView, ...]
    later: tuple[DutyView, ...]
    urgent_important: tuple[DutyView, ...]
    important: tuple[DutyView, ...]
    urgent: tuple[DutyView, ...]
    neither: tuple[DutyView, ...]
    waits_for_me: tuple[DutyView, ...]
    waits_for_others: tuple[DutyView, ...]
    stale: tuple[StaleView, ...]
    clients: tuple[ClientRow, ...]
    unpaid: tuple[UnpaidRow, ...]
    ages: tuple[AgesRow, ...]
    week_since: date
    week: tuple[WeekRow, ...]
    running: tuple[str, ...]
    ready: tuple[ReadyRow, ...]
    ready_sums: tuple[MoneyView, ...]
    away: tuple[AbsentView, ...]


def plan(workspace: Workspace, now: datetime) -> Plan:
    """The one page of the owner."""
    view = desk(Owner.of(workspace, now))
    language = workspace.practice.language
    content = Html("desk/index.html.j2", view, language)
    return Plan((Artifact(OWNER, "index.html", "desk", content, _listing(view)),))


def desk(owner: Owner) -> DeskView:
    """What the desk shows."""
    agenda = owner.agenda
    due, ready, clients = duties.deadlines(owner), ready_rows(owner), roster(owner)
    split = [(one.due or date.max) <= owner.today + WEEKS for one in due].count(True)
    return DeskView(
        frame=owner_frame(owner.workspace, owner.now, _nav(owner, due, clients)),
        people=len(owner.workspace.accounts),
        pressing=sum(one.state in _MINE and (one.due or date.max) <= owner.today for one in due),
        meetings=tuple(_meetings(owner)),
        due=due[:split],
        later=due[split:],
        urgent_important=duties.quadrant(owner, "now"),
        important=duties.quadrant(owner, "plan"),
        urgent=duties.quadrant(owner, "soon"),
        neither=duties.quadrant(owner, "later"),
        waits_for_me=duties.waiting(owner, agenda.waits_for_me),
        waits_for_others=duties.waiting(owner, agenda.waits_for_others),
        stale=duties.stale(owner),
        clients=clients,
        unpaid=unpaid_rows(owner),
        ages=ages_rows(owner),
        week_since=week_start(owner.today, owner.language),
        week=tuple(_week(owner)),
        running=tuple(dict.fromkeys(owner.name(one.account) for one in agenda.running)),
        ready=ready,
        ready_sums=sums(ready),
        away=tuple(_away(owner)),
    )


def _nav(
    owner: Owner, due: tuple[DutyView, ...], clients: tuple[ClientRow, ...]
) -> tuple[NavItem, ...]:
    """The parts of the page, and the handbook. A practice without clients has no parts."""
    asks = len(owner.agenda.waits_for_me) + len(owner.agenda.stale_sops)
    parts = (
        NavItem("due", "#due", count=len(due)),
        NavItem("waits", "#waits", asks=asks),
        NavItem("calls", "#calls"),
        NavItem("away", "#away"),
        NavItem("weight", "#weight"),
        NavItem("clients", "#clients", count=len(clients)),
        NavItem("unpaid", "#unpaid", count=len(owner.agenda.unpaid)),
        NavItem("hours", "#hours"),
        NavItem("ready", "#ready"),
    )
    shown = parts if owner.workspace.accounts else ()
    return (NavItem("desk", ""), *shown, NavItem("handbook", HANDBOOK))


def _listing(view: DeskView) -> Listing:
    """Clients, and the tasks that have a due date."""
    clients = (Entry(one.name, "", f"c-{one.id}") for one in view.clients)
    tasks = (
        Entry(one.title, joined((one.client, one.whom)), f"d-{one.id}")
        for one in (*view.due, *view.later)
        if one.title
    )
    words = catalog(view.frame.language)
    return Listing(words.gettext("Desk"), (*clients, *tasks))


def _meetings(owner: Owner) -> Iterator[MeetingView]:
    """The calls of today and of the six days after it."""
    zone, language = owner.workspace.practice.timezone, owner.language
    for one in owner.agenda.meetings:
        begins = here(one.begins, zone)
        if begins.date() < owner.today + _WEEK:
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


def _week(owner: Owner) -> Iterator[WeekRow]:
    practice = owner.workspace.practice
    for one in worked(owner.workspace, owner.today):
        kinds = ((practice.kind(name) if name else None, sum_) for name, sum_ in one.kinds)
        yield WeekRow(
            client=owner.name(one.account),
            minutes=one.this_week,
            before=one.last_week,
            kinds=tuple(
                (kind.label.within(owner.language) if kind else "", sum_) for kind, sum_ in kinds
            ),
        )


def _away(owner: Owner) -> Iterator[AbsentView]:
    until = owner.today + AWAY
    for one in absences(owner.workspace, owner.today, until, owner.language):
        clients = tuple(owner.name(account) for account in one.clients)
        yield AbsentView(one.days.since, one.days.until, one.days.name, clients)
