"""A client's dates as events of a calendar that Google, Outlook and Apple keep up to date.

Tasks are events that last a day: of all that a calendar file can hold, every calendar shows those.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from vagen.locale import catalog
from vagen.locale.money import money
from vagen.model.client import Call
from vagen.pages.dates import DateView, agreement_dates, dates, invoice_dates, task_dates
from vagen.pages.portal import Portal
from vagen.problems import Message, say
from vagen.rules.series import series

_AHEAD = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class DayEvent:
    """An event of whole days, both ends included."""

    uid: str
    title: str
    text: str
    on: date
    until: date


@dataclass(frozen=True, slots=True)
class CallEvent:
    """A call at its wall-clock time in its own zone (IANA), the first on `on`.

    `rule` (RFC 5545 3.3.10) says when it comes back, up to `until`, but for the days `skipped`.
    """

    uid: str
    title: str
    text: str
    link: str
    on: date
    at: time
    zone: str
    minutes: int
    rule: str
    until: date | None
    skipped: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class CalendarView:
    """A calendar file. `told` is the day on which it is made, `zone` the reader's (IANA)."""

    name: str
    zone: str
    told: date
    calls: tuple[CallEvent, ...]
    days: tuple[DayEvent, ...]


def feed(portal: Portal) -> CalendarView:
    """What one client's calendar holds: all that is open, whenever due, and a year ahead."""
    practice, language = portal.workspace.practice, portal.language
    name = say("Dates with {practice}", practice=practice.name.within(language))
    found = [one for one in _whole_days(portal) if one.state != "done"]
    return CalendarView(
        name=name.spoken(catalog(language)),
        zone=portal.account.client.timezone.key,
        told=portal.today,
        calls=tuple(event for call in portal.account.client.calls for event in _call(portal, call)),
        days=tuple(_day(portal, one) for one in found),
    )


def _whole_days(portal: Portal) -> Iterator[DateView]:
    yield from task_dates(portal)
    yield from invoice_dates(portal)
    yield from agreement_dates(portal)
    around = dates(portal, portal.today, portal.today + _AHEAD)
    yield from (one for one in around if one.kind == "away")


def _day(portal: Portal, one: DateView) -> DayEvent:
    return DayEvent(
        uid=_uid(portal, one.kind, one.id),
        title=_title(portal, one),
        text=one.note,
        on=one.on,
        until=one.until,
    )


def _title(portal: Portal, one: DateView) -> str:
    if one.sum is not None:
        owed = money(one.sum.amount, one.sum.currency, portal.language)
        return f"{one.title} {one.number}: {owed}"
    if one.kind == "away":
        name = portal.workspace.practice.name.within(portal.language)
        if not one.title:
            return _spoken(portal, say("{name} is away", name=name))
        return _spoken(portal, say("{name} is away: {why}", name=name, why=one.title))
    if one.state == "ask":
        return _spoken(portal, say("{title} (waiting for you)", title=one.title))
    return one.title


def _call(portal: Portal, call: Call) -> Iterator[CallEvent]:
    found = series(call, portal.account.client, portal.workspace.practice, portal.today)
    if found is None:
        return
    for on in found.days:
        alone = () if found.rule else (on.isoformat(),)
        yield CallEvent(
            uid=_uid(portal, "call", call.id, *alone),
            title=call.title.within(portal.language),
            text=_spoken(portal, say("Join here: {link}", link=call.link)) if call.link else "",
            link=call.link or "",
            on=on,
            at=found.at,
            zone=found.zone.key,
            minutes=call.minutes,
            rule=found.rule,
            until=found.until,
            skipped=found.skipped,
        )


def _uid(portal: Portal, *names: str) -> str:
    """The same for as long as the ids are: words and dates may change (RFC 7986 5.3).

    The practice's address makes it its own among all practices; as a hash it tells nothing.
    """
    named = (portal.workspace.practice.email, portal.account.id, *names)
    return str(uuid5(NAMESPACE_URL, "vagen:" + "/".join(named)))


def _spoken(portal: Portal, message: Message) -> str:
    return message.spoken(catalog(portal.language))
