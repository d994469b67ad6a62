"""Open ranges of the log: a person has one at most, and it is not a day old."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from vagen.model.duration import HOUR, spell
from vagen.model.entry import Entry
from vagen.problems import Problem, say

LONGEST = 12 * HOUR
"""Minutes after which a timer was rather forgotten: its end has to be said."""

_MINUTE = 60


def minutes_since(start: datetime, now: datetime) -> int:
    """Whole minutes as the clock on the wall counts them: nobody types its seconds."""
    return int(now.timestamp() // _MINUTE) - int(start.timestamp() // _MINUTE)


def two_timers(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Of several open ranges of a person every one but the first is a problem."""
    firsts: dict[str | None, Entry] = {}
    for entry in entries:
        if not entry.open:
            continue
        first = firsts.setdefault(entry.person, entry)
        if first is not entry:
            yield Problem(
                entry.at,
                "two-timers",
                say(
                    "two timers run at once: this one and {place}, since {time}",
                    place=f"{first.at.path}:{first.at.line}",
                    time=f"{first.start:%H:%M}",
                ),
                say("type the end of one of them behind its dash, or delete its line"),
            )


def forgotten(entry: Entry, now: datetime) -> Problem | None:
    """An open range that has been so for longer than anybody works."""
    if not entry.open or entry.start_instant is None:
        return None
    minutes = minutes_since(entry.start_instant, now)
    if minutes <= LONGEST:
        return None
    return Problem(
        entry.at,
        "timer-forgotten",
        say(
            "this timer has been running for {spelled}; until it ends it counts nothing",
            spelled=spell(minutes),
        ),
        say("say when the work ended: vagen stop --at 17:30, or type it behind the dash"),
    )


def mildly(problem: Problem) -> Problem:
    """As a warning: a forgotten timer holds no page up."""
    return replace(problem, severity="warning")
