"""What may stand where a page should: links, folders, other spellings."""

import os

import pytest

from tests.publish.builds import codes


def test_what_is_no_longer_wanted_leaves_with_its_empty_folders(site):
    site.build()
    del site.pages["c/deep/b.html"]
    assert site.build().removed == ("c/deep/b.html",)
    assert site.stands() == site.pages
    site.pages.clear()
    site.build()
    assert site.folder.is_dir()
    assert site.stands() == {}


@pytest.mark.parametrize("link", ["c", "c/a.html"])
def test_a_link_in_the_way_is_refused(site, tmp_path_factory, link):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "a.html").write_text("theirs", encoding="utf-8")
    (site.folder / link).parent.mkdir(parents=True)
    (site.folder / link).symlink_to(outside if link == "c" else outside / "a.html")
    done = site.build()
    assert codes(done)[0] == "output-link"
    assert done.problems[0].at.path == f"site/{link}"
    assert [path.name for path in outside.iterdir()] == ["a.html"]
    assert (outside / "a.html").read_text(encoding="utf-8") == "theirs"
    assert not (site.folder / "index.html").exists()


def test_a_link_elsewhere_in_the_folder_is_neither_followed_nor_removed(site, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "private.html").write_text("theirs", encoding="utf-8")
    site.build()
    (site.folder / "link").symlink_to(outside)
    done = site.build()
    assert (codes(done), done.kept) == (["foreign-file"], ("link",))


def test_a_file_that_became_a_link_is_not_removed_through_it(site, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "a.html").write_text("one", encoding="utf-8")
    site.build()
    (site.folder / "c/a.html").unlink()
    (site.folder / "c/a.html").symlink_to(outside / "a.html")
    del site.pages["c/a.html"]
    assert site.build().kept == ("c/a.html",)
    assert (outside / "a.html").exists()


def test_a_page_becomes_a_folder_and_back(site):
    site.pages = {"c/x": "page", "c/y/z/w": "deep"}
    site.build()
    site.pages = {"c/x/index.html": "page", "c/y": "page"}
    done = site.build()
    assert (done.problems, site.stands()) == ((), site.pages)
    site.pages = {"c": "page"}
    done = site.build()
    assert (done.problems, site.stands()) == ((), site.pages)


def test_empty_folders_are_in_nobodys_way(site):
    (site.folder / "index.html" / "a" / "b").mkdir(parents=True)
    assert site.build().problems == ()
    assert site.stands() == site.pages


@pytest.mark.parametrize(
    ("standing", "page"),
    [("c", "c/a.html"), ("index.html/deep/x", "index.html"), ("C/A.html", "c/a.html")],
)
def test_what_is_in_the_way_stays_and_the_page_is_left_out(site, standing, page):
    site.pages = {page: "ours", "other.html": "other"}
    site.write(standing, "theirs")
    done = site.build()
    assert set(codes(done)) == {"foreign-file"}
    assert {one.at.path for one in done.problems} == {f"site/{standing}", f"site/{page}"}
    assert done.kept == (standing,)
    assert site.stands() == {standing: "theirs", "other.html": "other"}


def test_a_page_that_changes_its_capitals_moves(site):
    site.pages = {"docs/Plan.pdf": "plan"}
    site.build()
    site.pages = {"docs/plan.pdf": "plan"}
    done = site.build()
    assert (done.written, done.removed) == (("docs/plan.pdf",), ("docs/Plan.pdf",))
    assert site.stands() == site.pages


def test_names_that_are_no_text_stay_and_are_named(site):
    site.build()
    with open(os.fsencode(site.folder) + b"/\xff.txt", "wb"):  # noqa: PTH123 - a name in bytes
        pass
    done = site.build()
    assert done.kept == ("\ufffd.txt",)
    assert done.problems[0].at.path == "site/\ufffd.txt"


def test_a_pipe_in_the_folder_is_not_read(site):
    site.build()
    os.mkfifo(site.folder / "pipe")
    site.pages["pipe"] = "a page"
    done = site.build()
    assert done.kept == ("pipe",)
