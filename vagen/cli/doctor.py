"""`vagen doctor`: what this machine lacks, and the command that mends it."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import click

from vagen.cli.exits import GOOD, MISSING
from vagen.cli.options import workspace_root
from vagen.cli.report import coloured, language_of, words_of
from vagen.cli.zone import local_zone
from vagen.doctor.examination import Case, examined
from vagen.doctor.finding import Finding
from vagen.doctor.system import Machine, system_of
from vagen.locale import Catalog
from vagen.problems import say

_STATES = {"good": say("good"), "note": say("note"), "missing": say("missing")}
_COLOURS = {"good": "green", "note": "yellow", "missing": "red"}


@click.command("doctor")
@click.option(
    "-C",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The workspace; else this folder or the nearest above it with a vagen.yaml.",
)
@click.option("--json", "as_json", is_flag=True, help="Say everything as JSON.")
def doctor_command(folder: Path | None, *, as_json: bool) -> int:
    """Look at this machine: what vagen needs, what is missing, and the command that mends it.

    Nothing is changed. Exit code 3: something that is needed is missing.
    """
    root = workspace_root(folder)
    found = examined(
        Case(
            machine=_machine(),
            root=root,
            practice=(root / "vagen.yaml").is_file(),
            zone=_zone(),
            language=language_of(root),
        )
    )
    words = words_of(root)
    code = MISSING if any(one.state == "missing" for one in found) else GOOD
    if as_json:
        data = {"exit": code, "findings": [_data(one, words) for one in found]}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return code
    colour = coloured(sys.stdout)
    width = max(len(_STATES[one.state].spoken(words)) for one in found)
    for one in found:
        state = _STATES[one.state].spoken(words).ljust(width)
        shown = click.style(state, fg=_COLOURS[one.state]) if colour else state
        click.echo(f"{shown}  {one.says.spoken(words)}")
        if one.command:
            click.echo(f"{' ' * width}  {words.gettext('type:')} {one.command}")
    click.echo(_summary(found, words))
    return code


def _summary(found: list[Finding], words: Catalog) -> str:
    count = sum(one.state == "missing" for one in found)
    if not count:
        return words.gettext("All that vagen needs is here.")
    form = words.ngettext(
        "{count} thing that vagen needs is missing.",
        "{count} things that vagen needs are missing.",
        count,
    )
    return form.format(count=count)


def _data(one: Finding, words: Catalog) -> dict[str, str | None]:
    return {
        "name": one.name,
        "state": one.state,
        "message": one.says.spoken(words),
        "command": one.command or None,
    }


def _machine() -> Machine:
    system = system_of(sys.platform, _text("/etc/os-release"))
    return Machine(system, sys.executable, os.environ.get("USERNAME", ""))


def _zone() -> str:
    try:
        return local_zone()
    except (OSError, ImportError):  # no time zones at all: that is told as a finding of its own
        return ""


def _text(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
