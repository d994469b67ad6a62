"""Two dates of a record of which one can't be before the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vagen.model.record import Record
from vagen.problems import Problem, say


def in_order(
    record: Record, first: str, since: date | None, last: str, until: date | None
) -> Iterator[Problem]:
    """The problem that `until` is before `since`; each stands at its key, where it is known."""
    if since is None or until is None or since <= until:
        return
    yield Problem(
        record.place(last),
        "dates-reversed",
        say(
            '"{last}" ({until}) is before "{first}" ({since})',
            last=last,
            until=until.isoformat(),
            first=first,
            since=since.isoformat(),
        ),
        say("change one of the two dates"),
    )
