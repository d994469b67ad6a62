"""What the first pages tell a newcomer to type works, line by line, in an empty folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.docs.pages import HEBREW, language_of, text_of, typed
from vagen.cli import vagen

ENTER = "\n" * 4  # to each question of `vagen init`
FIRST = ("README.md", "README.he.md", "docs/start.md", "docs/he/start.md")
TEN_MINUTES = {
    "README.md": ("fern", "Collect the logins", "The first day"),
    "README.he.md": ("hadas", "איסוף הרשאות הכניסה", "היום הראשון"),
}
"""The client, its task and what was saved, in the page's own words."""


def is_ours(line: str) -> bool:
    """What this test can type: not what goes on until somebody ends it."""
    endless = line.startswith(("vagen watch", "vagen serve"))
    return line.startswith(("vagen ", "cd ", 'export PATH="$PWD/')) and not endless


def after(page: str, place: Path) -> Path:
    """The practice of one who has typed the whole page; nothing of it failed or warned."""
    programs = place / "vagen/.venv/bin"
    programs.mkdir(parents=True)
    (programs / "vagen").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m vagen "$@"\n', "utf-8")
    (programs / "vagen").chmod(0o755)
    lines = [line for line in typed(page) if is_ours(line)]
    assert {"vagen check", "vagen build"} < set(lines)
    run = subprocess.run(
        ["sh", "-ec", "\n".join(lines)],
        cwd=place / "vagen",
        env={**os.environ, "LANGUAGE": language_of(page)},
        input=ENTER,
        capture_output=True,
        check=False,
        text=True,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "warning" not in run.stderr
    return next(place.glob("*practice/vagen.yaml")).parent


@pytest.mark.parametrize("page", FIRST)
def test_the_commands_of_the_page_work(page: str, tmp_path: Path) -> None:
    practice = after(page, tmp_path)
    assert (practice / "site/c/first-client/index.html").is_file()


def commands(group: click.Group) -> Iterator[click.Command]:
    """The commands of a group, and those of the groups among them."""
    context = click.Context(group)
    for name in group.list_commands(context):
        one = group.get_command(context, name)
        assert one is not None
        yield from commands(one) if isinstance(one, click.Group) else [one]


@pytest.mark.parametrize("page", TEN_MINUTES)
def test_after_the_first_ten_minutes_there_is_what_the_page_says(page: str, tmp_path: Path) -> None:
    """The page's own words name the client, its task, its hours and the save."""
    practice = after(page, tmp_path)
    name, task, saved = TEN_MINUTES[page]
    portal = practice / "site/c" / name
    assert task in (portal / "board/index.html").read_text("utf-8")
    assert "0:45" in (portal / "time/index.html").read_text("utf-8")
    assert list(portal.glob("welcome/*.pdf"))
    git = ["git", "log", "-1", "--format=%s"]
    kept = subprocess.run(git, cwd=practice, check=True, capture_output=True, text=True)
    assert kept.stdout.strip() == saved
    client = practice / f"content/clients/{name}/client.yaml"
    client.write_text(client.read_text("utf-8") + "agrement:\n", encoding="utf-8")
    check = [sys.executable, "-m", "vagen", "check"]
    told = subprocess.run(check, cwd=practice, capture_output=True, text=True, check=False)
    assert told.returncode == 1
    assert "client.yaml" in told.stdout
    assert "agreement" in told.stdout


@pytest.mark.parametrize("page", [*HEBREW, *HEBREW.values()])
def test_every_option_that_the_page_names_is_known(page: str) -> None:
    text = text_of(page)
    said = set(re.findall(r"`(?:vagen [^`\n]*?)?(--[a-z-]+)", text))
    params = [param for one in commands(vagen) for param in one.params]
    known = {option for param in params for option in (*param.opts, *param.secondary_opts)}
    assert said
    assert said <= known | {"--help"}
