"""What is sealed opens as it was, and what was changed in any way does not open."""

import base64
import math
import unicodedata

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tests.seal import second
from vagen.seal.broken import SealBroken
from vagen.seal.portal import Portal

MASTERS = st.binary(min_size=32, max_size=32)
LETTERS = st.characters(exclude_categories=["Cs", "Cc"])
PATHS = st.text(LETTERS, min_size=1, max_size=30)
SIZES = st.sampled_from([0, 1, 1019, 1020, 1021, 2043, 2044, 2045, 5000])
CONTENTS = st.one_of(st.binary(max_size=300), SIZES.map(lambda size: b"x" * size))
PORTAL = Portal(bytes(range(32)))
HEAD, TAIL = b'vagen("', b'");\n'


def raw(data):
    """The sealed bytes in a file of the host."""
    text = data.removeprefix(HEAD).removesuffix(TAIL)
    return base64.urlsafe_b64decode(text + b"=" * (-len(text) % 4))


def refused(portal, path, data):
    with pytest.raises(SealBroken) as caught:
        portal.open(path, data)
    return caught.value.reason.text


@given(MASTERS, PATHS, CONTENTS)
def test_what_is_sealed_opens_as_it_was(master, path, content):
    portal = Portal(master)
    assert portal.open(path, portal.seal(path, content).data) == content
    assert Portal(master).seal(path, content) == portal.seal(path, content)


@given(CONTENTS)
def test_the_size_tells_a_kibibyte_and_no_more(content):
    found = len(raw(PORTAL.seal("a", content).data))
    assert found == 32 + 1024 * math.ceil((4 + len(content)) / 1024) + 16


def test_the_file_is_one_call_that_holds_letters_only():
    data = PORTAL.seal("index.html", b"</script>\xff").data
    assert data.startswith(HEAD)
    assert data.endswith(TAIL)
    inside = set(data.removeprefix(HEAD).removesuffix(TAIL).decode())
    assert inside <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


