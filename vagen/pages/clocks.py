"""Time between two people, for views: hours, overlap, calls, absences, the retainer's month."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import islice

from vagen.locale.weekdays import in_week, week
from vagen.model.client import Call
from vagen.pages.parts import AwayView, CallView, OverlapView, RetainerView, WeekdayHours
from vagen.pages.portal import Portal
from vagen.rules.calls import next_call, upcoming
from vagen.rules.clock import here
from vagen.rules.overlap import Desk, hours_elsewhere, overlap
from vagen.rules.retainer import RetainerMonth, running_month
from vagen.rules.working_days import client_week, days_off, practice_week


def my_hours(portal: Portal) -> tuple[WeekdayHours, ...]:
    """My working hours on the client's clock, from the day with which the client's week begins."""
    client = portal.account.client
    groups = hours_elsewhere(_my_desk(portal), client.timezone, portal.today)
    sets = [WeekdayHours(in_week(one.weekdays, client.country), one.ranges) for one in groups]
    order = week(client.country)
    return tuple(sorted(sets, key=lambda one: order.index(one.weekdays[0])))


def overlap_view(portal: Portal) -> OverlapView | None:
    """Both working days; None where the clocks agree or one never works."""
    client = portal.account.client
    reader = Desk(client_week(client), client.timezone)
    found = overlap(reader, _my_desk(portal), portal.today)
    if found is None:
        return None
    return OverlapView(
        yours=found.yours,
        mine=found.mine,
        shared=found.shared,
        weekdays=in_week(found.weekdays, client.country),
        first=found.first,
        last=found.last,
        zone_yours=client.timezone.key,
        zone_mine=portal.workspace.practice.timezone.key,
    )


def next_call_view(portal: Portal) -> CallView | None:
    """The call that comes first, whichever it is."""
    found = next_call(portal.account.client, portal.workspace.practice, portal.now)
    return call_view(portal, *found) if found else None


def call_views(portal: Portal) -> tuple[CallView, ...]:
    """Every recurring call with its next time, the soonest first; those that are over left out."""
    client, practice = portal.account.client, portal.workspace.practice
    views = [
        call_view(portal, call, begins)
        for call in client.calls
        for begins in islice(upcoming(call, client, practice, portal.now), 1)
    ]
    return tuple(sorted(views, key=lambda view: (view.yours.timestamp(), view.title)))


def away_views(portal: Portal, days: int) -> tuple[AwayView, ...]:
    """When I am away or keep a holiday, from today and for so many days, in the client's words."""
    horizon = portal.today + timedelta(days=days)
    found = days_off(portal.workspace.practice, portal.today, horizon, portal.language)
    return tuple(AwayView(one.since, one.until, one.name) for one in found)


def retainer_view(portal: Portal) -> RetainerView | None:
    """The retainer's running month; None without one, or where the portal shows no hours."""
    month = running_month(portal.account, portal.workspace.practice, portal.today)
    if month is None or not portal.shows("time"):
        return None
    return month_view(month, portal.today)


def month_view(month: RetainerMonth, today: date) -> RetainerView:
    """A month of a retainer on one of its days."""
    return RetainerView(
        since=month.since,
        until=month.until,
        granted=month.granted,
        carried=month.carried,
        used=month.used,
        left=month.left,
        over=month.over,
        share_of_time=month.share_of_time(today),
    )


def _my_desk(portal: Portal) -> Desk:
    practice = portal.workspace.practice
    return Desk(practice_week(practice), practice.timezone)


def call_view(portal: Portal, call: Call, begins: datetime) -> CallView:
    """One time of a call, on both clocks."""
    client, practice = portal.account.client, portal.workspace.practice
    return CallView(
        title=call.title.within(client.language),
        yours=here(begins, client.timezone),
        mine=here(begins, practice.timezone),
        zone_yours=client.timezone.key,
        zone_mine=practice.timezone.key,
        minutes=call.minutes,
        via=call.via,
        link=call.link or "",
    )
