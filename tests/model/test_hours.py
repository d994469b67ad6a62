from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.refusal import cure, refused, sentences
from vagen.model.hours import read_hours, spelled

NINE_TO_FIVE = ((540, 1020),)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("09:00-17:00", NINE_TO_FIVE),
        ("9:00 – 17:00", NINE_TO_FIVE),
        ("09:00—17:00", NINE_TO_FIVE),
        ("09:00-13:00, 15:00-18:00", ((540, 780), (900, 1080))),
        ("15:00-18:00,09:00-13:00", ((540, 780), (900, 1080))),
        ("09:00-13:00, 13:00-15:00", ((540, 780), (780, 900))),
        ("00:00-24:00", ((0, 1440),)),
        ("off", ()),
        ("Closed", ()),
    ],
)
def test_hours(text, hours):
    assert read_hours(text) == hours


@given(st.lists(st.integers(0, 1440), unique=True, max_size=8).map(sorted))
def test_hours_are_read_back(minutes):
    hours = tuple(zip(minutes[::2], minutes[1::2], strict=False))
    assert read_hours(spelled(hours)) == hours


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("9-17", "09:00-17:00"),
        ("9am-5pm", "09:00-17:00"),
        ("9-13, 15.30-18", "09:00-13:00, 15:30-18:00"),
        ("no", "off"),
        ("סגור", "off"),
        ("9-5", None),
        ("22:00-06:00", None),
        ("09:00", None),
        ("09:00-", None),
        ("09:00-17:00,", None),
        ("09:00-25:00", None),
        ("09:00-13:00, 12:00-15:00", None),
    ],
)
def test_no_hours(text, meant):
    assert cure(read_hours, text) == ("bad-hours", meant)


def test_hours_that_overlap_say_where():
    message, _ = sentences(refused(read_hours, "09:00-13:00, 12:00-15:00"))
    assert message == "these hours overlap at 12:00"


def test_a_time_that_does_not_exist_keeps_its_own_hint():
    assert sentences(refused(read_hours, "09:00-25:00"))[1] == "times go from 00:00 to 23:59"
