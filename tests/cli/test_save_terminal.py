"""`vagen save` and `vagen undo` in a real terminal: the first time, and when it goes wrong."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.test_terminal import ended, start
from tests.repository.machines import TASKS, Machine, two_machines

ALONE = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null"}


def said(root: Path, *arguments: str, **environ: str) -> tuple[int, str]:
    """A command in a terminal of its own: its exit code, and what a person sees."""
    terminal = start(root, *arguments, **{"LANGUAGE": "en", **ALONE, **environ})
    code = ended(terminal)
    return code, (terminal.before or "").replace("\r\n", "\n")


@pytest.fixture
def desk(tmp_path: Path) -> Machine:
    return Machine.new(tmp_path / "desk")


def test_the_first_save_asks_nothing_and_opens_no_editor_or_pager(desk: Machine) -> None:
    code, text = said(desk.root, "save", EDITOR="false", PAGER="false")
    assert code == 0
    assert text.startswith("Saved: ")
    assert text.endswith("  new: vagen.yaml\n")
    assert "\x1b" not in text
    assert len(desk.subjects()) == 1
    assert said(desk.root, "save") == (0, "Nothing changed since the last save.\n")


def test_a_save_and_its_undo_in_hebrew(desk: Machine) -> None:
    said(desk.root, "save")
    desk.write("content/pages/about.md", "# Ada\n")
    assert said(desk.root, "save", "אודות", LANGUAGE="he") == (
        0,
        "נשמר: אודות\n  חדש: content/pages/about.md\n",
    )
    assert said(desk.root, "undo", LANGUAGE="he") == (
        0,
        "בוטל: אודות\n  נמחק: content/pages/about.md\nלהחזרה: vagen undo --redo\n",
    )
    assert not (desk.root / "content/pages/about.md").exists()


def test_an_undo_that_would_lose_words_is_marked_and_does_nothing(desk: Machine) -> None:
    said(desk.root, "save")
    desk.write("content/pages/about.md", "# Ada\n")
    said(desk.root, "save", "About")
    desk.write("content/pages/about.md", "# Ada, typing\n")
    code, text = said(desk.root, "undo")
    assert code == 4
    assert "\x1b[31m\x1b[1merror\x1b[0m: this file has changes that are not saved yet" in text
    assert desk.read("content/pages/about.md") == "# Ada, typing\n"
    code, plain = said(desk.root, "undo", NO_COLOR="1")
    assert (code, "\x1b" in plain) == (4, False)


def test_two_machines_at_odds_see_both_sides(tmp_path: Path) -> None:
    one, two = two_machines(tmp_path)
    one.write(TASKS, one.read(TASKS).replace("todo", "doing")).save()
    two.write(TASKS, two.read(TASKS).replace("todo", "done"))
    code, text = said(two.root, "save")
    assert code == 1
    assert "\x1b[31m" in text
    here, there = text.index("on this machine:"), text.index("on the other machine:")
    assert "status: done" in text[here:there]
    assert "status: doing" in text[there:]
    code, text = said(two.root, "save", LANGUAGE="he")
    assert (code, "במחשב הזה:" in text) == (1, True)


def test_no_net_keeps_the_save_here_and_says_so(desk: Machine, tmp_path: Path) -> None:
    said(desk.root, "save")
    gone = tmp_path / "gone.git"
    subprocess.run(["git", "remote", "add", "origin", str(gone)], cwd=desk.root, check=True)
    desk.write("content/pages/about.md", "# Ada\n")
    code, text = said(desk.root, "save", "About")
    assert code == 0
    assert "Kept here, not sent yet: " in text
    assert desk.subjects()[0] == "About"
