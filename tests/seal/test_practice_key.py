"""The line on paper: read back however it was typed, and no slip goes unnoticed."""

import hashlib
import hmac
from base64 import b32encode

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from vagen.problems import Wrong
from vagen.seal.practice_key import PracticeKey

SECRETS = st.binary(min_size=32, max_size=32)
LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
PREFIX = "vagen-key-1-"
KEY = PracticeKey(bytes(range(32)))


def expand(secret, info, length=32, salt=b""):
    """HKDF by RFC 5869, from its words: one block is enough."""
    inner = hmac.new(salt or bytes(32), secret, hashlib.sha256).digest()
    return hmac.new(inner, info + b"\x01", hashlib.sha256).digest()[:length]


@given(SECRETS)
def test_text_and_id_are_those_of_the_format(secret):
    key = PracticeKey(secret)
    check = hashlib.sha256(b"vagen-key-1" + secret).digest()[:4]
    assert key.text == PREFIX + b32encode(secret + check).decode().rstrip("=").lower()
    assert len(key.text) == len(PREFIX) + 58
    assert key.id == expand(secret, b"vagen/1 id", 4).hex()


@given(SECRETS, st.data())
def test_a_key_is_read_however_it_was_typed(secret, data):
    key = PracticeKey(secret)
    gaps = st.sampled_from(["", "", "", " ", "-", " - ", "\n", "\u2011", "\xa0", "\u200e"])
    letters = key.text.removeprefix(PREFIX)
    typed = "".join(
        data.draw(gaps) + (one.upper() if data.draw(st.booleans()) else one) for one in letters
    )
    around = data.draw(st.sampled_from(["", " ", "\n", "\t", "\ufeff", "\u202b"]))
    head = data.draw(st.sampled_from([PREFIX, PREFIX.upper(), "Vagen-Key-1-", "vagen key 1 "]))
    assert PracticeKey.parse(around + head + typed + around) == key


@given(SECRETS, st.integers(0, 57), st.sampled_from(LETTERS))
def test_one_wrong_letter_is_noticed(secret, place, letter):
    text = PracticeKey(secret).text
    place += len(PREFIX)
    assume(text[place] != letter)
    with pytest.raises(Wrong):
        PracticeKey.parse(text[:place] + letter + text[place + 1 :])


@given(SECRETS, st.integers(0, 56))
def test_two_letters_in_the_wrong_order_are_noticed(secret, place):
    text = PracticeKey(secret).text
    place += len(PREFIX)
    assume(text[place] != text[place + 1])
    turned = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    with pytest.raises(Wrong):
        PracticeKey.parse(turned)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "this is no practice key"),
        ("vagen-key-2-" + KEY.text[12:], "this is no practice key"),
        (KEY.text[12:], "this is no practice key"),
        (KEY.text[:-1], "has {number} letters"),
        (KEY.text + "a", "has {number} letters"),
        (KEY.text[:12] + "0" + KEY.text[13:], "letter {number}"),
        (KEY.text[:-1] + "é", "letter {number}"),
    ],
)
def test_what_is_wrong_is_said_without_the_key(text, says):
    with pytest.raises(Wrong) as caught:
        PracticeKey.parse(text)
    assert says in caught.value.message.text
    assert caught.value.code == "key-text"
    values = {*dict(caught.value.message.values).values(), *dict(caught.value.hint.values).values()}
    assert values <= {PREFIX, 57, 58, 59, 1}


def test_a_letter_is_counted_behind_the_beginning():
    with pytest.raises(Wrong) as caught:
        PracticeKey.parse(KEY.text[:14] + "1" + KEY.text[15:])
    assert dict(caught.value.message.values) == {"number": 3}


def test_a_new_key_is_what_the_system_drew():
    assert PracticeKey.new(lambda size: b"x" * size).secret == b"x" * 32
    with pytest.raises(ValueError, match="32 bytes"):
        PracticeKey(b"short")
