"""The client's dates: months to look at, an agenda to read, and a calendar to subscribe to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from vagen.locale.weekdays import week
from vagen.model.calendar import last_of_month, months_after
from vagen.model.workspace import Workspace
from vagen.pages.artifact import Artifact, Calendar
from vagen.pages.dates import DateView, dates, invoice_dates, task_dates
from vagen.pages.feed import feed
from vagen.pages.frame import Frame, client_frame
from vagen.pages.listing import Listing
from vagen.pages.plan import Plan
from vagen.pages.portal import Portal, portals
from vagen.rules.working_days import workdays

MONTHS = 4
"""This month and the three that follow."""


@dataclass(frozen=True, slots=True)
class DayView:
    """A cell of a month. `outside` is a day of the month before or after, which shows nothing;
    `told` says that the agenda has this day.
    """

    on: date
    outside: bool
    rest: bool
    today: bool
    told: bool
    dates: tuple[DateView, ...]


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """A day of the agenda and what falls on it."""

    on: date
    dates: tuple[DateView, ...]


@dataclass(frozen=True, slots=True)
class MonthOfDates:
    """A month (its first day), in weeks from the first day of the reader's week.

    `weekdays` (Monday 0) are the heads of the columns; the agenda begins today.
    """

    month: date
    weekdays: tuple[int, ...]
    weeks: tuple[tuple[DayView, ...], ...]
    agenda: tuple[AgendaDay, ...]


@dataclass(frozen=True, slots=True)
class DeadlinesView:
    """`late` is what is open beyond its date, whenever that was; `next` the first date from today
    on that is no absence; `calendar` the path of the calendar file within the audience.
    """

    frame: Frame
    late: tuple[DateView, ...]
    next: DateView | None
    months: tuple[MonthOfDates, ...]
    calendar: str


def plan(workspace: Workspace, now: datetime) -> Plan:
    """The dates of every portal that shows them, as a page and as a calendar file."""
    return Plan(
        tuple(
            artifact
            for portal in portals(workspace, now, "deadlines")
            for artifact in _artifacts(portal)
        )
    )


def _artifacts(portal: Portal) -> Iterator[Artifact]:
    view = deadlines(portal)
    listing = Listing(portal.words("Deadlines"))
    yield portal.page("deadlines/index.html", "portal/deadlines.html.j2", view, listing=listing)
    yield portal.file(view.calendar, Calendar(feed(portal), portal.language), "portal")


def deadlines(portal: Portal) -> DeadlinesView:
    """What one client's page of dates shows."""
    firsts = [months_after(portal.today.replace(day=1), n) for n in range(MONTHS)]
    found = dates(portal, firsts[0], last_of_month(firsts[-1]))
    late = [one for one in (*task_dates(portal), *invoice_dates(portal)) if one.late]
    ahead = [one for one in found if one.on >= portal.today and one.kind != "away"]
    return DeadlinesView(
        frame=client_frame(portal.workspace, portal.account, portal.now, "deadlines"),
        late=tuple(sorted(late, key=lambda one: (one.on, one.state != "ask", one.title))),
        next=next((one for one in ahead if one.state != "done"), None),
        months=tuple(_month(portal, first, found) for first in _told(firsts, found)),
        calendar=f"deadlines/{portal.account.id}.ics",
    )


def _told(firsts: list[date], found: tuple[DateView, ...]) -> list[date]:
    """The months down to the last in which there is something; this month always."""
    last = max((one.on for one in found), default=firsts[0])
    return [first for first in firsts if first == firsts[0] or first <= last]


def _month(portal: Portal, first: date, found: tuple[DateView, ...]) -> MonthOfDates:
    last = last_of_month(first)
    agenda = tuple(_agenda(portal.today, first, last, found))
    weekdays = week(portal.account.client.country)
    start = first - timedelta(days=weekdays.index(first.weekday()))
    count = -(-((last - start).days + 1) // len(weekdays))
    told = frozenset(one.on for one in agenda)
    days = [_day(portal, start + timedelta(days=n), first, found) for n in range(count * 7)]
    shown = tuple(replace(one, told=not one.outside and one.on in told) for one in days)
    weeks = tuple(shown[n : n + 7] for n in range(0, len(shown), 7))
    return MonthOfDates(first, weekdays, weeks, agenda)


def _day(portal: Portal, on: date, first: date, found: tuple[DateView, ...]) -> DayView:
    outside = (on.year, on.month) != (first.year, first.month)
    return DayView(
        on=on,
        outside=outside,
        rest=on.weekday() not in workdays(portal.account.client.country),
        today=on == portal.today,
        told=False,
        dates=() if outside else tuple(one for one in found if one.on <= on <= one.until),
    )


def _agenda(
    today: date, first: date, last: date, found: tuple[DateView, ...]
) -> Iterator[AgendaDay]:
    """What is still to come in a month. A stretch of days stands where it begins, or today."""
    days: dict[date, list[DateView]] = {}
    for one in found:
        on = max(one.on, today)
        if first <= on <= last and one.until >= today and one.state != "done":
            days.setdefault(on, []).append(one)
    for on in sorted(days):
        yield AgendaDay(on, tuple(days[on]))
