"""The owner's desk: the whole practice on one page, to look at each day and to print on Monday."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from vagen.locale import catalog
from vagen.model.audience import OWNER
from vagen.model.workspace import Workspace
from vagen.pages import duties
from vagen.pages.artifact import Artifact, Html
from vagen.pages.duties import DutyView, StaleView
from vagen.pages.frame import Frame, NavItem, owner_frame
from vagen.pages.listing import Entry, Listing, joined
from vagen.pages.monday import Found, SheetView, sheet
from vagen.pages.owed import AgesRow, ReadyRow, UnpaidRow, ages_rows, ready_rows, sums, unpaid_rows
from vagen.pages.owner import HANDBOOK, Owner
from vagen.pages.parts import MoneyView
from vagen.pages.plan import Plan
from vagen.pages.roster import ClientRow, roster
from vagen.pages.week import AbsentView, MeetingView, WeekRow, away, meetings, week_rows
from vagen.rules.week import week_start

WEEKS = timedelta(days=28)
"""How far ahead deadlines are listed at once; what comes later is folded away."""

_MINE = ("todo", "doing", "review")


@dataclass(frozen=True, slots=True)
class DeskView:
    """All of it. `due` are deadlines of the coming weeks and late ones, `later` all others.

    `pressing` counts the tasks in one's own hands that are due by today; `people` all clients that
    there are, also those that left and are not shown. The four parts of `urgent_important` hold
    what is in one's own hands. `week_since` is the first day of this week; `running` names the
    clients in whose log an entry has no end yet: until it has, it counts nothing. `sheet` is what
    stands on paper.
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
    sheet: SheetView


def plan(workspace: Workspace, now: datetime) -> Plan:
    """The one page of the owner."""
    view = desk(Owner.of(workspace, now))
    language = workspace.practice.language
    content = Html("desk/index.html.j2", view, language)
    return Plan((Artifact(OWNER, "index.html", "desk", content, _listing(view)),))


def desk(owner: Owner) -> DeskView:
    """What the desk shows."""
    agenda, found = owner.agenda, _found(owner)
    due = found.dated
    split = [(one.due or date.max) <= owner.today + WEEKS for one in due].count(True)
    return DeskView(
        frame=owner_frame(owner.workspace, owner.now, _nav(owner, due, found.clients)),
        people=len(owner.workspace.accounts),
        pressing=sum(one.state in _MINE and (one.due or date.max) <= owner.today for one in due),
        meetings=found.calls,
        due=due[:split],
        later=due[split:],
        urgent_important=found.now,
        important=found.plan,
        urgent=found.soon,
        neither=found.later,
        waits_for_me=found.mine,
        waits_for_others=found.theirs,
        stale=found.stale,
        clients=found.clients,
        unpaid=found.unpaid,
        ages=ages_rows(owner),
        week_since=week_start(owner.today, owner.language),
        week=found.week,
        running=tuple(dict.fromkeys(owner.name(one.account) for one in agenda.running)),
        ready=found.ready,
        ready_sums=sums(found.ready),
        away=found.away,
        sheet=sheet(owner.today, found),
    )


def _found(owner: Owner) -> Found:
    """All that the page holds, before a screen or a sheet of paper sorts it."""
    agenda, ready = owner.agenda, ready_rows(owner)
    return Found(
        dated=duties.deadlines(owner),
        mine=duties.waiting(owner, agenda.waits_for_me),
        theirs=duties.waiting(owner, agenda.waits_for_others),
        now=duties.quadrant(owner, "now"),
        plan=duties.quadrant(owner, "plan"),
        soon=duties.quadrant(owner, "soon"),
        later=duties.quadrant(owner, "later"),
        stale=duties.stale(owner),
        clients=roster(owner, {one.id for one in ready}),
        week=tuple(week_rows(owner)),
        ready=ready,
        calls=tuple(meetings(owner)),
        unpaid=unpaid_rows(owner),
        away=tuple(away(owner)),
    )


def _nav(
    owner: Owner, due: tuple[DutyView, ...], clients: tuple[ClientRow, ...]
) -> tuple[NavItem, ...]:
    """The parts of the page, and the handbook. A practice without clients has no parts."""
    asks = len(owner.agenda.waits_for_me) + len(owner.agenda.stale_sops)
    parts = (
        NavItem("due", "#due", count=len(due)),
        NavItem("calls", "#calls"),
        NavItem("clients", "#clients", count=len(clients)),
        NavItem("waits", "#waits", asks=asks),
        NavItem("weight", "#weight"),
        NavItem("unpaid", "#unpaid", count=len(owner.agenda.unpaid)),
        NavItem("hours", "#hours"),
        NavItem("ready", "#ready"),
        NavItem("away", "#away"),
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
