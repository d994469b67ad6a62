from hypothesis import given
from hypothesis import strategies as st

from vagen.cli.columns import columns, width

WORDS = st.sampled_from(
    ("", "a", "fen/book", "מחר", "לוח November", "字字", "e\u0301", "12:30–13:00")
)
ROWS = st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=6)


@given(ROWS, st.sampled_from(("en", "he")))
def test_cells_of_a_column_begin_at_one_place(rows, language):
    starts = [set(), set(), set()]
    for row, cells in zip(rows, columns(rows, language), strict=True):
        for at, text in enumerate(row):
            if text:
                starts[at].add(width("".join(cells[:at])))
    assert all(len(found) <= 1 for found in starts)


@given(ROWS, st.sampled_from(("en", "he")))
def test_no_line_ends_with_blanks_and_no_word_is_lost(rows, language):
    for row, cells in zip(rows, columns(rows, language), strict=True):
        line = "".join(cells).translate({0x200E: None, 0x200F: None})
        assert line == line.rstrip()
        assert [text for text in row if text and text not in line] == []


def test_a_line_of_english_has_marks_behind_hebrew_alone():
    (cells,) = columns([("late", "לוח", "begun")], "en")
    assert cells == ("late  ", "לוח\u200e  ", "begun")


def test_a_line_of_hebrew_runs_to_the_left_and_latin_in_it_to_the_right():
    (cells,) = columns([("fen/book", "לוח", "10:30")], "he")
    assert cells == (
        "\u200f\u200efen/book\u200e\u200f  ",
        "\u200fלוח  ",
        "\u200f\u200e10:30\u200e",
    )
