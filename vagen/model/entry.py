"""An entry of the time log."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from vagen.problems import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What somebody did on a day, and for how long.

    `minutes` is 0 while a range is `open`. `start` to `end` is set for ranges only: wall-clock
    times in the practice's zone, with the instants they stand for; an end at or before its start
    on the clock is on the next day. `person` is None for the owner. `marks` tell where each
    marker stands, by its sign.
    """

    on: date
    minutes: int
    text: str
    at: Span
    start: time | None = None
    end: time | None = None
    start_instant: datetime | None = None
    end_instant: datetime | None = None
    open: bool = False
    kind: str | None = None
    task: str | None = None
    person: str | None = None
    billable_mark: bool = True
    marks: tuple[tuple[str, Span], ...] = ()

    def marker_span(self, sign: str) -> Span:
        """Where the name behind a marker's sign (`#`, `@`, `+`) stands, else the whole line."""
        return dict(self.marks).get(sign, self.at)


def overlaps(entries: Iterable[Entry]) -> tuple[tuple[Entry, Entry], ...]:
    """The pairs of entries of one person that share time, in the order of their starts.

    An entry is paired once, with the one before it that lasts longest. An open range only
    counts with its start. Durations have no place in time and never overlap.
    """
    by_person: dict[str, list[tuple[datetime, datetime, Entry]]] = {}
    for entry in entries:
        if entry.start_instant is not None:
            span = (entry.start_instant, entry.end_instant or entry.start_instant, entry)
            by_person.setdefault(entry.person or "", []).append(span)
    found = [pair for ranges in by_person.values() for pair in _pairs(ranges)]
    return tuple((first, second) for _, first, second in sorted(found, key=lambda pair: pair[0]))


def _pairs(
    ranges: list[tuple[datetime, datetime, Entry]],
) -> Iterable[tuple[datetime, Entry, Entry]]:
    # A range goes before an open one of the same start, which then falls into it. Instants are
    # compared by their time stamp: within one zone Python compares the wall clock alone.
    ordered = sorted(ranges, key=lambda one: (one[0].timestamp(), -one[1].timestamp()))
    latest = None
    for start, end, entry in ordered:
        if latest and start.timestamp() < latest[0]:
            yield start, latest[1], entry
        if latest is None or end.timestamp() > latest[0]:
            latest = (end.timestamp(), entry)
