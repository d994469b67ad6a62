"""A timer is an open range in the log itself, `14:00-      text`: it outlives every terminal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from vagen.edit.asked import TYPED, line_typed
from vagen.edit.draft import Draft
from vagen.locale import catalog
from vagen.model.calendar import MINUTES, instants
from vagen.model.entry import Entry
from vagen.problems import Problem, Span, say
from vagen.rules.timers import forgotten, minutes_since

_ROOM = " " * len("10:30 ")
"""What an open range leaves free, so that its end moves no word."""

_HEAD = re.compile(r"\S*[-–—־](?=\s)")


@dataclass(frozen=True, slots=True)
class Running:
    """An open range, and how many minutes it has been so."""

    client: str
    entry: Entry
    minutes: int


def running(draft: Draft, now: datetime) -> list[Running]:
    """The open ranges of this month and the one before, the latest last."""
    zone = draft.basics.zone
    today = now.astimezone(zone).date()
    months = (today.replace(day=1) - timedelta(days=1), today)
    found = [
        Running(client, entry, minutes_since(entry.start_instant, now))
        for client in draft.glance.clients()
        for month in months
        for entry in draft.glance.open(client, month, zone)
        if entry.start_instant is not None
    ]
    return sorted(found, key=lambda one: -one.minutes)


def begun(
    draft: Draft, client: str, typed: str, now: datetime, at: str
) -> tuple[Entry | None, str, list[Problem]]:
    """The open range that starts now, its line, and what is wrong with what was typed.

    Without words it is called after its task, and without a task "Work", as the client reads it.
    """
    basics = draft.basics
    today = now.astimezone(basics.zone).date()
    head = f"{at.strip() or _wall(now, basics.zone)}-{_ROOM}"
    entry, line, problems = line_typed(f"{head}{typed}", today, basics.zone)
    if entry is None and (not typed.strip() or typed.strip()[0] in "#@+!"):
        named, _, wrong = line_typed(f"{head}x {typed}", today, basics.zone)
        if wrong or named is None:
            return None, line, wrong
        language = draft.glance.language(client) or basics.language
        title = _title(draft, client, named.task, language)
        text = title or say("Work").spoken(catalog(language))
        entry, line, problems = line_typed(f"{head}{text} {typed}", today, basics.zone)
    if entry is not None and not entry.open:
        message = say("{value} is no time to start at", value=at)
        hint = say("for example: {example}", example="09:00")
        problems = [Problem(Span(TYPED, 1, 1, len(at)), "bad-time", message, hint)]
    elif entry is not None and entry.start_instant and later(entry.start_instant, now):
        problems = [_not_come(Span(TYPED, 1, 1, len(at)), at)]
    return entry, line, problems


def closed(
    draft: Draft, timer: Running, now: datetime, *, at: str, words: str
) -> tuple[Entry | None, str, list[Problem]]:
    """The timer's entry with its end, its line, and what keeps it from ending so."""
    entry, zone = timer.entry, draft.basics.zone
    month = draft.month(timer.client, entry.on)
    text = month.page.text.split("\n")[entry.at.line - 1]
    old = text[entry.at.column - 1 :][: entry.at.width]
    at = at.strip()
    if at:
        done, line, problems = line_typed(_with_end(old, at, words), entry.on, zone)
        problems = problems or _wrong_end(done, now, at, line.find(at) + 1)
        return done, line, problems
    if timer.minutes <= 0:
        return None, old, [_just_begun(entry, timer.minutes)]
    late = forgotten(entry, now)
    if late:
        return None, old, [late]
    end = _whole_minute(now, zone)
    for time in _ways(end, zone):
        done, line, problems = line_typed(_with_end(old, time, words), entry.on, zone)
        if done and done.end_instant and done.end_instant.timestamp() == end.timestamp():
            return done, line, []
    return None, old, problems


def later(one: datetime, other: datetime) -> bool:
    """Whether an instant is after another; within one zone Python compares the wall clock alone."""
    return one.timestamp() > other.timestamp()


def _wall(now: datetime, zone: ZoneInfo) -> str:
    """What the practice's clocks show; with the offset where they show it twice that day."""
    plain, exact = _ways(now, zone)
    local = now.astimezone(zone)
    twice = len(instants(local.date(), local.hour * MINUTES + local.minute, zone)) > 1
    return exact if twice else plain


def _ways(end: datetime, zone: ZoneInfo) -> tuple[str, str]:
    """How an instant can be typed: plain, and with its offset."""
    local = end.astimezone(zone)
    plain, offset = f"{local:%H:%M}", f"{local:%z}"
    return plain, f"{plain}{offset[:3]}:{offset[3:5]}"


def _whole_minute(now: datetime, zone: ZoneInfo) -> datetime:
    return now.astimezone(zone).replace(second=0, microsecond=0)


def _with_end(line: str, end: str, words: str) -> str:
    """The line with its end behind the dash; the spaces kept free for it are used up."""
    found = _HEAD.match(line)
    head = found[0] if found else line.split(maxsplit=1)[0]
    rest = line[len(head) :]
    spaces = len(rest) - len(rest.lstrip())
    gap = " " * max(1, spaces - len(end))
    marks = _kept_marks(rest.strip(), words)
    text = f"{words.strip()}{marks}" if words.strip() else rest.strip()
    return f"{head}{end}{gap}{text}"


def _kept_marks(old: str, words: str) -> str:
    """The markers of the old words whose signs the new ones do not have."""
    kept: list[str] = []
    for word in reversed(old.split()):
        if not (word[0] in "#@+" or word == "!"):
            break
        if not re.search(rf"(?:^|\s){re.escape(word[0])}(?:\S|$)", words):
            kept.insert(0, word)
    return "".join(f" {word}" for word in kept)


def _title(draft: Draft, client: str, task: str | None, language: str) -> str | None:
    """The task's title, where a line that begins with it is read as meant."""
    tasks = draft.glance.tasks(client) or ()
    title = next((one.title(language) for one in tasks if one.id == task), "")
    entry, _, problems = line_typed(f"1m {title}", date(2026, 1, 1), draft.basics.zone)
    good = entry is not None and not problems and entry.text == title
    return title if good else None


def _wrong_end(entry: Entry | None, now: datetime, at: str, column: int) -> list[Problem]:
    span = Span(TYPED, 1, column, max(1, len(at)))
    if entry is None or entry.end_instant is None:
        message = say("{value} is no time to stop at", value=at)
        return [Problem(span, "bad-time", message, say("for example: {example}", example="17:30"))]
    return [_not_come(span, at)] if later(entry.end_instant, now) else []


def _not_come(at: Span, value: str) -> Problem:
    return Problem(
        at,
        "timer-ahead",
        say("{value} has not come yet", value=value),
        say("a timer starts and stops at a time that is over, or now"),
    )


def _just_begun(entry: Entry, minutes: int) -> Problem:
    if minutes < 0:
        return _not_come(entry.at, f"{entry.start:%H:%M}")
    return Problem(
        entry.at,
        "timer-just-begun",
        say("this timer began less than a minute ago: there is nothing to log yet"),
        say("take it back with: vagen stop --drop"),
    )
