"""The parts that several views share: links, things asked, hours, clocks, channels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from vagen.model.channel import Via
from vagen.model.promise import ReplyTime


@dataclass(frozen=True, slots=True)
class LinkView:
    """Something to open; `href` is an absolute https, mailto or tel address."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class MoneyView:
    """An amount in a currency (ISO 4217), as a Decimal of major units."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task as its client sees it. `state` is ask, doing, review, waiting, next or done.

    `awaits` names whom it waits for, where that is not the client; `approval_version` and
    `approval_asked` are those of the approval that has no answer yet.
    """

    id: str
    title: str
    state: str
    due: date | None
    done: date | None
    late: bool
    goal: str
    note: str
    awaits: str
    links: tuple[LinkView, ...]
    approval_version: str = ""
    approval_asked: date | None = None
    start: date | None = None


@dataclass(frozen=True, slots=True)
class RetainerView:
    """The retainer's running month, minutes throughout. `share_of_time` is 0 to 1.

    `used` is all that counts on it; where it is more than `granted` and `carried`, `over` says by
    how much and `left` is 0.
    """

    since: date
    until: date
    granted: int
    carried: int
    used: int
    left: int
    over: int
    share_of_time: Decimal


@dataclass(frozen=True, slots=True)
class AwayView:
    """Days on which I do not answer; `note` is an absence's, or the name of a holiday."""

    since: date
    until: date
    note: str


@dataclass(frozen=True, slots=True)
class WeekdayHours:
    """Working hours that several weekdays share (Monday 0, in the order of the reader's week);
    ranges in minutes of the day.

    A range stands on the weekday on which it begins; after 1440 it runs into the next day.
    """

    weekdays: tuple[int, ...]
    ranges: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class OverlapView:
    """Both working days on one line, in the reader's time, minutes of the day.

    `shared` is empty where the days never meet. `weekdays` (Monday 0, in the order of the reader's
    week) are the days on which they do. `first` to `last` is the part of the day that a picture
    needs to show.
    """

    yours: tuple[tuple[int, int], ...]
    mine: tuple[tuple[int, int], ...]
    shared: tuple[tuple[int, int], ...]
    weekdays: tuple[int, ...]
    first: int
    last: int
    zone_yours: str
    zone_mine: str


@dataclass(frozen=True, slots=True)
class CallView:
    """The next recurring call, an instant told in both zones."""

    title: str
    yours: datetime
    mine: datetime
    zone_yours: str
    zone_mine: str
    minutes: int
    via: Via | None
    link: str


@dataclass(frozen=True, slots=True)
class ChannelView:
    """A way to reach me: `href` opens it, `shown` is the address in words."""

    purpose: str
    via: Via
    href: str
    shown: str
    reply: ReplyTime | None
