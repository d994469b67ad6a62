"""A monthly retainer: what was granted, carried over, used and left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from vagen.model.agreement import Retainer
from vagen.model.calendar import MONTHS, months_after
from vagen.model.practice import Practice
from vagen.model.workspace import Account
from vagen.rules.kinds import billable


@dataclass(frozen=True, slots=True)
class RetainerMonth:
    """A month of the retainer, `since` to `until`; minutes throughout.

    `granted` + `carried` = (`used` - `over`) + `left`, and the next month carries what of `left`
    the agreement lets move on.
    """

    since: date
    until: date
    granted: int
    carried: int
    used: int
    left: int
    over: int

    def share_of_time(self, today: date) -> Decimal:
        """How much of the month is behind on the morning of `today`, 0 to 1."""
        days = (self.until - self.since).days + 1
        gone = min(max((today - self.since).days, 0), days)
        return (Decimal(gone) / days).quantize(Decimal("0.001"))


def retainer_months(account: Account, practice: Practice, today: date) -> tuple[RetainerMonth, ...]:
    """Every month of the retainer so far, the running one last.

    Empty without a retainer of hours, before the agreement's first day and after its last.
    """
    agreement = account.client.agreement
    if agreement is None or agreement.retainer is None or not agreement.retainer.hours:
        return ()
    if not agreement.since <= today <= (agreement.until or date.max):
        return ()
    months: list[RetainerMonth] = []
    buckets: tuple[_Bucket, ...] = ()
    for number in range(_months_until(agreement.since, today) + 1):
        since = months_after(agreement.since, number)
        until = months_after(agreement.since, number + 1) - timedelta(days=1)
        used = used_minutes(account, practice, since, until)
        month, buckets = _settle(agreement.retainer, number, (since, until), used, buckets)
        months.append(month)
    return tuple(months)


def running_month(account: Account, practice: Practice, today: date) -> RetainerMonth | None:
    """The month of the retainer that `today` is in."""
    months = retainer_months(account, practice, today)
    return months[-1] if months else None


def used_minutes(account: Account, practice: Practice, since: date, until: date) -> int:
    """The billable minutes that were logged for a client from `since` to `until`, both included."""
    return sum(
        entry.minutes
        for entry in account.entries
        if since <= entry.on <= until and billable(entry, account, practice)
    )


@dataclass(frozen=True, slots=True)
class _Bucket:
    """Minutes of the month that granted them; the number counts months from the first."""

    month: int
    minutes: int


def _months_until(since: date, today: date) -> int:
    months = (today.year - since.year) * MONTHS + today.month - since.month
    return months if months_after(since, months) <= today else months - 1


def _settle(
    retainer: Retainer,
    number: int,
    days: tuple[date, date],
    used: int,
    buckets: tuple[_Bucket, ...],
) -> tuple[RetainerMonth, tuple[_Bucket, ...]]:
    """One month, and what moves on from it. The oldest minutes are used first."""
    granted = retainer.hours or 0
    available = (*buckets, _Bucket(number, granted))
    remaining = _spend(available, used)
    left = sum(bucket.minutes for bucket in remaining)
    had = sum(bucket.minutes for bucket in available)
    month = RetainerMonth(
        since=days[0],
        until=days[1],
        granted=granted,
        carried=had - granted,
        used=used,
        left=left,
        over=max(used - had, 0),
    )
    return month, _carried(retainer, number + 1, remaining)


def _spend(buckets: tuple[_Bucket, ...], minutes: int) -> tuple[_Bucket, ...]:
    remaining = []
    for bucket in buckets:
        taken = min(bucket.minutes, minutes)
        minutes -= taken
        if bucket.minutes > taken:
            remaining.append(_Bucket(bucket.month, bucket.minutes - taken))
    return tuple(remaining)


def _carried(retainer: Retainer, month: int, buckets: tuple[_Bucket, ...]) -> tuple[_Bucket, ...]:
    """What moves on into a month: not expired, and in sum at most the cap, the newest kept."""
    if retainer.rollover is False:
        return ()
    alive = [
        bucket
        for bucket in buckets
        if retainer.expires is None or month - bucket.month <= retainer.expires
    ]
    if retainer.rollover is True:
        return tuple(alive)
    surplus = max(sum(bucket.minutes for bucket in alive) - retainer.rollover, 0)
    return _spend(tuple(alive), surplus)
