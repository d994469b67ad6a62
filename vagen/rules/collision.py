"""Two entries of one person at one time: what is said of the later one."""

from __future__ import annotations

from vagen.model.entry import Entry
from vagen.problems import Problem, say


def collision(first: Entry, second: Entry) -> Problem:
    """`second` shares time with `first`."""
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
