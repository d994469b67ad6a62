from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.refusal import cure, refused, sentences
from vagen.model.reach import (
    read_bic,
    read_colour,
    read_email,
    read_iban,
    read_link,
    read_phone,
)

IBAN = "IL620108000000099999999"


@pytest.mark.parametrize("text", ["a@b.co", "dana.levy+x@studio-1.example", "דנה@דואר.example"])
def test_an_email_address(text):
    assert read_email(text) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Dana <dana@x.example>", "dana@x.example"),
        ("mailto:a@b.co", "a@b.co"),
        ("a@b.co.", "a@b.co"),
        ("a@b", None),
        ("a b", None),
        ("a@b.co, c@d.co", None),
        ("a@b,co", None),
    ],
)
def test_no_email_address(text, meant):
    assert cure(read_email, text) == ("bad-email", meant)


def test_a_phone_number_as_typed_and_as_dialled():
    phone = read_phone("\u202a+972 54-555-0142\u202c")
    assert (str(phone), phone.digits) == ("+972 54-555-0142", "972545550142")
    assert phone.link == "tel:+972545550142"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("00972545550142", "+972545550142"),
        ("+972 (0)54 555 0142", "+972 54 555 0142"),
        ("+972/54/5550142", "+972-54-5550142"),
        ("054-555-0142", None),
        ("+1", None),
        ("+0123456789", None),
        ("+1234567890123456", None),
        ("call me", None),
    ],
)
def test_no_phone_number(text, meant):
    assert cure(read_phone, text) == ("bad-phone", meant)


@pytest.mark.parametrize(
    "text",
    [
        "https://wa.me/972545550142?text=hi#top",
        "https://אתר.example/",
        "https://x.example:8443/a",
        "mailto:a@b.co",
        "mailto:a@b.co?subject=Hi%20there",
        "tel:+972545550142",
    ],
)
def test_a_link(text):
    assert read_link(text) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("http://x.example/a", "https://x.example/a"),
        ("www.x.example", "https://www.x.example"),
        ("//x.example/", "https://x.example/"),
        ("a@b.co", "mailto:a@b.co"),
        ("+972 54 555 0142", "tel:+972545550142"),
        ("javascript:alert(1)", None),
        ("JAVASCRIPT://x.example/%0aalert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("ftp://x.example", None),
        ("https://user:secret@x.example/", None),
        ("https://x.example/a b", None),
        ('https://x.example/"onclick', None),
        ("https://[", None),
        ("https://x.example:99999/", None),
        ("https:", None),
        ("mailto:", None),
        ("mailto:a@b.co?subject=a b", None),
        ("tel:054", None),
    ],
)
def test_no_link(text, meant):
    assert cure(read_link, text) == ("bad-link", meant)


@given(st.text(max_size=30).map(lambda rest: f"javascript:{rest}"))
def test_a_script_is_never_a_link(text):
    assert refused(read_link, text).replacement is None


@pytest.mark.parametrize(
    "text", [IBAN, "il62 0108 0000 0009 9999 999", "IL62-0108-0000-0009-9999-999"]
)
def test_an_iban_without_its_spaces(text):
    assert read_iban(text) == IBAN


@pytest.mark.parametrize("digit", range(4, len(IBAN)))
def test_one_wrong_digit_in_an_iban_is_found(digit):
    other = str((int(IBAN[digit]) + 1) % 10)
    wrong = refused(read_iban, IBAN[:digit] + other + IBAN[digit + 1 :])
    assert wrong.code == "bad-iban"
    assert "check digits" in sentences(wrong)[0]


@pytest.mark.parametrize("text", ["XX", "1234", "IL62"])
def test_no_iban(text):
    assert cure(read_iban, text) == ("bad-iban", None)


def test_a_bic():
    assert read_bic("lumi il it xxx") == "LUMIILITXXX"
    assert read_bic("LUMIILIT") == "LUMIILIT"


@pytest.mark.parametrize("text", ["LUMI", "LUMIQQIT", "LUMIILITXX"])
def test_no_bic(text):
    assert cure(read_bic, text) == ("bad-bic", None)


def test_a_colour_in_small_letters():
    assert read_colour("#125D72") == "#125d72"


@pytest.mark.parametrize(
    ("text", "meant"), [("125D72", '"#125d72"'), ("#abc", '"#aabbcc"'), ("teal", None), ("", None)]
)
def test_no_colour(text, meant):
    assert cure(read_colour, text) == ("bad-colour", meant)
