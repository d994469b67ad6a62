"""How logged minutes become billed ones: rounded by entry, day, line or the whole invoice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from vagen.model.client import Client
from vagen.model.invoicing import RoundingMode, TimeRounding
from vagen.model.practice import Practice

Logged = tuple[date, int]
"""The day of an entry, and its minutes."""

_HOUR = 60


def rounding_of(practice: Practice, client: Client) -> TimeRounding:
    """How a client's time is rounded: by the agreement, else by the practice, else not at all."""
    agreed = client.agreement.rounding if client.agreement else None
    return agreed or practice.invoice.rounding or TimeRounding()


def billed(lines: Mapping[str, Iterable[Logged]], how: TimeRounding) -> dict[str, int]:
    """The minutes to bill on each line.

    By `invoice` the sum of all lines is rounded, and the longest line takes the difference.
    """
    found = {name: _of_line(list(entries), how) for name, entries in lines.items()}
    if how.scope == "invoice" and found:
        whole = sum(found.values())
        longest = max(found, key=lambda name: found[name])
        found[longest] += rounded_minutes(whole, how.increment, how.mode) - whole
    return found


def rounded_minutes(minutes: int, increment: int, mode: RoundingMode) -> int:
    """The multiple of `increment` above, below or nearest; half of one goes up."""
    if increment <= 1:
        return minutes
    full, rest = divmod(minutes, increment)
    up = rest > 0 if mode == "up" else mode == "nearest" and 2 * rest >= increment
    return (full + (1 if up else 0)) * increment


def in_hours(minutes: int) -> Decimal:
    """Hours to be printed beside a rate, in hundredths: 1h20m is 1.33."""
    return (Decimal(minutes) / _HOUR).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def _of_line(entries: list[Logged], how: TimeRounding) -> int:
    match how.scope:
        case "entry":
            return sum(rounded_minutes(one, how.increment, how.mode) for _, one in entries)
        case "day":
            days: dict[date, int] = {}
            for day, minutes in entries:
                days[day] = days.get(day, 0) + minutes
            return sum(rounded_minutes(one, how.increment, how.mode) for one in days.values())
        case "line":
            whole = sum(minutes for _, minutes in entries)
            return rounded_minutes(whole, how.increment, how.mode)
        case "invoice":
            return sum(minutes for _, minutes in entries)
