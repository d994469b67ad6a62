from datetime import UTC, date, datetime, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pages.practice import client, practice
from vagen.model.recurrence import read_recurrence
from vagen.rules.calls import days, next_call, upcoming
from vagen.rules.clock import here

D = date.fromisoformat
CALL = {"id": "weekly", "title": "Weekly", "every": "week on tue", "at": "10:00"}


def of_rhythm(words, since, count=4, anchor=None):
    found = days(
        read_recurrence(words),
        D(since),
        anchor=D(anchor) if anchor else None,
        workday=lambda day: day.weekday() < 5 and day != D("2026-12-31"),
    )
    return [day.isoformat() for day in islice(found, count)]


@pytest.mark.parametrize(
    ("words", "since", "expected"),
    [
        ("day", "2026-11-29", ["2026-11-29", "2026-11-30", "2026-12-01"]),
        ("week on tue,thu", "2026-11-25", ["2026-11-26", "2026-12-01", "2026-12-03"]),
        ("month on 15", "2026-11-16", ["2026-12-15", "2027-01-15"]),
        ("month on 31", "2026-11-01", ["2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28"]),
        ("month on 30", "2027-12-31", ["2028-01-30", "2028-02-29", "2028-03-30"]),
        ("month on last workday", "2026-11-01", ["2026-11-30", "2026-12-30", "2027-01-29"]),
        ("month on 2nd workday", "2026-11-04", ["2026-12-02", "2027-01-04"]),
        ("month on 2nd tue", "2026-11-11", ["2026-12-08", "2027-01-12"]),
        ("month on last fri", "2026-11-27", ["2026-11-27", "2026-12-25"]),
        ("year on 03-01", "2026-11-01", ["2027-03-01", "2028-03-01"]),
        ("year on 02-29", "2026-11-01", ["2027-02-28", "2028-02-29"]),
    ],
)
def test_rhythms(words, since, expected):
    assert of_rhythm(words, since, len(expected)) == expected


@pytest.mark.parametrize(
    ("words", "anchor", "since", "expected"),
    [
        ("2 weeks on mon,thu", "2026-11-05", "2026-11-09", ["2026-11-16", "2026-11-19"]),
        ("3 days", "2026-11-01", "2026-11-05", ["2026-11-07", "2026-11-10"]),
        ("3 months on 31", "2026-08-31", "2026-09-01", ["2026-11-30", "2027-02-28"]),
        ("2 months on last workday", "2026-11-15", "2026-11-20", ["2026-11-30", "2027-01-29"]),
        ("week on mon", "2026-12-01", "2026-11-01", ["2026-12-07", "2026-12-14"]),
    ],
)
def test_turns_are_counted_from_the_first(words, anchor, since, expected):
    assert of_rhythm(words, since, len(expected), anchor) == expected


def test_without_a_first_day_two_weeks_are_the_same_whenever_one_looks():
    early = of_rhythm("2 weeks on mon", "2026-11-01", 6)
    assert of_rhythm("2 weeks on mon", early[2], 4) == early[2:]


def test_a_rhythm_that_no_month_knows_has_no_days():
    found = days(read_recurrence("month on last workday"), D("2026-11-01"), workday=lambda _: False)
    assert list(found) == []


def around(zone, on, at="10:00", weeks=2):
    """The calls of a weekly rhythm before and after a Sunday of change, as UTC hours."""
    whose = client(timezone=zone, calls=[CALL | {"every": "week on wed", "at": at}])
    now = datetime.combine(D(on) - timedelta(days=6), datetime.min.time(), UTC)
    found = islice(upcoming(whose.calls[0], whose, practice(), now), weeks)
    return [here(one, "UTC").hour + here(one, "UTC").minute / 60 for one in found]


