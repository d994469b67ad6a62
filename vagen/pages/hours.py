"""The client's hours, by month and kind of work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from vagen.model.entry import Entry
from vagen.model.workspace import Workspace
from vagen.pages.chart import ChartView, chart
from vagen.pages.clocks import retainer_view
from vagen.pages.frame import Frame, client_frame
from vagen.pages.listing import Listing
from vagen.pages.parts import RetainerView
from vagen.pages.plan import Plan
from vagen.pages.portal import Portal, portals
from vagen.rules.kinds import billable, kind_of


@dataclass(frozen=True, slots=True)
class KindMinutes:
    """Minutes of one kind of work; an empty label is time without a kind."""

    label: str
    minutes: int


@dataclass(frozen=True, slots=True)
class EntryView:
    """A line of the log, shown only with `time: detail`. The text of a private task's is empty."""

    on: date
    text: str
    kind: str
    minutes: int
    billable: bool


@dataclass(frozen=True, slots=True)
class MonthView:
    """A calendar month (its first day): minutes by kind, newest month first on the page."""

    month: date
    kinds: tuple[KindMinutes, ...]
    total: int
    billable: int
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class HoursView:
    """`detail` says whether the words of the log are shown."""

    frame: Frame
    retainer: RetainerView | None
    months: tuple[MonthView, ...]
    detail: bool
    chart: ChartView | None = None


def plan(workspace: Workspace, now: datetime) -> Plan:
    """The hours of every portal that shows them."""
    return Plan(
        tuple(
            portal.page(
                "time/index.html",
                "portal/time.html.j2",
                hours(portal),
                listing=Listing(portal.words("Hours")),
            )
            for portal in portals(workspace, now, "time")
        )
    )


def hours(portal: Portal) -> HoursView:
    """What one client sees of the log. What still runs is not in it."""
    logged = [one for one in portal.account.entries if one.minutes]
    months = sorted({one.on.replace(day=1) for one in logged}, reverse=True)
    views = tuple(
        _month(portal, month, [one for one in logged if one.on.replace(day=1) == month])
        for month in months
    )
    return HoursView(
        frame=client_frame(portal.workspace, portal.account, portal.now, "time"),
        retainer=retainer_view(portal),
        months=views,
        chart=chart([(view.month, _as_dict(view.kinds)) for view in views]),
        detail=portal.account.client.time == "detail",
    )


def _as_dict(kinds: tuple[KindMinutes, ...]) -> dict[str, int]:
    return {kind.label: kind.minutes for kind in kinds}


def _month(portal: Portal, month: date, entries: list[Entry]) -> MonthView:
    practice, account = portal.workspace.practice, portal.account
    detail = account.client.time == "detail"
    return MonthView(
        month=month,
        kinds=_by_kind(portal, entries),
        total=sum(one.minutes for one in entries),
        billable=sum(one.minutes for one in entries if billable(one, account, practice)),
        entries=tuple(_line(portal, one) for one in entries) if detail else (),
    )


def _by_kind(portal: Portal, entries: list[Entry]) -> tuple[KindMinutes, ...]:
    """Most minutes first; time without a kind comes last."""
    minutes: dict[str, int] = {}
    for entry in entries:
        label = _label(portal, entry)
        minutes[label] = minutes.get(label, 0) + entry.minutes
    ordered = sorted(minutes.items(), key=lambda one: (not one[0], -one[1], one[0]))
    return tuple(KindMinutes(label, total) for label, total in ordered)


def _label(portal: Portal, entry: Entry) -> str:
    name = kind_of(entry, portal.account)
    kind = portal.workspace.practice.kind(name) if name else None
    return kind.label.within(portal.language) if kind else ""


def _line(portal: Portal, entry: Entry) -> EntryView:
    task = portal.account.task(entry.task) if entry.task else None
    return EntryView(
        on=entry.on,
        text="" if task and task.private else entry.text,
        kind=_label(portal, entry),
        minutes=entry.minutes,
        billable=billable(entry, portal.account, portal.workspace.practice),
    )
