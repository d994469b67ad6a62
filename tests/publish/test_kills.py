"""A build that is killed (SIGKILL) at any call to the disk is healed by the next."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.publish.builds import Site
from tests.publish.die import AFTER, BEFORE

ROOT = Path(__file__).parents[2]
LATER = {"index.html": "later", "a/x": "later", "b": "later", "g": "later"}
MINE = {"notes.txt": "mine"}


@pytest.fixture(scope="module")
def killed(tmp_path_factory):
    """A folder a step: what a build left that died there."""
    folder = tmp_path_factory.mktemp("killed")
    subprocess.run([sys.executable, "-m", "tests.publish.die", str(folder)], check=True, cwd=ROOT)
    return sorted(folder.iterdir(), key=lambda home: int(home.name))


@pytest.fixture(params=[AFTER, BEFORE, LATER, {}], ids=["same", "back", "later", "nothing"])
def pages(request):
    return dict(request.param)


def test_the_next_build_heals_whatever_it_is_to_make(killed, pages, tmp_path):
    assert len(killed) > 30
    for home in killed:
        copy = tmp_path / home.name
        subprocess.run(["cp", "-a", str(home), str(copy)], check=True)
        done = Site(copy, pages=pages).build()
        assert done.kept == ("notes.txt",), home.name
        assert [one.at.path for one in done.problems] == ["site/notes.txt"], home.name
        assert Site(copy).stands() == pages | MINE, home.name
        assert Site(copy, pages=pages).build().unchanged == tuple(sorted(pages)), home.name
        left = {path.name for path in (copy / ".vagen").rglob("*") if path.is_file()}
        assert {name for name in left if not name.startswith("receipts-")} == {"lock"}, home.name


def test_every_file_is_whole_at_every_step(killed):
    for home in killed:
        texts = {"", *BEFORE.values(), *AFTER.values(), *MINE.values()}
        assert set(Site(home).stands().values()) <= texts


def test_the_steps_went_through_the_whole_commit(killed):
    seen = [frozenset(Site(home).stands().items()) for home in killed]
    assert dict(seen[0]) == BEFORE | MINE
    assert dict(seen[-1]) == AFTER | MINE
    assert len(set(seen)) > len({*BEFORE, *AFTER})


def test_a_dead_builds_lock_holds_nobody_up(killed):
    lock = os.open(killed[5] / ".vagen" / "lock", os.O_RDWR)
    os.close(lock)
    assert Site(killed[5], pages=dict(AFTER)).build().kept == ("notes.txt",)
