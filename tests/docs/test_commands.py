"""What the first pages tell a newcomer to type works, line by line, in an empty folder."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.sites import ROOT
from vagen.cli import vagen

ENTER = "\n" * 4  # to each question of `vagen init`


def typed(page: str) -> list[str]:
    """The lines of a page's shell blocks, in order: fenced as sh or indented by four."""
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```|((?:^ {4}\S.*\n)+)", text, re.MULTILINE | re.DOTALL)
    lines = [line.strip() for block in blocks for line in "".join(block).splitlines()]
    return [re.sub(r"\s+#.*", "", line) for line in lines]


def is_ours(line: str) -> bool:
    """What this test can type: not what goes on until somebody ends it."""
    endless = line.startswith(("vagen watch", "vagen serve"))
    return line.startswith(("vagen ", "cd ", 'export PATH="$PWD/')) and not endless


@pytest.mark.parametrize("page", ["README.md", "docs/start.md"])
def test_the_commands_of_the_page_work(page: str, tmp_path: Path) -> None:
    programs = tmp_path / "vagen/.venv/bin"
    programs.mkdir(parents=True)
    (programs / "vagen").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m vagen "$@"\n', "utf-8")
    (programs / "vagen").chmod(0o755)
    lines = [line for line in typed(page) if is_ours(line)]
    assert {"vagen check", "vagen build"} < set(lines)
    run = subprocess.run(
        ["sh", "-ec", "\n".join(lines)],
        cwd=tmp_path / "vagen",
        input=ENTER,
        capture_output=True,
        check=False,
        text=True,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "warning" not in run.stderr
    assert list(tmp_path.glob("*practice/site/c/first-client/index.html"))


def commands(group: click.Group) -> Iterator[click.Command]:
    """The commands of a group, and those of the groups among them."""
    context = click.Context(group)
    for name in group.list_commands(context):
        one = group.get_command(context, name)
        assert one is not None
        yield from commands(one) if isinstance(one, click.Group) else [one]


@pytest.mark.parametrize("page", ["README.md", "docs/start.md"])
def test_every_option_that_the_page_names_is_known(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    said = set(re.findall(r"`(?:vagen [^`\n]*?)?(--[a-z-]+)", text))
    known = {option for one in commands(vagen) for param in one.params for option in param.opts}
    assert said
    assert said <= known | {"--help"}
