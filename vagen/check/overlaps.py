"""One person can't do two things at once: overlapping ranges in the logs of all clients."""

from __future__ import annotations

from datetime import datetime

from vagen.model.entry import Entry, overlaps
from vagen.model.workspace import Workspace
from vagen.problems import Problem, say


def overlapping(workspace: Workspace, now: datetime) -> tuple[Problem, ...]:
    """Every pair of entries of one person that share time, told at the later one."""
    del now
    entries = [entry for account in workspace.accounts for entry in account.entries]
    return tuple(_problem(first, second) for first, second in overlaps(entries))


def _problem(first: Entry, second: Entry) -> Problem:
    return Problem(
        second.at,
        "overlapping-times",
        say(
            "this overlaps with {place}: {times} {text}",
            place=f"{first.at.path}:{first.at.line}",
            times=_times(first),
            text=first.text,
        ),
        say("change one of the times, or add +name where somebody else did it"),
    )


def _times(entry: Entry) -> str:
    start = f"{entry.start:%H:%M}" if entry.start else ""
    return f"{start}-{entry.end:%H:%M}" if entry.end else f"{start}-"
