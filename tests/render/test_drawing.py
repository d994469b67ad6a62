from __future__ import annotations

from datetime import time
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from vagen.render.drawing import Bar, Scale, clock_hands


def test_a_stretch_stands_where_reading_begins() -> None:
    assert Scale(420, 1260).bar(600, 960) == Bar("21.43%", "42.86%")
    assert Scale(420, 1260, turned=True).bar(600, 960) == Bar("35.71%", "42.86%")
    assert Scale(0, 100).at(77) == "77%"
    assert Scale(0, 100, turned=True).at(Decimal(77)) == "23%"


def test_a_line_without_length_has_nothing_on_it() -> None:
    assert Scale(5, 5).bar(1, 9) == Bar("0%", "0%")


@given(*[st.integers(-3000, 3000)] * 4)
def test_a_picture_turned_is_the_same_picture_seen_from_the_other_side(
    first: int, length: int, since: int, until: int
) -> None:
    scale, start, end = (first, first + abs(length) + 1), min(since, until), max(since, until)
    one, other = Scale(*scale).bar(start, end), Scale(*scale, turned=True).bar(start, end)
    assert one.width == other.width
    x, turned, width = (float(text.rstrip("%")) for text in (one.x, other.x, one.width))
    assert abs(x + turned + width - 100) < 0.02
    assert 0 <= x <= 100


def test_the_hands_of_a_clock() -> None:
    hands = clock_hands(time(15, 0))
    assert (hands.hour_x, hands.hour_y) == ("37.0", "26.0")
    assert (hands.minute_x, hands.minute_y) == ("26.0", "9.0")
    assert clock_hands(time(3, 0)) == hands
