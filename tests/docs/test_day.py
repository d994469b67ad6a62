"""A day with vagen, lived: its commands typed, and what it shows of the answers compared.

Each section begins anew with the practice of tests/docs/day/; for the Hebrew page the names
in it are those of that page.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.pages import blocks, language_of, text_of
from tests.sites import ROOT

PRACTICE = Path(__file__).parent / "day"
PAGES = ("docs/day.md", "docs/he/day.md")
AT = {
    "vagen today": "2026-11-23T11:45+02:00",
    "vagen start": "2026-11-23T09:00+02:00",
    "vagen status": "2026-11-23T09:50+02:00",
    "vagen stop": "2026-11-23T09:50+02:00",
}
"""When a command is typed, the others at noon of that day."""
TIMER = "2026-11-23: |\n  11:00-      Replies #email\n"
"""What runs while the day is asked about."""
WORDS = {
    "Wren and Rowe": "סטודיו רן",
    "language: en  # wren": "language: he",
    "Our Monday": "יום שני שלנו",
    "The report for November": "הדוח של נובמבר",
    "Menus for the away day": "תפריטים ליום הגיבוש",
    "Your yes to the layout": "אישור לעיצוב",
    "Replies": "תשובות",
}


def practice(place: Path, page: str, *, running: bool) -> Path:
    root = shutil.copytree(PRACTICE, place)
    if running:
        with (root / "content/clients/wren/time/2026-11.yaml").open("a", encoding="utf-8") as log:
            log.write(TIMER)
    if language_of(page) == "he":
        for path in root.rglob("*.yaml"):
            text = path.read_text(encoding="utf-8")
            for english, hebrew in WORDS.items():
                text = text.replace(english, hebrew)
            path.write_text(text, encoding="utf-8")
    return root


def steps(section: str) -> Iterator[tuple[str, str]]:
    """Each command of a section, and what is shown below it."""
    lines = "\n".join(line for one in blocks(section) for line in one.lines)
    for step in re.split(r"^\$ ", lines, flags=re.MULTILINE)[1:]:
        command, _, shown = step.partition("\n")
        yield command, shown.strip("\n")


def printed(command: str, root: Path, language: str) -> str:
    now = next((AT[one] for one in AT if command.startswith(one)), "2026-11-23T12:00+02:00")
    run = subprocess.run(
        [sys.executable, "-m", "vagen", *shlex.split(command)[1:], "--now", now],
        cwd=root,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANGUAGE": language},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return run.stdout.decode().strip("\n")


@pytest.mark.parametrize("page", PAGES)
def test_the_day_goes_as_the_page_says(page: str, tmp_path: Path) -> None:
    compared = 0
    for number, section in enumerate(re.split(r"^## ", text_of(page), flags=re.MULTILINE)):
        running = "$ vagen today" in section
        root = practice(tmp_path / str(number), page, running=running)
        for command, shown in steps(section):
            said = printed(command, root, language_of(page))
            assert shown in ("", said), command
            assert bool(shown) or not said.startswith(("error", "Usage")), f"{command}\n{said}"
            compared += bool(shown)
    assert compared > 5
