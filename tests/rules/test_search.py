"""Words are found behind their prefixes, and what may be another word comes last."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vagen.rules.index import index_of
from vagen.rules.search import Hit, search


def found(query, *texts, typing=False):
    """The texts that are found, doubtful ones with a question mark."""
    index = index_of(("", text, "") for text in texts)
    hits = search(index, query, typing=typing)
    return [texts[hit.entry] + "?" * hit.doubtful for hit in hits]


@pytest.mark.parametrize(
    "form", ["לקוחות", "ולקוחות", "הלקוחות", "מהלקוחות", "וכשמהלקוחות", "ה״לקוחות״", "לְקוּחוֹת"]
)
def test_a_word_is_found_behind_its_prefixes(form):
    assert found("לקוחות", form, "לקוח", "לקוחותיו", "תלקוחות") == [form]


def test_the_word_itself_comes_before_longer_chains():
    texts = ("וכשמהפגישה", "מהפגישה", "פגישה", "הפגישה")
    assert found("פגישה", *texts) == ["פגישה", "הפגישה", "מהפגישה", "וכשמהפגישה"]


def test_what_the_query_types_before_a_word_belongs_to_it():
    assert found("הפגישה", "פגישה", "הפגישה", "מהפגישה") == ["הפגישה", "מהפגישה"]


def test_a_letter_that_takes_the_article_is_the_words_own():
    assert found("גנים", "מגנים", "גנים") == ["גנים", "מגנים?"]
    assert found("תבניות", "מתבניות", "תבניות") == ["תבניות", "מתבניות"]
    assert found("תבניות", "מתבניות", "תבניות", "המתבניות") == ["תבניות", "מתבניות?"]


def test_frozen_words_are_never_parted():
    assert found("בד", "לבד", "בלבד", "ולבד", "מבד", "הבד") == ["הבד", "מבד?"]


def test_a_doubled_vav_is_one():
    assert found("ועדה", "בוועדה", "שהוועדה", "ועדה", "לוועדה") == [
        "ועדה", "בוועדה", "לוועדה", "שהוועדה",
    ]  # fmt: skip
    assert found("וועדה", "ועדה") == ["ועדה"]


def test_an_abbreviation_and_the_same_letters_are_told_apart_where_both_stand():
    assert found("רו״ח", "רוח", "לרו״ח") == ["לרו״ח", "רוח?"]
    assert found("עוד", "עו״ד", "עוד") == ["עוד", "עו״ד?"]
    assert found("דו״ח", "בדוח") == ["בדוח"]
    assert found("מנכל", "המנכ״ל") == ["המנכ״ל"]


def test_numbers_and_latin_words_are_whole():
    assert found("14", "2026-014", "ב־14", "114") == ["ב־14"]
    assert found("face", "Facebook", "ב־face") == ["ב־face"]
    assert found("12500", "12,500 ש״ח") == ["12,500 ש״ח"]


def test_all_words_are_asked_for_each_with_its_own_prefixes():
    texts = ("הפגישה ביומן", "פגישה", "יומן")
    assert found("יומן פגישה", *texts) == ["הפגישה ביומן"]
    assert found("פגישה פגישה", *texts) == ["פגישה", "הפגישה ביומן"]


def test_while_typing_the_last_word_may_go_on():
    texts = ("המשימות", "משימה", "משים לב", "פגישה על משימה")
    assert found("משימ", *texts, typing=True) == ["משים לב", "משימה", "פגישה על משימה", "המשימות"]
    assert found("משימ ", *texts, typing=True) == ["משים לב"]
    assert found("משימ", *texts) == ["משים לב"]
    assert found("פגי משימה", *texts, typing=True) == []
    assert found("face", "ב־Facebook", typing=True) == ["ב־Facebook"]


def test_titles_come_before_texts_and_a_pages_name_is_not_enough():
    entries = [("x", "דוח", "בית"), ("דוח", "y", "בית"), ("אחר", "z", "דוח")]
    index = index_of(entries)
    assert search(index, "דוח") == [Hit(1), Hit(0)]
    assert search(index, "דוח אחר") == [Hit(2)]
    assert search(index, "בית") == []


@pytest.mark.parametrize("query", ["", " ", "״", "-", "\u200f"])
def test_no_word_finds_nothing(query):
    assert found(query, "״ - text") == []


QUERY = st.text('הוכלמשבאת"״ ab1־,', max_size=12)


@given(QUERY, st.lists(QUERY, max_size=6), st.booleans())
def test_any_query_is_answered_and_no_entry_twice(query, texts, typing):
    hits = search(index_of(("", text, "") for text in texts), query, typing=typing)
    assert len({hit.entry for hit in hits}) == len(hits)
    assert sorted(hits, key=lambda hit: hit.doubtful) == hits


@given(st.text("אבגדהוכלמש", min_size=2, max_size=6))
def test_a_word_finds_itself_first(word):
    assert found(word, "שמה", word, f"ה{word}")[0] == word
