"""The real command: it tells its address, shows the site, and ends quietly."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pexpect
import pytest

from tests.serve.served import HEBREW, TASKS, practice
from tests.sites import Site
from tests.watch.watched import LONG

DAY = ("--now", "2026-11-23")


@dataclass
class Command:
    run: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)

    def until(self, words: str) -> str:
        """The line that says these words; the command is waited for until it says them."""
        for line in self.run.stdout:
            self.said.append(line)
            if words in line:
                return line
        raise AssertionError("".join(self.said))

    def address(self) -> str:
        return re.search(r"http://127\.0\.0\.1:\d+/\S*", self.until("http://"))[0]

    def end(self, how: signal.Signals = signal.SIGINT) -> str:
        """What it still says when it is asked to end."""
        self.run.send_signal(how)
        rest, _ = self.run.communicate(timeout=LONG)
        assert self.run.returncode == 0
        return rest


@contextmanager
def started(site: Site, *options: str, **environ: str) -> Iterator[Command]:
    """The command, killed in the end: it would go on for ever where a test fails."""
    own = {"LANGUAGE": "en", "PYTHONUNBUFFERED": "1"}
    run = subprocess.Popen(
        [sys.executable, "-m", "vagen", "serve", "-C", ".", *DAY, *options],
        cwd=site.root,
        env=os.environ | own | environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    try:
        yield Command(run)
    finally:
        run.kill()
        run.communicate()


def _page(address: str) -> str:
    with urllib.request.urlopen(address, timeout=LONG) as answer:  # noqa: S310 - our own address
        return answer.read().decode()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_shows_the_site_and_ends_quietly(tmp_path: Path, how: signal.Signals) -> None:
    site = practice(tmp_path)
    with started(site, "--port", "0", "--no-pdf") as command:
        address = command.address()
        assert command.said[0] == "Watching . by the system's own events. Ctrl-C ends it.\n"
        command.until("files written")
        assert "Wren Hale" in _page(address)
        listening = urllib.request.urlopen(f"{address}_vagen/events?at=/", timeout=LONG)  # noqa: S310
        assert listening.readline()
        assert command.end(how) == ""
    assert not (site.root / "site").exists()


def test_begins_in_a_portal_and_opens_the_browser(tmp_path: Path) -> None:
    site, told = practice(tmp_path), tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{told}.new"; mv "{told}.new" "{told}"\n', "utf-8")
    browser.chmod(0o755)
    with started(
        site, "--open", "--client", "sec", "--port", "0", "--poll", BROWSER=str(browser)
    ) as command:
        address = command.address()
        assert address.endswith("/c/second/index.html")
        command.until("PDFs made")
        command.end()
    assert told.read_text(encoding="utf-8") == f"{address}\n"


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with started(practice(tmp_path), "--port", str(port), "--no-pdf") as command:
            line = command.until("is not free")
            other = re.fullmatch(rf"Port {port} is not free, so it is (\d+)\.\n", line)[1]
            assert f":{other}/" in command.address()
            command.end()


def test_speaks_hebrew_and_goes_on_after_mistakes(tmp_path: Path) -> None:
    site = practice(tmp_path, HEBREW)
    kept = site.read(TASKS)
    site.write(TASKS, kept.replace("status: doing", "statsu: doing"))
    with started(site, "--port", "0", "--no-pdf", LANGUAGE="he") as command:
        address = command.address()
        assert command.said[-1] == f"לצפייה: {address}\n"
        assert "tasks.yaml:3:3" in command.until("statsu")
        command.until("טעות אחת: ")
        site.write(TASKS, kept)
        command.until("קבצים נכתבו")
        assert 'lang="he" dir="rtl"' in _page(address)
        command.end()


def test_in_a_terminal_control_c_ends_it(tmp_path: Path) -> None:
    site = practice(tmp_path)
    terminal = pexpect.spawn(
        sys.executable,
        ["-m", "vagen", "serve", "--port", "0", "--no-pdf", *DAY],
        cwd=str(site.root),
        env={**os.environ, "LANGUAGE": "en", "TERM": "xterm-256color"},  # type: ignore[arg-type]
        encoding="utf-8",
        timeout=LONG,
        dimensions=(40, 200),
    )
    terminal.expect_exact("To look at it: http://127.0.0.1:")
    terminal.expect_exact("files written")
    terminal.sendintr()
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0
    assert "Traceback" not in terminal.before
