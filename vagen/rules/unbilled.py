"""Time that is ready to bill, as far as the records can tell.

A line of an invoice says how many hours, not which entries. What can be known is the days that an
invoice is about: billable time of a day that no issued invoice for time covers is not billed yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from vagen.model.document import Document
from vagen.model.entry import Entry
from vagen.model.money import rounded
from vagen.model.workspace import Account, Workspace
from vagen.rules.kinds import billable
from vagen.rules.ledger import ASKS, Standing
from vagen.rules.retainer import RetainerMonth, retainer_months

_HOUR = Decimal(60)
_TIME = ("log", "retainer")
"""What a line's `source` says where it bills time."""

_PAID_AT_ONCE = ("tax-invoice-receipt",)


@dataclass(frozen=True, slots=True)
class Unbilled:
    """Billable minutes of a client that no issued invoice covers, and their days.

    `sum` is what they come to by the agreement's hourly rate, net and before rounding of time;
    None without a rate. Under a retainer they are `within` its price, but for `over`: minutes that
    ended months used beyond it. `months` are ended months of the retainer that no invoice covers.
    `guessed` says that an invoice without a period was taken to bill all that came before it.
    """

    account: Account
    minutes: int
    since: date | None
    until: date | None
    sum: Decimal | None
    currency: str
    months: tuple[RetainerMonth, ...]
    over: int
    drafts: int
    guessed: bool

    @property
    def within(self) -> bool:
        """Whether a retainer's price holds the time."""
        agreement = self.account.client.agreement
        return bool(agreement and agreement.retainer and agreement.retainer.hours)


def unbilled(
    workspace: Workspace, account: Account, issued: tuple[Standing, ...], today: date
) -> Unbilled | None:
    """What a client's next invoice could hold; None where there is nothing."""
    covered = tuple(_covered(issued))
    entries = [
        one
        for one in account.entries
        if one.minutes and billable(one, account, workspace.practice) and not _is_in(one, covered)
    ]
    agreement = account.client.agreement
    months = retainer_months(account, workspace.practice, today)
    ended = tuple(
        one
        for one in months
        if one.until < today and not any(since <= one.until <= until for since, until, _ in covered)
    )
    drafts = sum(file.document.draft for file in account.documents)
    if not (entries or ended or drafts):
        return None
    minutes = sum(one.minutes for one in entries)
    currency = (agreement.currency if agreement else None) or account.client.currency
    rate = agreement.rate if agreement else None
    days = [one.on for one in entries]
    return Unbilled(
        account=account,
        minutes=minutes,
        since=min(days, default=None),
        until=max(days, default=None),
        sum=None if rate is None else rounded(rate * minutes / _HOUR, currency),
        currency=currency,
        months=ended,
        over=sum(one.over for one in ended),
        drafts=drafts,
        guessed=any(guessed for *_, guessed in covered),
    )


def _covered(issued: tuple[Standing, ...]) -> Iterator[tuple[date, date, bool]]:
    """The days that each invoice for time is about. One that was credited in full bills none."""
    for one in issued:
        document = one.document
        if document.kind not in (*ASKS, *_PAID_AT_ONCE):
            continue
        if one.state == "credited" or not _bills_time(document):
            continue
        if document.period is not None:
            yield document.period.since, document.period.until, False
        else:
            yield date.min, one.issued - timedelta(days=1), True


def _bills_time(document: Document) -> bool:
    return any(line.source in _TIME or line.unit == "hour" for line in document.lines)


def _is_in(entry: Entry, covered: tuple[tuple[date, date, bool], ...]) -> bool:
    return any(since <= entry.on <= until for since, until, _ in covered)
