"""Times of the day and lengths of work."""

from __future__ import annotations

from datetime import time

from vagen.locale.lists import vav
from vagen.locale.numbers import MINUS

_HOUR = 60
_HALF = 30


def clock(at: time) -> str:
    """`09:00`, on the 24-hour clock in every language."""
    return f"{at:%H:%M}"


def clock_range(start: time, end: time) -> str:
    """`09:00–17:00`."""
    return f"{clock(start)}\N{EN DASH}{clock(end)}"


def hours(minutes: int) -> str:
    """A length as a figure: `18:30`, `0:45`, `−1:10`."""
    full, rest = divmod(abs(minutes), _HOUR)
    return f"{MINUS if minutes < 0 else ''}{full}:{rest:02}"


def hours_words(minutes: int, language: str) -> str:
    """A length in words: `1 hour 10 minutes`, `11½ hours`; `שעה ו־10 דקות`, `שעתיים וחצי`."""
    length = (_hebrew if language == "he" else _english)(*divmod(abs(minutes), _HOUR))
    if minutes >= 0:
        return length
    return f"מינוס {length}" if language == "he" else f"minus {length}"


def _english(full: int, rest: int) -> str:
    if full and rest == _HALF:
        return f"{full:,}½ hours"
    parts = [f"{full:,} {'hour' if full == 1 else 'hours'}"] if full else []
    if rest or not full:
        parts.append(f"{rest} {'minute' if rest == 1 else 'minutes'}")
    return " ".join(parts)


def _hebrew(full: int, rest: int) -> str:
    if not full:
        return "חצי שעה" if rest == _HALF else _hebrew_minutes(rest)
    length = {1: "שעה", 2: "שעתיים"}.get(full) or f"{full:,} שעות"
    if not rest:
        return length
    more = "חצי" if rest == _HALF else _hebrew_minutes(rest)
    return f"{length} {vav(more)}{more}"


def _hebrew_minutes(minutes: int) -> str:
    return {1: "דקה", 2: "שתי דקות"}.get(minutes) or f"{minutes} דקות"
