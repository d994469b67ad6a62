"""`vagen watch` in a real terminal: the first build, a mistake and its mending, and Ctrl-C."""

from __future__ import annotations

import re
from pathlib import Path

import pexpect
import pytest

from tests.cli.test_terminal import PATIENCE, TIMEOUT, ended, start
from tests.sites import Site

COUNTRY = "country: IL"


def watch(site: Site, *options: str, **environ: str) -> pexpect.spawn:
    told = {"LANGUAGE": "en", **environ}
    return start(site.root, "watch", "--no-pdf", "--now", "2026-11-23", *options, **told)


def leave(terminal: pexpect.spawn) -> tuple[int, str]:
    """Ctrl-C as a person presses it: the exit code, and what was still said."""
    for _ in range(PATIENCE):
        terminal.sendintr()
        if terminal.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=TIMEOUT / PATIENCE) == 0:
            break
    rest = terminal.before or ""
    return ended(terminal), rest


def test_the_first_use_a_mistake_its_mending_and_the_end(tmp_path: Path) -> None:
    site = Site.demo(tmp_path)
    terminal = watch(site)
    terminal.expect_exact("Watching . by the system's own events. Ctrl-C ends it.\r\n")
    terminal.expect(r"\d\d:\d\d:\d\d  \d+ files written\b.*\r\n")
    good = site.tree()
    site.change("vagen.yaml", COUNTRY, "country: XX")
    terminal.expect_exact("\x1b[31m\x1b[1merror\x1b[0m: ")
    terminal.expect_exact("hint: ")
    terminal.expect_exact("1 error: nothing is written until it is mended\r\n")
    assert site.tree() == good
    site.change("vagen.yaml", "country: XX", COUNTRY)
    terminal.expect_exact("nothing to change\r\n")
    code, rest = leave(terminal)
    assert code == 0
    assert re.sub(r"\^C|\s", "", rest) == ""


def test_in_hebrew_and_without_colours_where_none_are_wanted(tmp_path: Path) -> None:
    site = Site.demo(tmp_path)
    terminal = watch(site, LANGUAGE="he", NO_COLOR="1")
    terminal.expect_exact("מעקב אחרי . ")
    terminal.expect_exact("קבצים נכתבו")
    site.change("vagen.yaml", COUNTRY, "country: XX")
    terminal.expect_exact("שום דבר לא נכתב")
    assert "\x1b" not in str(terminal.before)
    site.change("vagen.yaml", "country: XX", COUNTRY)
    terminal.expect_exact("אין מה לשנות\r\n")
    assert leave(terminal)[0] == 0


@pytest.mark.parametrize("language", ["en", "he"])
def test_the_worst_first_use_waits_for_the_mending(tmp_path: Path, language: str) -> None:
    site = Site.demo(tmp_path)
    site.change("vagen.yaml", COUNTRY, "country: XX")
    terminal = watch(site, LANGUAGE=language)
    terminal.expect_exact("vagen.yaml:14:10: ")
    terminal.expect_exact({"en": "until it is mended", "he": "שום דבר לא נכתב"}[language])
    assert site.tree() == {}
    site.change("vagen.yaml", "country: XX", COUNTRY)
    terminal.expect_exact({"en": "files written", "he": "קבצים נכתבו"}[language])
    assert "index.html" in site.tree()
    assert leave(terminal)[0] == 0
