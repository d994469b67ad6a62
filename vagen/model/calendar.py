"""Days, instants and times of day."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from vagen.model.datewords import FIRST_YEAR, LAST_YEAR, day_meant
from vagen.model.typed import ReadBy, instead, shown, text_schema, typed
from vagen.problems import Wrong, say

HOURS, NOON, MINUTES, MONTHS = 24, 12, 60, 12
MIDNIGHT = HOURS * MINUTES
"""The minute at which a day ends."""

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
DAY_PATTERN = f"^{_DAY.pattern}$"
"""For schemas."""

_INSTANT = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ](?P<clock>[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?)"
    r"(?P<offset>[Zz]|[+-][0-9]{2}:?[0-9]{2})?"
)
_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_LOOSE_CLOCK = re.compile(
    r"([0-9]{1,2})(?:[:.h]?([0-9]{2}))?(?::00)?\s*([ap])?[.]?(?:m[.]?)?", re.IGNORECASE
)


def read_day(raw: object) -> date:
    """`2026-11-30`; raises Wrong."""
    if isinstance(raw, date) and not isinstance(raw, datetime):
        return raw
    text = typed(raw, say("a date"), "2026-11-30")
    parts = _DAY.fullmatch(text)
    if parts:
        return _real_day(text, *(int(part) for part in parts.groups()))
    meant = day_meant(text)
    message = say('"{value}" is not a date as vagen reads it', value=shown(text))
    if len(meant) == 1:
        raise instead("impossible-date", message, meant[0].isoformat())
    if meant:
        either, other = (one.isoformat() for one in meant)
        hint = say("type {either} or {other}: year, month, day", either=either, other=other)
    else:
        hint = say("a date is year-month-day, for example: {example}", example="2026-11-30")
    raise Wrong("impossible-date", message, hint)


def _real_day(text: str, year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        message = say("the year {year} is out of reach", year=f"{year:04}")
        hint = say("years go from {first} to {last}", first=FIRST_YEAR, last=LAST_YEAR)
        raise Wrong("impossible-date", message, hint)
    try:
        return date(year, month, day)
    except ValueError:
        raise _no_such_day(text, year, month, day) from None


def _no_such_day(text: str, year: int, month: int, day: int) -> Wrong:
    message = say("there is no day {value}", value=text)
    if 1 <= month <= MONTHS:
        last = last_of_month(date(year, month, 1))
        hint = say("the last day of that month is {last}", last=last.isoformat())
        return Wrong("impossible-date", message, hint)
    swapped = day_meant(f"{year}-{day}-{month}")
    if swapped:
        near = swapped[0].isoformat()
        return Wrong("impossible-date", message, say("did you mean {near}?", near=near))
    return Wrong("impossible-date", message, say("a date is year-month-day, months 01 to 12"))


def last_of_month(day: date) -> date:
    """The last day of the month that `day` is in."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def months_after(day: date, count: int) -> date:
    """The same day so many months later (earlier below 0), or the last day of a shorter month."""
    index = day.year * MONTHS + day.month - 1 + count
    first = date(index // MONTHS, index % MONTHS + 1, 1)
    return first.replace(day=min(day.day, last_of_month(first).day))


def read_instant(raw: object) -> datetime:
    """`2026-11-30T09:00+02:00`, an aware datetime; raises Wrong (no offset, no such day)."""
    if isinstance(raw, datetime) and raw.tzinfo is not None:
        return raw
    text = typed(raw, say("an instant"), "2026-11-30T09:00+02:00")
    parts = _INSTANT.fullmatch(text)
    hint = say(
        "type the day, the time and its offset, for example: {example}",
        example="2026-11-30T09:00+02:00",
    )
    if parts is None:
        raise Wrong("bad-time", say('"{value}" is not an instant', value=shown(text)), hint)
    read_day(parts["day"])
    if parts["offset"] is None:
        raise Wrong("bad-time", say("the instant {value} lacks its offset", value=text), hint)
    try:
        return datetime.fromisoformat(text.upper())
    except ValueError:
        raise Wrong("bad-time", say("there is no instant {value}", value=text), hint) from None


def read_clock(raw: object) -> time:
    """`09:00` or `9:00`; raises Wrong. `24:00` is no time of day, only the end of a range."""
    if isinstance(raw, time):
        return raw
    return clock(minute_of_day(typed(raw, say("a time of day"), "09:00")))


def clock(minute: int) -> time:
    """A minute of the day as a time; those past midnight count into the next day."""
    return time(minute // MINUTES % HOURS, minute % MINUTES)


def minute_of_day(text: str, *, end: bool = False) -> int:
    """Minutes from midnight of `09:00`, up to 1440 (`24:00`) where `end`; raises Wrong."""
    parts = _CLOCK.fullmatch(text)
    if parts is None:
        raise _not_a_time(text)
    hour, minute = int(parts[1]), int(parts[2])
    if end and (hour, minute) == (HOURS, 0):
        return MIDNIGHT
    if hour < HOURS and minute < MINUTES:
        return hour * MINUTES + minute
    if (hour, minute) == (HOURS, 0):
        raise instead("bad-time", say("a day begins at 00:00, not at 24:00"), "00:00")
    hint = say("times go from 00:00 to 23:59")
    raise Wrong("bad-time", say("there is no time {value}", value=text), hint)


def _not_a_time(text: str) -> Wrong:
    message = say('"{value}" is not a time of day', value=shown(text))
    meant = _clock_meant(text)
    if meant is None:
        return Wrong("bad-time", message, say("for example: {example}", example="09:00"))
    return instead("bad-time", message, f"{meant:%H:%M}")


def _clock_meant(text: str) -> time | None:
    """The time behind `9`, `9.30`, `0930`, `9am` or `9:30 PM`."""
    parts = _LOOSE_CLOCK.fullmatch(text)
    if parts is None:
        return None
    hour, minute, half = int(parts[1]), int(parts[2] or 0), (parts[3] or "").casefold()
    if half:
        if not 1 <= hour <= NOON:
            return None
        hour = hour % NOON + (NOON if half == "p" else 0)
    return time(hour, minute) if hour < HOURS and minute < MINUTES else None


def instants(on: date, minute: int, zone: ZoneInfo) -> tuple[datetime, ...]:
    """The instants at which the clocks of `zone` show that minute of that day.

    One as a rule; none where the clocks jump over it, two where they go back. `minute` may be
    beyond the day's end.
    """
    wall = datetime.combine(on, time()) + timedelta(minutes=minute)
    both = [wall.replace(tzinfo=zone, fold=fold) for fold in (0, 1)]
    real = [one for one in both if _shown_by_a_clock(one, zone)]
    same = len(real) == len(both) and real[0].utcoffset() == real[1].utcoffset()
    return tuple(real[:1] if same else real)


def _shown_by_a_clock(instant: datetime, zone: ZoneInfo) -> bool:
    back = instant.astimezone(UTC).astimezone(zone)
    return back.replace(tzinfo=None) == instant.replace(tzinfo=None)


Day = Annotated[date, ReadBy(read_day), text_schema(DAY_PATTERN, "2026-11-30")]
Instant = Annotated[
    datetime,
    ReadBy(read_instant),
    text_schema(
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ].*([Zz]|[+-][0-9]{2}:?[0-9]{2})$", "2026-11-30T09:00+02:00"
    ),
]
Clock = Annotated[time, ReadBy(read_clock), text_schema("^[0-9]{1,2}:[0-9]{2}$", "09:00")]
