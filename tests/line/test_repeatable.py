"""The same workspace and the same `now` give the same bytes, whenever and in whichever process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.sites import Site


def test_two_processes_an_hour_apart_give_the_same_bytes(tmp_path: Path) -> None:
    site = Site.demo(tmp_path)
    trees = []
    for number, (clock, seed) in enumerate(
        (("2026-11-23 08:00:00", "1"), ("2026-11-23 09:00:00", "2"))
    ):
        output = tmp_path / f"site-{number}"
        _build_at(clock, seed, site.root, output)
        trees.append(Site(site.root, output).tree())
    first, second = trees
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []
    assert any(path.endswith(".pdf") for path in first)


def test_a_second_build_writes_nothing(tmp_path: Path) -> None:
    site = Site.demo(tmp_path).good()
    before = {path: path.stat().st_mtime_ns for path in site.folder.rglob("*")}
    outcome = site.build()
    assert outcome.published is not None
    assert outcome.published.written == ()
    assert outcome.published.removed == ()
    assert outcome.published.reasons == {}
    assert {path: path.stat().st_mtime_ns for path in site.folder.rglob("*")} == before


def _build_at(clock: str, seed: str, root: Path, output: Path) -> None:
    """A build in a process of its own whose time.time() says another hour."""
    code = (
        "import sys, time, datetime\n"
        f"shift = datetime.datetime.fromisoformat({clock!r}).timestamp() - time.time()\n"
        "real = time.time\n"
        "time.time = lambda: real() + shift\n"
        "from vagen.cli import main\n"
        "main()\n"
    )
    subprocess.run(
        [
            sys.executable,
            "-c",
            code,
            "build",
            "-q",
            "-C",
            str(root),
            "--output",
            str(output),
            "--now",
            "2026-11-23",
        ],
        check=True,
        env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin", "HOME": str(root.parent)},
    )
