"""The wheel, installed as pipx does it: an environment of its own, and no checkout in sight."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.install.wheels import made
from tests.sites import ROOT

MONDAY = ("--now", "2026-11-23T09:30+02:00")


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the installed `vagen`; libraries come in the lock's versions."""
    place = tmp_path_factory.mktemp("installed")
    locked = (ROOT / "requirements.lock").read_text("utf-8")
    pinned = re.findall(r"^[\w.-]+==\S+", locked, re.MULTILINE)
    (place / "pinned.txt").write_text("\n".join(pinned), "utf-8")
    subprocess.run([sys.executable, "-m", "venv", str(place / "own")], check=True)
    pip = [str(place / "own/bin/python"), "-m", "pip", "--disable-pip-version-check", "install"]
    subprocess.run(
        [*pip, "-q", "--only-binary", ":all:", "-c", place / "pinned.txt", made(place / "wheel")],
        check=True,
        cwd=place,
    )
    return place / "own/bin"


@pytest.fixture
def typed(programs: Path, tmp_path: Path):
    """Types a command in an empty folder, away from the checkout; says what it prints."""
    kept = ("HOME", "LANG", "PATH", "TMPDIR")
    environment = {name: os.environ[name] for name in kept if name in os.environ}

    def type_(*words: str, folder: str = ".") -> str:
        run = subprocess.run(
            [str(programs / "vagen"), *words],
            cwd=tmp_path / folder,
            env={**environment, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"},
            capture_output=True,
            check=False,
            text=True,
            stdin=subprocess.DEVNULL,
        )
        assert run.returncode == 0, run.stdout + run.stderr
        return run.stdout

    return type_


def test_a_practice_is_begun_built_logged_and_looked_at(typed, tmp_path: Path) -> None:
    typed("init", "practice", "--no-input", *MONDAY)
    typed("build", *MONDAY, folder="practice")
    log = ("log", "first-client", "09:00-09:25 Letters to the bank")
    assert "25m" in typed(*log, *MONDAY, folder="practice")
    assert "First" in typed("today", *MONDAY, folder="practice")
    typed("check", *MONDAY, folder="practice")
    typed("build", *MONDAY, folder="practice")
    time = tmp_path / "practice/site/c/first-client/time/index.html"
    assert "0:25" in time.read_text(encoding="utf-8")


def test_the_demo_comes_along(typed, tmp_path: Path) -> None:
    typed("init", "demo", "--demo", *MONDAY)
    typed("build", *MONDAY, folder="demo")
    assert list(tmp_path.glob("demo/site/c/**/*.pdf"))


def test_the_version_is_told(typed) -> None:
    assert re.search(r"\d+\.\d+", typed("--version"))
