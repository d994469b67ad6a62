"""The time at the head of a line of the time log."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from zoneinfo import ZoneInfo

from vagen.model.calendar import HOURS, MIDNIGHT, clock, minute_of_day
from vagen.model.duration import HOUR, duration_meant, read_minutes, spell
from vagen.model.typed import instead, shown, visible
from vagen.problems import Wrong, say
from vagen.source.logrange import CLOCK, DASH, Worked, placed, read_range, reading

MOST_WITH_COLON = 6 * HOUR
"""From here on `9:00` is rather a clock time that lost its other end than a duration."""

_UNIT = "h|hr|hrs|hours?|m|min|mins|minutes?|שעה|שעות|דקה|דקות"
_LOOSE_RANGE = re.compile(rf"([0-9apmAPM.:]+){DASH}([0-9apmAPM.:]*)")
_APART: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = (
    (
        re.compile(rf"({CLOCK})(?:\s+{DASH}\s*|{DASH}\s+)({CLOCK})(?!\S)"),
        lambda found: f"{found[1]}-{found[2]}",
    ),
    (re.compile(rf"({CLOCK})\s+{DASH}(?!\S)"), lambda found: f"{found[1]}-"),
    (
        re.compile(
            rf"(?:[0-9]+h\s+[0-9]+m|[0-9]+(?:[.,][0-9]+)?\s+(?:{_UNIT}))(?!\S)", re.IGNORECASE
        ),
        lambda found: duration_meant(found[0]),
    ),
)
_FORMS = say(
    "a line begins with a time ({examples}), then says what was done",
    examples="09:00-10:30, 45m, 1h15m, 14:00-",
)


def read_time(line: str, on: date, zone: ZoneInfo) -> tuple[Worked, int]:
    """The time that a line begins with, and the column behind it, from 0; raises Wrong.

    The line has no space at its head. Wrong's offset and replacement belong to the line.
    """
    for pattern, together in _APART:
        found = pattern.match(line)
        meant = together(found) if found else None
        if found and meant:
            raise _typed_apart(found[0], meant, on, zone)
    word = line.split(maxsplit=1)[0]
    return _read_word(visible(word), on, zone), len(word)


def _typed_apart(text: str, meant: str, on: date, zone: ZoneInfo) -> Wrong:
    try:
        _read_word(meant, on, zone)
    except Wrong as wrong:
        return Wrong(wrong.code, wrong.message, wrong.hint, offset=0, width=len(text))
    return Wrong(
        "bad-log-line",
        say('the time "{value}" is typed with spaces', value=shown(text)),
        say("type: {replacement}", replacement=meant),
        replacement=meant,
        offset=0,
        width=len(text),
    )


def _read_word(word: str, on: date, zone: ZoneInfo) -> Worked:
    found = reading(word, on, zone)
    if found:
        return read_range(found, on, zone)
    loose = _LOOSE_RANGE.fullmatch(word)
    if loose:
        raise _not_a_range(loose, on, zone)
    try:
        minutes = read_minutes(word)
    except Wrong as wrong:
        if word.isdecimal() and int(word) > HOURS:
            wrong = instead("bad-duration", wrong.message, f"{word}m")
        if word[:1].isdecimal() and not re.search(DASH, word):
            raise placed(wrong, 0, len(word)) from None
        message = say('"{value}" is not a time', value=shown(word))
        raise Wrong("bad-log-line", message, _FORMS, offset=0, width=max(1, len(word))) from None
    return _duration(word, minutes)


def _duration(word: str, minutes: int) -> Worked:
    if ":" in word and (minutes >= MOST_WITH_COLON or word.index(":") > 1):
        message = say("is {value} a time of day, or a duration?", value=word)
        hint = say(
            "type {open} while you are at it, {range} with its end, or {duration}",
            open=f"{word}-",
            range=f"{word}-…",
            duration=spell(minutes),
        )
        raise Wrong("bad-log-line", message, hint, offset=0, width=len(word))
    if 0 < minutes <= MIDNIGHT:
        return Worked(minutes=minutes)
    message = say("{value} is no stretch of a day", value=word)
    raise Wrong("bad-duration", message, say("type 1m to 24h"), offset=0, width=len(word))


def _not_a_range(loose: re.Match[str], on: date, zone: ZoneInfo) -> Wrong:
    """What is wrong with `9-10`, `9:00-10` or `9am-10am`, with its cure where that is certain."""
    message = say('"{value}" is not a range of times', value=shown(loose[0]))
    times = [_corrected(end) for end in loose.groups() if end]
    meant = "-".join(f"{one}" for one in times) + ("" if loose[2] else "-")
    try:
        _read_word(meant, on, zone)
    except Wrong:
        return Wrong("bad-log-line", message, _FORMS, offset=0, width=len(loose[0]))
    hint = say("type: {replacement}", replacement=meant)
    return Wrong("bad-log-line", message, hint, replacement=meant, offset=0, width=len(loose[0]))


def _corrected(text: str) -> str | None:
    try:
        return f"{clock(minute_of_day(text)):%H:%M}"
    except Wrong as wrong:
        return wrong.replacement
