"""Monday's sheet: the practice on one page of paper, every task where it stands first.

A screen shows the same task by date, by weight and by whom it waits for. Paper has room for one of
them: what is due this week, else what waits, else what is important, else all the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from vagen.pages.duties import DutyView, StaleView
from vagen.pages.owed import ReadyRow, UnpaidRow
from vagen.pages.room import GAP, LINE, Part, fitting, height
from vagen.pages.roster import ClientRow
from vagen.pages.week import WEEK, AbsentView, MeetingView, WeekRow

PAGE = 264
"""What a sheet holds, in millimetres: A4 and Letter, whichever is shorter, without its margins."""

_TOP = 25
_TABLE = 16
_LISTS = 120
"""The least that the lists below the clients get; where a sheet has less left, there is another."""

_BREAK = 12
"""What is left empty where a row goes to the next sheet, since no row is split."""

_WIDE, _NARROW, _NAME, _CLIENT = 58, 38, 15, 26
"""Letters in a line: of the wide column, of the narrow one, of a name there and of a client's."""

_PLAIN = ("todo", "doing")
_WAITS = "asked for a yes "
_SINCE = "on 30 Nov "
_TOLD = 4


@dataclass(frozen=True, slots=True)
class GlanceView:
    """A client in one line; `minutes` are this week's, `before` last week's."""

    client: ClientRow
    minutes: int
    before: int
    ready: ReadyRow | None


@dataclass(frozen=True, slots=True)
class DutiesCut:
    """The tasks that the sheet has room for, and how many more there are."""

    rows: tuple[DutyView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class SheetView:
    """The sheet. Every open task is counted in one of `due`, `mine`, `theirs`, `important` and
    `rest`: due this week or late, waiting for the practice, waiting for others, important, all
    else. `stale` are procedures to look through again; what is not shown of them is counted in
    `mine`.
    """

    clients: tuple[GlanceView, ...]
    due: DutiesCut
    mine: DutiesCut
    theirs: DutiesCut
    important: DutiesCut
    rest: DutiesCut
    stale: tuple[StaleView, ...]
    calls: tuple[MeetingView, ...]
    calls_more: int
    unpaid: tuple[UnpaidRow, ...]
    unpaid_more: int
    away: tuple[AbsentView, ...]
    away_more: int


class Found(NamedTuple):
    """What the desk holds, and the sheet takes from. `dated` are all that have a date; `now`,
    `plan`, `soon` and `later` hold what is in one's own hands, by weight.
    """

    dated: tuple[DutyView, ...]
    mine: tuple[DutyView, ...]
    theirs: tuple[DutyView, ...]
    now: tuple[DutyView, ...]
    plan: tuple[DutyView, ...]
    soon: tuple[DutyView, ...]
    later: tuple[DutyView, ...]
    stale: tuple[StaleView, ...]
    clients: tuple[ClientRow, ...]
    week: tuple[WeekRow, ...]
    ready: tuple[ReadyRow, ...]
    calls: tuple[MeetingView, ...]
    unpaid: tuple[UnpaidRow, ...]
    away: tuple[AbsentView, ...]


def sheet(today: date, found: Found) -> SheetView:
    """What the sheet of the day shows: the lists share the room that the clients leave."""
    room = lists_room(found.clients)
    dated, mine, theirs, dear, rest = apart(today, found)
    due, important, hold, other = fitting(
        (
            Part(_duties(dated, _WIDE), 8),
            Part(_duties(dear, _WIDE)),
            Part(_duties(theirs, _WIDE)),
            Part(_duties(rest, _WIDE), 1),
        ),
        room,
    )
    calls, asks, unpaid, away = fitting(_narrow(found, mine), room)
    return SheetView(
        clients=tuple(_lines(found)),
        due=_cut(dated, due),
        mine=DutiesCut(mine[:asks], len(mine) + len(found.stale) - asks),
        theirs=_cut(theirs, hold),
        important=_cut(dear, important),
        rest=_cut(rest, other),
        stale=found.stale[: max(0, asks - len(mine))],
        calls=found.calls[:calls],
        calls_more=len(found.calls) - calls,
        unpaid=found.unpaid[:unpaid],
        unpaid_more=len(found.unpaid) - unpaid,
        away=found.away[:away],
        away_more=len(found.away) - away,
    )


def _narrow(found: Found, mine: tuple[DutyView, ...]) -> tuple[Part, ...]:
    """The narrow column: calls, what waits for me, what is unpaid, who is away."""
    return (
        Part([height(one.client, _NAME) for one in found.calls], 5),
        Part([*_duties(mine, _NARROW), *(height(one.title, _NARROW) for one in found.stale)]),
        Part([height(f"{one.client} {one.number}", _NARROW) for one in found.unpaid]),
        Part([_absence(one) for one in found.away]),
    )


def lists_room(clients: tuple[ClientRow, ...]) -> int:
    """The height of the lists below the clients, on as few sheets as leave them enough."""
    above = _TOP + _TABLE + sum(_glance(one) for one in clients)
    pages = -(-(above + _LISTS) // PAGE)
    return pages * PAGE - above - (pages - 1) * _BREAK


def _glance(one: ClientRow) -> int:
    return max(height(one.name, _CLIENT), len(one.unpaid) * LINE + GAP)


def apart(today: date, found: Found) -> tuple[tuple[DutyView, ...], ...]:
    """The tasks with each in one list only: due this week, mine, theirs, important, the rest."""
    soon = tuple(one for one in found.dated if one.due and one.due <= today + WEEK)
    others = (*found.dated, *found.soon, *found.later)
    rest = tuple(sorted(others, key=lambda one: one.due or date.max))
    seen: set[str] = set()
    return tuple(
        tuple(_unseen(some, seen))
        for some in (soon, found.mine, found.theirs, (*found.now, *found.plan), rest)
    )


def _unseen(some: Iterable[DutyView], seen: set[str]) -> Iterator[DutyView]:
    for one in some:
        if one.id not in seen:
            seen.add(one.id)
            yield one


def _cut(some: tuple[DutyView, ...], count: int) -> DutiesCut:
    return DutiesCut(some[:count], len(some) - count)


def _duties(some: Iterable[DutyView], width: int) -> list[int]:
    """Heights of rows: the title, whose it is, whose help it has, and how it waits."""
    return [height(f"{one.title} {one.client} {one.helper}{_how(one)}", width) for one in some]


def _how(one: DutyView) -> str:
    """Letters as many as the words of `waits` have: the template knows which."""
    words = "" if one.state in _PLAIN else _WAITS
    return words + (_SINCE if one.since else "") + one.whom


def _absence(one: AbsentView) -> int:
    return height(f"{' '.join(one.clients[:_TOLD])} {one.name if one.clients else ''}", _NARROW)


def _lines(found: Found) -> Iterator[GlanceView]:
    week = {one.id: one for one in found.week}
    ready = {one.id: one for one in found.ready}
    for one in found.clients:
        hours = week.get(one.id)
        minutes, before = (hours.minutes, hours.before) if hours else (0, 0)
        yield GlanceView(one, minutes, before, ready.get(one.id))
