"""kill -9 around every git command that writes: nothing is lost, nothing is kept twice."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository.machines import LOG, TASKS, Machine, two_machines
from tests.sites import ROOT
from vagen.repository.git import GitError

_SHIM = """#!/bin/sh
# A git that kills who called it, at one command: before it or after it.
for word in "$@"; do
  if [ "$word" = {command} ]; then
    {before}
    {git} "$@"
    code=$?
    {after}
    exit $code
  fi
done
exec {git} "$@"
"""


def _run(folder: Path, *words: str, path: str = "") -> int:
    environment = os.environ | ({"PATH": path} if path else {})
    command = [sys.executable, "-m", "vagen", *words, "-C", str(folder)]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, check=False
    ).returncode


def _dying(tmp_path: Path, command: str, moment: str) -> str:
    """The PATH of a git that kills its caller before or after one command."""
    shim = tmp_path / "bin" / "git"
    shim.parent.mkdir()
    deaths = {"before": "", "after": ""} | {moment: "kill -9 $PPID; exit 137"}
    shim.write_text(_SHIM.format(command=command, git=shutil.which("git"), **deaths))
    shim.chmod(0o755)
    return f"{shim.parent}{os.pathsep}{os.environ['PATH']}"


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("command", ["add", "commit", "fetch", "merge", "push"])
def test_a_killed_save_is_ended_by_the_next(tmp_path: Path, command: str, moment: str) -> None:
    one, two = two_machines(tmp_path)
    two.write(TASKS, "- id: calendar\n  title: Calendar\n  status: doing\n").save()
    one.write(LOG, "2026-11-02: |\n  45m Inbox\n")
    assert _run(one.root, "save", path=_dying(tmp_path, command, moment)) == -signal.SIGKILL
    assert one.read(LOG) == "2026-11-02: |\n  45m Inbox\n"
    assert _run(one.root, "save") == 0
    assert one.subjects().count("ada: time log") == 1
    assert one.is_clean()
    assert "status: doing" in one.read(TASKS)
    assert _run(two.root, "save") == 0
    assert two.read(LOG) == "2026-11-02: |\n  45m Inbox\n"


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_first_save_killed_as_the_history_begins_is_made_by_the_next(
    tmp_path: Path, moment: str
) -> None:
    one = Machine.new(tmp_path / "one")
    assert _run(one.root, "save", path=_dying(tmp_path, "init", moment)) == -signal.SIGKILL
    assert _run(one.root, "save") == 0
    assert len(one.subjects()) == 1
    assert one.is_clean()


def test_a_lock_that_a_killed_save_left_is_taken_away(tmp_path: Path) -> None:
    one, _ = two_machines(tmp_path)
    one.write(LOG, "2026-11-02: |\n  45m Inbox\n")
    (one.root / ".git/vagen-save").touch()
    (one.root / ".git/index.lock").touch()
    assert one.save().message == "ada: time log"


def test_a_lock_of_somebody_else_s_git_stays(tmp_path: Path) -> None:
    one, _ = two_machines(tmp_path)
    one.write(LOG, "2026-11-02: |\n  45m Inbox\n")
    (one.root / ".git/index.lock").touch()
    for _ in range(2):
        with pytest.raises(GitError, match=r"index\.lock"):
            one.save()
    assert (one.root / ".git/index.lock").exists()
