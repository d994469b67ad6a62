"""Seven words, all as likely as any other seven, read however they were pasted."""

import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vagen.seal.passphrase import normalised, word_list, words_of

BITS = st.integers(0, 2**77 - 1)
SEVEN = st.lists(st.integers(0, 2047), min_size=7, max_size=7)
GAPS = st.sampled_from(
    [" ", "  ", "-", " - ", "\n", "\t", "\r\n", "\xa0", "\u2003", "\u2011", "–", "—", "−", "־",
     "\u200f \u200e", " \u2066", "-\xad"]
)  # fmt: skip
HIDDEN = st.sampled_from(["", "", "", "\u200b", "\u200e", "\u200f", "\u202b", "\ufeff", "\xad"])
AROUND = st.sampled_from(["", " ", "\n", "\u202a", "\u2067", "- "])


def bits_of(number, rest=0):
    return (number << 179 | rest).to_bytes(32, "big")


def test_the_list_is_that_of_bip_39():
    words = word_list()
    text = "".join(f"{word}\n" for word in words)
    # The digest of english.txt as its authors publish it.
    assert hashlib.sha256(text.encode()).hexdigest() == (
        "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda"
    )
    assert len(set(words)) == 2048
    assert list(words) == sorted(words)
    assert len({word[:4] for word in words}) == 2048


@given(SEVEN, st.integers(0, 2**179 - 1))
def test_any_seven_words_come_from_just_one_number_of_77_bits(indices, rest):
    """A bijection of 77 bits, so that a fair draw of bits is a fair draw of words."""
    words = [word_list()[index] for index in indices]
    number = int("".join(f"{index:011b}" for index in indices), 2)
    assert words_of(bits_of(number, rest)) == " ".join(words)


@given(BITS, BITS)
def test_two_numbers_never_give_the_same_words(one, other):
    assert (words_of(bits_of(one)) == words_of(bits_of(other))) == (one == other)


@given(BITS)
def test_words_are_their_own_normal_form(number):
    words = words_of(bits_of(number))
    assert normalised(words) == words


@given(BITS, st.data())
def test_words_are_read_however_a_chat_or_a_phone_wrote_them(number, data):
    words = words_of(bits_of(number))
    pasted = data.draw(AROUND)
    for place, word in enumerate(words.split(" ")):
        pasted += data.draw(GAPS) if place else ""
        for letter in word:
            shown = data.draw(st.sampled_from([letter, letter, letter.upper(), wide(letter)]))
            pasted += shown + data.draw(HIDDEN)
    pasted += data.draw(AROUND)
    form = data.draw(st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
    assert normalised(unicodedata.normalize(form, pasted)) == words


def wide(letter):
    """As a Japanese keyboard writes it."""
    return chr(ord(letter) + 0xFEE0)


@given(st.text())
def test_decomposed_text_is_the_same_text(text):
    assert normalised(unicodedata.normalize("NFD", text)) == normalised(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        (" - ", ""),
        ("Abandon Ability", "abandon ability"),
        ("abandon.ability", "abandon.ability"),
        ("abandonability", "abandonability"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("CAFE\u0301", "café"),
        ("ﬁx", "fix"),
        ("a\x1fb", "a\x1fb"),  # no white space to Unicode, whatever Python says
        ("a\x85b", "a b"),
        ("\u202ba\u2010b\u202c", "a b"),
    ],
)
def test_texts_and_their_normal_forms(text, words):
    assert normalised(text) == words
