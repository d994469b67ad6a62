"""What was typed at the command: a client's name, a line of the log. Its problems have no file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

from vagen.model.entry import Entry, overlaps
from vagen.problems import Problem, Span, say
from vagen.rules.collision import collision
from vagen.rules.reference import CLIENT, KIND, PERSON, TASK, missing
from vagen.source.glance import Basics, Glance
from vagen.source.text import read_text
from vagen.source.timelog import read_day_block

TYPED = ""
"""The path of a place in what was typed."""


def client_meant(typed: str, known: Iterable[str]) -> str | Problem:
    """The client with this id, or the only one whose id begins so."""
    names = sorted(known)
    name = typed.strip().casefold()
    begun = [one for one in names if name and one.startswith(name)]
    if name in names:
        return name
    if len(begun) == 1:
        return begun[0]
    at = Span(TYPED, 1, 1, max(1, len(typed)))
    if begun:
        return Problem(
            at,
            "ambiguous-client",
            say('several clients begin with "{name}"', name=typed),
            say("type more of it: {names}", names=", ".join(begun)),
        )
    return next(missing(CLIENT, typed or "?", names, at))


def line_typed(typed: str, on: date, zone: ZoneInfo) -> tuple[Entry | None, str, list[Problem]]:
    """The entry in a line of the log, the line itself, and what is wrong with it."""
    data = typed.encode("utf-8", "surrogateescape")
    text, problems = read_text(data, TYPED)
    errors = [one for one in problems if one.severity == "error"]
    if text is None or errors:
        return None, typed, errors
    line = text.strip()
    at = Span(TYPED, 1, 1, max(1, len(line.split("\n")[0])))
    if not line or "\n" in line:
        message = say("there is no entry in this") if not line else say("these are several lines")
        hint = say("type one entry, for example: {example}", example="45m Inbox triage #email")
        return None, line, [Problem(at, "bad-log-line", message, hint)]
    entries, wrong = read_day_block(on, line, Span(TYPED), zone)
    return (entries[0] if entries else None), line, list(wrong)


def unknown_names(entry: Entry, client: str, glance: Glance, basics: Basics) -> list[Problem]:
    """The kind, the task and the person of an entry, where they do not exist."""
    tasks = glance.tasks(client) if entry.task else ()
    names = None if tasks is None else [task.id for task in tasks]
    return [
        *missing(KIND, entry.kind, basics.kinds, entry.marker_span("#")),
        *(missing(TASK, entry.task, names, entry.marker_span("@")) if names is not None else ()),
        *missing(PERSON, entry.person, glance.people(), entry.marker_span("+")),
    ]


def collisions(entry: Entry, others: Iterable[Entry]) -> list[Problem]:
    """The entries of the same person that share time with one that is about to be written."""
    met = [pair for pair in overlaps([*others, entry]) if any(one is entry for one in pair)]
    return [collision(second if first is entry else first, entry) for first, second in met]
