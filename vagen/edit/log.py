"""The commands of the time log: an entry typed whole, and a timer begun, ended or taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from vagen.edit.asked import TYPED, client_meant, line_typed, unknown_names
from vagen.edit.change import Edit
from vagen.edit.draft import Draft
from vagen.edit.timer import (
    Running,
    begun,
    closed,
    later,
    running,
)
from vagen.problems import Problem, Span, say
from vagen.rules.clock import moment
from vagen.rules.timers import two_timers
from vagen.source.glance import Basics, Glance


def log(glance: Glance, client: str, typed: str, when: date | datetime, on: date | None) -> Edit:
    """The entry in `typed` goes to `on`, else to the day that it is in the practice's zone."""
    basics = glance.basics()
    if not isinstance(basics, Basics):
        return Edit(problems=tuple(basics), texts=glance.texts)
    draft, now = Draft(glance, basics), moment(when, basics.zone)
    name = client_meant(client, glance.clients())
    if isinstance(name, Problem):
        return draft.refused(name, typed=client)
    day = on or now.astimezone(basics.zone).date()
    entry, line, problems = line_typed(typed, day, basics.zone)
    problems += unknown_names(entry, name, glance, basics) if entry else []
    if entry is None or problems:
        return draft.refused(*problems, typed=line)
    problems = draft.add(name, entry, line, "logged")
    if problems:
        return draft.refused(*problems, typed=line)
    return draft.edit(_ahead(draft, now, on))


def start(  # noqa: PLR0913 - the words of one command
    glance: Glance, client: str, typed: str, when: date | datetime, at: str, *, switch: bool
) -> Edit:
    """An open range from now on, or from `at` today; with `switch` the running one ends there."""
    basics = glance.basics()
    if not isinstance(basics, Basics):
        return Edit(problems=tuple(basics), texts=glance.texts)
    draft, now = Draft(glance, basics), moment(when, basics.zone)
    name = client_meant(client, glance.clients())
    if isinstance(name, Problem):
        return draft.refused(name, typed=client)
    entry, line, problems = begun(draft, name, typed, now, at)
    problems += unknown_names(entry, name, glance, basics) if entry else []
    if entry is None or problems:
        return draft.refused(*problems, typed=line)
    others = [one for one in running(draft, now) if one.entry.person == entry.person]
    if len(others) > 1 or (others and not switch):
        return draft.refused(*(_twice(others) or [_running_already(others[0])]))
    for timer in others:
        problems, ended = _ended(draft, timer, now, Stop(at=at))
        if problems:
            return draft.refused(*problems, typed=ended)
    problems = draft.add(name, entry, line, "started")
    return draft.refused(*problems, typed=line) if problems else draft.edit()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """How a timer ends: at a time other than now, with other words, for whom, or not at all."""

    at: str = ""
    typed: str = ""
    person: str | None = None
    drop: bool = False


def stop(glance: Glance, when: date | datetime, how: Stop) -> Edit:
    """The running timer of the owner (or of a person) gets its end, or is taken back."""
    basics = glance.basics()
    if not isinstance(basics, Basics):
        return Edit(problems=tuple(basics), texts=glance.texts)
    draft, now = Draft(glance, basics), moment(when, basics.zone)
    timers = [one for one in running(draft, now) if one.entry.person == how.person]
    if len(timers) > 1:
        return draft.refused(*_twice(timers))
    if not timers:
        return draft.refused(_none_runs(running(draft, now)))
    (timer,) = timers
    if how.drop:
        problems, line = draft.retype(timer.client, timer.entry, None, "", "dropped"), ""
    else:
        problems, line = _ended(draft, timer, now, how)
    return draft.refused(*problems, typed=line) if problems else draft.edit()


def status(glance: Glance, when: date | datetime) -> tuple[Edit, tuple[Running, ...]]:
    """All running timers; more than one of a person is a problem."""
    basics = glance.basics()
    if not isinstance(basics, Basics):
        return Edit(problems=tuple(basics), texts=glance.texts), ()
    draft = Draft(glance, basics)
    timers = running(draft, moment(when, basics.zone))
    return Edit(problems=tuple(_twice(timers)), texts=glance.texts), tuple(timers)


def _ended(draft: Draft, timer: Running, now: datetime, how: Stop) -> tuple[list[Problem], str]:
    """The timer gets its end: what keeps it from that, and the line as it would be."""
    entry, line, problems = closed(draft, timer, now, at=how.at, words=how.typed)
    if entry is None or problems:
        return problems, line
    if how.typed:
        problems = unknown_names(entry, timer.client, draft.glance, draft.basics)
    problems = problems or draft.retype(timer.client, timer.entry, entry, line, "stopped")
    return problems, line


def _twice(timers: list[Running]) -> list[Problem]:
    return list(two_timers(timer.entry for timer in timers))


def _running_already(timer: Running) -> Problem:
    return Problem(
        timer.entry.at,
        "timer-running",
        say(
            "a timer is running for {client} since {time}: {text}",
            client=timer.client,
            time=f"{timer.entry.start:%H:%M}",
            text=timer.entry.text,
        ),
        say("end it with: vagen stop, or end it and start this one with: --switch"),
    )


def _none_runs(others: list[Running]) -> Problem:
    hint = say("log it whole: vagen log CLIENT {line}", line='"09:00-10:30 …"')
    if others:
        hint = say("another one runs: vagen stop --person {name}", name=others[0].entry.person)
        if others[0].entry.person is None:
            hint = say("your own runs: vagen stop")
    return Problem(Span(TYPED), "no-timer", say("no timer is running"), hint)


def _ahead(draft: Draft, now: datetime, on: date | None) -> tuple[Problem, ...]:
    """A warning for what is logged before it was done: after midnight, mostly yesterday's work."""
    (done,) = draft.done
    entry, today = done.entry, now.astimezone(draft.basics.zone).date()
    if entry is None:
        return ()
    if entry.on > today:
        hint = say("today is {today}", today=today.isoformat())
    elif (
        entry.on == today and entry.start_instant and later(entry.start_instant, now) and on is None
    ):
        yesterday = date.fromordinal(today.toordinal() - 1).isoformat()
        hint = say("if it was yesterday: undo it, and log it with --on {day}", day=yesterday)
    else:
        return ()
    message = say("this is logged for a time that has not come")
    return (Problem(done.at, "log-in-future", message, hint, "warning"),)
