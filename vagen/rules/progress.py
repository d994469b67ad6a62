"""What a progress update tells: what was finished, what goes on, what waits for the client.

Only what that client may read: no private task, nothing from the inbox, and of the log the hours
by kind, where the client sees hours at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from vagen.model.client import Client
from vagen.model.entry import Entry
from vagen.model.practice import Practice
from vagen.model.task import Task
from vagen.model.workspace import Account, UpdateFile
from vagen.rules.kinds import kind_of
from vagen.rules.letters import sent
from vagen.rules.portals import shows

FIRST_DAYS = 7
"""How many days the first update looks back on: those before were told by other means."""
NEXT_SHOWN = 5
"""How many of the tasks to come are named, those due first: more is a plan, not an update."""


@dataclass(frozen=True, slots=True)
class KindHours:
    """Minutes of one kind of work, as the client reads its name; empty for time without a kind."""

    label: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Progress:
    """The days from `since` to `until`, both included.

    `hours` has most minutes first; it is empty where the client sees no hours.
    """

    since: date
    until: date
    done: tuple[Task, ...] = ()
    doing: tuple[Task, ...] = ()
    needed: tuple[Task, ...] = ()
    next: tuple[Task, ...] = ()
    hours: tuple[KindHours, ...] = ()

    @property
    def minutes(self) -> int:
        """All minutes that the client sees."""
        return sum(kind.minutes for kind in self.hours)


def progress(account: Account, practice: Practice, on: date) -> Progress:
    """What an update of the day `on` has to tell since the one before it.

    It begins on the day after that one. A task that was finished on that very day is told, too,
    unless the update before names it: it may have been finished in the evening.
    """
    before = last_update(account, on)
    since = _first_day(account.client, before, on)
    open_tasks = sorted(shown_tasks(account), key=_urgency)
    return Progress(
        since=since,
        until=on,
        done=tuple(_finished(account, before, since, on)),
        doing=tuple(task for task in open_tasks if task.lane == "doing"),
        needed=tuple(task for task in open_tasks if task.lane == "waiting"),
        next=tuple(task for task in open_tasks if task.lane == "next")[:NEXT_SHOWN],
        hours=_hours(account, practice, since, on),
    )


def last_update(account: Account, on: date) -> UpdateFile | None:
    """The newest update before the day `on`; a draft has told nobody anything."""
    return next(iter(sent(account, on - timedelta(days=1))), None)


def shown_tasks(account: Account) -> tuple[Task, ...]:
    """The tasks that the client may know of: neither private ones nor the inbox."""
    return tuple(task for task in account.tasks if task.lane is not None and not task.private)


def _first_day(client: Client, before: UpdateFile | None, on: date) -> date:
    if before is not None:
        return before.on + timedelta(days=1)
    first = on - timedelta(days=FIRST_DAYS - 1)
    return max(first, client.since) if client.since and client.since <= on else first


def _finished(account: Account, before: UpdateFile | None, since: date, on: date) -> Iterable[Task]:
    """By the day on which they were done."""
    told = " ".join(block.words for block in before.prose) if before else ""
    finished = [task for task in shown_tasks(account) if task.lane == "done" and task.done]
    for task in sorted(finished, key=lambda task: (task.done or on, task.id)):
        day = task.done or on
        late = before is not None and day == before.on and not _named(task, told, account)
        if since <= day <= on or late:
            yield task


def _named(task: Task, told: str, account: Account) -> bool:
    return " ".join(task.title.within(account.client.language).split()) in told


def _urgency(task: Task) -> tuple[date, date, str]:
    return task.due or date.max, task.start or date.max, task.id


def _hours(account: Account, practice: Practice, since: date, until: date) -> tuple[KindHours, ...]:
    if not shows(account.client, "time"):
        return ()
    minutes: dict[str, int] = {}
    for entry in account.entries:
        if since <= entry.on <= until and entry.minutes:
            label = _label(entry, account, practice)
            minutes[label] = minutes.get(label, 0) + entry.minutes
    most_first = sorted(minutes.items(), key=lambda one: (not one[0], -one[1], one[0]))
    return tuple(KindHours(label, total) for label, total in most_first)


def _label(entry: Entry, account: Account, practice: Practice) -> str:
    name = kind_of(entry, account)
    kind = practice.kind(name) if name else None
    return kind.label.within(account.client.language) if kind else ""
