"""What a build is told: kinds, strictness, held files, other folders."""

from tests.publish.builds import WARNING, Site, codes


def test_a_warning_is_told_by_every_build_until_it_is_gone(site):
    site.problems["c/a.html"] = WARNING
    assert codes(site.build()) == ["a-warning"]
    done = site.build()
    assert (codes(done), dict(done.reasons)) == (["a-warning"], {"c/a.html": ("warned",)})
    assert done.written == ()
    site.problems.clear()
    assert site.build().problems == ()
    assert dict(site.build().reasons) == {}


def test_a_strict_build_takes_warnings_for_errors(site):
    site.problems["c/a.html"] = WARNING
    done = site.build(strict=True)
    assert [one.severity for one in done.problems] == ["error"]
    assert not site.folder.exists()
    site.problems.clear()
    site.write("c/notes.txt", "mine")
    assert codes(site.build(strict=True)) == ["foreign-file"]
    assert site.stands() == {"c/notes.txt": "mine"}


def test_kinds_that_are_not_named_stay_as_they_are(site):
    site.build()
    site.write("index.html", "by hand")
    site.pages |= {"index.html": "changed", "c/a.html": "changed", "d/new.html": "new"}
    del site.pages["c/deep/b.html"]
    done = site.build(only={"c"})
    assert (done.written, done.removed) == (("c/a.html",), ("c/deep/b.html",))
    assert (done.problems, site.rendered) == ((), ["c/a.html"])
    assert site.stands() == {"index.html": "by hand", "c/a.html": "changed"}
    (site.folder / "index.html").unlink()
    done = site.build()
    assert (done.problems, site.stands()) == ((), site.pages)


def test_receipts_of_other_kinds_are_kept(site):
    site.build()
    del site.pages["index.html"]
    assert site.build(only={"c"}).removed == ()
    assert site.build().removed == ("index.html",)


def test_held_and_left_out_files_stay_as_they_are(site):
    site.build()
    site.held.add("index.html")
    site.left_out.add("c/a.html")
    site.problems["c/a.html"] = WARNING
    stood = site.stands()
    site.pages |= {"index.html": "changed", "c/a.html": "changed"}
    done = site.build()
    assert (done.written, codes(done), site.stands()) == ((), ["a-warning"], stood)
    site.held.clear()
    site.left_out.clear()
    site.build()
    assert site.stands() == site.pages


def test_two_output_folders_do_not_disturb_each_other(site, tmp_path_factory):
    first, second = site.folder, tmp_path_factory.mktemp("elsewhere") / "out"
    site.build()
    site.folder = second
    assert len(site.build().written) == 3
    del site.pages["c/a.html"]
    assert site.build().removed == ("c/a.html",)
    site.folder = first
    assert site.build().removed == ("c/a.html",)
    assert len([*(site.workspace / ".vagen").glob("receipts-*.json")]) == 2


def test_a_moved_workspace_knows_its_site(tmp_path):
    site = Site(tmp_path / "old", pages={"index.html": "home"})
    site.workspace.mkdir()
    site.build()
    site.workspace.rename(tmp_path / "new")
    moved = Site(tmp_path / "new", pages={"index.html": "changed"})
    assert moved.build().written == ("index.html",)


def test_progress_counts_what_is_rendered(site):
    site.build()
    site.pages |= {"index.html": "2", "c/a.html": "2"}
    seen = []
    site.build(progress=lambda *step: seen.append(step))
    assert seen == [("index.html", 1, 2), ("c/a.html", 2, 2)]
