"""Every client at a glance: where they stand, what is open, what is owed."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date

from vagen.model.client import ClientStatus
from vagen.model.workspace import Account
from vagen.pages.clocks import month_view
from vagen.pages.owner import Owner
from vagen.pages.parts import MoneyView, RetainerView
from vagen.rules.clock import ahead, today
from vagen.rules.ledger import balances

_ORDER: tuple[ClientStatus, ...] = (
    "active", "intake", "agreement", "proposal", "discovery", "lead", "paused", "ended",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NextDue:
    """The due date of a client that comes first, past ones too."""

    title: str
    on: date
    late_days: int


@dataclass(frozen=True, slots=True)
class ClientRow:
    """A client. `path` leads to the portal, empty where none is open; `ahead` is by how many
    minutes their clock is ahead of the practice's (below 0: behind).

    `tasks` are open, the inbox left out; `mine` of them or of the inbox wait for the practice,
    `theirs` for the client or for somebody else. `minutes` were logged this month, whatever the
    retainer says. `low` tells that the retainer will not last, and `ends` when it is used up.
    """

    id: str
    name: str
    path: str
    status: ClientStatus
    zone: str
    ahead: int
    tasks: int
    late: int
    mine: int
    theirs: int
    next: NextDue | None
    minutes: int
    retainer: RetainerView | None
    low: bool
    ends: date | None
    unpaid: tuple[MoneyView, ...]
    unpaid_late: bool


def roster(owner: Owner, unbilled: Container[str]) -> tuple[ClientRow, ...]:
    """The clients, those at work first; one that left is there as long as something is open.

    `unbilled` are the ids of those for whom something can be billed.
    """
    rows = [
        _row(owner, account)
        for account in owner.workspace.accounts
        if account.client.status != "ended" or account.id in unbilled or _unsettled(owner, account)
    ]
    return tuple(
        sorted(rows, key=lambda one: (_ORDER.index(one.status), one.name.casefold(), one.id))
    )


def _unsettled(owner: Owner, account: Account) -> bool:
    tasks = any(one.account is account for one in owner.agenda.matters)
    return tasks or any(one.account is account for one in owner.agenda.unpaid)


def _row(owner: Owner, account: Account) -> ClientRow:
    client, agenda = account.client, owner.agenda
    found = [one for one in agenda.matters if one.account is account]
    mine = [one for one in agenda.waits_for_me if one.account is account]
    owed = [one.standing for one in agenda.unpaid if one.account is account]
    pace = next((one for one in agenda.paces if one.account is account), None)
    return ClientRow(
        id=account.id,
        name=owner.name(account),
        path=owner.door(account),
        status=client.status,
        zone=client.timezone.key,
        ahead=ahead(client.timezone, owner.workspace.practice.timezone, owner.now),
        tasks=sum(one.task.status != "inbox" for one in found),
        late=sum(one.late_days > 0 for one in found),
        mine=len(mine),
        theirs=sum(one.account is account for one in agenda.waits_for_others),
        next=next(_next(owner, account), None),
        minutes=_this_month(account, owner.today),
        retainer=month_view(pace.month, today(owner.now, client.timezone)) if pace else None,
        low=bool(pace and pace.low),
        ends=pace.ends if pace else None,
        unpaid=tuple(MoneyView(sum_, currency) for currency, sum_ in balances(tuple(owed))),
        unpaid_late=any(one.late_days for one in owed),
    )


def _next(owner: Owner, account: Account) -> Iterator[NextDue]:
    for one in owner.agenda.deadlines:
        if one.account is account and one.task.due is not None:
            yield NextDue(one.task.title.within(owner.language), one.task.due, one.late_days)


def _this_month(account: Account, day: date) -> int:
    month = (day.year, day.month)
    return sum(one.minutes for one in account.entries if (one.on.year, one.on.month) == month)
