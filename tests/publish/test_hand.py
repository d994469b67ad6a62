"""Files that a person changed, added or deleted in the output folder."""

import os

import pytest

from tests.publish.builds import codes, times


def test_a_file_deleted_by_hand_that_nobody_wants_takes_its_folders_along(site):
    site.build()
    (site.folder / "c/deep/b.html").unlink()
    del site.pages["c/deep/b.html"]
    done = site.build()
    assert (done.removed, site.stands()) == ((), site.pages)


@pytest.mark.parametrize("changed", [False, True])
def test_a_file_changed_by_hand_stays_and_is_named(site, changed):
    site.build()
    site.write("c/a.html", "by hand")
    if changed:
        site.pages["c/a.html"] = "three"
    done = site.build()
    assert (codes(done), done.kept) == (["foreign-file"], ("c/a.html",))
    assert done.problems[0].at.path == "site/c/a.html"
    assert done.problems[0].severity == "warning"
    assert site.stands()["c/a.html"] == "by hand"
    (site.folder / "c/a.html").unlink()
    assert site.build().problems == ()
    assert site.stands() == site.pages


def test_a_change_of_the_same_size_and_second_is_seen(site):
    site.build()
    site.write("c/a.html", "two")
    assert site.build().kept == ("c/a.html",)


def test_a_file_as_young_as_its_receipt_is_not_known_by_its_time(site):
    """Two changes within one tick of the disk's clock leave one time."""
    site.build()
    file, receipts = site.folder / "c/a.html", next((site.workspace / ".vagen").glob("*.json"))
    at = file.stat().st_mtime_ns
    site.write("c/a.html", "two")
    for path in (file, receipts):
        os.utime(path, ns=(at, at))
    assert site.build().kept == ("c/a.html",)


def test_a_file_that_was_removed_and_comes_back_by_hand_stays(site):
    site.build()
    del site.pages["c/a.html"]
    site.build()
    site.write("c/a.html", "one")
    assert site.build().kept == ("c/a.html",)


def test_a_change_by_hand_that_is_taken_back_is_ours_again(site):
    site.build()
    site.write("c/a.html", "by hand")
    site.build()
    site.write("c/a.html", "one")
    site.pages["c/a.html"] = "three"
    assert site.build().problems == ()
    assert site.stands() == site.pages


def test_a_change_by_hand_to_what_this_build_makes_is_adopted(site):
    site.build()
    site.write("c/a.html", "three")
    site.pages["c/a.html"] = "three"
    done = site.build()
    assert (done.adopted, done.written, done.problems) == (("c/a.html",), (), ())


def test_a_touched_file_is_still_ours(site):
    site.build()
    os.utime(site.folder / "c/a.html", ns=(1, 1))
    assert site.build().problems == ()
    del site.pages["c/a.html"]
    assert site.build().removed == ("c/a.html",)


def test_a_file_changed_by_hand_that_nobody_wants_stays(site):
    site.build()
    site.write("c/a.html", "by hand")
    del site.pages["c/a.html"]
    for _ in range(2):
        done = site.build()
        assert (codes(done), done.kept) == (["foreign-file"], ("c/a.html",))
    assert site.stands()["c/a.html"] == "by hand"


def test_unknown_files_stay_and_are_named(site):
    site.build()
    site.write("c/notes.txt", "mine")
    site.write(".git/config", "git's own")
    done = site.build()
    assert (codes(done), done.kept) == (["foreign-file"], ("c/notes.txt",))
    site.pages.clear()
    site.build()
    assert site.stands() == {"c/notes.txt": "mine", ".git/config": "git's own"}


def test_without_receipts_equal_files_are_adopted_and_others_stay(site):
    site.build()
    before = times(site)
    site.forget()
    site.pages["index.html"] = "changed"
    del site.pages["c/deep/b.html"]
    done = site.build()
    assert done.adopted == ("c/a.html",)
    assert done.kept == ("c/deep/b.html", "index.html")
    assert done.written == ()
    assert codes(done) == ["foreign-file", "foreign-file"]
    assert site.stands() == {"index.html": "home", "c/a.html": "one", "c/deep/b.html": "two"}
    assert (site.folder / "c/a.html").stat().st_mtime_ns == before["c/a.html"]


def test_an_adopted_file_is_ours(site):
    site.build()
    site.forget()
    site.build()
    del site.pages["c/a.html"]
    assert site.build().removed == ("c/a.html",)


def test_a_refused_folder_is_not_touched(site):
    site.folder = site.workspace / "content"
    assert codes(site.build()) == ["output-place"]
    assert [*site.workspace.iterdir()] == []


def test_a_change_while_pages_are_rendered_is_kept(site, monkeypatch):
    site.build()
    site.pages["index.html"] = "changed"
    made = site.made

    def slow(path):
        site.write("index.html", "by hand, just now")
        return made(path)

    monkeypatch.setattr(site, "made", slow)
    assert site.build().kept == ("index.html",)
    assert site.stands()["index.html"] == "by hand, just now"