@pytest.mark.parametrize(
    ("zone", "change", "utc"),
    [
        # Both changes of 2026, each by its Sunday: the wall clock stays, UTC moves.
        ("Asia/Jerusalem", "2026-03-29", [8, 7]),
        ("Asia/Jerusalem", "2026-10-25", [7, 8]),
        ("Europe/London", "2026-03-29", [10, 9]),
        ("Europe/London", "2026-10-25", [9, 10]),
        ("Australia/Sydney", "2026-04-05", [23, 0]),
        ("Australia/Sydney", "2026-10-04", [0, 23]),
        ("America/New_York", "2026-03-08", [15, 14]),
        ("America/New_York", "2026-11-01", [14, 15]),
    ],
)
def test_a_call_keeps_its_wall_clock_in_its_own_zone(zone, change, utc):
    assert around(zone, change) == utc


def test_the_calls_own_zone_goes_before_the_clients():
    whose = client(calls=[CALL | {"zone": "Asia/Jerusalem"}])
    found = next_call(whose, practice(), datetime(2026, 11, 23, 10, tzinfo=UTC))
    assert found is not None
    assert here(found[1], "UTC") == datetime(2026, 11, 24, 8, tzinfo=UTC)
    assert found[1].tzinfo.key == "Asia/Jerusalem"


@pytest.mark.parametrize(
    ("now", "day"),
    [("2026-11-24T09:59", "2026-11-24"), ("2026-11-24T10:00", "2026-12-01")],
)
def test_next_is_after_now(now, day):
    whose = client(calls=[CALL])
    found = next_call(whose, practice(), datetime.fromisoformat(now + "+00:00"))
    assert found is not None
    assert found[1].date() == D(day)


def test_the_soonest_of_several():
    whose = client(calls=[CALL, CALL | {"id": "daily", "every": "day", "at": "12:00"}])
    found = next_call(whose, practice(), datetime(2026, 11, 23, 10, tzinfo=UTC))
    assert found is not None
    assert found[0].id == "daily"
    assert next_call(client(), practice(), datetime(2026, 11, 23, tzinfo=UTC)) is None


def test_calls_begin_and_end():
    whose = client(calls=[CALL | {"from": "2026-12-01", "until": "2026-12-15"}])
    now = datetime(2026, 11, 1, tzinfo=UTC)
    found = [one.date().isoformat() for one in upcoming(whose.calls[0], whose, practice(), now)]
    assert found == ["2026-12-01", "2026-12-08", "2026-12-15"]


def test_there_is_no_call_on_a_day_off():
    whose = client(calls=[CALL])
    away = practice(
        away=[{"from": "2026-11-22", "to": "2026-11-26"}],
        holidays={"country": "GB", "extra": [{"on": "2026-12-01", "name": "Move"}]},
    )
    found = next_call(whose, away, datetime(2026, 11, 23, tzinfo=UTC))
    assert found is not None
    assert found[1].date() == D("2026-12-08")


def test_now_in_the_calls_own_zone_is_compared_as_an_instant():
    # 01:45 is shown twice on 25 October; the second one is after a call at the first 01:30.
    whose = client(calls=[CALL | {"every": "day", "at": "01:30"}])
    now = here(datetime(2026, 10, 25, 1, 15, tzinfo=UTC), "Europe/London")
    found = next_call(whose, practice(), now)
    assert found is not None
    assert found[1].date() == D("2026-10-26")


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1)),  # noqa: DTZ001
    st.sampled_from(["day", "week on sun,wed", "2 weeks on fri", "month on 31", "year on 02-29"]),
    st.sampled_from(["Asia/Jerusalem", "Europe/London", "Australia/Sydney", "America/New_York"]),
)
def test_calls_are_in_order_after_now_and_on_the_hour(when, words, zone):
    now = when.replace(tzinfo=UTC)
    whose = client(timezone=zone, calls=[CALL | {"every": words}])
    found = list(islice(upcoming(whose.calls[0], whose, practice(), now), 3))
    stamps = [one.timestamp() for one in found]
    assert found
    assert stamps == sorted(set(stamps))
    assert stamps[0] > now.timestamp()
    assert {one.hour for one in found} == {10}
