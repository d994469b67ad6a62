"""The same workspace and the same `now` give the same bytes, whenever and in whichever process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.line.dials import Practice
from tests.sites import ROOT, Site


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


def test_where_and_under_which_settings_a_build_runs_changes_nothing(tmp_path: Path) -> None:
    """Time zone, language, hash seed, umask, working folder, and the workspace's own place."""
    here, there = Practice(tmp_path / "here"), Practice(tmp_path / "a b" / "ה" / "there")
    trees = []
    for practice, clock, seed, around in (
        (here, "2026-11-23 08:00:00", "1", {"TZ": "UTC"}),
        (
            there,
            "2027-03-01 23:30:00",
            "7",
            {"TZ": "Pacific/Kiritimati", "LANG": "he_IL.UTF-8", "LC_ALL": "he_IL.UTF-8"},
        ),
    ):
        practice.turned = {"document": 1, "logo": 1, "page": 1, "sop": 1, "issued": 1}
        practice.lay_out()
        masked = 0o077 if practice is there else 0o022
        folder = practice.root / "site"
        where = practice.root if practice is there else tmp_path
        _build_at(clock, seed, practice.root, folder, around=around, masked=masked, cwd=where)
        trees.append(Site(practice.root, folder).tree())
    first, second = trees
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []
    assert sum(path.endswith(".pdf") for path in first) == 5


def _build_at(
    clock: str,
    seed: str,
    root: Path,
    output: Path,
    *,
    around: dict[str, str] | None = None,
    masked: int = 0o022,
    cwd: Path | None = None,
) -> None:
    """A build in a process of its own whose time.time() says another hour."""
    code = (
        "import os, sys, time, datetime\n"
        f"os.umask({masked})\n"
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
        cwd=cwd,
        env={
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": str(ROOT),
            "PATH": "/usr/bin:/bin",
            "HOME": str(root.parent),
            **(around or {}),
        },
    )
