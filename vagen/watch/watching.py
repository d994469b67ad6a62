"""The loop: a build for every burst of changes and every new day, pages first, PDFs in the calm."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from vagen.build import Choices, Outcome, build
from vagen.problems import Problem
from vagen.rules.clock import moment, today
from vagen.source.single import unreadable
from vagen.watch.changes import Burst, Changes
from vagen.watch.sight import Sight

REST = 0.5
"""Seconds without a change after which PDFs are made: a single one may take longer than a page."""

Clock = Callable[[], date | datetime]


@dataclass(frozen=True, slots=True)
class Round:
    """One build and when it was. `papers`: it made the PDFs, too. `pending`: they come later.

    `crash` is the traceback of a bug in vagen that kept the build from its end.
    """

    outcome: Outcome
    at: date | datetime
    papers: bool = False
    pending: bool = False
    crash: str = ""

    @property
    def failed(self) -> bool:
        """Whether the last good site stays."""
        return self.outcome.failed or bool(self.crash)


@dataclass(slots=True)
class Watching:
    """Builds until `changes` is closed. `tell` hears of every round, `clock` says what now is.

    All builds run in the thread that calls `run`. Nothing that a workspace holds ends it: what is
    wrong, and what is gone for a moment, is told as a round that failed.
    """

    root: Path
    choices: Choices
    clock: Clock
    changes: Changes
    sight: Sight
    tell: Callable[[Round], None]
    _pending: bool = False
    _zones: frozenset[str] = frozenset({"UTC"})
    _days: frozenset[date] = field(default_factory=frozenset)

    def run(self) -> None:
        """The loop."""
        self._pages()
        while not self.changes.closed:
            burst = self.changes.take(REST if self._pending else self.sight.pause)
            self._answer(burst)

    def _answer(self, burst: Burst | None) -> None:
        """What comes after a wait: pages for what is new, else the PDFs that are still to make."""
        if self.changes.closed:
            return
        if burst or self._new_day() or self.sight.finds():
            self._pages()
        elif self._pending:
            self._papers()

    def _pages(self) -> None:
        """A build that leaves PDFs as they are, so that an edit is on the screen at once."""
        self.sight.before_build()
        found = self._round(replace(self.choices, pdf=False))
        self._pending = self.choices.pdf and not found.failed
        self.tell(replace(found, pending=self._pending))

    def _papers(self) -> None:
        """The same with PDFs; a change breaks it off, and it is made up for in the next calm."""
        try:
            found = self._round(self.choices, self._go_on)
        except _BrokenOffError:
            return
        self._pending = False
        self.tell(replace(found, papers=True))

    def _go_on(self, path: str, number: int, count: int) -> None:
        """Between two renderings: whether something more urgent has come."""
        del path, number, count
        if self.changes.waiting:
            raise _BrokenOffError

    def _round(
        self, choices: Choices, progress: Callable[[str, int, int], None] | None = None
    ) -> Round:
        now, crash = self.clock(), ""
        try:
            outcome = build(self.root, now, choices, progress)
        except _BrokenOffError:
            raise
        except OSError as error:
            outcome = Outcome((_gone(error, self.root),))
        except Exception:  # noqa: BLE001 - a bug must not end it: the next edit may go round it
            outcome, crash = Outcome(()), traceback.format_exc()
        self._remember(outcome, now)
        return Round(outcome, now, crash=crash)

    def _remember(self, outcome: Outcome, now: date | datetime) -> None:
        """The days that the pages tell: each reader's own."""
        if outcome.workspace is not None:
            practice, accounts = outcome.workspace.practice, outcome.workspace.accounts
            zones = (practice.timezone, *(one.client.timezone for one in accounts))
            self._zones = frozenset(zone.key for zone in zones)
        self._days = days(now, self._zones)

    def _new_day(self) -> bool:
        return days(self.clock(), self._zones) != self._days


class _BrokenOffError(Exception):
    """Something more urgent than PDFs has come."""


def days(now: date | datetime, zones: frozenset[str]) -> frozenset[date]:
    """What day it is, in each of the zones."""
    return frozenset(today(moment(now, zone), zone) for zone in zones)


def _gone(error: OSError, root: Path) -> Problem:
    """A file that went away, or was locked, while it was read."""
    named = Path(str(error.filename or root))
    path = named.relative_to(root) if named.is_relative_to(root) else named
    return unreadable(path.as_posix(), error)
