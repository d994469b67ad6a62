"""The watch on a real folder: bursts, saves by renaming, folders that go and come, new days."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.sites import Site
from tests.watch.watched import Watch, watched
from vagen.watch import watching
from vagen.watch.watching import Round

TASKS = "content/clients/efroni/tasks.yaml"
BOARD = "c/efroni/board/index.html"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site.demo(tmp_path)


@pytest.fixture(params=[False, True], ids=["events", "looking"])
def watch(site: Site, request: pytest.FixtureRequest) -> Iterator[Watch]:
    with watched(site.root, poll=request.param) as found:
        found.rounds.until(lambda one: not one.failed)
        yield found


def _says(site: Site, path: str, words: str):
    return lambda _: words in (site.folder / path).read_text(encoding="utf-8")


def _failed(done: Round) -> bool:
    return done.failed


def _good(done: Round) -> bool:
    return not done.failed


def test_says_which_sight_is_at_work(site: Site) -> None:
    with watched(site.root) as told, watched(site.root, poll=True) as looking:
        assert told.sight.looking is None
        assert looking.sight.looking is not None


def test_an_edit_is_built(site: Site, watch: Watch) -> None:
    site.write(TASKS, site.read(TASKS) + "\n- id: newest\n  title: Zebra crossing\n")
    watch.rounds.until(_says(site, BOARD, "Zebra crossing"))


def test_a_save_by_renaming_is_built(site: Site, watch: Watch) -> None:
    file = site.root / TASKS
    new = file.with_name("tasks.yaml.tmp")
    new.write_text(site.read(TASKS) + "\n- id: newest\n  title: Zebra crossing\n", encoding="utf-8")
    new.replace(file)
    watch.rounds.until(_says(site, BOARD, "Zebra crossing"))


def test_an_edit_in_layouts_that_were_not_there_is_built(site: Site, watch: Watch) -> None:
    site.write("layouts/public/404.html.j2", "<h1>One</h1>\n")
    watch.rounds.until(_says(site, "404.html", "One"))
    site.write("layouts/public/404.html.j2", "<h1>Two</h1>\n")
    watch.rounds.until(_says(site, "404.html", "Two"))


def _drawn(path: str) -> bool:
    """Whether it is a PDF that we make, not a client's document that is copied."""
    return path.endswith(".pdf") and "/documents/" not in path


def _git(site: Site, *words: str) -> None:
    named = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *named, *words], cwd=site.root, check=True, capture_output=True)


@pytest.mark.parametrize("poll", [False, True], ids=["events", "looking"])
def test_a_checkout_of_a_thousand_files_is_one_build_after_the_first(
    site: Site, *, poll: bool
) -> None:
    _git(site, "init", "-q", "-b", "main")
    _git(site, "add", "vagen.yaml", "content")
    _git(site, "commit", "-q", "-m", "before")
    _git(site, "checkout", "-q", "-b", "after")
    for number in range(1000):
        site.write(f"content/clients/efroni/notes/n{number:04}.md", f"Note {number}\n")
    site.write(TASKS, site.read(TASKS) + "\n- id: newest\n  title: Zebra crossing\n")
    _git(site, "add", "content")
    _git(site, "commit", "-q", "-m", "after")
    _git(site, "checkout", "-q", "main")
    with watched(site.root, poll=poll) as watch:
        watch.rounds.until(_good)
        before = len(watch.rounds.told)
        _git(site, "checkout", "-q", "after")
        watch.rounds.until(_says(site, BOARD, "Zebra crossing"), before)
        if poll:
            watch.rounds.until(lambda _: watch.sight.echo is None, before + 1)
        assert len(watch.rounds.told) - before <= 2


def test_all_that_goes_away_and_comes_back_ends_nothing(site: Site, watch: Watch) -> None:
    content, practice = site.root / "content", site.root / "vagen.yaml"
    kept = shutil.copytree(content, site.root / "kept")
    words = practice.read_bytes()
    before = len(watch.rounds.told)
    shutil.rmtree(content)
    practice.unlink()
    watch.rounds.until(_failed, before)
    between = len(watch.rounds.told)
    kept.rename(content)
    practice.write_bytes(words)
    watch.rounds.until(_good, between)
    site.write(TASKS, site.read(TASKS) + "\n- id: newest\n  title: Zebra crossing\n")
    watch.rounds.until(_says(site, BOARD, "Zebra crossing"))


def test_a_folder_put_in_the_place_of_another_is_watched(site: Site, watch: Watch) -> None:
    other = shutil.copytree(site.root / "content", site.root / "other")
    (site.root / "content").rename(site.root / "old")
    other.rename(site.root / "content")
    site.write(TASKS, site.read(TASKS) + "\n- id: newest\n  title: Zebra crossing\n")
    watch.rounds.until(_says(site, BOARD, "Zebra crossing"))
    site.write(TASKS, site.read(TASKS) + "\n- id: after\n  title: Second zebra\n")
    watch.rounds.until(_says(site, BOARD, "Second zebra"))


def test_a_mistake_leaves_the_last_good_site(site: Site, watch: Watch) -> None:
    good = site.tree()
    before = len(watch.rounds.told)
    site.write(TASKS, "- [\n")
    watch.rounds.until(_failed, before)
    assert site.tree() == good


def test_what_editors_drop_and_the_build_writes_stirs_nothing(site: Site) -> None:
    with watched(site.root) as watch:
        watch.rounds.until(_good)
        before = len(watch.rounds.told)
        for name in ("content/.tasks.yaml.swp", "content/tasks.yaml~", "site/mine.txt", ".git/x"):
            site.write(name, "x")
        site.write(TASKS, site.read(TASKS) + "\n- id: newest\n  title: Zebra crossing\n")
        watch.rounds.until(_says(site, BOARD, "Zebra crossing"), before)
        assert len(watch.rounds.told) == before + 1


def test_a_new_day_is_built(site: Site) -> None:
    hands = [datetime(2026, 11, 23, 21, 59, tzinfo=UTC)]  # a minute before midnight in Jerusalem
    with watched(site.root, clock=lambda: hands[0]) as watch:
        watch.rounds.until(_good)
        hands[0] += timedelta(minutes=2)
        done = watch.rounds.until(lambda one: one.at == hands[0])
        assert "c/efroni/index.html" in done.outcome.published.written


def test_pdfs_come_after_the_pages(site: Site) -> None:
    with watched(site.root, pdf=True) as watch:
        done = watch.rounds.until(lambda one: one.papers)
        first = watch.rounds.told[0]
        assert first.pending
        assert not any(map(_drawn, first.outcome.published.written))
        assert any(map(_drawn, done.outcome.published.written))
        assert not done.pending


def test_an_edit_breaks_off_the_pdfs_and_they_are_made_after_it(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "REST", 0.0)
    with watched(site.root, pdf=True) as watch:
        watch.rounds.until(_good)
        site.write(TASKS, site.read(TASKS) + "\n- id: newest\n  title: Zebra crossing\n")
        watch.rounds.until(_says(site, BOARD, "Zebra crossing"))
        watch.rounds.until(lambda one: one.papers)


def test_a_bug_is_told_and_the_next_edit_tries_again(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, calls = watching.build, []

    def stumbling(*given: object) -> object:
        calls.append(given)
        if len(calls) == 1:
            raise ZeroDivisionError
        return whole(*given)

    monkeypatch.setattr(watching, "build", stumbling)
    with watched(site.root) as watch:
        assert "ZeroDivisionError" in watch.rounds.until(_failed).crash
        site.write(TASKS, site.read(TASKS) + "\n")
        watch.rounds.until(_good)
