"""The version is the tag's; without git or without tags there is one all the same."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.install.wheels import archive, made
from tests.sites import ROOT


def _git(folder: Path, *words: str) -> None:
    named = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *named, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    return archive(tmp_path / "sources")


@pytest.fixture
def clone(sources: Path) -> Path:
    (sources / ".gitignore").write_text("/.vagen/\n__pycache__/\n", "utf-8")
    _git(sources, "init", "-q")
    _git(sources, "add", ".")
    _git(sources, "commit", "-q", "-m", "one")
    return sources


def version(wheel: Path) -> str:
    return wheel.name.split("-")[1]


def test_an_archive_has_the_fallback(sources: Path, tmp_path: Path) -> None:
    hatch = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]
    assert version(made(tmp_path / "out", sources)) == hatch["version"]["fallback-version"]


def test_a_clone_without_tags_installs(clone: Path, tmp_path: Path) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+\.dev\d+", version(made(tmp_path / "out", clone)))


def test_a_tagged_clone_has_the_tags_version(clone: Path, tmp_path: Path) -> None:
    _git(clone, "tag", "v4.5.6")
    _git(clone, "tag", "before-the-move")
    assert version(made(tmp_path / "out", clone)) == "4.5.6"


def test_the_wheel_is_the_same_bytes_elsewhere_and_at_another_time(
    sources: Path, tmp_path: Path
) -> None:
    here = made(tmp_path / "here", sources)
    for path in sources.rglob("*"):
        if path.is_file():
            path.chmod(0o600)
    there = made(tmp_path / "there", sources.rename(tmp_path / "moved"), TZ="Asia/Tokyo")
    assert here.read_bytes() == there.read_bytes()
