from datetime import date

import pytest

from vagen.model.audience import ASSETS, PUBLIC, client_audience
from vagen.seal.broken import SealBroken
from vagen.seal.portal import Portal
from vagen.seal.practice_key import PracticeKey
from vagen.seal.slot import open_slot, slot_of

KEY = PracticeKey(bytes(range(32)))
FERN = Portal.of(KEY, client_audience("fern"), 1)


def test_a_portal_opens_with_its_passphrase_and_lists_its_files():
    page = FERN.seal("index.html", b"hello")
    index = FERN.index(date(2026, 11, 23), "c/fern/", {"index.html": page.entry("text/html")})
    reader = open_slot(slot_of(FERN).text, FERN.passphrase)
    listed = reader.read_index(index.data)
    assert (listed.built, listed.base, listed.home) == (date(2026, 11, 23), "c/fern/", "index.html")
    assert reader.open("index.html", page.data, listed.files["index.html"]) == b"hello"


def test_every_turn_is_another_portal():
    turned = Portal.of(KEY, client_audience("fern"), 2)
    assert turned.master != FERN.master
    assert turned.address != FERN.address
    assert turned.passphrase != FERN.passphrase
    with pytest.raises(SealBroken):
        turned.open("index.html", FERN.seal("index.html", b"hello").data)


@pytest.mark.parametrize("audience", [PUBLIC, ASSETS])
def test_what_is_for_all_has_no_portal(audience):
    with pytest.raises(ValueError, match="is not sealed"):
        Portal.of(KEY, audience, 1)


def test_nothing_of_a_secret_is_printed():
    for shown in (repr(KEY), repr(FERN), repr(FERN._keys), repr(FERN.seal("a", b"hello"))):
        assert not any(
            secret in shown
            for secret in (KEY.text, repr(KEY.secret), repr(FERN.master), FERN.passphrase, "hello")
        )


@pytest.mark.parametrize("turn", [0, -1])
def test_turns_start_at_one(turn):
    with pytest.raises(ValueError, match="start at 1"):
        Portal.of(KEY, client_audience("fern"), turn)
