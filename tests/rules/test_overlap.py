from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vagen.model.schedule import Week
from vagen.rules.overlap import Desk, hours_elsewhere, on_date, overlap

JERUSALEM, LONDON, NEW_YORK = "Asia/Jerusalem", "Europe/London", "America/New_York"
SYDNEY, LOS_ANGELES = "Australia/Sydney", "America/Los_Angeles"
H = 60


def desk(zone, hours, days="sun mon tue wed thu"):
    return Desk(Week.model_validate(dict.fromkeys(days.split(), hours)), zone)


MINE = desk(JERUSALEM, "09:00-17:00")
WEEKDAYS = "mon tue wed thu fri"
D = date.fromisoformat


@pytest.mark.parametrize(
    ("reader", "day", "ranges"),
    [
        (LONDON, "2026-11-23", ((7 * H, 15 * H),)),
        # Israel changes on Friday, 27 March 2026, London on Sunday the 29th: three hours that week.
        (LONDON, "2026-03-26", ((7 * H, 15 * H),)),
        (LONDON, "2026-03-29", ((7 * H, 15 * H),)),
        # Both go back on 25 October 2026.
        (LONDON, "2026-10-25", ((7 * H, 15 * H),)),
        # New York changes on 8 March, three weeks before Israel, and on 1 November, one after.
        (NEW_YORK, "2026-03-05", ((2 * H, 10 * H),)),
        (NEW_YORK, "2026-03-09", ((3 * H, 11 * H),)),
        (NEW_YORK, "2026-10-26", ((3 * H, 11 * H),)),
        (NEW_YORK, "2026-11-02", ((2 * H, 10 * H),)),
        # Sydney leaves summer time on 5 April 2026 and enters it on 4 October.
        (SYDNEY, "2026-03-25", ((0, 2 * H), (18 * H, 24 * H))),
        (SYDNEY, "2026-04-06", ((15 * H + H, 24 * H),)),
        (SYDNEY, "2026-10-05", ((0, H), (17 * H, 24 * H))),
        # My day begins late on the reader's evening before and ends in their morning.
        (LOS_ANGELES, "2026-11-24", ((0, 7 * H), (23 * H, 24 * H))),
        (LOS_ANGELES, "2026-11-26", ((0, 7 * H),)),  # Friday is no working day of mine
        (LOS_ANGELES, "2026-11-28", ((23 * H, 24 * H),)),
    ],
)
def test_my_hours_on_the_readers_date(reader, day, ranges):
    assert on_date(MINE, D(day), reader) == ranges


def test_london_shares_six_hours():
    found = overlap(desk(LONDON, "09:00-17:30", WEEKDAYS), MINE, D("2026-11-23"))
    assert found is not None
    assert found.yours == ((540, 1050),)
    assert found.mine == ((420, 900),)
    assert found.shared == ((540, 900),)
    assert found.weekdays == (0, 1, 2, 3)
    assert (found.first, found.last) == (6 * H, 19 * H)


def test_days_that_never_meet_are_told_too():
    found = overlap(desk(LOS_ANGELES, "09:00-17:00", WEEKDAYS), MINE, D("2026-11-23"))
    assert found is not None
    assert found.shared == ()
    assert found.weekdays == ()
    assert (found.first, found.last) == (0, 24 * H)


@pytest.mark.parametrize(
    "reader",
    [
        desk("Europe/Athens", "09:00-17:00"),  # the same clock
        desk(JERUSALEM, "08:00-12:00"),
        desk(LONDON, "off"),
        desk(LONDON, "09:00-17:00", "fri sat"),  # never on my days
    ],
)
def test_there_may_be_nothing_to_tell(reader):
    assert overlap(reader, MINE, D("2026-11-23")) is None


def test_two_ranges_a_day_are_met_one_by_one():
    found = overlap(desk(LONDON, "08:00-10:00, 14:00-18:00"), MINE, D("2026-11-23"))
    assert found is not None
    assert found.shared == ((480, 600), (840, 900))


def test_the_usual_day_is_shown():
    mine = Desk(
        Week.model_validate({"mon": "09:00-11:00", "tue": "09:00-17:00", "wed": "09:00-17:00"}),
        JERUSALEM,
    )
    found = overlap(desk(LONDON, "09:00-17:00"), mine, D("2026-11-23"))
    assert found is not None
    assert found.mine == ((420, 900),)
    assert found.weekdays == (1, 2)  # on Mondays my day is over before theirs begins


@pytest.mark.parametrize(
    ("zone", "groups"),
    [
        (LONDON, [((0, 1, 2, 3, 6), ((7 * H, 15 * H),))]),
        (SYDNEY, [((0, 1, 2, 3, 6), ((18 * H, 26 * H),))]),
        # It begins on the evening before: Saturday to Wednesday.
        (LOS_ANGELES, [((0, 1, 2, 5, 6), ((23 * H, 31 * H),))]),
        ("Pacific/Auckland", [((0, 1, 2, 3, 6), ((20 * H, 28 * H),))]),
    ],
)
def test_my_week_on_another_clock(zone, groups):
    found = hours_elsewhere(MINE, zone, D("2026-11-23"))
    assert [(one.weekdays, one.ranges) for one in found] == groups


def test_a_week_with_different_days_is_grouped():
    week = Week.model_validate({"sun": "09:00-13:00", "mon": "09:00-17:00", "tue": "09:00-13:00"})
    found = hours_elsewhere(Desk(week, JERUSALEM), LONDON, D("2026-11-23"))
    assert [(one.weekdays, one.ranges) for one in found] == [
        ((0,), ((420, 900),)),
        ((1, 6), ((420, 660),)),
    ]


def test_in_the_week_of_a_change_the_days_before_and_after_differ():
    # From Monday, 2 March 2026: New York changes on the Sunday.
    found = hours_elsewhere(MINE, NEW_YORK, D("2026-03-02"))
    assert [(one.weekdays, one.ranges) for one in found] == [
        ((0, 1, 2, 3), ((2 * H, 10 * H),)),
        ((6,), ((3 * H, 11 * H),)),
    ]


@given(
    st.dates(D("2026-01-01"), D("2028-01-01")),
    st.sampled_from([LONDON, NEW_YORK, SYDNEY, LOS_ANGELES, "Asia/Kolkata", "Pacific/Apia"]),
)
def test_what_is_shared_is_in_both_days(day, zone):
    found = overlap(desk(zone, "07:00-20:00", WEEKDAYS), MINE, day)
    assert found is None or day <= found.on < day + timedelta(days=7)
    for start, end in found.shared if found else ():
        assert start < end
        assert any(left <= start and end <= right for left, right in found.yours)
        assert any(left <= start and end <= right for left, right in found.mine)
        assert found.first <= start
        assert end <= found.last
