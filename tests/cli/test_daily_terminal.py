"""The timer in a real terminal: it outlives the terminal, and colours are for eyes only."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_terminal import ended, start
from tests.sites import Site

MONTH = "content/clients/fennel-street/time/2026-11.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Site.demo(tmp_path).root


def said(root: Path, *arguments: str, clock: str, language: str = "en") -> tuple[str, int]:
    """What a command prints in a terminal of its own, and its exit code."""
    now = ("--now", f"2026-11-23T{clock}+02:00")
    terminal = start(root, *arguments, *now, LANGUAGE=language)
    code = ended(terminal)
    return (terminal.before or "").replace("\r\n", "\n"), code


def test_a_timer_outlives_the_terminal_that_started_it(root: Path) -> None:
    shell = start(root, "start", "fen", "Menus #calendar", "--now", "2026-11-23T09:00+02:00")
    shell.expect("Menus #calendar")
    shell.close(force=True)  # the window is closed: SIGHUP, then SIGKILL
    text, code = said(root, "status", clock="09:20")
    assert (code, text) == (
        0,
        "Running for fennel-street, 20m since 2026-11-23 09:00: Menus #calendar\n",
    )
    text, code = said(root, "stop", clock="10:00")
    assert (code, text) == (0, "Stopped for fennel-street, 1h since 09:00: Menus #calendar\n")
    assert "  09:00-10:00 Menus #calendar\n" in (root / MONTH).read_text(encoding="utf-8")


def test_a_terminal_sees_what_comes_and_goes_in_colour(root: Path) -> None:
    text, code = said(root, "log", "fen", "45m Mail", "--dry-run", clock="10:00")
    assert code == 0
    assert "\x1b[32m+2026-11-23: |\x1b[0m\n" in text
    assert "Nothing was written" in text


def test_a_mistake_is_marked_and_a_client_still_gets_a_hint(root: Path) -> None:
    text, code = said(root, "log", "fen", "45m Mail #emial", clock="10:00")
    assert code == 1
    assert "\x1b[31m" in text
    assert "    45m Mail #emial\n              ^^^^^\n" in text


def test_hebrew_in_a_terminal(root: Path) -> None:
    text, code = said(root, "log", "fen", "45m דואר", clock="10:00", language="he")
    assert (code, text) == (0, "נרשם אצל \u200efennel-street ביום 2026-11-23: 45m דואר\n")
