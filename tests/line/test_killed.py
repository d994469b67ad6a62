"""A real build, PDFs and all, killed by the system (SIGKILL) at a call to the disk, and another."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.line.dials import Practice
from tests.sites import ROOT, Site

_DIES = """
import os, signal, sys
from tests.publish.death import dying
from vagen.cli import main
steps = int(sys.argv.pop(1))
vars(os).update(dying(steps, lambda: os.kill(os.getpid(), signal.SIGKILL)))
main()
"""
_DIES_MOVING = """
import os, signal, sys
from vagen.cli import main
folder, left, move = sys.argv.pop(1), [int(sys.argv.pop(1))], os.replace
def moving(source, target):
    left[0] -= os.fspath(target).startswith(folder + os.sep)
    if left[0] < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    move(source, target)
os.replace = moving
main()
"""


@pytest.mark.parametrize("moved", [None, 0, 1, 8])
def test_the_next_build_makes_what_clean_makes(tmp_path: Path, moved: int | None) -> None:
    """Killed while rendering into staging, and after so many files were moved into place."""
    practice = Practice(tmp_path / "practice")
    practice.lay_out()
    site = Site(practice.root, practice.root / "site").good()
    before = site.tree()
    for name in ("client name", "colour", "page renamed", "line"):
        practice.turn(name, 1)
    root = practice.copy(tmp_path / "clean")
    clean = Site(root, root / "site").good().tree()
    command = ["build", "-q", "-C", str(practice.root), "--now", site.now.isoformat()]
    dies = (_DIES, "6") if moved is None else (_DIES_MOVING, str(site.folder), str(moved))
    run = subprocess.run([sys.executable, "-c", *dies, *command], cwd=ROOT, check=False)
    assert run.returncode == -signal.SIGKILL
    half = site.tree()
    for path, data in half.items():
        assert data in (before.get(path), clean.get(path)), path
    assert (half == before) == (not moved)
    assert half != clean
    assert site.good().tree() == clean
