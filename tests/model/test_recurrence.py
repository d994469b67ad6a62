from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.refusal import cure
from vagen.model.recurrence import LAST, Rhythm, read_recurrence

INTERVALS = st.integers(1, 99)
WEEKDAY = st.integers(0, 6)
ALL = st.one_of(
    st.builds(Rhythm, unit=st.just("day"), interval=INTERVALS),
    st.builds(
        Rhythm,
        unit=st.just("week"),
        interval=INTERVALS,
        weekdays=st.sets(WEEKDAY, min_size=1).map(lambda days: tuple(sorted(days))),
    ),
    st.builds(Rhythm, unit=st.just("month"), interval=INTERVALS, day=st.integers(1, 31)),
    st.builds(
        Rhythm,
        unit=st.just("month"),
        interval=INTERVALS,
        nth=st.sampled_from([1, 2, 3, 4, LAST]),
        weekdays=WEEKDAY.map(lambda day: (day,)),
    ),
    st.builds(
        Rhythm,
        unit=st.just("month"),
        interval=INTERVALS,
        nth=st.sampled_from([1, 5, 15, LAST]),
        workday=st.just(value=True),
    ),
    st.builds(
        Rhythm,
        unit=st.just("year"),
        interval=INTERVALS,
        month=st.integers(1, 12),
        day=st.integers(1, 28),
    ),
)


@given(ALL)
def test_a_rhythm_is_read_back(rhythm):
    assert read_recurrence(str(rhythm)) == rhythm


@pytest.mark.parametrize(
    ("text", "rhythm"),
    [
        ("day", Rhythm(unit="day")),
        ("2 days", Rhythm(unit="day", interval=2)),
        ("week on tue,thu", Rhythm(unit="week", weekdays=(1, 3))),
        ("Week on Thu, Tue, thu", Rhythm(unit="week", weekdays=(1, 3))),
        ("2 weeks on mon", Rhythm(unit="week", interval=2, weekdays=(0,))),
        ("3 months on 15", Rhythm(unit="month", interval=3, day=15)),
        ("month on last workday", Rhythm(unit="month", nth=LAST, workday=True)),
        ("month on 2nd tue", Rhythm(unit="month", nth=2, weekdays=(1,))),
        ("month on last fri", Rhythm(unit="month", nth=LAST, weekdays=(4,))),
        ("year on 03-01", Rhythm(unit="year", month=3, day=1)),
        ("year on 02-29", Rhythm(unit="year", month=2, day=29)),
    ],
)
def test_the_words_of_a_rhythm(text, rhythm):
    assert read_recurrence(text) == rhythm


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("every day", "day"),
        ("daily", "day"),
        ("every Monday", "week on mon"),
        ("weekly on Mondays and Thursdays", "week on mon,thu"),
        ("biweekly on Wednesday", "2 weeks on wed"),
        ("every 2 weeks on Mon", "2 weeks on mon"),
        ("monthly on the 15th", "month on 15"),
        ("month on the last day", "month on 31"),
        ("first Monday of every month", "month on 1st mon"),
        ("month on last business day", "month on last workday"),
        ("quarterly on 1", "3 months on 1"),
        ("week", None),
        ("week on someday", None),
        ("month", None),
        ("month on 32", None),
        ("month on 5th tue", None),
        ("month on 16th workday", None),
        ("month on 2nd day", None),
        ("year on 02-30", None),
        ("year on 1 March", None),
        ("day on tue", None),
        ("0 weeks on mon", None),
        ("sometimes", None),
    ],
)
def test_other_words(text, meant):
    assert cure(read_recurrence, text) == ("bad-recurrence", meant)
