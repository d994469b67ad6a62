"""Money on the desk: what is owed, by age, and what is ready to bill; a currency at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from vagen.pages.owner import Owner
from vagen.pages.parts import MoneyView
from vagen.rules.clock import today
from vagen.rules.titles import title
from vagen.rules.unbilled import Unbilled, unbilled


@dataclass(frozen=True, slots=True)
class UnpaidRow:
    """A document on which something is still to be paid; `path` leads to the client's list."""

    number: str
    title: str
    client: str
    path: str
    due: date
    late_days: int
    balance: MoneyView
    gross: MoneyView


@dataclass(frozen=True, slots=True)
class AgesRow:
    """What is owed in one currency: not yet due, late up to a month, late for longer.

    `back` is what clients paid or were credited beyond what they owed; it lowers no other sum.
    """

    total: MoneyView
    ahead: MoneyView
    late: MoneyView
    old: MoneyView
    back: MoneyView


@dataclass(frozen=True, slots=True)
class ReadyRow:
    """What a client's next invoice could hold. `net` is None where nothing says a price.

    `within` a retainer the minutes are part of its price, but for `over`; `months` are its ended
    months that no invoice covers. `guessed` says that an invoice without a period was taken to bill
    all before it; `ended` that the agreement with a retainer is over, so that nobody counts its
    months any more.
    """

    id: str
    client: str
    path: str
    minutes: int
    since: date | None
    until: date | None
    net: MoneyView | None
    within: bool
    over: int
    months: int
    drafts: int
    guessed: bool
    ended: bool


def unpaid_rows(owner: Owner) -> tuple[UnpaidRow, ...]:
    """Every document on which something is to be paid, the oldest due date first."""
    registration = owner.workspace.practice.tax.registration
    return tuple(
        UnpaidRow(
            number=one.standing.number,
            title=title(one.standing.document.kind, registration, owner.language),
            client=owner.name(one.account),
            path=owner.door(one.account, "invoices"),
            due=one.standing.due,
            late_days=one.standing.late_days,
            balance=MoneyView(one.standing.balance, one.standing.totals.currency),
            gross=MoneyView(one.standing.totals.gross, one.standing.totals.currency),
        )
        for one in owner.agenda.unpaid
    )


def ages_rows(owner: Owner) -> tuple[AgesRow, ...]:
    """A row a currency."""
    return tuple(
        AgesRow(
            *(
                MoneyView(sum_, one.currency)
                for sum_ in (one.total, one.ahead, one.late, one.old, one.back)
            )
        )
        for one in owner.agenda.ages
    )


def ready_rows(owner: Owner) -> tuple[ReadyRow, ...]:
    """The clients for whom something can be billed, in the order of their ids."""
    return tuple(_ready_row(owner, one) for one in _unbilled(owner))


def sums(rows: Iterable[ReadyRow]) -> tuple[MoneyView, ...]:
    """What is ready in sum, a currency each."""
    found: dict[str, Decimal] = {}
    for one in rows:
        if one.net is not None and one.net.amount:
            currency = one.net.currency
            found[currency] = found.get(currency, Decimal(0)) + one.net.amount
    return tuple(MoneyView(sum_, currency) for currency, sum_ in sorted(found.items()))


def _unbilled(owner: Owner) -> Iterator[Unbilled]:
    for account in owner.workspace.accounts:
        issued = tuple(one.standing for one in owner.agenda.money if one.account is account)
        day = today(owner.now, account.client.timezone)
        found = unbilled(owner.workspace, account, issued, day)
        if found is not None:
            yield found


def _ready_row(owner: Owner, one: Unbilled) -> ReadyRow:
    agreement = one.account.client.agreement
    over = agreement is not None and agreement.until is not None and agreement.until < owner.today
    return ReadyRow(
        id=one.account.id,
        client=owner.name(one.account),
        path=owner.door(one.account, "time"),
        minutes=one.minutes,
        since=one.since,
        until=one.until,
        net=None if one.net is None else MoneyView(one.net, one.currency),
        within=one.within,
        over=one.over,
        months=len(one.months),
        drafts=one.drafts,
        guessed=one.guessed,
        ended=one.within and over,
    )
