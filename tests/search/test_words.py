"""The crude reading by which the set is checked does what the README says."""

import pytest

from tests.search.words import plausible, words


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("סֵפֶר", ["ספר"]),
        ("\ufb2aלום", ["שלומ"]),
        ("תל אביב־יפו, תל-אביב", ["תל", "אביב", "יפו", "תל", "אביב"]),
        ("בע״מ בע\"מ בע''מ בע”מ", ["בעמ"] * 4),
        ("צ׳ק צ'ק, מס׳ 7", ["צק", "צק", "מס", "7"]),
        ("ה״לקוחות״ שלהם", ["הלקוחות", "שלהמ"]),
        ("הCRM, ב־Instagram", ["ה", "crm", "ב", "instagram"]),
        ("Chloé’s café", ["chloe", "cafe"]),
        ("1,200 ש״ח, 12:30", ["1200", "שח", "12", "30"]),
        ("\u2067לקו\u200fחות\u2069", ["לקוחות"]),
    ],
)
def test_reads(text, read):
    assert words(text) == read


@pytest.mark.parametrize("text", ["ולכשהלקוחות", "שמלקוחות", "ה״לקוחות״", "לָקוֹחוֹת"])
def test_may_be_the_word(text):
    assert plausible("לקוחות", text)


@pytest.mark.parametrize("text", ["לקוח", "לקוחותיו", "תלקוחות", "לקו חות", "clients"])
def test_can_not_be_the_word(text):
    assert not plausible("לקוחות", text)


def test_asks_for_all_words():
    assert plausible("לקוחות סדנה", "הסדנה ללקוחות")
    assert not plausible("לקוחות סדנה", "לקוחות בלבד")


def test_asks_nothing_of_latin_prefixes():
    assert not plausible("voice", "invoice")
