"""The whole command, killed, doubled, out of disk: no page is half, and the next build heals."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sites import DEMO_DAY, Site
from vagen.edit.folder import begin
from vagen.edit.starter import Beginning, starter_files

VAGEN = (sys.executable, "-m", "vagen")
BUILD = (*VAGEN, "build", "--no-pdf", "--now", DEMO_DAY.isoformat())
CALM, BUSY = "A calm desk", "A busy desk"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    root = tmp_path / "practice"
    beginning = Beginning(CALM, "en", "Europe/London", "GBP", "GB")
    begin(root, starter_files(beginning, DEMO_DAY))
    return Site(root, root / "site").good(pdf=False)


def renamed(site: Site, tmp_path: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The practice gets another name: the site as it stands, and as a clean build makes it."""
    before = site.tree()
    site.change("vagen.yaml", f'name: "{CALM}"', f'name: "{BUSY}"')
    other = Site(site.root, tmp_path / "clean").good(pdf=False)
    return before, other.tree()


def run(site: Site, *more: str, limit: str = "") -> subprocess.CompletedProcess[str]:
    command = ["sh", "-c", f'{limit}exec "$@"', "sh", *BUILD, *more]
    environ = {**os.environ, "LANGUAGE": "en"}
    return subprocess.run(
        command, cwd=site.root, env=environ, capture_output=True, check=False, text=True
    )


def journal(site: Site) -> bool:
    return any((site.root / ".vagen").glob("*.journal"))


def killed(site: Site, when: Callable[[], bool]) -> bool:
    """Starts a build, kills it (SIGKILL) at the moment; whether it was still at work then."""
    build = subprocess.Popen(BUILD, cwd=site.root, stdout=subprocess.DEVNULL)
    while build.poll() is None and not when():
        pass
    build.kill()
    return build.wait() == -signal.SIGKILL


def after(part: float, whole: float) -> Callable[[], bool]:
    """A moment a part of the way through a build that takes `whole` seconds."""
    start = time.monotonic()
    return lambda: time.monotonic() - start > part * whole


def healed(site: Site, before: dict[str, bytes], wanted: dict[str, bytes]) -> None:
    """No file is half, and one more build makes the site a clean build makes."""
    for path, content in site.tree().items():
        assert content in (before.get(path), wanted.get(path)), path
    done = run(site)
    assert (done.returncode, done.stderr) == (0, "")
    assert site.tree() == wanted
    left = {path.name for path in (site.root / ".vagen").rglob("*") if path.is_file()}
    assert {name for name in left if not name.startswith("receipts-")} == {"lock"}
    assert not any(name.endswith((".journal", ".part")) for name in left)


def test_a_build_that_is_killed_while_it_writes_is_healed(site: Site, tmp_path: Path) -> None:
    before, wanted = renamed(site, tmp_path)
    assert before != wanted
    # The first change of the site, the journal, and the staging folder are each a moment in it.
    page, old = site.folder / "index.html", before["index.html"]
    moments = (
        lambda: any((site.root / ".vagen/staging").glob("*/*")),
        lambda: journal(site),
        lambda: page.read_bytes() != old,
    )
    kills = 0
    for moment in moments:
        site.change("vagen.yaml", BUSY, CALM).good(pdf=False)
        assert site.tree() == before
        site.change("vagen.yaml", CALM, BUSY)
        kills += killed(site, moment)
        healed(site, before, wanted)
    assert kills  # a busy machine may miss one moment, not all


@pytest.mark.parametrize("part", [0.2, 0.6, 0.8, 0.95])
def test_a_build_that_is_killed_at_any_time_is_healed(
    site: Site, tmp_path: Path, part: float
) -> None:
    start = time.monotonic()
    run(site, "--output", str(tmp_path / "warm"))
    whole = time.monotonic() - start
    before, wanted = renamed(site, tmp_path)
    killed(site, after(part, whole))
    healed(site, before, wanted)


def test_the_first_build_of_all_may_be_killed(site: Site, tmp_path: Path) -> None:
    wanted = Site(site.root, tmp_path / "clean").good(pdf=False).tree()
    fresh = tmp_path / "fresh"
    begin(fresh, {"vagen.yaml": b""} | _files(site.root))
    new = Site(fresh, fresh / "site")
    killed(new, lambda: journal(new))
    healed(new, {}, wanted)


def _files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in [root / "vagen.yaml", *(root / "content").rglob("*")]
        if path.is_file()
    }


def test_two_builds_at_once_leave_one_whole_site(site: Site, tmp_path: Path) -> None:
    before, wanted = renamed(site, tmp_path)
    assert before != wanted
    builds = [
        subprocess.Popen(BUILD, cwd=site.root, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    said = [build.communicate()[1] for build in builds]
    assert [build.returncode for build in builds] == [0, 0, 0]
    assert said == [b"", b"", b""]
    assert site.tree() == wanted
    assert "files written" not in run(site).stdout


def test_a_disk_that_takes_no_more_leaves_the_last_good_site(site: Site, tmp_path: Path) -> None:
    before, wanted = renamed(site, tmp_path)
    # ulimit counts blocks of 512 bytes: a page is longer than one.
    full = run(site, limit="ulimit -f 1; ")
    assert full.returncode == 1
    assert "[output-write]" in full.stderr
    assert "Traceback" not in full.stderr
    assert site.tree() == before
    healed(site, before, wanted)


def test_a_disk_that_takes_no_more_lets_init_leave_nothing_half(tmp_path: Path) -> None:
    command = ["sh", "-c", 'ulimit -f 1; exec "$@"', "sh", *VAGEN, "init", "desk", "--no-input"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, text=True)
    assert done.returncode == 1
    assert "[not-begun]" in done.stderr
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
