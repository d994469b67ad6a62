from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.refusal import cure, refused, sentences
from vagen.model.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    instants,
    last_of_month,
    minute_of_day,
    read_clock,
    read_day,
    read_instant,
)

JERUSALEM = ZoneInfo("Asia/Jerusalem")
DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


@given(DAYS)
def test_every_day_is_read_back(day):
    assert read_day(day.isoformat()) == day
    assert read_day(day) == day


@given(DAYS)
def test_a_day_typed_in_words_is_understood(day):
    assert cure(read_day, f"{day:%d %b %Y}") == ("impossible-date", day.isoformat())
    assert cure(read_day, f"{day:%d.%m.%Y}") == ("impossible-date", day.isoformat())


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-9-5", "2026-09-05"),
        ("2026/11/30", "2026-11-30"),
        ("20261130", "2026-11-30"),
        ("2026-11-30 10:00", "2026-11-30"),
        ("30/11/2026", "2026-11-30"),
        ("11/30/2026", "2026-11-30"),
        ("05/05/2026", "2026-05-05"),
        ("30.11.26", "2026-11-30"),
        ("4.5.2026", "2026-05-04"),
        ("30th November 2026", "2026-11-30"),
        ("Nov 30, 2026", "2026-11-30"),
        ("2026 Nov 30", "2026-11-30"),
        ("30 בנובמבר 2026", "2026-11-30"),
        ("04/05/2026", None),
        ("tomorrow", None),
        ("2026113", None),
        ("31 Nov 2026", None),
        ("1 ju 2026", None),
        ("0026-01-01", None),
        ("2200-01-01", None),
    ],
)
def test_other_ways_to_write_a_date(text, meant):
    assert cure(read_day, text) == ("impossible-date", meant)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("2026-11-31", "the last day of that month is 2026-11-30"),
        ("2026-02-29", "the last day of that month is 2026-02-28"),
        ("2026-13-01", "did you mean 2026-01-13?"),
        ("2026-30-11", "did you mean 2026-11-30?"),
        ("2026-00-01", "a date is year-month-day, months 01 to 12"),
        ("04/05/2026", "type 2026-05-04 or 2026-04-05: year, month, day"),
    ],
)
def test_a_day_that_does_not_exist(text, hint):
    wrong = refused(read_day, text)
    assert (wrong.code, sentences(wrong)[1]) == ("impossible-date", hint)


def test_an_instant_is_no_day():
    assert refused(read_day, datetime(2026, 1, 1, tzinfo=UTC)).code == "wrong-type"


@pytest.mark.parametrize(
    "text", ["2026-11-30T09:00+02:00", "2026-11-30 09:00:00+0200", "2026-11-30t09:00:00.000+02:00"]
)
def test_an_instant(text):
    offset = timezone(timedelta(hours=2))
    assert read_instant(text) == datetime(2026, 11, 30, 9, tzinfo=offset)


def test_an_instant_in_utc():
    assert read_instant("2026-11-30T09:00z") == datetime(2026, 11, 30, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2026-11-30T09:00", "bad-time"),
        ("2026-11-30", "bad-time"),
        ("2026-11-30T25:00Z", "bad-time"),
        ("2026-11-30T09:00+25:00", "bad-time"),
        ("2026-11-31T09:00Z", "impossible-date"),
    ],
)
def test_no_instant(text, code):
    assert refused(read_instant, text).code == code


@given(st.times().map(lambda one: one.replace(second=0, microsecond=0)))
def test_every_time_of_day_is_read_back(clock):
    assert read_clock(f"{clock:%H:%M}") == clock
    assert read_clock(f"{clock.hour}:{clock:%M}") == clock


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("9.00", "09:00"),
        ("0930", "09:30"),
        ("9", "09:00"),
        ("9am", "09:00"),
        ("9:30 PM", "21:30"),
        ("12am", "00:00"),
        ("12 p.m.", "12:00"),
        ("09:00:00", "09:00"),
        ("24:00", "00:00"),
        ("25:00", None),
        ("09:60", None),
        ("13pm", None),
        ("noon", None),
        ("9:5", None),
    ],
)
def test_other_ways_to_write_a_time(text, meant):
    assert cure(read_clock, text) == ("bad-time", meant)


def test_a_day_ends_at_24():
    assert minute_of_day("24:00", end=True) == 1440


@pytest.mark.parametrize(
    ("day", "last"),
    [("2026-02-01", "2026-02-28"), ("2028-02-29", "2028-02-29"), ("2026-12-05", "2026-12-31")],
)
def test_the_last_day_of_a_month(day, last):
    assert last_of_month(date.fromisoformat(day)) == date.fromisoformat(last)


def test_a_time_of_day_is_one_instant_as_a_rule():
    assert instants(date(2026, 11, 2), 9 * 60, JERUSALEM) == (
        datetime(2026, 11, 2, 9, tzinfo=JERUSALEM),
    )


def test_a_minute_past_the_day_is_on_the_next():
    (one,) = instants(date(2026, 11, 2), 25 * 60, JERUSALEM)
    assert (one.date(), one.time()) == (date(2026, 11, 3), time(1))


def test_the_clocks_jump_over_an_hour():
    assert instants(date(2026, 3, 27), 150, JERUSALEM) == ()


def test_the_clocks_show_an_hour_twice():
    found = instants(date(2026, 10, 25), 90, JERUSALEM)
    assert [f"{one:%H:%M%z}" for one in found] == ["01:30+0300", "01:30+0200"]
