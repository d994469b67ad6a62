"""vagen/seal gives what a second derivation gives, and that one what the standards give."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.seal import second
from vagen.model.audience import OWNER, TEAM, Audience, client_audience
from vagen.seal.passphrase import word_list
from vagen.seal.portal import Portal
from vagen.seal.practice_key import PracticeKey
from vagen.seal.slot import slot_of

SECRETS = st.binary(min_size=32, max_size=32)
IDS = st.from_regex(r"[a-z0-9]{1,12}", fullmatch=True)
AUDIENCES = st.one_of(
    st.just(TEAM),
    st.just(OWNER),
    IDS.map(client_audience),
    IDS.map(lambda id: Audience("person", id)),
)
TURNS = st.one_of(st.integers(1, 9), st.just(2**32 - 1))
PATHS = st.sampled_from(["index.html", "board/index.html", "documents/הסכם.pdf", "é.pdf"])
CONTENTS = st.one_of(
    st.binary(max_size=64), st.sampled_from([1019, 1020, 1021, 2044, 3000]).map(bytes)
)


def test_the_second_derivation_gives_what_the_standards_print():
    # RFC 5869, test case 1, cut after 32 bytes.
    okm = "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
    info, salt = bytes.fromhex("f0f1f2f3f4f5f6f7f8f9"), bytes(range(13))
    assert second.hkdf(b"\x0b" * 22, info, salt=salt).hex() == okm
    # AES-256, FIPS 197, appendix C.3.
    block = second._block(
        second._schedule(bytes(range(32))), bytes.fromhex("00112233445566778899aabbccddeeff")
    )
    assert block.hex() == "8ea2b7ca516745bfeafc49904b496089"
    # AES-GCM, test cases 13 and 14 of its proposal to NIST.
    assert second.gcm(bytes(32), b"", b"").hex() == "530f8afbc74536b9a963b4f1c4cb738b"
    assert second.gcm(bytes(32), bytes(16), b"").hex() == (
        "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"
    )


@given(SECRETS, AUDIENCES, TURNS, PATHS)
def test_keys_addresses_words_and_names_agree(secret, audience, turn, path):
    portal = Portal.of(PracticeKey(secret), audience, turn)
    assert portal.master == second.master(secret, str(audience), turn)
    assert portal.address == second.address(portal.master)
    assert portal.passphrase == second.passphrase(portal.master, word_list())
    assert portal.name(path) == second.name(portal.master, path)
    assert len(portal.address) == len(portal.name(path)) == 26


@settings(max_examples=20, deadline=None)
@given(SECRETS, PATHS, CONTENTS)
def test_sealed_files_agree(secret, path, content):
    portal = Portal(secret)
    found, expected = portal.seal(path, content), second.seal(secret, path, content)
    assert found.data == second.script(expected)
    assert (found.s, found.length) == (expected[:32], len(content))
    assert portal.open(path, second.script(expected)) == content


def test_indexes_agree():
    portal = Portal(bytes(range(32)))
    pages = {path: portal.seal(path, path.encode()) for path in ("z.html", "index.html", "א.pdf")}
    entries = {path: page.entry("text/html") for path, page in pages.items()}
    files = {
        path: {
            "name": second.name(portal.master, path),
            "s": second.b64url(page.s),
            "length": len(path.encode()),
            "type": "text/html",
        }
        for path, page in pages.items()
    }
    found = portal.index(date(2026, 11, 23), "c/fern/", entries)
    assert found.data == second.script(second.index(portal.master, "2026-11-23", "c/fern/", files))
    assert found.name == second.name(portal.master, "/index")


@pytest.mark.parametrize("secret", [bytes(32), bytes(range(32))])
def test_slots_agree(secret):
    portal = Portal(secret)
    expected = second.slot(secret, word_list())
    assert slot_of(portal).text == json.dumps(expected, separators=(",", ":"))
