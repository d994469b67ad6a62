from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.refusal import cure, refused, sentences
from vagen.model.duration import read_minutes, spell


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1h15m", 75),
        ("1h05m", 65),
        ("75m", 75),
        ("1.25h", 75),
        ("1:15", 75),
        ("2h", 120),
        ("0m", 0),
    ],
)
def test_a_duration(text, minutes):
    assert read_minutes(text) == minutes


@given(st.integers(0, 99_999))
def test_every_duration_is_read_back(minutes):
    assert read_minutes(spell(minutes)) == minutes
    assert read_minutes(f"{minutes}m") == minutes
    assert read_minutes(f"{minutes // 60}:{minutes % 60:02}") == minutes


@given(st.integers(0, 9_999), st.integers(0, 99))
def test_hours_in_decimals_are_whole_minutes_or_refused(hours, hundredths):
    text = f"{hours}.{hundredths:02}h"
    whole, rest = divmod((100 * hours + hundredths) * 60, 100)
    if rest:
        either, other = spell(whole), spell(whole + 1)
        assert sentences(refused(read_minutes, text))[1] == f"type {either} or {other}"
    else:
        assert read_minutes(text) == whole


@pytest.mark.parametrize(("minutes", "text"), [(0, "0m"), (45, "45m"), (60, "1h"), (75, "1h15m")])
def test_a_duration_in_its_shortest_form(minutes, text):
    assert spell(minutes) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("90", None),
        ("1h 15m", "1h15m"),
        ("1h15", "1h15m"),
        ("1h75m", "2h15m"),
        ("90 min", "1h30m"),
        ("2 hours", "2h"),
        ("1,5h", "1h30m"),
        ("1.5 Hours", "1h30m"),
        ("90 דקות", "1h30m"),
        ("1.255h", None),
        ("1,255h", None),
        ("1:75", None),
        ("1.5", None),
        ("-1h", None),
        ("h", None),
        ("soon", None),
    ],
)
def test_other_ways_to_write_a_duration(text, meant):
    assert cure(read_minutes, text) == ("bad-duration", meant)


def test_part_of_a_minute_is_told_its_neighbours():
    assert sentences(refused(read_minutes, "1.255h"))[1] == "type 1h15m or 1h16m"


def test_true_is_no_number_of_minutes():
    assert refused(read_minutes, raw=True).code == "wrong-type"
