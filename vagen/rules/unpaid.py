"""Money that is owed over all clients: every document once, a currency at a time, by age."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from vagen.model.workspace import Account, Workspace
from vagen.rules.clock import today
from vagen.rules.ledger import Standing, standings

_NOTHING = Decimal(0)
MONTH = 30
"""Up to so many days late is one age, more is the next."""


@dataclass(frozen=True, slots=True)
class Unpaid:
    """A document on which a client is to pay something."""

    account: Account
    standing: Standing


@dataclass(frozen=True, slots=True)
class Ages:
    """What is owed in one currency: not yet due, late up to a month, late for longer.

    `back` is what clients have paid or been credited beyond what they owed; it lowers no sum.
    """

    currency: str
    ahead: Decimal = _NOTHING
    late: Decimal = _NOTHING
    old: Decimal = _NOTHING
    back: Decimal = _NOTHING

    @property
    def total(self) -> Decimal:
        """All that is asked for."""
        return self.ahead + self.late + self.old


def all_standings(workspace: Workspace, now: datetime) -> tuple[Unpaid, ...]:
    """Every issued document of every client, on the client's own day: portals say the same."""
    return tuple(
        Unpaid(account, one)
        for account in workspace.accounts
        for one in standings(workspace, account, today(now, account.client.timezone))
    )


def unpaid(every: tuple[Unpaid, ...]) -> tuple[Unpaid, ...]:
    """What is still to be paid, the oldest due date first."""
    asks = (one for one in every if one.standing.asks)
    return tuple(sorted(asks, key=lambda one: (one.standing.due, one.standing.number)))


def ages(every: tuple[Unpaid, ...]) -> tuple[Ages, ...]:
    """A row a currency, sorted; nothing is ever added up over two of them."""
    found: dict[str, dict[str, Decimal]] = {}
    for one in (one.standing for one in every):
        if one.balance:
            sums = found.setdefault(one.totals.currency, {})
            name = _age(one)
            sums[name] = sums.get(name, _NOTHING) + abs(one.balance)
    return tuple(Ages(currency, **sums) for currency, sums in sorted(found.items()))


def _age(one: Standing) -> str:
    if one.balance < 0:
        return "back"
    if not one.late_days:
        return "ahead"
    return "late" if one.late_days <= MONTH else "old"
