"""What is installed carries the layouts and the demo, and needs no checkout beside it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.install.wheels import made
from tests.sites import DEMO_DAY, ROOT, Site
from vagen.edit.demo import demo_files
from vagen.edit.folder import begin

_FROM_INSIDE = """
import os, runpy, vagen
assert vagen.__file__.startswith(os.environ["PYTHONPATH"]), vagen.__file__
runpy.run_module("vagen", run_name="__main__")
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("wheel"))


def carried(folder: str) -> set[str]:
    """The files of a folder that git would keep."""
    paths = (path for path in (ROOT / folder).rglob("*") if path.is_file())
    names = (path.relative_to(ROOT).as_posix() for path in paths)
    return {one for one in names if "__pycache__" not in one and "/." not in one}


def test_the_wheel_carries_the_layouts_the_demo_and_the_licences(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"vagen/{one}" for one in carried("layouts")} <= names
    assert {f"vagen/demo/{one}" for one in {*carried("content"), "vagen.yaml"}} <= names
    assert carried("vagen") <= names
    assert any(one.endswith("/licenses/LICENSE") for one in names)
    assert any(one.endswith("/licenses/layouts/assets/fonts/OFL.txt") for one in names)
    assert any(one.endswith("/licenses/vagen/seal/words.LICENSE.txt") for one in names)


def test_nothing_else_is_in_the_wheel(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {one.split("/")[0].partition("-")[0] for one in names} == {"vagen"}
    assert [one for one in names if "/tests/" in one or one.endswith(".pyc")] == []


def test_from_the_wheel_alone_the_demo_is_begun_and_built(wheel: Path, tmp_path: Path) -> None:
    installed, root = tmp_path / "installed", tmp_path / "practice"
    zipfile.ZipFile(wheel).extractall(installed)
    for arguments in (
        ["init", str(root), "--demo", "--now", "2026-11-23"],
        ["build", "-C", str(root), "--no-pdf", "--now", "2026-11-23"],
    ):
        subprocess.run(
            [sys.executable, "-P", "-c", _FROM_INSIDE, *arguments],
            cwd=tmp_path,
            check=True,
            env={**os.environ, "PYTHONPATH": str(installed)},
        )
    beside = tmp_path / "beside"
    begin(beside, demo_files(DEMO_DAY))
    here = Site(beside, beside / "site").good(pdf=False).tree()
    there = Site(root, root / "site").tree()
    assert here.keys() == there.keys()
