"""Commands in a real terminal: the questions of `vagen init`, colours, and a person's last word."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

TIMEOUT = 60  # seconds until a question that never comes is a failure
PATIENCE = 10  # presses of Ctrl-C


def start(place: Path, *arguments: str, **environ: str) -> pexpect.spawn:
    own = {"TZ": "Asia/Jerusalem", "TERM": "xterm-256color", "COLUMNS": "200"}
    return pexpect.spawn(
        sys.executable,
        ["-m", "vagen", *arguments],
        cwd=str(place),
        env={**os.environ, **own, **environ},  # type: ignore[arg-type]
        encoding="utf-8",
        timeout=TIMEOUT,
        dimensions=(40, 200),
    )


def ended(terminal: pexpect.spawn) -> int:
    terminal.expect(pexpect.EOF)
    terminal.close()
    return int(terminal.exitstatus or 0)


def answer(terminal: pexpect.spawn, *steps: tuple[str, str]) -> None:
    for question, typed in steps:
        terminal.expect_exact(question)
        terminal.sendline(typed)


def test_init_asks_four_questions_and_asks_wrong_answers_again(tmp_path: Path) -> None:
    terminal = start(tmp_path, "init", "desk", LANGUAGE="en")
    answer(
        terminal,
        ("The practice's name [Desk]: ", "  "),
        ("The practice's name [Desk]: ", "Ada's: #1 desk"),
        ("Language (en, he) [en]: ", "klingon"),
    )
    terminal.expect_exact("Error: ")
    answer(
        terminal,
        ("Language (en, he) [en]: ", "en"),
        ("Time zone [Asia/Jerusalem]: ", "London"),
    )
    terminal.expect_exact("Europe/London")  # the hint can be typed
    answer(
        terminal,
        ("Time zone [Asia/Jerusalem]: ", "Europe/London"),
        ("Currency [GBP]: ", "pounds"),
        ("Currency [GBP]: ", ""),
    )
    terminal.expect_exact("cd desk && vagen build")
    assert ended(terminal) == 0
    text = (tmp_path / "desk/vagen.yaml").read_text(encoding="utf-8")
    for line in ("language: en", "timezone: Europe/London", "currency: GBP", "country: GB"):
        assert f"\n{line}\n" in text
    assert "Ada's: #1 desk" in text
    check = start(tmp_path, "check", "-C", "desk", LANGUAGE="en")
    check.expect_exact("Nothing is wrong.")
    assert ended(check) == 0


def test_init_goes_on_in_the_language_that_was_answered(tmp_path: Path) -> None:
    terminal = start(tmp_path, "init", "desk", LC_ALL="C.UTF-8")
    answer(
        terminal,
        ("The practice's name [Desk]: ", ""),
        ("Language (en, he) [en]: ", "he"),
        ("אזור זמן [Asia/Jerusalem]: ", "Mars/Base"),
        ("אזור זמן [Asia/Jerusalem]: ", ""),
        ("מטבע [ILS]: ", ""),
    )
    terminal.expect_exact("6 קבצים נכתבו")
    assert ended(terminal) == 0


def test_an_environment_in_hebrew_asks_in_hebrew_whatever_is_answered(tmp_path: Path) -> None:
    terminal = start(tmp_path, "init", "desk", LANG="he_IL.UTF-8")
    answer(
        terminal,
        ("שם העסק [Desk]: ", ""),
        ("שפה (en, he) [he]: ", "en"),
        ("אזור זמן [Asia/Jerusalem]: ", ""),
        ("מטבע [ILS]: ", ""),
    )
    assert ended(terminal) == 0


def test_a_question_that_is_left_writes_nothing(tmp_path: Path) -> None:
    terminal = start(tmp_path, "init", "desk", LANGUAGE="en")
    terminal.expect_exact("The practice's name [Desk]: ")
    for _ in range(PATIENCE):
        # A key can come between the question and its waiting for keys; a person presses it again.
        terminal.sendintr()
        if terminal.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=TIMEOUT / PATIENCE) == 0:
            break
    assert ended(terminal) == 2
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("typed", ["", "Ada's desk\n"])
def test_where_nobody_answers_init_says_what_does_without(tmp_path: Path, typed: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "vagen", "init", "desk"],
        cwd=tmp_path,
        env={**os.environ, "LANGUAGE": "en"},
        input=typed,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.endswith("Error: To take what is likely, add --no-input.\n")
    assert [*tmp_path.iterdir()] == []


@pytest.fixture
def mistaken(tmp_path: Path) -> Path:
    root = tmp_path / "practice"
    root.mkdir()
    (root / "vagen.yaml").write_text("nmae: Ada\nlanguage: en\n", encoding="utf-8")
    return root


def test_a_terminal_sees_colours_unless_no_color_is_set(mistaken: Path) -> None:
    coloured = start(mistaken, "check")
    coloured.expect_exact("\x1b[31m")
    assert ended(coloured) == 1
    plain = start(mistaken, "check", NO_COLOR="1")
    assert ended(plain) == 1
    assert "nmae" in str(plain.before)
    assert "\x1b" not in str(plain.before)


def test_a_long_build_shows_how_far_it_is_on_a_terminal_only(tmp_path: Path) -> None:
    init = start(tmp_path, "init", "desk", "--no-input", LANGUAGE="en")
    assert ended(init) == 0
    shown = start(tmp_path, "build", "-C", "desk", "--no-pdf", LANGUAGE="en")
    assert ended(shown) == 0
    assert re.search(r" \d+/\d+", str(shown.before))
    again = start(tmp_path, "build", "-C", "desk", "--no-pdf", LANGUAGE="en")
    assert ended(again) == 0
    assert not re.search(r" \d+/\d+", str(again.before))
    quiet = start(tmp_path, "build", "-C", "desk", "--no-pdf", "--quiet", "--output", "out")
    assert ended(quiet) == 0
    assert str(quiet.before) == ""
