"""VTIMEZONE (RFC 5545 3.6.5): what a zone's clocks do, for who does not know its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

YEARS = 12
"""For so many years from the one asked for, what is written is checked against the zone itself."""

_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEK = 7
_STEP = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Change:
    """The clocks go from one offset to another: `wall` is what they show until then."""

    wall: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool


@cache
def timezone(zone: str, year: int) -> Timezone:
    """The zone from the beginning of the year before `year` on."""
    begin = datetime(year - 1, 1, 1, tzinfo=UTC)
    changes = tuple(_changes(ZoneInfo(zone), begin, begin.replace(year=year + YEARS)))
    component = Timezone()
    component.add("TZID", zone)
    component.add_component(_observance([_standing(ZoneInfo(zone), begin)]))
    kinds = dict.fromkeys((one.before, one.after, one.name, one.summer) for one in changes)
    for kind in kinds:
        alike = [one for one in changes if (one.before, one.after, one.name, one.summer) == kind]
        component.add_component(_observance(alike))
    return component


def _standing(zone: ZoneInfo, begin: datetime) -> _Change:
    """What holds at the beginning, so that no time lies before the first change."""
    here = begin.astimezone(zone)
    offset = here.utcoffset() or timedelta()
    wall = begin.replace(tzinfo=None)
    return _Change(wall, offset, offset, here.tzname() or "", bool(here.dst()))


def _changes(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[_Change]:
    """Every change of the clocks between two instants in UTC, to the second."""
    while begin < end:
        after = begin + _STEP
        if begin.astimezone(zone).utcoffset() != after.astimezone(zone).utcoffset():
            yield _change(zone, begin, after)
        begin = after


def _change(zone: ZoneInfo, low: datetime, high: datetime) -> _Change:
    before = low.astimezone(zone).utcoffset() or timedelta()
    while high - low > timedelta(seconds=1):
        middle = (low + (high - low) / 2).replace(microsecond=0)
        if middle.astimezone(zone).utcoffset() == before:
            low = middle
        else:
            high = middle
    here = high.astimezone(zone)
    after = here.utcoffset() or timedelta()
    wall = (high + before).replace(tzinfo=None)
    return _Change(wall, before, after, here.tzname() or "", bool(here.dst()))


def _observance(changes: list[_Change]) -> TimezoneStandard | TimezoneDaylight:
    first = changes[0]
    component = TimezoneDaylight() if first.summer else TimezoneStandard()
    component.add("TZOFFSETFROM", first.before)
    component.add("TZOFFSETTO", first.after)
    component.add("TZNAME", first.name)
    component.add("DTSTART", first.wall)
    rule = _rule([one.wall for one in changes])
    if rule:
        component.add("RRULE", vRecur.from_ical(rule))
    elif changes[1:]:
        component.add("RDATE", [one.wall for one in changes[1:]])
    return component


def _rule(walls: list[datetime]) -> str:
    """The yearly rule that makes exactly these times; empty where there is none."""
    first = walls[0]
    yearly = [one.year for one in walls] == list(range(first.year, first.year + len(walls)))
    alike = {(one.month, one.weekday(), one.time()) for one in walls}
    if len(walls) < YEARS - 1 or not yearly or len(alike) > 1:
        return ""
    name, days = _NAMES[first.weekday()], [one.day for one in walls]
    rule = f"FREQ=YEARLY;BYMONTH={first.month};BYDAY="
    if all((one + timedelta(days=_WEEK)).month != one.month for one in walls):
        return f"{rule}-1{name}"
    if len({(day - 1) // _WEEK for day in days}) == 1:
        return f"{rule}{(days[0] - 1) // _WEEK + 1}{name}"
    if max(days) - min(days) < _WEEK:
        run = ",".join(str(day) for day in range(min(days), min(days) + _WEEK))
        return f"{rule}{name};BYMONTHDAY={run}"
    return ""
