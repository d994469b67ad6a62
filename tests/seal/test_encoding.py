"""One spelling for each content: a reader takes no other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.seal import second
from vagen.seal.encoding import base32, base64url, from_base32, from_base64url, u32


@given(st.binary(max_size=60))
def test_text_is_read_back_and_is_that_of_the_standard(content):
    assert from_base32(base32(content)) == content
    assert from_base64url(base64url(content)) == content
    assert (base32(content), base64url(content)) == (second.b32(content), second.b64url(content))


@given(st.text("ab27A=", max_size=10))
def test_base32_has_one_spelling_or_none(text):
    content = from_base32(text)
    assert content is None or base32(content) == text


@given(st.text("ABab09-_+/=", max_size=10))
def test_base64url_has_one_spelling_or_none(text):
    content = from_base64url(text)
    assert content is None or base64url(content) == text


@pytest.mark.parametrize("text", ["a", "aaa", "aaaaaa", "ab", "AA", "aa======", "a a", "aa\n"])
def test_what_is_no_base32(text):
    assert from_base32(text) is None


@pytest.mark.parametrize("text", ["A", "AB", "AA==", "A+", "AA\n", "AAAAA", "A A"])
def test_what_is_no_base64url(text):
    assert from_base64url(text) is None


def test_a_number_is_four_bytes_or_an_error():
    assert u32(1) == b"\0\0\0\1"
    for number in (-1, 2**32):
        with pytest.raises(OverflowError):
            u32(number)
