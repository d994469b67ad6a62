"""When two working days meet: my hours on your clock, and the hours that we share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from vagen.model.calendar import MIDNIGHT
from vagen.model.hours import Range
from vagen.model.schedule import Week
from vagen.rules.clock import Zone, at, minute_on, opened

Ranges = tuple[Range, ...]
_WEEK = 7
_HOUR = 60


@dataclass(frozen=True, slots=True)
class DayHours:
    """Hours that several weekdays (Monday 0) share; a range past midnight ends after 1440."""

    weekdays: tuple[int, ...]
    ranges: Ranges


@dataclass(frozen=True, slots=True)
class Desk:
    """Somebody's working week, and the zone whose clock it follows."""

    week: Week
    zone: Zone


@dataclass(frozen=True, slots=True)
class Overlap:
    """Both working days on the reader's date `on`, in minutes of that day.

    `weekdays` (Monday 0) are the reader's days of the coming week on which both work at a time.
    """

    on: date
    yours: Ranges
    mine: Ranges
    shared: Ranges
    weekdays: tuple[int, ...]

    @property
    def first(self) -> int:
        """The full hour before anybody begins, at least 0: where a picture of the day starts."""
        starts = [start for start, _ in (*self.yours, *self.mine)]
        return max(min(starts) // _HOUR * _HOUR - _HOUR, 0)

    @property
    def last(self) -> int:
        """The full hour after everybody ended, at most 1440."""
        ends = [end for _, end in (*self.yours, *self.mine)]
        return min(-(-max(ends) // _HOUR) * _HOUR + _HOUR, MIDNIGHT)


def on_date(desk: Desk, day: date, reader: Zone) -> Ranges:
    """A desk's hours on a date of the reader, in the minutes that the reader's clock shows.

    What belongs to the day before and after is cut off at midnight. True through changes of the
    clock on either side: every range is told by its own instants.
    """
    found = [
        (max(start, 0), min(end, MIDNIGHT))
        for shift in (-1, 0, 1)
        for start, end in _shown(desk, day + timedelta(days=shift), day, reader)
        if start < MIDNIGHT and end > 0
    ]
    return _merged(found)


def overlap(reader: Desk, other: Desk, today: date) -> Overlap | None:
    """The usual day of the week that begins today, one on which both work.

    A day on which their hours meet goes before one on which they don't; among those, what is
    most often so. None where there is nothing to tell: the clocks agree all week, or the two
    never work on one day.
    """
    week = [today + timedelta(days=number) for number in range(_WEEK)]
    if all(_same_offset(reader.zone, other.zone, day) for day in week):
        return None
    days = [one for one in (_on(reader, other, day) for day in week) if one.yours and one.mine]
    meeting = [one for one in days if one.shared]
    if not days:
        return None
    weekdays = tuple(sorted(one.on.weekday() for one in meeting))
    return replace(_usual(meeting or days), weekdays=weekdays)


def hours_elsewhere(desk: Desk, reader: Zone, today: date) -> tuple[DayHours, ...]:
    """A desk's week on the reader's clock, in the seven days from `today`; equal days together.

    A range stands on the reader's weekday on which it begins. Grouped by the first weekday.
    """
    by_weekday: dict[int, list[Range]] = {}
    for number in range(_WEEK):
        day = today + timedelta(days=number)
        for start, end in _shown(desk, day, day, reader):
            shift = start // MIDNIGHT
            weekday = (day + timedelta(days=shift)).weekday()
            moved = (start - shift * MIDNIGHT, end - shift * MIDNIGHT)
            by_weekday.setdefault(weekday, []).append(moved)
    groups: dict[Ranges, list[int]] = {}
    for weekday in sorted(by_weekday):
        groups.setdefault(_merged(by_weekday[weekday]), []).append(weekday)
    return tuple(DayHours(tuple(days), ranges) for ranges, days in groups.items())


def _on(reader: Desk, other: Desk, day: date) -> Overlap:
    yours, mine = on_date(reader, day, reader.zone), on_date(other, day, reader.zone)
    return Overlap(day, yours, mine, _both(yours, mine), ())


def _usual(days: list[Overlap]) -> Overlap:
    patterns = [(one.yours, one.mine) for one in days]
    often = [patterns.count(pattern) for pattern in patterns]
    return days[often.index(max(often))]


def _shown(desk: Desk, day: date, reader_day: date, reader: Zone) -> Iterable[Range]:
    """The desk's ranges of its own date, as minutes from the reader's midnight."""
    for start, end in desk.week.on(day.weekday()):
        begins = minute_on(at(day, start, desk.zone), reader_day, reader)
        ends = minute_on(at(day, end, desk.zone), reader_day, reader)
        if begins < ends:  # a clock that goes back can swallow a short range
            yield begins, ends


def _same_offset(one: Zone, other: Zone, day: date) -> bool:
    noon = at(day, MIDNIGHT // 2, one)
    return noon.utcoffset() == noon.astimezone(opened(other)).utcoffset()


def _both(ours: Ranges, theirs: Ranges) -> Ranges:
    met = [(max(one[0], other[0]), min(one[1], other[1])) for one in ours for other in theirs]
    return _merged([(start, end) for start, end in met if start < end])


def _merged(ranges: list[Range]) -> Ranges:
    """The ranges in order, those that touch or overlap made one."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
