"""`vagen doctor`, `schema` and `completion` in a real terminal: colours, width, both languages."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pexpect
import pytest

from tests.cli.test_terminal import ended, start


def said(root: Path, *arguments: str, **environ: str) -> tuple[int, str]:
    terminal = start(root, *arguments, **{"LANGUAGE": "en", **environ})
    code = ended(terminal)
    return code, (terminal.before or "").replace("\r\n", "\n")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    assert said(tmp_path, "init", "desk", "--no-input", "--now", "2026-11-23")[0] == 0
    return tmp_path / "desk"


def test_a_sound_machine_is_green(desk: Path) -> None:
    code, text = said(desk, "doctor")
    assert code == 0
    assert "\x1b[32mgood" in text
    assert "\x1b[31m" not in text
    code, plain = said(desk, "doctor", NO_COLOR="1")
    assert (code, "\x1b" in plain) == (0, False)
    assert plain.endswith("All that vagen needs is here.\n")


@pytest.mark.parametrize(("language", "state"), [("en", "missing"), ("he", "חסר")])
def test_what_is_missing_is_red_and_its_cure_can_be_typed(
    desk: Path, tmp_path: Path, language: str, state: str
) -> None:
    (tmp_path / "few").mkdir()
    code, text = said(desk, "doctor", LANGUAGE=language, PATH=str(tmp_path / "few"))
    assert code == 3
    assert f"\x1b[31m{state}" in text
    told = text.splitlines()
    at = next(place for place, line in enumerate(told) if f"\x1b[31m{state}" in line)
    assert "git" in told[at]
    assert "git" in told[at + 1].split(":", 1)[1]


def test_lines_of_the_doctor_are_not_broken_by_a_narrow_terminal(desk: Path) -> None:
    """The terminal wraps them itself, so that a command can be copied as a whole."""
    wide = said(desk, "doctor", NO_COLOR="1")
    assert said(desk, "doctor", NO_COLOR="1", COLUMNS="20") == wide


def test_schema_says_whether_there_was_something_to_do(desk: Path) -> None:
    assert said(desk, "schema") == (0, "The files for editors in .schema are up to date.\n")
    (desk / ".schema/time.json").unlink()
    assert said(desk, "schema", LANGUAGE="he") == (0, "נכתב קובץ אחד לעורכי טקסט\n")
    assert (desk / ".schema/time.json").is_file()


def test_schema_leaves_what_is_not_its_own_and_says_so_in_yellow(desk: Path) -> None:
    (desk / ".schema/page.json").write_text("{}\n", encoding="utf-8")
    code, text = said(desk, "schema")
    assert code == 0
    assert "\x1b[33m\x1b[1mwarning\x1b[0m: this file was not written by vagen: it stays" in text
    assert (desk / ".schema/page.json").read_text(encoding="utf-8") == "{}\n"


def test_schema_without_a_workspace_is_marked_and_writes_nothing(tmp_path: Path) -> None:
    code, text = said(tmp_path, "schema", LANGUAGE="he")
    assert code == 1
    assert "\x1b[31m" in text
    assert "vagen init DIR" in text
    assert [*tmp_path.iterdir()] == []


def test_completion_tells_each_shell_what_to_type_once(tmp_path: Path) -> None:
    code, text = said(tmp_path, "completion")
    assert code == 0
    assert "\x1b" not in text
    told = text.splitlines()
    assert told[0] == "bash: type this once, then open a new terminal:"
    # The long line of PowerShell stays one line: it is copied.
    assert told[-1].endswith("'vagen completion powershell | Out-String | Invoke-Expression'")
    code, text = said(tmp_path, "completion", LANGUAGE="he")
    assert (code, text.splitlines()[0]) == (0, "bash: להקליד פעם אחת, ואז לפתוח מסוף חדש:")


def test_a_shell_that_nobody_knows_is_told_those_that_are(tmp_path: Path) -> None:
    code, text = said(tmp_path, "completion", "tcsh")
    assert code == 2
    assert "'bash', 'zsh', 'fish', 'powershell'" in text


def test_what_a_terminal_prints_can_be_read_by_its_shell(tmp_path: Path) -> None:
    """The first use as it is told: the line for bash, and then a Tab."""
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "vagen").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m vagen "$@"\n', "utf-8")
    (programs / "vagen").chmod(0o755)
    told = said(tmp_path, "completion")[1].splitlines()[1].strip()
    home = {"HOME": str(tmp_path), "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    env = {**os.environ, **home, "PS1": "ready> ", "TERM": "dumb"}
    shell = pexpect.spawn("bash", ["--norc"], env=env, cwd=str(tmp_path), encoding="utf-8")
    shell.expect_exact("ready> ")
    shell.sendline(told)
    shell.expect_exact("ready> ")
    shell.sendline("source ~/.bashrc")
    shell.expect_exact("ready> ")
    shell.send("vagen doct\t")
    shell.expect_exact("doctor ")
    shell.close(force=True)
