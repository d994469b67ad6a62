"""docs/saving.md, lived: its commands typed in order, on two machines, and its answers compared."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

from tests.docs.pages import blocks, text_of
from tests.docs.test_day import steps
from tests.sites import ROOT

PAGE = text_of("docs/saving.md")
CLIENT = "content/clients/efroni"
TASKS = f"{CLIENT}/tasks.yaml"
LOG = f"{CLIENT}/time/2026-11.yaml"
FILES = {
    "vagen.yaml": "name: Desk\nowner: Noa Bar\nemail: noa@example.com\nlanguage: en\n",
    f"{CLIENT}/client.yaml": "name: Efroni\n",
    LOG: "2026-11-22: 30m Board\n",
    TASKS: "- id: board\n  title: לוח התוכן לחודש הבא\n  status: todo\n",
}


def typed(line: str, root: Path) -> str:
    words = shlex.split(line.replace("ADDRESS", str(root.parent / "kept.git")))
    run = subprocess.run(
        [sys.executable, "-m", *words] if words[0] == "vagen" else words,
        cwd=root,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "HOME": str(root.parent),
            "LANGUAGE": "en",
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return run.stdout.decode().strip("\n")


def status(root: Path, word: str) -> None:
    path = root / TASKS
    before, _, _ = path.read_text(encoding="utf-8").rpartition(" ")
    path.write_text(f"{before} {word}\n", encoding="utf-8")


def begun(root: Path) -> Path:
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def test_saving_and_taking_back_go_as_the_page_says(tmp_path: Path) -> None:
    root = begun(tmp_path / "desk")
    first, second, back, _, _ = blocks(PAGE)
    assert typed(first.lines[0], root).startswith("Saved: ")
    status(root, "done")
    (root / LOG).write_text("2026-11-23: 45m Board\n", encoding="utf-8")
    (line, shown), (named, _) = steps("\n".join(f"    {one}" for one in second.lines) + "\n")
    assert typed(line, root) == shown
    (root / "vagen.yaml").write_text(FILES["vagen.yaml"] + "phone: '1'\n", encoding="utf-8")
    assert typed(named, root).startswith("Saved: Prices for the new year")
    for command in (back.lines[0], "vagen undo --redo"):
        assert f"`{command}`" in PAGE or f"    {command}\n" in PAGE
        assert "error" not in typed(command, root)
    assert (root / "vagen.yaml").read_text(encoding="utf-8").endswith("phone: '1'\n")


def test_two_machines_meet_as_the_page_says(tmp_path: Path) -> None:
    one = begun(tmp_path / "desk")
    server = next(line for line in PAGE.split("`") if line.startswith("git init --bare"))
    typed(server.replace("practice.git", "../kept.git"), one)
    *_, remote, conflict = blocks(PAGE)
    typed("vagen save", one)
    for line in remote.lines:
        assert "error" not in typed(line, one)
    assert "`git clone ADDRESS`" in PAGE
    typed("git clone ADDRESS laptop", one)
    two = (one / "laptop").rename(tmp_path / "laptop")
    assert (two / TASKS).is_file()
    status(two, "done")
    typed("vagen save", two)
    status(one, "review")
    assert "\n".join(conflict.lines) in typed("vagen save", one)
