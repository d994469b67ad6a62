"""A recurring call as calendars know it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest
from dateutil import rrule
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pages.practice import client, practice
from vagen.model.recurrence import Rhythm, read_recurrence
from vagen.rules.calls import days
from vagen.rules.series import rule_of, series
from vagen.rules.working_days import is_workday

TODAY = date(2026, 11, 23)


def one(every, *, of=None, today=TODAY, **keys):
    call = {"id": "weekly", "title": "Our call", "every": every, "at": "10:00"} | keys
    kept = client(calls=[call], since="2026-07-01")
    return series(kept.calls[0], kept, of or practice(), today)


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("day", "FREQ=DAILY"),
        ("week on tue,thu", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("2 weeks on mon", "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=MO"),
        ("month on 15", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("month on 31", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("month on 2nd tue", "FREQ=MONTHLY;BYDAY=2TU"),
        ("month on last fri", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("3 months on 1", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1"),
        ("year on 03-01", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1"),
        ("month on 30", ""),
        ("month on last workday", ""),
        ("year on 02-29", ""),
    ],
)
def test_a_rhythm_as_a_rule(words: str, rule: str) -> None:
    assert rule_of(read_recurrence(words)) == rule


RULED = st.one_of(
    st.builds(Rhythm, unit=st.just("day"), interval=st.integers(1, 5)),
    st.builds(
        Rhythm,
        unit=st.just("week"),
        interval=st.integers(1, 4),
        weekdays=st.sets(st.integers(0, 6), min_size=1).map(lambda some: tuple(sorted(some))),
    ),
    st.builds(
        Rhythm,
        unit=st.just("month"),
        interval=st.integers(1, 4),
        day=st.one_of(st.integers(1, 28), st.just(31)),
    ),
    st.builds(
        Rhythm,
        unit=st.just("month"),
        nth=st.sampled_from((1, 2, 3, 4, -1)),
        weekdays=st.integers(0, 6).map(lambda day: (day,)),
    ),
    st.builds(Rhythm, unit=st.just("year"), month=st.integers(1, 12), day=st.integers(1, 28)),
)


@settings(deadline=None, max_examples=80)
@given(RULED, st.dates(date(2024, 1, 1), date(2026, 12, 31)), st.booleans())
def test_the_rule_makes_the_days_of_the_rhythm(rhythm: Rhythm, since: date, anchored: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    """Whichever of its days the series begins on, the rule goes on as the rhythm does."""
    workday = partial(is_workday, practice())
    anchor = since if anchored else None
    wanted = [
        day
        for day in days(rhythm, since, anchor=anchor, workday=workday)
        if day <= since + timedelta(days=1500)
    ]
    made = rrule.rrulestr(f"DTSTART:{wanted[0]:%Y%m%d}T000000\nRRULE:{rule_of(rhythm)}")
    end = wanted[-1]
    found = []
    for moment in made:
        if moment.date() > end:
            break
        found.append(moment.date())
    assert found == wanted


def test_days_off_are_left_out_as_far_as_the_end_of_next_year() -> None:
    away = [{"from": "2026-12-13", "to": "2026-12-17"}]
    found = one("week on tue", of=practice(away=away, holidays={"country": "IL"}))
    assert found is not None
    assert found.days == (date(2026, 7, 7),)
    assert found.rule == "FREQ=WEEKLY;BYDAY=TU"
    assert date(2026, 12, 15) in found.skipped
    assert all(day.weekday() == 1 and day <= date(2027, 12, 31) for day in found.skipped)
    assert found.skipped == tuple(sorted(found.skipped))


def test_a_series_of_many_years_still_leaves_out_this_years_absence() -> None:
    away = [{"from": "2026-12-13", "to": "2026-12-17"}]
    found = one("week on tue", of=practice(away=away), **{"from": "2009-01-06"})
    assert found is not None
    assert found.days == (date(2009, 1, 6),)
    assert found.skipped == (date(2026, 12, 15),)


def test_a_series_does_not_begin_on_a_day_off() -> None:
    away = [{"from": "2026-07-01", "to": "2026-07-10"}]
    found = one("week on tue", of=practice(away=away))
    assert found is not None
    assert found.days == (date(2026, 7, 14),)
    assert found.skipped == ()


def test_the_first_day_stays_while_the_days_pass() -> None:
    firsts = {one("2 weeks on mon", today=TODAY + timedelta(days=n)).days for n in range(0, 60, 7)}
    assert len(firsts) == 1


def test_without_a_rule_each_day_of_the_year_ahead_stands_by_itself() -> None:
    found = one("month on last workday")
    assert found is not None
    assert found.rule == ""
    assert found.days[0] == date(2026, 10, 29)
    assert len(found.days) == 13
    assert found.skipped == ()


def test_a_call_that_is_over_or_never_held_is_no_series() -> None:
    assert one("week on tue", until="2026-11-22") is None
    assert one("week on tue", until="2026-11-24") is not None
    away = [{"from": "2020-01-01", "to": "2030-01-01"}]
    assert one("week on tue", of=practice(away=away)) is None
