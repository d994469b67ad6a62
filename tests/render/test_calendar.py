"""Calendar files, read back by two libraries that know nothing of each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject
from dateutil.rrule import rrulestr
from icalendar import Calendar

from vagen.model.audience import client_audience
from vagen.pages.artifact import Artifact
from vagen.pages.artifact import Calendar as Content
from vagen.pages.feed import CalendarView, CallEvent, DayEvent
from vagen.render.calendar import render_calendar

LONG = "מכתב ארוך; עם פסיק, נקודה־פסיק \\ ושורה\nחדשה " * 6

CALL = CallEvent(
    uid="0db1a4ff-843d-52e6-9944-8e44a1cd4269",
    title="השיחה הקבועה, שלנו",
    text="להצטרפות: https://zoom.example/j/1?a=1;b=2,3",
    link="https://zoom.example/j/1?a=1;b=2,3",
    on=date(2026, 1, 1),
    at=time(10),
    zone="Asia/Jerusalem",
    minutes=30,
    rule="FREQ=WEEKLY;BYDAY=TU",
    until=None,
    skipped=(),
)
DAY = DayEvent("day-uid", "Choose the cover", LONG, date(2026, 11, 25), date(2026, 11, 25))
VIEW = CalendarView("מועדים עם נועה", "Europe/London", date(2026, 11, 23), (), (DAY,))


def drawn(view: CalendarView) -> bytes:
    return render_calendar(
        Artifact(client_audience("wren"), "deadlines/wren.ics", "portal", Content(view, "he"))
    )


def with_call(**keys: object) -> CalendarView:
    return replace(VIEW, calls=(replace(CALL, **keys),))


def events(data: bytes):
    return {str(one["UID"]): one for one in Calendar.from_ical(data).walk("VEVENT")}


def instants_by_icalendar(data: bytes) -> list[datetime]:
    """The rule walked on the wall clock of the event's own zone, its offset taken day by day."""
    event = events(data)[CALL.uid]
    start = event["DTSTART"].dt
    rule = event["RRULE"].to_ical().decode()
    off = event.get("EXDATE")
    left_out = {one.dt for one in off.dts} if off else set()
    zoned = rrulestr(rule, dtstart=start)
    found = zoned.between(datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))
    return [one.astimezone(UTC) for one in found if one not in left_out]


def instants_by_vobject(data: bytes) -> list[datetime]:
    """The same by vobject, with the zone as the file itself describes it."""
    described = vobject.readOne(data.decode()).vtimezone_list[0]
    # For some names vobject would ask pytz instead.
    vobject.icalendar.registerTzid(described.tzid.value, described.gettzinfo())
    calendar = vobject.readOne(data.decode())
    event = next(one for one in calendar.vevent_list if one.uid.value == CALL.uid)
    found = []
    for one in event.getrruleset(addRDate=True):
        instant = one.astimezone(UTC)
        if instant >= datetime(2027, 1, 1, tzinfo=UTC):
            break
        found.append(instant)
    return found


# The weeks of both changes in 2026: the day of the week before, and the day after the change.
CHANGES = [
    ("Asia/Jerusalem", {"2026-03-24": 2, "2026-03-31": 3, "2026-10-20": 3, "2026-10-27": 2}),
    ("Europe/London", {"2026-03-24": 0, "2026-03-31": 1, "2026-10-20": 1, "2026-10-27": 0}),
    ("Australia/Sydney", {"2026-03-31": 11, "2026-04-07": 10, "2026-09-29": 10, "2026-10-06": 11}),
    ("America/New_York", {"2026-03-03": -5, "2026-03-10": -4, "2026-10-27": -4, "2026-11-03": -5}),
]


@pytest.mark.parametrize(("zone", "days"), CHANGES)
@pytest.mark.parametrize("clock", ["10:00", "00:30", "23:15"])
@pytest.mark.parametrize("read", [instants_by_icalendar, instants_by_vobject])
def test_a_call_keeps_its_wall_clock_through_both_changes(zone, days, clock, read) -> None:
    at = time.fromisoformat(clock)
    first = date(2026, 1, 6)
    found = read(drawn(with_call(zone=zone, at=at, on=first)))
    assert len(found) == 52
    assert [one.astimezone(ZoneInfo(zone)).time() for one in found] == [at] * 52
    for day, hours in days.items():
        wall = datetime.combine(date.fromisoformat(day), at)
        wanted = (wall - timedelta(hours=hours)).replace(tzinfo=UTC)
        assert wanted in found, (day, wanted)


