"""VTIMEZONE says what the zone's clocks do, as far as two other programs read it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar

from vagen.render.zones import YEARS, timezone

ZONES = (
    "Asia/Jerusalem", "Europe/London", "Australia/Sydney", "America/New_York",
    "Australia/Lord_Howe",  # half an hour
    "Asia/Kolkata",  # no change
    "Africa/Casablanca",  # changes with the moon: no yearly rule
    "Europe/Dublin",  # winter is what changes
    "UTC",
)  # fmt: skip


def read(zone: str):
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add_component(timezone(zone, 2026))
    return Calendar.from_ical(calendar.to_ical()).walk("VTIMEZONE")[0]


def onsets(component) -> list[tuple[datetime, timedelta]]:
    """From when on which offset holds, as RFC 5545 3.6.5 reads the observances."""
    found = []
    for part in component.subcomponents:
        before, after = part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td
        walls = [part["DTSTART"].dt]
        if "RRULE" in part:
            rule = rrulestr(part["RRULE"].to_ical().decode(), dtstart=walls[0])
            walls = rule.between(walls[0], walls[0].replace(year=2040), inc=True)
        elif "RDATE" in part:
            walls += [one.dt for one in part["RDATE"].dts]
        found += [((wall - before).replace(tzinfo=UTC), after) for wall in walls]
    return sorted(found)


@pytest.mark.parametrize("zone", ZONES)
def test_every_hour_of_twelve_years_is_that_of_the_zone(zone: str) -> None:
    real, said = ZoneInfo(zone), onsets(read(zone))
    end = datetime(2026 + YEARS - 1, 12, 1, tzinfo=UTC)
    number, offset, wrong = 0, timedelta(), []
    instant = datetime(2025, 1, 2, tzinfo=UTC)
    while instant < end:
        while number < len(said) and said[number][0] <= instant:
            number, offset = number + 1, said[number][1]
        if offset != instant.astimezone(real).utcoffset():
            wrong.append(instant)
        instant += timedelta(hours=1)
    assert wrong == []


@pytest.mark.parametrize(
    ("zone", "rules"),
    [
        ("Europe/London", ["-1SU", "-1SU"]),
        ("America/New_York", ["2SU", "1SU"]),
        ("Australia/Sydney", ["1SU", "1SU"]),
    ],
)
def test_a_yearly_change_is_a_rule_for_ever(zone: str, rules: list[str]) -> None:
    text = timezone(zone, 2026).to_ical().decode()
    found = [line.partition("BYDAY=")[2] for line in text.split("\r\n") if "RRULE" in line]
    assert [one.partition(";")[0] for one in found] == rules
    assert "RDATE" not in text


def test_jerusalem_changes_on_the_friday_before_the_last_sunday_of_march() -> None:
    text = timezone("Asia/Jerusalem", 2026).to_ical().decode()
    assert "BYDAY=FR;BYMONTHDAY=23,24,25,26,27,28,29;BYMONTH=3" in text
