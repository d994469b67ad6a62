"""A range of clock times in the time log, and the instants that the zone's clocks give it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from vagen.model.calendar import MIDNIGHT, MINUTES, clock, instants, minute_of_day
from vagen.model.duration import HOUR, spell
from vagen.problems import Wrong, say

MOST_PAST_MIDNIGHT = 16 * HOUR
"""A range that would run on longer into the next day is rather one with its ends swapped."""

CLOCK = "[0-9]{1,2}:[0-9]{2}"
DASH = "[-–—־]"
_OFFSET = "[+-][0-9]{2}:[0-9]{2}"
# An offset's minus looks like a range's dash, so every reading is tried, the plainest first.
_RANGES = tuple(
    re.compile(f"(?P<start>{CLOCK}){started}{DASH}{ended}")
    for ended in (f"(?P<end>{CLOCK})", "", f"(?P<end>{CLOCK})(?P<end_offset>{_OFFSET})")
    for started in ("", f"(?P<start_offset>{_OFFSET})")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """A stretch of time: a duration, or a range with its instants; 0 minutes while open."""

    minutes: int
    start: time | None = None
    end: time | None = None
    start_instant: datetime | None = None
    end_instant: datetime | None = None
    open: bool = False


def reading(word: str, on: date, zone: ZoneInfo) -> re.Match[str] | None:
    """The word as a range, in the reading whose offsets the zone has; None if it is no range."""
    readings = [found for pattern in _RANGES if (found := pattern.fullmatch(word))]
    fitting = (one for one in readings if _offsets_fit(one, on, zone))
    # A plus can only be an offset, even one that does not fit.
    return next(fitting, readings[0] if readings and "+" in word else None)


def placed(wrong: Wrong, offset: int, width: int) -> Wrong:
    """The same mistake at a place within the line."""
    return Wrong(
        wrong.code,
        wrong.message,
        wrong.hint,
        replacement=wrong.replacement,
        offset=offset,
        width=width,
    )


def _offsets_fit(found: re.Match[str], on: date, zone: ZoneInfo) -> bool:
    """Whether every offset typed is one that the clocks have then, that day or the next."""
    for end in ("start", "end"):
        offset = found.groupdict().get(f"{end}_offset")
        if offset is None:
            continue
        try:
            minute = minute_of_day(found[end], end=end == "end")
        except Wrong:
            return False
        days = (minute, minute + MIDNIGHT)
        if not any(_offset(one) == offset for day in days for one in instants(on, day, zone)):
            return False
    return True


def read_range(found: re.Match[str], on: date, zone: ZoneInfo) -> Worked:
    """What a range comes to; raises Wrong (no such time, a time that is twice, ends swapped)."""
    ends = found.groupdict()
    first = _minute(found, "start")
    start = _instant(found, "start", first, on, zone)
    if ends.get("end") is None:
        return Worked(minutes=0, start=clock(first), start_instant=start, open=True)
    last = _minute(found, "end")
    end = _instant(found, "end", _day_of_end(found, first, last, on, zone), on, zone)
    # Time stamps, because within one zone Python compares the wall clock alone.
    minutes = int(end.timestamp() - start.timestamp()) // MINUTES
    if minutes > 0 and (last > first or minutes <= MOST_PAST_MIDNIGHT):
        return Worked(
            minutes=minutes,
            start=clock(first),
            end=clock(last),
            start_instant=start,
            end_instant=end,
        )
    raise _reversed(found, minutes)


def _day_of_end(found: re.Match[str], first: int, last: int, on: date, zone: ZoneInfo) -> int:
    """The end in minutes of the start's day; an end that is no later on the clock is a day later,
    but for one after the clocks were turned back.
    """
    if last > first:
        return last
    offset = found.groupdict().get("end_offset")
    fits = offset and offset in [_offset(one) for one in instants(on, last, zone)]
    turned_back = fits and found.groupdict().get("start_offset") not in (None, offset)
    return last if turned_back else last + MIDNIGHT


def _reversed(found: re.Match[str], minutes: int) -> Wrong:
    word = found[0]
    if found["start"] == found["end"] or minutes <= 0:
        message = say("{value} ends when it begins, or before", value=word)
        hint = say("type its end, or leave it open: {open}", open=f"{found['start']}-")
    else:
        message = say(
            "{value} would go on for {spelled}, past midnight", value=word, spelled=spell(minutes)
        )
        hint = say("did you mean {near}?", near=f"{found['end']}-{found['start']}")
    return Wrong("bad-log-line", message, hint, offset=0, width=len(word))


def _minute(found: re.Match[str], end: str) -> int:
    try:
        return minute_of_day(found[end], end=end == "end")
    except Wrong as wrong:
        raise placed(wrong, found.start(end), len(found[end])) from None


def _instant(found: re.Match[str], end: str, minute: int, on: date, zone: ZoneInfo) -> datetime:
    offset = found.groupdict().get(f"{end}_offset")
    known = instants(on, minute, zone)
    fitting = [one for one in known if offset in (None, _offset(one))]
    if len(fitting) == 1:
        return fitting[0]
    begins, stops = found.start(end), found.end(f"{end}_offset" if offset else end)
    before, after = found.string[:begins], found.string[stops:]
    times = [f"{before}{found[end]}{_offset(one)}{after}" for one in known]
    if not known:
        message = say("the clocks jump over {value} on this day", value=found[end])
        # Python counts a time that was jumped over by the offset before the jump.
        wall = datetime.combine(on, time(), zone) + timedelta(minutes=minute)
        near = datetime.fromtimestamp(wall.timestamp(), zone)
        hint = say("did you mean {near}?", near=f"{near:%H:%M}")
    elif fitting:
        message = say("the clocks show {value} twice on this day", value=found[end])
        hint = say("type {either} or {other}", either=times[0], other=times[1])
    else:
        message = say("the clocks are not at {offset} then", offset=offset)
        hint = say("type: {replacement}", replacement=" / ".join(times))
    raise placed(Wrong("bad-time", message, hint), begins, stops - begins)


def _offset(instant: datetime) -> str:
    return f"{instant:%z}"[:3] + ":" + f"{instant:%z}"[3:5]
