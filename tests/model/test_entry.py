from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from vagen.model.entry import overlaps
from vagen.problems import Span
from vagen.source.timelog import read_day_block

ZONE = ZoneInfo("Asia/Jerusalem")


def pairs(*lines: str, on: date = date(2026, 11, 2)) -> list[tuple[str, str]]:
    entries, problems = read_day_block(on, "\n".join(lines), Span("log"), ZONE)
    assert not problems
    return [(first.text, second.text) for first, second in overlaps(entries)]


def test_ranges_that_share_time_overlap():
    assert pairs("09:00-10:30 one", "10:00-11:00 two") == [("one", "two")]


def test_the_order_of_the_lines_does_not_matter():
    assert pairs("10:00-11:00 two", "09:00-10:30 one") == [("one", "two")]


def test_ranges_that_touch_do_not_overlap():
    assert pairs("09:00-10:00 one", "10:00-11:00 two") == []


def test_two_people_work_at_the_same_time():
    assert pairs("09:00-10:30 one", "09:00-10:30 two +dana") == []


def test_one_other_person_may_overlap_too():
    assert pairs("09:00-10:30 one +dana", "09:00-10:30 two +dana") == [("one", "two")]


def test_a_duration_is_nowhere():
    assert pairs("09:00-10:30 one", "2h two") == []


def test_each_is_paired_with_the_one_that_lasts():
    assert pairs("09:00-12:00 all", "09:30-10:00 in", "11:00-11:30 late") == [
        ("all", "in"),
        ("all", "late"),
    ]


def test_an_open_range_counts_with_its_start():
    assert pairs("09:00- open", "10:00-11:00 later") == []
    assert pairs("10:30- open", "10:00-11:00 around") == [("around", "open")]
    assert pairs("10:00- open", "10:00-11:00 same") == [("same", "open")]


def test_a_night_reaches_into_the_next_day():
    night, _ = read_day_block(date(2026, 11, 2), "23:00-01:00 night", Span("log"), ZONE)
    morning, _ = read_day_block(date(2026, 11, 3), "00:30-02:00 morning", Span("log"), ZONE)
    assert [(a.text, b.text) for a, b in overlaps(night + morning)] == [("night", "morning")]


def test_the_hour_that_comes_twice_is_two_hours():
    lines = ("01:00+03:00-01:30+03:00 first", "01:00+02:00-01:30+02:00 second")
    assert pairs(*lines, on=date(2026, 10, 25)) == []


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 7)), max_size=6))
def test_something_overlaps_when_minutes_are_counted_twice(ranges):
    quarter = [f"{n // 4:02}:{n % 4 * 15:02}" for n in range(48)]
    lines = [f"{quarter[start]}-{quarter[start + length]} x" for start, length in ranges]
    covered = [n for start, length in ranges for n in range(start, start + length)]
    assert bool(pairs(*lines)) == (len(covered) != len(set(covered)))
