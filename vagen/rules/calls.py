"""When a recurring call comes next: words become days, days become instants."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil import rrule

from vagen.model.calendar import last_of_month
from vagen.model.client import Call, Client
from vagen.model.practice import Practice
from vagen.model.recurrence import Rhythm
from vagen.rules.clock import at, here
from vagen.rules.working_days import answers, is_workday

_FIRST_MONDAY = date(2001, 1, 1)
_ALWAYS_THERE = 28
"""Every month has this day."""

_HORIZON = timedelta(days=5 * 366)
_WEEKDAYS = (rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA, rrule.SU)


def days(
    rhythm: Rhythm, since: date, *, anchor: date | None = None, workday: Callable[[date], bool]
) -> Iterator[date]:
    """The days of a rhythm from `since` on, for five years, in order (RFC 5545 3.3.10).

    `anchor` is a day of the first turn, so that "2 weeks" knows which weeks; weeks begin on
    Monday. Without one they count from Monday, 1 January 2001. A day that a month lacks is its
    last one.
    """
    first = anchor or _FIRST_MONDAY
    if rhythm.interval == 1:
        first = since  # every turn counts: no need to walk there from the anchor
    if rhythm.unit in ("month", "year"):
        first = first.replace(day=1)
    until = max(since, anchor or since) + _HORIZON
    if rhythm.workday:
        found = _nth_workdays(rhythm, first, until, workday)
    else:
        found = _ruled(rhythm, first, until)
    return (day for day in found if day >= since and (anchor is None or day >= anchor))


def zone_of(call: Call, client: Client) -> ZoneInfo:
    """The zone whose clock a call follows: its own, else the client's."""
    return call.zone or client.timezone


def upcoming(call: Call, client: Client, practice: Practice, now: datetime) -> Iterator[datetime]:
    """The instants after `now` at which a call begins, in order, in the call's own zone.

    It keeps its wall-clock time there through every change of the clock. On days on which the
    practice does not answer (away, a holiday it keeps) there is no call.
    """
    zone = zone_of(call, client)
    today = here(now, zone).date()
    since = max(today, call.since or today)
    minute = call.at.hour * 60 + call.at.minute
    workday = partial(is_workday, practice)
    for day in days(call.every, since, anchor=call.since, workday=workday):
        if call.until is not None and day > call.until:
            return
        begins = at(day, minute, zone)
        ahead = begins.timestamp() > now.timestamp()  # in one zone Python compares wall clocks
        if ahead and answers(practice, here(begins, practice.timezone).date()):
            yield begins


def next_call(client: Client, practice: Practice, now: datetime) -> tuple[Call, datetime] | None:
    """The client's call that comes first after `now`, and when it begins."""
    firsts = [
        (begins, call)
        for call in client.calls
        for begins in islice(upcoming(call, client, practice, now), 1)
    ]
    if not firsts:
        return None
    begins, call = min(firsts, key=lambda one: (one[0].timestamp(), one[1].id))
    return call, begins


def _ruled(rhythm: Rhythm, first: date, until: date) -> Iterator[date]:
    begin, end = datetime.combine(first, time()), datetime.combine(until, time())
    weekdays = [_WEEKDAYS[one] for one in rhythm.weekdays]
    each = partial(rrule.rrule, interval=rhythm.interval, dtstart=begin, until=end)
    match rhythm.unit:
        case "day":
            found = each(rrule.DAILY)
        case "week":
            found = each(rrule.WEEKLY, byweekday=weekdays)
        case "month" if rhythm.nth is not None:
            found = each(rrule.MONTHLY, byweekday=[one(rhythm.nth) for one in weekdays])
        case "month":
            found = each(rrule.MONTHLY, bymonthday=_up_to(rhythm.day), bysetpos=-1)
        case "year":
            month_days = _up_to(rhythm.day)
            found = each(rrule.YEARLY, bymonth=rhythm.month, bymonthday=month_days, bysetpos=-1)
    return (one.date() for one in found)


def _up_to(day: int | None) -> list[int]:
    """The days of which a month's last existing one is meant: 31 is 28 in most Februaries."""
    wanted = day or 1
    return [wanted] if wanted <= _ALWAYS_THERE else list(range(_ALWAYS_THERE, wanted + 1))


def _nth_workdays(
    rhythm: Rhythm, first: date, until: date, workday: Callable[[date], bool]
) -> Iterator[date]:
    nth = rhythm.nth or 1
    months = rrule.rrule(
        rrule.MONTHLY,
        interval=rhythm.interval,
        dtstart=datetime.combine(first, time()),
        until=datetime.combine(until, time()),
    )
    for month in months:
        start = month.date()
        length = last_of_month(start).day
        worked = [one for one in _following(start, length) if workday(one)]
        if len(worked) >= abs(nth):
            yield worked[nth - 1 if nth > 0 else nth]


def _following(start: date, count: int) -> Iterator[date]:
    return (start + timedelta(days=number) for number in range(count))