@given(CONTENTS, st.data())
def test_a_flipped_bit_of_the_seal_is_refused(content, data):
    seal = bytearray(raw(PORTAL.seal("index.html", content).data))
    bit = data.draw(st.integers(0, len(seal) * 8 - 1))
    seal[bit // 8] ^= 1 << bit % 8
    refused(PORTAL, "index.html", second.script(bytes(seal)))


@pytest.mark.parametrize("size", [0, 1021, 2045])
def test_every_flipped_bit_of_the_file_is_refused(size):
    """Those at the end of base64 that stand for nothing too: three sizes, three paddings."""
    data = PORTAL.seal("index.html", bytes(size)).data
    places = [*range(12), *range(30, 60), *range(len(data) - 30, len(data))]
    for place in places:
        for bit in range(8):
            changed = bytearray(data)
            changed[place] ^= 1 << bit
            refused(PORTAL, "index.html", bytes(changed))


@given(CONTENTS, st.data())
def test_a_file_that_is_cut_or_added_to_is_refused(content, data):
    whole = PORTAL.seal("index.html", content).data
    cut = data.draw(st.integers(0, len(whole) - 1))
    refused(PORTAL, "index.html", whole[:cut])
    refused(PORTAL, "index.html", whole + data.draw(st.binary(min_size=1, max_size=3)))
    seal = raw(whole)
    cut = data.draw(st.integers(0, len(seal) - 1))
    refused(PORTAL, "index.html", second.script(seal[:cut]))
    refused(PORTAL, "index.html", second.script(seal + bytes(data.draw(st.integers(1, 2048)))))


def test_whole_blocks_taken_away_or_put_in_are_refused():
    seal = raw(PORTAL.seal("index.html", bytes(5000)).data)
    for changed in (seal[:-1024], seal[: 32 + 1024] + seal[32:], seal[:32] + seal[32 + 1024 :]):
        refused(PORTAL, "index.html", second.script(changed))


@given(PATHS, PATHS, CONTENTS)
def test_a_file_in_the_place_of_another_is_refused(one, other, content):
    assume(PORTAL.name(one) != PORTAL.name(other))
    refused(PORTAL, other, PORTAL.seal(one, content).data)


@given(MASTERS, MASTERS, CONTENTS)
def test_a_file_of_another_portal_is_refused(one, other, content):
    assume(one != other)
    refused(Portal(other), "index.html", Portal(one).seal("index.html", content).data)


def test_two_files_of_one_place_can_not_be_mixed():
    one, other = (raw(PORTAL.seal("index.html", text).data) for text in (b"one", b"two"))
    refused(PORTAL, "index.html", second.script(one[:32] + other[32:]))


@pytest.mark.parametrize(
    ("padded", "why"),
    [
        (second.u32(2000) + bytes(1020), "a length beyond the end"),
        (second.u32(2**32 - 1) + bytes(1020), "a length far beyond the end"),
        (second.u32(3) + b"abc" + bytes(1016) + b"\x01", "something else than zeros behind it"),
        (second.u32(3) + b"abc" + bytes(2041), "a block too many"),
    ],
)
def test_a_seal_whose_inside_is_no_frame_is_refused(padded, why):
    """Made with the right keys, as by a program with a mistake."""
    about = b"vagen/1" + second.lp(b"a")
    mark = second.hmac.digest(
        second.hkdf(PORTAL.master, b"vagen/1 siv"), second.lp(about) + padded, "sha256"
    )
    key = second.hkdf(second.hkdf(PORTAL.master, b"vagen/1 enc"), about, salt=mark)
    assert refused(PORTAL, "a", second.script(mark + second.gcm(key, padded, about))), why


def test_a_seal_whose_mark_is_not_of_its_content_is_refused():
    """The cipher is whole, and s another: the reader has to look at s itself."""
    about, padded, mark = b"vagen/1" + second.lp(b"a"), second.lp(b"abc") + bytes(1017), b"m" * 32
    key = second.hkdf(second.hkdf(PORTAL.master, b"vagen/1 enc"), about, salt=mark)
    refused(PORTAL, "a", second.script(mark + second.gcm(key, padded, about)))


@pytest.mark.parametrize(
    "data",
    [b"", b"hello", HEAD + TAIL, HEAD + b"AAAA" + TAIL, HEAD + b"\xff" * 2000 + TAIL,
     HEAD + b"A" * 1461 + TAIL, b'vagen("' + b"A" * 1430 + b'")', "וגן".encode()],
)  # fmt: skip
def test_what_is_no_sealed_file_is_refused(data):
    refused(PORTAL, "index.html", data)


def told(path):
    return unicodedata.normalize("NFC", path)


def key_of(portal, path, data):
    """The key with which the reader has to open: it must never meet two contents."""
    about = b"vagen/1" + second.lp(path.encode())
    return second.hkdf(second.hkdf(portal.master, b"vagen/1 enc"), about, salt=raw(data)[:32])


EDITS = st.lists(
    st.sampled_from(
        [
            lambda path, text: (path, text + b"\0"),
            lambda path, text: (path, text[:-1]),
            lambda path, text: (path, text + bytes(1024)),
            lambda path, text: (path, second.lp(text)),
            lambda path, text: (path + "\0", text),
            lambda path, text: (path + text[:4].decode("latin-1"), text[4:]),
            lambda path, text: (path[:-1], path[-1:].encode() + text),
            lambda path, text: (path[::-1], text),
            lambda path, text: (path, text[::-1]),
            lambda path, text: (path, text.upper()),
            lambda path, text: (path, text.lower()),
        ]
    ),
    max_size=12,
)


@given(MASTERS, PATHS, st.binary(max_size=40), EDITS)
@example(bytes(32), "index.html", b"", [])
def test_no_key_meets_two_contents(master, path, text, edits):
    """The nonce is always the same, so it is the keys that have to differ."""
    portal, met = Portal(master), {}
    states = [(path, text)]
    for edit in edits:
        states.append(edit(*states[-1]))
    for where, content in states:
        key = key_of(portal, told(where), portal.seal(where, content).data)
        assert met.setdefault(key, (told(where), content)) == (told(where), content)
    assert len(met) == len({(told(where), content) for where, content in states})


@given(MASTERS, PATHS, st.binary(max_size=40))
def test_no_two_keys_of_a_portal_are_one(master, path, content):
    portal = Portal(master)
    keys = {second.hkdf(master, f"vagen/1 {name}".encode()) for name in ("siv", "enc", "name")}
    keys |= {key_of(portal, told(path), portal.seal(path, content).data), portal.salt, master}
    assert len(keys) == 6


def test_two_ways_to_write_a_letter_are_one_path():
    assert PORTAL.seal("é.pdf", b"x") == PORTAL.seal("e\u0301.pdf", b"x")
    assert PORTAL.name("é.pdf") == PORTAL.name("e\u0301.pdf")
    assert PORTAL.open("e\u0301.pdf", PORTAL.seal("é.pdf", b"x").data) == b"x"
