from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vagen.rules import clock

JERUSALEM, LONDON, SYDNEY = "Asia/Jerusalem", "Europe/London", "Australia/Sydney"


def test_the_date_is_that_of_the_zone():
    now = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    assert clock.today(now, LONDON) == date(2026, 11, 23)
    assert clock.today(now, JERUSALEM) == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("day", "minute", "zone", "utc"),
    [
        (date(2026, 11, 23), 9 * 60, JERUSALEM, "2026-11-23T07:00"),
        (date(2026, 7, 23), 9 * 60, JERUSALEM, "2026-07-23T06:00"),
        # Clocks jump from 02:00 to 03:00: 02:30 is as much later, 03:30 summer time.
        (date(2026, 3, 27), 2 * 60 + 30, JERUSALEM, "2026-03-27T00:30"),
        # Clocks go back from 02:00 to 01:00: the first 01:30.
        (date(2026, 10, 25), 60 + 30, LONDON, "2026-10-25T00:30"),
        (date(2026, 11, 23), 25 * 60, LONDON, "2026-11-24T01:00"),
        (date(2026, 11, 23), -60, LONDON, "2026-11-22T23:00"),
    ],
)
def test_the_instant_of_a_wall_clock(day, minute, zone, utc):
    instant = clock.at(day, minute, zone)
    # By time stamp: a wall clock that is shown twice equals nothing in another zone (PEP 495).
    assert instant.timestamp() == datetime.fromisoformat(utc + "+00:00").timestamp()
    assert str(instant.tzinfo) == zone


def test_minutes_are_counted_from_midnight_of_the_day():
    instant = datetime(2026, 11, 23, 22, 0, tzinfo=UTC)
    assert clock.minute_on(instant, date(2026, 11, 23), LONDON) == 22 * 60
    assert clock.minute_on(instant, date(2026, 11, 23), SYDNEY) == (24 + 9) * 60
    assert clock.minute_on(instant, date(2026, 11, 24), LONDON) == -2 * 60


@pytest.mark.parametrize(
    ("zone", "minutes"), [(LONDON, 120), (SYDNEY, -540), ("America/New_York", 420), (JERUSALEM, 0)]
)
def test_how_far_a_clock_is_ahead(zone, minutes):
    assert clock.ahead(JERUSALEM, zone, datetime(2026, 11, 23, tzinfo=UTC)) == minutes


def test_a_date_means_noon_in_the_zone_and_an_instant_itself():
    noon = clock.moment(date(2026, 11, 23), JERUSALEM)
    assert noon == datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
    assert clock.moment(noon, LONDON) is noon
    assert clock.moment(datetime(2026, 11, 23, 9, 0), LONDON).hour == 9  # noqa: DTZ001


@given(
    st.dates(date(2020, 1, 1), date(2035, 1, 1)),
    st.integers(0, 1439),
    st.sampled_from([JERUSALEM, LONDON, SYDNEY, "America/New_York", "Asia/Kolkata"]),
)
def test_an_instant_shows_its_minute_unless_the_clocks_jump_over_it(day, minute, zone):
    shown = clock.minute_on(clock.at(day, minute, zone), day, zone)
    assert shown == minute or 0 < shown - minute <= 60
