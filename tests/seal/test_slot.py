"""The slot opens to its passphrase and to no other, and says when it was changed."""

import json

import pytest

from vagen.seal.broken import SealBroken
from vagen.seal.encoding import base64url
from vagen.seal.portal import Portal
from vagen.seal.slot import open_slot, read_slot, slot_of

PORTAL = Portal(bytes(range(32)))
SLOT = slot_of(PORTAL)
GOOD = json.loads(SLOT.text)


def changed(**values):
    return json.dumps({**GOOD, **values})


def refused(text, passphrase=PORTAL.passphrase):
    with pytest.raises(SealBroken) as caught:
        open_slot(text, passphrase)
    return caught.value.reason.text


def test_the_passphrase_opens_it_however_it_was_pasted():
    assert open_slot(SLOT.text, PORTAL.passphrase) == PORTAL
    pasted = "\u202b" + PORTAL.passphrase.upper().replace(" ", "\u2011", 2).replace(" ", "\n")
    assert open_slot(SLOT.text, pasted) == PORTAL


@pytest.mark.parametrize(
    "passphrase", ["", Portal(bytes(32)).passphrase, PORTAL.passphrase[:-1], "\ud800"]
)
def test_another_passphrase_does_not(passphrase):
    assert refused(SLOT.text, passphrase) == "the passphrase does not open this portal"


def test_the_same_portal_has_the_same_slot_and_it_is_read_back():
    assert read_slot(SLOT.text) == SLOT
    assert SLOT.text == json.dumps(GOOD, separators=(",", ":"))
    assert not set(SLOT.text) & set("<>&'\\")


def test_nothing_in_it_is_a_secret_word():
    for word in (PORTAL.passphrase, base64url(PORTAL.master)):
        assert word not in SLOT.text


@pytest.mark.parametrize(
    "text",
    [changed(iterations=1_000_001), changed(salt=base64url(bytes(32))), changed(address="a" * 26),
     changed(master=base64url(bytes(48)))],
)  # fmt: skip
def test_what_was_changed_does_not_open(text):
    """Rounds, salt and address are bound to the wrapped key."""
    assert refused(text) == "the passphrase does not open this portal"


@pytest.mark.parametrize(
    "text",
    ["", "[]", "5", "null", "{}", "[" * 100_000, changed(format="vagen/2"), changed(kdf="scrypt"),
     changed(iterations=999_999), changed(iterations=10_000_001), changed(iterations=True),
     changed(iterations="1000000"), changed(iterations=1e6), changed(salt="AA"), changed(salt=None),
     changed(salt=GOOD["salt"] + "="), changed(master="AA"), changed(master=5),
     changed(address="A" * 26), changed(address=None), changed(address="../" * 8 + "ab"),
     changed(more=1)],
)  # fmt: skip
def test_another_format_is_refused_before_any_round(text):
    assert "is not of format" in refused(text)


def test_a_key_of_another_portal_in_this_entry_is_refused():
    """Made by somebody who knows the passphrase, who still can't lead to another folder."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    from vagen.seal.slot import _about, _stretched

    key = _stretched(PORTAL.passphrase, SLOT.salt, SLOT.iterations)
    about = _about(SLOT.salt, SLOT.address, SLOT.iterations)
    foreign = AESGCM(key).encrypt(bytes(12), bytes(32), about)
    assert refused(changed(master=base64url(foreign))) == "this is the entry of another portal"
