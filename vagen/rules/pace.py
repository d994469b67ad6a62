"""How fast a retainer's hours are used, and whether they will last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from vagen.model.practice import Practice
from vagen.model.workspace import Account
from vagen.rules.retainer import RetainerMonth, running_month

_FIFTH = 5
_SURE = Fraction(1, 4)
"""Before a quarter of the month is behind, its pace says nothing of its end."""


@dataclass(frozen=True, slots=True)
class Pace:
    """A client's running retainer month on a day. `days_left` counts today.

    `ends` is the day on which the hours are used up if work goes on as so far; None where they
    last, where they are used up already, or where it is too early to tell.
    """

    account: Account
    month: RetainerMonth
    days_left: int
    ends: date | None

    @property
    def whole(self) -> int:
        """Minutes that may be used: granted and carried over."""
        return self.month.granted + self.month.carried

    @property
    def low(self) -> bool:
        """Less than a fifth is left, or it will not last."""
        return self.month.left * _FIFTH < self.whole or self.ends is not None


def pace(account: Account, practice: Practice, today: date) -> Pace | None:
    """How a client's retainer stands, None without a retainer of hours."""
    month = running_month(account, practice, today)
    if month is None:
        return None
    return Pace(account, month, (month.until - today).days + 1, _ends(month, today))


def _ends(month: RetainerMonth, today: date) -> date | None:
    """Today counts as worked: what was logged today is in the sum."""
    days = (month.until - month.since).days + 1
    gone = (today - month.since).days + 1
    whole = month.granted + month.carried
    if not month.used or not month.left or Fraction(gone, days) < _SURE:
        return None
    lasts = Fraction(whole * gone, month.used)
    return month.since + timedelta(days=int(lasts)) if lasts < days else None
