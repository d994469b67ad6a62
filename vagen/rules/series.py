"""A recurring call as calendars know it: its first day, its rule, and the days left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import partial
from itertools import takewhile
from zoneinfo import ZoneInfo

from vagen.model.client import Call, Client
from vagen.model.practice import Practice
from vagen.model.recurrence import Rhythm
from vagen.rules.calls import days, zone_of
from vagen.rules.clock import at, here
from vagen.rules.working_days import answers, is_workday

_AHEAD = timedelta(days=366)
_BEHIND = timedelta(days=31)
_STRIDE = timedelta(days=4 * 365)
_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_IN_EVERY_MONTH, _LAST_DAY = 28, 31
_LEAP_DAY = (2, 29)


@dataclass(frozen=True, slots=True)
class Series:
    """`days` are the first day alone where a `rule` (RFC 5545 3.3.10, without its end) says the
    rest; without one they are all days from a month ago to a year ahead. The clock stands at `at`
    in `zone` on each of them. `skipped` are days of the rule on which there is no call.
    """

    zone: ZoneInfo
    at: time
    days: tuple[date, ...]
    rule: str = ""
    until: date | None = None
    skipped: tuple[date, ...] = ()


def series(call: Call, client: Client, practice: Practice, today: date) -> Series | None:
    """The series of a call on a day; None where it is over, or never held.

    Days off are known as far as the end of next year: those after it are left out later.
    """
    zone, began = zone_of(call, client), _began(call, client, today)
    if call.until is not None and call.until < today:
        return None
    horizon = date(today.year + 1, 12, 31)
    last = min(horizon, call.until) if call.until else horizon
    due = _due(call, practice, began, last)
    held = [day for day in due if _is_held(day, call, zone, practice)]
    if not held:
        return None
    rule = rule_of(call.every)
    if not rule:
        near = [day for day in held if today - _BEHIND <= day <= today + _AHEAD]
        return Series(zone, call.at, tuple(near)) if near else None
    skipped = tuple(day for day in due if day > held[0] and day not in set(held))
    return Series(zone, call.at, (held[0],), rule, call.until, skipped)


def rule_of(rhythm: Rhythm) -> str:
    """The rhythm as the value of an RRULE, empty where a rule can't say it, or where calendars
    that people use don't understand the rule (a workday, the 30th or else the last, 29 February).
    """
    place = _place(rhythm)
    if not place:
        return ""
    often = f";INTERVAL={rhythm.interval}" if rhythm.interval > 1 else ""
    return f"{place[0]}{often}{';WKST=MO' if often and rhythm.unit == 'week' else ''}{place[1]}"


def _place(rhythm: Rhythm) -> tuple[str, str] | None:
    names = [_NAMES[one] for one in rhythm.weekdays]
    match rhythm.unit:
        case "day":
            return "FREQ=DAILY", ""
        case "week":
            return "FREQ=WEEKLY", f";BYDAY={','.join(names)}"
        case "month" if rhythm.nth is not None:
            where = ",".join(f"{rhythm.nth}{name}" for name in names)
            return None if rhythm.workday else ("FREQ=MONTHLY", f";BYDAY={where}")
        case "month":
            day = -1 if rhythm.day == _LAST_DAY else rhythm.day or 1
            known = day <= _IN_EVERY_MONTH
            return ("FREQ=MONTHLY", f";BYMONTHDAY={day}") if known else None
        case "year":
            if (rhythm.month, rhythm.day) == _LEAP_DAY:
                return None
            return "FREQ=YEARLY", f";BYMONTH={rhythm.month};BYMONTHDAY={rhythm.day}"


def _due(call: Call, practice: Practice, began: date, last: date) -> list[date]:
    """The days of the rhythm, both ends included, some years at a time: `days` goes no further."""
    found: list[date] = []
    workday = partial(is_workday, practice)
    while began <= last:
        end = min(last, began + _STRIDE)
        some = days(call.every, began, anchor=call.since, workday=workday)
        found += takewhile(end.__ge__, some)
        began = end + timedelta(days=1)
    return found


def _began(call: Call, client: Client, today: date) -> date:
    """From when on the series is told: a day that does not move while the work goes on."""
    agreed = client.agreement.since if client.agreement else None
    return call.since or client.since or agreed or today.replace(month=1, day=1)


def _is_held(day: date, call: Call, zone: ZoneInfo, practice: Practice) -> bool:
    begins = at(day, minute_of(call.at), zone)
    return answers(practice, here(begins, practice.timezone).date())


def minute_of(clock: time) -> int:
    """The minute of the day that a clock shows."""
    return clock.hour * 60 + clock.minute
