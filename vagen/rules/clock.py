"""What the clock on someone's wall says: instants, days and minutes of a day in a zone."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from vagen.model.calendar import MIDNIGHT

Zone = str | ZoneInfo
"""An IANA zone, by name or opened."""


def opened(zone: Zone) -> ZoneInfo:
    """The zone itself."""
    return ZoneInfo(zone) if isinstance(zone, str) else zone


def here(now: datetime, zone: Zone) -> datetime:
    """The aware instant `now` as the clocks of an IANA zone show it."""
    return now.astimezone(opened(zone))


def moment(when: date | datetime, zone: Zone) -> datetime:
    """The instant that somebody means by `when`: a date is its noon in a zone.

    A datetime keeps its offset; one without is told by the clocks of the zone.
    """
    if isinstance(when, datetime):
        return when if when.tzinfo else when.replace(tzinfo=opened(zone))
    return at(when, MIDNIGHT // 2, zone)


def today(now: datetime, zone: Zone) -> date:
    """The date in an IANA zone at the aware instant `now`."""
    return here(now, zone).date()


def at(day: date, minute: int, zone: Zone) -> datetime:
    """The instant at which the clocks of a zone show that minute of that day.

    Where they show it twice, the first; where they jump over it, as much later as they jump
    (RFC 5545 3.3.5). `minute` may lie before the day or beyond its end.
    """
    wall = datetime.combine(day, time()) + timedelta(minutes=minute)
    instant = wall.replace(tzinfo=opened(zone))
    return here(here(instant, "UTC"), zone)


def minute_on(instant: datetime, day: date, zone: Zone) -> int:
    """The minute that the clocks of a zone show at `instant`, counted from midnight of `day`.

    Below 0 on the days before, 1440 and more on the days after.
    """
    local = here(instant, zone)
    return (local.date() - day).days * MIDNIGHT + local.hour * 60 + local.minute


def ahead(one: Zone, other: Zone, now: datetime) -> int:
    """By how many minutes the clocks of `one` are ahead of those of `other` at `now`."""
    wall = here(now, one).replace(tzinfo=None) - here(now, other).replace(tzinfo=None)
    return round(wall.total_seconds()) // 60
