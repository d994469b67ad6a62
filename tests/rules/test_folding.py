"""What makes no difference to a reader makes none to search."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vagen.rules.folding import words

HEBREW = st.text("אבגדהוזחטיךכלםמןנסעףפץצקרשת", min_size=1, max_size=8)
POINTS = st.text("\u05b0\u05b4\u05b7\u05bc\u05c1\u200f\u2060", max_size=2)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("סֵפֶר", ["ספר"]),
        ("\ufb2aלום", ["שלומ"]),
        ("\u2067לקו\u200fחות\u2069", ["לקוחות"]),
        ("סטארטאף סטארטאפ", ["סטארטאפ", "סטארטאפ"]),
        ("תל אביב־יפו, תל-אביב", ["תל", "אביב", "יפו", "תל", "אביב"]),
        ("בע״מ בע\"מ בע''מ בע”מ בע׳׳מ", ['בע"מ'] * 5),
        ("רוח רו״ח", ["רוח", 'רו"ח']),
        ("צ׳ק צ'ק צק, מס׳ 7", ["צק", "צק", "צק", "מס", "7"]),
        ("ה״לקוחות״ שלהם", ["הלקוחות", "שלהמ"]),
        ("ה״מע״מ״", ['המע"מ']),
        ("הCRM, ב־Instagram", ["ה", "crm", "ב", "instagram"]),
        ("Chloé’s café, don't", ["chloe", "cafe", "dont"]),
        ("Søren Łódź straße Æon", ["soren", "lodz", "strasse", "aeon"]),
        ("1,200 ש״ח, 12:30, 84.50", ["1200", 'ש"ח', "12", "30", "84", "50"]),
        ("12,34 1,2345 0118", ["12", "34", "1", "2345", "0118"]),
        ("DI-0118", ["di", "0118"]),
        ("״ ' - \u200f", []),
    ],
)
def test_reads(text, read):
    assert words(text) == read


@given(st.text(max_size=60))
def test_any_text_is_read_and_reading_it_again_changes_nothing(text):
    read = words(text)
    assert words(" ".join(read)) == read


@given(st.lists(st.tuples(HEBREW, POINTS), min_size=1, max_size=4))
def test_points_and_invisible_marks_are_not_seen(parts):
    plain = "".join(letters for letters, _ in parts)
    pointed = "".join(letters + points for letters, points in parts)
    assert words(pointed) == words(plain)


@given(HEBREW, st.sampled_from('״"”“'), st.sampled_from('״"”“'))
def test_all_gershayim_are_one(letters, one, other):
    assert words(f"א{letters}{one}ב") == words(f"א{letters}{other}ב")


@given(st.text("abcdéàüñABCDÉÀÜÑ", min_size=1, max_size=8))
def test_case_and_accents_are_not_seen(word):
    plain = word.lower().translate(str.maketrans("éàüñ", "eaun"))
    assert words(word) == [plain]
