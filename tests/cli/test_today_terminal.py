"""`vagen today` in a real terminal: what is late is red, headings are bold, a pipe gets neither."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_terminal import ended, start
from tests.sites import Site

PRACTICE = """\
name: Noa
owner: Noa
email: noa@barkai.example
country: IL
language: he
timezone: Asia/Jerusalem
currency: ILS
kinds:
  - {id: email, label: E-mail}
"""
CLIENT = """\
name: Wren and Rowe
country: GB
language: en
timezone: Europe/London
currency: GBP
calls:
  - {id: weekly, title: Our Monday, every: week on mon, at: 09:30}
"""
TASKS = (
    "- {id: menus, title: Menus, due: 2026-11-18}\n- {id: rooms, title: Rooms, due: 2026-11-24}\n"
)
NOW = ("--now", "2026-11-23T12:30+02:00")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    site = Site(tmp_path / "p", tmp_path / "p/site").write("vagen.yaml", PRACTICE)
    site.write("content/clients/wren/client.yaml", CLIENT)
    return site.write("content/clients/wren/tasks.yaml", TASKS).root


def shown(root: Path, *arguments: str, **environ: str) -> tuple[str, int]:
    terminal = start(root, *arguments, **environ)
    code = ended(terminal)
    return (terminal.before or "").replace("\r\n", "\n"), code


def test_what_is_late_is_red_and_headings_are_bold(root: Path) -> None:
    text, code = shown(root, "today", *NOW, LANGUAGE="en")
    assert code == 0
    assert "\x1b[1mCalls\x1b[0m\n" in text
    assert "  11:30–12:00  09:30–10:00 in London  Wren and Rowe  Our Monday  over\n" in text
    assert "  \x1b[31m5 days late  \x1b[0mwren/menus  Menus\n" in text
    assert (
        "  tomorrow     wren/rooms  Rooms  their day ends at 19:00 here, 17:00 in London\n" in text
    )


def test_the_timer_of_a_closed_terminal_stands_first(root: Path) -> None:
    shell = start(root, "start", "wren", "Mail", "--now", "2026-11-23T11:30+02:00", LANGUAGE="en")
    shell.expect("Mail")
    shell.close(force=True)
    text, code = shown(root, "today", *NOW, LANGUAGE="en", NO_COLOR="1")
    assert code == 0
    title, _, heading, row = text.split("\n")[:4]
    assert title.startswith("Monday, 23 November 2026 · 12:30 here, 10:30 in London")
    assert heading == "The timer runs"
    assert row == "  since 11:30  1 hour  Wren and Rowe  Mail"
    assert "\x1b" not in text


def test_hebrew_lines_run_to_the_left(root: Path) -> None:
    text, code = shown(root, "today", *NOW, LANGUAGE="he", NO_COLOR="1")
    assert code == 0
    lines = [line.strip() for line in text.split("\n") if line]
    assert all(line.startswith("\u200f") for line in lines)
    assert "באיחור של 5 ימים" in text


def test_mistakes_come_last_and_a_pipe_gets_no_colour(root: Path) -> None:
    (root / "content/clients/wren/tasks.yaml").write_text("- {id: menus, titel: M}\n", "utf-8")
    text, code = shown(root, "today", *NOW, LANGUAGE="en")
    assert code == 1
    assert text.index("Calls") < text.index('"titel" is not a key here')
    piped = subprocess.run(
        [sys.executable, "-m", "vagen", "today", *NOW],
        cwd=root,
        capture_output=True,
        check=False,
    )
    assert piped.returncode == 1
    assert b"\x1b" not in piped.stdout + piped.stderr
    assert b"titel" in piped.stderr
    assert b"titel" not in piped.stdout
