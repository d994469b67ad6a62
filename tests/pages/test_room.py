"""Room on paper: what is promised is drawn, and the column is never too long."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vagen.pages.room import GAP, HEAD, LINE, MORE, Part, fitting, height

_ROW = LINE + GAP
PARTS = st.lists(
    st.builds(
        Part,
        st.lists(st.integers(1, 4).map(lambda n: n * LINE + GAP), max_size=12),
        st.integers(0, 5),
    ),
    max_size=5,
)


def used(parts: list[Part], taken: tuple[int, ...]) -> int:
    """The height of what is drawn."""
    return sum(
        HEAD + sum(one.rows[:count]) + (MORE if count < len(one.rows) else 0)
        for one, count in zip(parts, taken, strict=True)
        if one.rows
    )


def test_a_row_is_as_high_as_its_words_are_long() -> None:
    lines = {
        "": 1,
        "x" * 10: 1,
        "x" * 11: 2,
        "x" * 21: 3,
        "seven seven": 2,
        "one two three": 2,
        "a " + "x" * 15: 3,
    }
    assert {text: height(text, 10) for text in lines} == {
        text: count * LINE + GAP for text, count in lines.items()
    }


def test_all_rows_fit_where_there_is_room_for_them_alone() -> None:
    parts = [Part([_ROW] * 3), Part([]), Part([_ROW])]
    assert fitting(parts, 2 * HEAD + 4 * _ROW) == (3, 0, 1)


def test_each_list_has_its_least_and_the_first_has_what_is_left() -> None:
    parts = [Part([_ROW] * 20, 2), Part([_ROW] * 20, 3)]
    assert fitting(parts, 2 * (HEAD + MORE) + 9 * _ROW) == (6, 3)


def test_the_last_row_takes_the_place_of_the_line_that_would_count_it() -> None:
    assert fitting([Part([_ROW, _ROW])], HEAD + 2 * _ROW) == (2,)
    assert fitting([Part([_ROW, _ROW, _ROW])], HEAD + 2 * _ROW) == (1,)


@given(PARTS, st.integers(0, 400))
def test_a_column_is_never_longer_than_its_room(parts: list[Part], room: int) -> None:
    taken = fitting(parts, room)
    assert all(0 <= count <= len(one.rows) for one, count in zip(parts, taken, strict=True))
    empty = sum(HEAD + MORE for one in parts if one.rows)
    assert used(parts, taken) <= max(room, empty)


@given(PARTS, st.integers(0, 400))
def test_a_row_stays_out_only_where_it_has_no_place(parts: list[Part], room: int) -> None:
    taken = fitting(parts, room)
    for index, one in enumerate(parts):
        if taken[index] < len(one.rows):
            more = (*taken[:index], taken[index] + 1, *taken[index + 1 :])
            assert used(parts, more) > room
