"""Calendar files (RFC 5545): bytes that are the same wherever and whenever they are made."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vDuration, vRecur

from vagen.model.typed import visible
from vagen.pages.artifact import Artifact
from vagen.pages.artifact import Calendar as CalendarContent
from vagen.pages.feed import CalendarView, CallEvent, DayEvent
from vagen.render.zones import timezone

PRODID = "-//vagen//vagen//EN"
AFRESH = timedelta(hours=12)
"""How often a calendar that is subscribed to should look again."""

_DAY = timedelta(days=1)


def render_calendar(artifact: Artifact) -> bytes:
    """The bytes of an artifact whose content is a Calendar."""
    content = artifact.content
    if not isinstance(content, CalendarContent) or not isinstance(content.view, CalendarView):
        raise TypeError(f"{artifact.target} is not a calendar")
    view = content.view
    calendar = Calendar()
    for name, value in _heads(view):
        calendar.add(name, value)
    # RFC 7986 5.7 wants it to say that it is a duration; the older key says the same to Outlook.
    calendar.add("REFRESH-INTERVAL", vDuration(AFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vDuration(AFRESH))
    for zone in sorted({call.zone for call in view.calls}):
        first = min(call.on.year for call in view.calls if call.zone == zone)
        calendar.add_component(timezone(zone, first))
    for call in view.calls:
        calendar.add_component(_call(call, view.told))
    for day in view.days:
        calendar.add_component(_days(day, view.told))
    return bytes(calendar.to_ical(sorted=False))


def _heads(view: CalendarView) -> tuple[tuple[str, str], ...]:
    name = visible(view.name)
    return (
        ("VERSION", "2.0"),
        ("PRODID", PRODID),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("NAME", name),
        ("X-WR-CALNAME", name),
        ("X-WR-TIMEZONE", view.zone),
    )


def _event(uid: str, title: str, text: str, told: date) -> Event:
    event = Event()
    stamp = datetime.combine(told, time(), UTC)
    event.add("UID", uid)
    event.add("DTSTAMP", stamp)
    event.add("LAST-MODIFIED", stamp)
    event.add("SUMMARY", visible(title))
    if text:
        event.add("DESCRIPTION", visible(text))
    return event


def _days(day: DayEvent, told: date) -> Event:
    event = _event(day.uid, day.title, day.text, told)
    event.add("DTSTART", day.on)
    event.add("DTEND", day.until + _DAY)  # RFC 5545 3.6.1: the end is the first day without it
    event.add("TRANSP", "TRANSPARENT")
    return event


def _call(call: CallEvent, told: date) -> Event:
    zone = ZoneInfo(call.zone)
    begins = datetime.combine(call.on, call.at, zone)
    ends = (begins.astimezone(UTC) + timedelta(minutes=call.minutes)).astimezone(zone)
    event = _event(call.uid, call.title, call.text, told)
    event.add("DTSTART", begins)
    event.add("DTEND", ends)
    if call.rule:
        rule = vRecur.from_ical(call.rule)
        if call.until is not None:
            rule["UNTIL"] = [datetime.combine(call.until, time.max, zone).astimezone(UTC)]
        event.add("RRULE", rule)
    if call.skipped:
        event.add("EXDATE", [datetime.combine(day, call.at, zone) for day in call.skipped])
    if call.link:
        event.add("LOCATION", call.link)
        event.add("URL", call.link)
    event.add("TRANSP", "OPAQUE")
    return event
