"""What the disk may do to a build: another file system, a refusal, damaged receipts."""

import errno
import json
import os

import pytest

from tests.publish.builds import codes
from vagen.publish.commit import commit

REPLACE = os.replace


@pytest.fixture
def receipts(site):
    site.build()
    return next((site.workspace / ".vagen").glob("receipts-*.json"))


def other_disk(source, target):
    if "staging" in os.fspath(source):
        raise OSError(errno.EXDEV, "Invalid cross-device link")
    REPLACE(source, target)


def test_on_another_file_system_files_are_copied_beside_their_place(site, monkeypatch):
    monkeypatch.setattr(os, "replace", other_disk)
    assert len(site.build().written) == 3
    assert site.stands() == site.pages
    site.pages |= {"index.html": "changed"}
    site.build()
    assert site.stands() == site.pages


def test_a_copy_that_a_dead_build_left_is_cleared(site, monkeypatch):
    class Killed(BaseException):
        """As abrupt as a kill: nothing of ours catches it."""

    def dies_between(source, target):
        if os.fspath(source).endswith(".part") and "site" in os.fspath(source):
            raise Killed
        other_disk(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", dies_between)
        with pytest.raises(Killed):
            site.build()
    assert any(path.endswith(".part") for path in site.stands())
    assert site.build().problems == ()
    assert site.stands() == site.pages


@pytest.mark.parametrize("refused", ["c/deep/b.html", "index.html"])
def test_what_the_disk_refuses_is_a_problem_and_the_next_build_heals(site, monkeypatch, refused):
    site.build()
    site.pages = dict.fromkeys(site.pages, "changed") | {"new.html": "new"}

    def full(source, target):
        if os.fspath(target).endswith(refused):
            raise OSError(errno.ENOSPC, "No space left on device", os.fspath(target))
        REPLACE(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        done = site.build()
    assert codes(done) == ["output-write"]
    assert (done.problems[0].at.path, done.problems[0].severity) == (f"site/{refused}", "error")
    assert dict(done.problems[0].message.values) == {"reason": "No space left on device"}
    assert site.build().problems == ()
    assert site.stands() == site.pages


def test_a_place_that_cannot_be_made_is_a_problem(site):
    (site.workspace / "file").write_text("mine", encoding="utf-8")
    site.folder = site.workspace / "file" / "site"
    assert codes(site.build()) == ["output-write"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: "",
        lambda text: text[: len(text) // 2],
        lambda text: "\x00" * len(text),
        lambda _: "[]",
        lambda _: "null",
        lambda _: "7",
        lambda _: "[" * 100_000,
        lambda _: "{}",
        lambda text: text.replace('"version": 1', '"version": 2'),
        lambda text: text.replace('"output": "site"', '"output": "elsewhere"'),
        lambda text: text.replace('"size": ', '"size": "x'),
        lambda text: text.replace('"size": 4', '"size": 4.5'),
        lambda text: text.replace('"size": 4', '"size": true'),
        lambda text: text.replace('"sha256"', '"sha"'),
        lambda text: text.replace('"public"', "null"),
        lambda text: text.replace('"view": ', '"view": 7, "x": '),
        lambda text: json.dumps(json.loads(text) | {"files": [1]}),
        lambda text: json.dumps(json.loads(text) | {"files": {"a": {"key": 1}}}),
    ],
)
def test_damaged_receipts_are_no_receipts_and_the_next_build_heals(site, receipts, damage):
    text = receipts.read_text(encoding="utf-8")
    assert damage(text) != text
    receipts.write_text(damage(text), encoding="utf-8")
    done = site.build()
    assert (done.adopted, done.problems) == (tuple(sorted(site.pages)), ())
    assert site.build().unchanged == tuple(sorted(site.pages))


def test_receipts_remove_nothing_outside_the_folder(site, receipts):
    (site.workspace / "precious.md").write_text("home", encoding="utf-8")
    text = receipts.read_text(encoding="utf-8")
    receipts.write_text(text.replace('"index.html"', '"../precious.md"'), encoding="utf-8")
    site.pages.clear()
    assert site.build().removed == ()
    assert (site.workspace / "precious.md").exists()


def test_a_folder_where_the_receipts_should_be_is_a_problem(site, receipts):
    receipts.unlink()
    receipts.mkdir()
    assert codes(site.build()) == ["output-write"]
    assert site.stands() == site.pages


def test_a_link_that_appears_at_the_last_moment_is_not_followed(tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / "site/c").symlink_to(tmp_path / "outside")
    (tmp_path / "staged").write_text("x", encoding="utf-8")
    with pytest.raises(NotADirectoryError):
        commit(tmp_path / "site", write={"c/a": tmp_path / "staged"}, leave=(), left=())
    assert [*(tmp_path / "outside").iterdir()] == []
