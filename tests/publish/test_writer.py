"""What a build renders, writes and removes."""

import pytest

from tests.publish.builds import ERROR, codes, times


def test_a_first_build_writes_all(site):
    done = site.build()
    assert site.stands() == site.pages
    assert done.written == ("c/a.html", "c/deep/b.html", "index.html")
    assert dict(done.reasons) == dict.fromkeys(site.pages, ("new",))
    assert done.problems == done.kept == done.adopted == done.unchanged == done.removed == ()


def test_a_second_build_renders_and_writes_nothing(site):
    site.build()
    before, receipts = times(site), next((site.workspace / ".vagen").glob("receipts-*.json"))
    kept = receipts.stat().st_mtime_ns
    done = site.build()
    assert (site.rendered, done.written, dict(done.reasons)) == ([], (), {})
    assert done.unchanged == tuple(sorted(site.pages))
    assert (times(site), receipts.stat().st_mtime_ns) == (before, kept)


def test_only_what_changed_is_rendered_and_says_why(site):
    site.build()
    site.pages["c/a.html"] = "changed"
    done = site.build()
    assert site.rendered == ["c/a.html"]
    assert done.written == ("c/a.html",)
    assert dict(done.reasons) == {"c/a.html": ("view",)}
    assert site.stands() == site.pages


def test_equal_bytes_of_another_key_are_not_written(site, monkeypatch):
    site.build()
    before = times(site)
    monkeypatch.setattr("tests.publish.builds.fingerprint", lambda text: f"other {text}")
    done = site.build()
    assert sorted(site.rendered) == sorted(site.pages)
    assert (done.written, done.unchanged) == ((), tuple(sorted(site.pages)))
    assert times(site) == before
    site.build()
    assert site.rendered == []


def test_a_missing_file_is_made_again(site):
    site.build()
    (site.folder / "c/a.html").unlink()
    done = site.build()
    assert dict(done.reasons) == {"c/a.html": ("missing",)}
    assert site.stands() == site.pages


def test_what_dead_builds_left_in_staging_is_cleared_before_rendering(site, monkeypatch):
    dead = site.workspace / ".vagen" / "staging" / "dead"
    dead.mkdir(parents=True)
    made, seen = site.made, []

    def watched(path):
        seen.append(dead.exists())
        return made(path)

    monkeypatch.setattr(site, "made", watched)
    site.build()
    assert seen == [False] * 3


def test_an_error_leaves_the_last_good_site(site):
    site.build()
    before, stood = times(site), site.stands()
    site.pages |= {"index.html": "changed", "c/a.html": "changed", "new.html": "new"}
    del site.pages["c/deep/b.html"]
    site.problems["c/a.html"] = ERROR
    done = site.build()
    assert codes(done) == ["an-error"]
    assert sorted(site.rendered) == ["c/a.html", "index.html", "new.html"]
    assert site.stands() == stood
    assert all((site.folder / path).stat().st_mtime_ns == at for path, at in before.items())
    assert [*(site.workspace / ".vagen" / "staging").glob("*")] == []
    site.problems.clear()
    assert site.build().problems == ()
    assert site.stands() == site.pages


def test_what_rendering_raises_is_passed_on_and_nothing_is_written(site, monkeypatch):
    site.build()
    stood = site.stands()
    site.pages |= {"index.html": "changed", "new.html": "new"}

    def made(path):
        raise OSError("no Pango") if path == "new.html" else AssertionError("a bug")

    monkeypatch.setattr(site, "made", made)
    with pytest.raises(AssertionError, match="a bug"):
        site.build()
    del site.pages["index.html"]
    with pytest.raises(OSError, match="no Pango"):
        site.build()
    assert site.stands() == stood
    assert [*(site.workspace / ".vagen" / "staging").glob("*")] == []


def test_paths_are_judged_before_anything_is_rendered(site):
    site.pages["../evil.html"] = "x"
    site.pages["INDEX.html"] = "x"
    assert codes(site.build()) == ["output-path", "two-pages-one-path"]
    assert site.rendered == []
    assert not (site.workspace / ".vagen").exists()
