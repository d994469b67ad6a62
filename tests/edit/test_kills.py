"""A command killed (SIGKILL) at any call to the disk, or half way through a file, loses nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.edit.desk import Desk, at, codes
from tests.edit.die import COMMANDS, laid_out

ROOT = Path(__file__).resolve().parents[2]


def texts(desk: Desk) -> dict[str, str]:
    """All that a person's files hold; what a killed command leaves behind begins with a dot."""
    found = (path for path in sorted((desk.root / "content").rglob("*")) if path.is_file())
    names = {path.relative_to(desk.root): path for path in found}
    return {
        name.as_posix(): path.read_bytes().decode()
        for name, path in names.items()
        if not any(part.startswith(".") for part in name.parts)
    }


@pytest.mark.parametrize("command", COMMANDS)
def test_every_file_is_the_old_or_the_new_one(command: str, tmp_path: Path) -> None:
    before = texts(laid_out(tmp_path / "before", command))
    done = laid_out(tmp_path / "after", command)
    COMMANDS[command](done)
    after = texts(done)
    assert before != after
    subprocess.run(
        [sys.executable, "-m", "tests.edit.die", str(tmp_path / "row"), command],
        check=True,
        cwd=ROOT,
    )
    row = sorted((tmp_path / "row").iterdir(), key=lambda home: int(home.name))
    seen = [texts(Desk(home / "practice")) for home in row]
    assert len(seen) > 4
    assert (seen[0], seen[-1]) == (before, after)
    for found in seen:
        for path, text in found.items():
            assert text in (before.get(path), after.get(path)), path
    if command == "switch":  # of two files the one whose timer ends is written first
        stopped = {**before, "content/clients/ada/time/2026-11.yaml": after[
            "content/clients/ada/time/2026-11.yaml"
        ]}  # fmt: skip
        assert stopped in seen
    else:
        assert all(found in (before, after) for found in seen)


@pytest.mark.parametrize("command", ["log", "first", "stop", "task"])
def test_the_next_command_goes_on_from_there(command: str, tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "tests.edit.die", str(tmp_path), command], check=True, cwd=ROOT
    )
    for home in tmp_path.iterdir():
        desk = Desk(home / "practice")
        runs = bool(desk.status(at("12:01"))[1])
        edit = desk.stop(at("12:01"))
        assert codes(edit) == ([] if runs else ["no-timer"])
        assert codes(desk.log("30m after")) == []
        assert desk.logged().count("30m after") == 1
        assert desk.logged().count("09:00-") == int(command == "stop")
        assert desk.logged().count("1h x") == 1


@pytest.mark.parametrize("command", ["client", "note"])
def test_what_was_begun_when_killed_can_be_begun_again(command: str, tmp_path: Path) -> None:
    done = laid_out(tmp_path / "after", command)
    before = texts(done)
    COMMANDS[command](done)
    assert texts(done) != before
    subprocess.run(
        [sys.executable, "-m", "tests.edit.die", str(tmp_path / "row"), command],
        check=True,
        cwd=ROOT,
    )
    for home in (tmp_path / "row").iterdir():
        desk = Desk(home / "practice")
        COMMANDS[command](desk)
        assert texts(desk) == texts(done)
        assert list((desk.root / "content").rglob("*.vagen-part")) == []
