"""Hours of this week and of the week before, a client each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from vagen.locale.weekdays import first_weekday
from vagen.model.workspace import Account, Workspace

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Worked:
    """Minutes of a client in a week that has begun, and in all of the week before."""

    account: Account
    this_week: int
    last_week: int


def week_start(day: date, language: str) -> date:
    """The first day of the week that `day` is in, as a language begins its weeks."""
    return day - timedelta(days=(day.weekday() - first_weekday(language)) % 7)


def worked(workspace: Workspace, today: date) -> tuple[Worked, ...]:
    """All that was logged, billed or not, by whomever; most of this week first."""
    start = week_start(today, workspace.practice.language)
    found = (
        Worked(one, _minutes(one, start, start + _WEEK), _minutes(one, start - _WEEK, start))
        for one in workspace.accounts
    )
    some = [one for one in found if one.this_week or one.last_week]
    return tuple(sorted(some, key=lambda one: (-one.this_week, -one.last_week, one.account.id)))


def _minutes(account: Account, since: date, before: date) -> int:
    return sum(one.minutes for one in account.entries if since <= one.on < before)