@pytest.mark.parametrize("zone", [zone for zone, _ in CHANGES])
def test_days_off_are_left_out(zone) -> None:
    off = (date(2026, 3, 31), date(2026, 12, 15))
    view = with_call(zone=zone, on=date(2026, 1, 6), skipped=off)
    days = [
        sorted({one.astimezone(ZoneInfo(zone)).date() for one in read(drawn(view))})
        for read in (instants_by_icalendar, instants_by_vobject)
    ]
    assert days[0] == days[1]
    assert len(days[0]) == 50
    assert not set(off) & set(days[0])


def test_the_last_day_still_has_its_call() -> None:
    data = drawn(with_call(on=date(2026, 1, 6), until=date(2026, 11, 24), at=time(23, 30)))
    by = [read(data) for read in (instants_by_icalendar, instants_by_vobject)]
    assert by[0] == by[1]
    assert by[0][-1].astimezone(ZoneInfo("Asia/Jerusalem")).date() == date(2026, 11, 24)


def test_a_call_over_midnight_or_a_change_is_as_long_as_it_is() -> None:
    over_a_change = with_call(on=date(2026, 10, 24), at=time(23, 30), minutes=240, rule="")
    event = events(drawn(over_a_change))[CALL.uid]
    assert event["DTEND"].dt.replace(tzinfo=None).isoformat() == "2026-10-25T02:30:00"
    length = event["DTEND"].dt.astimezone(UTC) - event["DTSTART"].dt.astimezone(UTC)
    assert length == timedelta(minutes=240)


def test_words_are_escaped_folded_and_read_back_by_both() -> None:
    data = drawn(replace(VIEW, calls=(CALL,)))
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    data.decode("utf-8")  # no letter is cut in two that both halves stand on one line
    text = LONG.strip()
    day, call = events(data)["day-uid"], events(data)[CALL.uid]
    assert str(day["DESCRIPTION"]).strip() == text
    assert str(call["SUMMARY"]) == CALL.title
    assert str(call["LOCATION"]) == str(call["URL"]) == CALL.link
    by_uid = {one.uid.value: one for one in vobject.readOne(data.decode()).vevent_list}
    assert by_uid["day-uid"].description.value.strip() == text
    assert by_uid[CALL.uid].summary.value == CALL.title


def test_every_line_is_whole_letters() -> None:
    for line in drawn(VIEW).split(b"\r\n"):
        line.decode("utf-8")


def test_no_mark_of_direction_comes_along() -> None:
    marks = "".join(map(chr, (0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x2066, 0x2067, 0x2069)))
    day = replace(DAY, title=f"{marks[1]}חשבון {marks}1,234.00 ₪", text=f"{marks}a")
    text = drawn(replace(VIEW, name=f"{marks}x", days=(day,))).decode()
    assert not set(marks) & set(text)


def test_a_day_is_a_date_and_ends_before_the_next() -> None:
    away = replace(DAY, uid="away", on=date(2026, 12, 13), until=date(2026, 12, 17))
    found = events(drawn(replace(VIEW, days=(DAY, away))))
    assert found["day-uid"]["DTSTART"].dt == date(2026, 11, 25)
    assert found["day-uid"]["DTEND"].dt == date(2026, 11, 26)
    assert found["away"]["DTEND"].dt == date(2026, 12, 18)
    assert found["away"]["DTSTART"].params["VALUE"] == "DATE"
    assert found["away"]["TRANSP"] == "TRANSPARENT"


def test_what_a_calendar_asks_for_stands_at_its_head() -> None:
    data = drawn(VIEW)
    calendar = Calendar.from_ical(data)
    assert calendar["VERSION"] == "2.0"
    assert calendar["METHOD"] == "PUBLISH"
    assert calendar["X-WR-CALNAME"] == VIEW.name
    assert calendar["X-WR-TIMEZONE"] == "Europe/London"
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT12H" in data
    assert b"X-PUBLISHED-TTL:PT12H" in data
    for event in calendar.walk("VEVENT"):
        assert event["DTSTAMP"].dt == datetime(2026, 11, 23, tzinfo=UTC)
        assert event["LAST-MODIFIED"].dt == datetime(2026, 11, 23, tzinfo=UTC)


def test_every_zone_that_is_named_is_described_once() -> None:
    view = replace(
        VIEW,
        calls=tuple(
            replace(CALL, uid=str(number), zone=zone)
            for number, zone in enumerate(("Europe/London", "Asia/Jerusalem", "Europe/London"))
        ),
    )
    calendar = Calendar.from_ical(drawn(view))
    zones = [str(one["TZID"]) for one in calendar.walk("VTIMEZONE")]
    assert zones == ["Asia/Jerusalem", "Europe/London"]
    starts = [one["DTSTART"].params.get("TZID") for one in calendar.walk("VEVENT")]
    assert {one for one in starts if one} == set(zones)


def test_the_same_view_gives_the_same_bytes() -> None:
    assert drawn(with_call()) == drawn(with_call())
