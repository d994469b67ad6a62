"""Writing a person's file: whole, with its rights, one command at a time, and nothing by halves."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from tests.edit.desk import Desk, at, codes
from vagen.edit.change import Change, Edit
from vagen.edit.writing import carry_out

ROOT = Path(__file__).resolve().parents[2]
MONTH = "content/clients/ada/time/2026-11.yaml"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk.at(tmp_path)


def test_rights_are_kept_and_nothing_is_left_behind(desk: Desk) -> None:
    desk.month("2026-11-02: |\n  1h x\n")
    (desk.root / MONTH).chmod(0o640)
    (desk.root / MONTH).with_name(".2026-11.yaml.vagen-part").write_text("of a killed command")
    assert codes(desk.log("45m y")) == []
    assert stat.S_IMODE((desk.root / MONTH).stat().st_mode) == 0o640
    assert [path.name for path in (desk.root / MONTH).parent.iterdir()] == ["2026-11.yaml"]


def test_a_link_stays_a_link(desk: Desk) -> None:
    desk.write("content/kept.yaml", "2026-11-02: |\n  1h x\n")
    link = desk.root / MONTH
    link.parent.mkdir(parents=True)
    link.symlink_to("../../../kept.yaml")
    assert codes(desk.log("45m y")) == []
    assert link.is_symlink()
    assert "45m y" in desk.read("content/kept.yaml")


def test_a_link_out_of_the_workspace_is_not_followed(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/2026-11.yaml").write_text("")
    (desk.root / MONTH).parent.mkdir(parents=True)
    (desk.root / MONTH).symlink_to(tmp_path / "outside/2026-11.yaml")
    assert codes(desk.log("45m y")) == ["link-leaves-workspace"]
    (desk.root / "content/clients/bob/time").symlink_to(tmp_path / "outside")
    assert codes(desk.log("45m y", client="bob")) == ["folder-link"]
    assert (tmp_path / "outside/2026-11.yaml").read_text() == ""


def test_a_linked_folder_of_vagens_own_is_refused(desk: Desk, tmp_path: Path) -> None:
    (desk.root / ".vagen").symlink_to(tmp_path)
    assert codes(desk.log("45m y")) == ["link-leaves-workspace"]


def test_a_disk_that_refuses_is_a_problem(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.month("2026-11-02: |\n  1h x\n")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        edit = desk.log("45m y")
    assert codes(edit) == ["edit-write"]
    assert edit.done == ()
    assert desk.logged() == "2026-11-02: |\n  1h x\n"
    assert len(list((desk.root / MONTH).parent.iterdir())) == 1


def test_a_file_saved_by_an_editor_meanwhile_is_read_again(desk: Desk) -> None:
    desk.month("one\n")
    seen: list[bytes] = []

    def plan(_: object) -> Edit:
        before = (desk.root / MONTH).read_bytes()
        seen.append(before)
        if len(seen) == 1:
            desk.month("two\n")
        return Edit(changes=(Change(MONTH, before, before + b"more\n"),))

    assert codes(carry_out(desk.root, plan)) == []
    assert desk.logged() == "two\nmore\n"
    assert seen == [b"one\n", b"two\n"]


def test_a_file_that_never_rests_is_a_problem(desk: Desk) -> None:
    def plan(_: object) -> Edit:
        return Edit(changes=(Change(MONTH, b"never", b"new"),))

    desk.month("now\n")
    assert codes(carry_out(desk.root, plan)) == ["file-changed"]
    assert desk.logged() == "now\n"


def test_threads_at_once_lose_and_double_nothing(desk: Desk) -> None:
    threads = [Thread(target=desk.log, args=(f"{number}m of {number}",)) for number in range(1, 21)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = desk.logged().splitlines()
    assert lines[0] == "2026-11-23: |"
    assert sorted(lines[1:]) == sorted(f"  {number}m of {number}" for number in range(1, 21))


def test_commands_at_once_lose_and_double_nothing(desk: Desk) -> None:
    commands = [
        subprocess.Popen(
            [sys.executable, "-m", "vagen", "log", "ada", f"{number}m of {number}",
             "-C", str(desk.root), "--now", "2026-11-23"],
            stdout=subprocess.DEVNULL, cwd=ROOT,
        )
        for number in range(1, 9)
    ]  # fmt: skip
    assert [command.wait() for command in commands] == [0] * 8
    wanted = sorted(f"  {number}m of {number}" for number in range(1, 9))
    assert sorted(desk.logged().splitlines()[1:]) == wanted


def test_of_two_starts_at_once_one_runs(desk: Desk) -> None:
    edits: list[Edit] = []
    threads = [
        Thread(target=lambda name=name: edits.append(desk.start("x", at("09:00"), client=name)))
        for name in ("ada", "bob")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(codes(edit) for edit in edits) == [[], ["timer-running"]]
