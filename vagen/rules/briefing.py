"""A day on one screen: the agenda, sorted by what to do with it, every open task at most once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from vagen.model.workspace import Account, Workspace
from vagen.rules.absences import Absent
from vagen.rules.agenda import SOON, Agenda, Meeting, Running, agenda
from vagen.rules.clock import ahead, here
from vagen.rules.closing import closing
from vagen.rules.matters import Matter
from vagen.rules.pace import Pace
from vagen.rules.waits import Wait

_NEAR = timedelta(days=1)
_NOT_WORKED_FOR = ("lead", "discovery", "ended")


@dataclass(frozen=True, slots=True)
class Deadline:
    """An open task, and where it is due today or tomorrow: when its client's day ends then.

    `closes` is None where client and practice share a clock, or the client does not work.
    """

    matter: Matter
    closes: datetime | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for somebody, and its deadline."""

    wait: Wait
    deadline: Deadline


@dataclass(frozen=True, slots=True)
class Briefing:
    """What a day asks, from `now` on, told by the practice's clocks.

    `zones` are those of clients whose clocks show another time at `now`, from west to east.
    `following` is the first call after today. `first` is what is worth one's own attention;
    `coming` is due within a week, or late, and neither there nor waiting.
    """

    now: datetime
    zones: tuple[ZoneInfo, ...]
    calls: tuple[Meeting, ...]
    following: Meeting | None
    first: tuple[Deadline, ...]
    for_me: tuple[Waiting, ...]
    for_others: tuple[Waiting, ...]
    coming: tuple[Deadline, ...]
    low: tuple[Pace, ...]
    running: tuple[Running, ...]
    absences: tuple[Absent, ...]

    @property
    def today(self) -> date:
        """The day, as the practice's calendar has it."""
        return self.now.date()

    @property
    def until(self) -> date:
        """The last day of which deadlines and calls are told."""
        return self.today + timedelta(days=SOON)


def briefing(
    workspace: Workspace, now: datetime, language: str, broken: Iterable[str] = ()
) -> Briefing:
    """The day of the instant `now`. Of files that are `broken` (paths) only what is sure is told.

    A call whose time got lost has none, and hours of which some got lost are not added up.
    """
    found = agenda(workspace, now, language)
    meetings = tuple(one for one in found.meetings if _sure(one))
    zone = workspace.practice.timezone
    days = [here(one.begins, zone).date() for one in meetings]
    calls = days.count(found.today)  # meetings come in order and begin today
    shown = {_name(one) for one in found.pressing}
    return Briefing(
        now=here(now, zone),
        zones=_other_zones(workspace, now),
        calls=meetings[:calls],
        following=next(iter(meetings[calls:]), None),
        first=tuple(_deadline(one, found.today, zone) for one in found.pressing),
        for_me=_waiting(found.waits_for_me, shown, found.today, zone),
        for_others=_waiting(found.waits_for_others, shown, found.today, zone),
        coming=_coming(found, shown, zone),
        low=_low(found.paces, tuple(broken)),
        running=found.running,
        absences=_near(found),
    )


def _sure(meeting: Meeting) -> bool:
    call, client = meeting.call, meeting.account.client
    if call.zone is None and client.lacks("timezone"):
        return False
    return not call.lacks("every", "at", "zone", "since", "until")


def _other_zones(workspace: Workspace, now: datetime) -> tuple[ZoneInfo, ...]:
    """One zone a difference: clients of Paris and Berlin need no two clocks."""
    mine = workspace.practice.timezone
    found: dict[int, ZoneInfo] = {}
    for account in workspace.accounts:
        client = account.client
        if client.status in _NOT_WORKED_FOR or client.lacks("timezone"):
            continue
        found.setdefault(ahead(client.timezone, mine, now), client.timezone)
    return tuple(zone for minutes, zone in sorted(found.items()) if minutes)


def _name(matter: Matter) -> tuple[str, str]:
    return matter.account.id, matter.task.id


def _deadline(matter: Matter, today: date, zone: ZoneInfo) -> Deadline:
    day, client = matter.task.due, matter.account.client
    if day is None or not today <= day <= today + _NEAR or client.lacks("timezone", "hours"):
        return Deadline(matter)
    closes = closing(client, day)
    same = closes is None or ahead(client.timezone, zone, closes) == 0
    return Deadline(matter, None if same else closes)


def _waiting(
    waits: tuple[Wait, ...], shown: set[tuple[str, str]], today: date, zone: ZoneInfo
) -> tuple[Waiting, ...]:
    return tuple(
        Waiting(one, _deadline(one.matter, today, zone))
        for one in waits
        if _name(one.matter) not in shown
    )


def _coming(found: Agenda, shown: set[tuple[str, str]], zone: ZoneInfo) -> tuple[Deadline, ...]:
    waiting = {_name(one.matter) for one in found.waits}
    last = found.today + timedelta(days=SOON)
    return tuple(
        _deadline(one, found.today, zone)
        for one in found.deadlines
        if one.task.due and one.task.due <= last and _name(one) not in shown | waiting
    )


def _low(paces: tuple[Pace, ...], broken: tuple[str, ...]) -> tuple[Pace, ...]:
    low = [one for one in paces if one.low and _counted(one.account, broken)]
    return tuple(sorted(low, key=lambda one: (one.month.left, one.account.id)))


def _counted(account: Account, broken: tuple[str, ...]) -> bool:
    """Whether all that a retainer is reckoned from could be read."""
    agreement = account.client.agreement
    logs = f"{account.folder}/time/"
    whole = agreement is not None and agreement.whole and not account.client.lacks("timezone")
    return whole and not any(path.startswith(logs) for path in broken)


def _near(found: Agenda) -> tuple[Absent, ...]:
    last = found.today + timedelta(days=SOON)
    return tuple(one for one in found.absences if one.days.since <= last)
