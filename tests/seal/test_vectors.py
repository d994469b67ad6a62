"""The test vectors are what the code makes, the page shows and a second derivation has."""

import json
import subprocess
import sys

import pytest

from tests.seal import second
from tests.sites import ROOT
from vagen.model.audience import TEAM, Audience, client_audience
from vagen.seal.broken import SealBroken
from vagen.seal.passphrase import normalised, word_list
from vagen.seal.portal import Portal
from vagen.seal.practice_key import PracticeKey
from vagen.seal.slot import open_slot

FOUND = json.loads((ROOT / "tests/seal/vectors.json").read_text(encoding="utf-8"))
SECRET = bytes.fromhex(FOUND["key"]["secret"])
MASTER = bytes.fromhex(FOUND["portals"][0]["master"])
AUDIENCES = {
    "client:fern": client_audience("fern"),
    "team": TEAM,
    "person:dana": Audience("person", "dana"),
}


def test_the_vectors_of_the_file_and_of_the_page_are_those_of_the_code():
    run = subprocess.run(
        [sys.executable, ROOT / "scripts/vectors.py", "--check"],
        capture_output=True,
        check=False,
        text=True,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_key_is_read_from_its_text():
    key = PracticeKey.parse(FOUND["key"]["text"])
    assert (key.secret, key.id) == (SECRET, FOUND["key"]["id"])
    assert second.hkdf(SECRET, b"vagen/1 id", 4).hex() == key.id


@pytest.mark.parametrize(
    "told", FOUND["portals"], ids=lambda one: f"{one['audience']} {one['turn']}"
)
def test_portals(told):
    master = second.master(SECRET, told["audience"], told["turn"])
    assert master.hex() == told["master"]
    for name in ("siv", "enc", "name", "passphrase", "salt"):
        assert second.hkdf(master, f"vagen/1 {name}".encode()).hex() == told[name]
    assert second.address(master) == told["address"]
    assert second.passphrase(master, word_list()) == told["words"]
    portal = Portal.of(PracticeKey(SECRET), AUDIENCES[told["audience"]], told["turn"])
    assert (portal.master, portal.address, portal.passphrase) == (
        master,
        told["address"],
        told["words"],
    )


def test_the_slot():
    assert json.loads(FOUND["slot"]["text"]) == second.slot(MASTER, word_list())
    opens, does_not = FOUND["slot"]["opens"], FOUND["slot"]["does_not"]
    assert {normalised(text) for text in opens} == {FOUND["portals"][0]["words"]}
    assert not {normalised(text) for text in does_not} & {FOUND["portals"][0]["words"]}
    assert open_slot(FOUND["slot"]["text"], opens[-1]).master == MASTER
    with pytest.raises(SealBroken):
        open_slot(FOUND["slot"]["text"], does_not[0])


@pytest.mark.parametrize("told", FOUND["files"], ids=lambda one: one["path"])
def test_files(told):
    content = bytes.fromhex(told["content"])
    sealed = second.seal(MASTER, told["path"], content)
    assert second.script(sealed).decode() == told["file"]
    assert sealed[:32].hex() == told["s"]
    about = b"vagen/1" + second.lp(told["path"].encode())
    assert (
        second.hkdf(second.hkdf(MASTER, b"vagen/1 enc"), about, salt=sealed[:32]).hex() == told["k"]
    )
    assert second.name(MASTER, told["path"]) == told["name"]
    assert Portal(MASTER).open(told["path"], told["file"].encode()) == content


def test_the_index():
    told = FOUND["index"]
    sealed = second.seal(MASTER, "/index", told["json"].encode())
    assert second.script(sealed).decode() == told["file"]
    assert (sealed[:32].hex(), second.name(MASTER, "/index")) == (told["s"], told["name"])
    files = Portal(MASTER).read_index(told["file"].encode()).files
    assert sorted(files) == ["café.csv", "index.html"]


@pytest.mark.parametrize("told", FOUND["refused"], ids=lambda one: one["why"])
def test_what_is_refused(told):
    portal = Portal(MASTER)
    listed = portal.read_index(FOUND["index"]["file"].encode()).files["index.html"]
    with pytest.raises(SealBroken):
        portal.open("index.html", told["file"].encode(), listed)
